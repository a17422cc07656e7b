package io.coaching.scorecard;

import static io.coaching.scorecard.Cards.ASKS;
import static io.coaching.scorecard.Cards.COMMITS;
import static io.coaching.scorecard.Cards.LISTENING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.coaching.base.ItemId;
import io.coaching.base.PersonId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is learned beside the scores")
class BestPracticeTest {
    private static final ScorecardTemplate TEMPLATE = Cards.template();

    @Test
    @DisplayName("is what was seen where the highest level was given, with who did it and where it was noted")
    void practice() {
        Scorecard card = Cards.card("c", TEMPLATE)
                .addRatings(
                        ItemRating.of(ASKS, 5).withExample("Asked what a day of downtime costs, and waited."),
                        ItemRating.of(COMMITS, 4.5).withExample("Agreed a date."),
                        ItemRating.of(Cards.WAITS, 5).withComment("Good."),
                        ItemRating.of(Cards.SUMS_UP, 5).withExample(" "),
                        ItemRating.of(ItemId.of("humour"), 5).withExample("Joked."))
                .build();
        assertThat(BestPractice.from(card, TEMPLATE)).singleElement().satisfies(note -> {
            assertThat(note.text()).isEqualTo("Asked what a day of downtime costs, and waited.");
            assertThat(note.competency()).isEqualTo(LISTENING);
            assertThat(note.shownBy()).contains(PersonId.of("ana"));
            assertThat(note.notedBy()).contains(PersonId.of("ben"));
            assertThat(note.card()).contains(card.id());
        });
    }

    @Test
    @DisplayName("is what people say of the programme: in words, or how relevant it is on a scale of 1 to 5")
    void feedback() {
        ProgrammeFeedback feedback = ProgrammeFeedback.builder()
                .day(Cards.DAY)
                .template(TEMPLATE.id())
                .competency(LISTENING)
                .relevance(Points.of(4.5))
                .build();
        assertThat(feedback).hasToString("feedback of 2026-08-03 on basics/listening, relevance 4.5");
        assertThat(feedback.author()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProgrammeFeedback.builder().day(Cards.DAY).build())
                .withMessageContaining("relevance or text must be given");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProgrammeFeedback.builder()
                        .day(Cards.DAY)
                        .relevance(Points.of(6))
                        .build())
                .withMessageContaining("relevance must be in 1.0..5.0: 6.0");
    }
}
