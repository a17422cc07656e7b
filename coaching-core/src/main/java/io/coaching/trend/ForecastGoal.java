package io.coaching.trend;

import io.coaching.base.Reason;
import io.coaching.internal.check.Checks;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The target of a coming period, and how likely it is to be missed.
 *
 * @param period the name of the period
 * @param target the target in force on the last known day; empty where there is none
 * @param probabilityOfMissing the probability of staying short of it: below it, or above where lower is better
 * @param whyNot why there is no probability
 */
public record ForecastGoal(
        String period, OptionalDouble target, OptionalDouble probabilityOfMissing, Optional<Reason> whyNot) {
    /**
     * Checks that there is a probability or a reason.
     *
     * @param period the name of the period
     * @param target the target in force
     * @param probabilityOfMissing the probability of staying short of it
     * @param whyNot why there is no probability
     */
    public ForecastGoal {
        Checks.that(
                probabilityOfMissing.isPresent() == whyNot.isEmpty(),
                "probability must be given, or whyNot: " + period);
        probabilityOfMissing.ifPresent(p -> Checks.inRange(p, 0, 1, "probabilityOfMissing"));
    }
}
