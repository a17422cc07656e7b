package io.coaching.json;

import static java.util.Objects.requireNonNull;

import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Money;
import io.coaching.base.OpportunityId;
import io.coaching.base.Outcome;
import io.coaching.base.PersonId;
import io.coaching.base.StageId;
import io.coaching.pipeline.LossReason;
import io.coaching.pipeline.Opportunity;
import io.coaching.pipeline.OpportunityType;
import io.coaching.pipeline.PlainOpportunity;
import io.coaching.process.Stage;
import io.coaching.process.StageKind;
import io.coaching.process.StandardStages;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads opportunities from the CSV export of a CRM: it says which column is what, what its stages mean, and how dates and
 * amounts are written.
 *
 * <pre>{@code
 * Outcome<List<Opportunity>> deals = OpportunityCsv.standard()
 *         .column(CrmColumn.ID, "Deal").column(CrmColumn.OWNER, "Rep").column(CrmColumn.STAGE, "Status")
 *         .column(CrmColumn.CREATED, "Opened").column(CrmColumn.CLOSED, "Closed").column(CrmColumn.AMOUNT, "Value")
 *         .stage("In talks", Stage.open("talks")).stage("Signed", Stage.won("won")).stage("Dropped", Stage.lost("lost"))
 *         .dates("dd.MM.yyyy").decimalComma().currency("EUR")
 *         .read(in);
 * }</pre>
 *
 * <p>A row that cannot be understood is refused with its line, column, value and reason. One that is understood but odd,
 * such as a close before the start, is read as it stands: that is for {@code Opportunity.findings()} to say. Rows with an
 * id that was there before are read, too. It is immutable and safe for use by many threads.
 */
public final class OpportunityCsv {
    static final String CURRENCY_UNKNOWN = "its currency is not known\nMaybe say which it is: .currency(\"USD\")";

    private static final OpportunityCsv STANDARD = new OpportunityCsv();

    private final Csv csv;
    private final Map<CrmColumn, String> columns;
    private final Map<String, Stage> stages;
    private final boolean otherStagesOpen;
    private final Optional<StageId> engagedStage;
    private final Map<String, String> productAliases;
    private final Map<String, BigDecimal> listPrices;
    private final DateText dates;
    private final boolean decimalComma;
    private final Optional<Currency> currency;
    private final boolean namesAsIds;
    private final boolean amountOfWinsOnly;

    private OpportunityCsv() {
        csv = Csv.standard().named("opportunities");
        columns = Map.of();
        stages = Map.of();
        otherStagesOpen = false;
        engagedStage = Optional.empty();
        productAliases = Map.of();
        listPrices = Map.of();
        dates = DateText.ISO;
        decimalComma = false;
        currency = Optional.empty();
        namesAsIds = false;
        amountOfWinsOnly = false;
    }

    private OpportunityCsv(Changes to) {
        csv = to.csv;
        columns = to.columns;
        stages = to.stages;
        otherStagesOpen = to.otherStagesOpen;
        engagedStage = to.engagedStage;
        productAliases = to.productAliases;
        listPrices = to.listPrices;
        dates = to.dates;
        decimalComma = to.decimalComma;
        currency = to.currency;
        namesAsIds = to.namesAsIds;
        amountOfWinsOnly = to.amountOfWinsOnly;
    }

    /** A copy that may be changed. */
    private static final class Changes {
        Csv csv;
        Map<CrmColumn, String> columns;
        Map<String, Stage> stages;
        boolean otherStagesOpen;
        Optional<StageId> engagedStage;
        Map<String, String> productAliases;
        Map<String, BigDecimal> listPrices;
        DateText dates;
        boolean decimalComma;
        Optional<Currency> currency;
        boolean namesAsIds;
        boolean amountOfWinsOnly;

        Changes(OpportunityCsv of) {
            csv = of.csv;
            columns = of.columns.isEmpty() ? new EnumMap<>(CrmColumn.class) : new EnumMap<>(of.columns);
            stages = new LinkedHashMap<>(of.stages);
            otherStagesOpen = of.otherStagesOpen;
            engagedStage = of.engagedStage;
            productAliases = new LinkedHashMap<>(of.productAliases);
            listPrices = new LinkedHashMap<>(of.listPrices);
            dates = of.dates;
            decimalComma = of.decimalComma;
            currency = of.currency;
            namesAsIds = of.namesAsIds;
            amountOfWinsOnly = of.amountOfWinsOnly;
        }
    }

