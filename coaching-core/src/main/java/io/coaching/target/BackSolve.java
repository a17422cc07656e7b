package io.coaching.target;

import io.coaching.base.Argument;
import io.coaching.base.Catalogue;
import io.coaching.base.Estimate;
import io.coaching.base.Interval;
import io.coaching.base.Known;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Provenance;
import io.coaching.base.Reason;
import io.coaching.base.Result;
import io.coaching.base.Rows;
import io.coaching.base.Subject;
import io.coaching.base.Withheld;
import io.coaching.internal.text.Figures;
import io.coaching.internal.text.OneLine;
import io.coaching.internal.text.TextTable;
import io.coaching.time.Span;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * What a quota takes at each stage of a funnel, and how likely that is enough.
 *
 * <p>Example: 100,000 at 10,000 a deal and 25 % takes 10 wins and 40 opportunities, which reach it with a probability of 56.05 %;
 * 80, 90 and 95 % take 49, 55 and 60.
 */
@Value.Immutable
public abstract sealed class BackSolve implements Result permits ImmutableBackSolve {
    static final List<String> COLUMNS = List.of(
            "subject",
            "kind",
            "stage",
            "chance",
            "exact",
            "whole",
            "perWeek",
            "perDay",
            "conversion",
            "basis",
            "reason");

    BackSolve() {}

    /**
     * Starts an answer.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Whose plan it is.
     *
     * @return the person, team, region or everyone; absent for plain figures
     */
    public abstract Optional<Subject> subject();

    /**
     * The amount to reach.
     *
     * @return the quota, above 0; undefined where none is agreed
     */
    public abstract Estimate quota();

    /**
     * The currency of the quota.
     *
     * @return the currency, where it has one
     */
    public abstract Optional<Currency> currency();

    /**
     * What a deal brings on average.
     *
     * @return the deal size
     */
    public abstract Estimate dealSize();

    /**
     * Where the deal size comes from.
     *
     * @return the basis
     */
    public abstract ConversionBasis dealSizeBasis();

    /**
     * The days that conversions and deal sizes were observed on.
     *
     * @return the span; absent for plain figures
     */
    public abstract Optional<Span> history();

    /**
     * What each stage has to bring.
     *
     * @return the needs, the top of the funnel first, at least one
     */
    public abstract List<StageNeed> stages();

    /**
     * How the needs were rounded.
     *
     * @return the rule
     */
    public abstract StageRounding rounding();

    /**
     * The probability that the whole need at the top really has of reaching the quota.
     *
     * @return the probability; undefined where a conversion or the spread of deal sizes has no value
     */
    public abstract Estimate plainChance();

    /**
     * What other probabilities take.
     *
     * @return the needs, in the order asked for
     */
    public abstract List<ChanceNeed> chances();

    /**
     * When it is to be done.
     *
     * @return the span, where it was said
     */
    public abstract Optional<Span> span();

    /**
     * On how many working days.
     *
     * @return the number, where a span was said
     */
    public abstract OptionalInt workingDays();

    /**
     * The need of a stage.
     *
     * @param name its name
     * @return the need
     * @throws IllegalArgumentException if there is no such stage
     */
    public StageNeed stage(String name) {
        return stages().stream()
                .filter(need -> need.stage().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("stage must be one of "
                        + stages().stream().map(StageNeed::stage).toList() + ": " + name));
    }

    /**
     * The exact needs, for a script.
     *
     * @return a number for each stage, the top first; of an undefined one 0 would lie, so then there are fewer: those that are
     *     defined, which are the lowest
     */
    public double[] exactNeeds() {
        return stages().stream()
                .filter(need -> need.exact().isKnown())
                .mapToDouble(need -> need.exact().orThrow())
                .toArray();
    }

    @Override
    public String toString() {
        var needs = new ArrayList<String>();
        for (StageNeed need : stages()) {
            needs.add(
                    need.whole().isPresent()
                            ? Figures.count(need.whole().getAsLong()) + " " + need.stage()
                            : need.stage() + " " + need.exact());
        }
        var likely = new ArrayList<String>();
        plainChance().asDouble().ifPresent(chance -> likely.add(Figures.percent(chance, 1)));
        for (ChanceNeed need : chances()) {
            if (need.activity() instanceof Known activity && need.really() instanceof Known really) {
                likely.add(Figures.count((long) activity.value()) + ": " + Figures.percent(really.value(), 1));
            }
        }
        // where the line is too short for all of it, probabilities give way to the quota
        String line = line(needs, likely);
        for (int shown = likely.size(); shown > 0 && !OneLine.fits(line); shown--) {
            line = line(needs, likely.subList(0, shown - 1));
        }
        return OneLine.of(line);
    }

