package io.coaching.time;

import io.coaching.internal.check.Checks;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;

/**
 * The rule that says when fiscal years, quarters and periods begin.
 *
 * <p>Either years of calendar months that begin on some day ({@link CalendarFiscalYear}), or years of 52 or 53 whole
 * weeks ({@link WeekBasedFiscalYear}). In both, a year is four quarters of three periods, and quarters and periods tile
 * it exactly. Immutable.
 */
public sealed interface FiscalYear permits CalendarFiscalYear, WeekBasedFiscalYear {
    /** The periods of a year. */
    int PERIODS = 12;

    /** The quarters of a year. */
    int QUARTERS = 4;

    /**
     * The calendar year.
     *
     * @return years from 1 January
     */
    static FiscalYear calendar() {
        return CalendarFiscalYear.CALENDAR;
    }

    /**
     * Years of calendar months that begin in another month than January, named by the year they end in.
     *
     * @param month the first month
     * @return years from the first of that month
     */
    static FiscalYear startingIn(Month month) {
        return new CalendarFiscalYear(MonthDay.of(month, 1), FiscalYearName.BY_END);
    }

    /**
     * The 4-5-4 retail calendar of the United States (National Retail Federation): ends on the Saturday nearest to 31
     * January, is named by the year it begins in, and adds the 53rd week to the last period.
     *
     * <p>Its year 2017 has 53 weeks: 2017-01-29 to 2018-02-03.
     *
     * @return the retail calendar
     */
    static FiscalYear retail() {
        return WeekBasedFiscalYear.builder()
                .pattern(WeekPattern.WEEKS_4_5_4)
                .endMonth(Month.JANUARY)
                .endDay(DayOfWeek.SATURDAY)
                .endRule(YearEndRule.NEAREST_TO_MONTH_END)
                .named(FiscalYearName.BY_START)
                .build();
    }

    /**
     * The days of a year.
     *
     * @param year the name of the fiscal year
     * @return its days
     */
    default Span year(int year) {
        return periods(year, 1, PERIODS);
    }

    /**
     * The days of a quarter.
     *
     * @param year the name of the fiscal year
     * @param quarter 1 to 4
     * @return its days
     */
    default Span quarter(int year, int quarter) {
        Checks.inRange(quarter, 1, QUARTERS, "quarter");
        return periods(year, 3 * quarter - 2, 3 * quarter);
    }

    /**
     * The days of a period, the month of a fiscal year.
     *
     * @param year the name of the fiscal year
     * @param period 1 to 12
     * @return its days
     */
    default Span period(int year, int period) {
        Checks.inRange(period, 1, PERIODS, "period");
        return periods(year, period, period);
    }

    /**
     * The days of several periods on end.
     *
     * @param year the name of the fiscal year
     * @param first the first period, 1 to 12
     * @param last the last period, not before the first, at most 12
     * @return their days
     */
    Span periods(int year, int first, int last);

    /**
     * The fiscal year that a day lies in.
     *
     * @param day a day
     * @return the name of the year
     */
    int yearOf(LocalDate day);

    /**
     * The period of its fiscal year that a day lies in.
     *
     * @param day a day
     * @return 1 to 12
     */
    int periodOf(LocalDate day);

    /**
     * The quarter of its fiscal year that a day lies in.
     *
     * @param day a day
     * @return 1 to 4
     */
    default int quarterOf(LocalDate day) {
        return (periodOf(day) + 2) / 3;
    }
}
