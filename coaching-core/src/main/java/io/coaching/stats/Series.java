package io.coaching.stats;

import io.coaching.base.Reason;
import io.coaching.internal.check.Checks;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One series in time: the numbers of its periods, in ascending order, and a value for each.
 *
 * <p>Periods are counted by the caller: weeks or months or whatever is equally long. A gap is a period that is not there, and is
 * never filled in: distances in time are differences of period numbers. A zero is a value like any other. Every method that takes a
 * series asks for at least three points that are not all equal, and says {@link Reason} otherwise.
 *
 * <p>Example: {@code Series.of(new int[] {0, 1, 3}, new double[] {5, 6, 8})} rises by one in each period; period 2 is missing.
 */
public final class Series {
    /** Beyond it sums of squares would overflow. */
    static final double MAX_ABS = 1e100;

    private static final int FEWEST = 3;

    final int[] periods;
    final double[] values;

    private Series(int[] periods, double[] values) {
        this.periods = periods;
        this.values = values;
    }

    /**
     * A series without gaps: periods 0, 1, 2 and so on.
     *
     * @param values finite, at most 1e100 in size; copied
     * @return the series
     */
    public static Series of(double... values) {
        int[] periods = new int[values.length];
        Arrays.setAll(periods, i -> i);
        return new Series(periods, checked(values));
    }

    /**
     * A series that may have gaps.
     *
     * @param periods the period numbers, strictly ascending; copied
     * @param values a value for each, finite, at most 1e100 in size; copied
     * @return the series
     */
    public static Series of(int[] periods, double[] values) {
        Checks.sameLength(periods.length, "periods", values.length, "values");
        checkAscending(periods, 0, periods.length);
        return new Series(periods.clone(), checked(values));
    }

    /**
     * A series out of a list with an entry for each period from 0 on.
     *
     * @param values the values; where one is empty there is a gap
     * @return the series
     */
    public static Series ofPresent(List<OptionalDouble> values) {
        int[] periods = new int[values.size()];
        double[] present = new double[values.size()];
        int n = 0;
        for (int i = 0; i < periods.length; i++) {
            if (values.get(i).isPresent()) {
                periods[n] = i;
                present[n++] = values.get(i).getAsDouble();
            }
        }
        return new Series(Arrays.copyOf(periods, n), checked(Arrays.copyOf(present, n)));
    }

    static void checkAscending(int[] periods, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (periods[i] <= periods[i - 1]) {
                throw new IllegalArgumentException("periods must be strictly ascending, but periods[" + i + "] = "
                        + periods[i] + " follows " + periods[i - 1]);
            }
        }
        if (to > from && (long) periods[to - 1] - periods[from] > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "periods must span less than 2^31: " + periods[from] + " to " + periods[to - 1]);
        }
    }

    private static double[] checked(double[] values) {
        double[] copy = new double[values.length];
        for (int i = 0; i < copy.length; i++) {
            check(values[i], i);
            copy[i] = values[i] + 0.0;
        }
        return copy;
    }

    static void check(double value, int i) {
        if (!(Math.abs(value) <= MAX_ABS)) {
            throw new IllegalArgumentException("values[" + i + "] must be finite and at most 1e100 in size: " + value
                    + "\nMaybe leave a missing value out instead of passing NaN");
        }
    }

    /**
     * How many points there are.
     *
     * @return their number
     */
    public int n() {
        return values.length;
    }

    /**
     * The period of a point.
     *
     * @param i the point, from 0
     * @return its period number
     */
    public int period(int i) {
        return periods[i];
    }

    /**
     * The value of a point.
     *
     * @param i the point, from 0
     * @return its value
     */
    public double value(int i) {
        return values[i];
    }

    /**
     * All period numbers.
     *
     * @return a new array, ascending
     */
    public int[] periods() {
        return periods.clone();
    }

    /**
     * All values.
     *
     * @return a new array, in the order of time
     */
    public double[] values() {
        return values.clone();
    }

    /**
     * The part that begins with a period.
     *
     * @param period the first period to keep, whether or not it has a point
     * @return the points from then on
     */
    public Series from(int period) {
        return part(indexOf(period), n());
    }

    /**
     * The part that ends before a period.
     *
     * @param period the first period to leave out, whether or not it has a point
     * @return the points before it
     */
    public Series before(int period) {
        return part(0, indexOf(period));
    }

    private int indexOf(int period) {
        int i = Arrays.binarySearch(periods, period);
        return i >= 0 ? i : -i - 1;
    }

    private Series part(int from, int to) {
        return new Series(Arrays.copyOfRange(periods, from, to), Arrays.copyOfRange(values, from, to));
    }

    /**
     * Why no trend can be told from this series, if so.
     *
     * @return {@code NO_DATA} without a point, {@code TOO_FEW_OBSERVATIONS} for one or two, {@code NO_VARIATION} if all values
     *     are equal; otherwise empty
     */
    public Optional<Reason> whyNoTrend() {
        return Optional.ofNullable(whyNoTrend(values, 0, values.length));
    }

    static @Nullable Reason whyNoTrend(double[] values, int from, int to) {
        if (to == from) {
            return Reason.NO_DATA;
        }
        if (to - from < FEWEST) {
            return Reason.TOO_FEW_OBSERVATIONS;
        }
        for (int i = from + 1; i < to; i++) {
            if (values[i] != values[from]) {
                return null;
            }
        }
        return Reason.NO_VARIATION;
    }

    double[] times() {
        double[] times = new double[periods.length];
        Arrays.setAll(times, i -> periods[i]);
        return times;
    }

    /** The values less a line of this slope, which is 0 in the period before the first. */
    double[] without(double slope) {
        double[] rest = new double[values.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = values[i] - slope * (1.0 + periods[i] - periods[0]);
        }
        return rest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Series that
                && Arrays.equals(periods, that.periods)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(periods) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return n() == 0
                ? "Series[n=0]"
                : "Series[n=" + n() + ", periods " + periods[0] + " to " + periods[n() - 1] + "]";
    }
}
