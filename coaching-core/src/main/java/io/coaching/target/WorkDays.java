package io.coaching.target;

import io.coaching.base.PersonId;
import io.coaching.people.Roster;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Span;
import java.util.Optional;

/** The days on which work is done: those of a calendar, of a person on a roster less those they are away. */
record WorkDays(BusinessCalendar calendar, Optional<Roster> roster, Optional<PersonId> person) {
    static WorkDays of(BusinessCalendar calendar) {
        return new WorkDays(calendar, Optional.empty(), Optional.empty());
    }

    int in(Span span) {
        return roster.isPresent() && person.isPresent() && roster.get().contains(person.get())
                ? roster.get().eligibleDays(person.get(), span, calendar)
                : calendar.workingDays(span);
    }

    int inAWeek() {
        return calendar.workWeek().size();
    }
}
