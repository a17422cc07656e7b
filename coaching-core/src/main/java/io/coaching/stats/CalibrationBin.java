package io.coaching.stats;

import io.coaching.internal.check.Checks;

/**
 * Probabilities that were much the same, and how often it then happened.
 *
 * @param low the lower end of the bin
 * @param high the upper end; it belongs to the next bin, unless it is 1
 * @param n how many probabilities were in it, at least 1
 * @param predicted their mean
 * @param observed the share of them after which it happened
 */
public record CalibrationBin(double low, double high, long n, double predicted, double observed) {
    /**
     * Checks the figures.
     *
     * @param low the lower end
     * @param high the upper end
     * @param n how many probabilities were in it
     * @param predicted their mean
     * @param observed the share after which it happened
     */
    public CalibrationBin {
        Checks.atLeast(n, 1, "n");
        low = Checks.inRange(low, 0, 1, "low");
        high = Checks.inRange(high, low, 1, "high");
        predicted = Checks.inRange(predicted, 0, 1, "predicted");
        observed = Checks.inRange(observed, 0, 1, "observed");
    }
}
