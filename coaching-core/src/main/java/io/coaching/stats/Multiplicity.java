package io.coaching.stats;

import java.util.stream.IntStream;

/**
 * What p values are worth when many questions were asked: four adjustments.
 *
 * <p>An adjusted p value at or below alpha is rejected at alpha. Bonferroni and Holm bound the chance of any false rejection;
 * Benjamini and Hochberg bound the expected share of false ones among the rejections. Answers are capped at 1 and keep the
 * order of the input; equal p values stay equal. O(m log m). For posterior probabilities see {@link BayesianFdr}.
 *
 * <p>Example: of 0.01, 0.02, 0.03 at BH: 0.03, 0.03, 0.03; Holm: 0.03, 0.04, 0.04.
 */
public enum Multiplicity {
    /** p times m. */
    BONFERRONI,
    /** Holm's step-down (1979): as safe as Bonferroni and never weaker. */
    HOLM,
    /** Benjamini and Hochberg's step-up (1995, doi:10.1111/j.2517-6161.1995.tb02031.x), for independent or positively dependent p. */
    BENJAMINI_HOCHBERG,
    /** Benjamini and Yekutieli's (2001, doi:10.1214/aos/1013699998): any dependence, at the price of a factor of about log m. */
    BENJAMINI_YEKUTIELI;

    /**
     * Adjusts p values.
     *
     * @param pValues the p values, each in 0..1
     * @return the adjusted ones, in the same order
     */
    public double[] adjust(double... pValues) {
        Arguments.probabilities(pValues, "pValues");
        int m = pValues.length;
        double[] sorted = pValues.clone();
        int[] order = IndexedSort.sort(sorted);
        double[] adjusted = new double[m];
        switch (this) {
            case BONFERRONI -> {
                for (int i = 0; i < m; i++) {
                    adjusted[i] = Math.min(1, m * pValues[i]);
                }
            }
            case HOLM -> {
                double most = 0;
                for (int k = 0; k < m; k++) {
                    most = Math.max(most, Math.min(1, (m - k) * sorted[k]));
                    adjusted[order[k]] = most;
                }
            }
            case BENJAMINI_HOCHBERG -> stepUp(sorted, order, adjusted, 1);
            case BENJAMINI_YEKUTIELI ->
                stepUp(
                        sorted,
                        order,
                        adjusted,
                        IntStream.rangeClosed(1, m).mapToDouble(k -> 1.0 / k).sum());
        }
        return adjusted;
    }

    private static void stepUp(double[] sorted, int[] order, double[] adjusted, double factor) {
        int m = sorted.length;
        double least = 1;
        for (int k = m - 1; k >= 0; k--) {
            least = Math.min(least, factor * m / (k + 1) * sorted[k]);
            adjusted[order[k]] = least;
        }
    }
}
