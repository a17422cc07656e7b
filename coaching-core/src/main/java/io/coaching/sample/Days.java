package io.coaching.sample;

import io.coaching.time.BusinessCalendar;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.util.BitSet;

/**
 * The days of a sample company, counted from 0: a run-up, in which the deals start that are open at the beginning, the
 * span itself, and some days to come.
 */
final class Days {
    static final int RUN_UP = 112;
    private static final int AHEAD = 60;

    private final LocalDate origin;
    private final int length;
    private final BitSet working = new BitSet();
    private final int end;

    Days(Span span, BusinessCalendar calendar) {
        origin = span.start().minusDays(RUN_UP);
        end = RUN_UP + span.days();
        length = end + AHEAD;
        for (int day = 0; day < length; day++) {
            working.set(day, calendar.isWorkingDay(date(day)));
        }
    }

    /** The first day of the span. */
    int begin() {
        return RUN_UP;
    }

    /** The first day after the span. */
    int end() {
        return end;
    }

    int length() {
        return length;
    }

    LocalDate date(int day) {
        return origin.plusDays(day);
    }

    int of(LocalDate date) {
        return (int) (date.toEpochDay() - origin.toEpochDay());
    }

    boolean isWorking(int day) {
        return working.get(day);
    }

    /** The first working day on or after a day; the day itself where none is known any more. */
    int workingFrom(int day) {
        int next = day < 0 ? -1 : working.nextSetBit(day);
        return next < 0 ? day : next;
    }

    /** The working day that is {@code n} after a day. */
    int workingAfter(int day, int n) {
        int at = day;
        for (int i = 0; i < n; i++) {
            at = workingFrom(at + 1);
        }
        return at;
    }
}
