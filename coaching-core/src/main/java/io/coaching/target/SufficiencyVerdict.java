package io.coaching.target;

/** Whether being on target reaches the quota: the one decision, from which all texts follow. */
public enum SufficiencyVerdict {
    /** Every target is enough on average, and the weakest with the probability asked for. */
    SUFFICIENT,
    /** Every target is enough on average, but the weakest not with the probability asked for, or that is not known. */
    ON_AVERAGE_ONLY,
    /** The weakest target is too low even on average. */
    INSUFFICIENT,
    /** A conversion or the deal size has no value. */
    UNKNOWN
}
