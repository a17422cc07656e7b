package io.coaching.stats;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.coaching.internal.check.Checks;
import io.coaching.internal.parallel.Workers;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;

/**
 * Very many cards of ratings, rolled up to subject x group of items x period: the weighted mean, and how far the ratings of one
 * item of one subject in one period agree.
 *
 * <p>A card is one subject in one period with a level, or nothing, on each item. Cards stand as bytes, sorted by subject and
 * period when the tally is built; a cell is then a run of cards, whose levels are counted. Sums and pairs are whole numbers, so
 * neither the order of cards nor the number of threads moves a bit. Memory is a byte a rating; O(ratings) for a roll-up.
 *
 * <p>Agreement is pooled: the share of equal pairs among all pairs of ratings of one item, subject and period. It is not corrected
 * for chance; {@link GwetCoefficient} and {@link KrippendorffAlpha} are, and tell raters apart, for sets that are worth it.
 *
 * <p>Example: two cards with 3 and 5 on an item of weight 2, 4 and 4 on one of weight 1: mean 4, agreement 0.5.
 */
public final class RatingTally {
    private static final int ROWS_PER_TASK = 4096;
    private static final int MAX_ITEMS = 10_000;
    private static final int MAX_LEVELS = 127;

    private final int items;
    private final double[] scale;
    private final long[] points;
    private final double divisor;
    private final int periods;
    private final byte[] codes;
    private final int[] rowStart;
    private final int[] rowSubject;
    private final int[] rowPeriod;

    private RatingTally(Builder from) {
        this.items = from.items;
        this.scale = from.scale;
        this.points = from.points;
        this.divisor = from.divisor;
        int n = from.size;
        int subjects = 1 + Arrays.stream(from.subject, 0, n).max().orElse(-1);
        this.periods = 1 + Arrays.stream(from.period, 0, n).max().orElse(-1);
        int[] order = sorted(from.period, n, periods, null);
        order = sorted(from.subject, n, subjects, order);
        this.codes = new byte[n * items];
        int[] start = new int[n + 1];
        int[] subject = new int[n];
        int[] period = new int[n];
        int rows = 0;
        for (int at = 0; at < n; at++) {
            int card = order[at];
            System.arraycopy(from.codes, card * items, codes, at * items, items);
            if (rows == 0 || subject[rows - 1] != from.subject[card] || period[rows - 1] != from.period[card]) {
                start[rows] = at;
                subject[rows] = from.subject[card];
                period[rows++] = from.period[card];
            }
        }
        start[rows] = n;
        this.rowStart = Arrays.copyOf(start, rows + 1);
        this.rowSubject = Arrays.copyOf(subject, rows);
        this.rowPeriod = Arrays.copyOf(period, rows);
    }

