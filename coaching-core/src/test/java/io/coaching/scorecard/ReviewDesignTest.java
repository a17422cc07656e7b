package io.coaching.scorecard;

import static io.coaching.scorecard.ReviewDesignProperties.assertKeeps;
import static io.coaching.scorecard.ReviewDesignProperties.isConnected;
import static io.coaching.scorecard.ReviewDesignProperties.people;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coaching.base.PersonId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A plan of reviews")
class ReviewDesignTest {
    @ParameterizedTest(name = "{0} people, {1} reviews each")
    @CsvSource({"5, 2", "50, 3", "500, 2", "5000, 3"})
    @DisplayName("serves a team of five and a company of five thousand")
    void ofAnySize(int count, int each) {
        List<PersonId> people = people(count);
        ReviewPlan plan = ReviewDesign.of(people).reviewsEach(each).assign(3).orThrow();
        assertKeeps(plan, people, people, each, Set.of());
        assertThat(isConnected(plan.pairs(), people, people)).isTrue();
    }

    @Test
    @DisplayName("shares ratees among fewer raters, as managers, as equally as can be")
    void ratersAndRatees() {
        List<PersonId> managers = people(7);
        List<PersonId> reps =
                IntStream.range(0, 40).mapToObj(i -> PersonId.of("rep" + i)).toList();
        ReviewPlan plan =
                ReviewDesign.of(managers, reps).reviewsEach(2).assign(1).orThrow();
        assertKeeps(plan, managers, reps, 2, Set.of());
        assertThat(plan).hasToString("80 reviews by 7 raters, 11 or 12 each");
        assertThat(plan.by(managers.get(0))).hasSizeBetween(11, 12);
        assertThat(plan.of(reps.get(0))).hasSize(2);
    }

    @Test
    @DisplayName("keeps people with a conflict of interest apart")
    void conflicts() {
        List<PersonId> people = people(5);
        PersonId ana = people.get(0);
        ReviewDesign design = ReviewDesign.of(people)
                .reviewsEach(2)
                .conflict(ana, people.get(1))
                .conflict(ana, people.get(2));
        assertThat(design.assign(1).orThrow().of(ana)).containsExactly(people.get(3), people.get(4));
        NoReviewPlan none = (NoReviewPlan) design.conflict(ana, people.get(3)).assign(1);
        assertThat(none.binding()).containsExactly(ReviewRule.CONFLICT_OF_INTEREST);
        assertThat(none.proven()).isTrue();
        assertThat(none.affected()).contains(ana);
        assertThat(none).hasToString("no plan is possible given conflicts of interest: 2 reviews needed, 1 possible");
    }

    @Test
    @DisplayName("repeats no pair beyond the limit")
    void repeats() {
        List<PersonId> people = people(6);
        ReviewPlan first = ReviewDesign.of(people).reviewsEach(2).assign(1).orThrow();
        ReviewPlan second = ReviewDesign.of(people)
                .reviewsEach(2)
                .notAgain(first.pairs(), 1)
                .assign(1)
                .orThrow();
        assertThat(second.pairs()).doesNotContainAnyElementsOf(first.pairs());
        ReviewDesign third = ReviewDesign.of(people)
                .reviewsEach(2)
                .notAgain(first.pairs(), 1)
                .notAgain(second.pairs(), 1);
        NoReviewPlan none = (NoReviewPlan) third.assign(1);
        assertThat(none.binding()).contains(ReviewRule.REPEAT_LIMIT);
        assertThat(third.notAgain(List.of(), 2).assign(1).isPlan()).isTrue();
    }

    @Test
    @DisplayName("cannot be connected with one review each, and says what it would take")
    void oneReviewEach() {
        NoReviewPlan none =
                (NoReviewPlan) ReviewDesign.of(people(10)).reviewsEach(1).assign(1);
        assertThat(none.binding()).containsExactly(ReviewRule.CONNECTED);
        assertThat(none.needed()).isEqualTo(19);
        assertThat(none.possible()).isEqualTo(10);
        assertThat(ReviewDesign.of(people(10))
                        .reviewsEach(1)
                        .unlinked()
                        .assign(1)
                        .isPlan())
                .isTrue();
    }

    @Test
    @DisplayName("cannot connect two halves that may not review each other")
    void halves() {
        List<PersonId> people = people(20);
        ReviewDesign within = ReviewDesign.of(people)
                .eligible((rater, ratee) -> people.indexOf(rater) / 10 == people.indexOf(ratee) / 10);
        NoReviewPlan none = (NoReviewPlan) within.assign(1);
        assertThat(none.proven()).isTrue();
        assertThat(none.binding()).containsExactly(ReviewRule.ELIGIBILITY, ReviewRule.CONNECTED);
        assertThat(within.unlinked().assign(1).isPlan()).isTrue();
    }

    @Test
    @DisplayName("needs as many raters as reviews each")
    void tooFew() {
        NoReviewPlan none = (NoReviewPlan) ReviewDesign.of(people(3)).assign(1);
        assertThat(none.binding()).containsExactly(ReviewRule.NO_SELF);
        assertThat(none.toString()).startsWith("no plan is possible given no review of oneself: ");
        assertThat(((NoReviewPlan) ReviewDesign.of(people(2)).reviewsEach(5).assign(1)).binding())
                .containsExactly(ReviewRule.ENOUGH_RATERS);
        assertThatThrownBy(() -> ReviewDesign.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("number of raters");
        assertThatThrownBy(() -> ReviewPair.of(PersonId.of("ana"), PersonId.of("ana")))
                .hasMessageContaining("ratee must not be the rater: ana");
    }
}
