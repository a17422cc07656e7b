package io.coaching.data;

import io.coaching.internal.parallel.Workers;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a corrected table: measure by measure, sharing every tile that nothing changed. */
final class Correction {
    private Correction() {}

    static FactTable apply(
            FactTable table,
            BitSet removedSources,
            int removedPerson,
            Columns.Scattered @Nullable [] added,
            Workers workers) {
        Tile[][] result = new Tile[table.measures()][];
        Spares<Scratch> spares = new Spares<>(Scratch::new);
        workers.run(result.length, m -> {
            Scratch scratch = spares.take();
            result[m] = scratch.block(table.tiles[m], removedSources, removedPerson, added == null ? null : added[m]);
            spares.giveBack(scratch);
        });
        return new FactTable(result);
    }

    /** What is left of an old tile: itself where nothing changed. */
    private record Part(@Nullable Tile whole, RowBuffer rows) {}

    private static final class Scratch {
        private final RowSorter sorter = new RowSorter();
        private final RowBuffer kept = new RowBuffer();
        private final RowBuffer merged = new RowBuffer();

        Tile[] block(Tile[] old, BitSet removedSources, int removedPerson, Columns.@Nullable Scattered added) {
            RowBuffer fresh = sorted(added);
            List<Tile> result = new ArrayList<>(old.length + 1);
            int at = 0;
            int t = 0;
            // a root is the least range that no correction reaches beyond
            while (t < old.length || at < fresh.size) {
                Workers.checkCancelled();
                int root = Math.min(
                        t < old.length ? old[t].firstPerson >>> Tiling.ROOT_SHIFT : Integer.MAX_VALUE,
                        at < fresh.size ? fresh.persons[at] >>> Tiling.ROOT_SHIFT : Integer.MAX_VALUE);
                int tileEnd = t;
                while (tileEnd < old.length && old[tileEnd].firstPerson >>> Tiling.ROOT_SHIFT == root) {
                    tileEnd++;
                }
                int freshEnd = at;
                while (freshEnd < fresh.size && fresh.persons[freshEnd] >>> Tiling.ROOT_SHIFT == root) {
                    freshEnd++;
                }
                root(old, t, tileEnd, removedSources, removedPerson, fresh, at, freshEnd, result);
                t = tileEnd;
                at = freshEnd;
            }
            return result.toArray(new Tile[0]);
        }

        private RowBuffer sorted(Columns.@Nullable Scattered added) {
            RowBuffer all = new RowBuffer();
            if (added != null) {
                all.reserve(added.packed.length);
                for (int t = 0; t < added.tiling.size; t++) {
                    RowBuffer rows = sorter.sort(added, t);
                    all.copyAll(rows, 0, rows.size);
                }
            }
            return all;
        }

        private void root(
                Tile[] old,
                int tileFrom,
                int tileTo,
                BitSet removedSources,
                int removedPerson,
                RowBuffer fresh,
                int freshFrom,
                int freshTo,
                List<Tile> result) {
            // 1. what becomes of each old range; facts that come between two ranges get a part of their own
            List<Part> parts = new ArrayList<>();
            int at = freshFrom;
            for (int t = tileFrom; t < tileTo; t++) {
                Tile tile = old[t];
                int before = firstAtLeast(fresh, tile.firstPerson, at, freshTo);
                addFresh(fresh, at, before, parts);
                int within = firstAtLeast(fresh, tile.firstPerson + (1 << tile.shift), before, freshTo);
                at = within;
                kept.size = 0;
                boolean untouched =
                        before == within && tile.indexOf(removedPerson) < 0 && !hasAny(tile, removedSources);
                if (untouched) {
                    parts.add(new Part(tile, kept));
                } else {
                    tile.copyTo(kept, removedSources, removedPerson);
                    RowBuffer rows = new RowBuffer();
                    rows.mergeOf(kept, fresh, before, within);
                    parts.add(new Part(null, rows));
                }
            }
            addFresh(fresh, at, freshTo, parts);
            retile(parts, result);
        }

        private static void addFresh(RowBuffer fresh, int from, int to, List<Part> parts) {
            if (from < to) {
                RowBuffer rows = new RowBuffer();
                rows.reserve(to - from);
                rows.copyAll(fresh, from, to);
                parts.add(new Part(null, rows));
            }
        }

