package io.coaching.json;

import io.coaching.base.Money;
import io.coaching.base.OpportunityId;
import io.coaching.base.PersonId;
import io.coaching.pipeline.Opportunity;
import io.coaching.pipeline.OpportunityEvent;
import io.coaching.pipeline.OpportunityStatus;
import io.coaching.process.Stage;
import io.coaching.process.StageKind;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Joins what Salesforce exports as OpportunityHistory (a row is how the deal stood after a change) and
 * OpportunityFieldHistory (a row is one change of one field) to the opportunities.
 */
final class SalesforceHistory {
    private static final Pattern USER_ID = Pattern.compile("005[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?");

    private final OpportunityCsv opportunities;
    private final Map<String, Stage> stages;
    private final Map<OpportunityId, Opportunity> known = new HashMap<>();
    private final Map<OpportunityId, List<Step>> steps = new HashMap<>();

    /**
     * A change.
     *
     * @param at when, on the clock of the reader
     * @param order the row, which orders what happened in one second
     * @param stage the stage that it was in afterwards
     * @param amount the amount afterwards
     * @param close the expected close afterwards
     * @param owner the owner afterwards
     * @param ownerBefore the owner before
     * @param stageBefore the stage before
     */
    private record Step(
            LocalDateTime at,
            long order,
            @Nullable Stage stage,
            @Nullable Money amount,
            @Nullable LocalDate close,
            @Nullable PersonId owner,
            @Nullable PersonId ownerBefore,
            @Nullable Stage stageBefore) {
        int second() {
            return at.toLocalTime().toSecondOfDay();
        }
    }

    SalesforceHistory(OpportunityCsv opportunities, Map<String, Stage> seenStages, List<Opportunity> plain) {
        this.opportunities = opportunities;
        this.stages = new LinkedHashMap<>(opportunities.stages());
        this.stages.putAll(seenStages); // what the flags of the opportunities said goes before what names suggest
        plain.forEach(o -> known.putIfAbsent(o.id(), o));
    }

    /** Reads one of the two kinds of file, whichever it is. */
    void read(InputStream in, String name, Account account) {
        opportunities
                .format()
                .named(name)
                .requiring("OpportunityId", "CreatedDate")
                .rows(in, account, row -> {
                    OpportunityId id = row.parse("OpportunityId", "an identifier", OpportunityId::of);
                    Opportunity of = known.get(id);
                    if (of == null) {
                        throw row.refused("OpportunityId", "there is no opportunity with this id");
                    }
                    LocalDateTime at = row.parse("CreatedDate", "a point in time", opportunities.dates()::at);
                    Step step = row.has("Field") ? change(row, at, of) : snapshot(row, at, of);
                    steps.computeIfAbsent(id, i -> new ArrayList<>()).add(step);
                });
    }

    private Step snapshot(CsvRow row, LocalDateTime at, Opportunity of) {
        Optional<BigDecimal> amount = row.find("Amount", "an amount", opportunities::decimal);
        return new Step(
                at,
                row.line(),
                row.find("StageName").map(this::stage).orElse(null),
                amount.map(a -> money(row, "Amount", a, of)).orElse(null),
                row.find("CloseDate", opportunities.dates().expected(), opportunities.dates()::day)
                        .orElse(null),
                null,
                null,
                null);
    }

    private Step change(CsvRow row, LocalDateTime at, Opportunity of) {
        Optional<String> after = row.find("NewValue");
        Stage stage = null;
        Stage stageBefore = null;
        Money amount = null;
        LocalDate close = null;
        PersonId owner = null;
        PersonId ownerBefore = null;
        switch (row.text("Field")) {
            case "StageName" -> {
                stage = after.map(this::stage).orElse(null);
                stageBefore = row.find("OldValue").map(this::stage).orElse(null);
            }
            case "Amount" -> {
                Optional<BigDecimal> value = row.find("NewValue", "an amount", opportunities::decimal);
                amount = value.map(a -> money(row, "NewValue", a, of)).orElse(null);
            }
            case "CloseDate" ->
                close = row.find("NewValue", opportunities.dates().expected(), opportunities.dates()::day)
                        .orElse(null);
            case "Owner", "OwnerId" -> {
                // the change of an owner is two rows, one with names and one with ids
                owner = after.filter(SalesforceHistory::isUser)
                        .map(PersonId::of)
                        .orElse(null);
                ownerBefore = row.find("OldValue")
                        .filter(SalesforceHistory::isUser)
                        .map(PersonId::of)
                        .orElse(null);
            }
            default -> {
                // a change of something else: nothing follows from it
            }
        }
        return new Step(at, row.line(), stage, amount, close, owner, ownerBefore, stageBefore);
    }