    /** A stable counting sort of the first {@code n} keys, or of those that {@code before} puts in order. */
    private static int[] sorted(int[] keys, int n, int range, int @org.jspecify.annotations.Nullable [] before) {
        int[] next = new int[range + 1];
        for (int i = 0; i < n; i++) {
            next[keys[i] + 1]++;
        }
        for (int k = 0; k < range; k++) {
            next[k + 1] += next[k];
        }
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int card = before == null ? i : before[i];
            order[next[keys[card]]++] = card;
        }
        return order;
    }

    /**
     * Starts a tally.
     *
     * @param items how many items a card has, 1 to 10,000
     * @param scale the points of each level, ascending, at most 127 of them, with at most three decimals
     * @return an empty builder
     */
    public static Builder builder(int items, double... scale) {
        return new Builder(items, scale);
    }

    /** Takes cards. */
    public static final class Builder {
        private static final double DIVISOR = 1000;

        private final int items;
        private final double[] scale;
        private final long[] points;
        private final double divisor = DIVISOR;
        private int[] subject = new int[1024];
        private int[] period = new int[1024];
        private byte[] codes;
        private int size;

        private Builder(int items, double[] scale) {
            this.items = Checks.inRange(items, 1, MAX_ITEMS, "items");
            Checks.inRange(scale.length, 1, MAX_LEVELS, "levels of scale");
            Arguments.finite(scale, "scale");
            this.scale = scale.clone();
            this.points = new long[scale.length];
            for (int k = 0; k < scale.length; k++) {
                Checks.that(k == 0 || scale[k] > scale[k - 1], "scale must ascend: " + Arrays.toString(scale));
                points[k] = Math.round(scale[k] * DIVISOR);
                Checks.that(
                        points[k] / DIVISOR == scale[k] && Math.abs(scale[k]) <= 1e6,
                        "scale must have at most three decimals and stay within a million: " + scale[k]);
            }
            this.codes = new byte[1024 * items];
        }

        /**
         * Adds a card.
         *
         * @param of the number of the subject, from 0
         * @param in the number of the period, from 0
         * @param levels for each item the place of its level on the scale, from 0, or -1 where it was not rated
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder add(int of, int in, byte... levels) {
            Checks.inRange(of, 0, Integer.MAX_VALUE - 2, "subject");
            Checks.inRange(in, 0, Short.MAX_VALUE, "period");
            Checks.sameLength(levels.length, "levels", items, "items");
            if (size == subject.length) {
                int more = Math.addExact(size, Math.max(1024, size / 2));
                subject = Arrays.copyOf(subject, more);
                period = Arrays.copyOf(period, more);
                codes = Arrays.copyOf(codes, Math.multiplyExact(more, items));
            }
            for (int i = 0; i < items; i++) {
                if (levels[i] < -1 || levels[i] >= scale.length) {
                    throw new IllegalArgumentException("levels[" + i + "] must be in -1.." + (scale.length - 1) + ": "
                            + levels[i] + "\nMaybe the points were meant: give their place on the scale");
                }
                codes[size * items + i] = (byte) (levels[i] + 1);
            }
            subject[size] = of;
            period[size++] = in;
            return this;
        }

        /**
         * Sorts the cards.
         *
         * @return the tally
         */
        public RatingTally build() {
            return new RatingTally(this);
        }
    }

    /**
     * How many cards there are.
     *
     * @return the number of cards
     */
    public int cards() {
        return rowStart[rowStart.length - 1];
    }

    /**
     * Rolls up, in the calling thread.
     *
     * @param groups of each item the group that it belongs to, as a competency, from 0
     * @param weights of each item the weight in its group, 0 to 1,000,000
     * @return the cells
     */
    public Scores rollUp(int[] groups, int[] weights) {
        return rollUp(groups, weights, Workers.caller());
    }

    /**
     * Rolls up, with threads of an executor: the same cells to the bit.
     *
     * @param groups of each item the group that it belongs to, as a competency, from 0
     * @param weights of each item the weight in its group, 0 to 1,000,000
     * @param executor runs what the calling thread does not
     * @param parallelism how many threads work at a time, the calling one among them
     * @return the cells
     */
    public Scores rollUp(int[] groups, int[] weights, Executor executor, int parallelism) {
        return rollUp(groups, weights, Workers.on(executor, parallelism));
    }

    private Scores rollUp(int[] groups, int[] weights, Workers workers) {
        Checks.sameLength(groups.length, "groups", items, "items");
        Checks.sameLength(weights.length, "weights", items, "items");
        int count = 0;
        for (int i = 0; i < items; i++) {
            Checks.inRange(groups[i], 0, MAX_ITEMS, "groups[" + i + "]");
            Checks.inRange(weights[i], 0, 1_000_000, "weights[" + i + "]");
            count = Math.max(count, groups[i] + 1);
        }
        Scores scores = new Scores(this, count);
        int tasks = (rowSubject.length + ROWS_PER_TASK - 1) / ROWS_PER_TASK;
        long[][] pairs = new long[tasks][];
        int[] of = groups.clone();
        int[] by = weights.clone();
        workers.run(tasks, task -> pairs[task] = tally(scores, of, by, task * ROWS_PER_TASK));
        for (long[] part : pairs) {
            for (int k = 0; k < part.length; k++) {
                scores.pairs[k] += part[k];
            }
        }
        return scores;
    }

    /** Counts the levels of some rows; returns equal pairs and all pairs by period and group. */
    private long[] tally(Scores scores, int[] groups, int[] weights, int firstRow) {
        int width = Integer.highestOneBit(scale.length) << 1; // places for the levels and for none
        int[] counts = new int[items * width];
        long[] pairs = new long[scores.pairs.length];
        int lastRow = Math.min(firstRow + ROWS_PER_TASK, rowSubject.length);
        for (int row = firstRow; row < lastRow; row++) {
            Arrays.fill(counts, 0);
            int to = rowStart[row + 1] * items;
            int at = rowStart[row] * items;
            while (at < to) {
                for (int place = 0; place < counts.length; place += width) {
                    counts[place + codes[at++]]++;
                }
            }
            int cell = row * scores.groups;
            int pair = 2 * rowPeriod[row] * scores.groups;
            for (int i = 0; i < items; i++) {
                long n = 0;
                long sum = 0;
                long equal = 0;
                for (int k = 0; k < points.length; k++) {
                    long c = counts[i * width + k + 1];
                    n += c;
                    sum += c * points[k];
                    equal += c * (c - 1);
                }
                scores.sum[cell + groups[i]] += weights[i] * sum;
                scores.weight[cell + groups[i]] += weights[i] * n;
                pairs[pair + 2 * groups[i]] += equal;
                pairs[pair + 2 * groups[i] + 1] += n * (n - 1);
            }
        }
        return pairs;
    }

    /**
     * The cells: a row for each subject and period with a card, by subject, then period, and in it a cell for each group.
     */
    public static final class Scores {
        private final RatingTally tally;
        private final int groups;
        private final long[] sum;
        private final long[] weight;
        private final long[] pairs;

        private Scores(RatingTally tally, int groups) {
            this.tally = tally;
            this.groups = groups;
            int cells = Math.multiplyExact(tally.rowSubject.length, groups);
            this.sum = new long[cells];
            this.weight = new long[cells];
            this.pairs = new long[2 * tally.periods * groups];
        }

        /**
         * How many rows there are.
         *
         * @return pairs of subject and period with at least one card
         */
        public int rows() {
            return tally.rowSubject.length;
        }

        /**
         * How many groups there are.
         *
         * @return the greatest number of a group plus one
         */
        public int groups() {
            return groups;
        }

        /**
         * Whose row it is.
         *
         * @param row its number, from 0
         * @return the number of the subject
         */
        public int subject(int row) {
            return tally.rowSubject[row];
        }

        /**
         * Of which period a row is.
         *
         * @param row its number, from 0
         * @return the number of the period
         */
        public int period(int row) {
            return tally.rowPeriod[row];
        }

        /**
         * How many cards a row stands on.
         *
         * @param row its number, from 0
         * @return the number of cards, at least 1
         */
        public int cards(int row) {
            return tally.rowStart[row + 1] - tally.rowStart[row];
        }

        /**
         * The weighted mean of a cell.
         *
         * @param row the number of the row
         * @param group the number of the group
         * @return points of the scale; empty where nothing was rated, or with no weight
         */
        public OptionalDouble mean(int row, int group) {
            int cell = row * groups + group;
            return weight[cell] == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(sum[cell] / (tally.divisor * weight[cell]));
        }

        /**
         * How far ratings of one item of one subject in one period agree.
         *
         * @param group the number of the group of items
         * @param period the number of the period
         * @return the share of equal pairs, 0 to 1; empty where no item was rated twice
         */
        public OptionalDouble agreement(int group, int period) {
            int at = 2 * (period * groups + group);
            return pairs[at + 1] == 0 ? OptionalDouble.empty() : OptionalDouble.of(pairs[at] / (double) pairs[at + 1]);
        }

        /**
         * How many periods there are.
         *
         * @return the greatest number of a period plus one
         */
        public int periods() {
            return tally.periods;
        }

        @Override
        public String toString() {
            return "Scores[" + rows() + " rows of " + groups + " groups, " + tally.periods + " periods]";
        }
    }

    @Override
    public String toString() {
        return "RatingTally[" + cards() + " cards of " + items + " items]";
    }
}
