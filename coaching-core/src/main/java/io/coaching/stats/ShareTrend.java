package io.coaching.stats;

import io.coaching.base.Reason;
import io.coaching.internal.check.Checks;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Whether a share rises or falls in time: successes out of trials, such as deals won out of deals decided.
 *
 * <p>Model: the successes of a period are binomial with share {@code p} and {@code log(p / (1 - p)) = a + b period}, so the odds
 * change by the factor {@code exp(b)} from one period to the next ({@link #oddsRatioPerPeriod}). The variance is multiplied by the
 * {@code dispersion}, Pearson's chi-squared over n - 2 and never below 1 (quasi-likelihood; McCullagh and Nelder 1989, section
 * 4.5), and limits are Student's on n - 2 degrees of freedom. R: {@code glm(cbind(won, lost) ~ period, quasibinomial)}, but for the
 * floor.
 *
 * <p>Periods are taken for independent of each other, given the trend. Each counts by its trials; one without any is a gap.
 *
 * <p>Edge cases: no period with a trial {@code NO_DATA}; one or two {@code TOO_FEW_OBSERVATIONS}; no success, or nothing else,
 * {@code NO_VARIATION}; a date up to which all failed and from which on all succeeded, or the other way round, {@code SEPARATED}:
 * then any steeper change would fit still better. O(n) a step, some five steps.
 *
 * <p>Example: 2, 4, 4, 6, 7 won out of ten each: odds ratio 1.681 a period, p = 0.103.
 *
 * @param n how many periods
 * @param slope b, the change of the log odds in one period
 * @param intercept a, the log odds in period 0
 * @param slopeStandardError the standard error of the slope
 * @param pivot the period at which the share is known best
 * @param pivotStandardError the standard error of the log odds there
 * @param dispersion by what the variance exceeds the binomial one, 1 or more
 */
public record ShareTrend(
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
     * @param successes how many succeeded in each
     * @param trials out of how many; a period with 0 is a gap
     * @return the trend, or why there is none
     */
    public static Fit<ShareTrend> of(int[] periods, long[] successes, long[] trials) {
        Checks.sameLength(periods.length, "periods", trials.length, "trials");
        Arguments.counts(successes, trials);
        Series.checkAscending(periods, 0, periods.length);
        double[] x = new double[periods.length];
        double[] k = new double[periods.length];
        double[] m = new double[periods.length];
        int n = 0;
        for (int i = 0; i < periods.length; i++) {
            if (trials[i] > 0) {
                x[n] = periods[i];
                k[n] = successes[i];
                m[n] = trials[i];
                n++;
            }
        }
        Reason reason = whyNot(k, m, n);
        if (reason != null) {
            return new Fit.Undefined<>(reason);
        }
        CanonicalTrend fit = CanonicalTrend.fit(
                CanonicalTrend.Family.BINOMIAL, Arrays.copyOf(x, n), Arrays.copyOf(k, n), Arrays.copyOf(m, n));
        return fit == null
                ? new Fit.Undefined<>(Reason.SEPARATED)
                : new Fit.Fitted<>(new ShareTrend(
                        n,
                        fit.slope,
                        fit.intercept,
                        fit.slopeStandardError,
                        fit.pivot,
                        fit.pivotStandardError,
                        fit.dispersion));
    }

    /** The likelihood has a maximum just if the times of success and those of failure overlap (Silvapulle 1981). */
    private static @Nullable Reason whyNot(double[] k, double[] m, int n) {
        if (n < 3) {
            return n == 0 ? Reason.NO_DATA : Reason.TOO_FEW_OBSERVATIONS;
        }
        int firstSuccess = n;
        int lastSuccess = -1;
        int firstFailure = n;
        int lastFailure = -1;
        for (int i = 0; i < n; i++) {
            if (k[i] > 0) {
                firstSuccess = Math.min(firstSuccess, i);
                lastSuccess = i;
            }
            if (k[i] < m[i]) {
                firstFailure = Math.min(firstFailure, i);
                lastFailure = i;
            }
        }
        if (lastSuccess < 0 || lastFailure < 0) {
            return Reason.NO_VARIATION;
        }
        return firstSuccess < lastFailure && firstFailure < lastSuccess ? null : Reason.SEPARATED;
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
     * How probable a change at least as strong, either way, would be if the share were constant.
     *
     * @return the two-sided p value
     */
    public double pValue() {
        return Tails.student(slope, slopeStandardError, degreesOfFreedom());
    }

    /**
     * Limits of the slope, in log odds.
     *
     * @param level the confidence level, such as 0.95
     * @return the limits
     */
    public Limits slopeLimits(double level) {
        return Tails.limits(slope, slopeStandardError, degreesOfFreedom(), level);
    }

    /**
     * By what the odds are multiplied from one period to the next.
     *
     * @return the odds ratio
     */
    public double oddsRatioPerPeriod() {
        return Tails.exp(slope);
    }

    /**
     * Limits of {@link #oddsRatioPerPeriod}.
     *
     * @param level the confidence level, such as 0.95
     * @return the limits
     */
    public Limits oddsRatioLimits(double level) {
        return Tails.exp(slopeLimits(level));
    }

    /**
     * The share that the trend gives.
     *
     * @param period where, whole or between two periods
     * @return the share, between 0 and 1
     */
    public double shareAt(double period) {
        return share(intercept + slope * Checks.finite(period, "period"));
    }

    /**
     * Limits of {@link #shareAt}: of the share itself, not of what a few trials would show.
     *
     * @param period where
     * @param level the confidence level, such as 0.95
     * @return the limits
     */
    public Limits shareLimits(double period, double level) {
        double error = Tails.errorAt(Checks.finite(period, "period") - pivot, pivotStandardError, slopeStandardError);
        Limits logOdds = Tails.limits(intercept + slope * period, error, degreesOfFreedom(), level);
        return new Limits(share(logOdds.low()), share(logOdds.high()), level);
    }

    private static double share(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }
}