    private interface Change {
        void make(Changes to);
    }

    private OpportunityCsv with(Change change) {
        var changes = new Changes(this);
        change.make(changes);
        return new OpportunityCsv(changes);
    }

    /**
     * Returns a reader that knows no column yet.
     *
     * @return the reader
     */
    public static OpportunityCsv standard() {
        return STANDARD;
    }

    /**
     * Returns the reader for the layout of the public "CRM Sales Opportunities" data set: {@code opportunity_id,
     * sales_agent, product, account, deal_stage, engage_date, close_date, close_value}.
     *
     * <p>Agents are known by name, so identifiers are made of names ({@link #namesAsIds()}). The value is that of a win:
     * a lost deal carries a 0 that says nothing ({@link #amountOfWinsOnly()}). A deal starts with the engage date. Its
     * product {@code GTXPro} stands for {@code GTX Pro} ({@link #productAlias}); the rows are read with the mended name,
     * and a warning tells the spelling and how many rows have it.
     *
     * @return the reader; amounts are in US dollars
     */
    public static OpportunityCsv crmSales() {
        return STANDARD.column(CrmColumn.ID, "opportunity_id")
                .column(CrmColumn.OWNER, "sales_agent")
                .column(CrmColumn.PRODUCT, "product")
                .column(CrmColumn.ACCOUNT, "account")
                .column(CrmColumn.STAGE, "deal_stage")
                .column(CrmColumn.ENGAGED, "engage_date")
                .column(CrmColumn.CLOSED, "close_date")
                .column(CrmColumn.AMOUNT, "close_value")
                .stage("Prospecting", Stage.open(StandardStages.PROSPECTING.value()))
                .stage("Engaging", Stage.open(StandardStages.ENGAGING.value()))
                .stage("Won", Stage.won(StandardStages.WON.value()))
                .stage("Lost", Stage.lost(StandardStages.LOST.value()))
                .engagedStage(StandardStages.ENGAGING)
                .productAlias("GTXPro", "GTX Pro")
                .namesAsIds()
                .amountOfWinsOnly()
                .currency("USD")
                .named("sales_pipeline.csv");
    }

    /**
     * Returns the reader for an export of Salesforce's object Opportunity with its API names: {@code Id, OwnerId,
     * AccountId, StageName, Amount, CurrencyIsoCode, CreatedDate, CloseDate, IsClosed, IsWon, Type}. Only {@code Id} has to
     * be there. Points in time count for the day that they fall on in UTC unless {@link #zone} says otherwise. A company that
     * works in one currency exports no {@code CurrencyIsoCode}; say it then: {@code salesforce().currency("USD")}.
     *
     * @return the reader; stages with other names than {@code Closed Won} and {@code Closed Lost} are open unless {@code
     *     IsClosed} and {@code IsWon} say otherwise
     */
    public static OpportunityCsv salesforce() {
        return STANDARD.column(CrmColumn.ID, "Id")
                .column(CrmColumn.OWNER, "OwnerId")
                .column(CrmColumn.ACCOUNT, "AccountId")
                .column(CrmColumn.STAGE, "StageName")
                .column(CrmColumn.CREATED, "CreatedDate")
                .column(CrmColumn.CLOSED, "CloseDate")
                .column(CrmColumn.AMOUNT, "Amount")
                .column(CrmColumn.CURRENCY, "CurrencyIsoCode")
                .column(CrmColumn.TYPE, "Type")
                .column(CrmColumn.IS_CLOSED, "IsClosed")
                .column(CrmColumn.IS_WON, "IsWon")
                .stage("Closed Won", Stage.won("closed-won"))
                .stage("Closed Lost", Stage.lost("closed-lost"))
                .otherStagesOpen()
                .named("Opportunity.csv");
    }

