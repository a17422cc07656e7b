package io.coaching.json;

import static java.util.Objects.requireNonNull;

import io.coaching.base.Outcome;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plain observations as NDJSON or CSV, in both directions and into columns: the way in for a million of them.
 *
 * <pre>{@code
 * {"person":"ana","measure":"calls","date":"2026-01-05","value":12}
 *
 * person,measure,date,value
 * ana,calls,2026-01-05,12
 * }</pre>
 *
 * <p>{@code source} (the record that the observation belongs to) and {@code currency} may be given beside these. In
 * NDJSON the properties may come in any order and be written in any way that JSON allows; others are refused. In CSV
 * further columns are skipped. A row that cannot be read is a {@link io.coaching.base.Problem} with its line, column,
 * value and reason, and the rest goes on; every row is accepted or refused. Values have at most {@link
 * Observations#MAX_DIGITS} digits.
 *
 * <p>It is immutable and safe for use by many threads.
 */
public final class ObservationFormat {
    /** What a property or column holds. */
    enum Part {
        PERSON(0, "person"),
        MEASURE(1, "measure"),
        DATE(2, "date"),
        VALUE(3, "value"),
        SOURCE(4, "source"),
        CURRENCY(5, "currency");

        final int number;
        final String property;

        Part(int number, String property) {
            this.number = number;
            this.property = property;
        }
    }

    private static final ObservationFormat NDJSON = new ObservationFormat(
            false, Csv.standard().named("observations"), "observations", new EnumMap<>(Part.class));
    private static final ObservationFormat CSV = new ObservationFormat(
            true, Csv.standard().named("observations"), "observations", new EnumMap<>(Part.class));

    private final boolean isCsv;
    private final Csv csv;
    private final String defaultSource;
    private final Map<Part, String> columns;
    private final JsonMapper mapper;

    private ObservationFormat(boolean isCsv, Csv csv, String defaultSource, Map<Part, String> columns) {
        this.isCsv = isCsv;
        this.csv = requireNonNull(csv, "csv");
        this.defaultSource = requireNonNull(defaultSource, "defaultSource");
        this.columns = columns;
        this.mapper =
                csv.limits().equals(ReadLimits.DEFAULT) ? CoachingJson.mapper() : CoachingJson.mapper(csv.limits());
    }

    /**
     * Returns the format with one JSON object a line.
     *
     * @return the format
     */
    public static ObservationFormat ndjson() {
        return NDJSON;
    }

    /**
     * Returns the format with one line of CSV a row, and a header.
     *
     * @return the format
     */
    public static ObservationFormat csv() {
        return CSV;
    }

    /**
     * Returns this format with a name for its input, which problems mention.
     *
     * @param name the name, as that of a file
     * @return the format
     */
    public ObservationFormat named(String name) {
        return new ObservationFormat(isCsv, csv.named(name), defaultSource, columns);
    }

    /**
     * Returns this format with other limits.
     *
     * @param limits how much input is taken
     * @return the format
     */
    public ObservationFormat within(ReadLimits limits) {
        return new ObservationFormat(isCsv, csv.within(limits), defaultSource, columns);
    }

    /**
     * Returns this format with another delimiter, for CSV.
     *
     * @param character as {@code ';'} or a tab
     * @return the format
     */
    public ObservationFormat delimitedBy(char character) {
        return new ObservationFormat(isCsv, csv.delimitedBy(character), defaultSource, columns);
    }

    /**
     * Returns this format with other names of columns, for CSV.
     *
     * @param person the column of the person
     * @param measure the column of the measure
     * @param date the column of the day
     * @param value the column of the value
     * @return the format
     */
    public ObservationFormat columns(String person, String measure, String date, String value) {
        var named = new EnumMap<Part, String>(Part.class);
        named.put(Part.PERSON, person);
        named.put(Part.MEASURE, measure);
        named.put(Part.DATE, date);
        named.put(Part.VALUE, value);
        return new ObservationFormat(isCsv, csv, defaultSource, named);
    }

    /**
     * Returns this format with another source for rows that name none: when it is corrected or erased, they go with it.
     *
     * @param source the identifier of the source
     * @return the format
     */
    public ObservationFormat source(String source) {
        return new ObservationFormat(isCsv, csv, source, columns);
    }

    String column(Part part) {
        return isCsv ? columns.getOrDefault(part, part.property) : part.property;
    }

    Csv csvFormat() {
        return csv;
    }

    JsonMapper mapper() {
        return mapper;
    }

    /**
     * Reads observations into columns.
     *
     * @param in where from; it is read to the end or to a limit, and left open
     * @return the observations in the order of the rows, and what was wrong with the others
     * @throws UncheckedIOException if the stream cannot be read
     */
    public Outcome<Observations> read(InputStream in) {
        return read(new ByteSource(in, csv.limits()));
    }

    Outcome<Observations> read(ByteSource in) {
        var into = new Observations.Columns(defaultSource);
        var account = new Account(csv.source(), csv.limits());
        if (isCsv) {
            new ObservationCsvReader(this, in, into, account).read();
        } else {
            new ObservationJsonReader(this, in, into, account).read();
        }
        return account.close(into.seal());
    }

    /**
     * Writes observations, one a line. The source is left out where it is the one of rows that name none, and the
     * currency where there is none.
     *
     * @param observations the observations
     * @param out where to; it is flushed and left open
     * @throws UncheckedIOException if the stream cannot be written
     */
    public void write(Observations observations, OutputStream out) {
        try {
            if (isCsv) {
                writeCsv(observations, out);
            } else {
                writeNdjson(observations, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeNdjson(Observations from, OutputStream out) throws IOException {
        byte[][] persons = quoted(from.persons());
        byte[][] measures = quoted(from.measures());
        byte[][] sources = quoted(from.sources());
        var to = new BufferedOutputStream(out, 1 << 16);
        byte[] person = ascii("{\"person\":");
        byte[] measure = ascii(",\"measure\":");
        byte[] date = ascii(",\"date\":\"");
        byte[] value = ascii("\",\"value\":");
        byte[] source = ascii(",\"source\":");
        for (int i = 0; i < from.size(); i++) {
            to.write(person);
            to.write(persons[from.person(i)]);
            to.write(measure);
            to.write(measures[from.measure(i)]);
            to.write(date);
            to.write(ascii(from.day(i).toString()));
            to.write(value);
            to.write(ascii(plain(from, i)));
            if (!isDefault(from, i)) {
                to.write(source);
                to.write(sources[from.source(i)]);
            }
            Optional<Currency> currency = from.currency(i);
            if (currency.isPresent()) {
                to.write(ascii(",\"currency\":\"" + currency.get().getCurrencyCode() + '"'));
            }
            to.write('}');
            to.write('\n');
        }
        to.flush();
    }

    private boolean isDefault(Observations from, int row) {
        return from.sources().get(from.source(row)).value().equals(defaultSource);
    }

    private static String plain(Observations from, int row) {
        return from.scale(row) == 0
                ? Long.toString(from.unscaled(row))
                : from.value(row).toPlainString();
    }

    private byte[][] quoted(Iterable<?> ids) {
        var quoted = new java.util.ArrayList<byte[]>();
        for (Object id : ids) {
            quoted.add(mapper.writeValueAsBytes(id));
        }
        return quoted.toArray(byte[][]::new);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void writeCsv(Observations from, OutputStream out) {
        boolean hasSources = false;
        boolean hasCurrencies = false;
        for (int i = 0; i < from.size(); i++) {
            hasSources |= !isDefault(from, i);
            hasCurrencies |= from.currency(i).isPresent();
        }
        var names = new java.util.ArrayList<String>();
        for (Part part : Part.values()) {
            if ((part != Part.SOURCE || hasSources) && (part != Part.CURRENCY || hasCurrencies)) {
                names.add(column(part));
            }
        }
        Iterable<Map<String, Object>> rows = () -> new java.util.Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < from.size();
            }

            @Override
            public Map<String, Object> next() {
                if (!hasNext()) {
                    throw new java.util.NoSuchElementException();
                }
                int i = next++;
                var row = new LinkedHashMap<String, Object>();
                row.put(column(Part.PERSON), from.persons().get(from.person(i)));
                row.put(column(Part.MEASURE), from.measures().get(from.measure(i)));
                row.put(column(Part.DATE), from.day(i));
                row.put(column(Part.VALUE), from.value(i));
                if (!isDefault(from, i)) {
                    row.put(column(Part.SOURCE), from.sources().get(from.source(i)));
                }
                from.currency(i).ifPresent(c -> row.put(column(Part.CURRENCY), c));
                return row;
            }
        };
        csv.write(names, rows, out);
    }

    @Override
    public String toString() {
        return (isCsv ? "CSV" : "NDJSON") + " observations, " + csv.source();
    }
}
