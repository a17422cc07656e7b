package io.coaching.scorecard;

import io.coaching.base.PersonId;
import io.coaching.internal.check.Checks;
import java.util.Optional;

/** How far raters stand from the others, so that their scores can be adjusted. */
@FunctionalInterface
public interface RaterAdjustment {
    /**
     * How far a rater stands from the others.
     *
     * @param rater the rater
     * @return the leniency; empty for a rater without enough evidence, whose scores are taken as they are
     */
    Optional<Leniency> of(PersonId rater);

    /**
     * By how much a rater gives more than others would.
     *
     * @param points what is subtracted from each score of the rater; negative for a severe one
     * @param standardError how sure that is, in points, 0 or more
     */
    record Leniency(double points, double standardError) {
        /**
         * Checks the figures.
         *
         * @param points what is subtracted
         * @param standardError how sure that is
         */
        public Leniency {
            points = Checks.finite(points, "points");
            standardError = Checks.inRange(standardError, 0, Double.MAX_VALUE, "standardError");
        }
    }
}
