package io.coaching.goal;

/** Where the target that holds for a subject and a period comes from. */
public enum TargetOrigin {
    /** It was set for just that. */
    OWN("its own"),
    /** It is the sum of targets whose periods make up this one, as three months a quarter. */
    SUM_OF_PERIODS("the sum of its periods"),
    /** It is the sum of the members' targets, each for the days in the group. */
    SUM_OF_MEMBERS("the sum of the members'"),
    /** There is none. */
    NONE("none");

    private final String text;

    TargetOrigin(String text) {
        this.text = text;
    }

    /**
     * The origin in English.
     *
     * @return the text
     */
    public String text() {
        return text;
    }
}
