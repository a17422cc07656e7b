package io.coaching.stats;

import io.coaching.internal.check.Checks;

/**
 * Two limits that hold a true value with a stated probability: a confidence interval, or a credible one where the method
 * that made it says so. Both ends belong to it and are finite.
 *
 * @param low the lower limit
 * @param high the upper limit, not below {@code low}
 * @param level the nominal probability, between 0 and 1, such as 0.95
 */
public record Limits(double low, double high, double level) {
    /**
     * Checks the limits; -0.0 becomes 0.0.
     *
     * @param low the lower limit
     * @param high the upper limit, not below {@code low}
     * @param level the nominal probability, between 0 and 1, such as 0.95
     */
    public Limits {
        low = Checks.finite(low, "low");
        high = Checks.finite(high, "high");
        Checks.that(low <= high, "low must not exceed high: " + low + " and " + high);
        Arguments.level(level);
    }

    /**
     * Whether a value lies within.
     *
     * @param value any value
     * @return true if it is neither below {@code low} nor above {@code high}
     */
    public boolean contains(double value) {
        return value >= low && value <= high;
    }

    /**
     * How far apart the limits are.
     *
     * @return {@code high - low}
     */
    public double width() {
        return high - low;
    }
}
