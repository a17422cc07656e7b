package io.coaching.benchmark;

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
import io.coaching.internal.text.Figures;
import io.coaching.internal.text.OneLine;
import io.coaching.internal.text.TextTable;
import io.coaching.kpi.Kpi;
import io.coaching.time.Span;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One team against another on one KPI: pooled values, their difference with its interval, and the probability that the first
 * truly does better.
 *
 * <p>Intervals: Newcombe's for proportions, squared-and-added exact limits for counts, Welch's for means, the normal
 * approximation for the rest. It is about these people and days: deals of one person are taken as independent, and teams that
 * differ in role, tenure or territory are not made alike.
 */
@Value.Immutable
public abstract sealed class TeamComparison implements Result permits ImmutableTeamComparison {
    TeamComparison() {}

    /**
     * Starts a comparison.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The one.
     *
     * @return the team
     */
    public abstract Subject first();

    /**
     * The other.
     *
     * @return the team
     */
    public abstract Subject second();

    /**
     * On what.
     *
     * @return the KPI
     */
    public abstract Kpi kpi();

    /**
     * Over which days.
     *
     * @return the span
     */
    public abstract Span span();

    /**
     * The pooled value of the first.
     *
     * @return the value; totals for a unit of exposure
     */
    public abstract Estimate firstValue();

    /**
     * The pooled value of the second.
     *
     * @return the value; totals for a unit of exposure
     */
    public abstract Estimate secondValue();

    /**
     * First less second, in the unit of the KPI, not turned.
     *
     * @return the difference with its confidence interval
     */
    public abstract Estimate difference();

    /**
     * The probability that the true value of the first is better, without any knowledge beforehand.
     *
     * @return 0 to 1
     */
    public abstract Estimate probabilityFirstBetter();

    /**
     * Whether the first is ahead of the second, behind, or neither, by the same rule as for persons.
     *
     * @return the verdict on the first
     */
    public abstract Verdict verdict();

    /**
     * The currency of values that are money.
     *
     * @return the currency
     */
    public abstract Optional<Currency> currency();

    @Override
    public abstract Provenance provenance();

    /**
     * The reasoning, sentence by sentence.
     *
     * @return the messages, in order
     */
    public List<Message> messages() {
        var messages = new ArrayList<Message>();
        if (difference() instanceof Known known && known.interval().isPresent()) {
            Interval interval = known.interval().get();
            messages.add(Message.of(MessageCode.TEAMS_DIFFERENCE)
                    .with("first", first())
                    .with("one", value(firstValue()))
                    .with("kpi", kpi().name())
                    .with("second", second())
                    .with("two", value(secondValue()))
                    .with("difference", Words.gap(kpi(), currency(), known.value()))
                    .with("low", Words.gap(kpi(), currency(), interval.low()))
                    .with("high", Words.gap(kpi(), currency(), interval.high()))
                    .with("level", interval.level().toString())
                    .with("method", interval.method()));
            messages.add(Message.of(MessageCode.TEAMS_PROBABILITY)
                    .with("first", first())
                    .with("probability", Words.share(probabilityFirstBetter().orThrow())));
        } else {
            messages.add(Message.of(MessageCode.TEAMS_NO_DIFFERENCE)
                    .with("first", first())
                    .with("second", second())
                    .with("kpi", kpi().name())
                    .with("reason", Words.reason(difference().whyNot().orElse(Reason.NO_ERROR_MODEL))));
        }
        messages.add(Message.of(MessageCode.TEAMS_NOTE));
        return List.copyOf(messages);
    }

    private Argument value(Estimate estimate) {
        return Words.value(kpi(), currency(), estimate.orThrow());
    }

    @Override
    public String explain(Catalogue catalogue) {
        return catalogue.lines(messages());
    }

    private String cell(Estimate estimate) {
        return estimate instanceof Known known ? Words.brief(kpi(), currency(), known.value()) : estimate.toString();
    }

    @Override
    public String table() {
        return TextTable.of(kpi().name(), ">" + first(), ">" + second(), ">difference", ">P(first better)")
                .row(
                        span().toString(),
                        cell(firstValue()),
                        cell(secondValue()),
                        cell(difference()),
                        probabilityFirstBetter() instanceof Known p ? Figures.percent(p.value(), 0) : "")
                .toString();
    }

    @Override
    public Rows rows() {
        var row = new LinkedHashMap<String, Object>();
        row.put("first", first().value());
        row.put("second", second().value());
        row.put("kpi", kpi().id().value());
        firstValue().asDouble().ifPresent(v -> row.put("first_value", v));
        secondValue().asDouble().ifPresent(v -> row.put("second_value", v));
        if (difference() instanceof Known known) {
            row.put("difference", known.value());
            known.interval().ifPresent(i -> {
                row.put("low", i.low());
                row.put("high", i.high());
            });
        }
        probabilityFirstBetter().asDouble().ifPresent(v -> row.put("probability_first_better", v));
        row.put("standing", verdict().standing().name());
        verdict().reason().ifPresent(reason -> row.put("reason", reason.name()));
        return Rows.of(
                List.of(
                        "first",
                        "second",
                        "kpi",
                        "first_value",
                        "second_value",
                        "difference",
                        "low",
                        "high",
                        "probability_first_better",
                        "standing",
                        "reason"),
                List.of(row));
    }

    @Override
    public String toString() {
        return OneLine.of(kpi().id() + " of " + first() + " against " + second() + ": " + cell(firstValue()) + " and "
                + cell(secondValue()) + ", "
                + (probabilityFirstBetter() instanceof Known p
                        ? "P(better) " + Figures.percent(p.value(), 0)
                        : verdict().toString()));
    }

    /** Builds a {@link TeamComparison}. */
    public static final class Builder extends ImmutableTeamComparison.Builder {
        Builder() {}
    }
}
