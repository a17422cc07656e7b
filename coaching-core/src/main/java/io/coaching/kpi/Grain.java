package io.coaching.kpi;

/** What one fact of a measure stands for. It decides what "n" means. */
public enum Grain {
    /** One happening: a call, a deal won. The number of facts is a sample size. */
    EVENT,
    /** The total of a person's day, as a dialler reports it. The number of days is the sample size. */
    DAILY_TOTAL
}
