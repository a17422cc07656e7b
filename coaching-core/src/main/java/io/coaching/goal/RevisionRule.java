package io.coaching.goal;

/** Which of several values holds for a period in the middle of which a target was changed. */
public enum RevisionRule {
    /** The newest, for the whole period: a correction, or a new agreement. The usual one. */
    LATEST,
    /** Each for the working days on which it was in effect: a change of territory or of role. */
    BY_DAYS,
    /** The first: what was promised at the start, whatever came later. */
    ORIGINAL;

    /** What is taken where nothing is said. */
    public static final RevisionRule DEFAULT = LATEST;
}
