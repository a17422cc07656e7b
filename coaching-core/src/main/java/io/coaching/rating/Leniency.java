package io.coaching.rating;

/** What was decided about a rater, with what asking about all of them costs. */
public enum Leniency {
    /** Gives credibly less than others would, by more than does not matter. */
    SEVERE("severe"),
    /** Gives credibly more than others would, by more than does not matter. */
    LENIENT("lenient"),
    /** Nothing is credible: no severity, or not enough evidence of it. */
    UNDECIDED("within chance"),
    /** Has fewer comparable scorecards than anything is said on. */
    TOO_FEW("too few scorecards"),
    /** Cannot be compared: nobody else rated the same, or there is nothing to tell chance by. */
    UNKNOWN("not comparable");

    private final String text;

    Leniency(String text) {
        this.text = text;
    }

    /**
     * The decision in English.
     *
     * @return the text
     */
    public String text() {
        return text;
    }

    /**
     * Whether somebody is named.
     *
     * @return true for severe and lenient
     */
    public boolean isFlagged() {
        return this == SEVERE || this == LENIENT;
    }
}
