package io.coaching.stats;

import java.util.Arrays;

/** Kendall's S of one series, and what its variance needs: scratch that is used again for the next series. */
final class KendallScore {
    private static final int LARGEST_EXACT = 10;
    private static final double[][] EXACT = exactPValues();

    private final PackedOrder order = new PackedOrder();
    private int[] equals = new int[64];

    /** Pairs that rise less pairs that fall. */
    long s;
    /** Pairs of equal values. */
    long tied;
    /** The variance of S if all orders are equally likely, given the ties. */
    double variance;

    /** O(n^2), of which a quarter is left by comparing four at a time. */
    void score(double[] values, int from, int to) {
        int n = to - from;
        order.pack(values, from, n);
        if (equals.length < n) {
            equals = new int[2 * n];
        }
        Arrays.fill(equals, 0, n, 0);
        long falls = 0;
        tied = 0;
        int words = order.words();
        for (int i = 0; i < n; i++) {
            long spread = order.spread(i);
            long later = PackedOrder.laterLanes(i);
            for (int w = PackedOrder.firstWord(i); w < words; w++) {
                long below = order.below(w, spread);
                falls += Long.bitCount(below & later);
                for (long near = order.notAbove(w, spread) & ~below & later; near != 0; near &= near - 1) {
                    falls += settle(values, from, i, PackedOrder.number(w, near));
                }
                later = -1;
            }
        }
        long pairs = (long) n * (n - 1) / 2;
        s = pairs - tied - 2 * falls;
        double ties = 0;
        for (int i = 0; tied > 0 && i < n; i++) {
            // Each of t equals contributes its share of t (t - 1) (2 t + 5).
            ties += equals[i] * (2.0 * (equals[i] + 1) + 5);
        }
        variance = (n * (n - 1.0) * (2.0 * n + 5) - ties) / 18;
    }

    /** Two values that are next to equal: 1 if the later one is smaller. */
    private int settle(double[] values, int from, int i, int j) {
        if (values[from + i] == values[from + j]) {
            tied++;
            equals[i]++;
            equals[j]++;
            return 0;
        }
        return values[from + j] < values[from + i] ? 1 : 0;
    }

    /** Whether the p value is the exact one: ten points at most, and no ties. */
    boolean isExact(int n) {
        return n <= LARGEST_EXACT && tied == 0;
    }

    double pValue(int n) {
        return isExact(n) ? EXACT[n][(int) Math.abs(s)] : Tails.normal(z(s, variance));
    }

    /** With continuity correction: one step of S towards 0. */
    static double z(long s, double variance) {
        return (s - Long.signum(s)) / Math.sqrt(variance) + 0.0;
    }

    /** By n and |S|: the share of all orders with an S at least that large, either way. */
    private static double[][] exactPValues() {
        double[][] p = new double[LARGEST_EXACT + 1][];
        double[] orders = {1};
        double all = 1;
        for (int n = 1; n <= LARGEST_EXACT; n++) {
            // The n-th value can be put in n places, which adds 0 to n - 1 inversions.
            double[] next = new double[orders.length + n - 1];
            for (int inversions = 0; inversions < orders.length; inversions++) {
                for (int added = 0; added < n; added++) {
                    next[inversions + added] += orders[inversions];
                }
            }
            orders = next;
            all *= n;
            int pairs = n * (n - 1) / 2;
            p[n] = new double[pairs + 1];
            for (int size = 0; size <= pairs; size++) {
                double sum = 0;
                for (int inversions = 0; inversions <= pairs; inversions++) {
                    sum += Math.abs(pairs - 2 * inversions) >= size ? orders[inversions] : 0;
                }
                p[n][size] = sum / all;
            }
        }
        return p;
    }
}
