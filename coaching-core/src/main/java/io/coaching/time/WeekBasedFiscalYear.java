package io.coaching.time;

import io.coaching.internal.check.Checks;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import org.immutables.value.Value;

/**
 * Fiscal years of 52 or 53 whole weeks, as 4-4-5, 4-5-4 and 5-4-4 calendars have.
 *
 * <p>A year ends on a fixed day of the week near the end of a fixed month. It begins the day after the one before ended,
 * so it has 364 days or, five or six times in 28 years, 371; then one period has a week more.
 *
 * <p>Example: a year that ends on the last Saturday of September, named by its end, has 53 weeks in 2017 (2016-09-25 to
 * 2017-09-30) and 52 in 2018. Immutable.
 */
@Value.Immutable
public abstract sealed class WeekBasedFiscalYear implements FiscalYear permits ImmutableWeekBasedFiscalYear {
    WeekBasedFiscalYear() {}

    /**
     * Starts a rule.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * How the weeks of a quarter are shared out.
     *
     * @return the pattern
     */
    public abstract WeekPattern pattern();

    /**
     * The month near whose end a year ends.
     *
     * @return the month
     */
    public abstract Month endMonth();

    /**
     * The day of the week that a year ends on.
     *
     * @return the last day of each fiscal week
     */
    public abstract DayOfWeek endDay();

    /**
     * Which such day it is.
     *
     * @return the rule
     */
    public abstract YearEndRule endRule();

    /**
     * After which calendar year a year is called, reckoned from the end of {@link #endMonth}: with December both names
     * are the same.
     *
     * @return the year it ends in unless said otherwise
     */
    @Value.Default
    public FiscalYearName named() {
        return FiscalYearName.BY_END;
    }

    /**
     * The period that takes the 53rd week.
     *
     * @return 1 to 12; the last one unless said otherwise
     */
    @Value.Default
    public int extraWeekIn() {
        return PERIODS;
    }

    @Value.Check
    void check() {
        Checks.inRange(extraWeekIn(), 1, PERIODS, "extraWeekIn");
    }

    /**
     * How many weeks a year has.
     *
     * @param year the name of the fiscal year
     * @return 52 or 53
     */
    public int weeks(int year) {
        return year(year).days() / 7;
    }

    /**
     * The week of its fiscal year that a day lies in.
     *
     * @param day a day
     * @return 1 to 53
     */
    public int weekOf(LocalDate day) {
        LocalDate begin = lastDayOf(endYearOf(day) - 1).plusDays(1);
        return (int) (day.toEpochDay() - begin.toEpochDay()) / 7 + 1;
    }

    @Override
    public Span periods(int year, int first, int last) {
        Checks.inRange(year, 1, 9998, "year");
        Checks.inRange(first, 1, PERIODS, "first");
        Checks.inRange(last, first, PERIODS, "last");
        int endYear = year + endYearOffset();
        LocalDate begin = lastDayOf(endYear - 1).plusDays(1);
        boolean isLong = begin.plusWeeks(52).isBefore(lastDayOf(endYear));
        return new Span(begin.plusWeeks(weeksBefore(first, isLong)), begin.plusWeeks(weeksBefore(last + 1, isLong)));
    }

    @Override
    public int yearOf(LocalDate day) {
        return endYearOf(day) - endYearOffset();
    }

    @Override
    public int periodOf(LocalDate day) {
        int endYear = endYearOf(day);
        LocalDate begin = lastDayOf(endYear - 1).plusDays(1);
        boolean isLong = begin.plusWeeks(52).isBefore(lastDayOf(endYear));
        int week = (int) (day.toEpochDay() - begin.toEpochDay()) / 7;
        int period = 1;
        while (weeksBefore(period + 1, isLong) <= week) {
            period++;
        }
        return period;
    }

    /** How many weeks of a year lie before a period; {@code period} 13 stands for the end of the year. */
    private int weeksBefore(int period, boolean isLong) {
        int weeks = 0;
        for (int p = 1; p < period; p++) {
            weeks += pattern().weeks(p);
        }
        return isLong && period > extraWeekIn() ? weeks + 1 : weeks;
    }

    /** The year in which the fiscal year that holds a day comes to its end, reckoned by {@link #endMonth}. */
    private int endYearOf(LocalDate day) {
        int year = day.getYear();
        if (day.isAfter(lastDayOf(year))) {
            return year + 1;
        }
        // a year that ends nearest to the end of December may end on 3 January
        return day.isAfter(lastDayOf(year - 1)) ? year : year - 1;
    }

    private LocalDate lastDayOf(int endYear) {
        LocalDate monthEnd = YearMonth.of(endYear, endMonth()).atEndOfMonth();
        LocalDate limit = endRule() == YearEndRule.NEAREST_TO_MONTH_END ? monthEnd.plusDays(3) : monthEnd;
        return limit.with(TemporalAdjusters.previousOrSame(endDay()));
    }

    private int endYearOffset() {
        return named() == FiscalYearName.BY_START && endMonth() != Month.DECEMBER ? 1 : 0;
    }

    /** Builds a {@link WeekBasedFiscalYear}. */
    public static final class Builder extends ImmutableWeekBasedFiscalYear.Builder {
        Builder() {}
    }
}
