package io.coaching.pipeline;

/** How a deal stands. */
public enum OpportunityStatus {
    /** Nothing dated has happened to it yet: a possible deal. */
    NOT_STARTED,
    /** It is being worked on. */
    OPEN,
    /** It is won. */
    WON,
    /** It is lost. */
    LOST;

    /**
     * Whether it is decided.
     *
     * @return true if won or lost
     */
    public boolean isClosed() {
        return this == WON || this == LOST;
    }
}
