package io.coaching.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import io.coaching.base.CompetencyId;
import io.coaching.base.ItemId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The lint of templates")
class TemplateLintTest {
    private static final TemplateLint LINT = TemplateLint.withDefaults();

    @Test
    @DisplayName("has nothing to say of the template that ships")
    void standard() {
        ScorecardTemplate template = StandardTemplates.enterpriseSales();
        assertThat(template.problems()).isEmpty();
        assertThat(LINT.check(template)).isEmpty();
        assertThat(template.rated())
                .containsExactly(
                        StandardTemplates.DISCOVERY,
                        StandardTemplates.VALUE_COMMUNICATION,
                        StandardTemplates.OBJECTION_HANDLING,
                        StandardTemplates.DEAL_PROGRESSION);
        assertThat(template.items())
                .allSatisfy(
                        item -> assertThat(template.rubric(item).orElseThrow().anchors())
                                .hasSize(5));
    }

    @Test
    @DisplayName("advises 4 to 8 competencies, seen by behaviours, on anchored levels, for an objective")
    void small() {
        assertThat(LINT.check(Cards.template()))
                .extracting(ScorecardTemplateTest::coded)
                .containsExactly(
                        "competencies LINT_COMPETENCIES",
                        "competencies[0].behaviours LINT_NO_BEHAVIOURS",
                        "competencies[1].behaviours LINT_NO_BEHAVIOURS",
                        "scale.levels[0].anchor LINT_NO_ANCHOR",
                        "scale.levels[1].anchor LINT_NO_ANCHOR",
                        "scale.levels[2].anchor LINT_NO_ANCHOR",
                        "scale.levels[3].anchor LINT_NO_ANCHOR",
                        "scale.levels[4].anchor LINT_NO_ANCHOR",
                        "sections[0].weight LINT_HEAVY",
                        "objective LINT_NO_OBJECTIVE");
    }

    @Test
    @DisplayName("names criteria that say nearly the same, and those that only share a word")
    void alike() {
        assertThat(shared(
                        "Asks open questions that uncover the customer's pain",
                        "Asks questions that uncover the pain of the customer"))
                .isEqualTo(6 / 14.0);
        assertThat(shared("Asks open questions about pain", "Agrees next steps and asks for a date"))
                .isLessThan(0.2);
        assertThat(shared("the", "the")).isZero();
    }

    private static double shared(String one, String other) {
        return Shingles.of(one).inCommon(Shingles.of(other));
    }

    @Test
    @DisplayName("advises against many items, above all against those that count for nothing")
    void many() {
        List<Item> items = IntStream.rangeClosed(1, 21)
                .mapToObj(i -> Item.builder()
                        .id(ItemId.of("i" + i))
                        .competency(CompetencyId.of("listening"))
                        .text("w" + i)
                        .weight(i == 1 ? 1 : 10)
                        .build())
                .toList();
        ScorecardTemplate template = ScorecardTemplate.builder()
                .from(Cards.draft())
                .sections(List.of(Section.builder().title("All").items(items).build()))
                .build();
        assertThat(LINT.check(template))
                .extracting(ScorecardTemplateTest::coded)
                .contains("sections LINT_ITEMS", "sections[0].items[0].weight LINT_LIGHT")
                .doesNotContain("sections[0].items[1].weight LINT_LIGHT");
        assertThat(new TemplateLint(1, 8, 21, 0.5).check(template))
                .extracting(ScorecardTemplateTest::coded)
                .doesNotContain("sections LINT_ITEMS", "competencies LINT_COMPETENCIES");
    }
}
