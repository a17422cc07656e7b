package io.coaching.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.coaching.base.Outcome;
import io.coaching.base.PersonId;
import io.coaching.base.Problem;
import io.coaching.base.ScorecardId;
import io.coaching.scorecard.ItemRating;
import io.coaching.scorecard.Relation;
import io.coaching.scorecard.Scorecard;
import io.coaching.scorecard.ScorecardTemplate;
import io.coaching.scorecard.StandardTemplates;
import io.coaching.scorecard.TemplateStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Scorecards as JSON")
class ScorecardsTest {
    private static final ScorecardTemplate TEMPLATE = StandardTemplates.enterpriseSales();
    private static final LocalDate AS_OF = LocalDate.of(2026, 9, 30);
    private static final Scorecards READER = Scorecards.named("in.json");

    private static Scorecard card(String id) {
        Scorecard.Builder card = Scorecard.builder(TEMPLATE);
        card.id(ScorecardId.of(id))
                .rater(PersonId.of("ben"))
                .ratee(PersonId.of("ana"))
                .relation(Relation.PEER)
                .day(LocalDate.of(2026, 9, 1));
        TEMPLATE.items().forEach(item -> card.addRatings(ItemRating.of(item.id(), 3)));
        return card.addActions(io.coaching.action.ActionItem.of(
                        "Ask what waiting costs", PersonId.of("ana"), LocalDate.of(2026, 10, 1)))
                .build();
    }

    private static String said(Problem problem) {
        return problem.toString();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("a sound template is read back as it was written, by the reader and by the mapper")
    void template() {
        String json = CoachingJson.mapper().writeValueAsString(TEMPLATE);
        assertThat(json).startsWith("{\"format\":\"scorecard-template/1\"");
        assertThat(READER.template(json)).isEqualTo(new Outcome<>(Optional.of(TEMPLATE), 1, 0, List.of()));
        assertThat(READER.template(stream(json)).value()).contains(TEMPLATE);
        assertThat(CoachingJson.mapper()
                        .readValue(json, ScorecardTemplate.class)
                        .ruler())
                .isEqualTo(TEMPLATE.ruler());
    }

    @Test
    @DisplayName("a template with ten faults gets ten messages with their places")
    void tenFaultsOfATemplate() {
        Outcome<Optional<ScorecardTemplate>> read = READER.template("""
                {
                  "format": "scorecard-template/1", "id": "basics", "title": "Basics", "status": "LIVE", "colour": "red",
                  "scale": {"levels": [{"points": 1, "anchor": "Poor."}, {"points": "two"}, {"points": 3.25}, {"points": 5}]},
                  "competencies": [
                    {"id": "listening", "name": "Listening"},
                    {"id": "closing", "name": " ", "definition": "Brings both sides to a decision."}],
                  "rubrics": [{"competency": "listening", "anchors": [{"level": 1, "text": "Talks."}, {"level": 4, "text": "Hears."}]}],
                  "sections": [
                    {"title": "One", "weight": 0, "items": [
                      {"id": "asks", "competency": "listening", "text": "Asks"},
                      {"competency": "closing", "text": "Closes"},
                      {"id": "asks", "competency": "charm", "text": "Charms"}]}]
                }
                """);
        assertThat(read.value()).isEmpty();
        assertThat(read.problems())
                .extracting(ScorecardsTest::said)
                .containsExactlyInAnyOrder(
                        "in.json colour: colour was refused: there is no such property; there are actionPlan, competencies,"
                                + " id, objective, retiredOn, rubrics, scale, sections, status, title, version",
                        "in.json scale.levels[1].points: scale.levels[1].points was refused: Cannot coerce String value (\"two\")"
                                + " to `double` value",
                        "in.json scale.levels[2].points: scale.levels[2].points was refused: Invalid Points: points must be a"
                                + " multiple of 0.5: 3.25",
                        "in.json competencies[0].definition: competency listening must have a definition",
                        "in.json competencies[1]: competencies[1] was refused: name must not be blank",
                        "in.json rubrics[0].anchors[1].level: 4 is not on the scale: 1, 5",
                        "in.json sections[0].weight: weight must be in 1..10,000: 0",
                        "in.json sections[0].items[1].id: sections[0].items[1].id is missing",
                        "in.json sections[0].items[2].id: item asks occurs twice",
                        "in.json sections[0].items[2].competency: competency charm is not defined in the template");
    }

    @Test
    @DisplayName("a template without what it is known by is checked all the same")
    void anonymousTemplate() {
        Outcome<Optional<ScorecardTemplate>> read = READER.template("""
                {"format": "scorecard-template/1", "version": "1", "sections": [{"title": "One", "items": []}]}
                """);
        assertThat(read.problems())
                .extracting(problem -> problem.place().column().orElse(""))
                .contains("id", "title", "scale", "version", "sections[0].items");
        assertThat(READER.template("[1]").problems()).hasSize(1);
        assertThat(READER.template("{\"format\":").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.place().line()).hasValue(1));
    }

