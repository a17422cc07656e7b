package io.coaching.data;

import java.util.Arrays;

/**
 * How the persons of a measure are cut into tiles: aligned ranges of 2<sup>16</sup> persons, each halved until it has
 * at most {@link Tile#MAX_ROWS} rows or one person.
 *
 * <p>So the cut follows from the rows alone, whoever makes it, and a correction moves it only nearby.
 */
final class Tiling {
    static final int ROOT_SHIFT = 16;

    /** The first person of each tile's range. */
    int[] firstPersons = new int[16];
    /** Each range spans {@code 1 << shift} persons. */
    int[] shifts = new int[16];
    /** How many persons with rows come before each tile, and at the end how many there are. */
    int[] presentFrom = new int[17];

    int size;

    private final int[] persons;
    private final int[] rowsBefore;

    /** Cuts: {@code persons} have rows, ascending, and {@code rowsBefore} says how many rows precede each, and all. */
    Tiling(int[] persons, int[] rowsBefore) {
        this.persons = persons;
        this.rowsBefore = rowsBefore;
        int from = 0;
        while (from < persons.length) {
            int root = persons[from] >>> ROOT_SHIFT << ROOT_SHIFT;
            int to = firstAtLeast(root + (1 << ROOT_SHIFT), from, persons.length);
            cut(root, ROOT_SHIFT, from, to);
            from = to;
        }
        presentFrom[size] = persons.length;
    }

    private void cut(int first, int shift, int from, int to) {
        if (from == to) {
            return;
        }
        if (shift == 0 || rowsBefore[to] - rowsBefore[from] <= Tile.MAX_ROWS) {
            if (size == firstPersons.length) {
                firstPersons = Arrays.copyOf(firstPersons, 2 * size);
                shifts = Arrays.copyOf(shifts, 2 * size);
                presentFrom = Arrays.copyOf(presentFrom, 2 * size + 1);
            }
            firstPersons[size] = first;
            shifts[size] = shift;
            presentFrom[size++] = from;
            return;
        }
        int half = first + (1 << (shift - 1));
        int middle = firstAtLeast(half, from, to);
        cut(first, shift - 1, from, middle);
        cut(half, shift - 1, middle, to);
    }

    private int firstAtLeast(int person, int from, int to) {
        int at = Arrays.binarySearch(persons, from, to, person);
        return at < 0 ? -at - 1 : at;
    }

    /** Returns the tile of a person who has rows. */
    int tileOf(int person) {
        int at = Arrays.binarySearch(firstPersons, 0, size, person);
        return at < 0 ? -at - 2 : at;
    }

    /** Returns how many rows come before a tile; for {@code size}, how many there are. */
    int rowFrom(int tile) {
        return rowsBefore[presentFrom[tile]];
    }
}