    /**
     * Says how the file is written.
     *
     * @param format delimiter, encoding, limits and name
     * @return the reader
     */
    public OpportunityCsv as(Csv format) {
        return with(to -> to.csv = requireNonNull(format, "format"));
    }

    /**
     * Returns this reader with a name for its input, which problems mention.
     *
     * @param name the name, as that of a file
     * @return the reader
     */
    public OpportunityCsv named(String name) {
        return with(to -> to.csv = to.csv.named(name));
    }

    /**
     * Says which column holds something.
     *
     * @param what what it holds
     * @param name the name of the column
     * @return the reader
     */
    public OpportunityCsv column(CrmColumn what, String name) {
        return with(to -> to.columns.put(what, requireNonNull(name, "name")));
    }

    /**
     * Says what a stage of the export means.
     *
     * @param text as it stands in the export; upper and lower case are the same
     * @param stage the stage, which is open, won or lost
     * @return the reader
     */
    public OpportunityCsv stage(String text, Stage stage) {
        return with(to -> to.stages.put(folded(text), requireNonNull(stage, "stage")));
    }

    /**
     * Takes all stages that were not named as open, with an identifier made of their text: {@code Needs Analysis} is
     * {@code needs-analysis}. Without this, a row with such a stage is refused.
     *
     * @return the reader
     */
    public OpportunityCsv otherStagesOpen() {
        return with(to -> to.otherStagesOpen = true);
    }

    /**
     * Says which stage the date of {@link CrmColumn#ENGAGED} is that of.
     *
     * @param stage the stage
     * @return the reader
     */
    public OpportunityCsv engagedStage(StageId stage) {
        return with(to -> to.engagedStage = Optional.of(stage));
    }

    /**
     * Mends a spelling of a product. A warning tells how many rows had it.
     *
     * @param text as it stands in the export
     * @param product the product that is meant
     * @return the reader
     */
    public OpportunityCsv productAlias(String text, String product) {
        return with(to -> to.productAliases.put(text, product));
    }

    /**
     * Reads products as they are spelled.
     *
     * @return the reader
     */
    public OpportunityCsv withoutAliases() {
        return with(to -> to.productAliases = Map.of());
    }

    /**
     * Says which products there are, and their list prices: that is the amount of a deal from its start until another is
     * known. Products that are none of them are told as a warning.
     *
     * @param prices the list price in major units, by product
     * @return the reader
     */
    public OpportunityCsv listPrices(Map<String, BigDecimal> prices) {
        return with(to -> to.listPrices = new LinkedHashMap<>(prices));
    }

    /**
     * Says how dates are written, beside {@code 2026-01-05} and {@code 2026-01-05T10:15:00Z}, which are always read.
     *
     * @param pattern a pattern of {@link java.time.format.DateTimeFormatter}, as {@code "M/d/yyyy"}; one without a time
     * @return the reader
     */
    public OpportunityCsv dates(String pattern) {
        return with(to -> to.dates = to.dates.or(pattern));
    }

    /**
     * Says on whose clock a point in time falls on a day.
     *
     * @param zone the zone; UTC unless said otherwise
     * @return the reader
     */
    public OpportunityCsv zone(ZoneId zone) {
        return with(to -> to.dates = to.dates.in(zone));
    }

    /**
     * Says that amounts are written as {@code 1.234,50}. Without this they are written as {@code 1,234.50}.
     *
     * @return the reader
     */
    public OpportunityCsv decimalComma() {
        return with(to -> to.decimalComma = true);
    }

    /**
     * Says the currency of amounts that do not have one. Without this, a row with such an amount is refused. Exports of
     * Salesforce have no column {@code CurrencyIsoCode} where the company works in one currency.
     *
     * @param code the ISO 4217 code, as {@code "USD"}
     * @return the reader
     */
    public OpportunityCsv currency(String code) {
        Currency known = Currency.getInstance(code);
        return with(to -> to.currency = Optional.of(known));
    }

    /**
     * Makes identifiers of owners that are given by name: {@code Anna Snelling} is {@code anna-snelling}. Where two
     * spellings make one identifier, as {@code Anne Marie} and {@code Anne-Marie}, they are taken as one person, and a
     * warning names both.
     *
     * @return the reader
     */
    public OpportunityCsv namesAsIds() {
        return with(to -> to.namesAsIds = true);
    }