    private String line(List<String> needs, List<String> likely) {
        var stages = new ArrayList<>(needs);
        if (!likely.isEmpty()) {
            stages.set(0, needs.get(0) + " (" + String.join("; ", likely) + ")");
        }
        return String.join(", ", stages) + " for " + FunnelWords.brief(currency(), quota());
    }

    @Override
    public String table() {
        boolean paced = workingDays().isPresent();
        var heads = new ArrayList<>(List.of("stage", ">to next", ">exact", ">whole"));
        if (paced) {
            heads.addAll(List.of(">a week", ">a day"));
        }
        TextTable needs = TextTable.of(heads);
        for (StageNeed need : stages()) {
            var cells = new ArrayList<String>();
            cells.add(need.stage());
            cells.add(need.conversion().map(FunnelWords::share).orElse(""));
            cells.add(
                    need.exact() instanceof Known k
                            ? Figures.fixed(k.value(), 2)
                            : need.exact().toString());
            cells.add(need.whole().isPresent() ? Figures.count(need.whole().getAsLong()) : "");
            if (paced) {
                cells.add(FunnelWords.pace(need.perWeek()));
                cells.add(FunnelWords.pace(need.perDay()));
            }
            needs.row(cells);
        }
        var chanceHeads =
                new ArrayList<>(List.of(">chance", ">" + stages().get(0).stage()));
        if (paced) {
            chanceHeads.addAll(List.of(">a week", ">a day"));
        }
        TextTable likely = TextTable.of(chanceHeads);
        chanceRow(
                likely,
                FunnelWords.share(plainChance()),
                wholeAtTop(),
                stages().get(0).perWeek(),
                stages().get(0).perDay());
        for (ChanceNeed each : chances()) {
            chanceRow(
                    likely,
                    FunnelWords.share(each.really()),
                    each.activity() instanceof Known k ? Figures.count((long) k.value()) : "",
                    each.perWeek(),
                    each.perDay());
        }
        return needs + "\n" + likely;
    }

    private String wholeAtTop() {
        return stages().get(0).whole().isPresent()
                ? Figures.count(stages().get(0).whole().getAsLong())
                : "";
    }

    private void chanceRow(
            TextTable table, String chance, String activity, Optional<WorkPace> perWeek, Optional<WorkPace> perDay) {
        table.row(
                workingDays().isPresent()
                        ? List.of(chance, activity, FunnelWords.pace(perWeek), FunnelWords.pace(perDay))
                        : List.of(chance, activity));
    }

    /**
     * The reasoning, sentence by sentence, from the quota up.
     *
     * @return the messages, in order
     */
    public List<Message> messages() {
        var messages = new ArrayList<Message>();
        if (stages().size() > 1) {
            messages.add(Message.of(MessageCode.FUNNEL_CHAIN)
                    .with("chain", stages().stream().map(StageNeed::stage).collect(Collectors.joining(" -> "))));
        }
        if (subject().isPresent() && history().isPresent()) {
            messages.add(Message.of(MessageCode.FUNNEL_HISTORY)
                    .with("subject", subject().get())
                    .with("from", history().get().start())
                    .with("to", history().get().lastDay()));
        }
        for (int i = stages().size() - 1; i >= 0; i--) {
            messages.add(stageMessage(i));
        }
        messages.add(Message.of(
                rounding() == StageRounding.CEILING_OF_EXACT
                        ? MessageCode.FUNNEL_ROUNDING_EXACT
                        : MessageCode.FUNNEL_ROUNDING_ROUNDED));
        StageNeed top = stages().get(0);
        if (top.perWeek().isPresent() && top.perDay().isPresent()) {
            messages.add(Message.of(MessageCode.FUNNEL_PACE)
                    .with("days", workingDays().orElseThrow())
                    .with("from", span().orElseThrow().start())
                    .with("to", span().orElseThrow().lastDay())
                    .with("week", top.perWeek().get().whole())
                    .with("day", top.perDay().get().whole())
                    .with("stage", top.stage()));
        }
        addChances(messages, top);
        return List.copyOf(messages);
    }

