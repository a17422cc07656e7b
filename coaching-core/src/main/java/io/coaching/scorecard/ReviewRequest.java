package io.coaching.scorecard;

import io.coaching.base.PersonId;
import io.coaching.internal.check.Checks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;

/**
 * One review that somebody is asked for.
 *
 * @param rater who is asked
 * @param ratee about whom; the rater only where they review themselves
 * @param relation in what relation
 * @param due the last day for it, in the rater's zone
 */
public record ReviewRequest(PersonId rater, PersonId ratee, Relation relation, LocalDate due)
        implements Comparable<ReviewRequest> {
    private static final Comparator<ReviewRequest> ORDER = Comparator.comparing(ReviewRequest::ratee)
            .thenComparing(ReviewRequest::relation)
            .thenComparing(ReviewRequest::rater)
            .thenComparing(ReviewRequest::due);

    /**
     * Checks that only a review of oneself is one.
     *
     * @param rater who is asked
     * @param ratee about whom
     * @param relation in what relation
     * @param due the last day for it
     */
    public ReviewRequest {
        Checks.that(
                rater.equals(ratee) == (relation == Relation.SELF),
                "relation of " + rater + " to " + ratee + " must " + (rater.equals(ratee) ? "" : "not ") + "be SELF: "
                        + relation);
    }

    /**
     * The moment from which it is overdue: the end of the due day where the rater works, also on a day of 23 or 25 hours.
     *
     * @param zone the rater's zone
     * @return the first instant after the due day
     */
    public Instant dueEnd(ZoneId zone) {
        return due.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** By ratee, relation and rater. */
    @Override
    public int compareTo(ReviewRequest other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return rater + " reviews " + ratee + " (" + relation + ") by " + due;
    }
}