    @Test
    @DisplayName("a draft is read with its faults named, and refused; a sound one is read with its status")
    void status() {
        ScorecardTemplate retired = TEMPLATE.retired(AS_OF);
        String json = CoachingJson.mapper().writeValueAsString(retired);
        assertThat(READER.template(json).value()).contains(retired);
        assertThat(READER.template(json.replace("\"RETIRED\"", "\"GONE\"")).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.place().column()).contains("status"));
        assertThat(retired.status()).isEqualTo(TemplateStatus.RETIRED);
    }

    @Test
    @DisplayName("a card with ten faults gets ten messages with their places")
    void tenFaultsOfACard() {
        Outcome<Optional<Scorecard>> read = READER.card("""
                {
                  "id": "c1", "rater": "ben", "ratee": "ben", "relation": "PEER", "mood": "sunny",
                  "template": "enterprise-sales", "version": 1, "day": "2026-10-01",
                  "ratings": [
                    {"item": "questions", "points": 4}, {"item": "humour", "points": 3}, {"item": "impact", "points": "four"},
                    {"item": "decision", "points": 6}, {"item": "outcomes", "notApplicable": true}, {"item": "tailoring"},
                    {"item": "proof", "points": 5, "comment": "Clear."}, {"item": "clarifying", "points": 3},
                    {"item": "reframing", "notApplicable": true}, {"item": "confirming", "points": 3},
                    {"item": "next-steps", "points": 3}, {"item": "multithreading", "points": 2},
                    {"item": "qualification", "points": 2}],
                  "actions": [{"what": "Practise", "owner": "ben", "due": "soon"}]
                }
                """, List.of(TEMPLATE), AS_OF);
        assertThat(read.value()).isEmpty();
        assertThat(read.refused()).isEqualTo(1);
        assertThat(read.problems())
                .extracting(ScorecardsTest::said)
                .containsExactlyInAnyOrder(
                        "in.json mood: mood was refused: there is no such property; there are actions, day, id, occasion,"
                                + " opportunity, ratee, rater, ratings, relation, ruler, sessionFeedback, template, time, version",
                        "in.json relation: rater and ratee are the same person, so the relation must be SELF: PEER",
                        "in.json day: 2026-10-01 lies after 2026-09-30, the last known day",
                        "in.json ratings[1].item: humour is no item of enterprise-sales v1",
                        "in.json ratings[2].points: ratings[2].points was refused: Cannot coerce String value (\"four\") to"
                                + " `double` value",
                        "in.json ratings[3].points: 6 for decision is not on the scale: 1, 2, 3, 4, 5",
                        "in.json ratings[4].notApplicable: outcomes must be rated: \"not applicable\" is no answer to it",
                        "in.json ratings[5]: tailoring has neither points nor a tier, and is not said to be not applicable",
                        "in.json ratings[6].example: the rating of proof must have an example of what was seen or heard",
                        "in.json actions[0].due: actions[0].due was refused: it is not a day such as 2026-01-05: \"soon\"");
    }

    @Test
    @DisplayName("a fault keeps its place where something before it could not be read")
    void places() {
        Outcome<Optional<Scorecard>> read = READER.card("""
                {"id": "c1", "rater": "ben", "ratee": "ana", "relation": "PEER", "template": "enterprise-sales", "version": 3,
                 "ratings": [7, {"points": 2}, {"item": "questions", "points": 9}], "actions": [null, {"what": "Read", "owner": "ana"}]}
                """, List.of(TEMPLATE), AS_OF);
        assertThat(read.problems())
                .extracting(problem -> problem.place().column().orElse(""))
                .filteredOn(place -> !place.equals("ratings"))
                .containsExactlyInAnyOrder(
                        "ratings[0]",
                        "ratings[1].item",
                        "actions[0]",
                        "day",
                        "version",
                        "ratings[2].points",
                        "actions[1].due");
    }

    @Test
    @DisplayName(
            "lines of cards: each is taken or refused by itself, with all its faults; what is only lacking is a warning")
    void lines() {
        var out = new ByteArrayOutputStream();
        Ndjson.of(Scorecard.class).write(List.of(card("a"), card("b")), out);
        String lacking = CoachingJson.mapper()
                .writeValueAsString(
                        Scorecard.builder().from(card("c")).actions(List.of()).build());
        String lines = out.toString(StandardCharsets.UTF_8) + "{\"id\": \"d\"\n" + "{\"id\":\"e\",\"rater\":[]}\n"
                + lacking + "\n";
        Outcome<List<Scorecard>> read = Scorecards.named("cards.ndjson").cards(stream(lines), List.of(TEMPLATE), AS_OF);
        assertThat(read.value()).extracting(card -> card.id().value()).containsExactly("a", "b", "c");
        assertThat(read.value().get(0)).isEqualTo(card("a"));
        assertThat(read.accepted()).isEqualTo(3);
        assertThat(read.refused()).isEqualTo(2);
        assertThat(read.problems())
                .filteredOn(problem -> problem.place().line().orElse(0) == 4)
                .extracting(problem -> problem.place().column().orElse(""))
                .contains("rater", "ratee", "relation", "day", "template", "version");
        assertThat(read.problems())
                .filteredOn(problem -> problem.place().line().orElse(0) == 5)
                .extracting(ScorecardsTest::said)
                .containsExactly("cards.ndjson:5 actions: 0 action items, where at least 1 are demanded");
    }

    @Test
    @DisplayName("a card on a template that is not there is told so")
    void unknownTemplate() {
        String json = CoachingJson.mapper().writeValueAsString(card("a"));
        assertThat(READER.card(json, List.of(), AS_OF).problems())
                .extracting(ScorecardsTest::said)
                .containsExactly("in.json template: there is no template enterprise-sales v1");
    }
}
