package io.coaching.stats;

/**
 * Ranks of values.
 *
 * <p>Values are level when they are equal; nothing is rounded first. Ranks are whole but for {@link TiePolicy#FRACTIONAL}.
 * Edge cases: no values, no ranks. O(n log n). They say nothing about how sure an order is: see {@link RankInference}.
 *
 * <p>Example: of 3, 1, 4, 1, 5 descending, 1224: 3, 4, 2, 4, 1.
 */
public final class Ranks {
    private Ranks() {}

    /**
     * Ranks with the smallest value first.
     *
     * @param values the values, finite
     * @param ties what those get who are level
     * @return the rank of each value, from 1, in the order of the values
     */
    public static double[] ascending(double[] values, TiePolicy ties) {
        return ranks(values, ties, false);
    }

    /**
     * Ranks with the largest value first.
     *
     * @param values the values, finite
     * @param ties what those get who are level
     * @return the rank of each value, from 1, in the order of the values
     */
    public static double[] descending(double[] values, TiePolicy ties) {
        return ranks(values, ties, true);
    }

    private static double[] ranks(double[] values, TiePolicy ties, boolean descending) {
        Arguments.finite(values, "values");
        int n = values.length;
        double[] keys = new double[n];
        for (int i = 0; i < n; i++) {
            keys[i] = (descending ? -values[i] : values[i]) + 0.0;
        }
        int[] order = IndexedSort.sort(keys);
        double[] ranks = new double[n];
        int dense = 0;
        for (int from = 0, to; from < n; from = to) {
            to = from + 1;
            while (to < n && keys[to] == keys[from]) {
                to++;
            }
            dense++;
            for (int k = from; k < to; k++) {
                ranks[order[k]] = switch (ties) {
                    case STANDARD_COMPETITION -> from + 1;
                    case MODIFIED_COMPETITION -> to;
                    case DENSE -> dense;
                    case ORDINAL_FIRST -> k + 1;
                    case FRACTIONAL -> (from + 1 + to) / 2.0;
                };
            }
        }
        return ranks;
    }
}
