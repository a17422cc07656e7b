package io.coaching.data;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the rows of one tile by person, day, value, source and slice: a radix sort by person and day on packed keys,
 * then the few ties. Not thread-safe; reused from tile to tile.
 */
final class RowSorter {
    private static final int MAX_DIGIT = 11;

    private long[] keys = {};
    private long[] spare = {};
    private int[] order = {};
    private int[] spareOrder = {};
    private final int[] counts = new int[1 << MAX_DIGIT];
    private final RowBuffer sorted = new RowBuffer();

    /**
     * Returns the rows {@code from..to-1} of these columns in order; the buffer is this sorter's own.
     *
     * @param packed person and day, as {@code person << 16 | day}
     * @param slices null where all are zero
     */
    RowBuffer sort(
            long[] packed, long[] values, int[] sources, char @Nullable [] slices, int from, int to, int firstPerson) {
        int n = to - from;
        if (keys.length < n) {
            int capacity = Math.max(n, Tile.MAX_ROWS);
            keys = new long[capacity];
            spare = new long[capacity];
            order = new int[capacity];
        }
        int minDay = Character.MAX_VALUE;
        int maxDay = 0;
        int maxPerson = 0;
        for (int i = from; i < to; i++) {
            int day = (char) packed[i];
            minDay = Math.min(minDay, day);
            maxDay = Math.max(maxDay, day);
            maxPerson = Math.max(maxPerson, (int) (packed[i] >>> 16) - firstPerson);
        }
        int dayBits = bits(maxDay - minDay);
        int bits = dayBits + bits(maxPerson);
        for (int i = 0; i < n; i++) {
            long p = packed[from + i];
            long key = (((p >>> 16) - firstPerson) << dayBits) | ((char) p - minDay);
            keys[i] = key << 32 | i;
        }
        radix(n, bits);
        for (int i = 0; i < n; i++) {
            order[i] = from + (int) keys[i];
        }
        for (int i = 1; i < n; i++) {
            if (keys[i] >>> 32 == keys[i - 1] >>> 32) {
                int end = i + 1;
                while (end < n && keys[end] >>> 32 == keys[i] >>> 32) {
                    end++;
                }
                sortTies(i - 1, end, values, sources, slices);
                i = end;
            }
        }
        sorted.reserve(n);
        sorted.size = n;
        for (int i = 0; i < n; i++) {
            int row = order[i];
            long p = packed[row];
            sorted.persons[i] = (int) (p >>> 16);
            sorted.days[i] = (char) p;
            sorted.values[i] = values[row];
            sorted.sources[i] = sources[row];
        }
        if (slices == null) {
            Arrays.fill(sorted.slices, 0, n, '\0');
        } else {
            for (int i = 0; i < n; i++) {
                sorted.slices[i] = slices[order[i]];
            }
        }
        return sorted;
    }

    private static int bits(int max) {
        return 32 - Integer.numberOfLeadingZeros(max);
    }

    /** Sorts the keys by their upper 32 bits, of which {@code bits} count. */
    private void radix(int n, int bits) {
        int passes = (bits + MAX_DIGIT - 1) / MAX_DIGIT;
        if (passes == 0) {
            return;
        }
        int digit = (bits + passes - 1) / passes;
        int mask = (1 << digit) - 1;
        for (int pass = 0; pass < passes; pass++) {
            int shift = 32 + pass * digit;
            int[] at = counts;
            Arrays.fill(at, 0, mask + 1, 0);
            for (int i = 0; i < n; i++) {
                at[(int) (keys[i] >>> shift) & mask]++;
            }
            int sum = 0;
            for (int d = 0; d <= mask; d++) {
                int c = at[d];
                at[d] = sum;
                sum += c;
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

    private void sortTies(int from, int to, long[] values, int[] sources, char @Nullable [] slices) {
        if (to - from <= 24) {
            for (int i = from + 1; i < to; i++) {
                int row = order[i];
                int j = i - 1;
                while (j >= from && compare(order[j], row, values, sources, slices) > 0) {
                    order[j + 1] = order[j];
                    j--;
                }
                order[j + 1] = row;
            }
            return;
        }
        int middle = (from + to) >>> 1;
        sortTies(from, middle, values, sources, slices);
        sortTies(middle, to, values, sources, slices);
        if (compare(order[middle - 1], order[middle], values, sources, slices) <= 0) {
            return;
        }
        if (spareOrder.length < to) {
            spareOrder = new int[order.length];
        }
        System.arraycopy(order, from, spareOrder, from, middle - from);
        int left = from;
        int right = middle;
        for (int at = from; left < middle; at++) {
            boolean takeRight = right < to && compare(order[right], spareOrder[left], values, sources, slices) < 0;
            order[at] = takeRight ? order[right++] : spareOrder[left++];
        }
    }

    private static int compare(int a, int b, long[] values, int[] sources, char @Nullable [] slices) {
        int c = Long.compare(values[a], values[b]);
        if (c == 0) {
            c = Integer.compare(sources[a], sources[b]);
        }
        return c != 0 || slices == null ? c : Character.compare(slices[a], slices[b]);
    }
}
