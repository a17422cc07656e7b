package io.coaching.people;

/** Why someone is not among the peers of another: the first that applies, in this order. */
public enum Exclusion {
    /** The caller left them out by name. */
    NAMED_OUT("left out by name"),
    /** The caller named others. */
    NOT_NAMED("not among those named"),
    /** Most of the missing days lie after the exit. */
    LEFT("left too early in the period"),
    /** Most of the missing days lie before the hire. */
    NOT_YET_HIRED("hired too late in the period"),
    /** Most of the missing days are days of leave. */
    ON_LEAVE("on leave for too much of the period"),
    /** The role is another one. */
    OTHER_ROLE("another role"),
    /** The team is another one. */
    OTHER_TEAM("another team"),
    /** The region is another one. */
    OTHER_REGION("another region"),
    /** The manager is another one. */
    OTHER_MANAGER("another manager"),
    /** The work mode is another one. */
    OTHER_WORK_MODE("another work mode"),
    /** A further attribute has another value. */
    OTHER_ATTRIBUTE("another attribute"),
    /** They are still ramping, and only those who are ramped are compared with. */
    NOT_RAMPED("not ramped yet"),
    /** They are ramped, and someone who is ramping is compared with others who are. */
    ALREADY_RAMPED("ramped already"),
    /** The day of hire of one of the two is not known. */
    TENURE_UNKNOWN("tenure not known"),
    /** They were hired too much earlier or later. */
    TENURE_DIFFERS("another tenure"),
    /** They are like for like, but there is nothing to compare with: said by engines, never by {@link Peers}. */
    NO_EVIDENCE("no evidence in the period");

    private final String text;

    Exclusion(String text) {
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
