package io.coaching.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.coaching.base.Known;
import io.coaching.base.PersonId;
import io.coaching.base.Provenance;
import io.coaching.base.Reason;
import io.coaching.base.ScorecardId;
import io.coaching.base.TemplateId;
import io.coaching.people.Leave;
import io.coaching.people.Person;
import io.coaching.people.Roster;
import io.coaching.people.RosterRecords;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Cadence;
import io.coaching.time.FiscalYear;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A review schedule")
class ReviewScheduleTest {
    private static final PersonId ANA = PersonId.of("ana");
    private static final PersonId BEN = PersonId.of("ben");
    private static final PersonId MAX = PersonId.of("max");
    private static final BusinessCalendar CALENDAR = BusinessCalendar.standard(ZoneOffset.UTC);
    private static final ScorecardTemplate TEMPLATE = StandardTemplates.enterpriseSales();

    private static Provenance asOf(LocalDate day) {
        return Provenance.of(day, "test");
    }

    private static Provenance asOf(int year, int month, int day) {
        return asOf(LocalDate.of(year, month, day));
    }

    private static Person person(PersonId id, LocalDate hired) {
        return Person.builder().id(id).hired(hired).build();
    }

    private static Roster roster(Leave... leaves) {
        return Roster.of(RosterRecords.builder()
                        .addPersons(
                                person(ANA, LocalDate.of(2010, 1, 1)),
                                person(BEN, LocalDate.of(2010, 1, 1)),
                                person(MAX, LocalDate.of(2010, 1, 1)))
                        .addLeaves(leaves)
                        .build())
                .orThrow();
    }

    private static Scorecard card(PersonId ratee, Relation relation, LocalDate day) {
        return Scorecard.builder(TEMPLATE)
                .id(ScorecardId.of(ratee + "-" + relation + "-" + day))
                .rater(relation == Relation.SELF ? ratee : MAX)
                .ratee(ratee)
                .relation(relation)
                .day(day)
                .build();
    }

    private static Scorecard card(PersonId ratee, LocalDate day) {
        return card(ratee, Relation.MANAGER, day);
    }

    private static List<ScheduledState> states(ScheduleAdherence adherence, PersonId person) {
        return adherence.of(person).stream().map(ScheduledReview::state).toList();
    }

    @Test
    @DisplayName(
            "asks for one review of each person in each quarter; a second one in the same quarter keeps no other turn")
    void quarters() {
        ScheduleAdherence adherence = ReviewSchedule.quarterly(List.of(BEN, ANA))
                .during(Span.year(2026))
                .adherence(
                        List.of(
                                card(ANA, LocalDate.of(2026, 1, 1)),
                                card(ANA, LocalDate.of(2026, 3, 31)),
                                card(ANA, LocalDate.of(2026, 7, 1)),
                                card(BEN, LocalDate.of(2026, 6, 30))),
                        roster(),
                        CALENDAR,
                        asOf(2026, 9, 30));
        assertThat(states(adherence, ANA))
                .containsExactly(ScheduledState.REVIEWED, ScheduledState.MISSED, ScheduledState.REVIEWED);
        assertThat(states(adherence, BEN))
                .containsExactly(ScheduledState.MISSED, ScheduledState.REVIEWED, ScheduledState.MISSED);
        assertThat(adherence.of(ANA).get(0).cards()).isEqualTo(2);
        // Wilson 1927 for 3 of 6 at 95 %: centre 0.5, half width z sqrt(n/4 + z^2/4) / (n + z^2), z = 1.959964
        Known share = (Known) adherence.onTime();
        assertThat(share.value()).isEqualTo(0.5);
        assertThat(share.interval().orElseThrow().low()).isCloseTo(0.187616, within(1e-5));
        assertThat(share.interval().orElseThrow().high()).isCloseTo(0.812384, within(1e-5));
        assertThat(adherence).hasToString("reviews quarterly: 3 of 6 on time, 3 missed, 0 excused, 0 running");
        assertThat(adherence.explain())
                .contains("3 of 6 turns were kept: 50.0%", "ana was not reviewed in 2026Q2.", "in 2026Q1, 2026Q3.");
        assertThat(adherence.rows().rows()).hasSize(6);
    }

