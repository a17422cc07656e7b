package io.coaching.stats;

import io.coaching.internal.check.Checks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Who rated whom with what: one row a rating, in parallel columns. What was not rated has no row, so memory grows with the
 * ratings and never with raters times subjects.
 *
 * <p>A <em>unit</em> is what one rater can rate once: a subject, or a subject on one item where items are told apart. Raters
 * agree or part within a unit. Where one subject is rated several times by the same rater (calls of a month), either give each
 * occasion a subject of its own, which coefficients of agreement ask for, or leave them together, which effects of raters and
 * variance components take as further observations.
 *
 * <p>Values are whole numbers, so that sums are exact; {@link #withDecimals} says where the point stands, {@link #onScale}
 * which values could have been given. Subjects, raters and items are numbered from 0; a number without a rating is nobody.
 * The order of rows decides nothing, not even a last bit. Immutable and safe to share between threads; O(n log n) to make.
 *
 * <p>Example: {@code Ratings.of(new int[] {0, 0, 1}, new int[] {0, 1, 0}, new int[] {3, 4, 5})} has 2 subjects and 2 raters.
 */
public final class Ratings {
    private static final int MAX_DECIMALS = 9;
    private static final int MEAN_DECIMALS = 6;

    private final int subjects;
    private final int raters;
    private final int items;
    private final int[] unitSubject;
    private final int[] unitItem;
    private final int[] start;
    private final int[] rater;
    private final int[] level;
    private final int[] levels;
    private final int decimals;
    private final double divisor;

    private Ratings(
            int subjects,
            int raters,
            int items,
            int[] unitSubject,
            int[] unitItem,
            int[] start,
            int[] rater,
            int[] level,
            int[] levels,
            int decimals) {
        this.subjects = subjects;
        this.raters = raters;
        this.items = items;
        this.unitSubject = unitSubject;
        this.unitItem = unitItem;
        this.start = start;
        this.rater = rater;
        this.level = level;
        this.levels = levels;
        this.decimals = decimals;
        this.divisor = StrictMath.pow(10, decimals);
    }

    /**
     * Ratings of one item.
     *
     * @param subjects who or what was rated, each row, numbered from 0
     * @param raters by whom, each row, numbered from 0
     * @param values with what, each row
     * @return the ratings
     */
    public static Ratings of(int[] subjects, int[] raters, int[] values) {
        return of(subjects, raters, new int[subjects.length], values);
    }

    /**
     * Ratings of several items.
     *
     * @param subjects who or what was rated, each row, numbered from 0
     * @param raters by whom, each row, numbered from 0
     * @param items on which item, each row, numbered from 0
     * @param values with what, each row
     * @return the ratings
     */
    public static Ratings of(int[] subjects, int[] raters, int[] items, int[] values) {
        Checks.sameLength(subjects.length, "subjects", raters.length, "raters");
        Checks.sameLength(subjects.length, "subjects", items.length, "items");
        Checks.sameLength(subjects.length, "subjects", values.length, "values");
        int s = count(subjects, "subjects");
        int r = count(raters, "raters");
        int i = count(items, "items");
        int[] levels = Arrays.stream(values).sorted().distinct().toArray();
        int[] level = new int[values.length];
        for (int k = 0; k < level.length; k++) {
            level[k] = Arrays.binarySearch(levels, values[k]);
        }
        int[] order = new int[values.length];
        Arrays.setAll(order, k -> k);
        order = sorted(order, level, levels.length);
        order = sorted(order, raters, r);
        order = sorted(order, items, i);
        order = sorted(order, subjects, s);
        return inUnits(s, r, i, order, subjects, raters, items, level, levels);
    }

    private static Ratings inUnits(
            int s, int r, int i, int[] order, int[] subjects, int[] raters, int[] items, int[] level, int[] levels) {
        int n = order.length;
        int[] start = new int[n + 1];
        int[] unitSubject = new int[n];
        int[] unitItem = new int[n];
        int[] rater = new int[n];
        int[] sortedLevel = new int[n];
        int units = 0;
        for (int k = 0; k < n; k++) {
            int row = order[k];
            rater[k] = raters[row];
            sortedLevel[k] = level[row];
            if (k == 0 || subjects[row] != unitSubject[units - 1] || items[row] != unitItem[units - 1]) {
                start[units] = k;
                unitSubject[units] = subjects[row];
                unitItem[units] = items[row];
                units++;
            }
        }
        start[units] = n;
        return new Ratings(
                s,
                r,
                i,
                Arrays.copyOf(unitSubject, units),
                Arrays.copyOf(unitItem, units),
                Arrays.copyOf(start, units + 1),
                rater,
                sortedLevel,
                levels,
                0);
    }

    private static int count(int[] numbers, String name) {
        int most = -1;
        for (int k = 0; k < numbers.length; k++) {
            if (numbers[k] < 0 || numbers[k] == Integer.MAX_VALUE) {
                throw new IllegalArgumentException(name + "[" + k + "] must be a number from 0: " + numbers[k]
                        + "\nMaybe leave a missing rating out instead of marking it");
            }
            most = Math.max(most, numbers[k]);
        }
        return most + 1;
    }

    /** A stable counting sort. */
    private static int[] sorted(int[] order, int[] keys, int range) {
        if (range <= 1) {
            return order;
        }
        int[] next = new int[range + 1];
        for (int key : keys) {
            next[key + 1]++;
        }
        for (int k = 0; k < range; k++) {
            next[k + 1] += next[k];
        }
        int[] sorted = new int[order.length];
        for (int row : order) {
            sorted[next[keys[row]]++] = row;
        }
        return sorted;
    }

    /**
     * The same ratings with a decimal point.
     *
     * @param decimals how many digits stand behind the point, 0 to 9: with 1, the value 35 is a score of 3.5
     * @return the ratings
     */
    public Ratings withDecimals(int decimals) {
        Checks.inRange(decimals, 0, MAX_DECIMALS, "decimals");
        return new Ratings(subjects, raters, items, unitSubject, unitItem, start, rater, level, levels, decimals);
    }

    /**
     * The same ratings on a stated scale. Without one the levels that were given are taken for all there are, which flatters
     * no coefficient but changes those that count levels nobody chose: weights and {@link GwetCoefficient}.
     *
     * @param scale all values that a rater could give, in any order
     * @return the ratings
     */
    public Ratings onScale(int... scale) {
        int[] all = Arrays.stream(scale).sorted().distinct().toArray();
        int[] place = new int[levels.length];
        for (int k = 0; k < levels.length; k++) {
            place[k] = Arrays.binarySearch(all, levels[k]);
            if (place[k] < 0) {
                throw new IllegalArgumentException(
                        "scale must hold every value that was given, " + Arrays.toString(scale) + ": " + levels[k]);
            }
        }
        int[] moved = new int[level.length];
        for (int k = 0; k < moved.length; k++) {
            moved[k] = place[level[k]];
        }
        return new Ratings(subjects, raters, items, unitSubject, unitItem, start, rater, moved, all, decimals);
    }

    /**
     * The ratings of one item.
     *
     * @param item its number
     * @return the ratings, with the same numbers for subjects and raters, on the same scale
     */
    public Ratings ofItem(int item) {
        int rows = 0;
        for (int u = 0; u < unitItem.length; u++) {
            rows += unitItem[u] == item ? start[u + 1] - start[u] : 0;
        }
        int[] s = new int[rows];
        int[] r = new int[rows];
        int[] v = new int[rows];
        int k = 0;
        for (int u = 0; u < unitItem.length; u++) {
            for (int row = start[u]; unitItem[u] == item && row < start[u + 1]; row++) {
                s[k] = unitSubject[u];
                r[k] = rater[row];
                v[k++] = levels[level[row]];
            }
        }
        return of(s, r, v).onScale(levels).withDecimals(decimals);
    }

    /**
     * What each subject got from each rater: the mean of the items that the rater rated, rounded to six decimals, half to even.
     *
     * @return ratings without items; of several ratings of one item, all count
     */
    public Ratings meansOfItems() {
        int[] s = new int[rater.length];
        int[] r = new int[rater.length];
        int[] v = new int[rater.length];
        int cells = 0;
        long[] sum = new long[raters];
        int[] count = new int[raters];
        int unit = 0;
        while (unit < units()) {
            int from = unit;
            while (unit < units() && unitSubject[unit] == unitSubject[from]) {
                for (int row = start[unit]; row < start[unit + 1]; row++) {
                    sum[rater[row]] += levels[level[row]];
                    count[rater[row]]++;
                }
                unit++;
            }
            for (int row = start[from]; row < start[unit]; row++) {
                int by = rater[row];
                if (count[by] > 0) {
                    s[cells] = unitSubject[from];
                    r[cells] = by;
                    v[cells++] = BigDecimal.valueOf(sum[by], decimals)
                            .divide(BigDecimal.valueOf(count[by]), MEAN_DECIMALS, RoundingMode.HALF_EVEN)
                            .movePointRight(MEAN_DECIMALS)
                            .intValueExact();
                    sum[by] = 0;
                    count[by] = 0;
                }
            }
        }
        return of(Arrays.copyOf(s, cells), Arrays.copyOf(r, cells), Arrays.copyOf(v, cells))
                .withDecimals(MEAN_DECIMALS);
    }

    /**
     * How many ratings there are.
     *
     * @return the number of rows
     */
    public int size() {
        return rater.length;
    }

    /**
     * How many subjects are numbered.
     *
     * @return the greatest number plus one
     */
    public int subjects() {
        return subjects;
    }

    /**
     * How many raters are numbered.
     *
     * @return the greatest number plus one
     */
    public int raters() {
        return raters;
    }

    /**
     * How many items are numbered.
     *
     * @return the greatest number plus one; 1 where items are not told apart
     */
    public int items() {
        return items;
    }

    /**
     * How many units were rated at least once.
     *
     * @return the number of units
     */
    public int units() {
        return unitSubject.length;
    }

    /**
     * Whose unit it is.
     *
     * @param unit its number; units stand by subject, then by item
     * @return the number of the subject
     */
    public int subjectOf(int unit) {
        return unitSubject[unit];
    }

    /**
     * Of which item a unit is.
     *
     * @param unit its number
     * @return the number of the item
     */
    public int itemOf(int unit) {
        return unitItem[unit];
    }

    /**
     * How often a rater rated.
     *
     * @return for each rater the number of ratings
     */
    public int[] ratingsByRater() {
        int[] counts = new int[raters];
        for (int r : rater) {
            counts[r]++;
        }
        return counts;
    }

    /**
     * How often a rater rated what another rater rated too.
     *
     * @return for each rater the number of such ratings
     */
    public int[] sharedRatingsByRater() {
        int[] counts = new int[raters];
        for (int u = 0; u < units(); u++) {
            boolean shared = rater[start[u]] != rater[start[u + 1] - 1];
            for (int row = start[u]; shared && row < start[u + 1]; row++) {
                counts[rater[row]]++;
            }
        }
        return counts;
    }

    /**
     * How often each level was given.
     *
     * @return for each level of the scale the number of ratings
     */
    public int[] countsByLevel() {
        int[] counts = new int[levels.length];
        for (int k : level) {
            counts[k]++;
        }
        return counts;
    }

    /**
     * The scores on the scale.
     *
     * @return all levels, ascending, with their decimals
     */
    public double[] scale() {
        return Arrays.stream(levels).mapToDouble(v -> v / divisor).toArray();
    }

    /**
     * One rating of a unit.
     *
     * @param rater the number of the rater
     * @param score the value, with its decimals
     */
    public record Rating(int rater, double score) {}

    /**
     * The ratings of a unit.
     *
     * @param unit its number
     * @return the ratings, by rater
     */
    public List<Rating> ratingsOf(int unit) {
        var found = new ArrayList<Rating>(start[unit + 1] - start[unit]);
        for (int row = start[unit]; row < start[unit + 1]; row++) {
            found.add(new Rating(rater[row], score(row)));
        }
        return found;
    }

    /** Where the ratings of a unit begin; those of the last one end at {@link #size()}. */
    int start(int unit) {
        return start[unit];
    }

    /** By whom row {@code row} is. */
    int rater(int row) {
        return rater[row];
    }

    /** The place of a rating on the scale, from 0. */
    int level(int row) {
        return level[row];
    }

    /** How many levels the scale has. */
    int levels() {
        return levels.length;
    }

    /** The value of a rating, with its decimals. */
    double score(int row) {
        return levels[level[row]] / divisor;
    }

    /**
     * How many raters rated at all.
     *
     * @return the number of raters with a rating
     */
    public int activeRaters() {
        return (int) Arrays.stream(ratingsByRater()).filter(n -> n > 0).count();
    }

    /**
     * How many units have at least two ratings: all that agreement can stand on.
     *
     * @return the number of units
     */
    public int sharedUnits() {
        int pairable = 0;
        for (int u = 0; u < units(); u++) {
            pairable += start[u + 1] - start[u] > 1 ? 1 : 0;
        }
        return pairable;
    }

    /** Whether at least two levels were given. */
    boolean varies() {
        for (int given : level) {
            if (given != level[0]) {
                return true;
            }
        }
        return false;
    }

    /** The sums of figures of some units, ascending, for each of their subjects. */
    double[] sumsBySubject(double[] figures, int[] units) {
        double[] sums = new double[units.length];
        int subjectsSoFar = 0;
        for (int i = 0; i < units.length; i++) {
            if (i == 0 || unitSubject[units[i]] != unitSubject[units[i - 1]]) {
                subjectsSoFar++;
            }
            sums[subjectsSoFar - 1] += figures[i];
        }
        return Arrays.copyOf(sums, subjectsSoFar);
    }

    /** Throws if somebody rated a unit twice, for one cannot agree with oneself. */
    void requireOneRatingEach() {
        for (int u = 0; u < units(); u++) {
            for (int row = start[u] + 1; row < start[u + 1]; row++) {
                if (rater[row] == rater[row - 1]) {
                    throw new IllegalArgumentException("ratings must hold one rating at most of a subject by a rater:"
                            + " rater " + rater[row] + " rated subject " + unitSubject[u] + " more than once"
                            + "\nMaybe give each occasion a subject of its own");
                }
            }
        }
    }

    @Override
    public String toString() {
        return "Ratings[" + size() + " of " + units() + " units by " + activeRaters() + " raters]";
    }
}
