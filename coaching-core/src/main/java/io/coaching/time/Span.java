package io.coaching.time;

import io.coaching.internal.check.Checks;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A run of days: from the first one up to, but not including, an end.
 *
 * <p>It knows dates and nothing of zones; {@link BusinessCalendar} turns it into instants. Half-open, so that adjoining
 * spans neither overlap nor leave a gap; those who think in a first and a last day say {@link #ofClosed}. It may be
 * empty: then its start is its end, and it holds no day.
 *
 * <p>The factories named after periods ({@link #week}, {@link #month}, {@link #quarter}, {@link #year}) mean ISO weeks
 * and calendar months, quarters and years. For fiscal ones ask a {@link BusinessCalendar}.
 *
 * <p>Immutable. Spans have no natural order: compare their starts or their lengths.
 *
 * <p>Example: {@code Span.quarter(2017, 1)} is {@code 2017-01-01/2017-04-01} and has 90 days.
 *
 * @param start the first day, in the years 1 to 9999
 * @param endExclusive the day after the last one, not before {@code start}
 */
public record Span(LocalDate start, LocalDate endExclusive) {
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate END = LocalDate.of(10_000, 1, 1);

    /**
     * Checks the order and the range.
     *
     * @param start the first day
     * @param endExclusive the day after the last one
     * @throws IllegalArgumentException if the end is before the start, or a day lies outside the years 1 to 9999
     */
    public Span {
        if (start.isBefore(FIRST) || start.isAfter(END)) {
            throw new IllegalArgumentException("start must be in the years 1..9999: " + start);
        }
        if (endExclusive.isAfter(END)) {
            throw new IllegalArgumentException("endExclusive must be at most " + END + ": " + endExclusive);
        }
        Checks.that(
                !endExclusive.isBefore(start),
                "endExclusive must not be before start " + start + ": " + endExclusive,
                "the two are in the wrong order.");
    }

    /**
     * The days from {@code start} to the one before {@code endExclusive}.
     *
     * @param start the first day
     * @param endExclusive the day after the last one
     * @return the span, empty if both are the same
     */
    public static Span of(LocalDate start, LocalDate endExclusive) {
        return new Span(start, endExclusive);
    }

    /**
     * The days from {@code first} to {@code last}, both included.
     *
     * @param first the first day
     * @param last the last day, not before the first
     * @return the span, of one day or more
     */
    public static Span ofClosed(LocalDate first, LocalDate last) {
        Checks.that(
                !last.isBefore(first),
                "last must not be before first " + first + ": " + last,
                "the two are in the wrong order.");
        return new Span(first, last.plusDays(1));
    }

    /**
     * One day.
     *
     * @param day the day
     * @return the span of that day
     */
    public static Span day(LocalDate day) {
        return new Span(day, day.plusDays(1));
    }

    /**
     * An ISO week: Monday to Sunday; week 1 is the one with 4 January.
     *
     * @param weekBasedYear the year that the week counts in, which may differ from that of its first or last days
     * @param week the number of the week, 1 to 52, or 53 in long years such as 2015, 2020 and 2026
     * @return the seven days
     * @throws IllegalArgumentException if that year has no such week
     */
    public static Span week(int weekBasedYear, int week) {
        Checks.inRange(weekBasedYear, 1, 9999, "weekBasedYear");
        LocalDate firstWeek = LocalDate.of(weekBasedYear, 1, 4);
        int weeks = (int)
                IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(firstWeek).getMaximum();
        if (week < 1 || week > weeks) {
            throw new IllegalArgumentException("week must be in 1.." + weeks + " in " + weekBasedYear + ": " + week);
        }
        return weekOf(firstWeek.plusWeeks(week - 1L));
    }

    /**
     * The ISO week, Monday to Sunday, that a day lies in.
     *
     * @param day a day
     * @return the seven days
     */
    public static Span weekOf(LocalDate day) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Span(monday, monday.plusDays(7));
    }

    /**
     * A calendar month.
     *
     * @param year the year
     * @param month the month, 1 to 12
     * @return its days
     */
    public static Span month(int year, int month) {
        Checks.inRange(year, 1, 9999, "year");
        Checks.inRange(month, 1, 12, "month");
        YearMonth first = YearMonth.of(year, month);
        return new Span(first.atDay(1), first.plusMonths(1).atDay(1));
    }

    /**
     * A calendar quarter.
     *
     * @param year the year
     * @param quarter the quarter, 1 to 4
     * @return its days
     */
    public static Span quarter(int year, int quarter) {
        Checks.inRange(year, 1, 9999, "year");
        Checks.inRange(quarter, 1, 4, "quarter");
        YearMonth first = YearMonth.of(year, 3 * quarter - 2);
        return new Span(first.atDay(1), first.plusMonths(3).atDay(1));
    }

    /**
     * A calendar year.
     *
     * @param year the year
     * @return its days
     */
    public static Span year(int year) {
        Checks.inRange(year, 1, 9999, "year");
        return new Span(Year.of(year).atDay(1), Year.of(year + 1).atDay(1));
    }

    /**
     * The {@code n} days up to and including {@code asOf}.
     *
     * @param n how many days, 1 or more
     * @param asOf the last day
     * @return the span, which ends with {@code asOf}
     */
    public static Span lastDays(int n, LocalDate asOf) {
        Checks.atLeast(n, 1, "n");
        LocalDate end = asOf.plusDays(1);
        return new Span(end.minusDays(n), end);
    }

    /**
     * The last {@code n} whole ISO weeks: the newest is the one whose Sunday is {@code asOf} or the nearest before it.
     *
     * <p>The week that is still running on {@code asOf} is never a part, so that every week in it can be compared with
     * every other. As of Wednesday 2026-09-30 the last week is 2026-09-21 to 2026-09-27.
     *
     * @param n how many weeks, 1 or more
     * @param asOf the last day that is known
     * @return {@code 7 n} days, from a Monday to a Sunday
     */
    public static Span lastWeeks(int n, LocalDate asOf) {
        Checks.atLeast(n, 1, "n");
        LocalDate monday = asOf.plusDays(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Span(monday.minusWeeks(n), monday);
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @param text two ISO dates and a slash, such as {@code 2017-01-01/2017-04-01}; the second is not included
     * @return the span
     * @throws IllegalArgumentException if the text is anything else
     */
    public static Span parse(String text) {
        int slash = text.indexOf('/');
        if (slash >= 0) {
            try {
                return new Span(LocalDate.parse(text.substring(0, slash)), LocalDate.parse(text.substring(slash + 1)));
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(notASpan(text), e);
            }
        }
        throw new IllegalArgumentException(notASpan(text));
    }

    private static String notASpan(String text) {
        String shown = text.length() <= 40 ? text : text.substring(0, 40) + "...";
        return "a span must be two dates with a slash, such as 2017-01-01/2017-04-01: \"" + shown + "\"";
    }

    /**
     * How many days there are.
     *
     * @return the number of days, 0 if empty
     */
    public int days() {
        return (int) (endExclusive.toEpochDay() - start.toEpochDay());
    }

    /**
     * Whether there is no day in it.
     *
     * @return true if the start is the end
     */
    public boolean isEmpty() {
        return start.equals(endExclusive);
    }

    /**
     * The last day in it.
     *
     * @return the day before the end
     * @throws IllegalStateException if the span is empty
     */
    public LocalDate lastDay() {
        if (isEmpty()) {
            throw new IllegalStateException("an empty span has no last day: " + this);
        }
        return endExclusive.minusDays(1);
    }

    /**
     * Whether a day lies in it.
     *
     * @param day a day
     * @return true if it does
     */
    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && day.isBefore(endExclusive);
    }

    /**
     * Whether all days of another span lie in it.
     *
     * @param other a span
     * @return true if they do; an empty span lies in every span
     */
    public boolean contains(Span other) {
        return other.isEmpty() || (!other.start.isBefore(start) && !other.endExclusive.isAfter(endExclusive));
    }

    /**
     * Whether the two share a day.
     *
     * @param other a span
     * @return true if they do; never for an empty span
     */
    public boolean overlaps(Span other) {
        return !isEmpty()
                && !other.isEmpty()
                && start.isBefore(other.endExclusive)
                && other.start.isBefore(endExclusive);
    }

    /**
     * The days that the two share.
     *
     * @param other a span
     * @return one day or more, or nothing if they share none
     */
    public Optional<Span> intersection(Span other) {
        if (!overlaps(other)) {
            return Optional.empty();
        }
        LocalDate from = start.isAfter(other.start) ? start : other.start;
        LocalDate to = endExclusive.isBefore(other.endExclusive) ? endExclusive : other.endExclusive;
        return Optional.of(new Span(from, to));
    }

    /**
     * The one before, as people mean it: before a quarter comes a quarter, although it may have fewer days.
     *
     * <p>A span of whole calendar months is followed back by as many calendar months; any other by as many days. So
     * before 2017Q1 (90 days) comes 2016Q4 (92 days), before March comes February, before a week the week before. Where
     * the number of days has to be the same, ask {@link #precedingDays}.
     *
     * @return the span that ends where this one starts
     */
    public Span previous() {
        if (isEmpty() || start.getDayOfMonth() != 1 || endExclusive.getDayOfMonth() != 1) {
            return precedingDays();
        }
        return new Span(start.minusMonths(ChronoUnit.MONTHS.between(start, endExclusive)), start);
    }

    /**
     * As many days, directly before.
     *
     * @return the span of the same length that ends where this one starts
     */
    public Span precedingDays() {
        return new Span(start.minusDays(days()), start);
    }

    /**
     * Its days.
     *
     * @return each day, in order
     */
    public Stream<LocalDate> dates() {
        return start.datesUntil(endExclusive);
    }

    /**
     * Both ends, ISO 8601.
     *
     * @return such as {@code 2017-01-01/2017-04-01}: the second date is not included
     */
    @Override
    public String toString() {
        return start + "/" + endExclusive;
    }
}
