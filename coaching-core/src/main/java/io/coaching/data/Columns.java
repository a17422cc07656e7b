package io.coaching.data;

import io.coaching.internal.parallel.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one measure as they come in, in chunks that are never copied to grow. */
final class Columns {
    private static final int FIRST_CHUNK = 64;
    private static final int MAX_CHUNK = 1 << 15;

    /** A run of rows; the last one is partly filled. */
    private static final class Chunk {
        final long[] packed;
        final long[] values;
        final int[] sources;
        char @Nullable [] slices;

        Chunk(int capacity) {
            packed = new long[capacity];
            values = new long[capacity];
            sources = new int[capacity];
        }
    }

    private final List<Chunk> chunks = new ArrayList<>();
    private Chunk last = new Chunk(0);
    private int used;
    private long rows;
    private boolean sliced;

    void add(int person, int day, long value, int source) {
        if (used == last.packed.length) {
            grow();
        }
        int i = used++;
        Chunk chunk = last;
        chunk.packed[i] = (long) person << 16 | day;
        chunk.values[i] = value;
        chunk.sources[i] = source;
    }

    void slice(int slice) {
        char[] slices = last.slices;
        if (slices == null) {
            slices = new char[last.packed.length];
            last.slices = slices;
            sliced = true;
        }
        slices[used - 1] = (char) slice;
    }

    private void grow() {
        rows += used;
        if (rows > Integer.MAX_VALUE - 2 * MAX_CHUNK) {
            throw new IllegalStateException("a measure takes at most " + rows + " facts in one table");
        }
        int capacity = (int) Math.min(MAX_CHUNK, Math.max(FIRST_CHUNK, rows));
        last = new Chunk(capacity);
        chunks.add(last);
        used = 0;
    }

    int rows() {
        return (int) (rows + used);
    }

    private int rowsOf(Chunk chunk) {
        return chunk == last ? used : chunk.packed.length;
    }

    void renumber(int[] personTo, int[] sourceTo) {
        for (Chunk chunk : chunks) {
            int n = rowsOf(chunk);
            for (int i = 0; i < n; i++) {
                long p = chunk.packed[i];
                chunk.packed[i] = (long) personTo[(int) (p >>> 16)] << 16 | (p & 0xFFFF);
                chunk.sources[i] = sourceTo[chunk.sources[i]];
            }
        }
    }

    /** The rows of one measure by tile, each tile's in no particular order. */
    static final class Scattered {
        final Tiling tiling;
        final int firstDay;
        final int lastDay;
        /** Person from the tile's first on (16 bits), day (16 bits), source (32 bits). */
        final long[] packed;

        final long[] values;
        /** Null where all are zero. */
        final char @Nullable [] slices;

        Scattered(Tiling tiling, int firstDay, int lastDay, int rows, boolean sliced) {
            this.tiling = tiling;
            this.firstDay = firstDay;
            this.lastDay = lastDay;
            packed = new long[rows];
            values = new long[rows];
            slices = sliced ? new char[rows] : null;
        }

        Tile tile(int t, RowSorter sorter) {
            return Tile.pack(sorter.sort(this, t), tiling.firstPersons[t], tiling.shifts[t]);
        }
    }

    /** Distributes the rows to tiles, letting go of the chunks on the way. */
    Scattered scatter() {
        int n = rows();
        int low = Integer.MAX_VALUE;
        int high = -1;
        int firstDay = Character.MAX_VALUE;
        int lastDay = 0;
        for (Chunk chunk : chunks) {
            int m = rowsOf(chunk);
            for (int i = 0; i < m; i++) {
                long p = chunk.packed[i];
                low = Math.min(low, (int) (p >>> 16));
                high = Math.max(high, (int) (p >>> 16));
                firstDay = Math.min(firstDay, (char) p);
                lastDay = Math.max(lastDay, (char) p);
            }
        }
        boolean dense = high - low < 4L * n + 1024;
        Tiling tiling = dense ? denseTiling(low, high) : sparseTiling(n);
        int[] tileOf = dense ? tileOf(tiling, low, high) : new int[0];
        int[] at = new int[tiling.size];
        for (int t = 0; t < at.length; t++) {
            at[t] = tiling.rowFrom(t);
        }
        Scattered scattered = new Scattered(tiling, firstDay, lastDay, n, sliced);
        long[] packed = scattered.packed;
        long[] values = scattered.values;
        char[] slices = scattered.slices;
        for (int c = 0; c < chunks.size(); c++) {
            Workers.checkCancelled();
            Chunk chunk = chunks.get(c);
            int m = rowsOf(chunk);
            for (int i = 0; i < m; i++) {
                long p = chunk.packed[i];
                int person = (int) (p >>> 16);
                int tile = dense ? tileOf[person - low] : tiling.tileOf(person);
                int to = at[tile]++;
                // what precedes the tile's first person is cut off by the shift
                packed[to] = (p - ((long) tiling.firstPersons[tile] << 16)) << 32 | chunk.sources[i];
                values[to] = chunk.values[i];
                if (slices != null && chunk.slices != null) {
                    slices[to] = chunk.slices[i];
                }
            }
            chunks.set(c, new Chunk(0));
        }
        chunks.clear();
        return scattered;
    }

    private Tiling denseTiling(int low, int high) {
        int[] counts = new int[Math.max(0, high - low + 1)];
        for (Chunk chunk : chunks) {
            int m = rowsOf(chunk);
            for (int i = 0; i < m; i++) {
                counts[(int) (chunk.packed[i] >>> 16) - low]++;
            }
        }
        int present = 0;
        for (int count : counts) {
            if (count > 0) {
                present++;
            }
        }
        int[] persons = new int[present];
        int[] rowsBefore = new int[present + 1];
        int k = 0;
        for (int p = 0; p < counts.length; p++) {
            if (counts[p] > 0) {
                persons[k] = low + p;
                rowsBefore[k + 1] = rowsBefore[k] + counts[p];
                k++;
            }
        }
        return new Tiling(persons, rowsBefore);
    }

    private static int[] tileOf(Tiling tiling, int low, int high) {
        int[] tileOf = new int[Math.max(0, high - low + 1)];
        int tile = -1;
        for (int p = 0; p < tileOf.length; p++) {
            if (tile + 1 < tiling.size && low + p >= tiling.firstPersons[tile + 1]) {
                tile++;
            }
            tileOf[p] = tile;
        }
        return tileOf;
    }

    /** For few rows of persons far apart: sorts rather than counts. */
    private Tiling sparseTiling(int n) {
        int[] all = new int[n];
        int at = 0;
        for (Chunk chunk : chunks) {
            int m = rowsOf(chunk);
            for (int i = 0; i < m; i++) {
                all[at++] = (int) (chunk.packed[i] >>> 16);
            }
        }
        Arrays.sort(all);
        int[] rowsBefore = new int[n + 1];
        int k = 0;
        for (int i = 0; i < n; i++) {
            if (i == 0 || all[i] != all[k - 1]) {
                all[k++] = all[i];
            }
            rowsBefore[k] = i + 1;
        }
        return new Tiling(Arrays.copyOf(all, k), Arrays.copyOf(rowsBefore, k + 1));
    }
}
