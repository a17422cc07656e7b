package io.coaching.people;

/** From when the months of a ramp are counted. */
public enum RampStart {
    /** From the day of hire: a move to another role does not begin a new ramp. */
    HIRE,
    /** From the first day in the role: whoever moves to another role ramps again. */
    ROLE
}