        private static int firstAtLeast(RowBuffer rows, int person, int from, int to) {
            int low = from;
            int high = to;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (rows.persons[middle] < person) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private final long[] sourceBuffer = new long[1024];

        private boolean hasAny(Tile tile, BitSet removedSources) {
            if (removedSources.isEmpty()) {
                return false;
            }
            int n = tile.rows();
            for (int from = 0; from < n; from += sourceBuffer.length) {
                int to = Math.min(n, from + sourceBuffer.length);
                tile.sources.copyTo(from, to, sourceBuffer, 0);
                for (int i = 0; i < to - from; i++) {
                    if (removedSources.get((int) sourceBuffer[i])) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** Cuts the parts, which are in the order of persons, as a table built from scratch would be cut. */
        private void retile(List<Part> parts, List<Tile> result) {
            int capacity = 0;
            for (Part part : parts) {
                capacity += part.whole != null ? part.whole.persons.length : part.rows.size;
            }
            int[] persons = new int[capacity];
            int[] rowsBefore = new int[capacity + 1];
            int k = 0;
            int rows = 0;
            for (Part part : parts) {
                Tile tile = part.whole;
                if (tile != null) {
                    for (int i = 0; i < tile.persons.length; i++) {
                        persons[k] = tile.firstPerson + tile.persons[i];
                        rows += tile.starts[i + 1] - tile.starts[i];
                        rowsBefore[++k] = rows;
                    }
                } else {
                    for (int i = 0; i < part.rows.size; i++) {
                        if (i == 0 || part.rows.persons[i] != part.rows.persons[i - 1]) {
                            persons[k++] = part.rows.persons[i];
                        }
                        rowsBefore[k] = ++rows;
                    }
                }
            }
            Tiling tiling = new Tiling(java.util.Arrays.copyOf(persons, k), java.util.Arrays.copyOf(rowsBefore, k + 1));
            Source source = new Source(parts);
            for (int t = 0; t < tiling.size; t++) {
                int n = tiling.rowFrom(t + 1) - tiling.rowFrom(t);
                int first = tiling.firstPersons[t];
                int shift = tiling.shifts[t];
                Tile same = source.whole(first, shift);
                if (same != null) {
                    result.add(same);
                    continue;
                }
                RowBuffer rowsOfTile = source.part(n);
                if (rowsOfTile == null) {
                    merged.size = 0;
                    merged.reserve(n);
                    source.take(n, merged);
                    rowsOfTile = merged;
                }
                result.add(Tile.pack(rowsOfTile, first, shift));
            }
        }
    }

    /** Reads the rows of parts one after the other. */
    private static final class Source {
        private static final BitSet NONE = new BitSet();

        private final List<Part> parts;
        private int part;
        private int row;
        private @Nullable RowBuffer open;

        Source(List<Part> parts) {
            this.parts = parts;
        }

        /** Returns the tile that comes next if it is untouched and spans just this range, and passes over it. */
        @Nullable
        Tile whole(int first, int shift) {
            skipEmpty();
            if (open != null || part == parts.size()) {
                return null;
            }
            Tile tile = parts.get(part).whole;
            if (tile == null || tile.firstPerson != first || tile.shift != shift) {
                return null;
            }
            part++;
            return tile;
        }

        private void skipEmpty() {
            while (open == null && part < parts.size()) {
                Part next = parts.get(part);
                if (next.whole != null || next.rows.size > 0) {
                    return;
                }
                part++;
            }
        }

        /** Returns the part that comes next if it has just so many rows, and passes over it. */
        @Nullable
        RowBuffer part(int rows) {
            skipEmpty();
            if (open != null || part == parts.size()) {
                return null;
            }
            Part next = parts.get(part);
            if (next.whole != null || next.rows.size != rows) {
                return null;
            }
            part++;
            return next.rows;
        }

        void take(int n, RowBuffer target) {
            int wanted = n;
            while (wanted > 0) {
                skipEmpty();
                RowBuffer from = open;
                if (from == null) {
                    Part next = parts.get(part);
                    from = next.rows;
                    if (next.whole != null) {
                        from = new RowBuffer();
                        next.whole.copyTo(from, NONE, -1);
                    }
                    open = from;
                    row = 0;
                }
                int some = Math.min(wanted, from.size - row);
                target.copyAll(from, row, row + some);
                row += some;
                wanted -= some;
                if (row == from.size) {
                    open = null;
                    part++;
                }
            }
        }
    }
}
