package io.coaching.stats;

import io.coaching.internal.check.Checks;
import java.util.List;

/**
 * Roberts' chart of exponentially weighted means: sees a small lasting shift sooner than {@link IndividualsChart}.
 *
 * <p>Each point is {@code lambda} of the value and {@code 1 - lambda} of the point before, beginning from the target. Limits are
 * {@code width} standard deviations of such a mean either side of the target: {@link Limits#EXACT} ones grow with the first points,
 * sigma^2 lambda / (2 - lambda) (1 - (1 - lambda)^(2t)); {@link Limits#ASYMPTOTIC} ones are those of a long series, as in the example
 * of NIST (e-Handbook of Statistical Methods, 6.3.2.4), and too wide for the first ones. Target and sigma are known from elsewhere;
 * estimated from the same few points they make false alarms more frequent.
 *
 * <p>Example (NIST): target 50, sigma 2.0539, lambda 0.3, width 3: limits 47.4115 and 52.5884, no point outside.
 *
 * @param points the weighted means, one for each value
 * @param lower the lower limit of each point
 * @param upper the upper limit of each point
 * @param outside the points beyond a limit, from 0
 */
public record EwmaChart(List<Double> points, List<Double> lower, List<Double> upper, List<Integer> outside) {
    /** Which limits. */
    public enum Limits {
        /** Limits for each point, narrower for the first ones. The default. */
        EXACT,
        /** Limits of a long series, the same for all points. */
        ASYMPTOTIC
    }

    /**
     * Keeps copies.
     *
     * @param points the weighted means
     * @param lower the lower limits
     * @param upper the upper limits
     * @param outside the points beyond a limit
     */
    public EwmaChart {
        points = List.copyOf(points);
        lower = List.copyOf(lower);
        upper = List.copyOf(upper);
        outside = List.copyOf(outside);
    }

    /**
     * The chart of a series. O(n).
     *
     * @param values the values in order of time, finite
     * @param target where the process should be
     * @param sigma the standard deviation of a value, not negative
     * @param lambda how much the newest value weighs, above 0 and at most 1; 0.2 to 0.3 are usual
     * @param width how many standard deviations; 3 is usual
     * @param limits which limits
     * @return the chart
     */
    public static EwmaChart of(
            double[] values, double target, double sigma, double lambda, double width, Limits limits) {
        Arguments.finite(values, "values");
        Checks.finite(target, "target");
        Checks.inRange(sigma, 0, Double.MAX_VALUE, "sigma");
        Checks.that(lambda > 0 && lambda <= 1, "lambda must be above 0 and at most 1: " + lambda);
        Checks.inRange(width, 0, Double.MAX_VALUE, "width");
        int n = values.length;
        double[] points = new double[n];
        double[] half = new double[n];
        double point = target;
        double memory = 1;
        for (int i = 0; i < n; i++) {
            point = lambda * values[i] + (1 - lambda) * point;
            memory *= (1 - lambda) * (1 - lambda);
            double reached = limits == Limits.EXACT ? 1 - memory : 1;
            points[i] = point;
            half[i] = width * sigma * Math.sqrt(lambda / (2 - lambda) * reached);
        }
        return new EwmaChart(
                boxed(points, half, 0),
                boxed(fill(n, target), half, -1),
                boxed(fill(n, target), half, 1),
                ControlLimits.outside(points, i -> target - half[i], i -> target + half[i]));
    }

    private static double[] fill(int n, double value) {
        double[] all = new double[n];
        java.util.Arrays.fill(all, value);
        return all;
    }

    private static List<Double> boxed(double[] values, double[] half, int sign) {
        return java.util.stream.IntStream.range(0, values.length)
                .mapToObj(i -> values[i] + sign * half[i])
                .toList();
    }
}
