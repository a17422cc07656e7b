package io.coaching.time;

import io.coaching.internal.check.Checks;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/**
 * How an organisation reckons time: where its days begin, its weeks, fiscal years, holidays and working hours.
 *
 * <p>The zone has to be said: no default is ever read. The rest is ISO weeks, calendar years, Monday to Friday without
 * holidays, whole days, unless said otherwise. A period of months, quarters or years always follows {@link #fiscalYear}.
 *
 * <p>Days and daylight saving: a day begins at its first moment, which is not midnight where the clocks skip midnight.
 * Where a local time occurs twice the earlier is meant. A date that the zone left out altogether (2011-12-30 in Apia)
 * begins and ends at the same moment; in counts of days it is a day like others unless it is among the holidays.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * var calendar = BusinessCalendar.standard(ZoneId.of("Europe/Berlin"));
 * calendar.workingDays(Span.month(2026, 2));                        // 20
 * calendar.periodOf(Cadence.WEEKLY, LocalDate.of(2027, 1, 1));      // 2026-W53
 * }</pre>
 */
@Value.Immutable
public abstract sealed class BusinessCalendar permits ImmutableBusinessCalendar {
    private static final Pattern LABEL =
            Pattern.compile("(FY)?(\\d{4,5})(?:Q([1-4])|-W(\\d\\d)|-P(\\d\\d)|-(\\d\\d)(-\\d\\d)?)?");

    BusinessCalendar() {}

    /**
     * Starts a calendar.
     *
     * @return a builder that needs a zone
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * ISO weeks, calendar years, Monday to Friday, no holidays.
     *
     * @param zone where days begin
     * @return the calendar
     */
    public static BusinessCalendar standard(ZoneId zone) {
        return builder().zone(zone).build();
    }

    /**
     * Where days begin.
     *
     * @return the zone
     */
    public abstract ZoneId zone();

    /**
     * The rule of the fiscal year.
     *
     * @return the calendar year unless said otherwise
     */
    @Value.Default
    public FiscalYear fiscalYear() {
        return FiscalYear.calendar();
    }

    /**
     * The day that weeks begin on.
     *
     * @return unless said otherwise Monday, or where the fiscal year is of whole weeks, the day that it begins on
     */
    @Value.Default
    public DayOfWeek weekStart() {
        return fiscalYear() instanceof WeekBasedFiscalYear weeks
                ? weeks.endDay().plus(1)
                : DayOfWeek.MONDAY;
    }

    /**
     * How many days of a new year the week must have that is called its first; it decides the labels of weeks only.
     *
     * @return 1 to 7; the 4 of ISO unless said otherwise. Common in North America is 1
     */
    @Value.Default
    public int minimalDaysInFirstWeek() {
        return 4;
    }

    /**
     * The days of the week that people work on.
     *
     * @return the days from Monday on; Monday to Friday where none were given
     */
    public abstract Set<DayOfWeek> workWeek();

    /**
     * The dates on which people do not work although the day of the week would be one of work.
     *
     * @return the dates, ascending
     */
    public abstract Set<LocalDate> holidays();

    /**
     * The hours of a working day: what {@link #workingTime} counts.
     *
     * @return whole days unless said otherwise
     */
    @Value.Default
    public WorkingHours workingHours() {
        return WorkingHours.WHOLE_DAY;
    }

    @Value.Lazy
    WorkWeek counted() {
        return new WorkWeek(workWeek(), holidays());
    }

    @Value.Lazy
    WeekFields weekFields() {
        return WeekFields.of(weekStart(), minimalDaysInFirstWeek());
    }

