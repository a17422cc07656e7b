package io.coaching.json;

import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Outcome;
import io.coaching.base.Place;
import io.coaching.base.Problem;
import io.coaching.base.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts the rows of an input, and keeps what was wrong with some of them. */
final class Account {
    private final String source;
    private final ReadLimits limits;
    private final List<Problem> problems = new ArrayList<>();
    private long accepted;
    private long refused;

    Account(String source, ReadLimits limits) {
        this.source = source;
        this.limits = limits;
    }

    void accept() {
        accepted++;
    }

    void accept(long rows) {
        accepted += rows;
    }

    /** Counts a row as refused for a problem. */
    void refuse(long line, @Nullable String column, @Nullable String value, Message why) {
        refused++;
        note(line, column, value, why);
    }

    /** Notes a problem that knows its place. */
    void note(Problem problem) {
        if (problems.size() < limits.problems()) {
            problems.add(problem);
        }
    }

    /** Counts a row as refused for a problem that has been noted already. */
    void refuseSilently() {
        refused++;
    }

    /** Notes a problem that is not one of a row. */
    void note(long line, @Nullable String column, @Nullable String value, Message why) {
        note(Severity.ERROR, line, column, value, why);
    }

    /** Notes what is worth knowing of rows that were taken. */
    void warn(long line, @Nullable String column, @Nullable String value, Message what) {
        note(Severity.WARNING, line, column, value, what);
    }

    private void note(Severity severity, long line, @Nullable String column, @Nullable String value, Message what) {
        if (problems.size() < limits.problems()) {
            Place.Builder place = Place.builder().source(source);
            if (line > 0) {
                place.line(line);
            }
            if (column != null) {
                place.column(Refusal.clipped(column, 80));
            }
            if (value != null) {
                place.value(value);
            }
            problems.add(new Problem(severity, what, place.build()));
        }
    }

    /** Whether there are as many rows as there may be; if so, that is noted. */
    boolean isFull(long line) {
        if (accepted + refused < limits.rows()) {
            return false;
        }
        stopped(line, limits.rows(), "rows");
        return true;
    }

    void stopped(long line, long limit, String of) {
        note(
                line,
                null,
                null,
                Message.of(MessageCode.LIMIT_REACHED).with("limit", limit).with("of", of));
    }

    /** Notes that the input is longer than it may be. */
    void cut(long line) {
        stopped(line, limits.documentLength(), "bytes");
    }

    <R> Outcome<R> close(R value) {
        return new Outcome<>(value, accepted, refused, problems);
    }

    /** Adds up the accounts of several inputs. */
    static <R> Outcome<R> joined(R value, Outcome<?>... parts) {
        long accepted = 0;
        long refused = 0;
        var problems = new ArrayList<Problem>();
        for (Outcome<?> part : parts) {
            accepted += part.accepted();
            refused += part.refused();
            problems.addAll(part.problems());
        }
        return new Outcome<>(value, accepted, refused, problems);
    }

    static Message malformed(String detail) {
        return Message.of(MessageCode.ROW_MALFORMED).with("detail", Refusal.clipped(detail, 200));
    }

    static Message missing(String column) {
        return Message.of(MessageCode.VALUE_MISSING).with("column", Refusal.clipped(column, 80));
    }

    static Message notReadable(String column, String expected, String value) {
        return Message.of(MessageCode.VALUE_NOT_READABLE)
                .with("column", Refusal.clipped(column, 80))
                .with("expected", expected)
                .with("value", Refusal.clipped(value, 80));
    }

    static Message rejected(String column, @Nullable String detail) {
        return Message.of(MessageCode.VALUE_REJECTED)
                .with("column", Refusal.clipped(column, 80))
                .with("detail", Refusal.clipped(detail, 200));
    }
}
