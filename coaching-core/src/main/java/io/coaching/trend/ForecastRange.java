package io.coaching.trend;

import io.coaching.internal.check.Checks;
import java.util.OptionalDouble;

/**
 * Which values a figure can have, so that no limit of a forecast lies where the figure never can.
 *
 * @param low the least value; absent if there is none
 * @param high the greatest value; absent if there is none; never without {@code low}
 * @param whole whether it is counted in ones from {@code low} up, without a greatest value
 */
public record ForecastRange(OptionalDouble low, OptionalDouble high, boolean whole) {
    /** Any value at all. */
    public static final ForecastRange ANY = new ForecastRange(OptionalDouble.empty(), OptionalDouble.empty(), false);

    /** Amounts: 0 or more. */
    public static final ForecastRange NON_NEGATIVE =
            new ForecastRange(OptionalDouble.of(0), OptionalDouble.empty(), false);

    /** Counts: 0, 1, 2 and so on. */
    public static final ForecastRange COUNTS = new ForecastRange(OptionalDouble.of(0), OptionalDouble.empty(), true);

    /** Shares: 0 to 1. */
    public static final ForecastRange SHARES = between(0, 1);

    /**
     * Checks the limits.
     *
     * @param low the least value
     * @param high the greatest value
     * @param whole whether it is counted in ones
     */
    public ForecastRange {
        Checks.that(high.isEmpty() || low.isPresent(), "low must be given with high: " + high);
        low.ifPresent(value -> Checks.finite(value, "low"));
        high.ifPresent(value -> Checks.finite(value, "high"));
        Checks.that(
                high.isEmpty() || low.orElse(0) < high.getAsDouble(),
                "low must be below high: " + low + " and " + high);
        Checks.that(!whole || (low.isPresent() && high.isEmpty()), "whole must have low and no high: " + high);
    }

    /**
     * A scale with two ends.
     *
     * @param low the least value
     * @param high the greatest value
     * @return the range
     */
    public static ForecastRange between(double low, double high) {
        return new ForecastRange(OptionalDouble.of(low), OptionalDouble.of(high), false);
    }

    /**
     * Whether a value can be.
     *
     * @param value any value
     * @return true if it lies in the range, and is whole where it must be
     */
    public boolean contains(double value) {
        return value >= low.orElse(Double.NEGATIVE_INFINITY)
                && value <= high.orElse(Double.POSITIVE_INFINITY)
                && (!whole || value == Math.rint(value));
    }

    /** The nearest value within the limits; it need not be whole, as a mean need not. */
    double clamp(double value) {
        return Math.min(Math.max(value, low.orElse(value)), high.orElse(Double.POSITIVE_INFINITY));
    }
}
