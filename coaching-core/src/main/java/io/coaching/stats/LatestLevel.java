package io.coaching.stats;

import io.coaching.internal.check.Checks;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Whether the newest points of a series lie off its mean: the exponentially weighted mean at the last point against the mean of all,
 * over its standard error. It is one look at the end of an {@link EwmaChart}, with target and noise estimated from the same points,
 * so its p value holds for a look at one series at one time; looking again every week is looking many times.
 *
 * <p>The noise is that around the best split ({@link LevelShift#noise}), so that a real change at the end does not hide itself.
 * Measured on quiet normal series: at 5 % it alarms in 6.8 % of series of 8 points, 5.2 % of 13, 4.7 % of 26 and 52.
 *
 * @param t the difference over its standard error
 * @param freedom the degrees of freedom
 */
public record LatestLevel(double t, int freedom) {
    /**
     * Looks at the end of a series. O(n).
     *
     * @param cost what a stretch costs; it holds the series
     * @param lambda how much the newest point weighs, above 0 and below 1
     * @param split the first point after the best split ({@link LevelShift#split})
     * @param fitted how many parameters were estimated from the series before, as for seasons; 0 otherwise
     * @return what was found; empty for fewer than four points beside the parameters, or where there is no noise
     */
    public static Optional<LatestLevel> of(SegmentCost cost, double lambda, int split, int fitted) {
        Checks.that(lambda > 0 && lambda < 1, "lambda must be above 0 and below 1: " + lambda);
        int n = cost.size();
        if (n < 4 + fitted) {
            return Optional.empty();
        }
        double noise = LevelShift.noise(cost, List.of(split), fitted);
        if (noise <= cost.of(0, n) * 1e-14) {
            return Optional.empty();
        }
        double level = cost.level(0, n);
        double[] weights = new double[n];
        double total = 0;
        double weight = 1;
        for (int i = n - 1; i >= 0; i--) {
            weights[i] = weight;
            total += weight;
            weight *= 1 - lambda;
        }
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double contrast = weights[i] / total - 1.0 / n;
            sum += contrast * cost.residual(i, level);
            squares += contrast * contrast;
        }
        return Optional.of(new LatestLevel(sum / Math.sqrt(noise * squares), n - 2 - fitted));
    }

    /**
     * How often the newest points of a quiet series lie as far above.
     *
     * @return the one-sided p value
     */
    public double pAbove() {
        return TDistribution.of(freedom).survivalProbability(t);
    }

    /**
     * How often the newest points of a quiet series lie as far below.
     *
     * @return the one-sided p value
     */
    public double pBelow() {
        return TDistribution.of(freedom).cumulativeProbability(t);
    }
}