    /**
     * Takes the amount as that of a win, which became known with it; of other deals it says nothing.
     *
     * @return the reader
     */
    public OpportunityCsv amountOfWinsOnly() {
        return with(to -> to.amountOfWinsOnly = true);
    }

    Csv format() {
        return csv;
    }

    DateText dates() {
        return dates;
    }

    Map<String, Stage> stages() {
        return stages;
    }

    Optional<Currency> defaultCurrency() {
        return currency;
    }

    /**
     * Reads opportunities.
     *
     * @param in where from; it is read to the end or to a limit, and left open
     * @return the opportunities in the order of the rows, and what was wrong with the others
     * @throws UncheckedIOException if the stream cannot be read
     */
    public Outcome<List<Opportunity>> read(InputStream in) {
        var account = new Account(csv.source(), csv.limits());
        return account.close(read(in, account, new LinkedHashMap<>()));
    }

    /**
     * Reads opportunities of Salesforce together with their history, so that stages, amounts, expected closes and owners
     * are known as they were at any time.
     *
     * <p>A history is an export of OpportunityHistory ({@code OpportunityId, CreatedDate, StageName, Amount, CloseDate})
     * or of OpportunityFieldHistory ({@code OpportunityId, CreatedDate, Field, OldValue, NewValue}). What it says of
     * stages goes before what the opportunity says: the deal is closed on the day on which it came into its last stage,
     * not on its close date, which people may set to any day. Of events on one day, the time of day tells the order.
     *
     * @param in the opportunities; read to the end or to a limit, and left open
     * @param histories the histories, by a name that problems mention
     * @return the opportunities with their history; accepted and refused count the rows of all files
     * @throws UncheckedIOException if a stream cannot be read
     */
    public Outcome<List<Opportunity>> readWithHistory(InputStream in, Map<String, ? extends InputStream> histories) {
        var account = new Account(csv.source(), csv.limits());
        var seenStages = new LinkedHashMap<String, Stage>();
        List<Opportunity> plain = read(in, account, seenStages);
        Outcome<List<Opportunity>> all = account.close(plain);
        var history = new SalesforceHistory(this, seenStages, plain);
        for (Map.Entry<String, ? extends InputStream> file : histories.entrySet()) {
            var rows = new Account(file.getKey(), csv.limits());
            history.read(file.getValue(), file.getKey(), rows);
            all = Account.joined(all.value(), all, rows.close(0));
        }
        return Account.joined(history.join(plain), all);
    }

    /** Reads, and keeps what the stages of the export turned out to mean. */
    List<Opportunity> read(InputStream in, Account account, Map<String, Stage> seenStages) {
        String id = columns.get(CrmColumn.ID);
        if (id == null) {
            throw new IllegalStateException(
                    "the column of the id is not known\nMaybe say it first: column(CrmColumn.ID, \"Id\")");
        }
        var required = new ArrayList<String>(List.of(id));
        if (columns.containsKey(CrmColumn.STAGE)) {
            required.add(columns.get(CrmColumn.STAGE));
        }
        var found = new ArrayList<Opportunity>();
        var spellings = new TreeMap<String, long[]>();
        var owners = new TreeMap<String, Map<String, Long>>();
        csv.requiring(required.toArray(String[]::new)).rows(in, account, row -> {
            Opportunity read = opportunity(row, seenStages);
            cell(row, CrmColumn.PRODUCT).filter(this::isOddProduct).ifPresent(p -> {
                long[] count = spellings.computeIfAbsent(p, x -> new long[] {0, row.line()});
                count[0]++;
            });
            if (namesAsIds) {
                cell(row, CrmColumn.OWNER)
                        .ifPresent(name -> owners.computeIfAbsent(slug(name), x -> new LinkedHashMap<>())
                                .putIfAbsent(name, row.line()));
            }
            found.add(read);
        });
        spellings.forEach((text, count) -> tellSpelling(text, count[0], count[1], account));
        owners.forEach((owner, names) -> tellAlike(owner, names, account));
        return found;
    }

