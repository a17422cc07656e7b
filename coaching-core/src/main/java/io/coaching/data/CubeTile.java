package io.coaching.data;

import io.coaching.internal.exact.PackedLongs;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of one measure of a cube, with the cells that hold anything. Immutable.
 *
 * <p>How rows are cut into tiles is of no consequence: equality and byte form look at cells only.
 */
final class CubeTile {
    /** Buffers are packed when they reach this many cells. */
    static final int FULL = 4096;

    /** Rows with cells, ascending. */
    final int[] rows;
    /** The first cell of each row, and at the end the number of cells. */
    final int[] starts;

    private final PackedLongs periods;
    private final PackedLongs counts;
    private final PackedLongs sums;
    private final PackedLongs squares;
    private final PackedLongs mins;
    private final PackedLongs maxs;
    private final @Nullable PackedLongs sumHighs;
    private final @Nullable PackedLongs squareHighs;

    private CubeTile(
            CellBuffer cells,
            PackedLongs counts,
            PackedLongs sums,
            PackedLongs squares,
            PackedLongs mins,
            PackedLongs maxs) {
        int n = cells.size;
        this.rows = Arrays.copyOf(cells.rows, cells.rowCount);
        this.starts = Arrays.copyOf(cells.starts, cells.rowCount + 1);
        this.periods = PackedLongs.packLoosely(cells.periods, n);
        this.counts = counts;
        this.sums = sums;
        this.squares = squares;
        this.mins = mins;
        this.maxs = maxs;
        this.sumHighs = cells.wide ? PackedLongs.pack(cells.sumHighs, n) : null;
        this.squareHighs = cells.wide ? PackedLongs.pack(cells.squareHighs, n) : null;
    }

    /** Packs cells about as narrow as they allow. */
    static CubeTile pack(CellBuffer cells) {
        int n = cells.size;
        return new CubeTile(
                cells,
                PackedLongs.packLoosely(cells.counts, n),
                PackedLongs.packLoosely(cells.sums, n),
                PackedLongs.packLoosely(cells.squares, n),
                PackedLongs.packLoosely(cells.mins, n),
                PackedLongs.packLoosely(cells.maxs, n));
    }

    /** Packs cells of values in {@code low..high}, none of more than {@code maxCount}: bounds spare a look at each. */
    static CubeTile packWithin(CellBuffer cells, long low, long high, long maxCount) {
        int n = cells.size;
        long greatest = Math.max(Math.abs(low), Math.abs(high));
        return new CubeTile(
                cells,
                PackedLongs.packWithin(cells.counts, n, 1, maxCount),
                PackedLongs.packWithin(cells.sums, n, Math.min(low, low * maxCount), Math.max(high, high * maxCount)),
                PackedLongs.packWithin(cells.squares, n, 0, greatest * greatest * maxCount),
                PackedLongs.packWithin(cells.mins, n, low, high),
                PackedLongs.packWithin(cells.maxs, n, low, high));
    }

    int cells() {
        return starts[starts.length - 1];
    }

    /** Writes all cells to a buffer. */
    void copyTo(CellBuffer target) {
        int n = cells();
        target.clear();
        target.reserve(n);
        target.rows = rows.length > target.rows.length ? rows.clone() : target.rows;
        target.starts = starts.length > target.starts.length ? starts.clone() : target.starts;
        System.arraycopy(rows, 0, target.rows, 0, rows.length);
        System.arraycopy(starts, 0, target.starts, 0, starts.length);
        target.rowCount = rows.length;
        target.size = n;
        periods.copyTo(0, n, target.periods, 0);
        counts.copyTo(0, n, target.counts, 0);
        sums.copyTo(0, n, target.sums, 0);
        squares.copyTo(0, n, target.squares, 0);
        mins.copyTo(0, n, target.mins, 0);
        maxs.copyTo(0, n, target.maxs, 0);
        PackedLongs upperSums = sumHighs;
        PackedLongs upperSquares = squareHighs;
        if (upperSums != null && upperSquares != null) {
            target.widen();
            upperSums.copyTo(0, n, target.sumHighs, 0);
            upperSquares.copyTo(0, n, target.squareHighs, 0);
        }
    }

    /** Returns the cell of the row at place {@code k} and a period, or a negative number. */
    int find(int k, int period) {
        int low = starts[k];
        int high = starts[k + 1] - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = periods.get(middle);
            if (found == period) {
                return middle;
            }
            if (found < period) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    int period(int cell) {
        return (int) periods.get(cell);
    }

    Aggregate aggregate(int i) {
        long sum = sums.get(i);
        long square = squares.get(i);
        PackedLongs upperSums = sumHighs;
        PackedLongs upperSquares = squareHighs;
        return new Aggregate(
                counts.get(i),
                upperSums == null ? sum >> 63 : upperSums.get(i),
                sum,
                upperSquares == null ? square >> 63 : upperSquares.get(i),
                square,
                mins.get(i),
                maxs.get(i));
    }

    long memoryBytes() {
        PackedLongs upperSums = sumHighs;
        PackedLongs upperSquares = squareHighs;
        return 64
                + 32
                + 8L * rows.length
                + periods.memoryBytes()
                + counts.memoryBytes()
                + sums.memoryBytes()
                + squares.memoryBytes()
                + mins.memoryBytes()
                + maxs.memoryBytes()
                + (upperSums == null ? 0 : upperSums.memoryBytes())
                + (upperSquares == null ? 0 : upperSquares.memoryBytes());
    }
}
