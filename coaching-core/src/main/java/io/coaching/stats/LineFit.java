package io.coaching.stats;

import io.coaching.base.Reason;
import io.coaching.internal.check.Checks;
import java.util.OptionalDouble;

/**
 * A straight line by least squares, with errors of its slope that hold for independent values, or for values that resemble their
 * neighbours in time.
 *
 * <p>Independent errors: {@code variance of the slope = s^2 / sum((x - mean)^2)} with {@code s^2} the residual variance on {@code
 * n - 2} degrees of freedom. In time, a good week tends to follow a good week; then these errors are too small.
 *
 * <p>Newey-West errors (1987, doi:10.2307/1913610) allow for that, and for errors of changing size: the products of residuals up
 * to {@code bandwidth} periods apart count with the weight {@code 1 - distance / (bandwidth + 1)}, times {@code n / (n - 2)}.
 * Distances are those of periods, so a gap does not make neighbours of what is far apart (the weights stay positive definite). The
 * bandwidth, where it is not given, is {@code floor(4 (n / 100)^(2/9))} (Newey and West 1994, doi:10.2307/2297912): 3 for 52
 * points. With fewer than some thirty points these errors too come out small; Mann and Kendall's test with a correction is the
 * better witness there.
 *
 * <p>Both go with Student's t on n - 2 degrees of freedom. A line is known best at its {@code pivot}, the mean of x where errors
 * are independent: the variance of the line at x is {@code pivotStandardError^2 + (x - pivot)^2 slopeStandardError^2}.
 *
 * <p>Edge cases: fewer than three points, one x only, or equal values are {@link Fit.Undefined}. Points that lie on a line exactly
 * have errors of 0 and a p value of 0. Squares below 1e-300 count as none. O(n), or O(n bandwidth).
 *
 * <p>Example: Moore and McCabe's infants: slope 0.2022, standard error 0.01145, p = 4.6e-7.
 *
 * @param n how many points
 * @param slope the change of y for each x
 * @param intercept the line at x = 0
 * @param slopeStandardError the standard error of the slope
 * @param pivot where the line is known best
 * @param pivotStandardError the standard error of the line there
 * @param residualSd the standard deviation of points about the line, on n - 2 degrees of freedom
 * @param rSquared the share of the variance of y that the line takes up
 * @param errors what is assumed of the residuals
 * @param bandwidth over how many periods residuals may be correlated; 0 for independent ones
 */
