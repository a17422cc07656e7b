package io.coaching.scorecard;

import io.coaching.internal.check.Checks;

/**
 * What a card must say of what comes next.
 *
 * @param minimumItems how many action items a card must have, 0 or more
 * @param ownerRequired whether each must name who does it
 * @param dueRequired whether each must say until when
 */
public record ActionPlan(int minimumItems, boolean ownerRequired, boolean dueRequired) {
    /**
     * Checks the number.
     *
     * @param minimumItems how many action items a card must have
     * @param ownerRequired whether each must name who does it
     * @param dueRequired whether each must say until when
     */
    public ActionPlan {
        Checks.atLeast(minimumItems, 0, "minimumItems");
    }

    /**
     * Returns the usual demand: each with an owner and a date.
     *
     * @param minimumItems how many action items a card must have
     * @return the demand
     */
    public static ActionPlan atLeast(int minimumItems) {
        return new ActionPlan(minimumItems, true, true);
    }
}
