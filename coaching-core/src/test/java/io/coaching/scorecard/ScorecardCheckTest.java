package io.coaching.scorecard;

import static io.coaching.scorecard.Cards.ASKS;
import static io.coaching.scorecard.Cards.COMMITS;
import static io.coaching.scorecard.Cards.DAY;
import static io.coaching.scorecard.Cards.SUMS_UP;
import static io.coaching.scorecard.Cards.WAITS;
import static org.assertj.core.api.Assertions.assertThat;

import io.coaching.action.ActionItem;
import io.coaching.base.ItemId;
import io.coaching.base.PersonId;
import io.coaching.base.Problem;
import io.coaching.base.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A scorecard, measured by its template,")
class ScorecardCheckTest {
    private static final ScorecardTemplate TEMPLATE = ScorecardTemplate.builder()
            .from(Cards.draft())
            .actionPlan(ActionPlan.atLeast(1))
            .build()
            .live();

    private static final Scorecard GOOD = Cards.card("c1", TEMPLATE)
            .addRatings(ItemRating.of(ASKS, 4), ItemRating.notApplicable(WAITS), ItemRating.of(COMMITS, 3.5))
            .addActions(Cards.action())
            .build();

    private static List<Problem> problems(ScorecardForm form) {
        return form.problems(TEMPLATE, DAY);
    }

    @Test
    @DisplayName("has no problem if it keeps to it, and becomes a card again")
    void good() {
        assertThat(problems(GOOD.form())).isEmpty();
        assertThat(GOOD.form().card(TEMPLATE, DAY)).contains(GOOD);
    }

    @Test
    @DisplayName("names every fault at once, each with its place")
    void all() {
        Scorecard bad = Cards.card("c2", TEMPLATE)
                .ratee(PersonId.of("ben"))
                .version(2)
                .day(DAY.plusDays(1))
                .addRatings(
                        ItemRating.of(ItemId.of("humour"), 3),
                        ItemRating.of(ASKS, 5.5),
                        ItemRating.builder().item(WAITS).build(),
                        ItemRating.builder()
                                .item(SUMS_UP)
                                .points(Points.of(2))
                                .tier("Low")
                                .build(),
                        ItemRating.of(SUMS_UP, 2))
                .addActions(
                        ActionItem.builder().what("Practise").build(), ActionItem.of("Read", PersonId.of("ben"), DAY))
                .build();
        List<Problem> problems = problems(bad.form());
        assertThat(problems)
                .extracting(ScorecardTemplateTest::coded)
                .containsExactly(
                        "relation CARD_RATES_SELF",
                        "version CARD_OTHER_TEMPLATE",
                        "day CARD_AHEAD",
                        "ratings[0].item CARD_UNKNOWN_ITEM",
                        "ratings[1].points CARD_OFF_SCALE",
                        "ratings[2] CARD_NO_ANSWER",
                        "ratings[3] CARD_SEVERAL_ANSWERS",
                        "ratings[4].item CARD_ITEM_TWICE",
                        "ratings CARD_ITEM_MISSING",
                        "actions[0].owner ACTION_NO_OWNER",
                        "actions[0].due ACTION_NO_DATE",
                        "actions[1].due ACTION_DUE_EARLY");
        assertThat(problems.get(4))
                .hasToString("scorecard c2 ratings[1].points: 5.5 for asks is not on the scale: 1 to 5 in halves");
        assertThat(bad.form().card(TEMPLATE, DAY)).isEmpty();
    }

    @Test
    @DisplayName("says all that a form still lacks")
    void empty() {
        assertThat(problems(ScorecardForm.builder().build()))
                .extracting(ScorecardTemplateTest::coded)
                .containsExactly(
                        "id CARD_MISSING",
                        "rater CARD_MISSING",
                        "ratee CARD_MISSING",
                        "relation CARD_MISSING",
                        "template CARD_MISSING",
                        "version CARD_MISSING",
                        "day CARD_MISSING",
                        "ratings CARD_ITEM_MISSING",
                        "ratings CARD_ITEM_MISSING",
                        "ratings CARD_ITEM_MISSING",
                        "actions CARD_NO_ACTIONS");
    }

