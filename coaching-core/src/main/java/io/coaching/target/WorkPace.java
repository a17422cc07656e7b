package io.coaching.target;

import io.coaching.internal.check.Checks;

/**
 * So much in each week or on each working day.
 *
 * @param exact the exact figure, 0 or more
 * @param whole rounded up, so that keeping to it is enough
 */
public record WorkPace(double exact, long whole) {
    /**
     * Checks the figures.
     *
     * @param exact the exact figure
     * @param whole rounded up
     */
    public WorkPace {
        exact = Checks.inRange(exact, 0, Double.MAX_VALUE, "exact");
        Checks.atLeast(whole, 0, "whole");
    }
}
