package io.coaching.action;

/** What kind of promise an action item is. */
public enum ActionKind {
    /** One step that is over when it is done. */
    FOLLOW_UP,
    /** Something to develop: a behaviour to practise until the date. */
    COMMITMENT
}
