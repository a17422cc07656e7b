package io.coaching.trend;

/** Where a series is heading, once the evidence has been weighed. */
public enum Movement {
    /** It has become better, for sure. */
    IMPROVING,
    /** It has become worse, for sure. */
    DECLINING,
    /** No sure movement, and anything more than a tenth of the level from the first period to the last is ruled out. */
    STEADY,
    /** No sure movement, and none is ruled out either; or there is nothing to decide on. */
    CANNOT_TELL
}
