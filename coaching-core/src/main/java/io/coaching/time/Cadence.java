package io.coaching.time;

/**
 * How often something is looked at. What a month, a quarter or a year is, and on which day a week begins, says a
 * {@link BusinessCalendar}.
 */
public enum Cadence {
    /** Every day, working or not. */
    DAILY,
    /** Every week, from the day that the calendar's weeks begin on. */
    WEEKLY,
    /** Every month of the fiscal year: a calendar month, or four or five weeks. */
    MONTHLY,
    /** Every quarter of the fiscal year. */
    QUARTERLY,
    /** Every fiscal year. */
    YEARLY
}
