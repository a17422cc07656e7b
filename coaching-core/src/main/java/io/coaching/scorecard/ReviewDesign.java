package io.coaching.scorecard;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.coaching.base.PersonId;
import io.coaching.internal.check.Checks;
import io.coaching.internal.random.DeterministicRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * Draws up who reviews whom: everyone gets equally many reviews, the loads of raters differ by one at most, nobody reviews
 * themselves, and unless it is asked otherwise the design is <em>connected</em>: any two raters are linked by people whom
 * both review, directly or by way of others. Without such links severe raters cannot be told from weak ratees (Linacre,
 * <i>Many-Facet Rasch Measurement</i>, 1989).
 *
 * <p>It is a matching with capacities: drawn at random by the seed, completed by augmenting paths (so that a plan is found
 * wherever there is one), and linked by exchanging ratees between raters, which changes no load. Where the rules cannot all
 * hold the answer says which of them bind. That no <em>connected</em> plan exists is proven only where too few reviews
 * are asked for, or the rules split people into parts that may not review each other; otherwise the search ends after a
 * bounded number of exchanges and says so.
 *
 * <p>The same question gives the same plan, in whatever order people are named. Immutable and thread-safe. Time and memory
 * for raters x ratees pairs: one bit each, and a fraction of a second for 1,000 people.
 *
 * <pre>{@code
 * ReviewAssignment plan = ReviewDesign.of(people)
 *         .reviewsEach(3)
 *         .conflict(PersonId.of("ana"), PersonId.of("ben"))
 *         .notAgain(lastCycle.pairs(), 1)
 *         .assign(7);
 * }</pre>
 */
public final class ReviewDesign {
    /** The most raters or ratees. */
    public static final int MAX_PEOPLE = 20_000;

    private static final int RESTARTS = 20;

    private final List<PersonId> raters;
    private final List<PersonId> ratees;
    private final int reviewsEach;
    private final ImmutableSet<ReviewPair> conflicts;
    private final ImmutableMap<ReviewPair, Integer> before;
    private final int limit;
    private final Optional<BiPredicate<PersonId, PersonId>> eligible;
    private final boolean connected;

    private ReviewDesign(
            List<PersonId> raters,
            List<PersonId> ratees,
            int reviewsEach,
            ImmutableSet<ReviewPair> conflicts,
            ImmutableMap<ReviewPair, Integer> before,
            int limit,
            Optional<BiPredicate<PersonId, PersonId>> eligible,
            boolean connected) {
        this.raters = raters;
        this.ratees = ratees;
        this.reviewsEach = reviewsEach;
        this.conflicts = conflicts;
        this.before = before;
        this.limit = limit;
        this.eligible = eligible;
        this.connected = connected;
    }

    /**
     * A design in which people review each other, three reviews each.
     *
     * @param people raters and ratees, 2 to {@link #MAX_PEOPLE}; a person named twice counts once
     * @return the design
     */
    public static ReviewDesign of(Collection<PersonId> people) {
        return of(people, people);
    }

    /**
     * A design in which some people review others, three reviews for each ratee.
     *
     * @param raters who reviews, 1 to {@link #MAX_PEOPLE}
     * @param ratees who is reviewed, 1 to {@link #MAX_PEOPLE}
     * @return the design
     */
    public static ReviewDesign of(Collection<PersonId> raters, Collection<PersonId> ratees) {
        List<PersonId> givers = List.copyOf(new TreeSet<>(raters));
        List<PersonId> takers = List.copyOf(new TreeSet<>(ratees));
        Checks.inRange(givers.size(), 1, MAX_PEOPLE, "number of raters");
        Checks.inRange(takers.size(), 1, MAX_PEOPLE, "number of ratees");
        return new ReviewDesign(givers, takers, 3, ImmutableSet.of(), ImmutableMap.of(), 1, Optional.empty(), true);
    }

