package io.coaching.sample;

/** Whether someone was made to differ on a KPI on purpose, and which way. */
public enum Planted {
    /** Not on purpose: the true value is the typical one, give or take the natural spread. */
    NOT_PLANTED,
    /** Made clearly better than typical. */
    STRONG,
    /** Made clearly worse than typical. */
    WEAK
}
