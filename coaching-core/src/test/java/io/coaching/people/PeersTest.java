package io.coaching.people;

import static io.coaching.people.People.AE;
import static io.coaching.people.People.ANA;
import static io.coaching.people.People.BEN;
import static io.coaching.people.People.BOSS;
import static io.coaching.people.People.CLEO;
import static io.coaching.people.People.DAN;
import static io.coaching.people.People.EVE;
import static io.coaching.people.People.NORTH;
import static io.coaching.people.People.Q1;
import static io.coaching.people.People.SDR;
import static io.coaching.people.People.SOUTH;
import static io.coaching.people.People.day;
import static io.coaching.people.People.hired;
import static io.coaching.people.People.roster;
import static io.coaching.people.People.since;
import static io.coaching.people.People.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coaching.base.Percent;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PeersTest {
    private static RosterRecords.Builder five() {
        return RosterRecords.builder()
                .addPersons(Person.of(ANA), Person.of(BEN), Person.of(CLEO), Person.of(DAN), Person.of(EVE));
    }

    private static LeftOut out(io.coaching.base.PersonId person, Exclusion reason) {
        return new LeftOut(person, reason);
    }

    @Nested
    class Likeness {
        private final Roster roster = roster(five().addAssignments(
                        since(ANA, "2025-01-01").role(AE).team(NORTH).build(),
                        since(BEN, "2025-01-01").role(AE).team(SOUTH).build(),
                        since(CLEO, "2025-01-01").role(SDR).team(NORTH).build(),
                        since(DAN, "2025-01-01").role(AE).team(NORTH).build()));

        @Test
        void ofRoleLeavesOutOtherRolesAndSaysSo() {
            PeerGroup group = Peers.sameRole().of(roster, ANA, Q1);
            assertThat(group.peers()).containsExactly(BEN, DAN);
            assertThat(group.leftOut())
                    .containsExactly(out(CLEO, Exclusion.OTHER_ROLE), out(EVE, Exclusion.OTHER_ROLE));
            assertThat(group.leftOutCounts())
                    .containsEntry(Exclusion.OTHER_ROLE, 2)
                    .hasSize(1);
            assertThat(group).hasToString("ana: 2 peers, 2 left out");
        }

        @Test
        void ofSeveralTraitsTakesAllOfThem() {
            assertThat(Peers.sameRole().sameTeam().of(roster, ANA, Q1).peers()).containsExactly(DAN);
            assertThat(Peers.everyone().sameTeam().of(roster, ANA, Q1).peers()).containsExactly(CLEO, DAN);
        }

        @Test
        void countsWhatIsAbsentAsAValue() {
            Roster plain = roster(five());
            assertThat(Peers.sameRole().of(plain, ANA, Q1).size()).isEqualTo(4);
            assertThat(Peers.sameRole().of(roster, EVE, Q1).peers()).isEmpty();
        }

        @Test
        void mayBeOfAFurtherAttribute() {
            Roster segments = roster(five().addAssignments(
                            since(ANA, "2025-01-01")
                                    .putAttribute("segment", "smb")
                                    .build(),
                            since(BEN, "2025-01-01")
                                    .putAttribute("segment", "smb")
                                    .build(),
                            since(CLEO, "2025-01-01")
                                    .putAttribute("segment", "enterprise")
                                    .build()));
            PeerGroup group = Peers.everyone().same("segment").of(segments, ANA, Q1);
            assertThat(group.peers()).containsExactly(BEN);
            assertThat(group.leftOut()).contains(out(CLEO, Exclusion.OTHER_ATTRIBUTE));
        }

        @Test
        void mayBeNamed() {
            PeerGroup named =
                    Peers.everyone().named(BEN, CLEO, DAN).excluding(DAN).of(roster, ANA, Q1);
            assertThat(named.peers()).containsExactly(BEN, CLEO);
            assertThat(named.leftOut()).containsExactly(out(DAN, Exclusion.NAMED_OUT), out(EVE, Exclusion.NOT_NAMED));
        }
    }

    @Nested
    class OverASpan {
        @Test
        void countsWhatHeldOnMostDaysAcrossChangesThatAreNotCompared() {
            // 31 + 28 days as AE, under two managers; 31 days as SDR in one stretch
            Roster roster = roster(RosterRecords.builder()
                    .addPersons(Person.of(ANA), Person.of(BEN))
                    .addAssignments(
                            since(ANA, "2026-01-01").role(SDR).build(),
                            since(ANA, "2026-02-01").role(AE).manager(DAN).build(),
                            since(ANA, "2026-03-01").role(AE).manager(BOSS).build(),
                            since(BEN, "2025-01-01").role(AE).build()));
            assertThat(Peers.sameRole().of(roster, ANA, Q1).peers()).containsExactly(BEN);
        }

        @Test
        void takesTheLaterOfTwoThatHeldEquallyLong() {
            Roster roster = roster(RosterRecords.builder()
                    .addPersons(Person.of(ANA), Person.of(BEN), Person.of(CLEO))
                    .addAssignments(
                            since(ANA, "2025-01-01").team(NORTH).build(),
                            since(ANA, "2026-01-11").team(SOUTH).build(),
                            since(BEN, "2025-01-01").team(SOUTH).build(),
                            since(CLEO, "2025-01-01").team(NORTH).build()));
            Span twenty = span("2026-01-01", "2026-01-21");
            assertThat(Peers.everyone().sameTeam().of(roster, ANA, twenty).peers())
                    .containsExactly(BEN);
            assertThat(Peers.everyone()
                            .sameTeam()
                            .of(roster, ANA, span("2026-01-01", "2026-01-20"))
                            .peers())
                    .containsExactly(CLEO);
        }

        @Test
        void doesNotCountDaysOfLeave() {
            Roster roster = roster(RosterRecords.builder()
                    .addPersons(Person.of(ANA), Person.of(BEN), Person.of(CLEO))
                    .addAssignments(
                            since(ANA, "2025-01-01").team(NORTH).build(),
                            since(ANA, "2026-03-01").team(SOUTH).build(),
                            since(BEN, "2025-01-01").team(SOUTH).build(),
                            since(CLEO, "2025-01-01").team(NORTH).build())
                    .addLeaves(Leave.of(ANA, span("2026-01-01", "2026-02-15"))));
            assertThat(Peers.everyone().sameTeam().of(roster, ANA, Q1).peers()).containsExactly(BEN);
            assertThat(Peers.everyone().sameTeam().of(roster, CLEO, Q1).leftOut())
                    .as("there on 45 of 90 days, most of them in the other team")
                    .contains(out(ANA, Exclusion.OTHER_TEAM));
        }
    }

    @Nested
    class Presence {
        private final Roster roster = roster(RosterRecords.builder()
                .addPersons(
                        Person.of(ANA),
                        Person.builder().id(BEN).lastDay(day(2, 1)).build(),
                        hired(CLEO, "2026-03-15"),
                        Person.of(DAN),
                        hired(EVE, "2026-02-15"))
                .addLeaves(Leave.of(DAN, span("2026-01-01", "2026-03-01"))));

        @Test
        void isAskedForOnHalfOfTheDays() {
            // of 90 days: ben 32, cleo 17, dan 31, eve 45
            assertThat(Peers.everyone().of(roster, ANA, Q1).peers()).containsExactly(EVE);
            assertThat(Peers.everyone().of(roster, ANA, Q1).leftOut())
                    .containsExactly(
                            out(BEN, Exclusion.LEFT), out(CLEO, Exclusion.NOT_YET_HIRED), out(DAN, Exclusion.ON_LEAVE));
        }

        @Test
        void mayBeAskedForOnMoreOrLess() {
            Peers peers = Peers.everyone();
            assertThat(peers.atLeastShareOfPeriod(Percent.of(51))
                            .of(roster, ANA, Q1)
                            .peers())
                    .isEmpty();
            assertThat(peers.atLeastShareOfPeriod(Percent.of(30))
                            .of(roster, ANA, Q1)
                            .peers())
                    .containsExactly(BEN, DAN, EVE);
            assertThat(peers.atLeastShareOfPeriod(Percent.of(0))
                            .of(roster, ANA, span("2026-02-02", "2026-02-10"))
                            .peers())
                    .as("a day at least")
                    .isEmpty();
        }

        @Test
        void mayBeCountedInWorkingDays() {
            // Friday to Monday: eve, hired on Sunday, is there on 2 of 4 days, but on 1 of 2 working days
            Span weekend = span("2026-02-13", "2026-02-17");
            BusinessCalendar calendar = BusinessCalendar.standard(ZoneOffset.UTC);
            Peers strict = Peers.everyone().atLeastShareOfPeriod(Percent.of(40));
            assertThat(strict.of(roster, ANA, weekend, calendar).peers()).contains(EVE);
            Span untilSunday = span("2026-02-12", "2026-02-16");
            assertThat(Peers.everyone()
                            .atLeastShareOfPeriod(Percent.of(25))
                            .of(roster, ANA, untilSunday)
                            .peers())
                    .contains(EVE);
            assertThat(Peers.everyone()
                            .atLeastShareOfPeriod(Percent.of(25))
                            .of(roster, ANA, untilSunday, calendar)
                            .peers())
                    .doesNotContain(EVE);
        }

        @Test
        void isNotAskedOfTheSubject() {
            assertThat(Peers.everyone().of(roster, DAN, Q1).peers()).containsExactly(ANA, EVE);
        }
    }

    @Nested
    class Ramp {
        private final Roster roster = roster(RosterRecords.builder()
                .rampRule(RampRule.afterMonths(6))
                .addPersons(
                        hired(ANA, "2020-01-01"),
                        hired(BEN, "2021-01-01"),
                        hired(CLEO, "2025-12-01"),
                        hired(DAN, "2025-12-15")));

        @Test
        void isComparedLikeWithLikeUnlessSaidOtherwise() {
            PeerGroup veteran = Peers.everyone().of(roster, ANA, Q1);
            assertThat(veteran.peers()).containsExactly(BEN);
            assertThat(veteran.leftOut()).containsOnly(out(CLEO, Exclusion.NOT_RAMPED), out(DAN, Exclusion.NOT_RAMPED));
            PeerGroup newcomer = Peers.everyone().of(roster, CLEO, Q1);
            assertThat(newcomer.peers()).containsExactly(DAN);
            assertThat(newcomer.leftOut())
                    .containsOnly(out(ANA, Exclusion.ALREADY_RAMPED), out(BEN, Exclusion.ALREADY_RAMPED));
        }

        @Test
        void mayBeAskedOfPeersOnlyOrNotAtAll() {
            assertThat(Peers.everyone().rampedOnly().of(roster, CLEO, Q1).peers())
                    .containsExactly(ANA, BEN);
            assertThat(Peers.everyone().rampedOrNot().of(roster, CLEO, Q1).peers())
                    .containsExactly(ANA, BEN, DAN);
        }
    }

    @Nested
    class Tenure {
        private final Roster roster = roster(RosterRecords.builder()
                .addPersons(
                        hired(ANA, "2025-01-01"),
                        hired(BEN, "2025-07-01"),
                        hired(CLEO, "2025-07-02"),
                        hired(DAN, "2024-07-01"),
                        Person.of(EVE)));

        @Test
        void takesInWhoWasHiredWithinThePeriodEitherWay() {
            PeerGroup group = Peers.everyone().tenureWithin(Period.ofMonths(6)).of(roster, ANA, Q1);
            assertThat(group.peers()).containsExactly(BEN, DAN);
            assertThat(group.leftOut())
                    .containsExactly(out(CLEO, Exclusion.TENURE_DIFFERS), out(EVE, Exclusion.TENURE_UNKNOWN));
        }

        @Test
        void ofNobodyIsKnownWhereThatOfTheSubjectIsNot() {
            PeerGroup group = Peers.everyone().tenureWithin(Period.ofYears(9)).of(roster, EVE, Q1);
            assertThat(group.peers()).isEmpty();
            assertThat(group.leftOutCounts()).containsOnlyKeys(Exclusion.TENURE_UNKNOWN);
        }

        @Test
        void givesNoSharedGroups() {
            PeerIndex index = Peers.everyone().tenureWithin(Period.ofMonths(6)).over(roster, Q1);
            assertThat(index.isShared()).isFalse();
            assertThatThrownBy(index::groups).isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    class SharedGroups {
        @Test
        void haveEveryoneAsASubjectOnceAndWhoIsAwayAsNoMember() {
            Roster roster = roster(five().addAssignments(
                            since(ANA, "2025-01-01").team(NORTH).build(),
                            since(BEN, "2025-01-01").team(NORTH).build(),
                            since(CLEO, "2025-01-01").team(SOUTH).build(),
                            since(DAN, "2025-01-01").team(SOUTH).build(),
                            since(EVE, "2025-01-01").team(SOUTH).build())
                    .addLeaves(Leave.of(DAN, Q1)));
            assertThat(Peers.everyone().sameTeam().over(roster, Q1).groups())
                    .containsExactly(
                            new SharedPeers(List.of(ANA, BEN), List.of(ANA, BEN)),
                            new SharedPeers(List.of(CLEO, EVE), List.of(CLEO, DAN, EVE)));
        }
    }

    @Nested
    class Rules {
        @Test
        void areEqualWhateverTheOrderTheyWereSaidIn() {
            assertThat(Peers.sameRole().sameTeam().excluding(ANA, BEN))
                    .isEqualTo(Peers.everyone()
                            .sameTeam()
                            .excluding(BEN)
                            .same(Trait.ROLE)
                            .excluding(ANA))
                    .hasToString("same role, same team, without 2 named");
            assertThat(Peers.everyone()).hasToString("everyone");
        }

        @Test
        void throwForWhatCannotBeMeant() {
            Roster roster = roster(five());
            assertThatThrownBy(() -> Peers.everyone().of(roster, BOSS, Q1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("subject must be one of the 5 people of the roster: boss");
            assertThatThrownBy(() -> Peers.everyone().over(roster, Span.of(LocalDate.EPOCH, LocalDate.EPOCH)))
                    .hasMessageContaining("span must not be empty");
            assertThatThrownBy(() -> Peers.everyone().atLeastShareOfPeriod(Percent.of(101)))
                    .hasMessageContaining("leastShare");
            assertThatThrownBy(() -> Peers.everyone().tenureWithin(Period.ofMonths(-1)))
                    .hasMessageContaining("tenure must not be negative");
        }
    }
}
