package io.coaching.stats;

/**
 * Which intraclass correlation: by model (are raters told apart?), type (does a constant difference between raters count
 * against them?) and unit (of one rating, or of the mean of several?). Named as by McGraw and Wong 1996
 * (doi:10.1037/1082-989X.1.1.30); the numbers of Shrout and Fleiss 1979 (doi:10.1037/0033-2909.86.2.420) beside them.
 *
 * <p>Raters drawn from many and raters who are all there are have the same estimates; they differ in what is meant.
 */
public enum IntraclassForm {
    /** ICC(1), one-way: each unit by raters of its own; of one rating. Shrout and Fleiss (1,1). */
    ONE_WAY_SINGLE("ICC(1)"),
    /** ICC(k), one-way; of the mean of k ratings. Shrout and Fleiss (1,k). */
    ONE_WAY_AVERAGE("ICC(k)"),
    /** ICC(A,1), two-way, absolute agreement; of one rating. Shrout and Fleiss (2,1). */
    AGREEMENT_SINGLE("ICC(A,1)"),
    /** ICC(A,k), two-way, absolute agreement; of the mean of k ratings. Shrout and Fleiss (2,k). */
    AGREEMENT_AVERAGE("ICC(A,k)"),
    /** ICC(C,1), two-way, consistency: severity is forgiven; of one rating. Shrout and Fleiss (3,1). */
    CONSISTENCY_SINGLE("ICC(C,1)"),
    /** ICC(C,k), two-way, consistency; of the mean of k ratings, the same as Cronbach's alpha. Shrout and Fleiss (3,k). */
    CONSISTENCY_AVERAGE("ICC(C,k)");

    private final String notation;

    IntraclassForm(String notation) {
        this.notation = notation;
    }

    /**
     * The name in the literature.
     *
     * @return as {@code "ICC(A,1)"}
     */
    public String notation() {
        return notation;
    }

    /**
     * Whether raters are told apart.
     *
     * @return false for the one-way forms
     */
    public boolean isCrossed() {
        return this != ONE_WAY_SINGLE && this != ONE_WAY_AVERAGE;
    }

    /**
     * Whether it is of the mean of several ratings.
     *
     * @return false for the forms of one rating
     */
    public boolean isAverage() {
        return this == ONE_WAY_AVERAGE || this == AGREEMENT_AVERAGE || this == CONSISTENCY_AVERAGE;
    }

    /**
     * Whether differences in severity count against the raters.
     *
     * @return false for consistency
     */
    public boolean isAgreement() {
        return this != CONSISTENCY_SINGLE && this != CONSISTENCY_AVERAGE;
    }
}
