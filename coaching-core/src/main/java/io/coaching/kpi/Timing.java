package io.coaching.kpi;

/** Whether a KPI tells what is coming or what has come. */
public enum Timing {
    /** Moves before the result does: calls, demos, opportunity starts. */
    LEADING,
    /** The result itself: win rate, bookings. */
    LAGGING
}
