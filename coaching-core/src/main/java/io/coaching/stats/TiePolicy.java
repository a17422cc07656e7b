package io.coaching.stats;

/**
 * Which rank those get who are level. On four values of which the second and third are level:
 *
 * <p>The default is {@link #STANDARD_COMPETITION}, as in sports and as leaderboards' users expect.
 */
public enum TiePolicy {
    /** 1 2 2 4: the best rank of the tied. The default. */
    STANDARD_COMPETITION,
    /** 1 3 3 4: the worst rank of the tied. */
    MODIFIED_COMPETITION,
    /** 1 2 2 3: no rank is left out. */
    DENSE,
    /** 1 2 3 4: of the tied, who comes first in the input comes first. It depends on the order of the input by design. */
    ORDINAL_FIRST,
    /** 1 2.5 2.5 4: the average of the ranks of the tied. */
    FRACTIONAL;

    /** What is used where nothing is said: {@link #STANDARD_COMPETITION}. */
    public static final TiePolicy DEFAULT = STANDARD_COMPETITION;
}