    @Test
    @DisplayName("may lack what the template demands beyond what every card has: a warning, and still a card")
    void lacking() {
        ScorecardForm form = ScorecardForm.builder()
                .from(GOOD.form())
                .ratings(List.of(ItemRating.of(ASKS, 4)))
                .actions(List.of())
                .build();
        assertThat(problems(form))
                .hasSize(3)
                .allSatisfy(p -> assertThat(p.severity()).isEqualTo(Severity.WARNING));
        assertThat(form.card(TEMPLATE, DAY)).isPresent();
    }

    @Test
    @DisplayName("is SELF if and only if rater and ratee are the same person")
    void self() {
        ScorecardForm.Builder form = ScorecardForm.builder();
        form.from(GOOD.form()).relation(Relation.SELF);
        assertThat(problems(form.build()))
                .extracting(ScorecardTemplateTest::coded)
                .containsExactly("relation CARD_RATES_OTHER");
        assertThat(problems(form.rater(PersonId.of("ana")).build())).isEmpty();
    }

    @Test
    @DisplayName("must have comment and example where they are demanded: always, or at the ends of the scale")
    void demanded() {
        Section listening = TEMPLATE.sections().get(0);
        Item asks = Item.builder()
                .from(listening.items().get(0))
                .comment(Demand.ALWAYS)
                .example(Demand.AT_EXTREMES)
                .build();
        ScorecardTemplate strict = ScorecardTemplate.builder()
                .from(TEMPLATE)
                .sections(List.of(
                        Section.of("Listening", asks), TEMPLATE.sections().get(1)))
                .build();
        for (double points : new double[] {1, 1.5, 4.5, 5}) {
            boolean extreme = points == 1 || points == 5;
            Scorecard card = Cards.card("c", strict)
                    .addRatings(ItemRating.of(ASKS, points).withComment(" "), ItemRating.of(COMMITS, 3))
                    .addActions(Cards.action())
                    .build();
            assertThat(card.form().problems(strict, DAY))
                    .as("%s points", points)
                    .extracting(ScorecardTemplateTest::coded)
                    .containsExactlyElementsOf(
                            extreme
                                    ? List.of(
                                            "ratings[0].comment CARD_NO_COMMENT", "ratings[0].example CARD_NO_EXAMPLE")
                                    : List.of("ratings[0].comment CARD_NO_COMMENT"));
        }
    }

    @Test
    @DisplayName("keeps to the days on which its template was in use, and to the ruler that it was")
    void ruler() {
        ScorecardTemplate retired = TEMPLATE.retired(DAY.minusDays(1));
        assertThat(GOOD.form().problems(retired, DAY))
                .extracting(ScorecardTemplateTest::coded)
                .containsExactly("day CARD_AFTER_RETIREMENT");
        assertThat(GOOD.form().problems(TEMPLATE.retired(DAY), DAY)).isEmpty();
        ScorecardForm measured = ScorecardForm.builder()
                .from(GOOD.form())
                .ruler("0123456789abcdef")
                .build();
        assertThat(problems(measured))
                .extracting(ScorecardTemplateTest::coded)
                .containsExactly("ruler CARD_OTHER_RULER");
        ScorecardForm unversioned = ScorecardForm.builder()
                .from(GOOD.form())
                .ruler(java.util.Optional.empty())
                .version(OptionalInt.of(1))
                .build();
        assertThat(problems(unversioned)).isEmpty();
        ScorecardTemplate draft = ScorecardTemplate.builder()
                .from(TEMPLATE)
                .status(TemplateStatus.DRAFT)
                .build();
        assertThat(GOOD.form().problems(draft, LocalDate.MAX))
                .extracting(ScorecardTemplateTest::coded)
                .containsExactly("template CARD_ON_DRAFT");
    }
}
