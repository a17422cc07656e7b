package io.coaching.stats;

import java.util.Optional;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * The Mann-Whitney (Wilcoxon rank sum) test of two independent samples, two-sided, by Commons Statistics: exact for samples of
 * up to fifty without ties, else normal with continuity correction and tie correction.
 *
 * <p>It asks whether values of the first tend to be larger; {@code superiority} says how often: the chance that a random one of
 * the first exceeds a random one of the second, ties counting half. It is no test of medians unless the shapes are alike.
 *
 * <p>Example: 1, 2, 3, 4 against 3.5, 5, 6: U = 1, superiority 1 / 12, p = 4 / 35.
 *
 * @param statistic U of the first sample
 * @param superiority {@code U / (n m)}, between 0 and 1; 0.5 when neither tends to be larger
 * @param pValue the two-sided p value
 */
public record MannWhitney(double statistic, double superiority, double pValue) {
    /**
     * Tests two samples.
     *
     * @param x the first, finite
     * @param y the second, finite
     * @return the test; empty if a sample is empty or all values are equal
     */
    public static Optional<MannWhitney> of(double[] x, double[] y) {
        double[] first = Arguments.sorted(x, "x");
        double[] second = Arguments.sorted(y, "y");
        int n = first.length;
        int m = second.length;
        if (n == 0 || m == 0 || (first[0] == first[n - 1] && first[0] == second[0] && first[0] == second[m - 1])) {
            return Optional.empty();
        }
        MannWhitneyUTest.Result test = MannWhitneyUTest.withDefaults().test(first, second);
        double u = test.getStatistic();
        return Optional.of(new MannWhitney(u, u / n / m, test.getPValue()));
    }
}
