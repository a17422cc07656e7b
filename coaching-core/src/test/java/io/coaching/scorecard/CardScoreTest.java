package io.coaching.scorecard;

import static io.coaching.scorecard.Cards.ASKS;
import static io.coaching.scorecard.Cards.CLOSING;
import static io.coaching.scorecard.Cards.COMMITS;
import static io.coaching.scorecard.Cards.LISTENING;
import static io.coaching.scorecard.Cards.SUMS_UP;
import static io.coaching.scorecard.Cards.WAITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.coaching.base.ItemId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The score of a card")
class CardScoreTest {
    private static final ScorecardTemplate TEMPLATE = Cards.template();

    private static CardScore score(ItemRating... ratings) {
        return CardScore.of(Cards.card("c", TEMPLATE).ratings(List.of(ratings)).build(), TEMPLATE);
    }

    @Test
    @DisplayName("weighs items within their section, and sections within the card")
    void weighted() {
        CardScore score = score(
                ItemRating.of(ASKS, 4),
                ItemRating.of(WAITS, 2),
                ItemRating.of(SUMS_UP, 3.5),
                ItemRating.of(COMMITS, 5));
        assertThat(score.competencies().get(LISTENING)).isEqualByComparingTo("3.375"); // (2*4 + 2 + 3.5) / 4
        assertThat(score.competencies().get(CLOSING)).isEqualByComparingTo("5");
        assertThat(score.overall().orElseThrow()).isEqualByComparingTo("3.78125"); // (3*3.375 + 5) / 4
        assertThat(score.isComplete()).isTrue();
        assertThat(score).hasToString("3.78125 points, 3 of 3 required items");
    }

    @Test
    @DisplayName(
            "shares the weight of what does not apply or was left out among the rest, and takes neither for a zero")
    void renormalised() {
        CardScore score = score(ItemRating.of(ASKS, 4), ItemRating.notApplicable(WAITS), ItemRating.of(SUMS_UP, 3));
        assertThat(score.competencies().get(LISTENING)).isEqualByComparingTo("3.666667"); // (2*4 + 3) / 3
        assertThat(score.overall().orElseThrow()).isEqualByComparingTo("3.666667");
        assertThat(score.competencies()).doesNotContainKey(CLOSING);
        assertThat(score.notApplicable()).containsExactly(WAITS);
        assertThat(score.unanswered()).containsExactly(COMMITS);
        assertThat(score.requiredAnswered()).isEqualTo(2);
        assertThat(score.required()).isEqualTo(3);
    }

    @Test
    @DisplayName("has no value where nothing was answered")
    void nothing() {
        assertThat(score().overall()).isEmpty();
        assertThat(score(ItemRating.notApplicable(WAITS)).overall()).isEmpty();
        assertThat(score(ItemRating.notApplicable(WAITS)).competencies()).isEmpty();
    }

    @Test
    @DisplayName("is flagged by a gate that was not passed, and keeps its value")
    void gates() {
        assertThat(score(ItemRating.of(ASKS, 4), ItemRating.of(COMMITS, 2)).failedGates())
                .isEmpty();
        CardScore failed = score(ItemRating.of(ASKS, 4), ItemRating.of(COMMITS, 1.5));
        assertThat(failed.failedGates()).containsExactly(COMMITS);
        assertThat(failed.overall().orElseThrow()).isEqualByComparingTo("3.375");
    }

    @Test
    @DisplayName(
            "ignores what cannot be used: off the scale, unknown, answered twice, not applicable where it must apply")
    void unusable() {
        CardScore score = score(
                ItemRating.of(ASKS, 6),
                ItemRating.of(ItemId.of("humour"), 5),
                ItemRating.of(SUMS_UP, 2),
                ItemRating.of(SUMS_UP, 4),
                ItemRating.of(WAITS, 3),
                ItemRating.notApplicable(COMMITS));
        assertThat(score.overall().orElseThrow()).isEqualByComparingTo("3");
        assertThat(score.unanswered()).containsExactly(ASKS, SUMS_UP, COMMITS);
        assertThat(score.notApplicable()).isEmpty();
    }

    @Test
    @DisplayName("is the same by points and by tiers")
    void tiers() {
        ScorecardTemplate tiers = ScorecardTemplate.builder()
                .from(Cards.draft())
                .scale(RatingScale.of(
                        Level.named(1, "Developing", "Needs help."),
                        Level.named(2, "Proficient", "Works alone."),
                        Level.named(4, "Expert", "Teaches others.")))
                .rubrics(List.of())
                .build()
                .live();
        Scorecard card = Cards.card("c", tiers)
                .addRatings(ItemRating.ofTier(ASKS, "Expert"), ItemRating.of(WAITS, 1))
                .addRatings(ItemRating.ofTier(COMMITS, "expert"))
                .build();
        assertThat(CardScore.of(card, tiers).competencies().get(LISTENING)).isEqualByComparingTo("3");
        assertThat(CardScore.of(card, tiers).unanswered()).contains(COMMITS);
        assertThat(ItemRating.of(ASKS, 3).on(tiers.scale())).isEmpty();
    }

    @Test
    @DisplayName("asks for the template that the card was filled in on")
    void otherTemplate() {
        Scorecard card = Cards.card("c", TEMPLATE).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CardScore.of(card, TEMPLATE.nextVersion()))
                .withMessageContaining("template must be that of the card, basics v1: basics v2");
    }
}
