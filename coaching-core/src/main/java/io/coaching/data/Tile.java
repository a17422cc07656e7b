package io.coaching.data;

import io.coaching.internal.exact.PackedLongs;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one measure for a range of persons, sorted by person, day, value, source and slice.
 *
 * <p>Columns are as narrow as their content, and the range follows from the rows alone ({@link Tiling}): tables with
 * the same rows have the same tiles. A person's rows are a range; where they lie costs six bytes a person, not a
 * column. Immutable, shared by the tables that a correction makes.
 */
final class Tile {
    /** Below this many rows persons share a tile: 32 KiB of values fit in a first-level cache. */
    static final int MAX_ROWS = 4096;

    final int firstPerson;
    /** The range spans {@code 1 << shift} persons. */
    final int shift;
    /** The persons that have rows, as distances from the first. */
    final char[] persons;
    /** The first row of each person, and at the end the number of rows. */
    final int[] starts;

    final char[] days;
    final PackedLongs values;
    final PackedLongs sources;
    /** Null where no row has one. */
    final @Nullable PackedLongs slices;

    final long min;
    final long max;

    private Tile(
            int firstPerson,
            int shift,
            char[] persons,
            int[] starts,
            char[] days,
            PackedLongs values,
            PackedLongs sources,
            @Nullable PackedLongs slices,
            long min,
            long max) {
        this.firstPerson = firstPerson;
        this.shift = shift;
        this.persons = persons;
        this.starts = starts;
        this.days = days;
        this.values = values;
        this.sources = sources;
        this.slices = slices;
        this.min = min;
        this.max = max;
    }

    /** Packs sorted rows; there must be at least one, and all of the range's persons. */
    static Tile pack(RowBuffer rows, int firstPerson, int shift) {
        int n = rows.size;
        int present = 1;
        for (int i = 1; i < n; i++) {
            if (rows.persons[i] != rows.persons[i - 1]) {
                present++;
            }
        }
        char[] persons = new char[present];
        int[] starts = new int[present + 1];
        int k = 0;
        for (int i = 0; i < n; i++) {
            if (i == 0 || rows.persons[i] != rows.persons[i - 1]) {
                persons[k] = (char) (rows.persons[i] - firstPerson);
                starts[k++] = i;
            }
        }
        starts[k] = n;
        long min = rows.values[0];
        long max = min;
        int anySlice = 0;
        for (int i = 0; i < n; i++) {
            min = Math.min(min, rows.values[i]);
            max = Math.max(max, rows.values[i]);
            anySlice |= rows.slices[i];
        }
        PackedLongs slices = null;
        if (anySlice != 0) {
            long[] wide = new long[n];
            for (int i = 0; i < n; i++) {
                wide[i] = rows.slices[i];
            }
            slices = PackedLongs.pack(wide, n);
        }
        return new Tile(
                firstPerson,
                shift,
                persons,
                starts,
                Arrays.copyOf(rows.days, n),
                PackedLongs.packWithin(rows.values, n, min, max),
                PackedLongs.packTight(rows.sources, n),
                slices,
                min,
                max);
    }

    int rows() {
        return days.length;
    }

    int slice(int row) {
        return slices == null ? 0 : (int) slices.get(row);
    }

    /** Returns the place of a person among those present, or a negative number. */
    int indexOf(int person) {
        int distance = person - firstPerson;
        return distance < 0 || distance > Character.MAX_VALUE ? -1 : Arrays.binarySearch(persons, (char) distance);
    }

    /** Returns the first row of the person at place {@code k} that is on {@code day} or later. */
    int rowFrom(int k, int day) {
        int low = starts[k];
        int high = starts[k + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (days[middle] < day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether the sum of squares of all rows, and so any sum of theirs, is sure to fit in a long. */
    boolean squaresFitInLong() {
        long greatest = Math.max(Math.abs(min), Math.abs(max));
        return greatest <= 3_037_000_499L
                && Math.multiplyHigh(greatest * greatest, rows()) == 0
                && greatest * greatest * rows() >= 0;
    }

    /** Appends to {@code target} the rows that neither belong to {@code person} nor to one of these sources. */
    void copyTo(RowBuffer target, BitSet removedSources, int removedPerson) {
        int n = rows();
        int to = target.size;
        target.reserve(to + n);
        values.copyTo(0, n, target.values, to);
        sources.copyTo(0, n, target.sources, to);
        System.arraycopy(days, 0, target.days, to, n);
        for (int k = 0; k < persons.length; k++) {
            Arrays.fill(target.persons, to + starts[k], to + starts[k + 1], firstPerson + persons[k]);
        }
        if (slices == null) {
            Arrays.fill(target.slices, to, to + n, '\0');
        } else {
            for (int i = 0; i < n; i++) {
                target.slices[to + i] = (char) slices.get(i);
            }
        }
        if (removedSources.isEmpty() && indexOf(removedPerson) < 0) {
            target.size = to + n;
            return;
        }
        int keptFrom = to;
        for (int i = to; i < to + n; i++) {
            if (removedSources.get(target.sources[i]) || target.persons[i] == removedPerson) {
                target.copyAll(target, keptFrom, i);
                keptFrom = i + 1;
            }
        }
        target.copyAll(target, keptFrom, to + n);
    }

    long memoryBytes() {
        PackedLongs kinds = slices;
        return 80
                + 3 * 16
                + (2L * persons.length + 7) / 8 * 8
                + (4L * starts.length + 7) / 8 * 8
                + (2L * days.length + 7) / 8 * 8
                + values.memoryBytes()
                + sources.memoryBytes()
                + (kinds == null ? 0 : kinds.memoryBytes());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof Tile that)) {
            return false;
        }
        PackedLongs kinds = slices;
        return firstPerson == that.firstPerson
                && shift == that.shift
                && Arrays.equals(persons, that.persons)
                && Arrays.equals(starts, that.starts)
                && Arrays.equals(days, that.days)
                && values.equals(that.values)
                && sources.equals(that.sources)
                && (kinds == null ? that.slices == null : kinds.equals(that.slices));
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(days) + values.hashCode()) + Arrays.hashCode(persons) + firstPerson;
    }
}
