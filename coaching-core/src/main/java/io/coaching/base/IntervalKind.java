package io.coaching.base;

/** What the level of an interval means. */
public enum IntervalKind {
    /** Intervals made this way cover the true value that often. */
    CONFIDENCE,
    /** The true value lies inside with that probability, given the data and what was assumed before. */
    CREDIBLE,
    /** The next observation lies inside with that probability. */
    PREDICTION
}
