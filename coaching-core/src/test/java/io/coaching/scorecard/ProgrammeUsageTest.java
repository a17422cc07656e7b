package io.coaching.scorecard;

import static io.coaching.scorecard.Cards.ASKS;
import static io.coaching.scorecard.Cards.COMMITS;
import static io.coaching.scorecard.Cards.LISTENING;
import static io.coaching.scorecard.Cards.WAITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.coaching.base.Known;
import io.coaching.base.PersonId;
import io.coaching.base.Privacy;
import io.coaching.base.Provenance;
import io.coaching.base.Reason;
import io.coaching.base.TemplateId;
import io.coaching.people.Access;
import io.coaching.people.AccessPolicy;
import io.coaching.people.Leave;
import io.coaching.people.Person;
import io.coaching.people.Roster;
import io.coaching.people.RosterRecords;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Cadence;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The usage of a coaching programme")
class ProgrammeUsageTest {
    private static final ScorecardTemplate TEMPLATE = Cards.template();
    private static final BusinessCalendar CALENDAR = BusinessCalendar.standard(ZoneOffset.UTC);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 7);
    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 7);

    /** ana, ben, cai and dee; dee is on leave in August. */
    private record Source(List<Scorecard> all, LocalDate asOf) implements ScorecardSource {
        @Override
        public Roster roster() {
            RosterRecords.Builder records = RosterRecords.builder();
            for (String name : List.of("ana", "ben", "cai", "dee")) {
                records.addPersons(Person.builder()
                        .id(PersonId.of(name))
                        .hired(LocalDate.of(2020, 1, 1))
                        .build());
            }
            return Roster.of(records.addLeaves(Leave.of(PersonId.of("dee"), Span.month(2026, 8)))
                            .build())
                    .orThrow();
        }

        @Override
        public Access access() {
            return Access.of(roster(), AccessPolicy.standard());
        }

        @Override
        public Provenance provenance() {
            return Provenance.of(asOf, "test");
        }

        @Override
        public List<ScorecardTemplate> templates(TemplateId id) {
            return id.equals(TEMPLATE.id()) ? List.of(TEMPLATE) : List.of();
        }

        @Override
        public List<Scorecard> cards(TemplateId id) {
            return all;
        }
    }

    private static Scorecard.Builder card(String rater, String ratee, LocalDate day) {
        return Cards.card(rater + "-" + ratee + "-" + day, TEMPLATE)
                .rater(PersonId.of(rater))
                .ratee(PersonId.of(ratee))
                .relation(rater.equals(ratee) ? Relation.SELF : Relation.PEER)
                .day(day);
    }

    private static ProgrammeUsageQuestion usage(Scorecard... cards) {
        return ProgrammeUsageQuestion.of(new Source(List.of(cards), LocalDate.of(2026, 9, 15)), CALENDAR, TEMPLATE.id())
                .by(Cadence.MONTHLY)
                .during(Span.quarter(2026, 3));
    }

    private static ProgrammeFeedback said(String author, double relevance) {
        return ProgrammeFeedback.builder()
                .author(Optional.of(author).filter(name -> !name.isEmpty()).map(PersonId::of))
                .day(AUGUST)
                .template(TEMPLATE.id())
                .competency(LISTENING)
                .relevance(Points.of(relevance))
                .build();
    }

    @Test
    @DisplayName("is told by whole periods that are over: cards, and who takes part of those who were there")
    void participation() {
        ProgrammeUsage usage = usage(
                        card("ana", "ben", JULY).build(),
                        card("ana", "cai", JULY).build(),
                        card("dee", "ana", AUGUST).build(),
                        card("cai", "cai", AUGUST).build(),
                        card("ana", "ben", LocalDate.of(2026, 9, 2)).build())
                .toUsage();
        assertThat(usage.periods()).extracting(used -> used.period().label()).containsExactly("2026-07", "2026-08");
        UsagePeriod july = usage.periods().get(0);
        assertThat(july.cards()).isEqualTo(2);
        assertThat(july.giving()).isEqualTo(new Participation(1, 4, 0));
        assertThat(july.receiving()).isEqualTo(new Participation(2, 4, 0));
        UsagePeriod august = usage.periods().get(1);
        assertThat(august.cards()).isEqualTo(2);
        assertThat(august.giving())
                .isEqualTo(new Participation(0, 3, 1)); // dee gave one from leave; cai's is about cai
        assertThat(august.receiving()).isEqualTo(new Participation(1, 3, 0));
        assertThat(usage.raters()).isEqualTo(2);
        assertThat(usage.ratees()).isEqualTo(3);
        assertThat(usage).hasToString("basics: 4 cards in 2 periods, 2 raters, 3 ratees, action plans 0%");
        assertThat(usage.explain())
                .contains("In 2026-07 1 of 4 people rated others, and 2 were rated by others.")
                .contains("4 cards in 2 whole periods");
        assertThat(usage.rows().rows()).hasSize(2);
    }

    @Test
    @DisplayName("is about peers only, or about some people, where that is asked")
    void narrowed() {
        ProgrammeUsageQuestion question = usage(
                card("ana", "ben", JULY).build(),
                card("cai", "ben", JULY).relation(Relation.MANAGER).build());
        UsagePeriod peers = question.from(Relation.PEER).toUsage().periods().get(0);
        assertThat(peers.giving()).isEqualTo(new Participation(1, 4, 0));
        UsagePeriod some = question.among(List.of(PersonId.of("ana"), PersonId.of("dee")))
                .toUsage()
                .periods()
                .get(0);
        assertThat(some.giving()).isEqualTo(new Participation(1, 2, 1));
        assertThat(some.receiving()).isEqualTo(new Participation(0, 2, 1));
    }

    @Test
    @DisplayName("says how many cards agree what comes next, with owner and date, hold a comment, and are complete")
    void filled() {
        Scorecard full = card("ana", "ben", JULY)
                .addRatings(ItemRating.of(ASKS, 4).withComment("Asked twice."), ItemRating.of(WAITS, 3))
                .addRatings(ItemRating.of(COMMITS, 4))
                .addActions(Cards.action())
                .build();
        Scorecard ownerless = card("cai", "ben", JULY)
                .addRatings(ItemRating.of(ASKS, 4).withComment(" "))
                .addActions(
                        Cards.action(),
                        io.coaching.action.ActionItem.builder().what("Call").build())
                .build();
        Scorecard spoken =
                card("dee", "ben", AUGUST).sessionFeedback("Well done.").build();
        Scorecard other = card("dee", "ana", AUGUST).version(99).build();
        ProgrammeUsage usage = usage(full, ownerless, spoken, other).toUsage();
        assertThat(usage.filled()).isEqualTo(new Completeness(3, 1, 1, 0));
        assertThat(usage.commented()).isEqualTo(2);
        assertThat(usage.periods().get(0).commented()).isEqualTo(1);
        assertThat(usage.unknownVersions()).isEqualTo(1);
        assertThat(usage.explain()).contains("Of 3 cards 1 say what comes next", "1 cards are on versions");
    }

    @Test
    @DisplayName("holds what people find relevant: each person counts once, and fewer than five are not shown")
    void feedback() {
        // four people and an anonymous answer: 5, mean of 1 and 2, 4, 3, 2; mean 3.1
        List<ProgrammeFeedback> answers =
                List.of(said("ana", 5), said("ben", 1), said("ben", 2), said("cai", 4), said("dee", 3), said("", 2));
        FeedbackLine line =
                usage().feedback(answers).toUsage().feedback(LISTENING).orElseThrow();
        assertThat(line.people()).isEqualTo(5);
        Known relevance = (Known) line.relevance();
        assertThat(relevance.value()).isCloseTo(3.1, within(1e-12));
        // scipy.stats.t.interval(0.95, 4, loc=3.1, scale=scipy.stats.sem([5, 1.5, 4, 3, 2]))
        assertThat(relevance.interval().orElseThrow().low()).isCloseTo(1.322208, within(1e-5));
        assertThat(relevance.interval().orElseThrow().high()).isCloseTo(4.877792, within(1e-5));

        ProgrammeUsage few = usage().feedback(answers.subList(0, 5)).toUsage();
        FeedbackLine withheld = few.feedback(LISTENING).orElseThrow();
        assertThat(withheld.relevance().whyNot()).contains(Reason.GROUP_TOO_SMALL);
        assertThat(few.explain())
                .contains(
                        "How relevant listening is, is not told: the group is smaller than privacy allows; 0 comments.");
        assertThat(usage().feedback(answers.subList(0, 5))
                        .with(Privacy.minimumGroup(4))
                        .toUsage()
                        .feedback(LISTENING)
                        .orElseThrow()
                        .relevance()
                        .isKnown())
                .isTrue();
    }

    @Test
    @DisplayName("counts comments on the programme as a whole, and looks at no other template and no other days")
    void comments() {
        ProgrammeFeedback word =
                ProgrammeFeedback.builder().day(JULY).text("Useful.").build();
        ProgrammeFeedback elsewhere = ProgrammeFeedback.builder()
                .day(JULY)
                .template(TemplateId.of("other"))
                .text("Not this one.")
                .build();
        ProgrammeFeedback before = ProgrammeFeedback.builder()
                .day(LocalDate.of(2026, 6, 30))
                .text("Then.")
                .build();
        ProgrammeUsage usage =
                usage().feedback(List.of(word, elsewhere, before)).toUsage();
        assertThat(usage.feedback()).singleElement().satisfies(line -> {
            assertThat(line.competency()).isEmpty();
            assertThat(line.comments()).isEqualTo(1);
            assertThat(line.relevance().whyNot()).contains(Reason.NO_DATA);
        });
    }

    @Test
    @DisplayName("has neither shares nor an average where there is nothing, and no interval where all agree")
    void nothing() {
        ProgrammeUsage none = usage().toUsage();
        assertThat(none).hasToString("basics: 0 cards in 2 periods, 0 raters, 0 ratees, action plans -");
        assertThat(none.feedback()).isEmpty();
        List<ProgrammeFeedback> agree =
                IntStream.range(0, 6).mapToObj(i -> said("p" + i, 4)).toList();
        Known all = (Known) usage().feedback(agree)
                .toUsage()
                .feedback(LISTENING)
                .orElseThrow()
                .relevance();
        assertThat(all.value()).isEqualTo(4);
        assertThat(all.interval()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ProgrammeUsageQuestion.of(new Source(List.of(), AUGUST), CALENDAR, TemplateId.of("unknown")))
                .withMessageContaining("template must be known");
    }
}
