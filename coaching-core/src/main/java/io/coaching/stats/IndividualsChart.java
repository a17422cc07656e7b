package io.coaching.stats;

import java.util.List;
import java.util.Optional;

/**
 * Shewhart's chart of individual values and moving ranges: which points lie beyond what the point-to-point scatter explains.
 *
 * <p>The standard deviation is the mean moving range over d2 = 1.128; limits lie three of them either side of the mean, and a
 * moving range is large above D4 = 3.267 times the mean one (NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2; both
 * constants as tabulated there). Of a quiet normal series one point in 370 lies outside, more where limits come from few points:
 * with 20 points 5 % of quiet series have one or more. Autocorrelation narrows the limits wrongly.
 *
 * <p>Edge cases: of one value there is no chart; of equal values all limits coincide and nothing is outside.
 *
 * <p>Example (NIST): centre 50.81, mean moving range 1.8778, limits 45.8159 and 55.8041.
 *
 * @param center the mean
 * @param meanMovingRange the mean distance of neighbours
 * @param lower the lower limit
 * @param upper the upper limit
 * @param movingRangeUpper the limit of moving ranges
 * @param outside the points beyond a limit, from 0
 */
public record IndividualsChart(
        double center,
        double meanMovingRange,
        double lower,
        double upper,
        double movingRangeUpper,
        List<Integer> outside) {
    private static final double D2 = 1.128;
    private static final double D4 = 3.267;

    /**
     * Keeps a copy.
     *
     * @param center the mean
     * @param meanMovingRange the mean distance of neighbours
     * @param lower the lower limit
     * @param upper the upper limit
     * @param movingRangeUpper the limit of moving ranges
     * @param outside the points beyond a limit
     */
    public IndividualsChart {
        outside = List.copyOf(outside);
    }

    /**
     * The chart of a series. O(n).
     *
     * @param values the values in order of time, finite
     * @return the chart; empty for fewer than two values
     */
    public static Optional<IndividualsChart> of(double... values) {
        Arguments.finite(values, "values");
        int n = values.length;
        if (n < 2) {
            return Optional.empty();
        }
        double sum = values[0];
        double ranges = 0;
        for (int i = 1; i < n; i++) {
            sum += values[i];
            ranges += Math.abs(values[i] - values[i - 1]);
        }
        double center = sum / n;
        double range = ranges / (n - 1);
        double three = 3 * range / D2;
        return Optional.of(new IndividualsChart(
                center,
                range,
                center - three,
                center + three,
                D4 * range,
                ControlLimits.outside(values, i -> center - three, i -> center + three)));
    }

    /**
     * The standard deviation by the moving ranges.
     *
     * @return the mean moving range over d2
     */
    public double sigma() {
        return meanMovingRange / D2;
    }
}
