package io.coaching.scorecard;

import io.coaching.base.ScorecardId;
import java.time.Instant;
import java.util.Optional;

/**
 * How far one review is.
 *
 * @param request what was asked
 * @param status how far it is
 * @param dueEnd the moment from which it is overdue
 * @param card the card, where it came
 */
public record ReviewState(ReviewRequest request, ReviewStatus status, Instant dueEnd, Optional<ScorecardId> card) {
    @Override
    public String toString() {
        return request + ": " + status.text();
    }
}
