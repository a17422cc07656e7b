package io.coaching.stats;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.coaching.base.Estimate;
import io.coaching.base.Interval;
import io.coaching.base.Known;
import io.coaching.base.Percent;
import io.coaching.base.Reason;
import io.coaching.internal.check.Checks;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How far raters agree, by one coefficient, with its evidence; or the reason why it has no value, which is never a NaN, a 0 or
 * a 1 in its place.
 *
 * <p>Coefficients that are corrected for chance are {@code (observed - expected) / (1 - expected)}: {@link #observed} and {@link
 * #expected} say what went in. Limits are computed as the method says and never leave the range that the coefficient can take.
 */
public final class Coefficient {
    /** Limits at a level; empty where the data give none. */
    interface LimitsAt {
        Optional<Limits> at(double level);
    }

    private final @Nullable Reason reason;
    private final double value;
    private final double standardError;
    private final LimitsAt limits;
    private final String intervalMethod;
    private final String method;
    private final double observed;
    private final double expected;
    private final int units;
    private final int raters;
    private final int ratings;

    private Coefficient(Draft draft, @Nullable Reason reason, double value) {
        this.reason = reason;
        this.value = value;
        this.standardError = draft.standardError;
        this.limits = draft.limits;
        this.intervalMethod = draft.intervalMethod;
        this.method = draft.method;
        this.observed = draft.observed;
        this.expected = draft.expected;
        this.units = draft.units;
        this.raters = draft.raters;
        this.ratings = draft.ratings;
    }

    /** A coefficient in the making. */
    static final class Draft {
        private final String method;
        private final int units;
        private final int raters;
        private final int ratings;
        private double standardError = Double.NaN;
        private LimitsAt limits = level -> Optional.empty();
        private String intervalMethod = "none";
        private double observed = Double.NaN;
        private double expected = Double.NaN;

        Draft(String method, int units, int raters, int ratings) {
            this.method = method;
            this.units = units;
            this.raters = raters;
            this.ratings = ratings;
        }

        @CanIgnoreReturnValue
        Draft chance(double observedShare, double expectedShare) {
            this.observed = observedShare;
            this.expected = expectedShare;
            return this;
        }

        /** Limits {@code value +- t(df) se}; the normal distribution where {@code df} is infinite. */
        @CanIgnoreReturnValue
        Draft symmetric(double value, double se, double df, double low, double high, String name) {
            this.standardError = se;
            this.intervalMethod = name;
            this.limits = level -> {
                double half = (Double.isInfinite(df) ? Moments.z(level) : Moments.t(df, level)) * se;
                return Optional.of(within(value - half, value + half, low, high, level));
            };
            return this;
        }

        @CanIgnoreReturnValue
        Draft limits(LimitsAt given, String name) {
            this.limits = given;
            this.intervalMethod = name;
            return this;
        }

        @CanIgnoreReturnValue
        Draft standardError(double se) {
            this.standardError = se;
            return this;
        }

        Coefficient known(double value) {
            return new Coefficient(this, null, Checks.finite(value, "value"));
        }

        Coefficient undefined(Reason reason) {
            Draft bare = new Draft(method, units, raters, ratings);
            bare.observed = observed;
            bare.expected = expected;
            return new Coefficient(bare, reason, Double.NaN);
        }
    }

    static Limits within(double low, double high, double least, double most, double level) {
        return new Limits(
                Math.min(most, Math.max(least, low)), Math.max(least, Math.min(most, high)), Arguments.level(level));
    }

    /**
     * The coefficient.
     *
     * @return its value; empty where it has none
     */
    public OptionalDouble value() {
        return optional(value);
    }

    /**
     * Why there is no value.
     *
     * @return the reason; empty where there is a value
     */
    public Optional<Reason> whyNot() {
        return Optional.ofNullable(reason);
    }

    /**
     * Its standard error.
     *
     * @return the standard error; empty where the method has none
     */
    public OptionalDouble standardError() {
        return optional(standardError);
    }

    /**
     * The agreement that was seen, weighted where the coefficient weights.
     *
     * @return a share; empty for a coefficient that is no share of agreement
     */
    public OptionalDouble observed() {
        return optional(observed);
    }

    /**
     * The agreement that chance alone would bring, as this coefficient thinks of chance.
     *
     * @return a share; empty for a coefficient that is not corrected for chance
     */
    public OptionalDouble expected() {
        return optional(expected);
    }

    /**
     * Confidence limits.
     *
     * @param level the confidence level, such as 0.95
     * @return the limits; empty where there is no value or the method has none
     */
    public Optional<Limits> limits(double level) {
        Arguments.level(level);
        return reason == null ? limits.at(level) : Optional.empty();
    }

    /**
     * How it was computed.
     *
     * @return the method, with its variant
     */
    public String method() {
        return method;
    }

    /**
     * How many units it stands on.
     *
     * @return the number of units that count
     */
    public int units() {
        return units;
    }

    /**
     * How many raters it stands on.
     *
     * @return the number of raters
     */
    public int raters() {
        return raters;
    }

    /**
     * How many ratings it stands on.
     *
     * @return the number of ratings that count
     */
    public int ratings() {
        return ratings;
    }

    /**
     * The coefficient as an answer.
     *
     * @param level the level of the interval
     * @return known, with its interval and sizes, or undefined with its reason
     */
    public Estimate estimate(Percent level) {
        if (reason != null) {
            return Estimate.undefined(reason);
        }
        Known.Builder known = Known.builder()
                .value(value)
                .n(units, "units")
                .n(ratings, "ratings")
                .n(raters, "raters")
                .method(method);
        limits(level.fraction())
                .ifPresent(
                        found -> known.interval(Interval.confidence(found.low(), found.high(), level, intervalMethod)));
        return known.build();
    }

    private static OptionalDouble optional(double number) {
        return Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
    }

    @Override
    public String toString() {
        return method + " " + (reason == null ? value : reason) + ", " + units + " units, " + raters + " raters";
    }
}
