package io.coaching.rating;

import io.coaching.base.CompetencyId;
import io.coaching.base.ItemId;
import io.coaching.base.PersonId;
import io.coaching.base.Provenance;
import io.coaching.base.ScorecardId;
import io.coaching.base.TemplateId;
import io.coaching.people.Access;
import io.coaching.people.AccessPolicy;
import io.coaching.people.Roster;
import io.coaching.scorecard.Competency;
import io.coaching.scorecard.Item;
import io.coaching.scorecard.ItemRating;
import io.coaching.scorecard.RatingScale;
import io.coaching.scorecard.Relation;
import io.coaching.scorecard.Scorecard;
import io.coaching.scorecard.ScorecardTemplate;
import io.coaching.scorecard.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A template of two items, and cards on it. */
final class SomeCards implements RatingSource {
    private static final CompetencyId COMPETENCY = CompetencyId.of("discovery");

    static final ScorecardTemplate TEMPLATE = ScorecardTemplate.builder()
            .id(TemplateId.of("calls"))
            .title("Calls")
            .scale(RatingScale.numeric(1, 5))
            .addCompetencies(Competency.builder()
                    .id(COMPETENCY)
                    .name("Discovery")
                    .definition("Finds out what the buyer needs")
                    .build())
            .addSections(Section.builder()
                    .title("Call")
                    .addItems(item("opening"), item("questions"))
                    .build())
            .build()
            .live();

    private final List<Scorecard> cards = new ArrayList<>();

    private static Item item(String id) {
        return Item.builder()
                .id(ItemId.of(id))
                .competency(COMPETENCY)
                .text("How good was the " + id + "?")
                .build();
    }

    /** A peer's card on a day of July 2026, counted from its first. */
    void add(String rater, String ratee, String occasion, int day, double opening, double questions) {
        add(rater, ratee, Relation.PEER, occasion, day, opening, questions);
    }

    void addSelf(String person, String occasion, int day, double opening, double questions) {
        add(person, person, Relation.SELF, occasion, day, opening, questions);
    }

    private void add(
            String rater, String ratee, Relation relation, String occasion, int day, double opening, double questions) {
        cards.add(Scorecard.builder(TEMPLATE)
                .id(ScorecardId.of("card-" + cards.size()))
                .rater(PersonId.of(rater))
                .ratee(PersonId.of(ratee))
                .relation(relation)
                .occasion(occasion)
                .day(LocalDate.of(2026, 7, 1).plusDays(day - 1L))
                .addRatings(
                        ItemRating.of(ItemId.of("opening"), opening), ItemRating.of(ItemId.of("questions"), questions))
                .build());
    }

    @Override
    public List<Scorecard> scorecards(TemplateId template) {
        return cards;
    }

    @Override
    public LocalDate asOf() {
        return LocalDate.of(2026, 9, 30);
    }

    @Override
    public Access access() {
        return Access.of(Roster.empty(), AccessPolicy.standard());
    }

    @Override
    public Provenance provenance() {
        return Provenance.of(asOf(), "cards");
    }
}
