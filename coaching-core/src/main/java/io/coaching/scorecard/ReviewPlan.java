package io.coaching.scorecard;

import io.coaching.base.PersonId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who reviews whom, keeping every rule of its {@link ReviewDesign}.
 *
 * @param pairs the reviews, sorted by ratee and rater
 * @param seed the seed that it was drawn with
 */
public record ReviewPlan(List<ReviewPair> pairs, long seed) implements ReviewAssignment {
    /**
     * Sorts the pairs.
     *
     * @param pairs the reviews
     * @param seed the seed that it was drawn with
     */
    public ReviewPlan {
        pairs = pairs.stream().sorted().toList();
    }

    /**
     * Whom somebody reviews.
     *
     * @param rater who
     * @return the ratees, sorted
     */
    public List<PersonId> by(PersonId rater) {
        return pairs.stream()
                .filter(pair -> pair.rater().equals(rater))
                .map(ReviewPair::ratee)
                .toList();
    }

    /**
     * By whom somebody is reviewed.
     *
     * @param ratee who
     * @return the raters, sorted
     */
    public List<PersonId> of(PersonId ratee) {
        return pairs.stream()
                .filter(pair -> pair.ratee().equals(ratee))
                .map(ReviewPair::rater)
                .toList();
    }

    /**
     * How many reviews each rater gives.
     *
     * @return the loads, by rater; raters without a review are not in it
     */
    public Map<PersonId, Integer> loads() {
        Map<PersonId, Integer> loads = new TreeMap<>();
        pairs.forEach(pair -> loads.merge(pair.rater(), 1, Integer::sum));
        return java.util.Collections.unmodifiableMap(loads);
    }

    @Override
    public String toString() {
        Map<PersonId, Integer> loads = loads();
        int least = loads.values().stream().mapToInt(Integer::intValue).min().orElse(0);
        int most = loads.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return pairs.size() + " reviews by " + loads.size() + " raters, " + (least == most ? "" : least + " or ") + most
                + " each";
    }
}
