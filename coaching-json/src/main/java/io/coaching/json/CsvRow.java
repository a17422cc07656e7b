package io.coaching.json;

import io.coaching.base.Message;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A row of a CSV file: its cells by the name of their column, blank ones taken as absent.
 *
 * <p>Its methods refuse the row where a cell is missing or not as it should be: what refuses it becomes a {@link
 * io.coaching.base.Problem} with the line, the column, the value and the reason, and the reading goes on with the next
 * row.
 */
public final class CsvRow {
    private final Map<String, Integer> columns;
    private final List<String> cells;
    private final long line;

    CsvRow(Map<String, Integer> columns, List<String> cells, long line) {
        this.columns = columns;
        this.cells = cells;
        this.line = line;
    }

    /** Ends the reading of a row. It is thrown within this package only, and needs no stack. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final transient @Nullable String column;
        final transient @Nullable String value;
        final transient Message why;

        Refused(@Nullable String column, @Nullable String value, Message why) {
            super(why.toString(), null, false, false);
            this.column = column;
            this.value = value;
            this.why = why;
        }
    }

    /**
     * The line that the row begins on.
     *
     * @return the line, counted from 1
     */
    public long line() {
        return line;
    }

    /**
     * Whether the file has a column.
     *
     * @param column the name of the column
     * @return true if it has, whatever is in it
     */
    public boolean has(String column) {
        return columns.containsKey(column);
    }

    /**
     * Returns a cell that may be absent.
     *
     * @param column the name of the column
     * @return the cell without space around it; empty where it is blank, or the file has no such column
     */
    public Optional<String> find(String column) {
        Integer at = columns.get(column);
        if (at == null) {
            return Optional.empty();
        }
        String cell = cells.get(at).strip();
        return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
    }

    /**
     * Returns a cell that must be there.
     *
     * @param column the name of the column
     * @return the cell without space around it
     */
    public String text(String column) {
        return find(column).orElseThrow(() -> new Refused(column, "", Account.missing(column)));
    }

    /**
     * Returns what a cell means, which may be absent.
     *
     * @param <T> what it means
     * @param column the name of the column
     * @param expected what it should be, in words, as {@code "a whole number"}
     * @param parser makes it of the text; what it throws refuses the row
     * @return the meaning; empty where the cell is blank
     */
    public <T> Optional<T> find(String column, String expected, Function<? super String, ? extends T> parser) {
        return find(column).map(text -> {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
                throw new Refused(column, text, Account.notReadable(column, expected, text));
            }
        });
    }

    /**
     * Returns what a cell means that must be there.
     *
     * @param <T> what it means
     * @param column the name of the column
     * @param expected what it should be, in words
     * @param parser makes it of the text; what it throws refuses the row
     * @return the meaning
     */
    public <T> T parse(String column, String expected, Function<? super String, ? extends T> parser) {
        String required = text(column);
        return this.<T>find(column, expected, parser)
                .orElseThrow(() -> new Refused(column, required, Account.missing(column)));
    }

    /**
     * Returns a day, written as {@code 2026-01-05}, which may be absent.
     *
     * @param column the name of the column
     * @return the day; empty where the cell is blank
     */
    public Optional<LocalDate> date(String column) {
        return find(column, "a day such as 2026-01-05", LocalDate::parse);
    }

    /**
     * Returns what refuses the row when it is thrown.
     *
     * @param column the column that is to blame
     * @param detail what is wrong with it
     * @return what to throw: {@code throw row.refused("stage", "it is not one of ours")}
     */
    public RuntimeException refused(String column, String detail) {
        return new Refused(column, find(column).orElse(""), Account.rejected(column, detail));
    }

    @Override
    public String toString() {
        return "line " + line + ", " + cells.size() + " cells";
    }
}
