package io.coaching.scorecard;

import io.coaching.base.PersonId;
import io.coaching.internal.check.Checks;

/**
 * Who reviews whom.
 *
 * @param rater who reviews
 * @param ratee who is reviewed, somebody else
 */
public record ReviewPair(PersonId rater, PersonId ratee) implements Comparable<ReviewPair> {
    /**
     * Checks that they are two.
     *
     * @param rater who reviews
     * @param ratee who is reviewed
     */
    public ReviewPair {
        Checks.that(!rater.equals(ratee), "ratee must not be the rater: " + ratee);
    }

    /**
     * Returns a pair.
     *
     * @param rater who reviews
     * @param ratee who is reviewed
     * @return the pair
     */
    public static ReviewPair of(PersonId rater, PersonId ratee) {
        return new ReviewPair(rater, ratee);
    }

    /** By ratee, then by rater. */
    @Override
    public int compareTo(ReviewPair other) {
        int byRatee = ratee.compareTo(other.ratee);
        return byRatee != 0 ? byRatee : rater.compareTo(other.rater);
    }

    @Override
    public String toString() {
        return rater + " reviews " + ratee;
    }
}
