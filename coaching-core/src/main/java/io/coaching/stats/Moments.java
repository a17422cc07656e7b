package io.coaching.stats;

import io.coaching.internal.check.Checks;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Mean, variance and standard deviation of some values.
 *
 * <p>Definition: {@code mean = sum(x) / n}, {@code variance = sum((x - mean)^2) / (n - 1)}. Edge cases: of no value nothing is
 * defined; of one, the mean alone; of equal values the variance is 0.
 *
 * <p>Method: Commons Statistics' extended-precision mean and two-pass variance (Chan, Golub and LeVeque 1983,
 * doi:10.1080/00031305.1983.10483115), on a sorted copy, so that the same values give the same bits in any order. It
 * reproduces the certified digits of NIST's univariate sets Michelso and NumAcc1 to 3. O(n log n) time, O(n) memory.
 *
 * <p>Example: {@code Moments.of(2, 4, 4, 4, 5, 5, 7, 9)} has mean 5 and variance 32 / 7 = 4.571.
 */
public final class Moments {
    private final int n;
    private final double mean;
    private final double variance;

    private Moments(int n, double mean, double variance) {
        this.n = n;
        this.mean = mean;
        this.variance = variance;
    }

    /**
     * Takes the moments of values.
     *
     * @param values the values, finite, in any order
     * @return their moments
     */
    public static Moments of(double... values) {
        double[] sorted = Arguments.sorted(values, "values");
        int n = sorted.length;
        return new Moments(
                n,
                n == 0 ? 0 : Mean.of(sorted).getAsDouble(),
                n < 2 ? 0 : Variance.of(sorted).getAsDouble());
    }

    /**
     * How many values there were.
     *
     * @return the number of values
     */
    public int n() {
        return n;
    }

    /**
     * The arithmetic mean.
     *
     * @return the mean; empty if there was no value
     */
    public OptionalDouble mean() {
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(mean);
    }

    /**
     * The variance, with the denominator n - 1.
     *
     * @return the variance; empty for fewer than two values
     */
    public OptionalDouble variance() {
        return n < 2 ? OptionalDouble.empty() : OptionalDouble.of(variance);
    }

    /**
     * The standard deviation, with the denominator n - 1.
     *
     * @return the root of the variance; empty for fewer than two values
     */
    public OptionalDouble sd() {
        return n < 2 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(variance));
    }

    /**
     * The standard error of the mean.
     *
     * @return the standard deviation divided by the root of n; empty for fewer than two values
     */
    public OptionalDouble standardError() {
        return n < 2 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(variance / n));
    }

    /**
     * Student's limits of the mean.
     *
     * @param level the confidence level, such as 0.95
     * @return the limits; empty for fewer than two values
     */
    public Optional<Limits> studentLimits(double level) {
        return studentLimits(mean, Math.sqrt(variance), n, level);
    }

    /**
     * Student's limits of a mean, {@code mean +- t(n - 1) * sd / sqrt(n)}, for whoever has the figures already.
     *
     * <p>Exact for normal values, good for means of many; for few and skewed values look at
     * {@link Quantiles#limits Quantiles.limits} too. Equal values give limits of width 0: they show no variation, which is
     * not the same as certainty.
     *
     * <p>Example: mean 5, sd 2, n 16 at 0.95: 3.934 to 6.066.
     *
     * @param mean the mean
     * @param sd the standard deviation with the denominator n - 1, not negative
     * @param n the number of values
     * @param level the confidence level, such as 0.95
     * @return the limits; empty for fewer than two values
     */
    public static Optional<Limits> studentLimits(double mean, double sd, long n, double level) {
        Checks.finite(mean, "mean");
        Checks.inRange(sd, 0, Double.MAX_VALUE, "sd");
        Arguments.level(level);
        if (n < 2) {
            return Optional.empty();
        }
        double half = t(n - 1.0, level) * sd / Math.sqrt((double) n);
        return Optional.of(new Limits(mean - half, mean + half, level));
    }

    /**
     * The correlation of a series with itself, shifted: {@code sum((x[i] - m)(x[i + lag] - m)) / sum((x[i] - m)^2)}.
     *
     * <p>The mean and the denominator are those of the whole series, as NIST defines it. Here the order matters.
     *
     * @param lag how far to shift, 0 or more
     * @param values the series, equally spaced, finite
     * @return the autocorrelation, between -1 and 1; empty if the series is not longer than the lag or does not vary
     */
    public static OptionalDouble autocorrelation(int lag, double... values) {
        Checks.atLeast(lag, 0, "lag");
        Moments moments = of(values);
        if (values.length <= lag || moments.n < 2 || moments.variance == 0) {
            return OptionalDouble.empty();
        }
        // One deviation may be all that the data are about (large offset): the mean's own rounding is taken out again.
        int n = values.length;
        double[] d = new double[n];
        double rest = 0;
        for (int i = 0; i < n; i++) {
            d[i] = values[i] - moments.mean;
            rest += d[i];
        }
        double shift = rest / n;
        double numerator = 0;
        double denominator = 0;
        for (int i = 0; i < n; i++) {
            d[i] -= shift;
            denominator += d[i] * d[i];
        }
        for (int i = 0; i + lag < n; i++) {
            numerator += d[i] * d[i + lag];
        }
        return OptionalDouble.of(numerator / denominator);
    }

    /** The two-sided critical value of Student's t. */
    static double t(double degreesOfFreedom, double level) {
        return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - level) / 2);
    }

    /** The two-sided critical value of the normal distribution. */
    static double z(double level) {
        return NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
    }

    @Override
    public String toString() {
        return "Moments[n=" + n + ", mean=" + mean() + ", sd=" + sd() + "]";
    }
}