    /** Normalises: an empty working week becomes the usual one, days and dates stand in order. */
    @Value.Check
    BusinessCalendar normalised() {
        Checks.inRange(minimalDaysInFirstWeek(), 1, 7, "minimalDaysInFirstWeek");
        Set<DayOfWeek> week =
                workWeek().isEmpty() ? EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY) : EnumSet.copyOf(workWeek());
        Set<LocalDate> sorted = new TreeSet<>(holidays());
        if (List.copyOf(week).equals(List.copyOf(workWeek()))
                && List.copyOf(sorted).equals(List.copyOf(holidays()))) {
            return this;
        }
        return builder()
                .zone(zone())
                .fiscalYear(fiscalYear())
                .weekStart(weekStart())
                .minimalDaysInFirstWeek(minimalDaysInFirstWeek())
                .workWeek(week)
                .holidays(sorted)
                .workingHours(workingHours())
                .build();
    }

    /**
     * The day that a moment lies in.
     *
     * @param moment a moment
     * @return its date in this zone
     */
    public LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone());
    }

    /**
     * The first moment of a day.
     *
     * @param day a date
     * @return midnight, or the first moment after it where the clocks skip it
     */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant();
    }

    /**
     * The first moment of a span.
     *
     * @param span a span
     * @return the start of its first day
     */
    public Instant startOf(Span span) {
        return startOf(span.start());
    }

    /**
     * The first moment after a span.
     *
     * @param span a span
     * @return the start of the day after its last one
     */
    public Instant endOf(Span span) {
        return startOf(span.endExclusive());
    }

    /**
     * Whether a moment lies in a span.
     *
     * @param span a span
     * @param moment a moment
     * @return true from its first moment to before its end
     */
    public boolean contains(Span span, Instant moment) {
        return span.contains(day(moment));
    }

    /**
     * The time that passes during a span, by the clock on the wall.
     *
     * @param span a span
     * @return 23 or 25 hours for a day on which the clocks change, 0 for one that the zone left out
     */
    public Duration duration(Span span) {
        return Duration.between(startOf(span), endOf(span));
    }

    /**
     * Whether people work on a day.
     *
     * @param day a date
     * @return true if it is a day of the working week and no holiday
     */
    public boolean isWorkingDay(LocalDate day) {
        return counted().isWorking(day);
    }

    /**
     * Counts the working days of a span, in constant time but for a binary search among the holidays.
     *
     * @param span a span
     * @return how many of its days are working days
     */
    public int workingDays(Span span) {
        return (int) (counted().rank(span.endExclusive().toEpochDay())
                - counted().rank(span.start().toEpochDay()));
    }

    /**
     * Goes a number of working days on or back.
     *
     * @param day where to begin; need not be a working day, and is not counted
     * @param days how many: 1 is the next working day, -1 the one before, 0 the day itself
     * @return a working day, or {@code day} if {@code days} is 0
     */
    public LocalDate plusWorkingDays(LocalDate day, int days) {
        long from = day.toEpochDay();
        if (days == 0) {
            return day;
        }
        return LocalDate.ofEpochDay(
                days > 0
                        ? counted().firstReaching(counted().rank(from + 1) + days, from)
                        : counted().lastWithin(counted().rank(from) + days, from));
    }

    /**
     * The working time between two moments: the part of it that lies in the working hours of working days.
     *
     * <p>Overnight hours belong to the day they begin on. Hours are those that pass: on a night when the clocks go
     * forward, a shift from 22:00 to 06:00 is seven hours long. A wall-clock time that is skipped counts as the moment
     * of the change, one that occurs twice as the earlier. Takes time in proportion to the number of days.
     *
     * @param from the first moment
     * @param to the last moment, not before {@code from}
     * @return zero or more
     * @throws IllegalArgumentException if {@code to} is before {@code from}
     */
    public Duration workingTime(Instant from, Instant to) {
        Checks.that(!to.isBefore(from), "to must not be before from " + from + ": " + to);
        LocalDate last = day(to);
        Duration sum = Duration.ZERO;
        for (LocalDate day = day(from).minusDays(2); !day.isAfter(last); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                Instant begin = later(from, moment(day.atTime(workingHours().start())));
                LocalDate endDay = workingHours().isOvernight() ? day.plusDays(1) : day;
                Instant end = earlier(to, moment(endDay.atTime(workingHours().end())));
                if (begin.isBefore(end)) {
                    sum = sum.plus(Duration.between(begin, end));
                }
            }
        }
        return sum;
    }

    private Instant moment(LocalDateTime local) {
        ZoneOffsetTransition change = zone().getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone()).toInstant();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /**
     * The period that a day lies in.
     *
     * @param cadence what kind of period
     * @param day a date
     * @return the whole period
     */
    public CalendarPeriod periodOf(Cadence cadence, LocalDate day) {
        return switch (cadence) {
            case DAILY -> new CalendarPeriod(Span.day(day), cadence, day.toString());
            case WEEKLY -> week(day);
            case MONTHLY -> fiscalPeriod(fiscalYear().yearOf(day), fiscalYear().periodOf(day));
            case QUARTERLY ->
                fiscalQuarter(fiscalYear().yearOf(day), fiscalYear().quarterOf(day));
            case YEARLY -> fiscalYear(fiscalYear().yearOf(day));
        };
    }

    /**
     * The next period.
     *
     * @param period a period of this calendar
     * @return the one of the same kind that begins where it ends
     */
    public CalendarPeriod next(CalendarPeriod period) {
        return periodOf(period.cadence(), period.span().endExclusive());
    }

    /**
     * The period before.
     *
     * @param period a period of this calendar
     * @return the one of the same kind that ends where it begins
     */
    public CalendarPeriod previous(CalendarPeriod period) {
        return periodOf(period.cadence(), period.span().start().minusDays(1));
    }

    /**
     * The periods that share a day with a span.
     *
     * <p>The first and the last may reach beyond the span; they are not cut. Where periods are compared with each other
     * ask {@link #wholePeriods}, as one that is still running has had less time than the others.
     *
     * @param cadence what kind of period
     * @param span a span
     * @return the periods in order; they cover the span; none if it is empty
     */
    public List<CalendarPeriod> periods(Cadence cadence, Span span) {
        List<CalendarPeriod> periods = new ArrayList<>();
        if (!span.isEmpty()) {
            CalendarPeriod period = periodOf(cadence, span.start());
            periods.add(period);
            while (period.span().endExclusive().isBefore(span.endExclusive())) {
                period = next(period);
                periods.add(period);
            }
        }
        return Collections.unmodifiableList(periods);
    }

    /**
     * The periods that lie wholly in a span: those that may be compared with each other.
     *
     * @param cadence what kind of period
     * @param span a span
     * @return the periods in order; none if the span holds no whole one
     */
    public List<CalendarPeriod> wholePeriods(Cadence cadence, Span span) {
        return periods(cadence, span).stream()
                .filter(period -> span.contains(period.span()))
                .toList();
    }

    /**
     * The periods that begin in a span, so that each belongs to exactly one of adjoining spans: the weeks of a quarter.
     *
     * @param cadence what kind of period
     * @param span a span
     * @return the periods in order; the last may reach beyond the span
     */
    public List<CalendarPeriod> periodsBeginningIn(Cadence cadence, Span span) {
        return periods(cadence, span).stream()
                .filter(period -> span.contains(period.span().start()))
                .toList();
    }

    /**
     * The last whole periods: the newest ends on {@code asOf} or before.
     *
     * @param cadence what kind of period
     * @param n how many, 1 or more
     * @param asOf the last day that is known
     * @return {@code n} periods in order, without the one still running on {@code asOf}
     */
    public List<CalendarPeriod> lastPeriods(Cadence cadence, int n, LocalDate asOf) {
        Checks.atLeast(n, 1, "n");
        List<CalendarPeriod> periods = new ArrayList<>();
        CalendarPeriod period = periodOf(cadence, asOf.plusDays(1));
        for (int i = 0; i < n; i++) {
            period = previous(period);
            periods.add(period);
        }
        Collections.reverse(periods);
        return Collections.unmodifiableList(periods);
    }

    /**
     * A fiscal year.
     *
     * @param year its name
     * @return the year, such as {@code 2017} or {@code FY2017}
     */
    public CalendarPeriod fiscalYear(int year) {
        return new CalendarPeriod(fiscalYear().year(year), Cadence.YEARLY, yearLabel(year));
    }

    /**
     * A quarter of a fiscal year.
     *
     * @param year the name of the year
     * @param quarter 1 to 4
     * @return the quarter, such as {@code 2017Q1} or {@code FY2017Q1}
     */
    public CalendarPeriod fiscalQuarter(int year, int quarter) {
        return new CalendarPeriod(
                fiscalYear().quarter(year, quarter), Cadence.QUARTERLY, yearLabel(year) + "Q" + quarter);
    }

    /**
     * A period of a fiscal year: what stands there for a month.
     *
     * @param year the name of the year
     * @param period 1 to 12, 1 being the first of the fiscal year
     * @return the period, such as {@code 2017-03} where it is a calendar month, else {@code FY2017-P03}
     */
    public CalendarPeriod fiscalPeriod(int year, int period) {
        Span span = fiscalYear().period(year, period);
        boolean isMonth = fiscalYear() instanceof CalendarFiscalYear months && months.hasCalendarMonths();
        String label = isMonth
                ? digits(4, span.start().getYear()) + "-"
                        + digits(2, span.start().getMonthValue())
                : yearLabel(year) + "-P" + digits(2, period);
        return new CalendarPeriod(span, Cadence.MONTHLY, label);
    }

    /**
     * Finds a period by its label.
     *
     * @param label what {@link CalendarPeriod#label} says, such as {@code 2017Q1}, {@code FY2017-P03}, {@code 2017-W09}
     * @return the period
     * @throws IllegalArgumentException if no period of this calendar is called so
     */
    public CalendarPeriod period(String label) {
        Matcher parts = LABEL.matcher(label);
        if (parts.matches()) {
            int year = Integer.parseInt(parts.group(2));
            CalendarPeriod found = null;
            if (parts.group(3) != null) {
                found = fiscalQuarter(year, Integer.parseInt(parts.group(3)));
            } else if (parts.group(4) != null) {
                found = week(dayOfWeek(year, Integer.parseInt(parts.group(4))));
            } else if (parts.group(5) != null) {
                found = fiscalPeriod(year, Integer.parseInt(parts.group(5)));
            } else if (parts.group(7) != null) {
                Span month = Span.month(year, Integer.parseInt(parts.group(6)));
                int dayOfMonth = Integer.parseInt(parts.group(7).substring(1));
                Checks.inRange(dayOfMonth, 1, month.days(), "day of month");
                found = periodOf(Cadence.DAILY, month.start().withDayOfMonth(dayOfMonth));
            } else if (parts.group(6) != null) {
                found = periodOf(
                        Cadence.MONTHLY,
                        Span.month(year, Integer.parseInt(parts.group(6))).start());
            } else {
                found = fiscalYear(year);
            }
            if (found.label().equals(label)) {
                return found;
            }
        }
        throw new IllegalArgumentException("no period of this calendar is called \"" + label + "\"; it says "
                + fiscalQuarter(2017, 1) + ", " + fiscalPeriod(2017, 3) + ", " + week(LocalDate.of(2017, 3, 1)));
    }

    private CalendarPeriod week(LocalDate day) {
        LocalDate start = day.with(TemporalAdjusters.previousOrSame(weekStart()));
        String label = fiscalYear() instanceof WeekBasedFiscalYear weeks && isAligned(weeks)
                ? yearLabel(weeks.yearOf(start)) + "-W" + digits(2, weeks.weekOf(start))
                : digits(4, start.get(weekFields().weekBasedYear())) + "-W"
                        + digits(2, start.get(weekFields().weekOfWeekBasedYear()));
        return new CalendarPeriod(new Span(start, start.plusDays(7)), Cadence.WEEKLY, label);
    }

    private LocalDate dayOfWeek(int year, int week) {
        if (fiscalYear() instanceof WeekBasedFiscalYear weeks && isAligned(weeks)) {
            return weeks.year(year).start().plusWeeks(week - 1L);
        }
        LocalDate inFirstWeek = LocalDate.of(year, 1, minimalDaysInFirstWeek());
        return inFirstWeek.plusWeeks(week - 1L);
    }

    private boolean isAligned(WeekBasedFiscalYear weeks) {
        return weeks.endDay().plus(1) == weekStart();
    }

    private String yearLabel(int year) {
        boolean isPlain = fiscalYear() instanceof CalendarFiscalYear months && months.isCalendarYear();
        return (isPlain ? "" : "FY") + digits(4, year);
    }

    private static String digits(int width, int number) {
        return String.format(Locale.ROOT, "%0" + width + "d", number);
    }

    /** Builds a {@link BusinessCalendar}. */
    public static final class Builder extends ImmutableBusinessCalendar.Builder {
        Builder() {}
    }
}
