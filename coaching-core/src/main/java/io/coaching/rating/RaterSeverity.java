package io.coaching.rating;

import io.coaching.base.Estimate;
import io.coaching.base.PersonId;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/** How lenient one rater is, and what was decided about it. */
@Value.Immutable
public abstract sealed class RaterSeverity permits ImmutableRaterSeverity {
    RaterSeverity() {}

    /**
     * Starts one.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Who rates.
     *
     * @return the rater
     */
    public abstract PersonId rater();

    /**
     * How far the rater's scores lie above what the typical one among comparable raters would have given: positive is lenient. Unbiased; what the
     * decision rests on.
     *
     * @return points, with a confidence interval; undefined where nobody else rated the same
     */
    public abstract Estimate effect();

    /**
     * The same, drawn towards zero by as much as the evidence is weak: what scores are adjusted by.
     *
     * @return points, with a credible interval
     */
    public abstract Estimate shrunken();

    /**
     * How sure the shrunken effect is.
     *
     * @return the standard error of prediction, in points; empty where there is no effect
     */
    public abstract OptionalDouble adjustmentError();

    /**
     * On how many scorecards it stands.
     *
     * @return their number
     */
    public abstract int scorecards();

    /**
     * Among which raters comparison holds.
     *
     * @return the number of the group that common subjects link, from 1
     */
    public abstract int group();

    /**
     * What was decided.
     *
     * @return the decision
     */
    public abstract Leniency leniency();

    @Override
    public String toString() {
        return rater() + ": " + effect() + ", " + leniency().text();
    }

    /** Builds a {@link RaterSeverity}. */
    public static final class Builder extends ImmutableRaterSeverity.Builder {
        Builder() {}
    }
}
