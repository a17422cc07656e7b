package io.coaching.data;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.coaching.base.MeasureId;
import io.coaching.base.PersonId;
import io.coaching.base.SourceId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A {@link FactTable} with the names that its integers stand for: facts by measure, person and date, for scripts and for
 * those who have their own store.
 *
 * <p>Names are met row by row and numbered in sorted order when sealed, so that the same facts make the same bits in
 * whatever order they came. Units and decimals are still the caller's.
 *
 * <pre>{@code
 * var facts = NamedFacts.builder()
 *         .add(MeasureId.of("calls"), PersonId.of("ana"), LocalDate.of(2026, 9, 1), 12, SourceId.of("import-1"))
 *         .seal();
 * facts.aggregate(MeasureId.of("calls"), PersonId.of("ana"), LocalDate.of(2026, 9, 1), LocalDate.of(2026, 10, 1)).sum(); // 12
 * }</pre>
 *
 * <p>Immutable. Corrections are made on {@link #table()}, by number.
 */
public final class NamedFacts {
    private final FactTable table;
    private final Dictionary<MeasureId> measures;
    private final Dictionary<PersonId> persons;
    private final Dictionary<SourceId> sources;

    private NamedFacts(
            FactTable table,
            Dictionary<MeasureId> measures,
            Dictionary<PersonId> persons,
            Dictionary<SourceId> sources) {
        this.table = table;
        this.measures = measures;
        this.persons = persons;
        this.sources = sources;
    }

    /**
     * Starts a table.
     *
     * @return a builder without facts
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the facts by number.
     *
     * @return the table
     */
    public FactTable table() {
        return table;
    }

    /**
     * Returns the measures that have facts.
     *
     * @return their names and numbers
     */
    public Dictionary<MeasureId> measures() {
        return measures;
    }

    /**
     * Returns the persons who have facts.
     *
     * @return their names and numbers
     */
    public Dictionary<PersonId> persons() {
        return persons;
    }

    /**
     * Returns the records that gave facts.
     *
     * @return their names and numbers
     */
    public Dictionary<SourceId> sources() {
        return sources;
    }

    /**
     * Returns the values of a person in a range of dates.
     *
     * @param measure the measure
     * @param person the person
     * @param from the first date
     * @param to the date after the last
     * @return scaled values by date, ascending within a date; none where measure or person are unknown
     */
    public long[] values(MeasureId measure, PersonId person, LocalDate from, LocalDate to) {
        int m = measures.find(measure).orElse(-1);
        int p = persons.find(person).orElse(-1);
        return m < 0 ? new long[0] : table.values(m, p, day(from), day(to));
    }

    /**
     * Aggregates the facts of a person in a range of dates.
     *
     * @param measure the measure
     * @param person the person
     * @param from the first date
     * @param to the date after the last
     * @return the aggregate, empty where there is no fact
     */
    public Aggregate aggregate(MeasureId measure, PersonId person, LocalDate from, LocalDate to) {
        return Aggregate.of(values(measure, person, from, to));
    }

    /**
     * Asks for aggregates by person, or group, and period, all by number.
     *
     * @param bounds the first dates of the periods, ascending, and at the end the date after the last
     * @return a question to refine
     */
    public CubeQuery cube(LocalDate... bounds) {
        int[] days = new int[bounds.length];
        for (int i = 0; i < days.length; i++) {
            days[i] = day(bounds[i]);
        }
        return table.cube(days);
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NamedFacts that
                && measures.equals(that.measures)
                && persons.equals(that.persons)
                && sources.equals(that.sources)
                && table.equals(that.table);
    }

    @Override
    public int hashCode() {
        return 31 * table.hashCode() + persons.hashCode();
    }

    /**
     * Says how large the table is.
     *
     * @return such as {@code 1200 facts of 3 measures, 40 persons}
     */
    @Override
    public String toString() {
        return table.rows() + " facts of " + measures.size() + " measures, " + persons.size() + " persons";
    }

    /** Takes facts in any order. For one thread at a time, and for one table: sealing uses the builder up. */
    public static final class Builder {
        private final FactTable.Builder facts = FactTable.builder(0);
        private final Dictionary.Builder<MeasureId> measures = Dictionary.builder();
        private final Dictionary.Builder<PersonId> persons = Dictionary.builder();
        private final Dictionary.Builder<SourceId> sources = Dictionary.builder();

        private Builder() {}

        /**
         * Adds a fact.
         *
         * @param measure the measure
         * @param person the person
         * @param date the date, 1970-01-01 to 2149-06-06
         * @param scaledValue the value times ten to the power of the measure's decimals
         * @param source the record that it comes from
         * @return this
         * @throws IllegalArgumentException if an argument is out of its range
         */
        @CanIgnoreReturnValue
        public Builder add(MeasureId measure, PersonId person, LocalDate date, long scaledValue, SourceId source) {
            int m = measures.intern(measure);
            facts.reserveMeasures(measures.size());
            facts.add(m, persons.intern(person), day(date), scaledValue, sources.intern(source));
            return this;
        }

        /**
         * Numbers the names, sorts the facts in this thread, and closes the builder.
         *
         * @return the table
         */
        public NamedFacts seal() {
            return seal(null, 1);
        }

        /**
         * Numbers the names, sorts the facts on several threads, and closes the builder.
         *
         * @param executor runs the work beside the calling thread; null for none
         * @param parallelism how many threads work at most, the calling one included
         * @return the table, the same for any number of threads
         */
        public NamedFacts seal(@Nullable Executor executor, int parallelism) {
            Dictionary<MeasureId> measure = measures.build(by(MeasureId::value));
            Dictionary<PersonId> person = persons.build(by(PersonId::value));
            Dictionary<SourceId> source = sources.build(by(SourceId::value));
            facts.renumber(measures.numbersOf(measure), persons.numbersOf(person), sources.numbersOf(source));
            FactTable table = executor == null ? facts.seal() : facts.seal(executor, parallelism);
            return new NamedFacts(table, measure, person, source);
        }

        private static <T> Comparator<T> by(Function<T, String> value) {
            return Comparator.comparing(value);
        }
    }
}
