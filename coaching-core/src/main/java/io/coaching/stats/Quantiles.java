package io.coaching.stats;

import io.coaching.internal.check.Checks;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The median and how well a quantile is known. For the quantile itself see {@link QuantileMethod}.
 *
 * <p>O(n log n) each. Nothing is assumed of the distribution but that values are independent; ties make limits wider than
 * need be, never too narrow.
 */
public final class Quantiles {
    private Quantiles() {}

    /**
     * The median: the middle value, or the mean of the middle two.
     *
     * @param values the values, finite, in any order
     * @return the median; empty if there is no value
     */
    public static OptionalDouble median(double... values) {
        double[] sorted = Arguments.sorted(values, "values");
        return sorted.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(medianOfSorted(sorted));
    }

    static double medianOfSorted(double[] sorted) {
        int n = sorted.length;
        return QuantileMethod.middle(sorted[(n - 1) / 2], sorted[n / 2]);
    }

    /**
     * The standard error of a median.
     *
     * <p>Definition: with {@code c = round((n + 1) / 2 - sqrt(n))}, at least 1, and x sorted,
     * {@code (x[n - c + 1] - x[c]) / (2 z)}, where z is the normal quantile whose upper tail is the exact binomial probability
     * {@code P(B <= c - 1)}, B of n trials at one half (Price and Bonett 2001, doi:10.1080/00949650108812071, who refine
     * McKean and Schrader 1984). It does not estimate a density and holds up at n = 10; below that it is a rough guide. Equal
     * values give 0.
     *
     * <p>Example: 1, 2, ..., 9: c = 2, (8 - 2) / (2 * 2.0635) = 1.454.
     *
     * @param values the values, finite, in any order
     * @return the standard error; empty for fewer than two values
     */
    public static OptionalDouble medianStandardError(double... values) {
        double[] sorted = Arguments.sorted(values, "values");
        int n = sorted.length;
        if (n < 2) {
            return OptionalDouble.empty();
        }
        int c = Math.max(1, (int) Math.rint((n + 1) / 2.0 - Math.sqrt(n)));
        double tail = BinomialDistribution.of(n, 0.5).cumulativeProbability(c - 1);
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
        return OptionalDouble.of((sorted[n - c] - sorted[c - 1]) / (2 * z));
    }

    /**
     * Limits of a quantile that hold whatever the distribution: two order statistics, chosen by the exact binomial distribution
     * with at most half of the error in each tail (David and Nagaraja 2003, section 7.1).
     *
     * <p>They cover with at least the level; {@code coverage} says with how much. Too few values for the level have no such
     * limits: at 0.95 a median needs six, a quartile thirteen.
     *
     * <p>Example: the median of ten values at 0.95 lies between the 2nd and the 9th, with coverage 0.9785.
     *
     * @param values the values, finite, in any order
     * @param p the probability of the quantile, between 0 and 1, both excluded
     * @param level the confidence level, such as 0.95
     * @return the limits; empty if there are too few values
     */
    public static Optional<QuantileLimits> limits(double[] values, double p, double level) {
        double[] sorted = Arguments.sorted(values, "values");
        QuantileMethod.probability(p);
        Checks.that(p > 0 && p < 1, "p must lie between 0 and 1: " + p);
        double tail = (1 - Arguments.level(level)) / 2;
        int n = sorted.length;
        if (n == 0) {
            return Optional.empty();
        }
        BinomialDistribution below = BinomialDistribution.of(n, p);
        int low = 0;
        while (low < n && below.cumulativeProbability(low) <= tail) {
            low++;
        }
        int high = n + 1;
        while (high > 1 && below.survivalProbability(high - 2) <= tail) {
            high--;
        }
        if (low == 0 || high == n + 1) {
            return Optional.empty();
        }
        double coverage = 1 - below.cumulativeProbability(low - 1) - below.survivalProbability(high - 1);
        return Optional.of(new QuantileLimits(sorted[low - 1], sorted[high - 1], coverage, low, high));
    }
}
