package io.coaching.stats;

import io.coaching.base.Reason;
import io.coaching.internal.check.Checks;
import java.util.Arrays;

/**
 * Whether a rate rises or falls in time: counts such as meetings or thanks, over an exposure such as working days.
 *
 * <p>Model: the count of a period is Poisson with mean {@code exposure exp(a + b period)}, so the rate changes by the factor {@code
 * exp(b)} from one period to the next ({@link #ratioPerPeriod}). Counts in business vary more than that; the variance is multiplied
 * by the {@code dispersion}, Pearson's chi-squared over n - 2 and never below 1 (quasi-likelihood; McCullagh and Nelder 1989,
 * sections 6.2 and 9.2), and limits are Student's on n - 2 degrees of freedom. R: {@code glm(count ~ period + offset(log(exposure)),
 * quasipoisson)}, but for the floor.
 *
 * <p>Periods are taken for independent of each other, given the trend. A zero count is evidence; a period without exposure is a gap.
 *
 * <p>Edge cases: no period {@code NO_DATA}; one or two {@code TOO_FEW_OBSERVATIONS}; no count at all {@code NO_VARIATION}; all counts
 * in the first period, or all in the last, {@code SEPARATED}: then any steeper change would fit still better. Equal rates in all
 * periods are a trend of ratio 1 with an interval. O(n) a step, some five steps.
 *
 * <p>Example: counts 2, 3, 6, 7, 8, 9 over equal exposure: ratio 1.297 a period, 95 % limits 0.969 to 1.737.
 *
 * @param n how many periods
 * @param slope b, the change of the logarithm of the rate in one period
 * @param intercept a, the logarithm of the rate in period 0
 * @param slopeStandardError the standard error of the slope
 * @param pivot the period at which the rate is known best
 * @param pivotStandardError the standard error of the logarithm of the rate there
 * @param dispersion by what the variance exceeds Poisson's, 1 or more
 */
public record CountTrend(
        int n,
        double slope,
        double intercept,
        double slopeStandardError,
        double pivot,
        double pivotStandardError,
        double dispersion) {
    /**
     * Fits a trend.
     *
     * @param periods the period numbers, strictly ascending
     * @param counts how often in each, 0 or more
     * @param exposures over how much, finite, 0 or more; where it is 0 the count must be 0, and the period is a gap
     * @return the trend, or why there is none
     */
    public static Fit<CountTrend> of(int[] periods, long[] counts, double[] exposures) {
        Checks.sameLength(periods.length, "periods", counts.length, "counts");
        Checks.sameLength(periods.length, "periods", exposures.length, "exposures");
        Series.checkAscending(periods, 0, periods.length);
        Arguments.nonNegative(exposures, "exposures");
        double[] x = new double[periods.length];
        double[] k = new double[periods.length];
        double[] e = new double[periods.length];
        int n = 0;
        int last = -1;
        double total = 0;
        for (int i = 0; i < periods.length; i++) {
            Checks.atLeast(counts[i], 0, "counts[" + i + "]");
            Checks.that(
                    exposures[i] > 0 || counts[i] == 0,
                    "counts[" + i + "] must be 0 where there is no exposure: " + counts[i]);
            if (exposures[i] > 0) {
                x[n] = periods[i];
                k[n] = counts[i];
                e[n] = exposures[i];
                total += k[n];
                last = counts[i] > 0 ? n : last;
                n++;
            }
        }
        if (n < 3) {
            return new Fit.Undefined<>(n == 0 ? Reason.NO_DATA : Reason.TOO_FEW_OBSERVATIONS);
        }
        if (total == 0) {
            return new Fit.Undefined<>(Reason.NO_VARIATION);
        }
        if (k[0] == total || (last == n - 1 && k[last] == total)) {
            return new Fit.Undefined<>(Reason.SEPARATED);
        }
        CanonicalTrend fit = CanonicalTrend.fit(
                CanonicalTrend.Family.POISSON, Arrays.copyOf(x, n), Arrays.copyOf(k, n), Arrays.copyOf(e, n));
        return fit == null
                ? new Fit.Undefined<>(Reason.SEPARATED)
                : new Fit.Fitted<>(new CountTrend(
                        n,
                        fit.slope,
                        fit.intercept,
                        fit.slopeStandardError,
                        fit.pivot,
                        fit.pivotStandardError,
                        fit.dispersion));
    }

    /**
     * The degrees of freedom.
     *
     * @return n - 2
     */
    public int degreesOfFreedom() {
        return n - 2;
    }

    /**
     * How probable a change at least as strong, either way, would be if the rate were constant.
     *
     * @return the two-sided p value
     */
    public double pValue() {
        return Tails.student(slope, slopeStandardError, degreesOfFreedom());
    }

    /**
     * Limits of the slope.
     *
     * @param level the confidence level, such as 0.95
     * @return the limits
     */
    public Limits slopeLimits(double level) {
        return Tails.limits(slope, slopeStandardError, degreesOfFreedom(), level);
    }

    /**
     * By what the rate is multiplied from one period to the next.
     *
     * @return 1.05 for a rise by 5 %
     */
    public double ratioPerPeriod() {
        return Tails.exp(slope);
    }

    /**
     * Limits of {@link #ratioPerPeriod}.
     *
     * @param level the confidence level, such as 0.95
     * @return the limits
     */
    public Limits ratioLimits(double level) {
        return Tails.exp(slopeLimits(level));
    }

    /**
     * The rate that the trend gives.
     *
     * @param period where, whole or between two periods
     * @return the count to expect for one unit of exposure
     */
    public double rateAt(double period) {
        return Tails.exp(intercept + slope * Checks.finite(period, "period"));
    }

    /**
     * Limits of {@link #rateAt}: of the rate, not of a count.
     *
     * @param period where
     * @param level the confidence level, such as 0.95
     * @return the limits
     */
    public Limits rateLimits(double period, double level) {
        double error = Tails.errorAt(Checks.finite(period, "period") - pivot, pivotStandardError, slopeStandardError);
        return Tails.exp(Tails.limits(intercept + slope * period, error, degreesOfFreedom(), level));
    }
}
