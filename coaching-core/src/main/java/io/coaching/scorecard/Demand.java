package io.coaching.scorecard;

/** When a text must stand beside a rating. */
public enum Demand {
    /** Never; it is welcome. */
    WELCOME,
    /** Beside every rating. */
    ALWAYS,
    /** Beside the lowest and the highest level only, which ask for a reason. */
    AT_EXTREMES
}
