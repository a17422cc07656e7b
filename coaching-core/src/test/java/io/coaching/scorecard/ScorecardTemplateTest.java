package io.coaching.scorecard;

import static io.coaching.scorecard.Cards.CLOSING;
import static io.coaching.scorecard.Cards.COMMITS;
import static io.coaching.scorecard.Cards.LISTENING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.coaching.base.BehaviourId;
import io.coaching.base.CompetencyId;
import io.coaching.base.MessageCode;
import io.coaching.base.Problem;
import io.coaching.base.Severity;
import io.coaching.kpi.KpiCatalogue;
import io.coaching.kpi.StandardKpis;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A scorecard template")
class ScorecardTemplateTest {
    private static final ScorecardTemplate DRAFT = Cards.draft();

    private static ScorecardTemplate edited(UnaryOperator<ScorecardTemplate.Builder> edit) {
        ScorecardTemplate.Builder builder = ScorecardTemplate.builder();
        builder.from(DRAFT);
        return edit.apply(builder).build();
    }

    private static Rubric closing(String third) {
        return Rubric.of(CLOSING, "Never asks.", "Hints.", third, "Agrees a date.", "Signs.");
    }

    static Stream<Named<ScorecardTemplate>> whatCounts() {
        Section first = DRAFT.sections().get(0);
        Section second = DRAFT.sections().get(1);
        return Stream.of(
                Named.of("an anchor", edited(t -> {
                    t.rubrics(List.of(DRAFT.rubrics().get(0), closing("Asks, and waits.")));
                    return t;
                })),
                Named.of("a definition", edited(t -> {
                    t.competencies(List.of(
                            DRAFT.competencies().get(0),
                            Competency.builder()
                                    .from(DRAFT.competencies().get(1))
                                    .definition("Gets the signature.")
                                    .build()));
                    return t;
                })),
                Named.of("the text of an item", edited(t -> {
                    Item item = Item.builder()
                            .from(second.items().get(0))
                            .text("Asked for a decision")
                            .build();
                    t.sections(List.of(first, Section.of("Closing", item)));
                    return t;
                })),
                Named.of("an item more", edited(t -> {
                    Item item = Item.builder()
                            .from(second.items().get(0))
                            .id(Cards.SUMS_UP)
                            .build();
                    t.sections(List.of(
                            Section.builder()
                                    .from(first)
                                    .items(first.items().subList(0, 2))
                                    .build(),
                            Section.of("Closing", second.items().get(0), item)));
                    return t;
                })));
    }

    @ParameterizedTest
    @MethodSource("whatCounts")
    @DisplayName("has another ruler once what a score of a competency means was edited; other competencies keep theirs")
    void rulerChanges(ScorecardTemplate edited) {
        assertThat(edited.ruler()).isNotEqualTo(DRAFT.ruler());
        assertThat(edited.ruler(CLOSING)).isNotEqualTo(DRAFT.ruler(CLOSING));
        if (edited.items(LISTENING).equals(DRAFT.items(LISTENING))) {
            assertThat(edited.ruler(LISTENING)).isEqualTo(DRAFT.ruler(LISTENING));
        }
    }

    @Test
    @DisplayName("has another overall ruler, and none other, once sections weigh otherwise")
    void rulerOfWeights() {
        ScorecardTemplate edited = edited(t -> {
            Section first =
                    Section.builder().from(DRAFT.sections().get(0)).weight(2).build();
            t.sections(List.of(first, DRAFT.sections().get(1)));
            return t;
        });
        assertThat(edited.ruler()).isNotEqualTo(DRAFT.ruler());
        assertThat(edited.ruler(LISTENING)).isEqualTo(DRAFT.ruler(LISTENING));
    }

    @Test
    @DisplayName("has another ruler everywhere once the scale was edited")
    void rulerOfScale() {
        ScorecardTemplate edited = edited(t -> {
            t.scale(RatingScale.numeric(1, 5));
            return t;
        });
        assertThat(List.of(edited.ruler(), edited.ruler(LISTENING), edited.ruler(COMMITS)))
                .doesNotContain(DRAFT.ruler(), DRAFT.ruler(LISTENING), DRAFT.ruler(COMMITS));
    }

    @Test
    @DisplayName("keeps its ruler when titles, names, demands, gates, plan, objective, version or blanks are edited")
    void rulerStays() {
        ScorecardTemplate edited = edited(t -> {
            t.title("The basics").version(7).actionPlan(ActionPlan.atLeast(2));
            t.objective(new Objective(ObjectiveKind.RAMP, java.util.Optional.empty(), java.util.Optional.empty()));
            t.rubrics(List.of(DRAFT.rubrics().get(0), closing(" Asks\n once. ")));
            Section closing = DRAFT.sections().get(1);
            Item item = Item.builder()
                    .from(closing.items().get(0))
                    .gate(Points.of(3))
                    .requirement(Requirement.OPTIONAL)
                    .comment(Demand.ALWAYS)
                    .build();
            t.sections(List.of(DRAFT.sections().get(0), Section.of("The close", item)));
            return t;
        });
        assertThat(edited.ruler()).isEqualTo(DRAFT.ruler()).matches("[0-9a-f]{16}");
        assertThat(edited.ruler(CLOSING)).isEqualTo(DRAFT.ruler(CLOSING));
    }

    @Test
    @DisplayName("has a ruler that is the same on every machine and in every version of the library")
    void rulerIsStable() {
        assertThat(Cards.template().ruler()).isEqualTo("b4656dbaff95cbdf");
    }

