package io.coaching.data;

import java.util.Arrays;

/** Cells of one measure in columns, row by row, to be packed into a {@link CubeTile}; reused from tile to tile. */
final class CellBuffer {
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

    /** Adds the cells {@code a} of one buffer and {@code b} of another, both of one period. */
    void addMerged(CellBuffer x, int a, CellBuffer y, int b) {
        long sum = x.sums[a] + y.sums[b];
        long square = x.squares[a] + y.squares[b];
        boolean narrow = !wide && !x.wide && !y.wide;
        // squares are positive: where they outgrow a long it shows as negative
        if (narrow && square >= 0 && ((x.sums[a] ^ sum) & (y.sums[b] ^ sum)) >= 0) {
            add(x, a);
            int to = size - 1;
            counts[to] += y.counts[b];
            sums[to] = sum;
            squares[to] = square;
            mins[to] = Math.min(mins[to], y.mins[b]);
            maxs[to] = Math.max(maxs[to], y.maxs[b]);
            return;
        }
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
