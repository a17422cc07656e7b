package io.coaching.kpi;

/** What a figure is in. */
public enum Unit {
    /** Things counted: calls, deals. */
    COUNT,
    /** Money, in major units of a currency. */
    MONEY,
    /** Money a day, in major units of a currency. */
    MONEY_PER_DAY,
    /** Whole calendar days. */
    DAYS,
    /** Seconds. */
    SECONDS,
    /** A share as a fraction: 0.25 for 25 %. */
    SHARE,
    /** One figure for another, such as demos for a call. */
    RATIO,
    /** Points on a scale. */
    POINTS
}
