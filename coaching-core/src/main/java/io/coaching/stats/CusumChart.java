package io.coaching.stats;

import io.coaching.internal.check.Checks;
import java.util.ArrayList;
import java.util.List;

/**
 * Page's tabular cumulative sums: deviations from a target add up, upward and downward apart, once they exceed an allowance.
 *
 * <p>{@code high = max(0, high + x - target - allowance)}, {@code low = max(0, low + target - allowance - x)}; a signal where one
 * exceeds the decision limit. Sums are not set back after a signal (NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.3). An
 * allowance of half a standard deviation and a limit of four to five are usual: they find a shift of one standard deviation after
 * some 10 points.
 *
 * <p>Example (NIST): target 325, allowance 0.3175, limit 4.1959: the first signal is at point 13 (from 0).
 *
 * @param high the upward sums
 * @param low the downward sums
 * @param signals the points where one of the two exceeds the limit, from 0
 */
public record CusumChart(List<Double> high, List<Double> low, List<Integer> signals) {
    /**
     * Keeps copies.
     *
     * @param high the upward sums
     * @param low the downward sums
     * @param signals the points where one of the two exceeds the limit
     */
    public CusumChart {
        high = List.copyOf(high);
        low = List.copyOf(low);
        signals = List.copyOf(signals);
    }

    /**
     * The sums of a series. O(n).
     *
     * @param values the values in order of time, finite
     * @param target where the process should be
     * @param allowance what is not counted, in the unit of the values, not negative
     * @param limit the decision limit, in the unit of the values, not negative
     * @return the chart
     */
    public static CusumChart of(double[] values, double target, double allowance, double limit) {
        Arguments.finite(values, "values");
        Checks.finite(target, "target");
        Checks.inRange(allowance, 0, Double.MAX_VALUE, "allowance");
        Checks.inRange(limit, 0, Double.MAX_VALUE, "limit");
        var high = new ArrayList<Double>();
        var low = new ArrayList<Double>();
        var signals = new ArrayList<Integer>();
        double up = 0;
        double down = 0;
        for (int i = 0; i < values.length; i++) {
            up = Math.max(0, up + values[i] - target - allowance);
            down = Math.max(0, down + target - allowance - values[i]);
            high.add(up);
            low.add(down);
            if (up > limit || down > limit) {
                signals.add(i);
            }
        }
        return new CusumChart(high, low, signals);
    }
}
