package io.coaching.target;

import io.coaching.base.Catalogue;
import io.coaching.base.Estimate;
import io.coaching.base.Known;
import io.coaching.base.KpiId;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Provenance;
import io.coaching.base.Result;
import io.coaching.base.Rows;
import io.coaching.base.Subject;
import io.coaching.internal.text.Figures;
import io.coaching.internal.text.OneLine;
import io.coaching.internal.text.TextTable;
import io.coaching.time.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.immutables.value.Value;

/**
 * Whether a target is a good goal: measurable (a KPI, a baseline, a value, a date) and a step rather than a leap.
 *
 * <p>The baseline is the one that was agreed, else the subject's own last whole period; the best in class is the top quartile of
 * the peers in it. Figures of a KPI that is added up are for a working day, so that periods of different length compare.
 *
 * <p>It says nothing of whether the goal matters, nor of who set it.
 */
@Value.Immutable
public abstract sealed class TargetQuality implements Result permits ImmutableTargetQuality {
    TargetQuality() {}

    /**
     * Starts an answer.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Whose target.
     *
     * @return the subject
     */
    public abstract Subject subject();

    /**
     * On what.
     *
     * @return the KPI
     */
    public abstract KpiId kpi();

    /**
     * In which days.
     *
     * @return the period
     */
    public abstract Span span();

    /**
     * What is wrong with it.
     *
     * @return the flaws, those against measurability first
     */
    public abstract List<TargetFlaw> flaws();

    /**
     * What is to be reached, as compared.
     *
     * @return the value; for a working day where the KPI is added up
     */
    public abstract Estimate value();

    /**
     * Where things stand.
     *
     * @return the baseline; for a working day where the KPI is added up
     */
    public abstract Estimate baseline();

    /**
     * What the best of the peers do.
     *
     * @return their top quartile; for a working day where the KPI is added up
     */
    public abstract Estimate bestInClass();

    /**
     * How often so much was reached before.
     *
     * @return the share of the own last periods in which it was
     */
    public abstract Estimate reachedBefore();

    @Override
    public abstract Provenance provenance();

    /**
     * Whether it is a KPI with a baseline, a value and a date that is still to come.
     *
     * @return true if no flaw is against it
     */
    public boolean isMeasurable() {
        return flaws().stream().noneMatch(TargetFlaw::againstMeasurability);
    }

    /**
     * Whether it is measurable, better than the baseline, and within reach.
     *
     * @return true if there is no flaw
     */
    public boolean isIncremental() {
        return flaws().isEmpty();
    }

    /**
     * How much more than the baseline is asked for.
     *
     * @return the change for one of the baseline, 0.1 for a tenth more
     */
    public Estimate step() {
        if (!(baseline() instanceof Known from) || from.value() == 0) {
            return baseline().isKnown() ? Estimate.undefined(io.coaching.base.Reason.ZERO_DENOMINATOR) : baseline();
        }
        return value() instanceof Known to
                ? Known.builder()
                        .value(to.value() / from.value() - 1)
                        .sizes(from.sizes())
                        .method("target / baseline - 1")
                        .build()
                : value();
    }

    /**
     * The reasoning, sentence by sentence.
     *
     * @return the messages, in order
     */
    public List<Message> messages() {
        var messages = new ArrayList<Message>();
        for (TargetFlaw flaw : flaws()) {
            messages.add(Message.of(flaw.code())
                    .with("subject", subject())
                    .with("kpi", kpi().value())
                    .with("to", span().lastDay()));
        }
        if (flaws().isEmpty()) {
            messages.add(Message.of(MessageCode.TARGET_FLAWLESS)
                    .with("subject", subject())
                    .with("kpi", kpi().value())
                    .with("to", span().lastDay()));
        }
        if (step() instanceof Known step) {
            messages.add(Message.of(MessageCode.TARGET_STEP)
                    .with("step", TargetWords.argument(step.value()))
                    .with("before", TargetWords.share(reachedBefore())));
        }
        return List.copyOf(messages);
    }

    @Override
    public String explain(Catalogue catalogue) {
        return catalogue.lines(messages()) + table();
    }

    private static String cell(Estimate value) {
        return value instanceof Known known ? Figures.general(known.value()) : value.toString();
    }

    @Override
    public String table() {
        return TextTable.of(kpi().value(), ">" + subject())
                .row("baseline", cell(baseline()))
                .row("target", cell(value()))
                .row("best in class", cell(bestInClass()))
                .row("step", TargetWords.share(step()))
                .row("reached before", TargetWords.share(reachedBefore()))
                .toString();
    }

    @Override
    public Rows rows() {
        var row = new LinkedHashMap<String, Object>();
        row.put("subject", subject().value());
        row.put("kpi", kpi().value());
        row.put("from", span().start());
        row.put("to", span().lastDay());
        baseline().asDouble().ifPresent(v -> row.put("baseline", v));
        value().asDouble().ifPresent(v -> row.put("target", v));
        bestInClass().asDouble().ifPresent(v -> row.put("best_in_class", v));
        reachedBefore().asDouble().ifPresent(v -> row.put("reached_before", v));
        row.put("flaws", String.join(" ", flaws().stream().map(TargetFlaw::name).toList()));
        return Rows.of(
                List.of(
                        "subject",
                        "kpi",
                        "from",
                        "to",
                        "baseline",
                        "target",
                        "best_in_class",
                        "reached_before",
                        "flaws"),
                List.of(row));
    }

    @Override
    public String toString() {
        return OneLine.of(subject() + " " + kpi() + ": "
                + (flaws().isEmpty()
                        ? "measurable and a step of " + TargetWords.share(step())
                        : String.join(
                                ", ", flaws().stream().map(TargetFlaw::name).toList())));
    }

    /** Builds a {@link TargetQuality}. */
    public static final class Builder extends ImmutableTargetQuality.Builder {
        Builder() {}
    }
}
