package io.coaching.data;

/** To which team the facts of somebody who moved belong. */
public enum TeamAttribution {
    /** To the team that the person was in on the day of the fact. */
    TEAM_ON_THE_DAY,
    /** All to the team that the person is in on the last day of the span: history moves along with people. */
    CURRENT_TEAM
}
