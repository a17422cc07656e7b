package io.coaching.json;

import static java.util.Objects.requireNonNull;

import io.coaching.base.Message;
import io.coaching.base.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * One JSON value a line, in both directions; the lines are read one by one and never all held at once.
 *
 * <p>A line that cannot be read becomes a {@link io.coaching.base.Problem} with its line, property, value and reason,
 * and the reading goes on with the next line: a line feed always ends a row, for JSON has none within a text. Blank
 * lines are no rows. Lines end with a line feed, or a carriage return and a line feed. The encoding is UTF-8, a byte
 * order mark is skipped, and a line that is not UTF-8 is refused.
 *
 * <pre>{@code
 * Outcome<List<Kpi>> kpis = Ndjson.of(Kpi.class).named("kpis.ndjson").read(in);
 * }</pre>
 *
 * <p>It is immutable and safe for use by many threads.
 *
 * @param <T> the type of the values
 */
public final class Ndjson<T> {
    private final Class<T> type;
    private final String source;
    private final ReadLimits limits;
    private final JsonMapper mapper;

    private Ndjson(Class<T> type, String source, ReadLimits limits, JsonMapper mapper) {
        this.type = requireNonNull(type, "type");
        this.source = requireNonNull(source, "source");
        this.limits = requireNonNull(limits, "limits");
        this.mapper = mapper;
    }

    /**
     * Returns the format for values of a type, with {@link ReadLimits#DEFAULT}.
     *
     * @param <T> the type of the values
     * @param type the type of the values
     * @return the format
     */
    public static <T> Ndjson<T> of(Class<T> type) {
        return new Ndjson<>(type, "ndjson", ReadLimits.DEFAULT, CoachingJson.mapper());
    }

    /**
     * Returns this format with a name for its input, which problems mention.
     *
     * @param name the name, as that of a file
     * @return the format
     */
    public Ndjson<T> named(String name) {
        return new Ndjson<>(type, name, limits, mapper);
    }

    /**
     * Returns this format with other limits.
     *
     * @param other how much input is taken
     * @return the format
     */
    public Ndjson<T> within(ReadLimits other) {
        return new Ndjson<>(type, source, other, CoachingJson.mapper(other));
    }

    /**
     * Reads all values into a list.
     *
     * @param in where from; it is read to the end or to a limit, and left open
     * @return the values, and what was wrong with the others
     * @throws UncheckedIOException if the stream cannot be read
     */
    public Outcome<List<T>> read(InputStream in) {
        return read(in, Collectors.toUnmodifiableList());
    }

    /**
     * Reads all values into a collector, one after the other. A value that the collector rejects with an {@link
     * IllegalArgumentException}, {@link DateTimeException} or {@link ArithmeticException} is refused like one that cannot
     * be read.
     *
     * @param <A> what the collector works with
     * @param <R> what it makes
     * @param in where from; it is read to the end or to a limit, and left open
     * @param collector takes the values
     * @return what the collector made, and what was wrong with the other lines
     * @throws UncheckedIOException if the stream cannot be read
     */
    public <A, R> Outcome<R> read(InputStream in, Collector<? super T, A, R> collector) {
        return read(new ByteSource(in, limits), collector);
    }