    /** Perhaps they are two persons: each spelling is told once, beside the first one. */
    private void tellAlike(String id, Map<String, Long> lineOfName, Account account) {
        String column = name(CrmColumn.OWNER);
        String first = lineOfName.keySet().iterator().next();
        lineOfName.forEach((name, line) -> {
            if (!name.equals(first)) {
                Message message = Message.of(MessageCode.SPELLINGS_ALIKE)
                        .with("column", column)
                        .with("value", Refusal.clipped(name, 80))
                        .with("known", Refusal.clipped(first, 80))
                        .with("id", Refusal.clipped(id, 80));
                account.warn(line, column, name, message);
            }
        });
    }

    private boolean isOddProduct(String product) {
        return productAliases.containsKey(product) || (!listPrices.isEmpty() && !listPrices.containsKey(product));
    }

    private void tellSpelling(String text, long count, long line, Account account) {
        String column = String.valueOf(columns.get(CrmColumn.PRODUCT));
        String alias = productAliases.get(text);
        Message message = Message.of(alias == null ? MessageCode.SPELLING_UNKNOWN : MessageCode.SPELLING_MENDED)
                .with("column", column)
                .with("value", Refusal.clipped(text, 80))
                .with("count", count);
        account.warn(line, column, text, alias == null ? message : message.with("known", alias));
    }

    private Opportunity opportunity(CsvRow row, Map<String, Stage> seenStages) {
        PlainOpportunity deal = Opportunity.plain(
                parse(row, CrmColumn.ID, "an identifier", OpportunityId::of).orElseThrow(() -> missing(CrmColumn.ID)));
        parse(row, CrmColumn.OWNER, "an identifier", this::owner).ifPresent(deal::owner);
        cell(row, CrmColumn.ACCOUNT).ifPresent(deal::account);
        Optional<String> product = cell(row, CrmColumn.PRODUCT).map(p -> productAliases.getOrDefault(p, p));
        product.ifPresent(deal::product);
        cell(row, CrmColumn.TYPE).flatMap(OpportunityCsv::type).ifPresent(deal::type);

        Optional<Stage> stage = stage(row, seenStages);
        StageKind kind = stage.map(Stage::kind).orElse(StageKind.OPEN);
        Optional<LocalDate> created = day(row, CrmColumn.CREATED);
        Optional<LocalDate> engaged = day(row, CrmColumn.ENGAGED);
        Optional<LocalDate> closed = day(row, CrmColumn.CLOSED);
        Optional<Money> listed = product.map(listPrices::get).map(price -> money(row, CrmColumn.PRODUCT, price));
        Optional<Money> amount =
                parse(row, CrmColumn.AMOUNT, "an amount", this::decimal).map(a -> money(row, CrmColumn.AMOUNT, a));

        created.ifPresent(deal::created);
        if (engaged.isPresent()) {
            deal.entered(
                    engaged.get(),
                    engagedStage
                            .or(() -> openStage(stage))
                            .orElseThrow(() -> row.refused(
                                    name(CrmColumn.ENGAGED), "it is not said which stage this is the day of")));
        }
        (amountOfWinsOnly ? listed : amount.or(() -> listed)).ifPresent(deal::amount);
        if (kind == StageKind.OPEN) {
            closed.ifPresent(deal::expectedClose);
            openStage(stage)
                    .filter(s -> engaged.isEmpty() || !engagedStage.equals(Optional.of(s)))
                    .ifPresent(deal::stage);
        } else {
            LocalDate day = closed.orElseThrow(() -> missing(CrmColumn.CLOSED));
            if (kind == StageKind.LOST) {
                Optional<LossReason> reason =
                        parse(row, CrmColumn.LOSS_REASON, "a reason", t -> LossReason.of(slug(t)));
                if (reason.isPresent()) {
                    deal.lost(day, reason.get());
                } else {
                    deal.lost(day);
                }
            } else if (amountOfWinsOnly && amount.isPresent()) {
                deal.won(day, amount.get());
            } else {
                deal.won(day);
            }
        }
        return deal.build();
    }

    private static Optional<StageId> openStage(Optional<Stage> stage) {
        return stage.filter(s -> s.kind() == StageKind.OPEN).map(Stage::id);
    }

