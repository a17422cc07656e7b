package io.coaching.scorecard;

import io.coaching.base.PersonId;
import io.coaching.people.Roster;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Span;

/** Who can be expected to take part in a period. */
record Presence(Roster roster, BusinessCalendar calendar) {
    /**
     * Whether somebody was there on half of the working days at least. Of who is not on the roster nothing is known: they are
     * expected; in a period without working days nobody is.
     */
    boolean isExpected(PersonId person, Span period) {
        int days = calendar.workingDays(period);
        return days > 0 && (!roster.contains(person) || 2 * roster.eligibleDays(person, period, calendar) >= days);
    }
}
