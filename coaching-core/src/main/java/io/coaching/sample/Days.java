package io.coaching.sample;

import io.coaching.time.BusinessCalendar;
import io.coaching.time.Cadence;
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
    private final BusinessCalendar calendar;
    private final Seasons seasons;

    Days(Span span, BusinessCalendar calendar, Seasons seasons) {
        this.calendar = calendar;
        this.seasons = seasons;
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

    /** How busy the time of the year is: 1 on average. */
    double season(int day) {
        return seasons.factor(date(day));
    }

    /** The share of wins that are drawn to the end of a quarter. */
    double hockeyStick() {
        return seasons.hockeyStick().fraction();
    }

    /** The last working day of the quarter whose end is nearest. */
    int quarterEndNear(int day) {
        Span quarter = calendar.periodOf(Cadence.QUARTERLY, date(day)).span();
        int last = of(quarter.lastDay());
        int before = of(quarter.start()) - 1;
        return workingUntil(last - day <= day - before ? last : before);
    }

    /** The last working day on or before a day; the day itself where none is known. */
    int workingUntil(int day) {
        int at = day < 0 ? -1 : working.previousSetBit(day);
        return at < 0 ? day : at;
    }

    /** The working day that is {@code n} before a day. */
    int workingBefore(int day, int n) {
        int at = day;
        for (int i = 0; i < n; i++) {
            at = workingUntil(at - 1);
        }
        return at;
    }
}