    /**
     * How many reviews each ratee gets.
     *
     * @param count the reviews, each by another rater, at least 1
     * @return a new design
     */
    public ReviewDesign reviewsEach(int count) {
        Checks.atLeast(count, 1, "reviewsEach");
        return new ReviewDesign(raters, ratees, count, conflicts, before, limit, eligible, connected);
    }

    /**
     * Two people who must not review each other.
     *
     * @param one a person
     * @param other another person
     * @return a new design
     */
    public ReviewDesign conflict(PersonId one, PersonId other) {
        ImmutableSet<ReviewPair> all = ImmutableSet.<ReviewPair>builder()
                .addAll(conflicts)
                .add(ReviewPair.of(one, other), ReviewPair.of(other, one))
                .build();
        return new ReviewDesign(raters, ratees, reviewsEach, all, before, limit, eligible, connected);
    }

    /**
     * Pairs of earlier cycles, so that nobody reviews the same person again and again.
     *
     * @param earlier the reviews of earlier cycles; a pair counts as often as it is named
     * @param times how often a pair may occur in all, this cycle included, at least 1: with 1 no pair of the past comes again
     * @return a new design
     */
    public ReviewDesign notAgain(Collection<ReviewPair> earlier, int times) {
        Checks.atLeast(times, 1, "times");
        Map<ReviewPair, Integer> counts = new java.util.TreeMap<>(before);
        earlier.forEach(pair -> counts.merge(pair, 1, Integer::sum));
        return new ReviewDesign(
                raters, ratees, reviewsEach, conflicts, ImmutableMap.copyOf(counts), times, eligible, connected);
    }

    /**
     * A rule of the host about who may review whom, as "only people of another team". It takes the place of an earlier one.
     *
     * @param rule tells of a rater and a ratee whether the one may review the other; it is asked once for each pair and must
     *     always say the same
     * @return a new design
     */
    public ReviewDesign eligible(BiPredicate<PersonId, PersonId> rule) {
        return new ReviewDesign(raters, ratees, reviewsEach, conflicts, before, limit, Optional.of(rule), connected);
    }

    /**
     * The same without asking for links between raters. Severity can then not be told for all of them.
     *
     * @return a new design
     */
    public ReviewDesign unlinked() {
        return new ReviewDesign(raters, ratees, reviewsEach, conflicts, before, limit, eligible, false);
    }

    /**
     * Draws up the plan.
     *
     * @param seed any number; another one gives another plan
     * @return the plan, or which rules stand against each other
     */
    public ReviewAssignment assign(long seed) {
        Set<ReviewRule> all = EnumSet.allOf(ReviewRule.class);
        if (!connected) {
            all.remove(ReviewRule.CONNECTED);
        }
        NoReviewPlan none = null;
        ReviewMatching matching = matching(all);
        for (int restart = 0; restart <= RESTARTS; restart++) {
            ReviewMatching.Shortfall shortfall =
                    matching.fill(DeterministicRandom.of(seed).forPart("restart " + restart), true);
            if (shortfall != null) {
                return infeasible(all, shortfall);
            }
            if (!connected || matching.link()) {
                return plan(matching, seed);
            }
            if (none == null) {
                none = unlinkable(all);
                if (none.proven()) {
                    return none;
                }
            }
        }
        return java.util.Objects.requireNonNull(none);
    }

    private ReviewPlan plan(ReviewMatching matching, long seed) {
        List<ReviewPair> pairs = new ArrayList<>();
        matching.forEach((rater, ratee) -> pairs.add(ReviewPair.of(raters.get(rater), ratees.get(ratee))));
        return new ReviewPlan(pairs, seed);
    }