    private void addChances(List<Message> messages, StageNeed top) {
        if (plainChance() instanceof Known p && top.whole().isPresent()) {
            Message plain = Message.of(p.value() == 1 ? MessageCode.FUNNEL_CERTAIN : MessageCode.FUNNEL_PLAIN_CHANCE)
                    .with("activity", top.whole().getAsLong())
                    .with("stage", top.stage());
            messages.add(p.value() == 1 ? plain : plain.with("chance", new Argument.Share(p.value(), 2)));
        } else {
            messages.add(Message.of(MessageCode.FUNNEL_NO_CHANCE).with("reason", reason(plainChance())));
        }
        for (ChanceNeed need : chances()) {
            Argument wanted = new Argument.Share(need.chance().fraction(), 0);
            if (need.activity() instanceof Known activity && need.really() instanceof Known really) {
                messages.add(Message.of(MessageCode.FUNNEL_CHANCE)
                        .with("wanted", wanted)
                        .with("activity", (long) activity.value())
                        .with("stage", top.stage())
                        .with("chance", new Argument.Share(really.value(), 2)));
            } else {
                messages.add(Message.of(MessageCode.FUNNEL_CHANCE_NONE)
                        .with("wanted", wanted)
                        .with("reason", reason(need.activity())));
            }
        }
        boolean known =
                stages().stream().flatMap(need -> need.basis().stream()).allMatch(ConversionBasis.GIVEN::equals);
        messages.add(Message.of(known ? MessageCode.FUNNEL_METHOD_KNOWN : MessageCode.FUNNEL_METHOD_UNCERTAIN));
        if (dealSizeBasis() != ConversionBasis.GIVEN && dealSize().isKnown()) {
            messages.add(Message.of(MessageCode.FUNNEL_METHOD_SIZES));
        }
    }

    private Message stageMessage(int i) {
        StageNeed need = stages().get(i);
        if (!(need.exact() instanceof Known exact)) {
            return Message.of(
                            need.exact() instanceof Withheld ? MessageCode.FUNNEL_WITHHELD : MessageCode.FUNNEL_NO_NEED)
                    .with("stage", need.stage())
                    .with("reason", reason(need.exact()));
        }
        Message message;
        if (need.conversion().isEmpty()) {
            message = Message.of(MessageCode.FUNNEL_BOTTOM)
                    .with("quota", FunnelWords.amount(currency(), quota().orThrow()))
                    .with("size", FunnelWords.amount(currency(), dealSize().orThrow()))
                    .with("basis", FunnelWords.basis(dealSizeBasis(), dealSize()));
        } else {
            Known rate = (Known) need.conversion().get();
            Optional<Interval> interval = rate.interval();
            message = Message.of(interval.isPresent() ? MessageCode.FUNNEL_STAGE_UNCERTAIN : MessageCode.FUNNEL_STAGE)
                    .withShare("rate", rate.value())
                    .with("next", stages().get(i + 1).stage())
                    .with("basis", FunnelWords.basis(need.basis().orElseThrow(), rate));
            if (interval.isPresent()) {
                message = message.withShare("low", interval.get().low())
                        .withShare("high", interval.get().high())
                        .with("level", new Argument.Share(interval.get().level().fraction(), 0));
            }
        }
        return message.with("exact", exact.value(), FunnelWords.decimals(exact.value()))
                .with("stage", need.stage())
                .with("whole", need.whole().orElseThrow());
    }

    private static String reason(Estimate estimate) {
        return estimate.whyNot().orElse(Reason.NO_DATA).text();
    }

    @Override
    public String explain(Catalogue catalogue) {
        return messages().stream().map(catalogue::text).collect(Collectors.joining("\n"));
    }

    @Override
    public Rows rows() {
        var rows = new ArrayList<Map<String, Object>>();
        for (StageNeed need : stages()) {
            Map<String, Object> row = row("need", need.stage(), need.exact(), need.perWeek(), need.perDay());
            need.whole().ifPresent(whole -> row.put("whole", whole));
            need.conversion()
                    .flatMap(c -> c.asDouble().stream().boxed().findFirst())
                    .ifPresent(c -> row.put("conversion", c));
            need.basis().ifPresent(basis -> row.put("basis", basis.name()));
            rows.add(row);
        }
        rows.get(0).putAll(plainChance() instanceof Known p ? Map.of("chance", p.value()) : Map.of());
        for (ChanceNeed need : chances()) {
            Map<String, Object> row =
                    row("chance", stages().get(0).stage(), need.activity(), need.perWeek(), need.perDay());
            need.activity().asDouble().ifPresent(activity -> row.put("whole", (long) activity));
            row.put(
                    "chance",
                    need.really() instanceof Known p ? p.value() : need.chance().fraction());
            rows.add(row);
        }
        return Rows.of(COLUMNS, rows);
    }

    private Map<String, Object> row(
            String kind, String stage, Estimate figure, Optional<WorkPace> perWeek, Optional<WorkPace> perDay) {
        var row = new LinkedHashMap<String, Object>();
        subject().ifPresent(subject -> row.put("subject", subject.value()));
        row.put("kind", kind);
        row.put("stage", stage);
        figure.asDouble().ifPresent(value -> row.put("exact", value));
        perWeek.ifPresent(pace -> row.put("perWeek", pace.exact()));
        perDay.ifPresent(pace -> row.put("perDay", pace.exact()));
        figure.whyNot().ifPresent(reason -> row.put("reason", reason.name()));
        return row;
    }

    @Override
    public abstract Provenance provenance();

    /** Builds a {@link BackSolve}. */
    public static final class Builder extends ImmutableBackSolve.Builder {
        Builder() {}
    }
}
