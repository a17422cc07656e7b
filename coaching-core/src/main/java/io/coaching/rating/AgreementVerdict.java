package io.coaching.rating;

/**
 * What was decided about the agreement of raters, from the interval of the trusted coefficient and Krippendorff's customary
 * limits (2004, Content Analysis, p. 241): 0.800 to rely on ratings, 0.667 for tentative conclusions.
 */
public enum AgreementVerdict {
    /** The whole interval lies at or above 0.800. */
    RELIABLE("reliable"),
    /** The whole interval lies at or above 0.667. */
    TENTATIVE("good enough for tentative conclusions"),
    /** The interval holds 0.667: there are too few ratings to tell. */
    UNSURE("not settled by so few ratings"),
    /** The whole interval lies below 0.667. */
    UNRELIABLE("not reliable"),
    /** There is no coefficient. */
    NONE("without a verdict");

    private final String text;

    AgreementVerdict(String text) {
        this.text = text;
    }

    /**
     * The verdict in English, to continue a sentence.
     *
     * @return the text
     */
    public String text() {
        return text;
    }
}
