package io.coaching.json;

import static java.util.Objects.requireNonNull;

import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Outcome;
import io.coaching.base.Rows;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * CSV as RFC 4180 has it, with a header, in both directions; the rows are read one by one and never all held at once.
 *
 * <p>A row that cannot be read becomes a {@link io.coaching.base.Problem} with its line, column, value and reason, and
 * the reading goes on. Every row is accounted for as accepted or refused; blank lines are no rows. Cells may be quoted and
 * then hold delimiters, doubled quotes and line ends; a quote within a cell that does not begin with one stands for
 * itself. A quote that is never closed costs the line that it is on. Where a column that is required is missing or there
 * twice, no row can be read: the problem says which columns there are, and all rows count as refused.
 *
 * <p>Cells are written so that no spreadsheet takes a text for a formula: texts that begin with one of {@code = + - @},
 * also at full width, a tab or a line end get an apostrophe in front. Numbers are left as they are. {@link #verbatim()} turns that off.
 *
 * <p>It is immutable and safe for use by many threads.
 */
public final class Csv {
    private static final Csv STANDARD =
            new Csv("csv", ',', StandardCharsets.UTF_8, ReadLimits.DEFAULT, List.of(), false);
    private static final String FORMULA_BEGINS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final String source;
    private final char delimiter;
    private final Charset charset;
    private final ReadLimits limits;
    private final List<String> required;
    private final boolean verbatim;

    private Csv(
            String source,
            char delimiter,
            Charset charset,
            ReadLimits limits,
            List<String> required,
            boolean verbatim) {
        this.source = requireNonNull(source, "source");
        this.delimiter = delimiter;
        this.charset = charset;
        this.limits = requireNonNull(limits, "limits");
        this.required = List.copyOf(required);
        this.verbatim = verbatim;
    }

    /**
     * Returns the usual format: commas, UTF-8 (a byte order mark is skipped), {@link ReadLimits#DEFAULT}.
     *
     * @return the format
     */
    public static Csv standard() {
        return STANDARD;
    }

    /**
     * Returns this format with a name for its input, which problems mention.
     *
     * @param name the name, as that of a file
     * @return the format
     */
    public Csv named(String name) {
        return new Csv(name, delimiter, charset, limits, required, verbatim);
    }

    /**
     * Returns this format with another delimiter.
     *
     * @param character as {@code ';'} or a tab; not a quote, sign, point, line end, letter or digit
     * @return the format
     */
    public Csv delimitedBy(char character) {
        if (character >= 128
                || Character.isLetterOrDigit(character)
                || (character < ' ' && character != '\t')
                || "\"'.+-".indexOf(character) >= 0) {
            throw new IllegalArgumentException(
                    "delimiter must be an ASCII character, not a quote, sign, point, line end, letter or digit: '"
                            + character + "'");
        }
        return new Csv(source, character, charset, limits, required, verbatim);
    }

    /**
     * Returns this format with another encoding.
     *
     * @param encoding one in which ASCII is ASCII: UTF-8, ISO 8859 or one of the Windows code pages
     * @return the format
     */
    public Csv encodedIn(Charset encoding) {
        String ascii = "\",;\t\r\nA";
        if (!new String(ascii.getBytes(encoding), StandardCharsets.ISO_8859_1).equals(ascii)
                || (encoding.newEncoder().maxBytesPerChar() > 1 && !encoding.equals(StandardCharsets.UTF_8))) {
            throw new IllegalArgumentException("encoding must be UTF-8 or have one byte a character: " + encoding
                    + "\nMaybe save the file as UTF-8.");
        }
        return new Csv(source, delimiter, encoding, limits, required, verbatim);
    }

    /**
     * Returns this format with other limits.
     *
     * @param other how much input is taken
     * @return the format
     */
    public Csv within(ReadLimits other) {
        return new Csv(source, delimiter, charset, other, required, verbatim);
    }

    /**
     * Returns this format with columns that must be there.
     *
     * @param columns their names, in addition to those that are required already
     * @return the format
     */
    public Csv requiring(String... columns) {
        var all = new LinkedHashSet<>(required);
        all.addAll(List.of(columns));
        return new Csv(source, delimiter, charset, limits, List.copyOf(all), verbatim);
    }

    /**
     * Returns this format without the apostrophe in front of what looks like a formula: for programs, not for
     * spreadsheets.
     *
     * @return the format
     */
    public Csv verbatim() {
        return new Csv(source, delimiter, charset, limits, required, true);
    }

    ReadLimits limits() {
        return limits;
    }

    String source() {
        return source;
    }

    char delimiter() {
        return delimiter;
    }

    Charset charset() {
        return charset;
    }

    /**
     * Reads all rows into a list.
     *
     * @param <T> what a row means
     * @param in where from; it is read to the end or to a limit, and left open
     * @param meaning makes something of a row; an {@link IllegalArgumentException}, {@link DateTimeException} or {@link
     *     ArithmeticException} refuses the row
     * @return what the rows mean, and what was wrong with the others
     * @throws UncheckedIOException if the stream cannot be read
     */
    public <T> Outcome<List<T>> read(InputStream in, Function<? super CsvRow, ? extends T> meaning) {
        return read(in, meaning, Collectors.<T>toUnmodifiableList());
    }

    /**
     * Reads all rows into a collector, one after the other.
     *
     * @param <T> what a row means
     * @param <A> what the collector works with
     * @param <R> what it makes
     * @param in where from; it is read to the end or to a limit, and left open
     * @param meaning makes something of a row; an {@link IllegalArgumentException}, {@link DateTimeException} or {@link
     *     ArithmeticException} refuses the row
     * @param collector takes what rows mean
     * @return what the collector made, and what was wrong with the other rows
     * @throws UncheckedIOException if the stream cannot be read
     */
    public <T, A, R> Outcome<R> read(
            InputStream in, Function<? super CsvRow, ? extends T> meaning, Collector<? super T, A, R> collector) {
        A container = collector.supplier().get();
        BiConsumer<A, ? super T> sink = collector.accumulator();
        var account = new Account(source, limits);
        rows(in, account, row -> sink.accept(container, meaning.apply(row)));
        return account.close(collector.finisher().apply(container));
    }

    interface RowSink {
        void accept(CsvRow row);
    }

    void rows(InputStream in, Account account, RowSink sink) {
        rows(new ByteSource(in, limits), account, sink);
    }

    void rows(ByteSource bytes, Account account, RowSink sink) {
        var splitter = new CsvSplitter(bytes, delimiter, limits);
        Map<String, Integer> columns = header(bytes, splitter, account);
        while (splitter.next()) {
            if (account.isFull(splitter.line)) {
                return;
            }
            if (columns == null) {
                account.refuseSilently();
                continue;
            }
            try {
                sink.accept(new CsvRow(columns, cells(bytes, splitter, columns.size()), splitter.line));
                account.accept();
            } catch (CsvRow.Refused e) {
                account.refuse(splitter.line, e.column, e.value, e.why);
            } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
                account.refuse(splitter.line, null, show(bytes, splitter), Account.malformed(said(e)));
            }
        }
        if (bytes.isCut()) {
            account.cut(splitter.line);
        }
    }

    static String said(RuntimeException e) {
        return Refusal.clipped(e.getMessage());
    }

    static String show(ByteSource bytes, CsvSplitter splitter) {
        return Utf8.show(bytes.bytes, splitter.rowFrom, splitter.rowTo).strip();
    }

    /** Decodes the cells of a row, or refuses it. */
    List<String> cells(ByteSource bytes, CsvSplitter splitter, int expected) {
        if (splitter.fault != null) {
            throw new CsvRow.Refused(null, show(bytes, splitter), Account.malformed(splitter.fault));
        }
        if (splitter.cells != expected) {
            throw new CsvRow.Refused(
                    null,
                    show(bytes, splitter),
                    Account.malformed("it has " + splitter.cells + " cells, and the header has " + expected));
        }
        var cells = new ArrayList<String>(splitter.cells);
        for (int i = 0; i < splitter.cells; i++) {
            String cell = Utf8.decode(bytes.bytes, splitter.from[i], splitter.to[i], charset);
            if (cell == null) {
                throw new CsvRow.Refused(null, show(bytes, splitter), Account.malformed("it is not " + charset.name()));
            }
            cells.add(splitter.doubled[i] ? cell.replace("\"\"", "\"") : cell);
        }
        return cells;
    }

    /** Reads the header; null if it cannot be used, which has been noted then. */
    @Nullable
    Map<String, Integer> header(ByteSource bytes, CsvSplitter splitter, Account account) {
        if (!splitter.next()) {
            account.note(1, null, null, Account.malformed("there is no header"));
            return null;
        }
        List<String> names;
        try {
            names = cells(bytes, splitter, splitter.cells);
        } catch (CsvRow.Refused e) {
            account.note(splitter.line, e.column, e.value, e.why);
            return null;
        }
        var columns = new LinkedHashMap<String, Integer>();
        Set<String> repeated = new LinkedHashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).strip();
            if (columns.putIfAbsent(name, i) != null) {
                columns.put(name + "#" + (i + 1), i); // keeps the number of columns right
                repeated.add(name);
            }
        }
        boolean usable = true;
        for (String column : required) {
            if (!columns.containsKey(column)) {
                account.note(
                        splitter.line,
                        column,
                        null,
                        Message.of(MessageCode.COLUMN_MISSING)
                                .with("column", column)
                                .with("known", Refusal.clipped(String.join(", ", columns.keySet()), 200)));
                usable = false;
            } else if (repeated.contains(column)) {
                account.note(
                        splitter.line,
                        column,
                        null,
                        Message.of(MessageCode.COLUMN_REPEATED).with("column", column));
                usable = false;
            }
        }
        return usable ? columns : null;
    }

    /**
     * Writes rows with a header; absent cells are empty.
     *
     * @param rows the rows
     * @param out where to; it is flushed and left open
     * @throws UncheckedIOException if the stream cannot be written
     */
    public void write(Rows rows, OutputStream out) {
        write(rows.columns(), rows.rows(), out);
    }

    /**
     * Writes rows with a header, taken one by one.
     *
     * @param columns the columns, in order
     * @param rows the rows: cells by column; absent ones are empty
     * @param out where to; it is flushed and left open
     * @throws UncheckedIOException if the stream cannot be written
     */
    public void write(List<String> columns, Iterable<? extends Map<String, ?>> rows, OutputStream out) {
        try {
            var writer = new BufferedWriter(new OutputStreamWriter(out, charset));
            line(writer, columns);
            for (Map<String, ?> row : rows) {
                var cells = new ArrayList<@Nullable Object>(columns.size());
                columns.forEach(column -> cells.add(row.get(column)));
                line(writer, cells);
            }
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(Writer writer, List<?> cells) throws IOException {
        boolean first = true;
        for (Object cell : cells) {
            if (!first) {
                writer.write(delimiter);
            }
            first = false;
            if (cell != null) {
                cell(writer, cell, cells.size() == 1);
            } else if (cells.size() == 1) {
                writer.write("\"\""); // a blank line would be no row
            }
        }
        writer.write("\r\n");
    }

    private void cell(Writer writer, Object cell, boolean alone) throws IOException {
        String text = cell instanceof BigDecimal d ? d.toPlainString() : cell.toString();
        boolean number = cell instanceof Number;
        if (!number && !verbatim && !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        if (needsQuotes(text) || (alone && text.isBlank())) {
            writer.write('"');
            writer.write(text.replace("\"", "\"\""));
            writer.write('"');
        } else {
            writer.write(text);
        }
    }

    private boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == delimiter || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return !text.isEmpty()
                && (Character.isWhitespace(text.charAt(0)) || Character.isWhitespace(text.charAt(text.length() - 1)));
    }
}