    /**
     * The rules without any one of which a plan would be there; if no single one helps, a smallest set of rules that
     * together do.
     */
    private NoReviewPlan infeasible(Set<ReviewRule> rules, ReviewMatching.Shortfall shortfall) {
        Set<ReviewRule> candidates = EnumSet.copyOf(rules);
        candidates.remove(ReviewRule.CONNECTED);
        candidates.removeIf(rule -> !matters(rule));
        Set<ReviewRule> binding = EnumSet.noneOf(ReviewRule.class);
        for (ReviewRule rule : candidates) {
            if (helps(rules, EnumSet.of(rule))) {
                binding.add(rule);
            }
        }
        if (binding.size() > 1) {
            binding.remove(ReviewRule.NO_SELF); // nobody would loosen it where another rule will do
        }
        if (binding.isEmpty() && reviewsEach > raters.size()) {
            binding.add(ReviewRule.ENOUGH_RATERS);
        } else if (binding.isEmpty()) {
            binding.addAll(candidates);
            for (ReviewRule rule : candidates) {
                Set<ReviewRule> fewer = EnumSet.copyOf(binding);
                fewer.remove(rule);
                if (helps(rules, fewer)) {
                    binding = fewer;
                }
            }
        }
        List<PersonId> affected = shortfall.of(shortfall.ofRatees() ? ratees : raters);
        return new NoReviewPlan(binding, true, affected, shortfall.needed(), shortfall.possible());
    }

    /** Whether there would be a plan without some of the rules. */
    private boolean helps(Set<ReviewRule> rules, Set<ReviewRule> without) {
        Set<ReviewRule> rest = EnumSet.copyOf(rules);
        rest.removeAll(without);
        return matching(rest).fill(DeterministicRandom.of(0), rest.contains(ReviewRule.EQUAL_LOAD)) == null;
    }

    private NoReviewPlan unlinkable(Set<ReviewRule> rules) {
        long reviews = (long) reviewsEach * ratees.size();
        long links = (long) raters.size() + ratees.size() - 1;
        Set<ReviewRule> binding = EnumSet.of(ReviewRule.CONNECTED);
        if (reviews < links) {
            return new NoReviewPlan(binding, true, List.of(), links, reviews);
        }
        boolean split = matching(rules).allowedParts() > 1;
        for (ReviewRule rule : EnumSet.of(
                ReviewRule.NO_SELF, ReviewRule.CONFLICT_OF_INTEREST, ReviewRule.REPEAT_LIMIT, ReviewRule.ELIGIBILITY)) {
            Set<ReviewRule> rest = EnumSet.copyOf(rules);
            rest.remove(rule);
            if (split && matters(rule) && matching(rest).allowedParts() == 1) {
                binding.add(rule);
            }
        }
        return new NoReviewPlan(binding, split, List.of(), 0, 0);
    }

    private boolean matters(ReviewRule rule) {
        return switch (rule) {
            case NO_SELF -> !Collections.disjoint(raters, ratees);
            case CONFLICT_OF_INTEREST -> !conflicts.isEmpty();
            case REPEAT_LIMIT -> before.values().stream().anyMatch(times -> times >= limit);
            case ELIGIBILITY -> eligible.isPresent();
            case EQUAL_LOAD, CONNECTED -> true;
            case ENOUGH_RATERS -> false;
        };
    }

    private ReviewMatching matching(Set<ReviewRule> rules) {
        return new ReviewMatching(
                raters.size(), ratees.size(), reviewsEach, (rater, ratee) -> allowed(rater, ratee, rules));
    }

    private boolean allowed(int rater, int ratee, Set<ReviewRule> rules) {
        PersonId one = raters.get(rater);
        PersonId other = ratees.get(ratee);
        if (one.equals(other)) {
            return !rules.contains(ReviewRule.NO_SELF);
        }
        if (rules.contains(ReviewRule.ELIGIBILITY)
                && eligible.isPresent()
                && !eligible.get().test(one, other)) {
            return false;
        }
        if (conflicts.isEmpty() && before.isEmpty()) {
            return true;
        }
        ReviewPair pair = ReviewPair.of(one, other);
        return !(rules.contains(ReviewRule.CONFLICT_OF_INTEREST) && conflicts.contains(pair))
                && !(rules.contains(ReviewRule.REPEAT_LIMIT) && before.getOrDefault(pair, 0) >= limit);
    }

    @Override
    public String toString() {
        return reviewsEach + " reviews each for " + ratees.size() + " people by " + raters.size() + " raters";
    }
}
