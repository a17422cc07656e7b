package io.coaching.stats;

import java.util.Arrays;

/** Kendall's S of one series, and what its variance needs: scratch that is used again for the next series. */
final class KendallScore {
    private static final int LARGEST_EXACT = 10;
    private static final double[][] EXACT = exactPValues();

    private final PackedOrder order = new PackedOrder();
    /** Of whole numbers, how often each was seen. All 0 between two series. */
    private final int[] sizes = new int[PackedOrder.WHOLE_END];

    /** Of other numbers, how many are equal to each. */
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
        double ties = order.packWhole(values, from, n) ? scoreWhole(n) : scoreAny(values, from, n);
        variance = (n * (n - 1.0) * (2.0 * n + 5) - ties) / 18;
    }

    /** Counts, mostly: what is equal as packed is equal. */
    private double scoreWhole(int n) {
        for (int i = 0; i < n; i++) {
            sizes[order.packed(i)]++;
        }
        tied = 0;
        double ties = 0;
        for (int i = 0; i < n; i++) {
            long t = sizes[order.packed(i)];
            sizes[order.packed(i)] = 0;
            tied += t * (t - 1) / 2;
            ties += t * (t - 1) * (2 * t + 5);
        }
        s = (long) n * (n - 1) / 2 - tied - 2 * order.pairsBelow();
        return ties;
    }

    private double scoreAny(double[] values, int from, int n) {
        order.pack(values, from, n);
        if (equals.length < n) {
            equals = new int[2 * n];
        }
        Arrays.fill(equals, 0, n, 0);
        tied = 0;
        long falls = order.pairsBelow();
        if (order.pairsNotAbove() > falls) {
            int words = order.words();
            for (int w = 0; w < words; w++) {
                int end = order.earlier(w);
                for (int i = 0; i < end; i++) {
                    long near = order.notAbove(w, i) & ~order.below(w, i) & PackedOrder.later(w, i);
                    for (; near != 0; near &= near - 1) {
                        falls += settle(values, from, i, PackedOrder.number(w, near));
                    }
                }
            }
        }
        s = (long) n * (n - 1) / 2 - tied - 2 * falls;
        double ties = 0;
        for (int i = 0; tied > 0 && i < n; i++) {
            // Each of t equals contributes its share of t (t - 1) (2 t + 5).
            ties += equals[i] * (2.0 * (equals[i] + 1) + 5);
        }
        return ties;
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
