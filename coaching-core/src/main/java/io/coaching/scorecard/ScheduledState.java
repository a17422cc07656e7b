package io.coaching.scorecard;

/** What became of one period of a {@link ReviewSchedule} for one person. */
public enum ScheduledState {
    /** There was a review in the period. */
    REVIEWED,
    /** The period is over, the person was there, and there was no review. */
    MISSED,
    /** The person was away for more than half of the period's working days, so nothing was due. */
    EXCUSED,
    /** The period is not over. */
    RUNNING;

    /**
     * The state in English.
     *
     * @return the text
     */
    public String text() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
