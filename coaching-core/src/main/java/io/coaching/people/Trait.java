package io.coaching.people;

/** In what peers may have to be alike. What is absent is a value too: people without a team are alike in that. */
public enum Trait {
    /** The role. */
    ROLE,
    /** The team itself; a team above or below is another one. */
    TEAM,
    /** The region itself; a region around or within is another one. */
    REGION,
    /** The manager. */
    MANAGER,
    /** On site, hybrid or remote. */
    WORK_MODE
}
