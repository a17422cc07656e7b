package io.coaching.target;

import io.coaching.internal.check.Checks;

/**
 * How far a period has come.
 *
 * @param over how many of its working days are over
 * @param all how many it has
 */
public record DaysOver(int over, int all) {
    /**
     * Checks the numbers.
     *
     * @param over how many of its working days are over
     * @param all how many it has
     */
    public DaysOver {
        Checks.atLeast(over, 0, "over");
        Checks.that(over <= all, "over must be at most all, " + all + ": " + over);
    }

    @Override
    public String toString() {
        return over + " of " + all + " working days";
    }
}
