package io.coaching.data;

import java.util.Arrays;

/** Rows of one measure in columns, to be filled, sorted and packed; reused from tile to tile. */
final class RowBuffer {
    int[] persons = {};
    char[] days = {};
    long[] values = {};
    int[] sources = {};
    char[] slices = {};
    int size;

    /** Makes room for {@code rows} rows in all; what is in it stays. */
    void reserve(int rows) {
        if (persons.length < rows) {
            int capacity = Math.max(rows, (int) Math.min(Integer.MAX_VALUE - 16, persons.length * 2L));
            persons = Arrays.copyOf(persons, capacity);
            days = Arrays.copyOf(days, capacity);
            values = Arrays.copyOf(values, capacity);
            sources = Arrays.copyOf(sources, capacity);
            slices = Arrays.copyOf(slices, capacity);
        }
    }

    void copy(RowBuffer from, int i) {
        persons[size] = from.persons[i];
        days[size] = from.days[i];
        values[size] = from.values[i];
        sources[size] = from.sources[i];
        slices[size] = from.slices[i];
        size++;
    }

    /** Swaps two rows of one person and day. */
    void swapTies(int i, int j) {
        long value = values[i];
        values[i] = values[j];
        values[j] = value;
        int source = sources[i];
        sources[i] = sources[j];
        sources[j] = source;
        char slice = slices[i];
        slices[i] = slices[j];
        slices[j] = slice;
    }

    /** Compares a row of this buffer with one of another, in the one order that rows have. */
    int compare(int i, RowBuffer other, int j) {
        int c = Integer.compare(persons[i], other.persons[j]);
        if (c == 0) {
            c = Character.compare(days[i], other.days[j]);
        }
        if (c == 0) {
            c = Long.compare(values[i], other.values[j]);
        }
        if (c == 0) {
            c = Integer.compare(sources[i], other.sources[j]);
        }
        return c == 0 ? Character.compare(slices[i], other.slices[j]) : c;
    }

    /** Moves or copies rows {@code from..to-1} of a buffer, maybe this one, to the end of this. */
    void copyAll(RowBuffer source, int from, int to) {
        int n = to - from;
        System.arraycopy(source.persons, from, persons, size, n);
        System.arraycopy(source.days, from, days, size, n);
        System.arraycopy(source.values, from, values, size, n);
        System.arraycopy(source.sources, from, sources, size, n);
        System.arraycopy(source.slices, from, slices, size, n);
        size += n;
    }

    /** Makes this buffer the merged rows of two sorted ones, the second of which has few. */
    void mergeOf(RowBuffer a, RowBuffer b, int bFrom, int bTo) {
        size = 0;
        reserve(a.size + bTo - bFrom);
        int i = 0;
        for (int j = bFrom; j < bTo; j++) {
            int before = firstAfter(a, i, b, j);
            copyAll(a, i, before);
            copy(b, j);
            i = before;
        }
        copyAll(a, i, a.size);
    }

    /** Returns the first row of {@code a}, from {@code from} on, that comes after row {@code j} of {@code b}. */
    private static int firstAfter(RowBuffer a, int from, RowBuffer b, int j) {
        int step = 1;
        int low = from;
        while (low + step <= a.size && a.compare(low + step - 1, b, j) <= 0) {
            low += step;
            step *= 2;
        }
        int high = Math.min(a.size, low + step);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (a.compare(middle, b, j) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
