package io.coaching.stats;

import io.coaching.base.Reason;
import io.coaching.internal.check.Checks;
import java.util.Optional;

/**
 * A robust line: its slope is the median of the slopes between all pairs of points (Theil 1950; Sen 1968,
 * doi:10.1080/01621459.1968.10480934).
 *
 * <p>Up to 29 % of the points may be wild without carrying it away. It needs no normal distribution, but independent values: its
 * interval is that of Mann and Kendall's test turned round, and like it too narrow where values resemble their neighbours.
 *
 * <p>Two conventions of the intercept are in use: {@link #medianIntercept}, the median of the values less the slope times the
 * median of the periods (the default; SciPy), and {@link #jointIntercept}, the median of what the slope leaves over, which halves
 * the points.
 *
 * <p>Edge cases: fewer than three points, or equal values, are {@link Fit.Undefined}. Ties are allowed, and narrow the interval as
 * they narrow the variance of S. Complexity: O(n^2) comparisons, but hardly a division; memory O(n). Immutable.
 *
 * <p>Example: Sen's own, values 9, 15, 19, 20, 45, 55, 78 at 1, 2, 3, 4, 10, 12, 18: slope 4, 93 % limits 3.714 to 4.375, intercepts
 * 4 and 6.
 */
public final class TheilSen {
    private final Series series;
    private final double slope;
    private final double guess;
    private final double guessError;
    private final double variance;

    private TheilSen(Series series, double slope, double guess, double guessError, double variance) {
        this.series = series;
        this.slope = slope;
        this.guess = guess;
        this.guessError = guessError;
        this.variance = variance;
    }

    /**
     * Fits a line to a series.
     *
     * @param series the series
     * @return the line; or {@code NO_DATA}, {@code TOO_FEW_OBSERVATIONS} below three points, {@code NO_VARIATION} if all are equal
     */
    public static Fit<TheilSen> of(Series series) {
        Optional<Reason> reason = series.whyNoTrend();
        if (reason.isPresent()) {
            return new Fit.Undefined<>(reason.get());
        }
        Optional<LineFit> line = LineFit.of(series).value();
        double guess = line.map(LineFit::slope).orElse(0.0);
        double error = line.map(LineFit::slopeStandardError).orElse(0.0);
        KendallScore score = new KendallScore();
        score.score(series.values, 0, series.n());
        double slope = slopes(series).median(guess, error);
        return new Fit.Fitted<>(new TheilSen(series, slope, guess, error, score.variance));
    }

    private static MedianSlope slopes(Series series) {
        return new MedianSlope().on(series.periods, series.values, 0, series.n());
    }

    /**
     * How many points there are.
     *
     * @return their number
     */
    public int n() {
        return series.n();
    }

    /**
     * The median slope.
     *
     * @return the change of the value in one period
     */
    public double slope() {
        return slope;
    }

    /**
     * The line at period 0 if it goes through the median period at the median value.
     *
     * @return {@code median(value) - slope median(period)}
     */
    public double medianIntercept() {
        return median(series.values) - slope * median(series.times());
    }

    /**
     * The line at period 0 if half of the points lie above it.
     *
     * @return {@code median(value - slope period)}
     */
    public double jointIntercept() {
        return median(series.without(slope)) - slope * (series.periods[0] - 1.0);
    }

    private static double median(double[] values) {
        return Quantiles.medianOfSorted(Arguments.sorted(values, "values"));
    }

    /**
     * The line through {@link #medianIntercept}.
     *
     * @param period where, whole or between two periods
     * @return its value there
     */
    public double at(double period) {
        return median(series.values) + slope * (Checks.finite(period, "period") - median(series.times()));
    }

    /**
     * Sen's limits of the slope, which ask for no distribution.
     *
     * <p>Of N pairs sorted by slope the limits are the one of rank {@code (N - C) / 2}, rounded, and the one as far from the other
     * end, with {@code C} the normal quantile times the standard deviation of S, ties allowed for. Rounding is what continuity asks
     * for, so that the limits hold at least nearly as often as they say.
     *
     * @param level the confidence level, such as 0.95
     * @return the limits; empty where so few points cannot give any at this level: four or fewer at 0.95
     */
    public Optional<Limits> limits(double level) {
        MedianSlope slopes = slopes(series);
        long pairs = slopes.pairs();
        double c = Moments.z(Arguments.level(level)) * Math.sqrt(variance);
        long rank = Math.round((pairs - c) / 2);
        if (rank < 1) {
            return Optional.empty();
        }
        return Optional.of(new Limits(
                slopes.kth(rank - 1, guess, guessError), slopes.kth(pairs - rank, guess, guessError), level));
    }

    @Override
    public String toString() {
        return "TheilSen[n=" + n() + ", slope=" + slope + "]";
    }
}
