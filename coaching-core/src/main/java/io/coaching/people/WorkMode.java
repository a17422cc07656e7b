package io.coaching.people;

/** Where someone works. */
public enum WorkMode {
    /** At an office. */
    ON_SITE,
    /** At an office on some days, elsewhere on the others. */
    HYBRID,
    /** Away from any office. */
    REMOTE
}
