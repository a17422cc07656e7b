package io.coaching.target;

/** Whether a target will be reached: the one decision from which texts and colours are derived. */
public enum PaceVerdict {
    /** It is reached already, or the period is over and it was. */
    REACHED("has reached the target"),
    /** It will be reached with a high probability. */
    LIKELY("will probably reach the target"),
    /** Both are well possible. */
    OPEN("may reach the target or miss it"),
    /** It will be missed with a high probability. */
    UNLIKELY("will probably miss the target"),
    /** The period is over and it was missed, or what must not be exceeded is exceeded. */
    MISSED("has missed the target"),
    /** There is no answer. */
    NONE("has no answer");

    private final String text;

    PaceVerdict(String text) {
        this.text = text;
    }

    /**
     * The verdict in English, after the subject.
     *
     * @return the text
     */
    public String text() {
        return text;
    }
}
