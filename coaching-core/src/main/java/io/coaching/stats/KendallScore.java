package io.coaching.stats;

import java.util.Arrays;

/** Kendall's S of one series, and what its variance needs: scratch that is used again for the next series. */
final class KendallScore {
    private static final int LARGEST_EXACT = 10;
    private static final double[][] EXACT = exactPValues();

    private double[] sorted = new double[64];

    /** Pairs that rise less pairs that fall. */
    long s;
    /** Pairs of equal values. */
    long tied;
    /** The variance of S if all orders are equally likely, given the ties. */
    double variance;

    /** O(n^2), as the median slope needs it anyhow. */
    void score(double[] values, int from, int to) {
        long falls = 0;
        long rises = 0;
        for (int i = from; i < to; i++) {
            double a = values[i];
            for (int j = i + 1; j < to; j++) {
                // The sign bit, for a branch would be mispredicted every other time. A difference is 0 only for equals.
                falls += Double.doubleToRawLongBits(values[j] - a) >>> 63;
                rises += Double.doubleToRawLongBits(a - values[j]) >>> 63;
            }
        }
        long n = to - from;
        s = rises - falls;
        tied = n * (n - 1) / 2 - rises - falls;
        variance = (n * (n - 1.0) * (2.0 * n + 5) - (tied == 0 ? 0 : tieTerm(values, from, to))) / 18;
    }

    private double tieTerm(double[] values, int from, int to) {
        int n = to - from;
        if (sorted.length < n) {
            sorted = new double[Math.max(n, 2 * sorted.length)];
        }
        System.arraycopy(values, from, sorted, 0, n);
        Arrays.sort(sorted, 0, n);
        double term = 0;
        for (int i = 0, next; i < n; i = next) {
            next = i + 1;
            while (next < n && sorted[next] == sorted[i]) {
                next++;
            }
            double t = next - i;
            term += t * (t - 1) * (2 * t + 5);
        }
        return term;
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
