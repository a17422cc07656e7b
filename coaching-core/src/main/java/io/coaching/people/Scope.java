package io.coaching.people;

/** Whose figures are shown by name. Everyone sees their own. */
public enum Scope {
    /** Nobody else's. */
    SELF,
    /** Those of who reports to the viewer, with nobody in between. */
    DIRECT_REPORTS,
    /** Those of who reports to the viewer, directly or through others. */
    REPORTS,
    /** Everyone's. */
    EVERYONE
}
