package io.coaching.pipeline;

/** To whom the facts of a deal belong that has changed hands. */
public enum Attribution {
    /** To the person who owned it on the day of the fact. */
    OWNER_AT_EVENT,
    /** All to the person who owns it now, or owned it last. */
    CURRENT_OWNER
}
