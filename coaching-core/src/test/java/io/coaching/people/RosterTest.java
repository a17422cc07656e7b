package io.coaching.people;

import static io.coaching.people.People.AE;
import static io.coaching.people.People.ANA;
import static io.coaching.people.People.BEN;
import static io.coaching.people.People.BOSS;
import static io.coaching.people.People.CLEO;
import static io.coaching.people.People.DACH;
import static io.coaching.people.People.DAN;
import static io.coaching.people.People.EMEA;
import static io.coaching.people.People.EVE;
import static io.coaching.people.People.NORTH;
import static io.coaching.people.People.Q1;
import static io.coaching.people.People.SALES;
import static io.coaching.people.People.SDR;
import static io.coaching.people.People.SOUTH;
import static io.coaching.people.People.day;
import static io.coaching.people.People.hired;
import static io.coaching.people.People.roster;
import static io.coaching.people.People.since;
import static io.coaching.people.People.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coaching.base.Everyone;
import io.coaching.base.MessageCode;
import io.coaching.base.Outcome;
import io.coaching.base.PersonId;
import io.coaching.base.Problem;
import io.coaching.base.RegionId;
import io.coaching.base.Severity;
import io.coaching.base.TeamId;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RosterTest {
    @Nested
    class AStint {
        @Test
        void endsWhenTheTeamChangesAndCountsForEachTeamOnItsDays() {
            Roster roster = roster(RosterRecords.builder()
                    .addPersons(hired(ANA, "2025-01-01"))
                    .addAssignments(
                            since(ANA, "2025-01-01").team(NORTH).build(),
                            since(ANA, "2026-02-15").team(SOUTH).build()));

            assertThat(roster.stints(ANA))
                    .extracting(Stint::span, Stint::team)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(span("2025-01-01", "2026-02-15"), Optional.of(NORTH)),
                            org.assertj.core.groups.Tuple.tuple(
                                    Span.of(day(2, 15), Roster.LATEST), Optional.of(SOUTH)));
            assertThat(roster.membersDuring(NORTH, Q1))
                    .containsExactly(new Membership(ANA, List.of(span("2026-01-01", "2026-02-15"))));
            assertThat(roster.membersDuring(SOUTH, Q1))
                    .containsExactly(new Membership(ANA, List.of(span("2026-02-15", "2026-04-01"))));
            assertThat(roster.membersDuring(Everyone.EVERYONE, Q1)).containsExactly(new Membership(ANA, List.of(Q1)));
        }

        @Test
        void isNotEndedByAnAssignmentThatRepeatsWhatHeld() {
            Roster roster = roster(RosterRecords.builder()
                    .addPersons(hired(ANA, "2025-01-01"))
                    .addAssignments(
                            since(ANA, "2025-01-01").team(NORTH).build(),
                            since(ANA, "2025-06-01").team(NORTH).build()));
            assertThat(roster.stints(ANA)).hasSize(1);
        }

        @Test
        void isNotEndedByLeave() {
            Roster roster = roster(RosterRecords.builder()
                    .addPersons(hired(ANA, "2025-01-01"))
                    .addLeaves(Leave.of(ANA, span("2026-01-10", "2026-02-10"))));
            assertThat(roster.stints(ANA)).hasSize(1);
        }

        @Test
        void withoutATeamCoversTheDaysBeforeTheFirstAssignment() {
            Roster roster = roster(RosterRecords.builder()
                    .addPersons(hired(ANA, "2026-01-05"))
                    .addAssignments(since(ANA, "2026-01-12").team(NORTH).build()));
            assertThat(roster.teamOn(ANA, day(1, 11))).isEmpty();
            assertThat(roster.isEmployed(ANA, day(1, 11))).isTrue();
            assertThat(roster.stintOn(ANA, day(1, 4))).isEmpty();
            assertThat(roster.teamOn(ANA, day(1, 12))).contains(NORTH);
        }

        @Test
        void startsAreDaysToSearchInAndEndWithTheDayAfterTheExit() {
            Roster roster = roster(RosterRecords.builder()
                    .addPersons(Person.builder()
                            .id(ANA)
                            .hired(LocalDate.ofEpochDay(100))
                            .lastDay(LocalDate.ofEpochDay(299))
                            .build())
                    .addAssignments(since(ANA, "1970-07-20").team(NORTH).build())); // day 200
            assertThat(roster.stintStarts(ANA)).containsExactly(100, 200, 300);
            assertThat(roster.stintStarts(BEN)).isEmpty();
        }

        @Test
        void takesAttributesOfTheAssignmentBeforeThoseOfThePerson() {
            Roster roster = roster(RosterRecords.builder()
                    .addPersons(Person.builder()
                            .id(ANA)
                            .putAttribute("segment", "smb")
                            .putAttribute("school", "x")
                            .build())
                    .addAssignments(since(ANA, "2026-02-01")
                            .putAttribute("segment", "enterprise")
                            .build()));
            assertThat(roster.stintOn(ANA, day(1, 31)).orElseThrow().attributes())
                    .containsEntry("segment", "smb");
            assertThat(roster.stintOn(ANA, day(2, 1)).orElseThrow().attributes())
                    .containsEntry("segment", "enterprise")
                    .containsEntry("school", "x");
        }
    }

    @Nested
    class ARamp {
        private final RosterRecords.Builder records = RosterRecords.builder()
                .addPersons(hired(ANA, "2026-01-15"))
                .addAssignments(since(ANA, "2026-01-15").role(SDR).build());

        @Test
        void endsAStintOnTheDayItIsComplete() {
            Roster roster = roster(records.rampRule(RampRule.afterMonths(3)));
            assertThat(roster.isRamped(ANA, day(4, 14))).isFalse();
            assertThat(roster.isRamped(ANA, day(4, 15))).isTrue();
            assertThat(roster.stints(ANA)).hasSize(2);
        }

        @Test
        void takesTheMonthsOfTheRoleBeforeThoseOfTheRule() {
            Roster roster = roster(records.rampRule(RampRule.afterMonths(3))
                    .addRoles(Role.builder().id(SDR).rampMonths(1).build()));
            assertThat(roster.isRamped(ANA, day(2, 14))).isFalse();
            assertThat(roster.isRamped(ANA, day(2, 15))).isTrue();
        }

        @Test
        void takesTheDayOfTheAssignmentBeforeAnyRule() {
            Roster roster = roster(RosterRecords.builder()
                    .rampRule(RampRule.afterMonths(3))
                    .addPersons(hired(ANA, "2026-01-15"))
                    .addAssignments(
                            since(ANA, "2026-01-15").rampedFrom(day(2, 1)).build()));
            assertThat(roster.isRamped(ANA, day(1, 31))).isFalse();
            assertThat(roster.isRamped(ANA, day(2, 1))).isTrue();
        }

        @Test
        void beginsAgainInANewRoleOnlyIfTheRuleSaysSo() {
            records.addAssignments(
                    since(ANA, "2026-06-01").role(SDR).team(NORTH).build(),
                    since(ANA, "2026-07-01").role(AE).team(NORTH).build());
            Roster sinceHire = roster(records.rampRule(RampRule.afterMonths(3)));
            Roster sinceRole = roster(records.rampRule(RampRule.afterMonths(3).sinceRole()));
            assertThat(sinceHire.isRamped(ANA, day(7, 1))).isTrue();
            assertThat(sinceRole.isRamped(ANA, day(6, 15)))
                    .as("a move to another team in the same role begins no ramp")
                    .isTrue();
            assertThat(sinceRole.isRamped(ANA, day(7, 1))).isFalse();
            assertThat(sinceRole.isRamped(ANA, day(10, 1))).isTrue();
        }

        @Test
        void isOverForWhomTheDayOfHireIsUnknown() {
            Roster roster = roster(
                    RosterRecords.builder().rampRule(RampRule.afterMonths(6)).addPersons(Person.of(ANA)));
            assertThat(roster.isRamped(ANA, day(1, 1))).isTrue();
            assertThat(roster.tenureMonths(ANA, day(1, 1))).isEmpty();
        }
    }

    @Nested
    class Presence {
        private final Roster roster = roster(RosterRecords.builder()
                .addPersons(
                        hired(ANA, "2026-01-05"),
                        Person.builder().id(BEN).lastDay(day(1, 30)).build(),
                        Person.of(CLEO))
                .addLeaves(
                        Leave.of(ANA, span("2026-02-01", "2026-02-11")),
                        Leave.of(ANA, span("2026-02-06", "2026-02-15"))));

        @Test
        void countsOverlappingLeavesOnce() {
            // 86 days from 5 January to 31 March, less 14 in February
            assertThat(roster.eligibleDays(ANA, Q1)).isEqualTo(72);
            assertThat(roster.eligibleSpans(ANA, Q1))
                    .containsExactly(span("2026-01-05", "2026-02-01"), span("2026-02-15", "2026-04-01"));
        }

        @Test
        void includesTheLastDay() {
            assertThat(roster.isEmployed(BEN, day(1, 30))).isTrue();
            assertThat(roster.isEmployed(BEN, day(1, 31))).isFalse();
            assertThat(roster.eligibleDays(BEN, Q1)).isEqualTo(30);
        }

        @Test
        void countsWorkingDaysWithACalendar() {
            // 5 to 30 January 2026: Monday to Friday, four weeks
            BusinessCalendar calendar = BusinessCalendar.standard(ZoneOffset.UTC);
            assertThat(roster.eligibleDays(ANA, Span.month(2026, 1), calendar)).isEqualTo(20);
        }

        @Test
        void isSinceEverAndForGoodWhereNothingElseIsKnown() {
            assertThat(roster.eligibleDays(CLEO, Q1)).isEqualTo(Q1.days());
            assertThat(roster.stints(CLEO))
                    .extracting(Stint::span)
                    .containsExactly(Span.of(Roster.EARLIEST, Roster.LATEST));
        }

        @Test
        void isNoneForAStranger() {
            assertThat(roster.eligibleDays(DAN, Q1)).isZero();
            assertThat(roster.isEmployed(DAN, day(1, 1))).isFalse();
            assertThat(roster.isOnLeave(DAN, day(1, 1))).isFalse();
            assertThat(roster.stints(DAN)).isEmpty();
            assertThat(roster.managerOn(DAN, day(1, 1))).isEmpty();
        }

        @Test
        void isCountedInWholeMonthsOfTenure() {
            assertThat(roster.tenureMonths(ANA, day(2, 4))).hasValue(0);
            assertThat(roster.tenureMonths(ANA, day(2, 5))).hasValue(1);
            assertThat(roster.tenureMonths(ANA, day(1, 4))).isEmpty();
            assertThat(roster.person(ANA).orElseThrow().cohort()).contains(YearMonth.of(2026, 1));
        }
    }

    @Nested
    class RollUp {
        private final Roster roster = roster(RosterRecords.builder()
                .addPersons(Person.of(ANA), Person.of(BEN), Person.of(CLEO), Person.of(DAN))
                .addTeams(
                        Team.builder().id(SALES).region(EMEA).build(),
                        Team.of(NORTH, SALES),
                        Team.builder().id(SOUTH).parent(SALES).region(DACH).build())
                .addRegions(Region.of(EMEA), Region.of(DACH, EMEA), Region.of(RegionId.of("apac")))
                .addAssignments(
                        since(ANA, "2026-01-01").team(NORTH).build(),
                        since(BEN, "2026-01-01").team(SOUTH).build(),
                        since(CLEO, "2026-01-01")
                                .team(SOUTH)
                                .region(RegionId.of("apac"))
                                .build()));

        @Test
        void countsMembersOfTeamsBelow() {
            assertThat(roster.members(SALES, day(1, 1))).containsExactly(ANA, BEN, CLEO);
            assertThat(roster.members(NORTH, day(1, 1))).containsExactly(ANA);
            assertThat(roster.teamsUnder(SALES)).containsExactly(SALES, NORTH, SOUTH);
            assertThat(roster.teamsAbove(SOUTH)).containsExactly(SOUTH, SALES);
            assertThat(roster.teamsBeside(SOUTH)).containsExactly(NORTH);
            assertThat(roster.teamsBeside(SALES)).isEmpty();
        }

        @Test
        void takesTheRegionOfTheTeamAboveUnlessThePersonHasTheirOwn() {
            assertThat(roster.regionOn(ANA, day(1, 1))).contains(EMEA);
            assertThat(roster.regionOn(BEN, day(1, 1))).contains(DACH);
            assertThat(roster.regionOn(CLEO, day(1, 1))).contains(RegionId.of("apac"));
            assertThat(roster.members(EMEA, day(1, 1))).containsExactly(ANA, BEN);
            assertThat(roster.members(DACH, day(1, 1))).containsExactly(BEN);
        }

        @Test
        void countsWhoHasNoTeamForEveryoneOnly() {
            assertThat(roster.members(Everyone.EVERYONE, day(1, 1))).containsExactly(ANA, BEN, CLEO, DAN);
            assertThat(roster.members(TeamId.of("nowhere"), day(1, 1))).isEmpty();
        }

        @Test
        void rejectsACircleAndShowsIt() {
            RosterRecords circle = RosterRecords.builder()
                    .addTeams(Team.of(SALES, NORTH), Team.of(NORTH, SOUTH), Team.of(SOUTH, NORTH))
                    .build();
            assertThatThrownBy(() -> Roster.of(circle))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("teams must not lie above themselves: north -> south -> north");
        }
    }

    @Nested
    class Reports {
        @Test
        void areDirectAndIndirectOnTheDay() {
            Roster roster = roster(RosterRecords.builder()
                    .addPersons(Person.of(ANA), Person.of(BEN), Person.of(CLEO), Person.of(BOSS))
                    .addAssignments(
                            since(ANA, "2026-01-01").manager(BEN).build(),
                            since(BEN, "2026-01-01").manager(BOSS).build(),
                            since(CLEO, "2026-01-01").manager(BEN).build(),
                            since(CLEO, "2026-02-01").manager(BOSS).build()));
            assertThat(roster.reportsTo(BOSS, day(1, 31))).containsExactly(ANA, BEN, CLEO);
            assertThat(roster.directReports(BOSS, day(1, 31))).containsExactly(BEN);
            assertThat(roster.directReports(BOSS, day(2, 1))).containsExactly(BEN, CLEO);
            assertThat(roster.isReportOf(ANA, BOSS, day(1, 1))).isTrue();
            assertThat(roster.isReportOf(BOSS, ANA, day(1, 1))).isFalse();
        }

        @Test
        void endInACircleOfManagers() {
            Roster roster = roster(RosterRecords.builder()
                    .addPersons(Person.of(ANA), Person.of(BEN))
                    .addAssignments(
                            since(ANA, "2026-01-01").manager(BEN).build(),
                            since(BEN, "2026-01-01").manager(ANA).build()));
            assertThat(roster.reportsTo(ANA, day(1, 1))).containsExactly(BEN);
            assertThat(roster.isReportOf(ANA, ANA, day(1, 1))).isFalse();
            assertThat(roster.isReportOf(ANA, BOSS, day(1, 1))).isFalse();
        }
    }

    @Nested
    class Checking {
        private List<MessageCode> codes(Outcome<?> outcome) {
            return outcome.problems().stream()
                    .map(problem -> problem.message().code())
                    .toList();
        }

        @Test
        @DisplayName("accounts for each record, and keeps what is good")
        void accountsForEachRecord() {
            Outcome<Roster> outcome = Roster.of(RosterRecords.builder()
                    .addPersons(
                            hired(ANA, "2026-01-01"),
                            Person.of(BEN),
                            Person.builder().id(CLEO).lastDay(day(3, 31)).build(),
                            Person.of(BEN))
                    .addTeams(Team.of(NORTH, SALES))
                    .addAssignments(
                            since(ANA, "2025-06-01").team(SOUTH).manager(BOSS).build(),
                            since(BEN, "2026-01-01").manager(ANA).build(),
                            since(CLEO, "2026-04-01").team(NORTH).build(),
                            since(EVE, "2026-01-01").team(NORTH).build(),
                            since(BEN, "2026-01-01").team(NORTH).build())
                    .addLeaves(
                            Leave.of(DAN, Q1),
                            Leave.of(ANA, span("2025-12-20", "2026-01-10")),
                            Leave.of(ANA, span("2026-01-05", "2026-01-15")),
                            Leave.of(CLEO, span("2026-04-01", "2026-05-01")))
                    .build());

            assertThat(codes(outcome))
                    .containsExactly(
                            MessageCode.ID_REPEATED,
                            MessageCode.GROUP_UNKNOWN, // sales, above north
                            MessageCode.ASSIGNMENT_BEFORE_HIRE,
                            MessageCode.GROUP_UNKNOWN, // south
                            MessageCode.MANAGER_UNKNOWN,
                            MessageCode.ASSIGNMENT_AFTER_EXIT,
                            MessageCode.PERSON_UNKNOWN,
                            MessageCode.ASSIGNMENT_REPEATED,
                            MessageCode.PERSON_UNKNOWN,
                            MessageCode.LEAVE_PARTLY_OUTSIDE,
                            MessageCode.LEAVES_OVERLAP,
                            MessageCode.LEAVE_OUTSIDE_EMPLOYMENT);
            assertThat(outcome.refused()).isEqualTo(6);
            assertThat(outcome.accepted() + outcome.refused()).isEqualTo(14);
            assertThat(outcome.problems().stream().filter(problem -> problem.severity() == Severity.ERROR))
                    .hasSize(6);
            assertThat(outcome.value().teams()).extracting(Team::id).containsExactly(NORTH, SALES, SOUTH);
            assertThat(outcome.value().managerOn(ANA, day(1, 1))).contains(BOSS);
            assertThat(outcome.problems().get(2))
                    .hasToString(
                            "assignments:1: the assignment of ana from 2025-06-01 counts from the hire on 2026-01-01");
        }

        @Test
        void takesNoManagerWhereSomeoneIsTheirOwn() {
            Outcome<Roster> outcome = Roster.of(RosterRecords.builder()
                    .addPersons(Person.of(ANA))
                    .addAssignments(since(ANA, "2026-01-01").manager(ANA).build())
                    .build());
            assertThat(codes(outcome)).containsExactly(MessageCode.MANAGER_OF_SELF);
            assertThat(outcome.value().managerOn(ANA, day(1, 1))).isEmpty();
        }

        @Test
        void asksForNoRecordOfATeamWhereNoneIsGiven() {
            Outcome<Roster> outcome = Roster.of(RosterRecords.builder()
                    .addPersons(Person.of(ANA))
                    .addAssignments(
                            since(ANA, "2026-01-01").team(NORTH).role(AE).build())
                    .build());
            assertThat(outcome.problems()).isEmpty();
            assertThat(outcome.value().team(NORTH)).isPresent();
            assertThat(outcome.value().role(AE)).isPresent();
        }

        @Test
        void namesAnUnknownManagerOnce() {
            Outcome<Roster> outcome = Roster.of(RosterRecords.builder()
                    .addPersons(Person.of(ANA), Person.of(BEN))
                    .addAssignments(
                            since(ANA, "2026-01-01").manager(BOSS).build(),
                            since(BEN, "2026-01-01").manager(BOSS).build())
                    .build());
            assertThat(codes(outcome)).containsExactly(MessageCode.MANAGER_UNKNOWN);
            assertThat(outcome.problems()).extracting(Problem::severity).containsExactly(Severity.NOTE);
            assertThat(outcome.value().directReports(BOSS, day(1, 1))).containsExactly(ANA, BEN);
        }

        @Test
        void rejectsAnExitBeforeTheHire() {
            assertThatThrownBy(() -> Person.builder()
                            .id(ANA)
                            .hired(day(2, 1))
                            .lastDay(day(1, 1))
                            .build())
                    .hasMessage("lastDay of ana must not lie before hired 2026-02-01: 2026-01-01");
        }
    }

    @Nested
    class APerson {
        @Test
        void isNotNamedInText() {
            Person person = Person.builder()
                    .id(ANA)
                    .name("Ana Silva")
                    .putInclusion("gender", "f")
                    .build();
            assertThat(person).hasToString("person ana");
            assertThat(roster(RosterRecords.builder().addPersons(person)).toString())
                    .doesNotContain("Silva");
        }

        @Test
        void livesOnTheDaysOfTheirOwnZone() {
            Person person = Person.builder()
                    .id(ANA)
                    .zone(ZoneId.of("Asia/Tokyo"))
                    .locale("PT-br")
                    .build();
            Instant lateInLondon = Instant.parse("2026-01-01T20:00:00Z");
            assertThat(person.dayOf(lateInLondon, ZoneOffset.UTC)).isEqualTo(day(1, 2));
            assertThat(Person.of(BEN).dayOf(lateInLondon, ZoneOffset.UTC)).isEqualTo(day(1, 1));
            assertThat(person.locale()).contains("pt-BR");
            assertThatThrownBy(() -> Person.builder().id(ANA).locale("pt_BR").build())
                    .hasMessageContaining("language tag")
                    .hasMessageContaining("Maybe");
        }
    }

    @Nested
    class RoleArchetypes {
        @Test
        void bringTheKpisOfTheirWork() {
            Role full = Role.of(AE, RoleArchetype.FULL_CYCLE);
            assertThat(full.kpiSet())
                    .extracting(Object::toString)
                    .startsWith("calls", "emails")
                    .contains("win-rate", "quota-attainment");
            assertThat(Role.of(SDR, RoleArchetype.SALES_DEVELOPMENT).kpiSet())
                    .extracting(Object::toString)
                    .contains("demos-set")
                    .doesNotContain("win-rate");
            assertThat(Role.builder().id(AE).build().kpiSet()).isEmpty();
        }

        @Test
        void giveWayToTheKpisOfARole() {
            Role own = Role.builder()
                    .id(AE)
                    .archetype(RoleArchetype.FULL_CYCLE)
                    .addKpis(io.coaching.base.KpiId.of("calls"))
                    .build();
            assertThat(own.kpiSet()).extracting(Object::toString).containsExactly("calls");
        }
    }

    @Test
    void anUnknownPersonInMembersIsNobody() {
        assertThat(Roster.empty().members(PersonId.of("x"), day(1, 1))).isEmpty();
    }
}
