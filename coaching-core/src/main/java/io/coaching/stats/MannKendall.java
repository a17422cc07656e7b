package io.coaching.stats;

import io.coaching.base.Reason;
import io.coaching.internal.check.Checks;
import java.util.Arrays;
import java.util.Optional;

/**
 * Mann and Kendall's test for a trend (Mann 1945, Kendall 1975): do later values tend to be larger, whatever the shape of the rise?
 *
 * <p>Definition: S counts the pairs that rise and takes off those that fall. Its variance, if there is no trend, is {@code (n(n -
 * 1)(2n + 5) - sum t(t - 1)(2t + 5)) / 18} with t the sizes of groups of equal values; {@code z = (S -+ 1) / sd}, one step towards
 * 0 for continuity. {@code tauA} is S over the number of pairs; {@code tauB} over the mean of those not tied in time and those
 * not tied in value (Kendall), and equals it without ties. The p value is two-sided; for ten points at most without ties it is
 * exact. Only the order of the periods matters, not how far they lie apart, so that a gap costs a point and nothing else.
 *
 * <p>It takes values for independent. {@link SerialCorrelation} names the ways to allow for values that resemble their neighbours:
 * there distances in time matter, and autocorrelations are those of points so many periods apart.
 *
 * <p>Edge cases: fewer than three points, or equal values, are {@link Fit.Undefined}; so is a correction that leaves no positive
 * variance ({@code NO_ERROR_MODEL}). O(n^2).
 *
 * <p>Example: precipitation at the Great Lakes 1900 to 1986: S = 989, z = 3.622, p = 0.00029, tauB = 0.2646.
 *
 * @param n how many points were tested
 * @param s the pairs that rise less those that fall
 * @param variance the variance of S if there is no trend, corrected where that was asked for
 * @param z S, one step towards 0, over its standard deviation
 * @param tauA S over the number of pairs
 * @param tauB the rank correlation of value and time, with ties allowed for
 * @param pValue the two-sided p value
 * @param exact whether the p value is exact; otherwise from the normal distribution
 * @param correction how correlation in time was allowed for
 * @param varianceFactor by what the variance was multiplied, 1 without correction
 */