    @Test
    @DisplayName("leaves a period open until its last day is known, and knows no card of later days")
    void running() {
        ReviewSchedule schedule = ReviewSchedule.monthly(List.of(ANA)).during(Span.quarter(2026, 1));
        List<Scorecard> cards = List.of(card(ANA, LocalDate.of(2026, 1, 31)), card(ANA, LocalDate.of(2026, 2, 20)));
        assertThat(states(schedule.adherence(cards, roster(), CALENDAR, asOf(2026, 1, 30)), ANA))
                .containsExactly(ScheduledState.RUNNING);
        assertThat(states(schedule.adherence(cards, roster(), CALENDAR, asOf(2026, 1, 31)), ANA))
                .containsExactly(ScheduledState.REVIEWED);
        ScheduleAdherence february = schedule.adherence(cards, roster(), CALENDAR, asOf(2026, 2, 10));
        assertThat(states(february, ANA)).containsExactly(ScheduledState.REVIEWED, ScheduledState.RUNNING);
        assertThat(((Known) february.onTime()).n()).isEqualTo(1);
        assertThat(february.of(ANA).get(1).cards()).isZero();
    }

    @Test
    @DisplayName("counts whole periods only: weeks that reach out of the span are nobody's turn")
    void whole() {
        // 1 to 31 January 2026, Thursday to Saturday, holds the weeks from 5, 12 and 19 January whole
        ScheduleAdherence adherence = ReviewSchedule.weekly(List.of(ANA))
                .during(Span.month(2026, 1))
                .adherence(List.of(), roster(), CALENDAR, asOf(2026, 3, 1));
        assertThat(adherence.turns())
                .extracting(turn -> turn.period().span().start())
                .containsExactly(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 12), LocalDate.of(2026, 1, 19));
    }

    @Test
    @DisplayName("follows a fiscal year of 53 weeks: 53 team meetings, twelve months, and a last quarter of 14 weeks")
    void fiscal() {
        BusinessCalendar retail = BusinessCalendar.builder()
                .zone(ZoneOffset.UTC)
                .fiscalYear(FiscalYear.retail())
                .build();
        // the retail year 2017 of the National Retail Federation: 29 January 2017 to 3 February 2018
        Provenance then = asOf(2018, 2, 3);
        LocalDate lastWeek = LocalDate.of(2018, 1, 30);
        for (Cadence cadence : List.of(Cadence.WEEKLY, Cadence.MONTHLY, Cadence.QUARTERLY)) {
            ScheduleAdherence adherence = ReviewSchedule.of(cadence, List.of(ANA))
                    .adherence(List.of(card(ANA, lastWeek)), roster(), retail, then);
            List<ScheduledReview> turns = adherence.of(ANA);
            assertThat(turns).hasSize(cadence == Cadence.WEEKLY ? 53 : cadence == Cadence.MONTHLY ? 12 : 4);
            assertThat(turns.subList(0, turns.size() - 1))
                    .extracting(ScheduledReview::state)
                    .containsOnly(ScheduledState.MISSED);
            assertThat(turns.get(turns.size() - 1).state()).isEqualTo(ScheduledState.REVIEWED);
            assertThat(adherence.span()).isEqualTo(Span.ofClosed(LocalDate.of(2017, 1, 29), LocalDate.of(2018, 2, 3)));
        }
        assertThat(ReviewSchedule.quarterly(List.of(ANA))
                        .adherence(List.of(), roster(), retail, then)
                        .of(ANA)
                        .get(3)
                        .period()
                        .span()
                        .days())
                .isEqualTo(14 * 7);
    }

    @Test
    @DisplayName("excuses who was hired in the second half of a period, and not who came in the first")
    void hired() {
        // February 2026 has 20 working days: from the 16th ten of them are left, from the 17th nine
        for (int day : List.of(16, 17)) {
            Roster roster = Roster.of(RosterRecords.builder()
                            .addPersons(person(ANA, LocalDate.of(2026, 2, day)))
                            .build())
                    .orThrow();
            assertThat(states(
                            ReviewSchedule.monthly(List.of(ANA))
                                    .during(Span.quarter(2026, 1))
                                    .adherence(List.of(), roster, CALENDAR, asOf(2026, 3, 31)),
                            ANA))
                    .containsExactly(
                            ScheduledState.EXCUSED,
                            day == 16 ? ScheduledState.MISSED : ScheduledState.EXCUSED,
                            ScheduledState.MISSED);
        }
    }

    @Test
    @DisplayName(
            "excuses leave and what comes after the exit; a card of somebody excused is told and counts neither way")
    void away() {
        Person ben = Person.builder()
                .id(BEN)
                .hired(LocalDate.of(2020, 1, 1))
                .lastDay(LocalDate.of(2026, 2, 27))
                .build();
        Roster roster = Roster.of(RosterRecords.builder()
                        .addPersons(person(ANA, LocalDate.of(2020, 1, 1)), ben)
                        .addLeaves(Leave.of(ANA, Span.month(2026, 1)))
                        .build())
                .orThrow();
        ScheduleAdherence adherence = ReviewSchedule.monthly(List.of(ANA, BEN))
                .during(Span.quarter(2026, 1))
                .adherence(List.of(card(ANA, LocalDate.of(2026, 1, 8))), roster, CALENDAR, asOf(2026, 3, 31));
        assertThat(states(adherence, ANA))
                .containsExactly(ScheduledState.EXCUSED, ScheduledState.MISSED, ScheduledState.MISSED);
        assertThat(states(adherence, BEN))
                .containsExactly(ScheduledState.MISSED, ScheduledState.MISSED, ScheduledState.EXCUSED);
        assertThat(adherence.of(ANA).get(0).cards()).isEqualTo(1);
        assertThat(adherence.onTime().orThrow()).isZero();
        assertThat(adherence.explain()).contains("2 turns were excused");
    }

    @Test
    @DisplayName(
            "takes no card about oneself for a review, none of another template, and none of a relation not asked for")
    void which() {
        LocalDate day = LocalDate.of(2026, 1, 8);
        ReviewSchedule schedule = ReviewSchedule.monthly(List.of(ANA)).during(Span.month(2026, 1));
        Provenance then = asOf(2026, 2, 1);
        List<Scorecard> self = List.of(card(ANA, Relation.SELF, day));
        List<Scorecard> peer = List.of(card(ANA, Relation.PEER, day));
        assertThat(schedule.adherence(self, roster(), CALENDAR, then).missed()).hasSize(1);
        assertThat(schedule.by(Relation.SELF)
                        .adherence(self, roster(), CALENDAR, then)
                        .missed())
                .isEmpty();
        assertThat(schedule.adherence(peer, roster(), CALENDAR, then).missed()).isEmpty();
        assertThat(schedule.by(Relation.MANAGER)
                        .adherence(peer, roster(), CALENDAR, then)
                        .missed())
                .hasSize(1);
        assertThat(schedule.on(TemplateId.of("other"))
                        .adherence(peer, roster(), CALENDAR, then)
                        .missed())
                .hasSize(1);
    }

    @Test
    @DisplayName("has no share where nothing was due, and needs somebody to review")
    void nothing() {
        ScheduleAdherence none = ReviewSchedule.of(Cadence.YEARLY, List.of(ANA))
                .adherence(List.of(), roster(), CALENDAR, asOf(2026, 5, 5));
        assertThat(none.onTime().whyNot()).contains(Reason.NO_DATA);
        assertThat(none.explain()).contains("No turn was due.");
        assertThatThrownBy(() -> ReviewSchedule.weekly(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("people must not be empty");
    }
}
