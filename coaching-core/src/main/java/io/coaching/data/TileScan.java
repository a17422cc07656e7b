package io.coaching.data;

import io.coaching.internal.exact.Int128;
import io.coaching.internal.exact.PackedLongs;
import org.jspecify.annotations.Nullable;

/**
 * Turns the rows of a tile into cells. A cell is a run of rows, so nothing is hashed; the values are decoded once and
 * summed in one plain nested loop. Not thread-safe; reused from tile to tile.
 */
final class TileScan {
    private final int[] bounds;
    private final char[] periodOf;
    private final int slice;
    private final int from;
    private final int to;

    private final CellBuffer cells = new CellBuffer();
    private long[] values = {};
    private char[] keptDays = {};
    private int[] keptStarts = {};

    /** Scans days from the first bound to before the last; {@code slice} is negative for all. */
    TileScan(int[] bounds, char[] periodOf, int slice) {
        this.bounds = bounds;
        this.periodOf = periodOf;
        this.slice = slice;
        this.from = bounds[0];
        this.to = bounds[bounds.length - 1];
    }

    /** Returns the cells of a tile, or null where it has none. */
    @Nullable
    CubeTile cells(Tile tile) {
        int n = tile.rows();
        decode(tile);
        char[] days = tile.days;
        int[] starts = tile.starts;
        PackedLongs slices = tile.slices;
        if (slice >= 0 && (slice > 0 || slices != null)) {
            keep(tile);
            days = keptDays;
            starts = keptStarts;
        }
        cells.clear();
        cells.reserve(n);
        boolean narrow = tile.squaresFitInLong();
        if (!narrow) {
            cells.widen();
        }
        for (int k = 0; k < tile.persons.length; k++) {
            cells.startRow(tile.firstPerson + tile.persons[k]);
            if (narrow) {
                narrow(days, starts[k], starts[k + 1]);
            } else {
                wide(days, starts[k], starts[k + 1]);
            }
            cells.endRow();
        }
        if (cells.size == 0) {
            return null;
        }
        if (!narrow) {
            return CubeTile.pack(cells);
        }
        long maxCount = 1;
        for (int i = 0; i < cells.size; i++) {
            maxCount = Math.max(maxCount, cells.counts[i]);
        }
        return CubeTile.packWithin(cells, tile.min, tile.max, maxCount);
    }

    private void decode(Tile tile) {
        int n = tile.rows();
        if (values.length < n) {
            values = new long[Math.max(n, Tile.MAX_ROWS)];
        }
        tile.values.copyTo(0, n, values, 0);
    }

    /** Moves the rows of the slice to the front. */
    private void keep(Tile tile) {
        int n = tile.rows();
        if (keptDays.length < n) {
            keptDays = new char[n];
        }
        if (keptStarts.length < tile.starts.length) {
            keptStarts = new int[tile.starts.length];
        }
        int at = 0;
        for (int k = 0; k < tile.persons.length; k++) {
            keptStarts[k] = at;
            for (int i = tile.starts[k]; i < tile.starts[k + 1]; i++) {
                if (tile.slice(i) == slice) {
                    keptDays[at] = tile.days[i];
                    values[at++] = values[i];
                }
            }
        }
        keptStarts[tile.persons.length] = at;
    }

    /** Rows of one person whose sums and squares are sure to fit in longs. */
    private void narrow(char[] days, int first, int end) {
        long[] v = values;
        CellBuffer out = cells;
        int at = out.size;
        int i = first;
        while (i < end && days[i] < from) {
            i++;
        }
        while (i < end) {
            int day = days[i];
            if (day >= to) {
                break;
            }
            int period = periodOf[day - from];
            int limit = bounds[period + 1];
            long value = v[i];
            long sum = value;
            long squares = value * value;
            long min = value;
            long max = value;
            int j = i + 1;
            while (j < end && days[j] < limit) {
                value = v[j];
                sum += value;
                squares += value * value;
                // without branches: in a short run each value has a fair chance to be an extreme
                long below = value - min;
                min += below & (below >> 63);
                long above = value - max;
                max += above & ~(above >> 63);
                j++;
            }
            out.periods[at] = period;
            out.counts[at] = (long) j - i;
            out.sums[at] = sum;
            out.squares[at] = squares;
            out.mins[at] = min;
            out.maxs[at] = max;
            at++;
            i = j;
        }
        out.size = at;
    }

    /** Rows of one person, with 128 bits. */
    private void wide(char[] days, int first, int end) {
        int i = first;
        while (i < end && days[i] < from) {
            i++;
        }
        while (i < end && days[i] < to) {
            int period = periodOf[days[i] - from];
            int j = runEnd(days, i, end, bounds[period + 1]);
            sum(i, j);
            cells.add(period, j - i, sumHigh, sumLow, squaresHigh, squaresLow, min, max);
            i = j;
        }
    }

    private static int runEnd(char[] days, int first, int end, int limit) {
        int j = first + 1;
        while (j < end && days[j] < limit) {
            j++;
        }
        return j;
    }

    private long sumHigh;
    private long sumLow;
    private long squaresHigh;
    private long squaresLow;
    private long min;
    private long max;

    private void sum(int first, int end) {
        long high = 0;
        long low = 0;
        long squareHigh = 0;
        long squareLow = 0;
        long least = Long.MAX_VALUE;
        long greatest = Long.MIN_VALUE;
        for (int i = first; i < end; i++) {
            long value = values[i];
            // a sum of at most 2^31 values below 2^50 cannot outgrow 128 bits
            high += (value >> 63) + Int128.carry(low, value);
            low += value;
            long square = value * value;
            squareHigh =
                    Int128.addHighExact(squareHigh, Math.multiplyHigh(value, value), Int128.carry(squareLow, square));
            squareLow += square;
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        sumHigh = high;
        sumLow = low;
        squaresHigh = squareHigh;
        squaresLow = squareLow;
        min = least;
        max = greatest;
    }

    /** Adds the rows of a tile to the groups that held on their days. */
    void addTo(DenseCells target, Tile tile, Stints stints) {
        decode(tile);
        char[] days = tile.days;
        int[] starts = tile.starts;
        if (slice >= 0 && (slice > 0 || tile.slices != null)) {
            keep(tile);
            days = keptDays;
            starts = keptStarts;
        }
        for (int k = 0; k < tile.persons.length; k++) {
            int person = tile.firstPerson + tile.persons[k];
            if (person >= stints.starts.length - 1) {
                return;
            }
            int end = starts[k + 1];
            int i = starts[k];
            int stintEnd = stints.starts[person + 1];
            for (int s = stints.starts[person]; s < stintEnd && i < end; s++) {
                int begins = Math.max(from, stints.fromDays[s]);
                int ends = s + 1 < stintEnd ? Math.min(to, stints.fromDays[s + 1]) : to;
                while (i < end && days[i] < begins) {
                    i++;
                }
                int group = stints.groups[s];
                while (i < end && days[i] < ends) {
                    int period = periodOf[days[i] - from];
                    int j = runEnd(days, i, end, Math.min(ends, bounds[period + 1]));
                    if (group >= 0) {
                        sum(i, j);
                        target.at(group, period).merge(j - i, sumHigh, sumLow, squaresHigh, squaresLow, min, max);
                    }
                    i = j;
                }
            }
        }
    }
}
