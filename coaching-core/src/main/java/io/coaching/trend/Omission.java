package io.coaching.trend;

/** Why a period is no part of a trend. */
public enum Omission {
    /** The period is not over on the last known day, so it cannot be compared with whole ones. */
    RUNNING("not over yet"),
    /** The period is cut by the beginning or the end of the span. */
    CUT("cut by the span"),
    /** The person was not yet hired for most of it. */
    NOT_YET_HIRED("not yet hired"),
    /** The person had left for most of it. */
    LEFT("left"),
    /** The person was on leave for most of the working days. */
    ON_LEAVE("on leave"),
    /** The person was still ramping on its first day of work. */
    RAMPING("still ramping"),
    /** There was no working day in it. */
    NO_WORKING_DAY("no working day"),
    /** The figure is of fewer people than privacy allows to tell. */
    TOO_FEW_PEOPLE("of too few people"),
    /** The day since which progress is asked for lies within it. */
    BOTH_SIDES("before and after at once"),
    /** Too few peers have a figure to hold it against. */
    TOO_FEW_PEERS("too few peers"),
    /** There is no figure: a gap, not a zero. */
    NO_FIGURE("no figure");

    private final String text;

    Omission(String text) {
        this.text = text;
    }

    /**
     * The reason in English.
     *
     * @return the text
     */
    public String text() {
        return text;
    }
}
