package io.coaching.scorecard;

/** How far a review is that somebody was asked for. */
public enum ReviewStatus {
    /** The cycle has not begun. */
    NOT_YET_OPEN("not yet open"),
    /** It can be given, and there is time. */
    OPEN("open"),
    /** It is not there yet, and due so soon that the rater should be reminded. */
    REMINDER_DUE("reminder due"),
    /** It is not there and should be; the cycle is still open. */
    OVERDUE("overdue"),
    /** It came in time. */
    DONE("done"),
    /** It came, but after it was due. */
    DONE_LATE("done late"),
    /** The cycle is over and it never came. */
    MISSED("missed"),
    /** The rater or the ratee was not there between the opening and the due day: it is not counted. */
    EXCUSED("excused");

    private final String text;

    ReviewStatus(String text) {
        this.text = text;
    }

    /**
     * The status in English.
     *
     * @return the text
     */
    public String text() {
        return text;
    }

    /**
     * Whether the card is there.
     *
     * @return true for done and done late
     */
    public boolean isDone() {
        return this == DONE || this == DONE_LATE;
    }
}