public record MannKendall(
        int n,
        long s,
        double variance,
        double z,
        double tauA,
        double tauB,
        double pValue,
        boolean exact,
        SerialCorrelation correction,
        double varianceFactor) {
    private static final double SIGNIFICANT = 1.959963984540054;

    /**
     * Tests a series, taking values for independent.
     *
     * @param series the series
     * @return the test; or {@code NO_DATA}, {@code TOO_FEW_OBSERVATIONS} below three points, {@code NO_VARIATION} if all are equal
     */
    public static Fit<MannKendall> of(Series series) {
        Optional<Reason> reason = series.whyNoTrend();
        if (reason.isPresent()) {
            return new Fit.Undefined<>(reason.get());
        }
        int n = series.n();
        KendallScore score = new KendallScore();
        score.score(series.values, 0, n);
        double pairs = n * (n - 1.0) / 2;
        return new Fit.Fitted<>(new MannKendall(
                n,
                score.s,
                score.variance,
                KendallScore.z(score.s, score.variance),
                score.s / pairs,
                score.s / Math.sqrt(pairs * (pairs - score.tied)),
                score.pValue(n),
                score.isExact(n),
                SerialCorrelation.NONE,
                1));
    }

    /**
     * Tests a series, with a correction that looks at autocorrelations of all lags (with prewhitening, always the first alone).
     *
     * @param series the series
     * @param correction how to allow for correlation in time
     * @return the test, or why there is none
     */
    public static Fit<MannKendall> of(Series series, SerialCorrelation correction) {
        return of(series, correction, Integer.MAX_VALUE);
    }

    /**
     * Tests a series, with a correction that looks at autocorrelations of some lags.
     *
     * @param series the series
     * @param correction how to allow for correlation in time
     * @param lags the largest distance in periods that is looked at, 1 or more; three is common for Hamed and Rao, one for Yue and
     *     Wang
     * @return the test, or why there is none
     */
    public static Fit<MannKendall> of(Series series, SerialCorrelation correction, int lags) {
        Checks.atLeast(lags, 1, "lags");
        Fit<MannKendall> plain = of(series);
        if (correction == SerialCorrelation.NONE || !(plain instanceof Fit.Fitted<MannKendall> fitted)) {
            return plain;
        }
        double slope = TheilSen.of(series).orThrow().slope();
        double[] rest = series.without(slope);
        int mostLags = Math.min(lags, series.n() - 1);
        return switch (correction) {
            case NONE -> plain;
            case HAMED_RAO -> fitted.fit().widened(hamedRao(series, rest, mostLags), correction);
            case YUE_WANG -> fitted.fit().widened(yueWang(series, rest, mostLags), correction);
            case TREND_FREE_PREWHITENING -> prewhitened(series, slope, rest);
        };
    }

    private Fit<MannKendall> widened(double factor, SerialCorrelation how) {
        double corrected = variance * factor;
        if (!(corrected > 0)) {
            return new Fit.Undefined<>(Reason.NO_ERROR_MODEL);
        }
        double newZ = KendallScore.z(s, corrected);
        return new Fit.Fitted<>(
                new MannKendall(n, s, corrected, newZ, tauA, tauB, Tails.normal(newZ), false, how, factor));
    }

    private static double hamedRao(Series series, double[] rest, int lags) {
        double n = series.n();
        double[] r = autocorrelations(series.periods, Ranks.ascending(rest, TiePolicy.FRACTIONAL), lags);
        double sum = 0;
        for (int lag = 1; lag <= lags; lag++) {
            if (Math.abs(r[lag]) > SIGNIFICANT / Math.sqrt(n)) {
                sum += (n - lag) * (n - lag - 1) * (n - lag - 2) * r[lag];
            }
        }
        return 1 + 2 / (n * (n - 1) * (n - 2)) * sum;
    }

    private static double yueWang(Series series, double[] rest, int lags) {
        double n = series.n();
        double[] r = autocorrelations(series.periods, rest, lags);
        double sum = 0;
        for (int lag = 1; lag <= lags; lag++) {
            sum += (1 - lag / n) * r[lag];
        }
        return 1 + 2 * sum;
    }

    private static Fit<MannKendall> prewhitened(Series series, double slope, double[] rest) {
        double first = autocorrelations(series.periods, rest, 1)[1];
        int[] periods = new int[rest.length];
        double[] values = new double[rest.length];
        int kept = 0;
        for (int i = 1; i < rest.length; i++) {
            if (series.periods[i] == series.periods[i - 1] + 1) {
                periods[kept] = series.periods[i];
                values[kept++] =
                        rest[i] - first * rest[i - 1] + slope * ((double) series.periods[i] - series.periods[0]);
            }
        }
        Series white = Series.of(Arrays.copyOf(periods, kept), Arrays.copyOf(values, kept));
        return of(white)
                .map(test -> new MannKendall(
                        test.n,
                        test.s,
                        test.variance,
                        test.z,
                        test.tauA,
                        test.tauB,
                        test.pValue,
                        test.exact,
                        SerialCorrelation.TREND_FREE_PREWHITENING,
                        1));
    }

    /**
     * By lag in periods. The sum of products of points so far apart is scaled up to what it would be without gaps, over the sum of
     * squares, scaled likewise; without gaps that is the usual definition.
     */
    private static double[] autocorrelations(int[] periods, double[] values, int lags) {
        int n = values.length;
        double mean = Moments.of(values).mean().orElseThrow();
        double squares = 0;
        double[] products = new double[lags + 1];
        int[] pairs = new int[lags + 1];
        for (int i = 0; i < n; i++) {
            double d = values[i] - mean;
            squares += d * d;
            for (int j = i + 1; j < n && periods[j] - periods[i] <= lags; j++) {
                products[periods[j] - periods[i]] += d * (values[j] - mean);
                pairs[periods[j] - periods[i]]++;
            }
        }
        double span = periods[n - 1] - periods[0] + 1.0;
        double[] r = new double[lags + 1];
        for (int lag = 1; lag <= lags && squares > 0; lag++) {
            if (pairs[lag] > 0) {
                r[lag] = products[lag] / squares * ((span - lag) / pairs[lag]) * (n / span);
            }
        }
        return r;
    }
}
