package io.coaching.people;

/** How those who are still ramping are compared. */
public enum RampMatch {
    /** Like with like: who is ramped with who is ramped, who is ramping with who is ramping. */
    ALIKE,
    /** Everyone with those who are ramped. */
    RAMPED_ONLY,
    /** Ramped or not does not matter. */
    ANY
}
