package io.coaching.scorecard;

/** A rule that a plan of reviews keeps. */
public enum ReviewRule {
    /** There are as many raters as each ratee needs reviews. */
    ENOUGH_RATERS("the number of raters"),
    /** Nobody reviews themselves, so somebody needs others to review them. */
    NO_SELF("no review of oneself"),
    /** Two people with a conflict of interest do not review each other. */
    CONFLICT_OF_INTEREST("conflicts of interest"),
    /** Nobody reviews the same person more often than so many times. */
    REPEAT_LIMIT("the limit of repeated pairs"),
    /** A rule of the host about who may review whom. */
    ELIGIBILITY("the host's rule of who may review whom"),
    /** The loads of two raters differ by one review at most. */
    EQUAL_LOAD("equal load"),
    /** Every rater is linked with every other one by people whom both, or both by way of others, review. */
    CONNECTED("a connected design");

    private final String text;

    ReviewRule(String text) {
        this.text = text;
    }

    /**
     * The rule in English, as a noun: what stands in the way of a plan.
     *
     * @return the text
     */
    public String text() {
        return text;
    }
}
