package io.coaching.json;

/** What a column of an export of opportunities may hold. */
public enum CrmColumn {
    /** Identifies the opportunity. Required. */
    ID,
    /** Who owns it: an identifier, or a name. */
    OWNER,
    /** The customer. */
    ACCOUNT,
    /** What is being sold. */
    PRODUCT,
    /** The stage that it is in, or was closed in. */
    STAGE,
    /** When it was created. */
    CREATED,
    /** When it came into the stage in which it begins to count. */
    ENGAGED,
    /** When it was closed; of one that is open, when it is expected to. */
    CLOSED,
    /** The amount. */
    AMOUNT,
    /** The currency of the amount, as an ISO 4217 code. */
    CURRENCY,
    /** New business, renewal or expansion. */
    TYPE,
    /** Why it was lost. */
    LOSS_REASON,
    /** Whether it is closed: {@code true} or {@code false}. */
    IS_CLOSED,
    /** Whether it was won: {@code true} or {@code false}. */
    IS_WON
}
