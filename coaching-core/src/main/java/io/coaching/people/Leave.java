package io.coaching.people;

import io.coaching.base.PersonId;
import io.coaching.internal.check.Checks;
import io.coaching.time.Span;

/**
 * Days on which an employed person does not work. Not a holiday of everybody's: that is the calendar's.
 *
 * @param person who is away
 * @param span from the first day away to the day back, which is not included; at least one day
 * @param kind why
 */
public record Leave(PersonId person, Span span, LeaveKind kind) {
    /**
     * Rejects a leave of no days.
     *
     * @param person who is away
     * @param span the days away
     * @param kind why
     * @throws IllegalArgumentException if the span is empty
     */
    public Leave {
        Checks.that(
                !span.isEmpty(),
                "leave of " + person + " must last at least a day: " + span,
                "the last day away was given as the end, which is the day back");
    }

    /**
     * Returns a leave without a reason.
     *
     * @param person who is away
     * @param span the days away
     * @return the leave
     */
    public static Leave of(PersonId person, Span span) {
        return new Leave(person, span, LeaveKind.OTHER);
    }

    /** Leaves out the kind, which may be a matter of health. */
    @Override
    public String toString() {
        return "leave of " + person + " " + span;
    }
}