    <A, R> Outcome<R> read(ByteSource in, Collector<? super T, A, R> collector) {
        A container = collector.supplier().get();
        BiConsumer<A, ? super T> sink = collector.accumulator();
        ObjectReader reader = mapper.readerFor(type);
        var account = new Account(source, limits);
        lines(in, limits, account, (bytes, from, to, line) -> {
            if (!Utf8.isAscii(bytes, from, to) && Utf8.decode(bytes, from, to, StandardCharsets.UTF_8) == null) {
                account.refuse(line, null, Utf8.show(bytes, from, to), Account.malformed("it is not UTF-8"));
                return;
            }
            T value;
            try {
                value = reader.readValue(bytes, from, to - from);
            } catch (JacksonException e) {
                refuse(e, bytes, from, to, line, mapper, account);
                return;
            } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) { // beyond all bounds
                account.refuse(line, null, Utf8.show(bytes, from, to), Account.malformed(Csv.said(e)));
                return;
            }
            if (value == null) {
                account.refuse(line, null, "null", Account.malformed("it is null"));
                return;
            }
            try {
                sink.accept(container, value);
            } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
                account.refuse(line, null, Utf8.show(bytes, from, to), Account.rejected("value", e.getMessage()));
                return;
            }
            account.accept();
        });
        return account.close(collector.finisher().apply(container));
    }

    /**
     * Writes values, one a line.
     *
     * @param values the values, taken one by one
     * @param out where to; it is flushed and left open
     * @throws UncheckedIOException if the stream cannot be written
     */
    public void write(Iterable<? extends T> values, OutputStream out) {
        ObjectWriter writer = mapper.writerFor(type);
        try {
            for (T value : values) {
                out.write(writer.writeValueAsBytes(value));
                out.write('\n');
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes one line. */
    interface LineSink {
        void accept(byte[] bytes, int from, int to, long line);
    }

    /** Splits a stream into lines; those that are too long are refused, and blank ones are left out. */
    static void lines(ByteSource source, ReadLimits limits, Account account, LineSink sink) {
        long line = 0;
        while (true) {
            int lf = source.lineFeed(source.at);
            boolean more = true;
            while (more && lf == source.end) {
                more = source.fill();
                lf = source.lineFeed(source.at); // the line may have moved, also where there was no more
            }
            if (lf == source.end && source.exhausted && (source.isCut() || source.at == source.end)) {
                if (source.isCut()) {
                    account.cut(line + 1);
                }
                return;
            }
            line++;
            int from = source.at;
            int to = lf > from && source.bytes[lf - 1] == '\r' ? lf - 1 : lf;
            if (isBlank(source.bytes, from, to)) {
                source.at = lf;
                if (lf == source.end && !source.exhausted) {
                    source.skipLine(); // a blank line longer than the window
                } else {
                    source.at = Math.min(lf + 1, source.end);
                }
                continue;
            }
            if (account.isFull(line)) {
                return;
            }
            if (to - from > limits.rowLength()) {
                account.refuse(
                        line,
                        null,
                        Utf8.show(source.bytes, from, to),
                        Account.malformed("it is longer than " + limits.rowLength() + " bytes"));
                source.skipLine();
            } else {
                sink.accept(source.bytes, from, to, line);
                source.at = Math.min(lf + 1, source.end);
            }
        }
    }

    private static boolean isBlank(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    /** Says which property of a line is to blame, and what stands there. */
    private static void refuse(
            JacksonException e, byte[] bytes, int from, int to, long line, JsonMapper mapper, Account account) {
        var column = new StringBuilder();
        JsonNode node = tree(mapper, bytes, from, to);
        boolean parsed = node != null;
        for (JacksonException.Reference step : e.getPath()) {
            String name = step.getPropertyName();
            if (name != null) {
                column.append(column.isEmpty() ? "" : ".").append(name);
                node = node == null ? null : node.get(name);
            } else {
                column.append('[').append(step.getIndex()).append(']');
                node = node == null ? null : node.get(step.getIndex());
            }
        }
        String property = column.isEmpty() ? null : column.toString();
        String detail = Refusal.said(e);
        String value = node == null || !parsed
                ? Utf8.show(bytes, from, to)
                : node.isString() ? node.stringValue() : node.toString();
        Message why = parsed && property != null ? Account.rejected(property, detail) : Account.malformed(detail);
        account.refuse(line, property, value, why);
    }

    private static @Nullable JsonNode tree(JsonMapper mapper, byte[] bytes, int from, int to) {
        try {
            return mapper.readTree(bytes, from, to - from);
        } catch (JacksonException | IllegalArgumentException | ArithmeticException e) {
            return null;
        }
    }
}
