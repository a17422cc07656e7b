package io.coaching.people;

/** As what someone looks at figures. It is not their {@link Role}, nor being coach or coachee in a session. */
public enum AccessRole {
    /** A seller, who looks at their own figures. */
    REP,
    /** A manager, who looks at those who report to them. */
    MANAGER,
    /** A leader of enablement, who looks across all. */
    ENABLEMENT_LEADER,
    /** The programme itself: jobs that act for nobody in particular. */
    PROGRAMME
}
