package io.coaching.data;

import java.util.Arrays;

/**
 * Sorts the rows of one tile by person, day, value, source and slice: a radix sort by person and day on packed keys,
 * then the few ties. Not thread-safe; reused from tile to tile.
 */
final class RowSorter {
    private static final int MAX_DIGIT = 11;
    /** Person and day have 32 bits. */
    private static final int MAX_PASSES = 3;
    /** Longer runs of ties are sorted by heap. */
    private static final int SHORT_RUN = 24;

    private long[] keys = {};
    private long[] spare = {};
    private final int[][] counts = new int[MAX_PASSES][1 << MAX_DIGIT];
    private final RowBuffer sorted = new RowBuffer();

    /** Returns the rows of a tile in order; the buffer is this sorter's own. */
    RowBuffer sort(Columns.Scattered rows, int tile) {
        int from = rows.tiling.rowFrom(tile);
        int n = rows.tiling.rowFrom(tile + 1) - from;
        if (keys.length < n) {
            int capacity = Math.max(n, Tile.MAX_ROWS);
            keys = new long[capacity];
            spare = new long[capacity];
        }
        int dayBits = bits(rows.lastDay - rows.firstDay);
        radix(rows.packed, from, n, rows.firstDay, dayBits, dayBits + rows.tiling.shifts[tile]);
        gather(rows, from, n, rows.tiling.firstPersons[tile]);
        return sorted;
    }

    private static int bits(int max) {
        return 32 - Integer.numberOfLeadingZeros(max);
    }

    /** Fills {@code keys} with person, day and place of each row, sorted by person and day. */
    private void radix(long[] packed, int from, int n, int firstDay, int dayBits, int bits) {
        int passes = Math.max(1, (bits + MAX_DIGIT - 1) / MAX_DIGIT);
        int digit = (bits + passes - 1) / passes;
        int mask = (1 << digit) - 1;
        int[] first = counts[0];
        int[] second = counts[1];
        int[] third = counts[2];
        for (int pass = 0; pass < passes; pass++) {
            Arrays.fill(counts[pass], 0, mask + 1, 0);
        }
        // shifts that no pass needs count for nothing
        int secondShift = Math.min(63, 32 + digit);
        int thirdShift = Math.min(63, 32 + 2 * digit);
        for (int i = 0; i < n; i++) {
            long p = packed[from + i];
            long day = ((p >>> 32) & 0xFFFF) - firstDay;
            long key = (((p >>> 48) << dayBits) | day) << 32 | i;
            keys[i] = key;
            first[(int) (key >>> 32) & mask]++;
            if (passes > 1) {
                second[(int) (key >>> secondShift) & mask]++;
                if (passes > 2) {
                    third[(int) (key >>> thirdShift) & mask]++;
                }
            }
        }
        for (int pass = 0; pass < passes; pass++) {
            int[] at = counts[pass];
            int shift = 32 + pass * digit;
            int sum = 0;
            for (int d = 0; d <= mask; d++) {
                int count = at[d];
                at[d] = sum;
                sum += count;
            }
            for (int i = 0; i < n; i++) {
                long key = keys[i];
                spare[at[(int) (key >>> shift) & mask]++] = key;
            }
            long[] swap = keys;
            keys = spare;
            spare = swap;
        }
    }

    private void gather(Columns.Scattered rows, int from, int n, int firstPerson) {
        long[] packed = rows.packed;
        sorted.reserve(n);
        sorted.size = n;
        for (int i = 0; i < n; i++) {
            int row = from + (int) keys[i];
            long p = packed[row];
            sorted.persons[i] = firstPerson + (int) (p >>> 48);
            sorted.days[i] = (char) (p >>> 32);
            sorted.sources[i] = (int) p;
            sorted.values[i] = rows.values[row];
        }
        char[] slices = rows.slices;
        if (slices == null) {
            Arrays.fill(sorted.slices, 0, n, '\0');
        } else {
            for (int i = 0; i < n; i++) {
                sorted.slices[i] = slices[from + (int) keys[i]];
            }
        }
        for (int i = 1; i < n; i++) {
            if (keys[i] >>> 32 == keys[i - 1] >>> 32) {
                int end = i + 1;
                while (end < n && keys[end] >>> 32 == keys[i] >>> 32) {
                    end++;
                }
                sortTies(i - 1, end);
                i = end;
            }
        }
    }

    /** Sorts rows of one person and day by value, source and slice. */
    private void sortTies(int from, int to) {
        if (to - from > SHORT_RUN) {
            heapSort(from, to - from);
            return;
        }
        long[] values = sorted.values;
        int[] sources = sorted.sources;
        char[] slices = sorted.slices;
        for (int i = from + 1; i < to; i++) {
            long value = values[i];
            int source = sources[i];
            char slice = slices[i];
            int j = i - 1;
            while (j >= from && isAfter(j, value, source, slice)) {
                values[j + 1] = values[j];
                sources[j + 1] = sources[j];
                slices[j + 1] = slices[j];
                j--;
            }
            values[j + 1] = value;
            sources[j + 1] = source;
            slices[j + 1] = slice;
        }
    }

    private boolean isAfter(int i, long value, int source, char slice) {
        if (sorted.values[i] != value) {
            return sorted.values[i] > value;
        }
        return sorted.sources[i] == source ? sorted.slices[i] > slice : sorted.sources[i] > source;
    }

    private void heapSort(int from, int n) {
        for (int root = n / 2 - 1; root >= 0; root--) {
            siftDown(from, root, n);
        }
        for (int end = n - 1; end > 0; end--) {
            sorted.swapTies(from, from + end);
            siftDown(from, 0, end);
        }
    }

    private void siftDown(int from, int start, int n) {
        int root = start;
        while (2 * root + 1 < n) {
            int child = 2 * root + 1;
            if (child + 1 < n && sorted.compare(from + child, sorted, from + child + 1) < 0) {
                child++;
            }
            if (sorted.compare(from + root, sorted, from + child) >= 0) {
                return;
            }
            sorted.swapTies(from + root, from + child);
            root = child;
        }
    }
}
