package io.coaching.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import io.coaching.base.PersonId;
import io.coaching.internal.random.DeterministicRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

@Label("A plan of reviews")
class ReviewDesignProperties {
    static List<PersonId> people(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> PersonId.of("p" + (10_000 + i)))
                .toList();
    }

    /** Everything that a plan promises, checked without the code that made it. */
    static void assertKeeps(
            ReviewPlan plan, List<PersonId> raters, List<PersonId> ratees, int each, Set<ReviewPair> forbidden) {
        assertThat(plan.pairs()).hasSize(ratees.size() * each).doesNotHaveDuplicates();
        assertThat(plan.pairs()).noneMatch(pair -> pair.rater().equals(pair.ratee()));
        assertThat(plan.pairs()).noneMatch(forbidden::contains);
        Map<PersonId, Integer> given = new HashMap<>();
        Map<PersonId, Integer> got = new HashMap<>();
        plan.pairs().forEach(pair -> {
            given.merge(pair.rater(), 1, Integer::sum);
            got.merge(pair.ratee(), 1, Integer::sum);
        });
        assertThat(ratees).allMatch(ratee -> got.getOrDefault(ratee, 0) == each);
        int most = raters.stream().mapToInt(r -> given.getOrDefault(r, 0)).max().orElseThrow();
        int least =
                raters.stream().mapToInt(r -> given.getOrDefault(r, 0)).min().orElseThrow();
        assertThat(most - least).as("difference of loads").isLessThanOrEqualTo(1);
    }

    static boolean isConnected(List<ReviewPair> pairs, List<PersonId> raters, List<PersonId> ratees) {
        Map<String, Set<String>> links = new HashMap<>();
        raters.forEach(rater -> links.put("by " + rater, new HashSet<>()));
        ratees.forEach(ratee -> links.put("of " + ratee, new HashSet<>()));
        pairs.forEach(pair -> {
            links.computeIfAbsent("by " + pair.rater(), key -> new HashSet<>()).add("of " + pair.ratee());
            links.computeIfAbsent("of " + pair.ratee(), key -> new HashSet<>()).add("by " + pair.rater());
        });
        Set<String> seen = new HashSet<>();
        List<String> todo = new ArrayList<>(List.of(links.keySet().iterator().next()));
        while (!todo.isEmpty()) {
            String at = todo.remove(todo.size() - 1);
            if (seen.add(at)) {
                todo.addAll(links.getOrDefault(at, Set.of()));
            }
        }
        return seen.size() == links.size();
    }

    @Property(tries = 200)
    @Label("keeps every rule, or says which of them bind")
    void keepsTheRules(
            @ForAll @IntRange(min = 5, max = 80) int count,
            @ForAll @IntRange(min = 1, max = 5) int each,
            @ForAll @IntRange(min = 0, max = 60) int percentForbidden,
            @ForAll long seed) {
        List<PersonId> people = people(count);
        DeterministicRandom random = DeterministicRandom.of(seed);
        ReviewDesign design = ReviewDesign.of(people).reviewsEach(each);
        Set<ReviewPair> forbidden = new HashSet<>();
        List<ReviewPair> past = new ArrayList<>();
        for (PersonId one : people) {
            for (PersonId other : people) {
                if (!one.equals(other) && random.nextBoolean(percentForbidden / 100.0)) {
                    forbidden.add(ReviewPair.of(one, other));
                    past.add(ReviewPair.of(one, other));
                }
            }
        }
        ReviewAssignment answer = design.notAgain(past, 1).assign(seed);
        if (answer instanceof ReviewPlan plan) {
            assertKeeps(plan, people, people, each, forbidden);
            assertThat(isConnected(plan.pairs(), people, people))
                    .as("connected")
                    .isTrue();
        } else {
            NoReviewPlan none = (NoReviewPlan) answer;
            assertThat(none.binding()).isNotEmpty();
            if (none.affected().isEmpty()) {
                assertThat(none.binding()).contains(ReviewRule.CONNECTED);
            } else {
                assertThat(tooFewRaters(none.affected(), people, forbidden, each)
                                || tooFewRatees(none.affected(), people, forbidden, each))
                        .as("those affected prove that there is none: %s", none)
                        .isTrue();
            }
        }
    }

    /** These ratees need more reviews than all who may review them can give at equal load. */
    private static boolean tooFewRaters(
            List<PersonId> ratees, List<PersonId> people, Set<ReviewPair> forbidden, int each) {
        long possible = people.stream()
                .mapToLong(rater -> Math.min(each, allowed(rater, ratees, forbidden)))
                .sum();
        return possible < (long) ratees.size() * each;
    }

    /** These raters cannot give their share, since those whom they may review do not need so many. */
    private static boolean tooFewRatees(
            List<PersonId> raters, List<PersonId> people, Set<ReviewPair> forbidden, int each) {
        long possible = people.stream()
                .mapToLong(ratee -> Math.min(
                        each,
                        raters.stream()
                                .filter(rater -> allowed(rater, List.of(ratee), forbidden) == 1)
                                .count()))
                .sum();
        return possible < (long) raters.size() * each;
    }

    private static long allowed(PersonId rater, List<PersonId> ratees, Set<ReviewPair> forbidden) {
        return ratees.stream()
                .filter(ratee -> !ratee.equals(rater) && !forbidden.contains(new ReviewPair(rater, ratee)))
                .count();
    }

    @Property(tries = 5000, generation = GenerationMode.EXHAUSTIVE)
    @Label("is found wherever there is one: every way of four people with two reviews is tried by hand")
    void isFoundWhereThereIsOne(@ForAll @IntRange(min = 0, max = 4095) int allowedBits) {
        List<PersonId> people = people(4);
        List<ReviewPair> all = new ArrayList<>();
        for (PersonId one : people) {
            for (PersonId other : people) {
                if (!one.equals(other)) {
                    all.add(ReviewPair.of(one, other));
                }
            }
        }
        List<ReviewPair> past = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if ((allowedBits & 1 << i) == 0) {
                past.add(all.get(i));
            }
        }
        boolean anyPlan = false;
        boolean anyLinked = false;
        for (int choice = 0; choice < 4096; choice++) {
            if (Integer.bitCount(choice) == 8 && (choice & ~allowedBits) == 0) {
                List<ReviewPair> pairs = new ArrayList<>();
                for (int i = 0; i < 12; i++) {
                    if ((choice & 1 << i) != 0) {
                        pairs.add(all.get(i));
                    }
                }
                boolean two = people.stream()
                        .allMatch(p -> pairs.stream()
                                                .filter(pair -> pair.ratee().equals(p))
                                                .count()
                                        == 2
                                && pairs.stream()
                                                .filter(pair -> pair.rater().equals(p))
                                                .count()
                                        == 2);
                anyPlan |= two;
                anyLinked |= two && isConnected(pairs, people, people);
            }
        }
        ReviewDesign design = ReviewDesign.of(people).reviewsEach(2).notAgain(past, 1);
        assertThat(design.unlinked().assign(1).isPlan()).isEqualTo(anyPlan);
        assertThat(design.assign(1).isPlan()).isEqualTo(anyLinked);
    }

    @Property(tries = 20)
    @Label("does not depend on the order in which people are named, but on the seed")
    void sameForTheSameSeed(@ForAll @IntRange(min = 6, max = 40) int count, @ForAll long seed) {
        List<PersonId> people = people(count);
        List<PersonId> shuffled = new ArrayList<>(people);
        Collections.shuffle(shuffled, new Random(seed));
        ReviewAssignment plan = ReviewDesign.of(people).assign(seed);
        assertThat(ReviewDesign.of(shuffled).assign(seed)).isEqualTo(plan);
        assertThat(((ReviewPlan) ReviewDesign.of(people).assign(seed + 1)).pairs())
                .isNotEqualTo(((ReviewPlan) plan).pairs());
    }
}
