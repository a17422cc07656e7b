package io.coaching.data;

import java.util.Arrays;

/** Cells of one measure in columns, row by row, to be packed into a {@link CubeTile}; reused from tile to tile. */
final class CellBuffer {
    private static final long FAR = 1L << 52;

    int[] rows = new int[256];
    int[] starts = new int[257];
    int rowCount;

    long[] periods = {};
    long[] counts = {};
    long[] sums = {};
    long[] squares = {};
    long[] mins = {};
    long[] maxs = {};
    int size;

    // the upper halves of sums and squares: not touched while everything fits in a long
    long[] sumHighs = {};
    long[] squareHighs = {};
    boolean wide;

    void clear() {
        rowCount = 0;
        size = 0;
        wide = false;
    }

    void reserve(int cells) {
        if (periods.length < cells) {
            int capacity = Math.max(cells, (int) Math.min(Integer.MAX_VALUE - 16, periods.length * 2L));
            periods = Arrays.copyOf(periods, capacity);
            counts = Arrays.copyOf(counts, capacity);
            sums = Arrays.copyOf(sums, capacity);
            squares = Arrays.copyOf(squares, capacity);
            mins = Arrays.copyOf(mins, capacity);
            maxs = Arrays.copyOf(maxs, capacity);
            if (wide) {
                sumHighs = Arrays.copyOf(sumHighs, capacity);
                squareHighs = Arrays.copyOf(squareHighs, capacity);
            }
        }
    }

    /** From here on upper halves are kept too; those of the cells so far repeat the sign. */
    void widen() {
        if (!wide) {
            wide = true;
            if (sumHighs.length < periods.length) {
                sumHighs = new long[periods.length];
                squareHighs = new long[periods.length];
            }
            for (int i = 0; i < size; i++) {
                sumHighs[i] = sums[i] >> 63;
                squareHighs[i] = squares[i] >> 63;
            }
        }
    }

    void startRow(int row) {
        if (rowCount == rows.length) {
            rows = Arrays.copyOf(rows, 2 * rowCount);
            starts = Arrays.copyOf(starts, 2 * rowCount + 1);
        }
        rows[rowCount] = row;
        starts[rowCount++] = size;
    }

    /** Forgets the row just started if nothing was added to it. */
    void endRow() {
        if (starts[rowCount - 1] == size) {
            rowCount--;
        }
        starts[rowCount] = size;
    }

    void add(int period, long count, long sumHigh, long sumLow, long squaresHigh, long squaresLow, long min, long max) {
        if (size == periods.length) {
            reserve(size + 1024);
        }
        if (sumHigh != sumLow >> 63 || squaresHigh != squaresLow >> 63) {
            widen();
        }
        int i = size++;
        periods[i] = period;
        counts[i] = count;
        sums[i] = sumLow;
        squares[i] = squaresLow;
        mins[i] = min;
        maxs[i] = max;
        if (wide) {
            sumHighs[i] = sumHigh;
            squareHighs[i] = squaresHigh;
        }
    }

    /** Adds cells of another buffer as they are. */
    void addAll(CellBuffer x, int from, int to) {
        int n = to - from;
        reserve(size + n);
        if (x.wide) {
            widen();
        }
        System.arraycopy(x.periods, from, periods, size, n);
        System.arraycopy(x.counts, from, counts, size, n);
        System.arraycopy(x.sums, from, sums, size, n);
        System.arraycopy(x.squares, from, squares, size, n);
        System.arraycopy(x.mins, from, mins, size, n);
        System.arraycopy(x.maxs, from, maxs, size, n);
        if (wide) {
            for (int i = 0; i < n; i++) {
                sumHighs[size + i] = x.sumHigh(from + i);
                squareHighs[size + i] = x.squareHigh(from + i);
            }
        }
        size += n;
    }

    /** Adds a cell of another buffer. */
    void add(CellBuffer x, int i) {
        if (wide || x.wide) {
            addAll(x, i, i + 1);
            return;
        }
        if (size == periods.length) {
            reserve(size + 1024);
        }
        int to = size++;
        periods[to] = x.periods[i];
        counts[to] = x.counts[i];
        sums[to] = x.sums[i];
        squares[to] = x.squares[i];
        mins[to] = x.mins[i];
        maxs[to] = x.maxs[i];
    }

    long sumHigh(int i) {
        return wide ? sumHighs[i] : sums[i] >> 63;
    }

    long squareHigh(int i) {
        return wide ? squareHighs[i] : squares[i] >> 63;
    }

    Aggregate aggregate(int i) {
        return new Aggregate(counts[i], sumHigh(i), sums[i], squareHigh(i), squares[i], mins[i], maxs[i]);
    }

    /**
     * Adds the merged cells of two rows, provided that nothing outgrows a long; otherwise adds nothing and returns
     * false.
     *
     * <p>Which row's period comes next is as good as random, so the loop asks without branching: a cell that is not
     * taken is masked out.
     */
    boolean addMergedNarrow(CellBuffer x, int xFrom, int xTo, CellBuffer y, int yFrom, int yTo) {
        if (wide || x.wide || y.wide) {
            return false;
        }
        reserve(size + xTo - xFrom + yTo - yFrom);
        long[] xPeriods = x.periods;
        long[] yPeriods = y.periods;
        int i = xFrom;
        int j = yFrom;
        int at = size;
        long overflow = 0;
        while (i < xTo && j < yTo) {
            long difference = xPeriods[i] - yPeriods[j];
            // all ones where the cell is taken
            long takeX = (difference - 1) >> 63;
            long takeY = ~(difference >> 63);
            periods[at] = (xPeriods[i] & takeX) | (yPeriods[j] & ~takeX);
            counts[at] = (x.counts[i] & takeX) + (y.counts[j] & takeY);
            long a = x.sums[i] & takeX;
            long b = y.sums[j] & takeY;
            long sum = a + b;
            sums[at] = sum;
            long square = (x.squares[i] & takeX) + (y.squares[j] & takeY);
            squares[at] = square;
            overflow |= ((a ^ sum) & (b ^ sum)) | square;
            // values stay below 2^50, so that a value not taken can be moved out of the way
            long xAway = ~takeX & FAR;
            long yAway = ~takeY & FAR;
            long least = x.mins[i] + xAway;
            long below = y.mins[j] + yAway - least;
            mins[at] = least + (below & (below >> 63));
            long greatest = x.maxs[i] - xAway;
            long above = y.maxs[j] - yAway - greatest;
            maxs[at] = greatest + (above & ~(above >> 63));
            at++;
            i -= (int) takeX;
            j -= (int) takeY;
        }
        if (overflow < 0) {
            return false;
        }
        size = at;
        addAll(x, i, xTo);
        addAll(y, j, yTo);
        return true;
    }

    /** Adds the cells {@code a} of one buffer and {@code b} of another, both of one period. */
    void addMerged(CellBuffer x, int a, CellBuffer y, int b) {
        Aggregate.Accumulator both = new Aggregate.Accumulator();
        addTo(both, x, a);
        addTo(both, y, b);
        add((int) x.periods[a], both);
    }

    static void addTo(Aggregate.Accumulator sum, CellBuffer x, int i) {
        sum.merge(x.counts[i], x.sumHigh(i), x.sums[i], x.squareHigh(i), x.squares[i], x.mins[i], x.maxs[i]);
    }

    void add(int period, Aggregate.Accumulator sum) {
        add(period, sum.count, sum.sumHigh, sum.sumLow, sum.squaresHigh, sum.squaresLow, sum.min, sum.max);
    }
}
