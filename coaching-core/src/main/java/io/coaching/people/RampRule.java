package io.coaching.people;

import io.coaching.internal.check.Checks;

/**
 * When a newcomer counts as ramped: fully productive, and fit to be compared with those who are.
 *
 * <p>Someone hired on 15 January with three months of ramp is ramped from 15 April. A role may set its own number of
 * months ({@link Role#rampMonths()}), and an assignment the very day ({@link Assignment#rampedFrom()}), which goes
 * before any rule. Whose day of hire is unknown counts as ramped where months are counted from it.
 *
 * @param months whole months, 0 to {@link #MAX_MONTHS}, for roles that do not say otherwise
 * @param start from when they are counted
 */
public record RampRule(int months, RampStart start) {
    /** The longest ramp: ten years. */
    public static final int MAX_MONTHS = 120;

    private static final RampRule NONE = new RampRule(0, RampStart.HIRE);

    /**
     * Rejects impossible months.
     *
     * @param months whole months
     * @param start from when they are counted
     * @throws IllegalArgumentException if months are negative or more than {@link #MAX_MONTHS}
     */
    public RampRule {
        Checks.inRange(months, 0, MAX_MONTHS, "months");
    }

    /**
     * Everyone is ramped from the first day, save where a role or an assignment says otherwise.
     *
     * @return the rule
     */
    public static RampRule none() {
        return NONE;
    }

    /**
     * Everyone is ramped so many months after the day of hire.
     *
     * @param months whole months
     * @return the rule
     */
    public static RampRule afterMonths(int months) {
        return new RampRule(months, RampStart.HIRE);
    }

    /**
     * The same months, counted from the first day in the role.
     *
     * @return the rule
     */
    public RampRule sinceRole() {
        return new RampRule(months, RampStart.ROLE);
    }
}
