package io.coaching.json;

import io.coaching.base.MeasureId;
import io.coaching.base.Outcome;
import io.coaching.base.PersonId;
import io.coaching.base.SourceId;
import io.coaching.data.ObservationTable;
import io.coaching.kpi.KpiCatalogue;
import io.coaching.kpi.Measure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Plain observations in columns: person, measure, day, value, source and perhaps a currency; no object a row.
 *
 * <p>Persons, measures and sources are numbered in the order in which they first appear. A value is exact: {@link
 * #unscaled} times ten to the power of minus {@link #scale}. It is immutable and may be shared among threads.
 */
public final class Observations {
    /** How many digits a value may have. */
    public static final int MAX_DIGITS = 18;

    private static final Observations NONE = new Columns("observations").seal();

    private final int size;
    private final int[] person;
    private final int[] measure;
    private final int[] day;
    private final long[] unscaled;
    private final byte[] scale;
    private final int[] source;
    private final int[] currency;
    private final List<PersonId> persons;
    private final List<MeasureId> measures;
    private final List<SourceId> sources;
    private final List<Currency> currencies;

    private Observations(Columns columns) {
        size = columns.size;
        int[] personTo = columns.renumbering(columns.person, columns.persons);
        int[] measureTo = columns.renumbering(columns.measure, columns.measures);
        person = columns.numbers(columns.person, personTo);
        measure = columns.numbers(columns.measure, measureTo);
        day = Arrays.copyOf(columns.day, size);
        unscaled = Arrays.copyOf(columns.unscaled, size);
        scale = Arrays.copyOf(columns.scale, size);
        source = columns.source.length == 0 ? columns.source : Arrays.copyOf(columns.source, size);
        currency = columns.currency.length == 0 ? columns.currency : Arrays.copyOf(columns.currency, size);
        persons = kept(columns.persons.ids(), personTo);
        measures = kept(columns.measures.ids(), measureTo);
        sources = columns.sources.ids();
        currencies = columns.currencies.ids();
    }

    private static <T> List<T> kept(List<T> ids, int[] to) {
        return IntStream.range(0, ids.size())
                .filter(i -> to[i] >= 0)
                .mapToObj(ids::get)
                .toList();
    }

    /**
     * Returns no observations.
     *
     * @return the empty columns
     */
    public static Observations none() {
        return NONE;
    }

    /**
     * The number of observations.
     *
     * @return the number of rows
     */
    public int size() {
        return size;
    }

    /**
     * The persons, by number.
     *
     * @return those who occur, in the order in which they first do
     */
    public List<PersonId> persons() {
        return persons;
    }

    /**
     * The measures, by number.
     *
     * @return those that occur, in the order in which they first do
     */
    public List<MeasureId> measures() {
        return measures;
    }

    /**
     * The sources, by number.
     *
     * @return those that occur; the first one is that of rows that name none
     */
    public List<SourceId> sources() {
        return sources;
    }

    /**
     * Of whom a row is.
     *
     * @param row the row, from 0
     * @return the number of the person in {@link #persons()}
     */
    public int person(int row) {
        return person[Objects.checkIndex(row, size)];
    }

    /**
     * Of what a row is.
     *
     * @param row the row, from 0
     * @return the number of the measure in {@link #measures()}
     */
    public int measure(int row) {
        return measure[Objects.checkIndex(row, size)];
    }

    /**
     * When it was observed, as a number.
     *
     * @param row the row, from 0
     * @return days since 1970-01-01
     */
    public int epochDay(int row) {
        return day[Objects.checkIndex(row, size)];
    }

    /**
     * When it was observed.
     *
     * @param row the row, from 0
     * @return the day
     */
    public LocalDate day(int row) {
        return LocalDate.ofEpochDay(epochDay(row));
    }

    /**
     * The digits of the value.
     *
     * @param row the row, from 0
     * @return 1250 for 12.50
     */
    public long unscaled(int row) {
        return unscaled[Objects.checkIndex(row, size)];
    }

    /**
     * The decimals of the value.
     *
     * @param row the row, from 0
     * @return 2 for 12.50, at most {@link #MAX_DIGITS}
     */
    public int scale(int row) {
        return scale[Objects.checkIndex(row, size)];
    }

    /**
     * The value.
     *
     * @param row the row, from 0
     * @return the value, with its decimals as given
     */
    public BigDecimal value(int row) {
        return BigDecimal.valueOf(unscaled(row), scale(row));
    }

    /**
     * The record that it comes from.
     *
     * @param row the row, from 0
     * @return the number of the source in {@link #sources()}
     */
    public int source(int row) {
        Objects.checkIndex(row, size);
        return source.length == 0 ? 0 : source[row];
    }

    /**
     * The currency of an amount.
     *
     * @param row the row, from 0
     * @return the currency, where one was given
     */
    public Optional<Currency> currency(int row) {
        Objects.checkIndex(row, size);
        return currency.length == 0 || currency[row] < 0
                ? Optional.empty()
                : Optional.of(currencies.get(currency[row]));
    }

    /**
     * Returns the observations as whole numbers in the units of their measures, for {@code CoachingData}.
     *
     * @param catalogue says the decimals of each measure, and which are amounts of money
     * @return the table; refused are rows of a measure that the catalogue does not have, with more decimals than the
     *     measure has, of money without a currency or of something else with one: the line is that of the observation,
     *     counted from 1
     */
    public Outcome<ObservationTable> toTable(KpiCatalogue catalogue) {
        var table = ObservationTable.builder();
        var account = new Account("observations", ReadLimits.DEFAULT);
        int[] toPerson = persons.stream().mapToInt(table::person).toArray();
        int[] toSource = sources.stream().mapToInt(table::source).toArray();
        List<Optional<Measure>> known = measures.stream()
                .map(id -> catalogue.hasMeasure(id) ? Optional.of(catalogue.measure(id)) : Optional.<Measure>empty())
                .toList();
        int[] decimals =
                known.stream().mapToInt(m -> m.map(Measure::decimals).orElse(0)).toArray();
        var blocks = new HashMap<List<Object>, Integer>();
        for (int i = 0; i < size; i++) {
            Measure of = known.get(measure[i]).orElse(null);
            if (of == null) {
                refuse(account, i, "measure", measures.get(measure[i]).value(), "the catalogue has no such measure");
                continue;
            }
            int row = i;
            try {
                int to = currency(i).map(Currency::getDefaultFractionDigits).orElse(decimals[measure[i]]);
                int block = blocks.computeIfAbsent(
                        List.of(of.id(), currency(i)),
                        k -> currency(row).map(c -> table.measure(of, c)).orElseGet(() -> table.measure(of)));
                table.add(toPerson[person[i]], block, day[i], scaled(i, to), toSource[source(i)]);
                account.accept();
            } catch (IllegalArgumentException | ArithmeticException e) {
                refuse(account, i, "value", value(i).toPlainString(), Csv.said(e));
            }
        }
        return account.close(table.build());
    }

    private static void refuse(Account account, int row, String column, String value, String detail) {
        account.refuse(row + 1L, column, value, Account.rejected(column, detail));
    }

    private long scaled(int row, int decimals) {
        int more = decimals - scale[row];
        if (more == 0 || unscaled[row] == 0) {
            return unscaled[row];
        }
        try {
            return value(row).setScale(decimals).unscaledValue().longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("it must have at most " + decimals + " decimals and 18 digits", e);
        }
    }

    /**
     * Equal rows in the same order, whatever the numbers.
     *
     * @param other anything
     * @return true if the same was observed
     */
    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Observations o) || o.size != size) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (day[i] != o.day[i]
                    || unscaled[i] != o.unscaled[i]
                    || scale[i] != o.scale[i]
                    || !persons.get(person[i]).equals(o.persons.get(o.person[i]))
                    || !measures.get(measure[i]).equals(o.measures.get(o.measure[i]))
                    || !sources.get(source(i)).equals(o.sources.get(o.source(i)))
                    || !currency(i).equals(o.currency(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return 31 * size + Arrays.hashCode(unscaled);
    }

    @Override
    public String toString() {
        return size + " observations of " + persons.size() + " persons and " + measures.size() + " measures";
    }

    /** Columns that grow. Those of sources and currencies come into being with the first row that has one. */
    static final class Columns {
        private static final int[] NOT_THERE = {};

        final Interned<PersonId> persons = new Interned<>(PersonId::of);
        final Interned<MeasureId> measures = new Interned<>(MeasureId::of);
        final Interned<SourceId> sources = new Interned<>(SourceId::of);
        final Interned<Currency> currencies = new Interned<>(text -> Currency.getInstance(text.strip()));
        private int size;
        private int[] person = new int[1024];
        private int[] measure = new int[1024];
        private int[] day = new int[1024];
        private long[] unscaled = new long[1024];
        private byte[] scale = new byte[1024];
        private int[] source = NOT_THERE;
        private int[] currency = NOT_THERE;

        Columns(String defaultSource) {
            int unused = sources.number(defaultSource);
        }

        /** Adds a row; a source of 0 is the default one, a currency of -1 none. */
        void add(int p, int m, int d, long v, int s, int from, int in) {
            if (size == person.length) {
                grow();
            }
            int row = size++;
            person[row] = p;
            measure[row] = m;
            day[row] = d;
            unscaled[row] = v;
            scale[row] = (byte) s;
            if (from != 0 || source.length > 0) {
                if (source.length == 0) {
                    source = new int[person.length];
                }
                source[row] = from;
            }
            if (in >= 0 || currency.length > 0) {
                if (currency.length == 0) {
                    currency = new int[person.length];
                    Arrays.fill(currency, -1);
                }
                currency[row] = in;
            }
        }

        /** Leaves out identifiers of which only rows that were refused had any: -1 for them. */
        int[] renumbering(int[] column, Interned<?> ids) {
            var to = new int[ids.size()];
            Arrays.fill(to, -1);
            for (int i = 0; i < size; i++) {
                to[column[i]] = 0;
            }
            int next = 0;
            for (int i = 0; i < to.length; i++) {
                if (to[i] == 0) {
                    to[i] = next++;
                }
            }
            return to;
        }

        int[] numbers(int[] column, int[] to) {
            int[] numbers = Arrays.copyOf(column, size);
            if (to.length > 0 && Arrays.stream(to).anyMatch(n -> n < 0)) {
                for (int i = 0; i < size; i++) {
                    numbers[i] = to[numbers[i]];
                }
            }
            return numbers;
        }

        private void grow() {
            if (size > (1 << 30)) {
                throw new IllegalArgumentException("there must be at most 2^30 observations at a time");
            }
            int more = 2 * size;
            person = Arrays.copyOf(person, more);
            measure = Arrays.copyOf(measure, more);
            day = Arrays.copyOf(day, more);
            unscaled = Arrays.copyOf(unscaled, more);
            scale = Arrays.copyOf(scale, more);
            source = source.length == 0 ? source : Arrays.copyOf(source, more);
            currency = currency.length == 0 ? currency : Arrays.copyOf(currency, more);
        }

        Observations seal() {
            return new Observations(this);
        }
    }
}
