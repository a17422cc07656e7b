package io.coaching.scorecard;

import io.coaching.base.PersonId;
import io.coaching.internal.check.Checks;
import io.coaching.time.CalendarPeriod;

/**
 * One person's turn in one period of a schedule.
 *
 * @param person who is to be reviewed
 * @param period when
 * @param state what became of it
 * @param cards how many cards there are, also where nothing was due
 */
public record ScheduledReview(PersonId person, CalendarPeriod period, ScheduledState state, int cards) {
    /**
     * Checks the number.
     *
     * @param person who is to be reviewed
     * @param period when
     * @param state what became of it
     * @param cards how many cards there are
     */
    public ScheduledReview {
        Checks.atLeast(cards, 0, "cards");
    }
}
