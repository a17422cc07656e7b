package io.coaching.scorecard;

import io.coaching.base.CompetencyId;
import io.coaching.base.Estimate;
import io.coaching.internal.check.Checks;
import java.util.Optional;

/**
 * What people say of one competency of a programme, or of the programme as a whole.
 *
 * @param competency which competency; absent for the whole
 * @param people how many people said how relevant it is
 * @param relevance the mean of theirs, 1 to 5, with its t interval; withheld where they are fewer than the minimum group
 * @param comments how many comments there are
 */
public record FeedbackLine(Optional<CompetencyId> competency, int people, Estimate relevance, int comments) {
    /**
     * Checks the numbers.
     *
     * @param competency which competency
     * @param people how many people
     * @param relevance their mean
     * @param comments how many comments
     */
    public FeedbackLine {
        Checks.atLeast(people, 0, "people");
        Checks.atLeast(comments, 0, "comments");
    }
}
