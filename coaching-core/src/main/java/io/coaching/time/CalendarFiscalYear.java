package io.coaching.time;

import io.coaching.internal.check.Checks;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;

/**
 * Fiscal years of twelve calendar months, from any day of the year.
 *
 * <p>With a start on the first of a month the periods are calendar months; with 6 April (the tax year of the United
 * Kingdom) each runs from a 6th to a 5th. Immutable.
 *
 * @param start the day a year begins on; the day of the month at most 28, so that every month has it
 * @param named after which calendar year a year is called; without effect for years from 1 January
 */
public record CalendarFiscalYear(MonthDay start, FiscalYearName named) implements FiscalYear {
    static final CalendarFiscalYear CALENDAR =
            new CalendarFiscalYear(MonthDay.of(Month.JANUARY, 1), FiscalYearName.BY_START);

    /**
     * Checks the day, and settles the name where there is only one.
     *
     * @param start the day a year begins on
     * @param named after which calendar year a year is called
     */
    public CalendarFiscalYear {
        Checks.inRange(start.getDayOfMonth(), 1, 28, "day of month of start");
        if (start.getMonth() == Month.JANUARY && start.getDayOfMonth() == 1) {
            named = FiscalYearName.BY_START;
        }
    }

    /**
     * Whether these are plain calendar years.
     *
     * @return true if a year begins on 1 January
     */
    public boolean isCalendarYear() {
        return equals(CALENDAR);
    }

    /**
     * Whether its periods are calendar months.
     *
     * @return true if a year begins on the first of some month
     */
    public boolean hasCalendarMonths() {
        return start.getDayOfMonth() == 1;
    }

    @Override
    public Span periods(int year, int first, int last) {
        Checks.inRange(year, 1, 9999, "year");
        Checks.inRange(first, 1, PERIODS, "first");
        Checks.inRange(last, first, PERIODS, "last");
        LocalDate begin = start.atYear(isNamedByEnd() ? year - 1 : year);
        return new Span(begin.plusMonths(first - 1L), begin.plusMonths(last));
    }

    @Override
    public int yearOf(LocalDate day) {
        int begun = day.isBefore(start.atYear(day.getYear())) ? day.getYear() - 1 : day.getYear();
        return isNamedByEnd() ? begun + 1 : begun;
    }

    @Override
    public int periodOf(LocalDate day) {
        LocalDate begin = start.atYear(day.getYear());
        long months = ChronoUnit.MONTHS.between(
                begin.withDayOfMonth(1),
                day.minusDays(start.getDayOfMonth() - 1L).withDayOfMonth(1));
        return Math.floorMod(months, PERIODS) + 1;
    }

    private boolean isNamedByEnd() {
        return named == FiscalYearName.BY_END;
    }
}
