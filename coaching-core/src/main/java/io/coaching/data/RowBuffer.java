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

    /** Makes this buffer the merged rows of two sorted ones. */
    void mergeOf(RowBuffer a, RowBuffer b, int bFrom, int bTo) {
        size = 0;
        reserve(a.size + bTo - bFrom);
        int i = 0;
        int j = bFrom;
        while (i < a.size && j < bTo) {
            if (a.compare(i, b, j) <= 0) {
                copy(a, i++);
            } else {
                copy(b, j++);
            }
        }
        while (i < a.size) {
            copy(a, i++);
        }
        while (j < bTo) {
            copy(b, j++);
        }
    }
}
