package io.coaching.stats;

import io.coaching.internal.check.Checks;

/**
 * Which parts a series is smoothed into. Errors are additive in all of them: in the letters of Hyndman et al. (2008) they are
 * ETS(A,N,N), (A,A,N), (A,Ad,N), (A,A,A) and (A,A,M).
 */
public enum SmoothingModel {
    /** A level that drifts: simple exponential smoothing. */
    SIMPLE(false, 2),
    /** A level and a trend (Holt 1957). */
    HOLT(true, 4),
    /** A level and a trend that dies away (Gardner and McKenzie 1985). */
    DAMPED(true, 5),
    /** A level, a trend and seasons that are added (Holt and Winters). */
    HOLT_WINTERS_ADDITIVE(true, 4),
    /** A level, a trend and seasons that multiply: for values above 0 whose seasons grow with the level. */
    HOLT_WINTERS_MULTIPLICATIVE(true, 4);

    private final boolean trend;
    private final int parameters;

    SmoothingModel(boolean trend, int parameters) {
        this.trend = trend;
        this.parameters = parameters;
    }

    /**
     * Whether it has a trend.
     *
     * @return false for {@link #SIMPLE} alone
     */
    public boolean hasTrend() {
        return trend;
    }

    /**
     * Whether it has seasons.
     *
     * @return true for the two of Holt and Winters
     */
    public boolean isSeasonal() {
        return this == HOLT_WINTERS_ADDITIVE || this == HOLT_WINTERS_MULTIPLICATIVE;
    }

    /**
     * How many figures are estimated: weights and the state at the start; the seasons count one less than there are.
     *
     * @param period how many seasons there are; 1 for a model without
     * @return the number of parameters
     */
    public int parameters(int period) {
        Checks.atLeast(period, 1, "period");
        return isSeasonal() ? parameters + period : parameters;
    }

    /**
     * The fewest observations that it is fitted to: two more than it has parameters, and two of each season.
     *
     * @param period how many seasons there are; 1 for a model without
     * @return the number of observations
     */
    public int leastObservations(int period) {
        return Math.max(parameters(period) + 2, isSeasonal() ? 2 * period : 0);
    }
}
