package io.coaching.base;

import io.coaching.internal.check.Checks;
import io.coaching.internal.text.Figures;

/**
 * A closed interval around an estimate.
 *
 * @param low the lower end, finite
 * @param high the upper end, finite, not below the lower one
 * @param level how sure: 95 for 95 %
 * @param kind what "sure" means
 * @param method how it was computed, as {@code "Wilson"}
 */
public record Interval(double low, double high, Percent level, IntervalKind kind, String method) {
    /**
     * Rejects ends in the wrong order.
     *
     * @param low the lower end
     * @param high the upper end
     * @param level how sure, above 0 and below 100
     * @param kind what "sure" means
     * @param method how it was computed
     */
    public Interval {
        low = Checks.finite(low, "low");
        high = Checks.finite(high, "high");
        Checks.that(low <= high, "low must not be above high: low " + low + ", high " + high);
        Checks.that(level.value() > 0 && level.value() < 100, "level must be above 0% and below 100%: " + level);
        method = Checks.notBlank(method, "method");
    }

    /**
     * Returns a confidence interval.
     *
     * @param low the lower end
     * @param high the upper end
     * @param level how sure
     * @param method how it was computed
     * @return the interval
     */
    public static Interval confidence(double low, double high, Percent level, String method) {
        return new Interval(low, high, level, IntervalKind.CONFIDENCE, method);
    }

    /**
     * Returns a credible interval.
     *
     * @param low the lower end
     * @param high the upper end
     * @param level how sure
     * @param method how it was computed
     * @return the interval
     */
    public static Interval credible(double low, double high, Percent level, String method) {
        return new Interval(low, high, level, IntervalKind.CREDIBLE, method);
    }

    /**
     * Whether a value lies inside, ends included.
     *
     * @param value any value
     * @return true if it does
     */
    public boolean contains(double value) {
        return value >= low && value <= high;
    }

    @Override
    public String toString() {
        return "[" + Figures.general(low) + ", " + Figures.general(high) + "]";
    }
}
