package io.coaching.scorecard;

import io.coaching.action.ActionItem;
import io.coaching.base.CompetencyId;
import io.coaching.base.ItemId;
import io.coaching.base.PersonId;
import io.coaching.base.ScorecardId;
import io.coaching.base.TemplateId;
import java.time.LocalDate;

/** A small template and cards on it, for tests. */
final class Cards {
    static final LocalDate DAY = LocalDate.of(2026, 8, 3);
    static final CompetencyId LISTENING = CompetencyId.of("listening");
    static final CompetencyId CLOSING = CompetencyId.of("closing");
    static final ItemId ASKS = ItemId.of("asks");
    static final ItemId WAITS = ItemId.of("waits");
    static final ItemId SUMS_UP = ItemId.of("sums-up");
    static final ItemId COMMITS = ItemId.of("commits");

    private Cards() {}

    /** Two sections of weights 3 and 1; the first has items of weights 2, 1, 1. */
    static ScorecardTemplate template() {
        return draft().live();
    }

    static ScorecardTemplate draft() {
        return ScorecardTemplate.builder()
                .id(TemplateId.of("basics"))
                .title("Basics")
                .scale(RatingScale.numeric(1, 5).withHalfPoints())
                .addCompetencies(
                        competency(LISTENING, "Hears what is said and what is not."),
                        competency(CLOSING, "Brings both sides to a decision."))
                .addRubrics(Rubric.of(LISTENING, "Talks only.", "Waits.", "Asks.", "Probes.", "Understands."))
                .addRubrics(Rubric.of(CLOSING, "Never asks.", "Hints.", "Asks once.", "Agrees a date.", "Signs."))
                .addSections(
                        Section.builder()
                                .title("Listening")
                                .weight(3)
                                .addItems(
                                        item(ASKS, LISTENING).weight(2).build(),
                                        item(WAITS, LISTENING)
                                                .notApplicableAllowed(true)
                                                .build(),
                                        item(SUMS_UP, LISTENING)
                                                .requirement(Requirement.OPTIONAL)
                                                .build())
                                .build(),
                        Section.of(
                                "Closing",
                                item(COMMITS, CLOSING).gate(Points.of(2)).build()))
                .build();
    }

    private static Competency competency(CompetencyId id, String definition) {
        return Competency.builder()
                .id(id)
                .name(id.value())
                .definition(definition)
                .build();
    }

    private static Item.Builder item(ItemId id, CompetencyId competency) {
        Item.Builder builder = Item.builder();
        builder.id(id).competency(competency).text(id.value());
        return builder;
    }

    static Scorecard.Builder card(String id, ScorecardTemplate template) {
        Scorecard.Builder builder = Scorecard.builder(template);
        builder.id(ScorecardId.of(id))
                .rater(PersonId.of("ben"))
                .ratee(PersonId.of("ana"))
                .relation(Relation.PEER)
                .day(DAY);
        return builder;
    }

    static ActionItem action() {
        return ActionItem.of("Practise pauses", PersonId.of("ana"), DAY.plusDays(14));
    }
}
