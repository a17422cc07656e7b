package io.coaching.rating;

import io.coaching.base.Catalogue;
import io.coaching.base.Estimate;
import io.coaching.base.Interval;
import io.coaching.base.Known;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.PersonId;
import io.coaching.base.Provenance;
import io.coaching.base.Reason;
import io.coaching.base.Result;
import io.coaching.base.Rows;
import io.coaching.internal.text.Figures;
import io.coaching.internal.text.OneLine;
import io.coaching.internal.text.TextTable;
import io.coaching.scorecard.RaterAdjustment;
import io.coaching.time.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.immutables.value.Value;

/**
 * Who is severe and who is lenient, how sure that is, and what scores are without it.
 *
 * <p>Two estimates stand side by side, for two purposes: {@link RaterSeverity#effect} is unbiased and decides whether somebody is
 * named; {@link RaterSeverity#shrunken} is closer to the truth on the mean and adjusts scores. Nobody is named on little
 * evidence: of those named no more than the stated rate are expected to be named by chance. Raters whom nothing links are
 * compared within their group only.
 */
@Value.Immutable
public abstract sealed class Severities implements Result permits ImmutableSeverities {
    Severities() {}

    /**
     * Starts an answer.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * What was rated.
     *
     * @return the template and its version, or that the ratings are plain
     */
    public abstract String what();

    /**
     * The ruler whose scores these severities belong to.
     *
     * @return the ruler of the template; absent for plain ratings
     */
    public abstract Optional<String> ruler();

    /**
     * Of which days the cards are.
     *
     * @return the span; absent for plain ratings
     */
    public abstract Optional<Span> span();

    /**
     * What was agreed before.
     *
     * @return level, rate and what does not matter
     */
    public abstract SeverityRule rule();

    /**
     * How many scorecards count.
     *
     * @return their number
     */
    public abstract int scorecards();

    /**
     * Into how many groups the raters fall that no common subject links; severity compares within a group only.
     *
     * @return 1 where all can be compared; 0 without ratings
     */
    public abstract int groups();

    /**
     * The raters.
     *
     * @return everyone who rated, by identifier
     */
    public abstract List<RaterSeverity> raters();

    /**
     * What each ratee's cards come to, with and without severity.
     *
     * @return the scores, by identifier; empty for plain ratings
     */
    public abstract List<AdjustedScore> scores();

    /**
     * What was left out, by reason.
     *
     * @return how many cards for each reason; reasons that apply to none are absent
     */
    public abstract Map<MessageCode, Integer> leftOut();

    /**
     * How far raters differ.
     *
     * @return the standard deviation of true severities, in points
     */
    public abstract Estimate raterDeviation();

    /**
     * How far scores of one subject differ for other reasons than severity.
     *
     * @return the standard deviation, in points
     */
    public abstract Estimate residualDeviation();

    /**
     * How many raters are not shown, because the viewer may not see them.
     *
     * @return their number
     */
    public abstract int hidden();

    @Override
    public abstract Provenance provenance();

    /**
     * A rater.
     *
     * @param rater who
     * @return their severity; empty for someone who did not rate
     */
    public Optional<RaterSeverity> of(PersonId rater) {
        return raters().stream().filter(each -> each.rater().equals(rater)).findFirst();
    }

    /**
     * What to subtract from whatever a rater gave on this ruler.
     *
     * @param rater who rated
     * @return the shrunken effect in points; 0 where nothing is known
     */
    public double adjustmentOf(PersonId rater) {
        return of(rater)
                .map(RaterSeverity::shrunken)
                .map(Estimate::asDouble)
                .orElse(OptionalDouble.empty())
                .orElse(0);
    }

    /**
     * What calibrated roll-ups of scorecards take.
     *
     * @return the shrunken effect of each rater with its standard error; empty for whom nothing is known
     */
    public RaterAdjustment toAdjustment() {
        var known = new TreeMap<PersonId, RaterAdjustment.Leniency>();
        for (RaterSeverity each : raters()) {
            each.shrunken()
                    .asDouble()
                    .ifPresent(points -> known.put(
                            each.rater(),
                            new RaterAdjustment.Leniency(
                                    points, each.adjustmentError().orElse(0))));
        }
        return rater -> Optional.ofNullable(known.get(rater));
    }

    /**
     * A ratee's scores.
     *
     * @param ratee who
     * @return the score as given and adjusted; empty for someone without cards
     */
    public Optional<AdjustedScore> scoreOf(PersonId ratee) {
        return scores().stream().filter(each -> each.ratee().equals(ratee)).findFirst();
    }

    /**
     * Those who are named as severe or lenient.
     *
     * @return the raters, the furthest from the others first
     */
    public List<RaterSeverity> flagged() {
        return raters().stream()
                .filter(each -> each.leniency().isFlagged())
                .sorted(Comparator.comparingDouble(
                                (RaterSeverity each) -> -Math.abs(each.effect().orThrow()))
                        .thenComparing(RaterSeverity::rater))
                .toList();
    }

    /** Only those who may be seen. */
    Severities visible(Predicate<PersonId> maySee) {
        List<RaterSeverity> seen =
                raters().stream().filter(each -> maySee.test(each.rater())).toList();
        return builder()
                .from(this)
                .raters(seen)
                .scores(scores().stream()
                        .filter(each -> maySee.test(each.ratee()))
                        .toList())
                .hidden(raters().size() - seen.size())
                .build();
    }

