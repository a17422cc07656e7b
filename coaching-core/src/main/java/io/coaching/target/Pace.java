package io.coaching.target;

import io.coaching.base.Catalogue;
import io.coaching.base.Estimate;
import io.coaching.base.Known;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Percent;
import io.coaching.base.Provenance;
import io.coaching.base.Reason;
import io.coaching.base.Result;
import io.coaching.base.Rows;
import io.coaching.base.Subject;
import io.coaching.base.Withheld;
import io.coaching.goal.TargetInForce;
import io.coaching.internal.text.OneLine;
import io.coaching.internal.text.TextTable;
import io.coaching.kpi.Kpi;
import io.coaching.kpi.KpiFormat;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * Where a running period is heading: what was to be expected by now, where it will probably end, how likely the target is, and what
 * each remaining day has to bring.
 *
 * <p>Expected by now is no straight line: it follows what share of their periods the subject and the peers usually have behind
 * them on that working day, as many deals are won in the last weeks of a quarter.
 */
@Value.Immutable
public abstract sealed class Pace implements Result permits ImmutablePace {
    Pace() {}

    /**
     * Starts an answer.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Whose.
     *
     * @return the person, team, region or everyone
     */
    public abstract Subject subject();

    /**
     * On what.
     *
     * @return the KPI
     */
    public abstract Kpi kpi();

    /**
     * In which days.
     *
     * @return the period
     */
    public abstract Span span();

    /**
     * As seen at the end of which day.
     *
     * @return the day
     */
    public abstract LocalDate asOf();

    /**
     * How far the period has come for the subject.
     *
     * @return the eligible working days over and all of them
     */
    public abstract DaysOver days();

    /**
     * What is to be reached.
     *
     * @return the target, prorated and ramped
     */
    public abstract Estimate target();

    /**
     * How the target was derived.
     *
     * @return the derivation; absent where it is withheld
     */
    public abstract Optional<TargetInForce> derivation();

    /**
     * What was reached so far.
     *
     * @return the value
     */
    public abstract Estimate actual();

    /**
     * Which share of the whole is usually done by now.
     *
     * @return the share by the profile of past periods, 0 to 1
     */
    public abstract Estimate shareByNow();

    /**
     * What was to be expected by now to reach the target.
     *
     * @return the target by {@link #shareByNow}; of a share the target itself
     */
    public abstract Estimate expectedByNow();

    /**
     * What was to be expected by now on a straight line.
     *
     * @return the target by the share of working days; of a share the target itself
     */
    public abstract Estimate expectedOnStraightLine();

    /**
     * Where it ends.
     *
     * @return the expected value at the end with its prediction interval
     */
    public abstract Estimate projected();

    /**
     * The probability that the target is reached.
     *
     * @return 0 to 1
     */
    public abstract Estimate probability();

    /**
     * What each remaining working day has to bring.
     *
     * @return what is missing by the days left; undefined where the KPI is no sum over days, or none is left
     */
    public abstract Estimate neededPerDay();

    /**
     * The plain run rate beside it.
     *
     * @return the run rate; absent where the KPI is no sum over days
     */
    public abstract Optional<RunRate> runRate();

    /**
     * Whether it will be reached.
     *
     * @return the verdict
     */
    public abstract PaceVerdict verdict();

    /**
     * From which probability on the target counts as likely, and below one less which as unlikely.
     *
     * @return the probability
     */
    public abstract Percent likelyFrom();

    /**
     * The currency of values that are money.
     *
     * @return the currency
     */
    public abstract Optional<Currency> currency();

    @Override
    public abstract Provenance provenance();

    /**
     * How much the actual is ahead of what was to be expected by now, in the unit of the KPI.
     *
     * @return actual less expected; below zero where it is behind
     */
    public Estimate ahead() {
        if (!(actual() instanceof Known known)) {
            return actual();
        }
        return expectedByNow() instanceof Known expected
                ? Known.builder()
                        .value(known.value() - expected.value())
                        .sizes(known.sizes())
                        .method("actual - expected by now")
                        .build()
                : expectedByNow();
    }

    Pace withheld(Reason reason) {
        Withheld none = Estimate.withheld(reason);
        return builder()
                .from(this)
                .target(none)
                .derivation(Optional.empty())
                .actual(none)
                .shareByNow(none)
                .expectedByNow(none)
                .expectedOnStraightLine(none)
                .projected(none)
                .probability(none)
                .neededPerDay(none)
                .runRate(Optional.empty())
                .verdict(PaceVerdict.NONE)
                .build();
    }

    private KpiFormat format() {
        return KpiFormat.of(kpi(), currency());
    }

    private String brief(Estimate value) {
        return value instanceof Known known ? format().brief(known.value()) : value.toString();
    }

