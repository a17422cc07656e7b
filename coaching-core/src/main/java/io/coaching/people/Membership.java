package io.coaching.people;

import io.coaching.base.PersonId;
import io.coaching.time.Span;
import java.util.List;

/**
 * The days on which someone belonged to a group.
 *
 * @param person the person
 * @param spans the days: ascending, apart from each other, none empty
 */
public record Membership(PersonId person, List<Span> spans) {
    /**
     * Keeps a copy.
     *
     * @param person the person
     * @param spans the days
     */
    public Membership {
        spans = List.copyOf(spans);
    }

    /**
     * On how many days.
     *
     * @return the number of days
     */
    public int days() {
        return spans.stream().mapToInt(Span::days).sum();
    }
}
