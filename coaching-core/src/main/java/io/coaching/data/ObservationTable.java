package io.coaching.data;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.coaching.base.MeasureId;
import io.coaching.base.PersonId;
import io.coaching.base.SourceId;
import io.coaching.internal.check.Checks;
import io.coaching.kpi.Measure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plain observations in bulk, as columns: some 24 bytes each, where an {@link Observation} takes hundreds. Immutable.
 *
 * <p>Values are whole numbers of {@code 10^-decimals} of their measure; of money, minor units of the currency.
 *
 * <pre>{@code
 * ObservationTable.Builder table = ObservationTable.builder();
 * int calls = table.measure(StandardMeasures.CALLS);
 * int ana = table.person(PersonId.of("ana"));
 * int source = table.source(SourceId.of("dialler-2026-09"));
 * table.add(ana, calls, LocalDate.of(2026, 9, 1).toEpochDay(), 42, source);
 * }</pre>
 */
public final class ObservationTable {
    private final List<PersonId> persons;
    private final List<MeasureId> blocks;
    private final List<SourceId> sources;
    private final int[] person;
    private final int[] block;
    private final int[] source;
    private final int[] day;
    private final long[] value;

    private ObservationTable(
            List<PersonId> persons,
            List<MeasureId> blocks,
            List<SourceId> sources,
            int[] person,
            int[] block,
            int[] source,
            int[] day,
            long[] value) {
        this.persons = List.copyOf(persons);
        this.blocks = List.copyOf(blocks);
        this.sources = List.copyOf(sources);
        this.person = person;
        this.block = block;
        this.source = source;
        this.day = day;
        this.value = value;
    }

    /**
     * Starts a table.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * How many observations there are.
     *
     * @return the number of observations
     */
    public int size() {
        return value.length;
    }

    /** Takes one observation. */
    interface Visitor {
        void accept(MeasureId block, PersonId person, LocalDate day, long value, SourceId source);
    }

    void forEach(Visitor visitor) {
        for (int i = 0; i < value.length; i++) {
            visitor.accept(
                    blocks.get(block[i]),
                    persons.get(person[i]),
                    LocalDate.ofEpochDay(day[i]),
                    value[i],
                    sources.get(source[i]));
        }
    }

    ObservationTable without(Set<SourceId> gone) {
        return filtered(i -> !gone.contains(sources.get(source[i])));
    }

    ObservationTable without(PersonId gone) {
        int number = persons.indexOf(gone);
        if (number < 0) {
            return this;
        }
        ObservationTable rest = filtered(i -> person[i] != number);
        // the name goes too: what is erased is not kept in a list of names
        var builder = new Builder();
        rest.forEach((blockId, who, when, scaled, from) -> builder.add(
                builder.person(who), builder.block(blockId), when.toEpochDay(), scaled, builder.source(from)));
        return builder.build();
    }

    private ObservationTable filtered(java.util.function.IntPredicate kept) {
        int[] rows =
                java.util.stream.IntStream.range(0, value.length).filter(kept).toArray();
        return new ObservationTable(
                persons,
                blocks,
                sources,
                Arrays.stream(rows).map(i -> person[i]).toArray(),
                Arrays.stream(rows).map(i -> block[i]).toArray(),
                Arrays.stream(rows).map(i -> source[i]).toArray(),
                Arrays.stream(rows).map(i -> day[i]).toArray(),
                Arrays.stream(rows).mapToLong(i -> value[i]).toArray());
    }

    @Override
    public String toString() {
        return value.length + " observations of " + persons.size() + " persons";
    }

    /** Builds an {@link ObservationTable}. Not thread-safe. */
    public static final class Builder {
        private final Map<PersonId, Integer> personNumbers = new HashMap<>();
        private final Map<MeasureId, Integer> blockNumbers = new HashMap<>();
        private final Map<SourceId, Integer> sourceNumbers = new HashMap<>();
        private final List<PersonId> persons = new ArrayList<>();
        private final List<MeasureId> blocks = new ArrayList<>();
        private final List<SourceId> sources = new ArrayList<>();
        private int[] person = new int[1024];
        private int[] block = new int[1024];
        private int[] source = new int[1024];
        private int[] day = new int[1024];
        private long[] value = new long[1024];
        private int size;