    /**
     * The reasoning, sentence by sentence.
     *
     * @return the messages, in order
     */
    public List<Message> messages() {
        var messages = new ArrayList<Message>();
        if (!(target() instanceof Known wanted)
                || (!actual().isKnown() && !probability().isKnown())) {
            messages.add(Message.of(MessageCode.PACE_NONE)
                    .with("subject", subject())
                    .with("kpi", kpi().name())
                    .with("from", span().start())
                    .with("to", span().lastDay())
                    .with("reason", TargetWords.reason(actual().isKnown() ? target() : actual())));
            return List.copyOf(messages);
        }
        Message soFar = actual() instanceof Known reached
                ? Message.of(MessageCode.PACE_SO_FAR).with("actual", format().value(reached.value()))
                : Message.of(MessageCode.PACE_NOTHING_YET).with("reason", TargetWords.reason(actual()));
        messages.add(soFar.with("subject", subject())
                .with("target", format().value(wanted.value()))
                .with("kpi", kpi().name())
                .with("day", asOf())
                .with("over", days().over())
                .with("all", days().all()));
        derivation().ifPresent(d -> messages.addAll(Attainment.derivation(format(), d)));
        if (runRate().isPresent()
                && expectedByNow() instanceof Known expected
                && shareByNow() instanceof Known share
                && expectedOnStraightLine() instanceof Known straight) {
            messages.add(Message.of(MessageCode.PACE_EXPECTED)
                    .with("expected", format().value(expected.value()))
                    .with("share", TargetWords.argument(share.value()))
                    .with("method", share.method())
                    .with("straight", format().value(straight.value())));
        }
        if (projected() instanceof Known end && end.interval().isPresent()) {
            messages.add(Message.of(MessageCode.PACE_PROJECTED)
                    .with("value", format().value(end.value()))
                    .with("low", format().value(end.interval().get().low()))
                    .with("high", format().value(end.interval().get().high()))
                    .with("level", end.interval().get().level().toString())
                    .with("method", end.method()));
        }
        if (neededPerDay() instanceof Known needed) {
            OptionalDouble perDay = runRate().map(RunRate::perDay).orElse(OptionalDouble.empty());
            messages.add(Message.of(MessageCode.PACE_NEEDED)
                    .with("days", days().all() - days().over())
                    .with("needed", perDay(needed.value()))
                    .with("rate", perDay.isPresent() ? perDay(perDay.getAsDouble()) : "nothing"));
        }
        messages.add(
                probability() instanceof Known chance
                        ? Message.of(MessageCode.PACE_VERDICT)
                                .with("subject", subject())
                                .with("verdict", verdict().text())
                                .with("probability", TargetWords.probability(chance.value()))
                                .with("likely", likelyFrom().toString())
                        : Message.of(MessageCode.PACE_NO_PROBABILITY)
                                .with("reason", TargetWords.reason(probability())));
        return List.copyOf(messages);
    }

    /** A total for a day, with as many digits as say something. */
    private String perDay(double value) {
        return KpiFormat.of(kpi(), currency()).perExposure().brief(value);
    }

    @Override
    public String explain(Catalogue catalogue) {
        return catalogue.lines(messages());
    }

    @Override
    public String table() {
        TextTable table = TextTable.of(kpi().id().value(), ">" + subject());
        table.row("target", brief(target()));
        table.row("so far", brief(actual()));
        table.row("expected by now", brief(expectedByNow()));
        table.row("on a straight line", brief(expectedOnStraightLine()));
        table.row("projected", brief(projected()));
        if (projected() instanceof Known known) {
            known.interval().ifPresent(i -> {
                table.row("  low, " + i.level(), format().brief(i.low()));
                table.row("  high, " + i.level(), format().brief(i.high()));
            });
        }
        table.row("P(target)", TargetWords.probability(probability()));
        table.row(
                "needed a day",
                neededPerDay() instanceof Known known
                        ? perDay(known.value())
                        : neededPerDay().toString());
        return table.toString();
    }

    @Override
    public Rows rows() {
        var row = new LinkedHashMap<String, Object>();
        row.put("subject", subject().value());
        row.put("kpi", kpi().id().value());
        row.put("from", span().start());
        row.put("to", span().lastDay());
        row.put("as_of", asOf());
        row.put("days_over", days().over());
        row.put("days", days().all());
        target().asDouble().ifPresent(v -> row.put("target", v));
        actual().asDouble().ifPresent(v -> row.put("actual", v));
        expectedByNow().asDouble().ifPresent(v -> row.put("expected", v));
        if (projected() instanceof Known known) {
            row.put("projected", known.value());
            known.interval().ifPresent(i -> {
                row.put("low", i.low());
                row.put("high", i.high());
            });
        }
        probability().asDouble().ifPresent(v -> row.put("probability", v));
        neededPerDay().asDouble().ifPresent(v -> row.put("needed_per_day", v));
        row.put("verdict", verdict().name());
        probability().whyNot().ifPresent(reason -> row.put("reason", reason.name()));
        return Rows.of(
                List.of(
                        "subject",
                        "kpi",
                        "from",
                        "to",
                        "as_of",
                        "days_over",
                        "days",
                        "target",
                        "actual",
                        "expected",
                        "projected",
                        "low",
                        "high",
                        "probability",
                        "needed_per_day",
                        "verdict",
                        "reason"),
                List.of(row));
    }

    @Override
    public String toString() {
        return OneLine.of(subject() + " "
                + (probability().isKnown()
                        ? verdict().name().toLowerCase(java.util.Locale.ROOT) + ", P "
                                + TargetWords.probability(probability())
                        : probability().toString())
                + (actual().isKnown() && target().isKnown()
                        ? ": " + brief(actual()) + " of " + brief(target()) + " " + kpi().id() + ", " + days().over()
                                + "/" + days().all() + " days"
                        : ""));
    }

    /** Builds a {@link Pace}. */
    public static final class Builder extends ImmutablePace.Builder {
        Builder() {}
    }
}
