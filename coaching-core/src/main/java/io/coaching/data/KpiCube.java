package io.coaching.data;

import io.coaching.internal.check.Checks;
import io.coaching.internal.exact.ByteSink;
import io.coaching.internal.exact.ByteSource;
import io.coaching.internal.parallel.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates by measure, row and period, a row being a person or a group: the exact partial result that panels are
 * made of.
 *
 * <p>Cells that hold nothing take no room. Cubes of shards merge, rows roll up to groups and periods to longer ones,
 * all exactly: two cubes of the same facts are equal and have the same bytes, however they came about. A cube is
 * <em>not</em> the facts: medians and other quantiles need {@link FactTable#values}. The finest cube may be larger than
 * its facts, so keep facts and make cubes for the question.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class KpiCube {
    /** The most periods that a cube may have. */
    public static final int MAX_PERIODS = 65_535;

    private static final int MAGIC = 0x43_4B_43_01; // CKC, version 1

    private final int[] bounds;
    /** By measure, in the order of rows. */
    private final CubeTile[][] tiles;

    KpiCube(int[] bounds, CubeTile[][] tiles) {
        this.bounds = bounds;
        this.tiles = tiles;
    }

    static int[] checked(int[] bounds) {
        Checks.that(
                bounds.length >= 2,
                "bounds must be at least two: " + bounds.length,
                "the end is missing: n periods have n + 1 bounds.");
        Checks.inRange(bounds.length - 1, 1, MAX_PERIODS, "the number of periods");
        Checks.inRange(bounds[0], FactTable.FIRST_DAY, FactTable.LAST_DAY, "the first bound");
        Checks.inRange(bounds[bounds.length - 1], FactTable.FIRST_DAY, FactTable.LAST_DAY + 1, "the last bound");
        for (int i = 1; i < bounds.length; i++) {
            if (bounds[i] <= bounds[i - 1]) {
                throw new IllegalArgumentException(
                        "bounds must ascend: bound " + i + " is " + bounds[i] + " after " + bounds[i - 1]);
            }
        }
        return bounds;
    }

    /**
     * Returns how many measures the cube has.
     *
     * @return as many as its table
     */
    public int measures() {
        return tiles.length;
    }

    /**
     * Returns how many periods the cube has.
     *
     * @return one or more
     */
    public int periods() {
        return bounds.length - 1;
    }

    /**
     * Returns the first day of each period, and at the end the day after the last.
     *
     * @return days, ascending, one more than periods
     */
    public int[] bounds() {
        return bounds.clone();
    }

    /**
     * Returns how many cells hold anything.
     *
     * @return zero or more
     */
    public long cells() {
        long cells = 0;
        for (CubeTile[] block : tiles) {
            for (CubeTile tile : block) {
                cells += tile.cells();
            }
        }
        return cells;
    }

    /**
     * Returns about how many bytes of memory the cube takes, headers included.
     *
     * @return bytes, for a JVM with compressed references
     */
    public long memoryBytes() {
        long bytes = 32 + 4L * bounds.length;
        for (CubeTile[] block : tiles) {
            bytes += 24 + 4L * block.length;
            for (CubeTile tile : block) {
                bytes += tile.memoryBytes();
            }
        }
        return bytes;
    }

    private CubeTile[] block(int measure) {
        Checks.inRange(measure, 0, tiles.length - 1, "measure");
        return tiles[measure];
    }

    /**
     * Returns the rows that have anything of a measure.
     *
     * @param measure the measure
     * @return ids of persons or groups, ascending
     */
    public int[] rows(int measure) {
        CubeTile[] block = block(measure);
        int n = 0;
        for (CubeTile tile : block) {
            n += tile.rows.length;
        }
        int[] rows = new int[n];
        int at = 0;
        for (CubeTile tile : block) {
            System.arraycopy(tile.rows, 0, rows, at, tile.rows.length);
            at += tile.rows.length;
        }
        return rows;
    }

    private static @Nullable CubeTile tileOf(CubeTile[] block, int row) {
        int low = 0;
        int high = block.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (block[middle].rows[0] <= row) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return block.length == 0 ? null : block[low];
    }

    /**
     * Returns one cell.
     *
     * @param measure the measure
     * @param row the person or group; one without facts has empty cells
     * @param period the period, from 0
     * @return the aggregate, {@link Aggregate#EMPTY} where nothing happened
     */
    public Aggregate at(int measure, int row, int period) {
        Checks.inRange(period, 0, periods() - 1, "period");
        CubeTile tile = tileOf(block(measure), row);
        if (tile != null) {
            int k = Arrays.binarySearch(tile.rows, row);
            int cell = k < 0 ? -1 : tile.find(k, period);
            if (cell >= 0) {
                return tile.aggregate(cell);
            }
        }
        return Aggregate.EMPTY;
    }

    /**
     * Returns the cells of a row.
     *
     * @param measure the measure
     * @param row the person or group
     * @return an aggregate for each period, {@link Aggregate#EMPTY} where nothing happened
     */
    public List<Aggregate> series(int measure, int row) {
        Aggregate[] series = new Aggregate[periods()];
        Arrays.fill(series, Aggregate.EMPTY);
        CubeTile tile = tileOf(block(measure), row);
        int k = tile == null ? -1 : Arrays.binarySearch(tile.rows, row);
        if (tile != null && k >= 0) {
            for (int cell = tile.starts[k]; cell < tile.starts[k + 1]; cell++) {
                series[tile.period(cell)] = tile.aggregate(cell);
            }
        }
        return List.of(series);
    }

    /**
     * Goes through the cells of a measure that hold anything, by row and period.
     *
     * @param measure the measure
     * @return a cursor before the first cell
     */
    public Cells cells(int measure) {
        return new Cells(block(measure));
    }

    /**
     * Puts two cubes together, such as those of shards. Facts that both counted count twice.
     *
     * @param other a cube with the same periods and as many measures
     * @return the cube of both
     * @throws IllegalArgumentException if periods or measures differ
     * @throws ArithmeticException if the squares of a cell outgrow 128 bits
     */
    public KpiCube merge(KpiCube other) {
        return merge(other, Workers.caller());
    }

    /**
     * Puts two cubes together on several threads; the result is the same for any number.
     *
     * @param other a cube with the same periods and as many measures
     * @param executor runs the work beside the calling thread
     * @param parallelism how many threads work at most, the calling one included
     * @return the cube of both
     */
    public KpiCube merge(KpiCube other, Executor executor, int parallelism) {
        return merge(other, Workers.on(executor, parallelism));
    }

    private KpiCube merge(KpiCube other, Workers workers) {
        Checks.that(
                Arrays.equals(bounds, other.bounds),
                "cubes to merge must have the same periods: " + this + ", " + other,
                "one has to be built with the other's bounds.");
        Checks.sameLength(tiles.length, "measures", other.tiles.length, "the other's measures");
        // measures are cut at rows, so that a single one keeps all threads busy too
        int cuts = tiles.length == 0 ? 0 : (4 * workers.parallelism() - 1) / tiles.length + 1;
        CubeTile[][] pieces = new CubeTile[tiles.length * cuts][];
        Spares<Pair> pairs = new Spares<>(Pair::new);
        workers.run(pieces.length, task -> {
            int m = task / cuts;
            int piece = task % cuts;
            Pair pair = pairs.take();
            pieces[task] =
                    pair.merge(tiles[m], other.tiles[m], cut(tiles[m], piece, cuts), cut(tiles[m], piece + 1, cuts));
            pairs.giveBack(pair);
        });
        CubeTile[][] merged = new CubeTile[tiles.length][];
        for (int m = 0; m < tiles.length; m++) {
            List<CubeTile> block = new ArrayList<>();
            for (int piece = 0; piece < cuts; piece++) {
                block.addAll(Arrays.asList(pieces[m * cuts + piece]));
            }
            merged[m] = block.toArray(new CubeTile[0]);
        }
        return new KpiCube(bounds, merged);
    }

    private static int cut(CubeTile[] block, int piece, int pieces) {
        if (piece == 0) {
            return 0;
        }
        int tile = (int) ((long) block.length * piece / pieces);
        return piece == pieces || tile >= block.length ? Integer.MAX_VALUE : block[tile].rows[0];
    }

    /** Two sides of a merge and what it needs. */
    private static final class Pair {
        private final Side left = new Side();
        private final Side right = new Side();

        CubeTile[] merge(CubeTile[] a, CubeTile[] b, int fromRow, int toRow) {
            CubeWriter writer = new CubeWriter();
            left.open(a, fromRow);
            right.open(b, fromRow);
            while (true) {
                int x = left.row(toRow);
                int y = right.row(toRow);
                int row = Math.min(x, y);
                if (row == Integer.MAX_VALUE) {
                    return writer.finish();
                }
                writer.startRow(row);
                if (x < y) {
                    left.copyRow(writer.cells);
                } else if (y < x) {
                    right.copyRow(writer.cells);
                } else {
                    mergeRow(writer.cells);
                }
                writer.endRow();
            }
        }

        private void mergeRow(CellBuffer out) {
            CellBuffer x = left.cells;
            CellBuffer y = right.cells;
            int i = x.starts[left.k];
            int j = y.starts[right.k];
            int iEnd = x.starts[left.k + 1];
            int jEnd = y.starts[right.k + 1];
            if (out.addMergedNarrow(x, i, iEnd, y, j, jEnd)) {
                left.k++;
                right.k++;
                return;
            }
            while (i < iEnd && j < jEnd) {
                long p = x.periods[i];
                long q = y.periods[j];
                if (p == q) {
                    out.addMerged(x, i++, y, j++);
                } else if (p < q) {
                    out.add(x, i++);
                } else {
                    out.add(y, j++);
                }
            }
            out.addAll(x, i, iEnd);
            out.addAll(y, j, jEnd);
            left.k++;
            right.k++;
        }
    }

    /** Reads the rows of a block one after the other, decoding a tile at a time. */
    private static final class Side {
        final CellBuffer cells = new CellBuffer();
        private CubeTile[] block = {};
        private int tile;
        int k;

        void open(CubeTile[] newBlock, int fromRow) {
            block = newBlock;
            tile = -1;
            cells.clear();
            k = 0;
            for (int t = 0; t < block.length; t++) {
                int[] rows = block[t].rows;
                if (rows[rows.length - 1] >= fromRow) {
                    tile = t;
                    block[t].copyTo(cells);
                    int at = Arrays.binarySearch(rows, fromRow);
                    k = at < 0 ? -at - 1 : at;
                    return;
                }
            }
            tile = block.length;
        }

        /** Returns the current row, or the greatest int from {@code toRow} on. */
        int row(int toRow) {
            while (k == cells.rowCount) {
                if (tile + 1 >= block.length) {
                    return Integer.MAX_VALUE;
                }
                block[++tile].copyTo(cells);
                k = 0;
            }
            return cells.rows[k] >= toRow ? Integer.MAX_VALUE : cells.rows[k];
        }

        void copyRow(CellBuffer out) {
            out.addAll(cells, cells.starts[k], cells.starts[k + 1]);
            k++;
        }
    }

    /**
     * Rolls rows up to groups.
     *
     * @param groupOfRow the group of each row, dense ids, -1 for none; rows beyond its end belong to none
     * @return a cube whose rows are the groups
     * @throws ArithmeticException if the squares of a cell outgrow 128 bits
     */
    public KpiCube rollUp(int[] groupOfRow) {
        int groups = 0;
        for (int group : groupOfRow) {
            groups = Math.max(groups, Checks.atLeast(group, -1, "group") + 1);
        }
        CubeTile[][] result = new CubeTile[tiles.length][];
        CellBuffer cells = new CellBuffer();
        for (int m = 0; m < tiles.length; m++) {
            DenseCells dense = new DenseCells(groups, periods());
            for (CubeTile tile : tiles[m]) {
                tile.copyTo(cells);
                for (int k = 0; k < cells.rowCount; k++) {
                    int row = cells.rows[k];
                    int group = row < groupOfRow.length ? groupOfRow[row] : -1;
                    if (group >= 0) {
                        for (int i = cells.starts[k]; i < cells.starts[k + 1]; i++) {
                            CellBuffer.addTo(dense.at(group, (int) cells.periods[i]), cells, i);
                        }
                    }
                }
            }
            result[m] = dense.pack();
        }
        return new KpiCube(bounds, result);
    }

    /**
     * Puts periods together to longer ones.
     *
     * @param coarser bounds, each one of this cube's; periods before the first and from the last on are left out
     * @return a cube with these bounds
     * @throws IllegalArgumentException if a bound is none of this cube's
     * @throws ArithmeticException if the squares of a cell outgrow 128 bits
     */
    public KpiCube mergePeriods(int... coarser) {
        int[] wanted = checked(coarser.clone());
        int[] longerOf = new int[periods()];
        Arrays.fill(longerOf, -1);
        int at = -1;
        for (int p = 0; p < wanted.length; p++) {
            int found = Arrays.binarySearch(bounds, wanted[p]);
            Checks.that(
                    found >= 0,
                    "bound " + p + ", " + wanted[p] + ", must be one of this cube's",
                    "the cube has to be built anew from its facts, with these bounds.");
            if (p > 0) {
                Arrays.fill(longerOf, at, found, p - 1);
            }
            at = found;
        }
        CubeTile[][] result = new CubeTile[tiles.length][];
        CellBuffer cells = new CellBuffer();
        for (int m = 0; m < tiles.length; m++) {
            CubeWriter writer = new CubeWriter();
            for (CubeTile tile : tiles[m]) {
                tile.copyTo(cells);
                for (int k = 0; k < cells.rowCount; k++) {
                    writer.startRow(cells.rows[k]);
                    int i = cells.starts[k];
                    int end = cells.starts[k + 1];
                    while (i < end) {
                        int period = longerOf[(int) cells.periods[i]];
                        Aggregate.Accumulator sum = new Aggregate.Accumulator();
                        while (i < end && longerOf[(int) cells.periods[i]] == period) {
                            CellBuffer.addTo(sum, cells, i++);
                        }
                        if (period >= 0) {
                            writer.cells.add(period, sum);
                        }
                    }
                    writer.endRow();
                }
            }
            result[m] = writer.finish();
        }
        return new KpiCube(wanted, result);
    }

    /**
     * Writes the cube as bytes: the same for the same cells.
     *
     * @return the byte form, with a checksum; no promise of compatibility before version 1.0
     * @throws IllegalStateException if it outgrows two gigabytes
     */
    public byte[] toBytes() {
        ByteSink sink = new ByteSink(MAGIC);
        sink.unsigned(bounds.length);
        int day = 0;
        for (int bound : bounds) {
            sink.unsigned(bound - day);
            day = bound;
        }
        sink.unsigned(tiles.length);
        CellBuffer cells = new CellBuffer();
        for (CubeTile[] block : tiles) {
            long rows = 0;
            for (CubeTile tile : block) {
                rows += tile.rows.length;
            }
            sink.unsigned(rows);
            int row = 0;
            for (CubeTile tile : block) {
                tile.copyTo(cells);
                for (int k = 0; k < cells.rowCount; k++) {
                    sink.unsigned(cells.rows[k] - row);
                    row = cells.rows[k];
                    sink.unsigned(cells.starts[k + 1] - cells.starts[k]);
                    int period = 0;
                    for (int i = cells.starts[k]; i < cells.starts[k + 1]; i++) {
                        sink.unsigned(cells.periods[i] - period);
                        period = (int) cells.periods[i];
                        sink.unsigned(cells.counts[i]);
                        sink.signed(cells.sumHigh(i));
                        sink.signed(cells.sums[i]);
                        sink.signed(cells.squareHigh(i));
                        sink.signed(cells.squares[i]);
                        sink.signed(cells.mins[i]);
                        sink.unsigned(cells.maxs[i] - cells.mins[i]);
                    }
                }
            }
        }
        return sink.toBytes();
    }

    /**
     * Reads what {@link #toBytes()} wrote.
     *
     * @param bytes the byte form
     * @return the cube
     * @throws IllegalArgumentException if the bytes are damaged, saying where and how
     */
    public static KpiCube fromBytes(byte[] bytes) {
        ByteSource source = new ByteSource(bytes, MAGIC, "cube");
        int[] bounds = new int[source.count(1, "bounds")];
        int day = 0;
        for (int i = 0; i < bounds.length; i++) {
            day += (int) source.unsigned(i == 0 ? 0 : 1, FactTable.LAST_DAY + 1 - day, "bound");
            bounds[i] = day;
        }
        if (bounds.length < 2 || bounds.length - 1 > MAX_PERIODS) {
            throw source.bad("bounds", "must be 2.." + (MAX_PERIODS + 1) + ": " + bounds.length);
        }
        int periods = bounds.length - 1;
        CubeTile[][] tiles = new CubeTile[source.count(1, "measures")][];
        for (int m = 0; m < tiles.length; m++) {
            CubeWriter writer = new CubeWriter();
            int rows = source.count(10, "rows");
            int row = 0;
            for (int r = 0; r < rows; r++) {
                row += (int) source.unsigned(r == 0 ? 0 : 1, Integer.MAX_VALUE - 1L - row, "row");
                writer.startRow(row);
                int cells = source.count(8, "cells");
                if (cells == 0) {
                    throw source.bad("cells", "a row must have at least one");
                }
                int period = 0;
                for (int i = 0; i < cells; i++) {
                    period += (int) source.unsigned(i == 0 ? 0 : 1, periods - 1L - period, "period");
                    long count = source.unsigned(1, Long.MAX_VALUE, "count");
                    long sumHigh = source.signed("sum");
                    long sumLow = source.signed("sum");
                    long squaresHigh = source.signed("sum of squares");
                    long squaresLow = source.signed("sum of squares");
                    long min = source.signed(-Aggregate.MAX_VALUE, Aggregate.MAX_VALUE, "min");
                    long max = min + source.unsigned(0, Aggregate.MAX_VALUE - min, "max");
                    writer.cells.add(period, count, sumHigh, sumLow, squaresHigh, squaresLow, min, max);
                }
                writer.endRow();
            }
            tiles[m] = writer.finish();
        }
        source.finish();
        return new KpiCube(bounds, tiles);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof KpiCube that)
                || !Arrays.equals(bounds, that.bounds)
                || tiles.length != that.tiles.length
                || cells() != that.cells()) {
            return false;
        }
        for (int m = 0; m < tiles.length; m++) {
            Cells a = cells(m);
            Cells b = that.cells(m);
            while (a.next()) {
                if (!b.next() || !a.sameAs(b)) {
                    return false;
                }
            }
            if (b.next()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = Arrays.hashCode(bounds);
        for (int m = 0; m < tiles.length; m++) {
            Cells cells = cells(m);
            while (cells.next()) {
                hash = 31 * hash + 31 * cells.row() + cells.period();
                hash = 31 * hash + Long.hashCode(cells.cells.sums[cells.at]);
            }
        }
        return hash;
    }

    /**
     * Says how large the cube is.
     *
     * @return such as {@code 8100000 cells of 20 measures and 157 periods}
     */
    @Override
    public String toString() {
        return cells() + " cells of " + tiles.length + " measures and " + periods() + " periods";
    }

    /**
     * Goes through the cells of a measure, by row and period. For one thread; starts before the first cell.
     *
     * <pre>{@code
     * var cells = cube.cells(measure);
     * while (cells.next()) {
     *     out.println(cells.row() + " " + cells.period() + " " + cells.sum());
     * }
     * }</pre>
     */
    public static final class Cells {
        private final CubeTile[] block;
        private final CellBuffer cells = new CellBuffer();
        private int tile = -1;
        private int k;
        private int at = -1;

        private Cells(CubeTile[] block) {
            this.block = block;
        }

        /**
         * Moves on.
         *
         * @return whether there is a next cell
         */
        public boolean next() {
            if (++at >= cells.size) {
                if (tile + 1 >= block.length) {
                    at = cells.size;
                    return false;
                }
                block[++tile].copyTo(cells);
                at = 0;
                k = 0;
            }
            while (cells.starts[k + 1] <= at) {
                k++;
            }
            return true;
        }

        /**
         * Returns the row of the cell.
         *
         * @return the id of a person or group
         */
        public int row() {
            return cells.rows[k];
        }

        /**
         * Returns the period of the cell.
         *
         * @return from 0
         */
        public int period() {
            return (int) cells.periods[at];
        }

        /**
         * Returns how many facts the cell has.
         *
         * @return one or more
         */
        public long count() {
            return cells.counts[at];
        }

        /**
         * Returns the sum.
         *
         * @return the sum of the scaled integers
         * @throws ArithmeticException if it is no long
         */
        public long sum() {
            return cells.sumHigh(at) == cells.sums[at] >> 63
                    ? cells.sums[at]
                    : aggregate().sum();
        }

        /**
         * Returns the mean.
         *
         * @return as {@link Aggregate#mean()}
         */
        public double mean() {
            return Aggregate.mean(cells.counts[at], cells.sumHigh(at), cells.sums[at]);
        }

        /**
         * Returns the sample variance of two facts or more.
         *
         * @return as {@link Aggregate#variance()}
         * @throws IllegalStateException if the cell has one fact only: its variance is undefined
         */
        public double variance() {
            if (cells.counts[at] < 2) {
                throw new IllegalStateException("the variance of one fact is undefined\nMaybe count() was not asked.");
            }
            return Aggregate.variance(
                    cells.counts[at], cells.sumHigh(at), cells.sums[at], cells.squareHigh(at), cells.squares[at]);
        }

        /**
         * Returns the least value.
         *
         * @return a scaled integer
         */
        public long min() {
            return cells.mins[at];
        }

        /**
         * Returns the greatest value.
         *
         * @return a scaled integer
         */
        public long max() {
            return cells.maxs[at];
        }

        /**
         * Returns the cell as a value.
         *
         * @return its aggregate
         */
        public Aggregate aggregate() {
            return cells.aggregate(at);
        }

        private boolean sameAs(Cells other) {
            return row() == other.row()
                    && period() == other.period()
                    && count() == other.count()
                    && cells.sumHigh(at) == other.cells.sumHigh(other.at)
                    && cells.sums[at] == other.cells.sums[other.at]
                    && cells.squareHigh(at) == other.cells.squareHigh(other.at)
                    && cells.squares[at] == other.cells.squares[other.at]
                    && min() == other.min()
                    && max() == other.max();
        }
    }
}
