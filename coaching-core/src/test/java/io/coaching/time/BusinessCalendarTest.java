package io.coaching.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessCalendarTest {
    private static final BusinessCalendar BERLIN = BusinessCalendar.standard(ZoneId.of("Europe/Berlin"));

    private static LocalDate date(String iso) {
        return LocalDate.parse(iso);
    }

    private static List<String> labels(List<CalendarPeriod> periods) {
        return periods.stream().map(CalendarPeriod::label).toList();
    }

    @Test
    void aZoneHasToBeSaid() {
        assertThatIllegalStateException()
                .isThrownBy(() -> BusinessCalendar.builder().build());
    }

    @Test
    void whatIsNotSaidIsIsoAndMondayToFriday() {
        assertThat(BERLIN.weekStart()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(BERLIN.fiscalYear()).isEqualTo(FiscalYear.calendar());
        assertThat(BERLIN.workWeek())
                .containsExactly(
                        DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
    }

    @Test
    void theOrderInWhichHolidaysAreGivenDoesNotMatter() {
        BusinessCalendar.Builder builder = BusinessCalendar.builder().zone(ZoneId.of("UTC"));
        BusinessCalendar one = builder.addHolidays(date("2026-12-25"), date("2026-01-01"))
                .addWorkWeek(DayOfWeek.FRIDAY, DayOfWeek.MONDAY)
                .build();
        assertThat(one.holidays()).containsExactly(date("2026-01-01"), date("2026-12-25"));
        assertThat(one.workWeek()).containsExactly(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    }

    @Nested
    class DaysAndInstants {
        @Test
        void aMomentBelongsToTheDayOfTheZone() {
            Instant moment = Instant.parse("2026-06-30T22:30:00Z");
            assertThat(BERLIN.day(moment)).isEqualTo("2026-07-01");
            assertThat(BusinessCalendar.standard(ZoneId.of("America/New_York")).day(moment))
                    .isEqualTo("2026-06-30");
            assertThat(BERLIN.contains(Span.quarter(2026, 3), moment)).isTrue();
            assertThat(BERLIN.contains(Span.quarter(2026, 2), moment)).isFalse();
        }

        @Test
        void midnightMayNotExist() {
            // São Paulo 2018-11-04: the clocks went from 00:00 to 01:00
            BusinessCalendar saoPaulo = BusinessCalendar.standard(ZoneId.of("America/Sao_Paulo"));
            Span day = Span.day(date("2018-11-04"));
            assertThat(saoPaulo.startOf(day)).isEqualTo(Instant.parse("2018-11-04T03:00:00Z"));
            assertThat(saoPaulo.duration(day)).isEqualTo(Duration.ofHours(23));
            assertThat(saoPaulo.day(saoPaulo.startOf(day).minusNanos(1))).isEqualTo("2018-11-03");
            // 2018-02-18: back from 00:00 to 23:00 of the 17th
            assertThat(saoPaulo.duration(Span.day(date("2018-02-17")))).isEqualTo(Duration.ofHours(25));
            assertThat(saoPaulo.duration(Span.day(date("2018-02-18")))).isEqualTo(Duration.ofHours(24));
        }

        @Test
        void midnightMayOccurTwice() {
            // the Azores go back from 01:00 to 00:00: the day begins at the earlier midnight
            BusinessCalendar azores = BusinessCalendar.standard(ZoneId.of("Atlantic/Azores"));
            Span day = Span.day(date("2018-10-28"));
            assertThat(azores.startOf(day)).isEqualTo(Instant.parse("2018-10-28T00:00:00Z"));
            assertThat(azores.duration(day)).isEqualTo(Duration.ofHours(25));
        }

        @Test
        void aWholeDateMayBeLeftOut() {
            BusinessCalendar apia = BusinessCalendar.standard(ZoneId.of("Pacific/Apia"));
            assertThat(apia.duration(Span.day(date("2011-12-30")))).isEqualTo(Duration.ZERO);
            assertThat(apia.duration(Span.ofClosed(date("2011-12-29"), date("2011-12-31"))))
                    .isEqualTo(Duration.ofDays(2));
            assertThat(apia.day(apia.startOf(date("2011-12-30")))).isEqualTo("2011-12-31");
            assertThat(apia.workingTime(apia.startOf(date("2011-12-26")), apia.startOf(date("2012-01-02"))))
                    .isEqualTo(Duration.ofDays(4));
        }
    }

    @Nested
    class Weeks {
        @ParameterizedTest(name = "{0} lies in {1}")
        @CsvSource({
            "2015-12-31, 2015-W53",
            "2016-01-03, 2015-W53",
            "2016-01-04, 2016-W01",
            "2021-01-03, 2020-W53",
            "2025-12-29, 2026-W01",
            "2027-01-03, 2026-W53",
            "2017-03-01, 2017-W09",
        })
        void isoLabels(String day, String label) {
            CalendarPeriod week = BERLIN.periodOf(Cadence.WEEKLY, date(day));
            assertThat(week.label()).isEqualTo(label);
            assertThat(week.contains(date(day))).isTrue();
            assertThat(week.span()).isEqualTo(Span.weekOf(date(day)));
        }

        @Test
        void weeksMayBeginOnSundayAndTheFirstBeTheOneWithNewYear() {
            BusinessCalendar american = BusinessCalendar.builder()
                    .zone(ZoneId.of("America/New_York"))
                    .weekStart(DayOfWeek.SUNDAY)
                    .minimalDaysInFirstWeek(1)
                    .build();
            CalendarPeriod week = american.periodOf(Cadence.WEEKLY, date("2016-12-31"));
            assertThat(week.span()).hasToString("2016-12-25/2017-01-01");
            assertThat(week.label()).isEqualTo("2016-W53");
            assertThat(american.periodOf(Cadence.WEEKLY, date("2015-12-28")).label())
                    .isEqualTo("2016-W01");
        }

        @Test
        void retailWeeksAreCountedWithinTheRetailYear() {
            BusinessCalendar retail = BusinessCalendar.builder()
                    .zone(ZoneId.of("America/New_York"))
                    .fiscalYear(FiscalYear.retail())
                    .build();
            assertThat(retail.weekStart()).isEqualTo(DayOfWeek.SUNDAY);
            assertThat(retail.periodOf(Cadence.WEEKLY, date("2018-02-03")).label())
                    .isEqualTo("FY2017-W53");
            assertThat(retail.periodOf(Cadence.WEEKLY, date("2018-02-04")).label())
                    .isEqualTo("FY2018-W01");
            assertThat(retail.periodOf(Cadence.MONTHLY, date("2018-02-03")).label())
                    .isEqualTo("FY2017-P12");
        }
    }

    @Nested
    class Periods {
        @Test
        void labelsSayFiscalWhereTheYearIs() {
            BusinessCalendar april = BusinessCalendar.builder()
                    .zone(ZoneId.of("Asia/Kolkata"))
                    .fiscalYear(FiscalYear.startingIn(Month.APRIL))
                    .build();
            LocalDate day = date("2017-03-01");
            for (Cadence cadence : Cadence.values()) {
                assertThat(april.periodOf(cadence, day).contains(day)).isTrue();
            }
            assertThat(april.periodOf(Cadence.DAILY, day)).hasToString("2017-03-01");
            assertThat(april.periodOf(Cadence.MONTHLY, day)).hasToString("2017-03");
            assertThat(april.periodOf(Cadence.QUARTERLY, day)).hasToString("FY2017Q4");
            assertThat(april.periodOf(Cadence.YEARLY, day)).hasToString("FY2017");
            assertThat(BERLIN.periodOf(Cadence.QUARTERLY, day)).hasToString("2017Q1");
            assertThat(BERLIN.periodOf(Cadence.YEARLY, day)).hasToString("2017");
        }

        @Test
        void thoseThatTouchThoseThatAreWholeAndThoseThatBegin() {
            Span quarter = Span.quarter(2017, 1); // a Sunday to a Friday
            assertThat(labels(BERLIN.periods(Cadence.WEEKLY, quarter)))
                    .hasSize(14)
                    .startsWith("2016-W52", "2017-W01")
                    .endsWith("2017-W13");
            assertThat(labels(BERLIN.wholePeriods(Cadence.WEEKLY, quarter)))
                    .hasSize(12)
                    .startsWith("2017-W01")
                    .endsWith("2017-W12");
            assertThat(labels(BERLIN.periodsBeginningIn(Cadence.WEEKLY, quarter)))
                    .hasSize(13)
                    .startsWith("2017-W01")
                    .endsWith("2017-W13");
            assertThat(labels(BERLIN.wholePeriods(Cadence.MONTHLY, quarter)))
                    .containsExactly("2017-01", "2017-02", "2017-03");
            assertThat(BERLIN.periods(Cadence.DAILY, Span.parse("2017-01-01/2017-01-01")))
                    .isEmpty();
        }

        @Test
        void theRunningPeriodIsNotAmongTheLast() {
            assertThat(labels(BERLIN.lastPeriods(Cadence.MONTHLY, 3, date("2017-03-30"))))
                    .containsExactly("2016-12", "2017-01", "2017-02");
            assertThat(labels(BERLIN.lastPeriods(Cadence.MONTHLY, 3, date("2017-03-31"))))
                    .containsExactly("2017-01", "2017-02", "2017-03");
            assertThat(BERLIN.lastPeriods(Cadence.WEEKLY, 12, date("2026-09-30"))
                            .get(0)
                            .span()
                            .start())
                    .isEqualTo(Span.lastWeeks(12, date("2026-09-30")).start());
        }

        @ParameterizedTest
        @ValueSource(strings = {"2017-03-01", "2017-W09", "2020-W53", "2017-03", "2017Q1", "2017"})
        void aLabelFindsItsPeriod(String label) {
            assertThat(BERLIN.period(label).label()).isEqualTo(label);
        }

        @ParameterizedTest
        @ValueSource(strings = {"2017-W53", "FY2017Q1", "2017Q5", "2017-13", "2017-02-30", "2017-00", "soon", ""})
        void otherLabelsAreRefused(String label) {
            assertThatIllegalArgumentException().isThrownBy(() -> BERLIN.period(label));
        }
    }

    @Nested
    class WorkingDays {
        private final BusinessCalendar holidays = BusinessCalendar.builder()
                .zone(ZoneId.of("Europe/Berlin"))
                .addHolidays(date("2026-12-25"), date("2026-12-26"), date("2027-01-01")) // Fri, Sat, Fri
                .build();

        @Test
        void aHolidayOnASaturdayTakesNothingAway() {
            assertThat(BERLIN.workingDays(Span.month(2026, 12))).isEqualTo(23);
            assertThat(holidays.workingDays(Span.month(2026, 12))).isEqualTo(22);
            assertThat(holidays.workingDays(Span.day(date("2026-12-25")))).isZero();
        }

        @ParameterizedTest(name = "{1} working days from {0}: {2}")
        @CsvSource({
            "2026-12-24,  1, 2026-12-28", // over Christmas Friday and a weekend
            "2026-12-28, -1, 2026-12-24",
            "2026-12-26,  1, 2026-12-28", // from a day off
            "2026-12-26, -1, 2026-12-24",
            "2026-12-26,  0, 2026-12-26",
            "2026-12-24,  6, 2027-01-05", // 28, 29, 30, 31, (1 off), 4, 5
            "2027-01-05, -6, 2026-12-24",
        })
        void goingOnAndBack(String from, int days, String to) {
            assertThat(holidays.plusWorkingDays(date(from), days)).isEqualTo(to);
        }

        @Test
        void aWorkingWeekMayBeSundayToThursday() {
            BusinessCalendar cairo = BusinessCalendar.builder()
                    .zone(ZoneId.of("Africa/Cairo"))
                    .weekStart(DayOfWeek.SUNDAY)
                    .addWorkWeek(
                            DayOfWeek.SUNDAY,
                            DayOfWeek.MONDAY,
                            DayOfWeek.TUESDAY,
                            DayOfWeek.WEDNESDAY,
                            DayOfWeek.THURSDAY)
                    .build();
            assertThat(cairo.plusWorkingDays(date("2026-09-24"), 1)).isEqualTo("2026-09-27");
        }
    }

    @Nested
    class WorkingTime {
        private BusinessCalendar berlin(String start, String end) {
            return BusinessCalendar.builder()
                    .zone(ZoneId.of("Europe/Berlin"))
                    .workingHours(WorkingHours.of(LocalTime.parse(start), LocalTime.parse(end)))
                    .build();
        }

        private Instant at(String local) {
            return LocalDateTime.parse(local).atZone(ZoneId.of("Europe/Berlin")).toInstant();
        }

        @Test
        void onlyHoursOfWorkCount() {
            BusinessCalendar day = berlin("09:00", "17:00");
            // Friday 16:00 to Monday 10:00
            assertThat(day.workingTime(at("2026-09-25T16:00"), at("2026-09-28T10:00")))
                    .isEqualTo(Duration.ofHours(2));
            // a day is as long as its hours, not 24
            assertThat(day.workingTime(at("2026-09-21T00:00"), at("2026-09-28T00:00")))
                    .isEqualTo(Duration.ofHours(40));
            assertThat(day.workingTime(at("2026-09-26T00:00"), at("2026-09-27T23:00")))
                    .isEqualTo(Duration.ZERO);
            assertThat(day.workingTime(at("2026-09-25T10:00"), at("2026-09-25T10:00")))
                    .isEqualTo(Duration.ZERO);
        }

        @Test
        void aNightShiftBelongsToTheDayItBeginsOn() {
            BusinessCalendar night = berlin("22:00", "06:00");
            // Friday's shift runs into Saturday; Saturday and Sunday have none
            assertThat(night.workingTime(at("2026-09-26T00:00"), at("2026-09-28T00:00")))
                    .isEqualTo(Duration.ofHours(6));
            assertThat(night.workingTime(at("2026-09-21T12:00"), at("2026-09-28T12:00")))
                    .isEqualTo(Duration.ofHours(40));
            // Monday before six is the end of Sunday's shift, which there is not
            assertThat(night.workingTime(at("2026-09-28T00:00"), at("2026-09-28T06:00")))
                    .isEqualTo(Duration.ZERO);
        }

        @Test
        void aNightOnWhichTheClocksChangeIsShorterOrLonger() {
            BusinessCalendar saturdays = BusinessCalendar.builder()
                    .zone(ZoneId.of("Europe/Berlin"))
                    .addWorkWeek(DayOfWeek.SATURDAY)
                    .workingHours(WorkingHours.of(LocalTime.of(22, 0), LocalTime.of(6, 0)))
                    .build();
            assertThat(saturdays.workingTime(at("2026-03-28T00:00"), at("2026-03-30T00:00")))
                    .isEqualTo(Duration.ofHours(7));
            assertThat(saturdays.workingTime(at("2026-10-24T00:00"), at("2026-10-26T00:00")))
                    .isEqualTo(Duration.ofHours(9));
        }

        @Test
        void timeDoesNotRunBackwards() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BERLIN.workingTime(at("2026-09-25T10:00"), at("2026-09-25T09:00")))
                    .withMessageStartingWith("to must not be before from");
        }
    }
}
