package io.coaching.stats;

import io.coaching.internal.check.Checks;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * A peer group, sorted once, and everyone's place in it: among all, and against the others.
 *
 * <p>"The others" of member i are all values but the one at index i of the array that was given; a benchmark that leaves the
 * subject in compares it with itself. Every answer equals, to the last bit, what the plain computation on that smaller array
 * gives.
 *
 * <p>Edge cases: one value has no others, and asking for them is an error ({@link #n} tells before); ties need no treatment.
 *
 * <p>Complexity: O(n log n) to build; after that O(1) for medians, quantiles and ranks, O(log n) for the MAD of the others and
 * for their robust z; O(n) for a {@link RobustScale}, which also holds the mean absolute deviation, and for the z of a group
 * where more than half of the values are equal. 28 bytes a member are kept; the methods that return a {@code double} allocate
 * nothing.
 *
 * <p>Example: of 1, 2, 4, 8, 16 the third member's others are 1, 2, 8, 16: their median is 5, their deviations from it are 4,
 * 3, 3, 11, their MAD is 3.5.
 */
public final class GroupProfile {
    // The others of the member at sorted place r are sorted too: place k of theirs is place k of all, or k + 1 from r
    // on. So
    // nothing is copied. Their deviations from their median m form two sorted lists, to the left of m and to the right,
    // and
    // the MAD is the middle of the merge of both, found by halving without merging.
    private final double[] values;
    private final double[] sorted;
    private final int[] place;
    private final int[] firstEqual;
    private final int[] endEqual;

    private GroupProfile(double[] values, double[] sorted, int[] order) {
        int n = values.length;
        this.values = values;
        this.sorted = sorted;
        this.place = new int[n];
        this.firstEqual = new int[n];
        this.endEqual = new int[n];
        for (int from = 0, to; from < n; from = to) {
            to = from + 1;
            while (to < n && sorted[to] == sorted[from]) {
                to++;
            }
            for (int k = from; k < to; k++) {
                place[order[k]] = k;
                firstEqual[order[k]] = from;
                endEqual[order[k]] = to;
            }
        }
    }

    /**
     * Sorts a group.
     *
     * @param values the values of its members, finite, at least one; copied
     * @return the profile
     */
    public static GroupProfile of(double... values) {
        Checks.atLeast(values.length, 1, "number of values");
        Arguments.finite(values, "values");
        double[] copy = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            copy[i] = values[i] + 0.0;
        }
        double[] sorted = copy.clone();
        int[] order = IndexedSort.sort(sorted);
        return new GroupProfile(copy, sorted, order);
    }

    /**
     * How many members there are.
     *
     * @return the number of values
     */
    public int n() {
        return values.length;
    }

    /**
     * The value of a member.
     *
     * @param i the member's index in the array given
     * @return its value
     */
    public double value(int i) {
        return values[i];
    }

    /**
     * All values in ascending order.
     *
     * @return a new array
     */
    public double[] sorted() {
        return sorted.clone();
    }

    /**
     * How many members lie below one.
     *
     * @param i the member
     * @return the number of smaller values
     */
    public int below(int i) {
        return firstEqual[i];
    }

    /**
     * How many members are level with one, itself included.
     *
     * @param i the member
     * @return the number of equal values, at least 1
     */
    public int equal(int i) {
        return endEqual[i] - firstEqual[i];
    }

    /**
     * The median of all.
     *
     * @return the middle value or the mean of the middle two
     */
    public double median() {
        return Quantiles.medianOfSorted(sorted);
    }

    /**
     * The median absolute deviation of all from their median, not scaled.
     *
     * @return the MAD, 0 if more than half of the values are equal
     */
    public double mad() {
        return mad(sorted.length, sorted.length, median());
    }

    /**
     * A quantile of all, by {@link QuantileMethod#HF7}.
     *
     * @param p the probability, between 0 and 1
     * @return the quantile
     */
    public double quantile(double p) {
        return QuantileMethod.HF7.ofSorted(sorted, p);
    }

    /**
     * Place and scale of all.
     *
     * @return the robust scale
     */
    public RobustScale scale() {
        return scale(sorted.length, sorted.length, median());
    }

    /**
     * A member's percentile rank among all, itself included.
     *
     * @param i the member
     * @param convention how those who are level count
     * @return the rank, between 0 and 100
     */
    public double percentileRank(int i, PercentileRank convention) {
        return convention.of(below(i), equal(i), sorted.length);
    }

    /**
     * The median of the others.
     *
     * @param i the member that is left out
     * @return their median
     */
    public double othersMedian(int i) {
        requireOthers();
        int r = place[i];
        int n = sorted.length - 1;
        return QuantileMethod.middle(other(r, (n - 1) / 2), other(r, n / 2));
    }

    /**
     * The median absolute deviation of the others from their median, not scaled.
     *
     * @param i the member that is left out
     * @return their MAD, 0 if more than half of them are equal
     */
    public double othersMad(int i) {
        return mad(place[i], sorted.length - 1, othersMedian(i));
    }

    /**
     * A quantile of the others, by {@link QuantileMethod#HF7}.
     *
     * @param i the member that is left out
     * @param p the probability, between 0 and 1
     * @return their quantile
     */
    public double othersQuantile(int i, double p) {
        requireOthers();
        QuantileMethod.probability(p);
        int r = place[i];
        int n = sorted.length - 1;
        double position = (n - 1) * p;
        int k = (int) position;
        return k + 1 < n ? QuantileMethod.between(other(r, k), other(r, k + 1), position - k) : other(r, k);
    }

    /**
     * A member's percentile rank against the others.
     *
     * @param i the member
     * @param convention how those who are level count
     * @return the rank, between 0 and 100
     */
    public double othersPercentileRank(int i, PercentileRank convention) {
        requireOthers();
        return convention.of(below(i), equal(i) - 1, sorted.length - 1);
    }

    /**
     * Place and scale of the others.
     *
     * @param i the member that is left out
     * @return their robust scale
     */
    public RobustScale othersScale(int i) {
        return scale(place[i], sorted.length - 1, othersMedian(i));
    }

    /**
     * How many robust standard deviations a member lies above the median of the others: what {@link #othersScale} would say,
     * without measuring what is not needed.
     *
     * @param i the member
     * @return the robust z; empty if all others are equal
     */
    public OptionalDouble othersRobustZ(int i) {
        double median = othersMedian(i);
        double mad = mad(place[i], sorted.length - 1, median);
        return mad > 0
                ? OptionalDouble.of((values[i] - median) / (RobustScale.MAD_TO_SIGMA * mad))
                : othersScale(i).robustZ(values[i]);
    }

    /** The k-th smallest without the one at place r; r = n leaves none out. */
    private double other(int r, int k) {
        return sorted[k < r ? k : k + 1];
    }

    private RobustScale scale(int r, int n, double median) {
        double mad = mad(r, n, median);
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += Math.abs(other(r, k) - median);
        }
        double mean = sum / n;
        return new RobustScale(n, median, mad, mean, RobustScale.basis(mad, mean));
    }

    private double mad(int r, int n, double m) {
        // Left of the cut, from it outward, deviations rise; right of it as well. None is negative, since the median
        // lies
        // between the two values beside the cut.
        int cut = n / 2;
        int k = (n - 1) / 2;
        // How many of the k + 1 smallest deviations lie on the left: the smallest count that leaves none on the right
        // which
        // is larger than the next on the left.
        int low = Math.max(0, k + 1 - (n - cut));
        int high = Math.min(k + 1, cut);
        while (low < high) {
            int a = (low + high) >>> 1;
            double left = m - other(r, cut - 1 - a);
            double right = other(r, cut + k - a) - m;
            if (left < right) {
                low = a + 1;
            } else {
                high = a;
            }
        }
        int fromLeft = low;
        int fromRight = k + 1 - low;
        double kth = Math.max(
                fromLeft > 0 ? m - other(r, cut - fromLeft) : 0, fromRight > 0 ? other(r, cut + fromRight - 1) - m : 0);
        if (n % 2 == 1) {
            return kth;
        }
        double next = Math.min(
                fromLeft < cut ? m - other(r, cut - 1 - fromLeft) : Double.POSITIVE_INFINITY,
                cut + fromRight < n ? other(r, cut + fromRight) - m : Double.POSITIVE_INFINITY);
        return QuantileMethod.middle(kth, next);
    }

    private void requireOthers() {
        if (sorted.length < 2) {
            throw new IllegalArgumentException("a group of one has no others\nMaybe ask n() first");
        }
    }

    @Override
    public String toString() {
        return "GroupProfile[n=" + sorted.length + ", median=" + median() + ", values " + sorted[0] + " to "
                + sorted[sorted.length - 1] + "]";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GroupProfile that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
