package io.coaching.rating;

/** Which coefficient of agreement. The name is the same in every language. */
public enum CoefficientKind {
    /** The share of pairs of raters who gave the same rating. */
    PERCENT_AGREEMENT("percent agreement"),
    /** Cohen's kappa, where there are two raters. */
    COHEN_KAPPA("Cohen's kappa"),
    /** Cohen's kappa with quadratic weights, where there are two raters. */
    WEIGHTED_KAPPA("weighted kappa"),
    /** Fleiss' kappa. */
    FLEISS_KAPPA("Fleiss' kappa"),
    /** Krippendorff's alpha with ordinal distances. */
    KRIPPENDORFF_ALPHA("Krippendorff's alpha"),
    /** Gwet's AC1: equal or not. */
    AC1("Gwet's AC1"),
    /** Gwet's AC2: near misses count in part. */
    AC2("Gwet's AC2"),
    /** Kendall's W, of units that all raters rated. */
    KENDALL_W("Kendall's W"),
    /** The reliability of one rater's score, severity counting as error. */
    ICC_AGREEMENT_SINGLE("ICC(A,1)"),
    /** The reliability of the mean of as many raters as a unit has, severity counting as error. */
    ICC_AGREEMENT_AVERAGE("ICC(A,k)"),
    /** The reliability of one rater's score, severity forgiven. */
    ICC_CONSISTENCY_SINGLE("ICC(C,1)"),
    /** The reliability of the mean of as many raters as a unit has, severity forgiven. */
    ICC_CONSISTENCY_AVERAGE("ICC(C,k)");

    private final String label;

    CoefficientKind(String label) {
        this.label = label;
    }

    /**
     * The name in the literature.
     *
     * @return the name
     */
    public String label() {
        return label;
    }
}