public record LineFit(
        int n,
        double slope,
        double intercept,
        double slopeStandardError,
        double pivot,
        double pivotStandardError,
        double residualSd,
        double rSquared,
        ErrorModel errors,
        int bandwidth) {
    /** What is assumed of the residuals. */
    public enum ErrorModel {
        /** Independent and of the same spread. */
        INDEPENDENT,
        /** Possibly correlated with near ones, and of changing spread (Newey and West). */
        NEWEY_WEST
    }

    /**
     * Fits a line, taking residuals for independent.
     *
     * @param x where, finite, in any order, at most 1e100 in size
     * @param y a value for each x, finite, at most 1e100 in size
     * @return the line; or {@code NO_DATA}, {@code TOO_FEW_OBSERVATIONS} below three points, {@code NO_VARIATION} if all x or
     *     all y are equal
     */
    public static Fit<LineFit> of(double[] x, double[] y) {
        Checks.sameLength(x.length, "x", y.length, "y");
        for (int i = 0; i < x.length; i++) {
            Checks.inRange(x[i], -Series.MAX_ABS, Series.MAX_ABS, "x[" + i + "]");
            Checks.inRange(y[i], -Series.MAX_ABS, Series.MAX_ABS, "y[" + i + "]");
        }
        return fit(x, y);
    }

    /**
     * Fits a line to a series, taking residuals for independent.
     *
     * @param series the series
     * @return the line, or why there is none
     */
    public static Fit<LineFit> of(Series series) {
        return fit(series.times(), series.values);
    }

    /**
     * Fits a line to a series, with Newey-West errors and the {@link #defaultBandwidth}.
     *
     * @param series the series
     * @return the line, or why there is none
     */
    public static Fit<LineFit> neweyWest(Series series) {
        return neweyWest(series, defaultBandwidth(series.n()));
    }

    /**
     * Fits a line to a series, with Newey-West errors.
     *
     * @param series the series
     * @param bandwidth over how many periods residuals may be correlated, 0 or more; with 0 only their spread may change
     * @return the line, or why there is none
     */
    public static Fit<LineFit> neweyWest(Series series, int bandwidth) {
        Checks.atLeast(bandwidth, 0, "bandwidth");
        Fit<LineFit> plain = of(series);
        return plain instanceof Fit.Fitted<LineFit> fitted ? fitted.fit().withNeweyWest(series, bandwidth) : plain;
    }

    /**
     * The bandwidth that is taken when none is given: {@code floor(4 (n / 100)^(2/9))}.
     *
     * @param n how many points
     * @return the bandwidth: 2 for ten points, 3 for 52
     */
    public static int defaultBandwidth(int n) {
        Checks.atLeast(n, 0, "n");
        return (int) Math.floor(4 * StrictMath.pow(n / 100.0, 2 / 9.0));
    }

    private static Fit<LineFit> fit(double[] x, double[] y) {
        int n = y.length;
        Reason reason = Series.whyNoTrend(y, 0, n);
        if (reason != null) {
            return new Fit.Undefined<>(reason);
        }
        LineSums sums = new LineSums();
        sums.sum(x, y, 0, n);
        if (!sums.varies()) {
            return new Fit.Undefined<>(Reason.NO_VARIATION);
        }
        double variance = sums.rest / (n - 2);
        return new Fit.Fitted<>(new LineFit(
                n,
                sums.slope(),
                sums.meanY - sums.slope() * sums.meanX,
                sums.slopeStandardError(n),
                sums.meanX,
                Math.sqrt(variance / n),
                Math.sqrt(variance),
                Math.max(0, 1 - sums.rest / sums.yy),
                ErrorModel.INDEPENDENT,
                0));
    }

    private Fit<LineFit> withNeweyWest(Series series, int lags) {
        double xx = 0;
        double[] dx = new double[n];
        double[] e = new double[n];
        double meanY = at(pivot);
        for (int i = 0; i < n; i++) {
            dx[i] = series.periods[i] - pivot;
            e[i] = (series.values[i] - meanY) - slope * dx[i];
            xx += dx[i] * dx[i];
        }
        double level = 0;
        double both = 0;
        double steep = 0;
        for (int i = 0; i < n; i++) {
            level += e[i] * e[i];
            both += dx[i] * e[i] * e[i];
            steep += dx[i] * dx[i] * e[i] * e[i];
            for (int j = i + 1; j < n && series.periods[j] - series.periods[i] <= lags; j++) {
                double w = (1 - (series.periods[j] - series.periods[i]) / (lags + 1.0)) * e[i] * e[j];
                level += 2 * w;
                both += (dx[i] + dx[j]) * w;
                steep += 2 * dx[i] * dx[j] * w;
            }
        }
        double correction = n / (n - 2.0);
        double ofLevel = correction * level / n / n;
        double covariance = correction * both / n / xx;
        double ofSlope = correction * steep / xx / xx;
        if (slopeStandardError == 0) {
            return new Fit.Fitted<>(this);
        }
        if (!(ofSlope > 0)) {
            return new Fit.Undefined<>(Reason.NO_ERROR_MODEL);
        }
        return new Fit.Fitted<>(new LineFit(
                n,
                slope,
                intercept,
                Math.sqrt(ofSlope),
                pivot - covariance / ofSlope,
                Math.sqrt(Math.max(0, ofLevel - covariance * covariance / ofSlope)),
                residualSd,
                rSquared,
                ErrorModel.NEWEY_WEST,
                lags));
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
     * The slope over its standard error.
     *
     * @return t; empty if the standard error is 0
     */
    public OptionalDouble t() {
        return slopeStandardError == 0 ? OptionalDouble.empty() : OptionalDouble.of(slope / slopeStandardError);
    }

    /**
     * How probable a slope at least as steep, either way, would be if there were none.
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
     * The line.
     *
     * @param x where
     * @return its value there
     */
    public double at(double x) {
        return intercept + slope * Checks.finite(x, "x");
    }

    /**
     * The standard error of the line; at 0 it is that of the intercept.
     *
     * @param x where
     * @return the standard error there
     */
    public double standardErrorAt(double x) {
        return Tails.errorAt(Checks.finite(x, "x") - pivot, pivotStandardError, slopeStandardError);
    }

    /**
     * Limits of the line: of the mean of what would be seen at x.
     *
     * @param x where
     * @param level the confidence level, such as 0.95
     * @return the limits
     */
    public Limits meanLimits(double x, double level) {
        return Tails.limits(at(x), standardErrorAt(x), degreesOfFreedom(), level);
    }

    /**
     * Limits of a single further value at x, if the line goes on.
     *
     * @param x where
     * @param level the confidence level, such as 0.95
     * @return the limits, wider than those of the mean
     */
    public Limits predictionLimits(double x, double level) {
        return Tails.limits(at(x), StrictMath.hypot(residualSd, standardErrorAt(x)), degreesOfFreedom(), level);
    }
}
