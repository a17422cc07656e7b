package io.coaching.action;

/** How an action item stands on a day. */
public enum ActionStatus {
    /** Not done, and not late: its date has not passed, or it has none. */
    OPEN,
    /** Not done, and its date has passed. */
    OVERDUE,
    /** Done on or before the day. */
    DONE
}
