package io.coaching.target;

import io.coaching.base.Estimate;
import io.coaching.base.Percent;
import java.util.Optional;

/**
 * The smallest activity at the top of a funnel that reaches the quota with a probability.
 *
 * @param chance the probability asked for, above 0 % and below 100 %
 * @param activity how many it takes, a whole number; undefined where no number within reach does
 * @param really the probability that so many really have, which is at least what was asked for
 * @param perWeek the activity in each week; absent where no span was said
 * @param perDay the activity on each working day; absent where no span was said
 */
public record ChanceNeed(
        Percent chance, Estimate activity, Estimate really, Optional<WorkPace> perWeek, Optional<WorkPace> perDay) {
    /**
     * Checks the probability.
     *
     * @param chance the probability asked for
     * @param activity how many it takes
     * @param really the probability that so many really have
     * @param perWeek the activity in each week
     * @param perDay the activity on each working day
     */
    public ChanceNeed {
        FunnelPlan.checkChance(chance);
    }
}
