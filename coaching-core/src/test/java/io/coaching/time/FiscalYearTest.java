package io.coaching.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiscalYearTest {
    private static WeekBasedFiscalYear lastSaturdayOf(Month month, int extraWeekIn) {
        return WeekBasedFiscalYear.builder()
                .pattern(WeekPattern.WEEKS_4_4_5)
                .endMonth(month)
                .endDay(DayOfWeek.SATURDAY)
                .endRule(YearEndRule.LAST_WEEKDAY_OF_MONTH)
                .extraWeekIn(extraWeekIn)
                .build();
    }

    @ParameterizedTest(name = "retail year {0} is {1}, {2} weeks")
    @CsvSource({
        // by the rule of the 4-5-4 calendar: the Saturday nearest to 31 January ends the year
        "2012, 2012-01-29/2013-02-03, 53",
        "2016, 2016-01-31/2017-01-29, 52",
        "2017, 2017-01-29/2018-02-04, 53",
        "2018, 2018-02-04/2019-02-03, 52",
        "2022, 2022-01-30/2023-01-29, 52",
        "2023, 2023-01-29/2024-02-04, 53",
        "2024, 2024-02-04/2025-02-02, 52",
    })
    void retailYears(int year, String span, int weeks) {
        FiscalYear retail = FiscalYear.retail();
        assertThat(retail.year(year)).hasToString(span);
        assertThat(((WeekBasedFiscalYear) retail).weeks(year)).isEqualTo(weeks);
    }

    @Test
    void theRetailYearHasFourFiveFourWeeksAndTheExtraOneLast() {
        FiscalYear retail = FiscalYear.retail();
        assertThat(IntStream.rangeClosed(1, 12).map(p -> retail.period(2017, p).days() / 7))
                .containsExactly(4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 5);
        assertThat(retail.period(2017, 1)).hasToString("2017-01-29/2017-02-26");
        assertThat(retail.quarter(2017, 4)).hasToString("2017-10-29/2018-02-04");
        LocalDate last = LocalDate.of(2018, 2, 3);
        assertThat(retail.yearOf(last)).isEqualTo(2017);
        assertThat(retail.periodOf(last)).isEqualTo(12);
        assertThat(retail.yearOf(last.plusDays(1))).isEqualTo(2018);
        assertThat(retail.periodOf(last.plusDays(1))).isEqualTo(1);
    }

    @ParameterizedTest(name = "last Saturday of September, {0}: {1}, {2} weeks")
    @CsvSource({
        "2016, 2015-09-27/2016-09-25, 52",
        "2017, 2016-09-25/2017-10-01, 53",
        "2018, 2017-10-01/2018-09-30, 52",
        "2023, 2022-09-25/2023-10-01, 53",
    })
    void yearsThatEndOnTheLastSaturday(int year, String span, int weeks) {
        WeekBasedFiscalYear rule = lastSaturdayOf(Month.SEPTEMBER, 3);
        assertThat(rule.year(year)).hasToString(span);
        assertThat(rule.weeks(year)).isEqualTo(weeks);
    }

    @Test
    void theExtraWeekGoesWhereItIsSaidToGo() {
        WeekBasedFiscalYear inDecember = lastSaturdayOf(Month.SEPTEMBER, 3);
        WeekBasedFiscalYear atTheEnd = lastSaturdayOf(Month.SEPTEMBER, 12);
        assertThat(inDecember.quarter(2017, 1).days()).isEqualTo(14 * 7);
        assertThat(inDecember.period(2017, 3).days()).isEqualTo(6 * 7);
        assertThat(inDecember.quarter(2017, 4).days()).isEqualTo(13 * 7);
        assertThat(atTheEnd.quarter(2017, 1).days()).isEqualTo(13 * 7);
        assertThat(atTheEnd.quarter(2017, 4).days()).isEqualTo(14 * 7);
        assertThat(inDecember.year(2017)).isEqualTo(atTheEnd.year(2017));
        // no trace of it in a year of 52 weeks
        assertThat(inDecember.period(2018, 3)).isEqualTo(atTheEnd.period(2018, 3));
    }

    @Test
    void aYearMayEndInJanuaryOfTheNextAndKeepItsName() {
        WeekBasedFiscalYear nearest = WeekBasedFiscalYear.builder()
                .pattern(WeekPattern.WEEKS_5_4_4)
                .endMonth(Month.DECEMBER)
                .endDay(DayOfWeek.FRIDAY)
                .endRule(YearEndRule.NEAREST_TO_MONTH_END)
                .build();
        // 2024-12-31 is a Tuesday: Friday 2025-01-03 is nearest
        assertThat(nearest.year(2024)).hasToString("2023-12-30/2025-01-04");
        assertThat(nearest.weeks(2024)).isEqualTo(53);
        assertThat(nearest.yearOf(LocalDate.of(2025, 1, 3))).isEqualTo(2024);
        assertThat(nearest.yearOf(LocalDate.of(2025, 1, 4))).isEqualTo(2025);
        assertThat(nearest.yearOf(LocalDate.of(2023, 12, 30))).isEqualTo(2024);
    }

    @Test
    void monthsFromAprilAreNamedByTheYearTheyEndIn() {
        FiscalYear april = FiscalYear.startingIn(Month.APRIL);
        assertThat(april.year(2017)).hasToString("2016-04-01/2017-04-01");
        assertThat(april.quarter(2017, 4)).isEqualTo(Span.quarter(2017, 1));
        assertThat(april.period(2017, 1)).isEqualTo(Span.month(2016, 4));
        assertThat(april.yearOf(LocalDate.of(2017, 3, 31))).isEqualTo(2017);
        assertThat(april.yearOf(LocalDate.of(2017, 4, 1))).isEqualTo(2018);
        assertThat(april.quarterOf(LocalDate.of(2017, 4, 1))).isEqualTo(1);
        FiscalYear byStart = new CalendarFiscalYear(MonthDay.of(4, 1), FiscalYearName.BY_START);
        assertThat(byStart.year(2017)).isEqualTo(april.year(2018));
    }

    @Test
    void aYearMayBeginWithinAMonth() {
        FiscalYear tax = new CalendarFiscalYear(MonthDay.of(4, 6), FiscalYearName.BY_START);
        assertThat(tax.period(2017, 1)).hasToString("2017-04-06/2017-05-06");
        assertThat(tax.periodOf(LocalDate.of(2018, 4, 5))).isEqualTo(12);
        assertThat(tax.yearOf(LocalDate.of(2018, 4, 5))).isEqualTo(2017);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CalendarFiscalYear(MonthDay.of(2, 29), FiscalYearName.BY_END))
                .withMessage("day of month of start must be in 1..28: 29");
    }

    @Test
    void thereIsNoThirteenthPeriod() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FiscalYear.retail().period(2017, 13))
                .withMessage("period must be in 1..12: 13");
        assertThatIllegalArgumentException().isThrownBy(() -> lastSaturdayOf(Month.JULY, 0));
    }
}
