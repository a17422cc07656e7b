package io.coaching.kpi;

/** What a rate is per, counted over the days on which the person was employed and not on leave. */
public enum Exposure {
    /** Per working day of the business calendar. */
    WORKING_DAY,
    /** Per week of seven calendar days. */
    WEEK,
    /** Per 30 calendar days. */
    THIRTY_DAYS
}
