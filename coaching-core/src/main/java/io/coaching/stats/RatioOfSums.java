package io.coaching.stats;

import io.coaching.internal.check.Checks;
import java.util.Optional;

/**
 * A ratio of two sums, {@code sum(y) / sum(x)}, with its variance by linearisation.
 *
 * <p>Definition: {@code r = sum(y) / sum(x)} and, with {@code e = y - r x},
 * {@code variance = n / (n - 1) * sum(e^2) / sum(x)^2} (Taylor's first order; Cochran 1977, Sampling Techniques, section 6.3,
 * without finite population correction). It is not the mean of ratios, which would give a person with one deal the weight of
 * one with a hundred. The approximation asks for some thirty units, or a denominator that varies little: a coefficient of
 * variation of its mean below 0.1.
 *
 * <p>Edge cases: undefined when the denominators sum to 0 or less, or for fewer than two units. Equal ratios have variance 0.
 * O(n).
 *
 * <p>Example: y = 1, 3, 4 and x = 2, 4, 10: r = 0.5, e = 0, 1, -1, variance = 3 / 2 * 2 / 256 = 0.01172.
 *
 * @param n the number of units
 * @param ratio the ratio
 * @param variance its variance
 */
public record RatioOfSums(long n, double ratio, double variance) {
    /**
     * Checks the figures.
     *
     * @param n the number of units
     * @param ratio the ratio
     * @param variance its variance
     */
    public RatioOfSums {
        Checks.atLeast(n, 2, "n");
        ratio = Checks.finite(ratio, "ratio");
        variance = Checks.inRange(variance, 0, Double.MAX_VALUE, "variance");
    }

    /**
     * From the units: a deal, a day, a person, whatever is independent.
     *
     * @param numerators y, finite
     * @param denominators x, finite, one for each
     * @return the ratio; empty if it is undefined
     */
    public static Optional<RatioOfSums> of(double[] numerators, double[] denominators) {
        Checks.sameLength(numerators.length, "numerators", denominators.length, "denominators");
        Arguments.finite(numerators, "numerators");
        Arguments.finite(denominators, "denominators");
        int n = numerators.length;
        double y = 0;
        double x = 0;
        for (int i = 0; i < n; i++) {
            y += numerators[i];
            x += denominators[i];
        }
        if (n < 2 || x <= 0) {
            return Optional.empty();
        }
        double ratio = y / x;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double e = numerators[i] - ratio * denominators[i];
            squares += e * e;
        }
        return Optional.of(new RatioOfSums(n, ratio, n / (n - 1.0) * squares / (x * x)));
    }

    /**
     * From sums, as a cube keeps them: {@code sum(e^2) = sumYY - 2 r sumXY + r^2 sumXX}. Digits cancel when the ratios are
     * nearly equal; below 0 it becomes 0.
     *
     * @param n the number of units
     * @param sumY the sum of the numerators
     * @param sumX the sum of the denominators
     * @param sumYY the sum of the numerators' squares
     * @param sumXY the sum of the products
     * @param sumXX the sum of the denominators' squares
     * @return the ratio; empty if it is undefined
     */
    public static Optional<RatioOfSums> ofSums(
            long n, double sumY, double sumX, double sumYY, double sumXY, double sumXX) {
        Arguments.finite(new double[] {sumY, sumX, sumYY, sumXY, sumXX}, "sums");
        if (n < 2 || sumX <= 0) {
            return Optional.empty();
        }
        double ratio = sumY / sumX;
        double squares = Math.max(0, sumYY - 2 * ratio * sumXY + ratio * ratio * sumXX);
        return Optional.of(new RatioOfSums(n, ratio, n / (n - 1.0) * squares / (sumX * sumX)));
    }

    /**
     * The standard error of the ratio.
     *
     * @return the root of the variance
     */
    public double standardError() {
        return Math.sqrt(variance);
    }

    /**
     * Limits of the ratio, {@code ratio +- t(n - 1) * standardError}.
     *
     * @param level the confidence level, such as 0.95
     * @return the limits
     */
    public Limits limits(double level) {
        double half = Moments.t(n - 1.0, Arguments.level(level)) * standardError();
        return new Limits(ratio - half, ratio + half, level);
    }
}
