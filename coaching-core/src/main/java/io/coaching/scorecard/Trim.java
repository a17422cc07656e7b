package io.coaching.scorecard;

/** Which cards of a panel of raters count. */
public enum Trim {
    /** All of them. */
    NONE,
    /** All but the highest and the lowest score, one each; there must be three at least. */
    HIGHEST_AND_LOWEST
}