        private Builder() {}

        /**
         * Returns the number by which a person is added.
         *
         * @param id the person
         * @return the number, the same for the same person
         */
        public int person(PersonId id) {
            return number(id, personNumbers, persons);
        }

        /**
         * Returns the number by which a measure is added.
         *
         * @param measure the measure, not one of money
         * @return the number, the same for the same measure
         */
        public int measure(Measure measure) {
            Checks.that(
                    !Block.isMoney(measure),
                    "measure of money must have a currency: " + measure.id(),
                    "measure(measure, currency) is meant");
            return block(measure.id());
        }

        /**
         * Returns the number by which amounts in a currency are added.
         *
         * @param measure the measure, one of money
         * @param currency the currency
         * @return the number, the same for the same measure and currency
         */
        public int measure(Measure measure, Currency currency) {
            Checks.that(Block.isMoney(measure), "measure must be one of money to have a currency: " + measure.id());
            return block(Block.of(measure, currency).id());
        }

        int block(MeasureId id) {
            return number(id, blockNumbers, blocks);
        }

        /**
         * Returns the number by which a source is named.
         *
         * @param id the record or file that observations come from
         * @return the number, the same for the same source
         */
        public int source(SourceId id) {
            return number(id, sourceNumbers, sources);
        }

        private static <T> int number(T id, Map<T, Integer> numbers, List<T> names) {
            @Nullable Integer known = numbers.get(id);
            if (known != null) {
                return known;
            }
            numbers.put(id, names.size());
            names.add(id);
            return names.size() - 1;
        }

        /**
         * Adds an observation.
         *
         * @param ofPerson the number of the person
         * @param ofMeasure the number of the measure
         * @param epochDay the day, as {@link LocalDate#toEpochDay()} counts it
         * @param scaled the value, in whole numbers of the measure's smallest unit, at most 10^15 in magnitude
         * @param fromSource the number of the source
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder add(int ofPerson, int ofMeasure, long epochDay, long scaled, int fromSource) {
            Checks.inRange(ofPerson, 0, persons.size() - 1, "person");
            Checks.inRange(ofMeasure, 0, blocks.size() - 1, "measure");
            Checks.inRange(fromSource, 0, sources.size() - 1, "source");
            if (scaled > Aggregate.MAX_VALUE || scaled < -Aggregate.MAX_VALUE) {
                throw new IllegalArgumentException("value must be in -10^15..10^15: " + scaled);
            }
            if (epochDay != (int) epochDay) {
                throw new IllegalArgumentException("epochDay must be a day of a calendar: " + epochDay);
            }
            if (size == value.length) {
                int larger = size + (size >> 1);
                person = Arrays.copyOf(person, larger);
                block = Arrays.copyOf(block, larger);
                source = Arrays.copyOf(source, larger);
                day = Arrays.copyOf(day, larger);
                value = Arrays.copyOf(value, larger);
            }
            person[size] = ofPerson;
            block[size] = ofMeasure;
            source[size] = fromSource;
            day[size] = (int) epochDay;
            value[size] = scaled;
            size++;
            return this;
        }

        /**
         * How many observations were added.
         *
         * @return the number of observations
         */
        public int size() {
            return size;
        }

        /**
         * Builds the table.
         *
         * @return the table
         */
        public ObservationTable build() {
            return new ObservationTable(
                    persons,
                    blocks,
                    sources,
                    Arrays.copyOf(person, size),
                    Arrays.copyOf(block, size),
                    Arrays.copyOf(source, size),
                    Arrays.copyOf(day, size),
                    Arrays.copyOf(value, size));
        }
    }
}
