package io.coaching.scorecard;

/** Whether an item must be answered. */
public enum Requirement {
    /** A card without an answer to it is incomplete. */
    REQUIRED,
    /** It may be left out; the other answers then carry its weight. */
    OPTIONAL
}
