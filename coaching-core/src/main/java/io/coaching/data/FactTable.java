package io.coaching.data;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.coaching.internal.check.Checks;
import io.coaching.internal.exact.ByteSink;
import io.coaching.internal.exact.ByteSource;
import io.coaching.internal.parallel.Workers;
import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was measured, as exact columns: a block per measure, of person, day, value, source and slice.
 *
 * <p>A fact says that on a day a person's measure rose by a value: one call, 12.50 EUR, 340 seconds. Values are scaled
 * integers, ids are dense integers; names, units and decimals belong to whoever built the table. What a fact is
 * <em>not</em>: it has no time of day, no text and no identity of its own. Several facts may be equal, and all count.
 *
 * <p>The rows are sorted when the table is sealed, by person, day, value, source and slice, and cut into tiles of a
 * few thousand rows with columns as narrow as their content: five to ten bytes a row with its source where values of
 * one tile lie within four billion of each other, up to fifteen where not ({@link #memoryBytes()}). Two tables with
 * the same facts are equal and have the same bytes, in whatever order the facts came, on however many threads they
 * were sorted, and after whatever corrections.
 *
 * <p>Days are days since 1970-01-01 ({@link java.time.LocalDate#toEpochDay()}), from {@link #FIRST_DAY} to
 * {@link #LAST_DAY}; ranges of days are half-open.
 *
 * <pre>{@code
 * var table = FactTable.builder(1).add(0, 7, 20_000, 1250, 1).add(0, 7, 20_003, 750, 2).seal();
 * table.cube(20_000, 20_007).build().at(0, 7, 0).sum(); // 2000
 * }</pre>
 *
 * <p>Immutable and safe to share between threads. Work is done in the calling thread unless an executor is handed in;
 * an interrupt then ends it with a {@link java.util.concurrent.CancellationException}.
 */
public final class FactTable {
    /** The first day that a fact may have: 1970-01-01. */
    public static final int FIRST_DAY = 0;

    /** The last day that a fact may have: 2149-06-06. */
    public static final int LAST_DAY = 65_535;

    /** The greatest id of a person. */
    public static final int MAX_PERSON = (1 << 24) - 1;

    /** The most measures that a table may have. */
    public static final int MAX_MEASURES = 1 << 16;

    /** The greatest code of a slice. */
    public static final int MAX_SLICE = 65_535;

    private static final int MAGIC = 0x43_46_54_01; // CFT, version 1

    private static final BitSet NONE = new BitSet();

    /** By measure, in the order of persons. */
    final Tile[][] tiles;

    FactTable(Tile[][] tiles) {
        this.tiles = tiles;
    }

    /**
     * Starts a table.
     *
     * @param measures how many measures it has, their ids being 0 to {@code measures - 1}
     * @return a builder without facts
     * @throws IllegalArgumentException if there are fewer than 0 or more than {@link #MAX_MEASURES}
     */
    public static Builder builder(int measures) {
        return new Builder(Checks.inRange(measures, 0, MAX_MEASURES, "measures"));
    }

    /**
     * Returns a table without facts.
     *
     * @param measures how many measures it has
     * @return the table
     */
    public static FactTable empty(int measures) {
        return builder(measures).seal();
    }

    /**
     * Returns how many measures the table has, with facts or without.
     *
     * @return zero or more
     */
    public int measures() {
        return tiles.length;
    }

    /**
     * Returns how many facts there are.
     *
     * @return zero or more
     */
    public long rows() {
        long rows = 0;
        for (Tile[] block : tiles) {
            for (Tile tile : block) {
                rows += tile.rows();
            }
        }
        return rows;
    }

    /**
     * Returns how many facts a measure has.
     *
     * @param measure the measure
     * @return zero or more
     */
    public long rows(int measure) {
        long rows = 0;
        for (Tile tile : block(measure)) {
            rows += tile.rows();
        }
        return rows;
    }

    /**
     * Returns who has facts of a measure.
     *
     * @param measure the measure
     * @return ids of persons, ascending
     */
    public int[] persons(int measure) {
        Tile[] block = block(measure);
        int n = 0;
        for (Tile tile : block) {
            n += tile.persons.length;
        }
        int[] persons = new int[n];
        int at = 0;
        for (Tile tile : block) {
            for (char distance : tile.persons) {
                persons[at++] = tile.firstPerson + distance;
            }
        }
        return persons;
    }

    /**
     * Returns the first day on which there is a fact.
     *
     * @return a day; nothing of an empty table
     */
    public OptionalInt firstDay() {
        int first = Integer.MAX_VALUE;
        for (Tile[] block : tiles) {
            for (Tile tile : block) {
                for (int k = 0; k < tile.persons.length; k++) {
                    first = Math.min(first, tile.days[tile.starts[k]]);
                }
            }
        }
        return first == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(first);
    }

    /**
     * Returns the last day on which there is a fact.
     *
     * @return a day; nothing of an empty table
     */
    public OptionalInt lastDay() {
        int last = -1;
        for (Tile[] block : tiles) {
            for (Tile tile : block) {
                for (int k = 1; k < tile.starts.length; k++) {
                    last = Math.max(last, tile.days[tile.starts[k] - 1]);
                }
            }
        }
        return last < 0 ? OptionalInt.empty() : OptionalInt.of(last);
    }

    /**
     * Returns about how many bytes of memory the table takes, headers of its arrays and objects included.
     *
     * @return bytes, for a JVM with compressed references
     */
    public long memoryBytes() {
        long bytes = 16;
        for (Tile[] block : tiles) {
            bytes += 24 + 4L * block.length;
            for (Tile tile : block) {
                bytes += tile.memoryBytes();
            }
        }
        return bytes;
    }

    Tile[] block(int measure) {
        Checks.inRange(measure, 0, tiles.length - 1, "measure");
        return tiles[measure];
    }

    /** Receives facts one by one. */
    @FunctionalInterface
    public interface RowVisitor {
        /**
         * Takes a fact.
         *
         * @param day its day
         * @param value its scaled value
         * @param source the record that it comes from
         * @param slice its slice, 0 for none
         */
        void row(int day, long value, int source, int slice);
    }

    /** A range of rows within one tile; no tile where it is empty. */
    private record Run(@Nullable Tile tile, int from, int to) {
        int length() {
            return to - from;
        }
    }

    private Run run(int measure, int person, int fromDay, int toDay) {
        Checks.that(
                fromDay <= toDay,
                "fromDay must not be after toDay: " + fromDay + ", " + toDay,
                "they were swapped: the first is included, the second is not.");
        Tile[] block = block(measure);
        int low = 0;
        int high = block.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (block[middle].firstPerson <= person) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        if (block.length > 0) {
            Tile tile = block[low];
            int k = tile.indexOf(person);
            if (k >= 0) {
                int from = tile.rowFrom(k, fromDay);
                return new Run(tile, from, Math.max(from, tile.rowFrom(k, toDay)));
            }
        }
        return new Run(null, 0, 0);
    }

    /**
     * Returns the values of a person in a range of days, for answers that no aggregate holds, such as a median.
     *
     * @param measure the measure
     * @param person the person; one without facts has no values
     * @param fromDay the first day
     * @param toDay the day after the last
     * @return scaled values by day, ascending within a day
     */
    public long[] values(int measure, int person, int fromDay, int toDay) {
        Run run = run(measure, person, fromDay, toDay);
        long[] values = new long[run.length()];
        if (run.tile != null) {
            run.tile.values.copyTo(run.from, run.to, values, 0);
        }
        return values;
    }

    /**
     * Returns the days of a person's facts, one for each of {@link #values}.
     *
     * @param measure the measure
     * @param person the person
     * @param fromDay the first day
     * @param toDay the day after the last
     * @return days, ascending
     */
    public int[] days(int measure, int person, int fromDay, int toDay) {
        Run run = run(measure, person, fromDay, toDay);
        int[] days = new int[run.length()];
        if (run.tile != null) {
            for (int i = 0; i < days.length; i++) {
                days[i] = run.tile.days[run.from + i];
            }
        }
        return days;
    }

    /**
     * Returns the records that a person's facts come from, one for each of {@link #values}.
     *
     * @param measure the measure
     * @param person the person
     * @param fromDay the first day
     * @param toDay the day after the last
     * @return ids of sources, repeated where one gave several facts
     */
    public int[] sources(int measure, int person, int fromDay, int toDay) {
        Run run = run(measure, person, fromDay, toDay);
        int[] sources = new int[run.length()];
        if (run.tile != null) {
            run.tile.sources.copyTo(run.from, run.to, sources, 0);
        }
        return sources;
    }

    /**
     * Visits the facts of a person in a range of days, in the order of day, value, source and slice.
     *
     * @param measure the measure
     * @param person the person
     * @param fromDay the first day
     * @param toDay the day after the last
     * @param visitor takes each fact
     */
    public void forEach(int measure, int person, int fromDay, int toDay, RowVisitor visitor) {
        Run run = run(measure, person, fromDay, toDay);
        Tile tile = run.tile;
        if (tile != null) {
            for (int i = run.from; i < run.to; i++) {
                visitor.row(tile.days[i], tile.values.get(i), (int) tile.sources.get(i), tile.slice(i));
            }
        }
    }

    /**
     * Aggregates the facts of a person in a range of days.
     *
     * @param measure the measure
     * @param person the person
     * @param fromDay the first day
     * @param toDay the day after the last
     * @return the aggregate, empty where there is no fact
     */
    public Aggregate aggregate(int measure, int person, int fromDay, int toDay) {
        return Aggregate.of(values(measure, person, fromDay, toDay));
    }

    /**
     * Returns the level that a stock has before a day begins: the sum of all facts before that day.
     *
     * @param measure a measure whose facts are changes of a level, such as open pipeline
     * @param person the person
     * @param day the first day whose changes do not count
     * @return the sum of the scaled values
     * @throws ArithmeticException if it is no long
     */
    public long sumBefore(int measure, int person, int day) {
        return aggregate(measure, person, Math.min(FIRST_DAY, day), day).sum();
    }

    /**
     * Asks for aggregates by person, or group, and period.
     *
     * @param bounds the first days of the periods, ascending, and at the end the day after the last: n + 1 bounds make
     *     n periods
     * @return a question to refine; {@link CubeQuery#build()} answers it
     * @throws IllegalArgumentException if there are fewer than two bounds, more than 65,536, or they do not ascend
     */
    public CubeQuery cube(int... bounds) {
        return CubeQuery.of(this, bounds);
    }

    /**
     * Corrects the table: the facts of some sources go, others come.
     *
     * <p>Tiles that nothing changed are shared with this table. The result equals, to the bit, a table built from
     * scratch.
     *
     * @param removedSources the records whose facts go, of every measure; those without facts change nothing
     * @param added the facts that come, of as many measures; the builder is used up
     * @return the corrected table
     */
    public FactTable replace(int[] removedSources, Builder added) {
        return Correction.apply(this, bits(removedSources), -1, added.scatterAll(measures()), Workers.caller());
    }

    /**
     * Corrects the table, on several threads.
     *
     * @param removedSources the records whose facts go, of every measure
     * @param added the facts that come, of as many measures; the builder is used up
     * @param executor runs the work beside the calling thread
     * @param parallelism how many threads work at most, the calling one included
     * @return the corrected table, the same for any number of threads
     */
    public FactTable replace(int[] removedSources, Builder added, Executor executor, int parallelism) {
        return Correction.apply(
                this, bits(removedSources), -1, added.scatterAll(measures()), Workers.on(executor, parallelism));
    }

    private static BitSet bits(int[] removedSources) {
        BitSet removed = new BitSet();
        for (int source : removedSources) {
            removed.set(Checks.atLeast(source, 0, "removed source"));
        }
        return removed;
    }

    /**
     * Erases a person: all facts of theirs go.
     *
     * @param person the person; one without facts changes nothing
     * @return the table without them
     */
    public FactTable withoutPerson(int person) {
        return Correction.apply(this, NONE, Checks.inRange(person, 0, MAX_PERSON, "person"), null, Workers.caller());
    }

    /**
     * Puts the facts of two tables together. Equal facts stay two: shards must not overlap.
     *
     * @param other a table of as many measures
     * @return a table with the facts of both
     */
    public FactTable merge(FactTable other) {
        return replace(new int[0], other.toBuilder());
    }

    /**
     * Returns a builder that holds this table's facts, for adding more.
     *
     * @return a new builder
     */
    public Builder toBuilder() {
        Builder builder = builder(measures());
        RowBuffer rows = new RowBuffer();
        for (int m = 0; m < tiles.length; m++) {
            for (Tile tile : tiles[m]) {
                rows.size = 0;
                tile.copyTo(rows, NONE, -1);
                for (int i = 0; i < rows.size; i++) {
                    builder.add(m, rows.persons[i], rows.days[i], rows.values[i], rows.sources[i], rows.slices[i]);
                }
            }
        }
        return builder;
    }

    /**
     * Writes the table as bytes: the same for the same facts.
     *
     * @return the byte form, with a checksum; no promise of compatibility before version 1.0
     * @throws IllegalStateException if it outgrows two gigabytes
     */
    public byte[] toBytes() {
        ByteSink sink = new ByteSink(MAGIC);
        sink.unsigned(tiles.length);
        RowBuffer rows = new RowBuffer();
        for (int m = 0; m < tiles.length; m++) {
            sink.unsigned(rows(m));
            int person = 0;
            int day = 0;
            for (Tile tile : tiles[m]) {
                rows.size = 0;
                tile.copyTo(rows, NONE, -1);
                for (int i = 0; i < rows.size; i++) {
                    if (rows.persons[i] != person) {
                        day = 0;
                    }
                    sink.unsigned(rows.persons[i] - person);
                    sink.unsigned(rows.days[i] - day);
                    sink.signed(rows.values[i]);
                    sink.unsigned(rows.sources[i]);
                    sink.unsigned(rows.slices[i]);
                    person = rows.persons[i];
                    day = rows.days[i];
                }
            }
        }
        return sink.toBytes();
    }

    /**
     * Reads what {@link #toBytes()} wrote.
     *
     * @param bytes the byte form
     * @return the table
     * @throws IllegalArgumentException if the bytes are damaged, saying where and how
     */
    public static FactTable fromBytes(byte[] bytes) {
        ByteSource source = new ByteSource(bytes, MAGIC, "fact table");
        int measures = (int) source.unsigned(0, MAX_MEASURES, "measures");
        Builder builder = builder(measures);
        for (int m = 0; m < measures; m++) {
            int rows = source.count(5, "rows of measure " + m);
            int person = 0;
            int day = 0;
            for (int i = 0; i < rows; i++) {
                int step = (int) source.unsigned(0, MAX_PERSON - person, "person");
                if (step > 0) {
                    day = 0;
                }
                person += step;
                day += (int) source.unsigned(0, LAST_DAY - day, "day");
                long value = source.signed(-Aggregate.MAX_VALUE, Aggregate.MAX_VALUE, "value");
                int from = (int) source.unsigned(0, Integer.MAX_VALUE, "source");
                int slice = (int) source.unsigned(0, MAX_SLICE, "slice");
                builder.add(m, person, day, value, from, slice);
            }
        }
        source.finish();
        return builder.seal();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FactTable that && Arrays.deepEquals(tiles, that.tiles);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(tiles);
    }

    /**
     * Says how large the table is.
     *
     * @return such as {@code 10000000 facts of 20 measures, 8.1 bytes each}
     */
    @Override
    public String toString() {
        long rows = rows();
        long tenths = rows == 0 ? 0 : 10 * memoryBytes() / rows;
        return rows + " facts of " + tiles.length + " measures, " + tenths / 10 + "." + tenths % 10 + " bytes each";
    }

    /**
     * Takes facts in any order; {@link #seal()} sorts them. For one thread at a time, and for one table: sealing uses
     * the builder up, so that its memory is given back on the way.
     *
     * <p>A fact takes 20 bytes until it is sealed.
     */
    public static final class Builder {
        private Columns @Nullable [] columns;
        private long rows;

        Builder(int measures) {
            columns = new Columns[measures];
            for (int i = 0; i < measures; i++) {
                columns[i] = new Columns();
            }
        }

        private Columns[] columns() {
            Columns[] open = columns;
            if (open == null) {
                throw new IllegalStateException("this builder was sealed\nMaybe a new one is meant.");
            }
            return open;
        }

        /** Makes room for further measures. */
        void reserveMeasures(int measures) {
            Columns[] open = columns();
            if (measures > open.length) {
                Columns[] more = Arrays.copyOf(open, measures);
                for (int m = open.length; m < measures; m++) {
                    more[m] = new Columns();
                }
                columns = more;
            }
        }

        /**
         * Adds a fact.
         *
         * @param measure the measure's id
         * @param person the person's id, 0 to {@link #MAX_PERSON}; dense ids take the least memory
         * @param epochDay the day, {@link #FIRST_DAY} to {@link #LAST_DAY}
         * @param scaledValue the value times ten to the power of the measure's decimals, at most 10<sup>15</sup> in
         *     magnitude
         * @param source the id of the record that the fact comes from, 0 or more
         * @return this
         * @throws IllegalArgumentException if an argument is out of its range
         */
        @CanIgnoreReturnValue
        public Builder add(int measure, int person, int epochDay, long scaledValue, int source) {
            Columns[] open = columns();
            // one test for the good case; which one failed is found out afterwards
            if ((measure | person | epochDay | source) < 0
                    || measure >= open.length
                    || person > MAX_PERSON
                    || epochDay > LAST_DAY
                    || scaledValue > Aggregate.MAX_VALUE
                    || scaledValue < -Aggregate.MAX_VALUE) {
                throw refused(open.length, measure, person, epochDay, scaledValue, source);
            }
            open[measure].add(person, epochDay, scaledValue, source);
            rows++;
            return this;
        }

        /**
         * Adds a fact that belongs to a slice of its measure, such as new business or renewal.
         *
         * @param measure the measure's id
         * @param person the person's id
         * @param epochDay the day
         * @param scaledValue the scaled value
         * @param source the id of the record that the fact comes from
         * @param slice the slice, 0 (none) to {@link #MAX_SLICE}; a measure without slices pays nothing for them
         * @return this
         * @throws IllegalArgumentException if an argument is out of its range
         */
        @CanIgnoreReturnValue
        public Builder add(int measure, int person, int epochDay, long scaledValue, int source, int slice) {
            Checks.inRange(slice, 0, MAX_SLICE, "slice");
            add(measure, person, epochDay, scaledValue, source);
            if (slice != 0) {
                columns()[measure].slice(slice);
            }
            return this;
        }

        private static IllegalArgumentException refused(
                int measures, int measure, int person, int epochDay, long scaledValue, int source) {
            Checks.inRange(measure, 0, measures - 1, "measure");
            Checks.inRange(person, 0, MAX_PERSON, "person");
            Checks.atLeast(source, 0, "source");
            if (epochDay < FIRST_DAY || epochDay > LAST_DAY) {
                return new IllegalArgumentException("epochDay must be in " + FIRST_DAY + ".." + LAST_DAY
                        + " (1970-01-01..2149-06-06): " + epochDay);
            }
            return new IllegalArgumentException("scaledValue must be in -10^15..10^15: " + scaledValue
                    + "\nMaybe it is scaled by too many decimals.");
        }

        /**
         * Returns how many facts were added.
         *
         * @return zero or more
         */
        public long rows() {
            return rows;
        }

        /**
         * Gives persons and sources other ids, and measures other places: for ids that were handed out as they came,
         * which must not reach a result, once their sorted order is known.
         *
         * @param measureTo the new id of each measure, a permutation
         * @param personTo the new id of each person
         * @param sourceTo the new id of each source
         * @return this
         * @throws IllegalArgumentException if {@code measureTo} is no permutation
         * @throws IndexOutOfBoundsException if an id that was added has no new one
         */
        @CanIgnoreReturnValue
        public Builder renumber(int[] measureTo, int[] personTo, int[] sourceTo) {
            Columns[] open = columns();
            Checks.sameLength(measureTo.length, "measureTo", open.length, "the measures");
            for (int person : personTo) {
                Checks.inRange(person, 0, MAX_PERSON, "new person");
            }
            for (int source : sourceTo) {
                Checks.atLeast(source, 0, "new source");
            }
            @Nullable Columns[] moved = new Columns[open.length];
            for (int m = 0; m < open.length; m++) {
                int to = Checks.inRange(measureTo[m], 0, open.length - 1, "new measure");
                Checks.that(moved[to] == null, "new measure " + to + " is given twice");
                moved[to] = open[m];
            }
            Columns[] result = new Columns[open.length];
            for (int m = 0; m < open.length; m++) {
                result[measureTo[m]] = open[m];
                open[m].renumber(personTo, sourceTo);
            }
            columns = result;
            return this;
        }

        /**
         * Sorts the facts, in this thread alone, and closes the builder.
         *
         * @return the table
         * @throws IllegalStateException if the builder was sealed before
         */
        public FactTable seal() {
            return seal(Workers.caller());
        }

        /**
         * Sorts the facts on several threads, and closes the builder.
         *
         * @param executor runs the work beside the calling thread
         * @param parallelism how many threads work at most, the calling one included
         * @return the table, the same for any number of threads
         * @throws IllegalStateException if the builder was sealed before
         * @throws java.util.concurrent.CancellationException if the calling thread is interrupted; the builder is used
         *     up even so
         */
        public FactTable seal(Executor executor, int parallelism) {
            return seal(Workers.on(executor, parallelism));
        }

        FactTable seal(Workers workers) {
            Columns[] open = columns();
            columns = null;
            Columns.Scattered[] blocks = new Columns.Scattered[open.length];
            workers.run(open.length, m -> blocks[m] = open[m].scatter());
            Tile[][] tiles = new Tile[open.length][];
            for (int m = 0; m < open.length; m++) {
                tiles[m] = new Tile[blocks[m].tiling.size];
            }
            TileTasks tasks = new TileTasks(open.length, m -> tiles[m].length);
            Spares<RowSorter> sorters = new Spares<>(RowSorter::new);
            workers.run(tasks.size(), task -> {
                int m = tasks.measure(task);
                int t = tasks.tile(task);
                RowSorter sorter = sorters.take();
                tiles[m][t] = blocks[m].tile(t, sorter);
                sorters.giveBack(sorter);
            });
            return new FactTable(tiles);
        }

        /** Distributes what was added to tiles, for a correction, and closes the builder. */
        Columns.Scattered[] scatterAll(int measures) {
            Columns[] open = columns();
            Checks.that(
                    open.length == measures,
                    "added must have as many measures as the table: " + open.length + ", " + measures);
            columns = null;
            return Arrays.stream(open).map(Columns::scatter).toArray(Columns.Scattered[]::new);
        }
    }
}
