package io.coaching.target;

import io.coaching.base.MessageCode;

/** What may be wrong with a target as a goal. */
public enum TargetFlaw {
    /** Its KPI is not in the catalogue, so nobody can tell whether it is reached. */
    UNKNOWN_KPI(MessageCode.TARGET_FLAW_UNKNOWN_KPI, true),
    /** It is not in the unit of its KPI. */
    WRONG_UNIT(MessageCode.TARGET_FLAW_WRONG_UNIT, true),
    /** Nobody knows where things stand now: no baseline is given, and none can be measured. */
    NO_BASELINE(MessageCode.TARGET_FLAW_NO_BASELINE, true),
    /** Its period is over. */
    OVER(MessageCode.TARGET_FLAW_OVER, true),
    /** It asks for no more than the baseline. */
    NO_IMPROVEMENT(MessageCode.TARGET_FLAW_NO_IMPROVEMENT, false),
    /** It is beyond the best of the peers, and was never reached before: a leap and not a step. */
    LEAP(MessageCode.TARGET_FLAW_LEAP, false);

    private final MessageCode code;
    private final boolean measurability;

    TargetFlaw(MessageCode code, boolean measurability) {
        this.code = code;
        this.measurability = measurability;
    }

    /**
     * What is said of it.
     *
     * @return the code of the message
     */
    public MessageCode code() {
        return code;
    }

    /**
     * Whether it keeps the target from being measurable: a KPI with a baseline, a value and a date.
     *
     * @return true if so
     */
    public boolean againstMeasurability() {
        return measurability;
    }
}
