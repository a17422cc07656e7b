package io.coaching.process;

/** What being in a stage means for a deal. */
public enum StageKind {
    /** The deal is being worked on. */
    OPEN,
    /** The deal is won, and closed. */
    WON,
    /** The deal is lost, and closed. */
    LOST
}
