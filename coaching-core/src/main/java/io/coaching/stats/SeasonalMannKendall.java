package io.coaching.stats;

import io.coaching.base.Reason;
import io.coaching.internal.check.Checks;
import java.util.Arrays;

/**
 * Mann and Kendall's test within seasons (Hirsch, Slack and Smith 1982, doi:10.1029/WR018i001p00107): Januaries are compared with
 * Januaries only, so that the season cannot be taken for a trend, nor hide one.
 *
 * <p>Definition: S and its variance are the sums of those of the seasons, {@code z = (S -+ 1) / sd}, tau is S over the number of
 * pairs compared. The slope is the median of all slopes within a season. Years are taken for independent, and so are the seasons of
 * one year; where a good month carries over into the next, p values come out too small.
 *
 * <p>Edge cases: {@code TOO_FEW_OBSERVATIONS} if no season was seen twice (or there are fewer than three points), {@code
 * NO_VARIATION} if no season varies. Gaps are allowed. O(n^2 / seasons).
 *
 * <p>Example: thirty years of monthly rainfall: S = -399, z = -2.137, p = 0.0326, slope -0.087 a year.
 *
 * @param n how many points
 * @param seasons how many seasons a cycle has
 * @param s the pairs within seasons that rise less those that fall
 * @param variance the variance of S if there is no trend
 * @param z S, one step towards 0, over its standard deviation
 * @param tau S over the number of pairs within seasons
 * @param pValue the two-sided p value, from the normal distribution
 * @param slopePerCycle the median slope within seasons, for a whole cycle, such as a year
 */
public record SeasonalMannKendall(
        int n, int seasons, long s, double variance, double z, double tau, double pValue, double slopePerCycle) {
    /**
     * Tests a series.
     *
     * @param series the series
     * @param seasons how many periods a cycle has, 2 or more: 12 for months of a year
     * @return the test, or why there is none
     */
    public static Fit<SeasonalMannKendall> of(Series series, int seasons) {
        Checks.atLeast(seasons, 2, "seasons");
        int n = series.n();
        if (n < 3) {
            return new Fit.Undefined<>(series.whyNoTrend().orElseThrow());
        }
        KendallScore score = new KendallScore();
        double[] slopes = new double[n];
        int found = 0;
        long s = 0;
        double variance = 0;
        long pairs = 0;
        int[] place = new int[n];
        double[] values = new double[n];
        for (int season = 0; season < seasons; season++) {
            int size = 0;
            for (int i = 0; i < n; i++) {
                if (Math.floorMod(series.periods[i], seasons) == season) {
                    place[size] = series.periods[i];
                    values[size++] = series.values[i];
                }
            }
            if (size < 2) {
                continue;
            }
            score.score(values, 0, size);
            s += score.s;
            variance += score.variance;
            int more = size * (size - 1) / 2;
            pairs += more;
            slopes = slopes.length < found + more ? Arrays.copyOf(slopes, Math.max(found + more, 2 * found)) : slopes;
            for (int i = 0; i < size; i++) {
                for (int j = i + 1; j < size; j++) {
                    slopes[found++] = (values[j] - values[i]) / (place[j] - place[i]);
                }
            }
        }
        if (pairs == 0) {
            return new Fit.Undefined<>(Reason.TOO_FEW_OBSERVATIONS);
        }
        if (!(variance > 0)) {
            return new Fit.Undefined<>(Reason.NO_VARIATION);
        }
        double z = KendallScore.z(s, variance);
        double slope = Quantiles.medianOfSorted(Arguments.sorted(Arrays.copyOf(slopes, found), "slopes"));
        return new Fit.Fitted<>(new SeasonalMannKendall(
                n, seasons, s, variance, z, (double) s / pairs, Tails.normal(z), slope * seasons));
    }
}
