package io.coaching.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.coaching.base.CompetencyId;
import io.coaching.base.Known;
import io.coaching.base.PersonId;
import io.coaching.base.Provenance;
import io.coaching.base.Reason;
import io.coaching.base.ReviewCycleId;
import io.coaching.base.ScorecardId;
import io.coaching.people.Leave;
import io.coaching.people.Person;
import io.coaching.people.Roster;
import io.coaching.people.RosterRecords;
import io.coaching.time.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A review cycle")
class ReviewDeskTest {
    private static final PersonId ANA = PersonId.of("ana");
    private static final PersonId BEN = PersonId.of("ben");
    private static final PersonId CAI = PersonId.of("cai");
    private static final PersonId DEE = PersonId.of("dee");
    private static final PersonId MAX = PersonId.of("max");
    private static final LocalDate DUE = LocalDate.of(2026, 3, 27);
    private static final Provenance MADE = Provenance.of(LocalDate.of(2026, 4, 30), "test");
    private static final ScorecardTemplate TEMPLATE = StandardTemplates.enterpriseSales();
    private static final CompetencyId DISCOVERY = StandardTemplates.DISCOVERY;

    private static ReviewCycle cycle(ReviewRequest... requests) {
        return ReviewCycle.builder()
                .id(ReviewCycleId.of("march"))
                .template(TEMPLATE.id())
                .span(Span.of(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 4, 6)))
                .addRequests(requests)
                .build();
    }

    private static ReviewRequest peer(PersonId rater, PersonId ratee) {
        return new ReviewRequest(rater, ratee, Relation.PEER, DUE);
    }

    private static Roster roster(Person... people) {
        return Roster.of(RosterRecords.builder().addPersons(people).build()).orThrow();
    }

    private static Person person(PersonId id, String zone) {
        return Person.builder()
                .id(id)
                .hired(LocalDate.of(2020, 1, 1))
                .zone(ZoneId.of(zone))
                .build();
    }

    private static Scorecard card(PersonId rater, PersonId ratee, Relation relation, LocalDate day, double points) {
        Scorecard.Builder card = Scorecard.builder(TEMPLATE)
                .id(ScorecardId.of(rater + "-" + ratee + "-" + day))
                .rater(rater)
                .ratee(ratee)
                .relation(relation)
                .day(day);
        for (Item item : TEMPLATE.items()) {
            card.addRating(ItemRating.builder()
                    .item(item.id())
                    .points(Points.of(points))
                    .comment("seen by " + rater.value().charAt(0))
                    .build());
        }
        return card.build();
    }

    private static ReviewDesk desk(ReviewCycle cycle, Roster roster, Scorecard... cards) {
        return ReviewDesk.of(cycle, List.of(TEMPLATE), List.of(cards), roster, ZoneOffset.UTC, MADE);
    }

    @Nested
    @DisplayName("knows how far each review is")
    class Status {
        private final Roster roster = roster(person(ANA, "America/New_York"), person(BEN, "Asia/Tokyo"));
        private final ReviewCycle cycle = cycle(peer(ANA, BEN), peer(BEN, ANA));

        private List<ReviewStatus> at(String instant, Scorecard... cards) {
            CycleStatus status = desk(cycle, roster, cards).status(Instant.parse(instant));
            return Stream.of(ANA, BEN)
                    .map(rater -> status.reviews().stream()
                            .filter(review -> review.request().rater().equals(rater))
                            .findFirst()
                            .orElseThrow()
                            .status())
                    .toList();
        }

        @Test
        @DisplayName("from not yet open to missed, with a reminder three days before it is due")
        void course() {
            assertThat(at("2026-03-01T09:00:00Z")).containsOnly(ReviewStatus.NOT_YET_OPEN);
            assertThat(at("2026-03-10T12:00:00Z")).containsOnly(ReviewStatus.OPEN);
            assertThat(at("2026-03-24T16:00:00Z"))
                    .containsExactly(ReviewStatus.REMINDER_DUE, ReviewStatus.REMINDER_DUE);
            assertThat(at("2026-03-30T12:00:00Z")).containsOnly(ReviewStatus.OVERDUE);
            assertThat(at("2026-04-06T12:00:00Z")).containsOnly(ReviewStatus.MISSED);
        }

        @Test
        @DisplayName(
                "by the day of the rater: due in Tokyo thirteen hours before New York, also after the clocks changed")
        void zones() {
            // 27 March ends in Tokyo at 15:00 UTC, in New York (daylight saving since 8 March) at 04:00 UTC of the 28th
            assertThat(at("2026-03-27T14:59:59Z"))
                    .containsExactly(ReviewStatus.REMINDER_DUE, ReviewStatus.REMINDER_DUE);
            assertThat(at("2026-03-27T15:00:00Z")).containsExactly(ReviewStatus.REMINDER_DUE, ReviewStatus.OVERDUE);
            assertThat(at("2026-03-28T03:59:59Z")).containsExactly(ReviewStatus.REMINDER_DUE, ReviewStatus.OVERDUE);
            assertThat(at("2026-03-28T04:00:00Z")).containsExactly(ReviewStatus.OVERDUE, ReviewStatus.OVERDUE);
        }

        @Test
        @DisplayName("done in time or late, and not before the card came")
        void done() {
            Scorecard early = card(ANA, BEN, Relation.PEER, LocalDate.of(2026, 3, 20), 4);
            Scorecard late = card(BEN, ANA, Relation.PEER, LocalDate.of(2026, 4, 1), 4);
            assertThat(at("2026-03-19T12:00:00Z", early, late)).containsOnly(ReviewStatus.OPEN);
            assertThat(at("2026-03-28T12:00:00Z", early, late))
                    .containsExactly(ReviewStatus.DONE, ReviewStatus.OVERDUE);
            assertThat(at("2026-04-02T12:00:00Z", early, late))
                    .containsExactly(ReviewStatus.DONE, ReviewStatus.DONE_LATE);
        }

        @Test
        @DisplayName("and whom to remind; cards that nobody asked for are told, and answer no request")
        void reminders() {
            Scorecard unasked = card(ANA, BEN, Relation.MANAGER, LocalDate.of(2026, 3, 20), 4);
            CycleStatus status = desk(cycle, roster, unasked).status(Instant.parse("2026-03-26T12:00:00Z"));
            assertThat(status.reminders()).containsOnlyKeys(ANA, BEN).containsEntry(ANA, 1);
            assertThat(status.unasked()).containsExactly(unasked.id());
            assertThat(status).hasToString("march: 0 of 2 reviews done, 0 overdue, 0 missed, 0 excused");
            assertThat(status.explain()).contains("Remind ana: 1 due soon or overdue.", "1 more cards came");
        }

        @Test
        @DisplayName("excuses who was away throughout, and does not count that review")
        void leave() {
            Roster away = Roster.of(RosterRecords.builder()
                            .addPersons(person(ANA, "UTC"), person(BEN, "UTC"))
                            .addLeaves(Leave.of(ANA, Span.of(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 5, 1))))
                            .build())
                    .orThrow();
            ReviewCycle one = cycle(peer(ANA, BEN), peer(BEN, CAI));
            CycleStatus status = desk(one, away, card(BEN, CAI, Relation.PEER, LocalDate.of(2026, 3, 20), 4))
                    .status(Instant.parse("2026-04-10T12:00:00Z"));
            assertThat(status.counts())
                    .containsEntry(ReviewStatus.EXCUSED, 1)
                    .containsEntry(ReviewStatus.DONE, 1)
                    .containsEntry(ReviewStatus.MISSED, 0);
            assertThat(status.completion().orThrow()).isEqualTo(1);
            assertThat(((Known) status.completion()).n()).isEqualTo(1);
            assertThat(status.giving()).isEqualTo(new Participation(1, 1, 0));
        }

        @Test
        @DisplayName("has no completion where nobody was asked, and says so instead of 0 %")
        void empty() {
            CycleStatus status = desk(cycle(), roster).status(Instant.parse("2026-03-26T12:00:00Z"));
            assertThat(status.completion().whyNot()).contains(Reason.NO_DATA);
            assertThat(status.giving().rate().whyNot()).contains(Reason.NO_EXPOSURE);
        }
    }

    @Nested
    @DisplayName("puts the reviews of one person together")
    class Summary {
        private final LocalDate day = LocalDate.of(2026, 3, 20);
        private final Roster roster = Roster.empty();

        @Test
        @DisplayName("each rater counting once, by relation, with the gap to how they see themselves")
        void means() {
            ReviewSummary summary = desk(
                            cycle(),
                            roster,
                            card(BEN, ANA, Relation.PEER, day, 3),
                            card(BEN, ANA, Relation.PEER, day.plusDays(1), 5),
                            card(CAI, ANA, Relation.PEER, day, 2),
                            card(DEE, ANA, Relation.PEER, day, 3),
                            card(MAX, ANA, Relation.MANAGER, day, 3),
                            card(ANA, ANA, Relation.SELF, day, 5))
                    .summary(ANA);
            Known peers = (Known) summary.by(Relation.PEER, DISCOVERY);
            assertThat(peers.value()).isEqualTo(3); // 4, 2 and 3
            assertThat(peers.n()).isEqualTo(3);
            // scipy.stats.t.interval(.95, 2, 3, 1/3**.5) = 0.5159, 5.4841
            assertThat(peers.interval().orElseThrow().low()).isCloseTo(0.5159, within(5e-5));
            assertThat(summary.others(DISCOVERY).orThrow()).isEqualTo(3);
            assertThat(((Known) summary.others(DISCOVERY)).n()).isEqualTo(4);
            assertThat(summary.selfOtherGaps())
                    .hasEntrySatisfying(
                            DISCOVERY, gap -> assertThat(gap.orThrow()).isEqualTo(-2));
            assertThat(summary).hasToString("ana in march: 3.00 points by 4 others");
            assertThat(summary.explain()).contains("others less self -2.00 points");
        }

        @Test
        @DisplayName("without names of anonymous raters, and with those of others")
        void names() {
            ReviewSummary summary = desk(
                            cycle(),
                            roster,
                            card(BEN, ANA, Relation.PEER, day, 3),
                            card(CAI, ANA, Relation.PEER, day, 2),
                            card(DEE, ANA, Relation.PEER, day, 4),
                            card(MAX, ANA, Relation.MANAGER, day, 3))
                    .summary(ANA);
            assertThat(summary.comments())
                    .filteredOn(comment -> comment.relation() == Relation.PEER)
                    .isNotEmpty()
                    .allMatch(comment -> comment.rater().isEmpty());
            assertThat(summary.comments())
                    .filteredOn(comment -> comment.relation() == Relation.MANAGER)
                    .isNotEmpty()
                    .allMatch(comment -> comment.rater().equals(Optional.of(MAX)));
        }

        @Test
        @DisplayName("tells nothing of two peers, nor the mean of all others that would give them away")
        void tooFewPeers() {
            ReviewSummary summary = desk(
                            cycle(),
                            roster,
                            card(BEN, ANA, Relation.PEER, day, 1),
                            card(CAI, ANA, Relation.PEER, day, 2),
                            card(MAX, ANA, Relation.MANAGER, day, 5))
                    .summary(ANA);
            assertThat(summary.by(Relation.PEER, DISCOVERY).whyNot()).contains(Reason.GROUP_TOO_SMALL);
            assertThat(summary.others(DISCOVERY).whyNot()).contains(Reason.PROTECTS_ANOTHER);
            assertThat(summary.by(Relation.MANAGER, DISCOVERY).orThrow()).isEqualTo(5);
            assertThat(summary.comments()).allMatch(comment -> comment.relation() == Relation.MANAGER);
            assertThat(summary.withheld()).containsExactly(Relation.PEER);
            assertThat(summary.rows().toString() + summary.explain()).doesNotContain("1.50");
            ReviewCycle open = ReviewCycle.builder()
                    .id(ReviewCycleId.of("open"))
                    .template(TEMPLATE.id())
                    .span(Span.month(2026, 3))
                    .anonymity(Anonymity.NOBODY)
                    .build();
            assertThat(desk(open, roster, card(BEN, ANA, Relation.PEER, day, 1))
                            .summary(ANA)
                            .by(Relation.PEER, DISCOVERY)
                            .orThrow())
                    .isEqualTo(1);
        }

        @Test
        @DisplayName("mixes no rulers, and leaves out cards of a version that nobody knows")
        void rulers() {
            Scorecard old = card(BEN, ANA, Relation.MANAGER, day, 3);
            Scorecard unknown = Scorecard.builder()
                    .from(card(CAI, ANA, Relation.MANAGER, day, 3))
                    .version(9)
                    .ruler(Optional.empty())
                    .build();
            ReviewSummary summary = desk(cycle(), roster, old, unknown).summary(ANA);
            assertThat(summary.leftOut()).containsExactly(unknown.id());
            assertThat(((Known) summary.overall()).n()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("asks peers by plan, managers by roster and everyone about themselves")
    void requests() {
        List<PersonId> people = new ArrayList<>(List.of(ANA, BEN, CAI, DEE, MAX));
        ReviewCycle cycle = ReviewCycle.builder()
                .id(ReviewCycleId.of("march"))
                .template(TEMPLATE.id())
                .span(Span.month(2026, 3))
                .due(DUE)
                .peers(ReviewDesign.of(people).reviewsEach(2).assign(1).orThrow())
                .selves(people)
                .build();
        assertThat(cycle.requests()).hasSize(15).isSorted();
        assertThatThrownBy(() -> cycle(peer(ANA, BEN), peer(ANA, BEN)))
                .hasMessageContaining("twice: ana reviews ben (PEER) by 2026-03-27");
        assertThatThrownBy(() -> cycle(new ReviewRequest(ANA, BEN, Relation.PEER, LocalDate.of(2026, 5, 1))))
                .hasMessageContaining("due must be in the cycle");
        assertThatThrownBy(() -> new ReviewRequest(ANA, ANA, Relation.PEER, DUE))
                .hasMessageContaining("must be SELF: PEER");
        assertThatThrownBy(() -> ReviewCycle.builder().selves(people)).hasMessageContaining("due must be said");
    }
}
