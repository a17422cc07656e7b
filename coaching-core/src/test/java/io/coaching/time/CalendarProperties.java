package io.coaching.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws that every calendar keeps. */
class CalendarProperties {
    private static final LocalDate ORIGIN = LocalDate.of(1990, 1, 1);

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 20_000).withoutEdgeCases().map(ORIGIN::plusDays);
    }

    @Provide
    Arbitrary<Span> spans() {
        return Combinators.combine(days(), Arbitraries.integers().between(0, 800))
                .as((d, n) -> Span.of(d, d.plusDays(n)));
    }

    @Provide
    Arbitrary<FiscalYear> fiscalYears() {
        Arbitrary<FiscalYear> months = Combinators.combine(
                        Arbitraries.of(Month.class),
                        Arbitraries.integers().between(1, 28),
                        Arbitraries.of(FiscalYearName.class))
                .as((month, day, name) -> new CalendarFiscalYear(MonthDay.of(month, day), name));
        Arbitrary<FiscalYear> weeks = Combinators.combine(
                        Arbitraries.of(WeekPattern.class),
                        Arbitraries.of(Month.class),
                        Arbitraries.of(DayOfWeek.class),
                        Arbitraries.of(YearEndRule.class),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.of(FiscalYearName.class))
                .as((pattern, month, day, rule, extra, name) -> WeekBasedFiscalYear.builder()
                        .pattern(pattern)
                        .endMonth(month)
                        .endDay(day)
                        .endRule(rule)
                        .extraWeekIn(extra)
                        .named(name)
                        .build());
        return Arbitraries.oneOf(months, weeks);
    }

    @Provide
    Arbitrary<BusinessCalendar> calendars() {
        return Combinators.combine(
                        Arbitraries.of("UTC", "America/Sao_Paulo", "Pacific/Apia", "Atlantic/Azores", "Asia/Gaza")
                                .map(ZoneId::of),
                        fiscalYears(),
                        Arbitraries.of(DayOfWeek.class),
                        Arbitraries.integers().between(1, 7),
                        Arbitraries.of(DayOfWeek.class).set().ofMaxSize(7),
                        days().set().ofMaxSize(40))
                .as((zone, fiscal, start, minimal, week, holidays) -> BusinessCalendar.builder()
                        .zone(zone)
                        .fiscalYear(fiscal)
                        .weekStart(start)
                        .minimalDaysInFirstWeek(minimal)
                        .workWeek(week)
                        .holidays(holidays)
                        .build());
    }

    @Property(tries = 300)
    void quartersAndPeriodsTileTheYear(
            @ForAll("fiscalYears") FiscalYear fiscal, @ForAll @IntRange(min = 1990, max = 2060) int year) {
        Span whole = fiscal.year(year);
        LocalDate at = whole.start();
        for (int period = 1; period <= FiscalYear.PERIODS; period++) {
            Span span = fiscal.period(year, period);
            assertThat(span.start()).isEqualTo(at);
            assertThat(fiscal.quarter(year, (period + 2) / 3).contains(span)).isTrue();
            at = span.endExclusive();
        }
        assertThat(at)
                .isEqualTo(whole.endExclusive())
                .isEqualTo(fiscal.year(year + 1).start());
        assertThat(fiscal.quarter(year, 1).start()).isEqualTo(whole.start());
        assertThat(fiscal.quarter(year, 4).endExclusive()).isEqualTo(whole.endExclusive());
        if (fiscal instanceof WeekBasedFiscalYear weeks) {
            assertThat(whole.days()).isIn(364, 371);
            assertThat(whole.lastDay().getDayOfWeek()).isEqualTo(weeks.endDay());
        }
    }

    @Property(tries = 500)
    void aDayLiesInThePeriodThatIsNamedForIt(@ForAll("fiscalYears") FiscalYear fiscal, @ForAll("days") LocalDate day) {
        int year = fiscal.yearOf(day);
        assertThat(fiscal.year(year).contains(day)).isTrue();
        assertThat(fiscal.quarter(year, fiscal.quarterOf(day)).contains(day)).isTrue();
        assertThat(fiscal.period(year, fiscal.periodOf(day)).contains(day)).isTrue();
    }

    @Property(tries = 300)
    void aYearEndsWhereItsRuleSays(@ForAll("fiscalYears") FiscalYear fiscal, @ForAll("days") LocalDate day) {
        int year = fiscal.yearOf(day);
        Span span = fiscal.year(year);
        if (fiscal instanceof CalendarFiscalYear months) {
            assertThat(MonthDay.from(span.start())).isEqualTo(months.start());
            boolean byStart = months.named() == FiscalYearName.BY_START;
            assertThat((byStart ? span.start() : span.lastDay()).getYear()).isEqualTo(year);
        } else if (fiscal instanceof WeekBasedFiscalYear weeks) {
            boolean next = weeks.named() == FiscalYearName.BY_START && weeks.endMonth() != Month.DECEMBER;
            LocalDate monthEnd =
                    YearMonth.of(next ? year + 1 : year, weeks.endMonth()).atEndOfMonth();
            boolean nearest = weeks.endRule() == YearEndRule.NEAREST_TO_MONTH_END;
            assertThat(ChronoUnit.DAYS.between(span.lastDay(), monthEnd))
                    .isBetween(nearest ? -3L : 0L, nearest ? 3L : 6L);
        }
    }

    @Property(tries = 300)
    void workingDaysAreWhatOneCountsByHand(@ForAll("calendars") BusinessCalendar calendar, @ForAll("spans") Span span) {
        Set<DayOfWeek> week = calendar.workWeek();
        long byHand = span.dates()
                .filter(day -> week.contains(day.getDayOfWeek())
                        && !calendar.holidays().contains(day))
                .count();
        assertThat(calendar.workingDays(span)).isEqualTo((int) byHand);
        assertThat(span.dates().filter(calendar::isWorkingDay).count()).isEqualTo(byHand);
    }

    @Property(tries = 300)
    void goingWorkingDaysIsSteppingOverDays(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("days") LocalDate from,
            @ForAll @IntRange(min = -60, max = 60) int n) {
        LocalDate byHand = from;
        for (int left = Math.abs(n); left > 0; ) {
            byHand = byHand.plusDays(Integer.signum(n));
            left -= calendar.isWorkingDay(byHand) ? 1 : 0;
        }
        assertThat(calendar.plusWorkingDays(from, n)).isEqualTo(byHand);
    }

    @Property(tries = 300)
    void periodsFollowOneAnotherAndLabelsLeadBack(
            @ForAll("calendars") BusinessCalendar calendar, @ForAll Cadence cadence, @ForAll("days") LocalDate day) {
        CalendarPeriod period = calendar.periodOf(cadence, day);
        assertThat(period.contains(day)).isTrue();
        assertThat(calendar.periodOf(cadence, period.span().lastDay())).isEqualTo(period);
        assertThat(calendar.previous(calendar.next(period))).isEqualTo(period);
        assertThat(calendar.period(period.label())).isEqualTo(period);
    }

    @Property(tries = 300)
    void periodsBeginningInAdjoiningSpansAreNeitherLostNorDoubled(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll Cadence cadence,
            @ForAll("spans") Span span,
            @ForAll @IntRange(min = 0, max = 800) int cut) {
        LocalDate middle = span.start().plusDays(Math.min(cut, span.days()));
        List<CalendarPeriod> left = calendar.periodsBeginningIn(cadence, Span.of(span.start(), middle));
        List<CalendarPeriod> right = calendar.periodsBeginningIn(cadence, Span.of(middle, span.endExclusive()));
        assertThat(Stream.concat(left.stream(), right.stream()))
                .containsExactlyElementsOf(calendar.periodsBeginningIn(cadence, span));
        assertThat(calendar.wholePeriods(cadence, span)).allMatch(period -> span.contains(period.span()));
    }

    @Property(tries = 200)
    void everyMomentOfADayLiesInThatDay(@ForAll("calendars") BusinessCalendar calendar, @ForAll("spans") Span span) {
        if (!span.isEmpty() && !calendar.duration(span).isZero()) {
            LocalDate first = calendar.day(calendar.startOf(span));
            LocalDate last = calendar.day(calendar.endOf(span).minusNanos(1));
            // a date that the zone left out begins when the next one does
            assertThat(span.contains(first)).isTrue();
            assertThat(span.contains(last)).isTrue();
        }
    }

    @Property(tries = 100)
    void workingTimeAddsUpAndIsNoMoreThanTheTimeThatPasses(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(min = 0, max = 23) int start,
            @ForAll @IntRange(min = 0, max = 23) int end,
            @ForAll @IntRange(min = 0, max = 400) int hours,
            @ForAll @IntRange(min = 0, max = 400) int moreHours) {
        BusinessCalendar worked = BusinessCalendar.builder()
                .from(calendar)
                .workingHours(WorkingHours.of(LocalTime.of(start, 0), LocalTime.of(end, 0)))
                .build();
        var from = worked.startOf(day);
        var middle = from.plus(Duration.ofHours(hours));
        var to = middle.plus(Duration.ofHours(moreHours));
        Duration whole = worked.workingTime(from, to);
        assertThat(whole).isEqualTo(worked.workingTime(from, middle).plus(worked.workingTime(middle, to)));
        assertThat(whole).isLessThanOrEqualTo(Duration.between(from, to));
    }

    @Property(tries = 300)
    void aSpanIsReadAsItIsWritten(@ForAll("spans") Span span) {
        assertThat(Span.parse(span.toString())).isEqualTo(span);
        assertThat(span.previous().endExclusive()).isEqualTo(span.start());
        assertThat(span.precedingDays().days()).isEqualTo(span.days());
        assertThat(span.dates().count()).isEqualTo(span.days());
    }
}
