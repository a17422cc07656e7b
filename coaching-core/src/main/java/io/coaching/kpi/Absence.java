package io.coaching.kpi;

/** What it means that a person has no fact in a period. */
public enum Absence {
    /** It did not happen: nobody called, so there were 0 calls. */
    ZERO,
    /** It was not measured: no survey came back, so the score is unknown. */
    UNKNOWN
}