    @Override
    public String toString() {
        if (raterDeviation() instanceof Known sd) {
            return OneLine.of(flagged().size() + " of " + raters().size() + " raters severe or lenient, SD "
                    + Figures.fixed(sd.value(), 2) + " points, " + Figures.count(scorecards()) + " scorecards");
        }
        return OneLine.of("severity " + raterDeviation() + ", " + Figures.count(scorecards()) + " scorecards");
    }

    @Override
    public String table() {
        TextTable table =
                TextTable.of("rater", ">effect", ">low", ">high", ">adjusts by", ">cards", ">group", "decision");
        for (RaterSeverity each : raters()) {
            table.row(
                    each.rater().value(),
                    each.effect() instanceof Known known
                            ? Figures.signed(known.value(), 2)
                            : each.effect().toString(),
                    limit(each.effect(), true),
                    limit(each.effect(), false),
                    Figures.signed(-each.shrunken().asDouble().orElse(0), 2),
                    Figures.count(each.scorecards()),
                    Figures.count(each.group()),
                    each.leniency().text());
        }
        return table.toString();
    }

    private static String limit(Estimate estimate, boolean low) {
        return estimate instanceof Known known
                ? known.interval()
                        .map(i -> Figures.signed(low ? i.low() : i.high(), 2))
                        .orElse("")
                : "";
    }

    /**
     * The reasoning, sentence by sentence.
     *
     * @return the messages, in order
     */
    public List<Message> messages() {
        var messages = new ArrayList<Message>();
        messages.add(Message.of(MessageCode.SEVERITY_BASIS)
                .with("raters", raters().size() + hidden())
                .with("cards", scorecards()));
        if (raterDeviation() instanceof Known sd && residualDeviation() instanceof Known rest) {
            messages.add(
                    sd.value() > 0
                            ? Message.of(MessageCode.SEVERITY_SIZE)
                                    .with("rater", sd.value(), 2)
                                    .with("residual", rest.value(), 2)
                            : Message.of(MessageCode.SEVERITY_NONE));
        } else {
            messages.add(Message.of(MessageCode.SEVERITY_UNDEFINED)
                    .with(
                            "reason",
                            raterDeviation().whyNot().orElse(Reason.NO_DATA).text()));
        }
        if (groups() > 1) {
            messages.add(Message.of(MessageCode.SEVERITY_PARTS).with("parts", groups()));
        }
        for (RaterSeverity each : flagged()) {
            Known known = (Known) each.effect();
            Interval interval = known.interval().orElseThrow();
            messages.add(Message.of(MessageCode.SEVERITY_FLAG)
                    .with("rater", each.rater())
                    .with("decision", each.leniency().text())
                    .with("points", Math.abs(known.value()), 2)
                    .with("low", Math.min(Math.abs(interval.low()), Math.abs(interval.high())), 2)
                    .with("high", Math.max(Math.abs(interval.low()), Math.abs(interval.high())), 2)
                    .with("level", interval.level().toString())
                    .with("cards", each.scorecards()));
        }
        if (flagged().isEmpty()) {
            messages.add(Message.of(MessageCode.SEVERITY_NOBODY));
        } else {
            messages.add(Message.of(MessageCode.SEVERITY_RATE)
                    .with("rate", rule().rate().toString())
                    .with("points", rule().immaterial(), 2));
        }
        var unknown = new TreeMap<Reason, Integer>();
        raters().stream()
                .filter(each -> each.leniency() == Leniency.UNKNOWN || each.leniency() == Leniency.TOO_FEW)
                .forEach(each ->
                        unknown.merge(each.effect().whyNot().orElse(Reason.TOO_FEW_OBSERVATIONS), 1, Integer::sum));
        unknown.forEach((reason, count) -> messages.add(
                Message.of(MessageCode.SEVERITY_TOO_FEW).with("count", count).with("reason", reason.text())));
        leftOut()
                .forEach((why, count) -> messages.add(Message.of(MessageCode.RATING_LEFT_OUT)
                        .with("count", count)
                        .with("why", Message.of(why))));
        if (hidden() > 0) {
            messages.add(Message.of(MessageCode.SEVERITY_HIDDEN).with("count", hidden()));
        }
        return List.copyOf(messages);
    }

    @Override
    public String explain(Catalogue catalogue) {
        return catalogue.lines(messages());
    }

    @Override
    public Rows rows() {
        var rows = new ArrayList<Map<String, Object>>();
        for (RaterSeverity each : raters()) {
            var row = new LinkedHashMap<String, Object>();
            row.put("rater", each.rater().value());
            if (each.effect() instanceof Known known) {
                row.put("effect", known.value());
                known.interval().ifPresent(i -> {
                    row.put("low", i.low());
                    row.put("high", i.high());
                });
            }
            each.shrunken().asDouble().ifPresent(points -> row.put("shrunken", points));
            row.put("scorecards", each.scorecards());
            row.put("group", each.group());
            row.put("leniency", each.leniency().name());
            each.effect().whyNot().ifPresent(reason -> row.put("reason", reason.name()));
            rows.add(row);
        }
        return Rows.of(
                List.of("rater", "effect", "low", "high", "shrunken", "scorecards", "group", "leniency", "reason"),
                rows);
    }

    /** Builds {@link Severities}. */
    public static final class Builder extends ImmutableSeverities.Builder {
        Builder() {}
    }
}