    private static boolean isUser(String text) {
        return USER_ID.matcher(text).matches();
    }

    private Stage stage(String text) {
        return stages.computeIfAbsent(
                OpportunityCsv.folded(text), t -> OpportunityCsv.stage(StageKind.OPEN, OpportunityCsv.slug(text)));
    }

    private Money money(CsvRow row, String column, BigDecimal amount, Opportunity of) {
        Currency currency = row.find("CurrencyIsoCode", "a currency such as EUR", Currency::getInstance)
                .or(of::currency)
                .or(opportunities::defaultCurrency)
                .orElseThrow(() -> row.refused(column, OpportunityCsv.CURRENCY_UNKNOWN));
        try {
            return new Money(amount, currency);
        } catch (IllegalArgumentException e) {
            throw row.refused(column, Csv.said(e));
        }
    }

    /** Returns the opportunities with what the files told about them. */
    List<Opportunity> join(List<Opportunity> plain) {
        return plain.stream()
                .map(o -> steps.containsKey(o.id()) ? join(o, steps.get(o.id())) : o)
                .toList();
    }

    private static Opportunity join(Opportunity plain, List<Step> unsorted) {
        List<Step> history = new ArrayList<>(unsorted);
        history.sort(Comparator.comparing(Step::at).thenComparingLong(Step::order));
        boolean tellsStages = history.stream().anyMatch(s -> s.stage() != null);
        var events = new ArrayList<OpportunityEvent>();
        OpportunityEvent close = null;
        for (OpportunityEvent event : plain.events()) {
            if (event instanceof OpportunityEvent.Won || event instanceof OpportunityEvent.Lost) {
                close = event;
                if (tellsStages) {
                    continue;
                }
            }
            events.add(event);
        }
        Opportunity.Builder builder = Opportunity.builder().from(plain);
        Stage stage = null;
        Money amount = null;
        LocalDate expected = null;
        PersonId owner = null;
        for (Step step : history) {
            LocalDate day = step.at().toLocalDate();
            int second = step.second();
            if (step.stage() != null && !step.stage().equals(stage)) {
                if (stage == null
                        && step.stageBefore() != null
                        && step.stageBefore().kind() == StageKind.OPEN) {
                    builder.initialStage(step.stageBefore().id());
                }
                events.add(entered(day, step.stage(), close).withSequence(second));
                stage = step.stage();
            }
            if (step.amount() != null && !step.amount().equals(amount)) {
                events.add(OpportunityEvent.amount(day, step.amount()).withSequence(second));
                amount = step.amount();
            }
            if (step.close() != null && !step.close().equals(expected)) {
                events.add(OpportunityEvent.closeDate(day, step.close()).withSequence(second));
                expected = step.close();
            }
            if (step.owner() != null && !step.owner().equals(owner)) {
                if (owner == null && step.ownerBefore() != null) {
                    builder.initialOwner(step.ownerBefore());
                }
                events.add(OpportunityEvent.owner(day, step.owner()).withSequence(second));
                owner = step.owner();
            }
        }
        if (tellsStages && history.get(0).stage() != null && history.get(0).stageBefore() == null) {
            builder.initialStage(Optional.empty()); // the current one, and the history says how it came there
        }
        if (amount != null) {
            builder.initialAmount(Optional.empty());
        }
        if (expected != null) {
            builder.initialCloseDate(Optional.empty());
        }
        Opportunity joined = builder.events(events).build().reopenedByStages();
        return close != null && joined.status() == OpportunityStatus.OPEN
                ? joined.withEvents(close) // the history was kept for a part of its life only
                : joined;
    }

    /** The event of a stage; a loss keeps the reason that the opportunity has. */
    private static OpportunityEvent entered(LocalDate day, Stage stage, @Nullable OpportunityEvent close) {
        if (stage.kind() == StageKind.LOST
                && close instanceof OpportunityEvent.Lost lost
                && lost.reason().isPresent()) {
            return OpportunityEvent.lost(day, lost.reason().get());
        }
        return OpportunityEvent.entered(day, stage);
    }
}
