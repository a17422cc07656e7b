package io.coaching.time;

/** Which of the days with the right name ends a fiscal year of whole weeks. */
public enum YearEndRule {
    /** The last one in the month: with Saturday and September, 2017-09-30 and 2018-09-29. */
    LAST_WEEKDAY_OF_MONTH,
    /** The one nearest to the last day of the month, which may lie in the next: 2018-02-03 for January. */
    NEAREST_TO_MONTH_END
}
