package io.coaching.trend;

/** Where someone stands against the median of the peers, over the newest stretch of periods on one level. */
public enum PeerStanding {
    /** Ahead, for sure. */
    AHEAD,
    /** Behind, for sure. */
    BEHIND,
    /** Neither is sure. */
    NOT_DISTINGUISHABLE,
    /** There is nothing to decide on. */
    NO_VERDICT
}