    private PersonId owner(String text) {
        return PersonId.of(namesAsIds ? slug(text) : text);
    }

    private Optional<Stage> stage(CsvRow row, Map<String, Stage> seen) {
        Optional<String> text = cell(row, CrmColumn.STAGE);
        Optional<Boolean> isClosed = parse(row, CrmColumn.IS_CLOSED, "true or false", OpportunityCsv::flag);
        Optional<Boolean> isWon = parse(row, CrmColumn.IS_WON, "true or false", OpportunityCsv::flag);
        Optional<StageKind> flagged = isWon.filter(w -> w)
                .map(w -> StageKind.WON)
                .or(() -> isClosed.map(c -> c ? StageKind.LOST : StageKind.OPEN));
        if (text.isEmpty()) {
            return flagged.filter(k -> k != StageKind.OPEN).map(k -> stage(k, k == StageKind.WON ? "won" : "lost"));
        }
        Stage named = stages.get(folded(text.get()));
        if (named == null && flagged.isEmpty() && !otherStagesOpen) {
            throw row.refused(name(CrmColumn.STAGE), "it is none of " + stages.keySet());
        }
        StageKind kind = flagged.orElse(named == null ? StageKind.OPEN : named.kind());
        Stage stage = named != null && named.kind() == kind ? named : stage(kind, slug(text.get()));
        seen.putIfAbsent(folded(text.get()), stage);
        return Optional.of(stage);
    }

    static Stage stage(StageKind kind, String id) {
        return switch (kind) {
            case OPEN -> Stage.open(id);
            case WON -> Stage.won(id);
            case LOST -> Stage.lost(id);
        };
    }

    private Money money(CsvRow row, CrmColumn column, BigDecimal amount) {
        Currency of = parse(row, CrmColumn.CURRENCY, "a currency such as EUR", Currency::getInstance)
                .or(() -> currency)
                .orElseThrow(() -> row.refused(name(column), CURRENCY_UNKNOWN));
        try {
            return new Money(amount, of);
        } catch (IllegalArgumentException e) {
            throw row.refused(name(column), Csv.said(e));
        }
    }

    BigDecimal decimal(String text) {
        return Decimals.parse(text, decimalComma);
    }

    private Optional<LocalDate> day(CsvRow row, CrmColumn column) {
        return parse(row, column, dates.expected(), dates::day);
    }

    private Optional<String> cell(CsvRow row, CrmColumn column) {
        String name = columns.get(column);
        return name == null ? Optional.empty() : row.find(name);
    }

    private <T> Optional<T> parse(
            CsvRow row,
            CrmColumn column,
            String expected,
            java.util.function.Function<? super String, ? extends T> parser) {
        String name = columns.get(column);
        return name == null ? Optional.empty() : row.find(name, expected, parser);
    }

    private String name(CrmColumn column) {
        @Nullable String name = columns.get(column);
        return name == null ? column.name().toLowerCase(Locale.ROOT) : name;
    }

    private CsvRow.Refused missing(CrmColumn column) {
        return new CsvRow.Refused(name(column), "", Account.missing(name(column)));
    }

    private static Boolean flag(String text) {
        return switch (folded(text)) {
            case "true", "1", "yes" -> true;
            case "false", "0", "no" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** The names that CRMs ship with; other names say nothing that is understood here. */
    private static Optional<OpportunityType> type(String text) {
        String t = folded(text);
        if (t.contains("renew")) {
            return Optional.of(OpportunityType.RENEWAL);
        }
        if (t.startsWith("new ") || t.equals("new")) {
            return Optional.of(OpportunityType.NEW_BUSINESS);
        }
        return t.startsWith("existing") || t.contains("expansion") || t.contains("upsell") || t.contains("cross-sell")
                ? Optional.of(OpportunityType.EXPANSION)
                : Optional.empty();
    }

    static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** {@code "Needs Analysis"} is {@code "needs-analysis"}. */
    static String slug(String text) {
        var slug = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                slug.append(c);
            } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        int end = slug.length();
        if (end > 0 && slug.charAt(end - 1) == '-') {
            slug.setLength(end - 1);
        }
        return slug.toString().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return csv.source() + ": " + columns;
    }
}