    @Test
    @DisplayName("lives from draft over pilot to live and retired, and never backwards")
    void life() {
        LocalDate day = LocalDate.of(2026, 12, 31);
        ScorecardTemplate live = DRAFT.pilot().live();
        assertThat(live.status()).isEqualTo(TemplateStatus.LIVE);
        assertThat(live.retired(day).retiredOn()).contains(day);
        assertThat(live.nextVersion()).hasToString("basics v2 (DRAFT)");
        assertThat(live.retired(day).nextVersion().retiredOn()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(live::pilot)
                .withMessageContaining("status LIVE must not become PILOT: basics v1");
        assertThatIllegalArgumentException().isThrownBy(() -> DRAFT.retired(day));
        assertThatIllegalArgumentException().isThrownBy(() -> live.retired(day).live());
    }

    @Test
    @DisplayName("may be unsound as a draft, names all its faults with their places, and does not go live with one")
    void faults() {
        ScorecardTemplate unsound = edited(t -> {
            t.scale(RatingScale.of(
                    Level.named(1, "Low", "Poor."), Level.of(3, "Fair."), Level.named(2, "Low", "Good.")));
            t.competencies(List.of(
                    Competency.builder().id(LISTENING).name("Listening").build(),
                    Competency.builder()
                            .id(LISTENING)
                            .name("Listening")
                            .definition("Hears.")
                            .build()));
            t.rubrics(List.of(Rubric.builder()
                    .competency(LISTENING)
                    .behaviour(BehaviourId.of("nodding"))
                    .addAnchors(Anchor.of(1, "Poor."), Anchor.of(1, "Bad."), Anchor.of(9, "Superb."))
                    .build()));
            Item item = Item.builder()
                    .id(COMMITS)
                    .competency(CompetencyId.of("charm"))
                    .text("Charms")
                    .weight(0)
                    .build();
            t.sections(List.of(Section.of("One", item, item), Section.of("Two")));
            return t;
        });
        assertThat(unsound.problems())
                .allSatisfy(p -> assertThat(p.severity()).isEqualTo(Severity.ERROR))
                .extracting(ScorecardTemplateTest::coded)
                .containsExactly(
                        "scale.levels[1].name TEMPLATE_TIER_UNNAMED",
                        "scale.levels[2].points TEMPLATE_SCALE_ORDER",
                        "scale.levels[2].name TEMPLATE_TWICE",
                        "competencies[0].definition TEMPLATE_NO_DEFINITION",
                        "competencies[1].id TEMPLATE_TWICE",
                        "rubrics[0].behaviour TEMPLATE_UNKNOWN",
                        "rubrics[0].anchors[1].level TEMPLATE_TWICE",
                        "rubrics[0].anchors[2].level TEMPLATE_OFF_SCALE",
                        "sections[0].items[0].weight TEMPLATE_WEIGHT",
                        "sections[0].items[0].competency TEMPLATE_UNKNOWN",
                        "sections[0].items[1].id TEMPLATE_TWICE",
                        "sections[0].items[1].weight TEMPLATE_WEIGHT",
                        "sections[0].items[1].competency TEMPLATE_UNKNOWN",
                        "sections[1].items TEMPLATE_SECTION_EMPTY",
                        "competencies[0] TEMPLATE_UNRATED",
                        "competencies[1] TEMPLATE_UNRATED");
        assertThatIllegalArgumentException()
                .isThrownBy(unsound::live)
                .withMessageContaining("a template that is LIVE must be sound")
                .withMessageContaining("competency charm is not defined in the template")
                .withMessageContaining("section \"Two\" must have at least one item");
    }

    static String coded(Problem problem) {
        MessageCode code = problem.message().code();
        return problem.place().column().orElse("") + " " + code;
    }

    @Test
    @DisplayName("finds the rubric of a behaviour before that of its competency")
    void rubric() {
        ScorecardTemplate template = StandardTemplates.enterpriseSales();
        Item threads = template.item(StandardTemplates.MULTITHREADING).orElseThrow();
        Item steps = template.item(StandardTemplates.NEXT_STEPS).orElseThrow();
        assertThat(template.rubric(threads).flatMap(r -> r.anchor(Points.of(1))))
                .contains("Depends on a single contact and knows nobody else.");
        assertThat(template.rubric(steps).flatMap(r -> r.anchor(Points.of(1))))
                .contains("The conversation ends without an agreed next step.");
    }

    @Test
    @DisplayName("says which KPI counts a behaviour that is rated as well; the KPI is no part of the ruler")
    void ratedAndMeasured() {
        ScorecardTemplate template = StandardTemplates.enterpriseSales();
        Competency progression = template.competencies().stream()
                .filter(competency -> competency.id().equals(StandardTemplates.DEAL_PROGRESSION))
                .findFirst()
                .orElseThrow();
        List<Behaviour> measured = progression.behaviours().stream()
                .filter(behaviour -> behaviour.measuredBy().isPresent())
                .toList();
        assertThat(measured).singleElement().satisfies(behaviour -> {
            assertThat(behaviour.id().value()).isEqualTo(StandardTemplates.MULTITHREADING.value());
            assertThat(KpiCatalogue.standard().kpi(behaviour.measuredBy().orElseThrow()))
                    .isEqualTo(StandardKpis.CONTACTS_PER_DEAL);
        });
        List<Competency> unmeasured = template.competencies().stream()
                .map(competency -> Competency.builder()
                        .from(competency)
                        .behaviours(competency.behaviours().stream()
                                .map(b -> new Behaviour(b.id(), b.text(), Optional.empty()))
                                .toList())
                        .build())
                .toList();
        ScorecardTemplate rated = ScorecardTemplate.builder()
                .from(template)
                .competencies(unmeasured)
                .build();
        assertThat(rated).isNotEqualTo(template);
        assertThat(rated.ruler()).isEqualTo(template.ruler());
    }
}
