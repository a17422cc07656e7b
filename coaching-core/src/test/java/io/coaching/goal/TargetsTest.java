package io.coaching.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.coaching.base.Everyone;
import io.coaching.base.KpiId;
import io.coaching.base.MessageCode;
import io.coaching.base.Money;
import io.coaching.base.Percent;
import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.base.RoleId;
import io.coaching.base.TeamId;
import io.coaching.people.Assignment;
import io.coaching.people.Leave;
import io.coaching.people.Person;
import io.coaching.people.Roster;
import io.coaching.people.RosterRecords;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.FiscalYear;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Q3 of 2026 has 66 working days, Monday to Friday; July 23, August 21, September 22. */
@DisplayName("A target")
class TargetsTest {
    private static final PersonId ANA = PersonId.of("ana");
    private static final PersonId BEN = PersonId.of("ben");
    private static final PersonId CARLA = PersonId.of("carla");
    private static final TeamId NORTH = TeamId.of("north");
    private static final TeamId SOUTH = TeamId.of("south");
    private static final RoleId AE = RoleId.of("ae");
    private static final RoleId SDR = RoleId.of("sdr");
    private static final KpiId MEETINGS = KpiId.of("meetings");
    private static final KpiId WIN_RATE = KpiId.of("win-rate");
    private static final Span Q3 = Span.quarter(2026, 3);
    private static final LocalDate END = LocalDate.of(2026, 9, 30);
    private static final BusinessCalendar PARIS = BusinessCalendar.standard(ZoneId.of("Europe/Paris"));

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static RosterRecords.Builder people() {
        LocalDate longAgo = LocalDate.of(2010, 1, 1);
        return RosterRecords.builder()
                .addPersons(Person.of(ANA, longAgo), Person.of(BEN, longAgo))
                .addAssignments(
                        Assignment.builder()
                                .person(ANA)
                                .since(longAgo)
                                .role(AE)
                                .team(NORTH)
                                .build(),
                        Assignment.builder()
                                .person(BEN)
                                .since(longAgo)
                                .role(AE)
                                .team(NORTH)
                                .build());
    }

    private static TargetIndex index(Targets targets, RosterRecords.Builder people) {
        return targets.over(Roster.of(people.build()).value(), PARIS, END);
    }

    private static double value(TargetInForce target) {
        return target.value().orThrow();
    }

    @Test
    @DisplayName("holds as it was set for somebody who is there all the time")
    void asSet() {
        var index = index(Targets.of(List.of(Target.quota(ANA, Q3, eur("100000.01")))), people());
        TargetInForce quota = index.inForce(ANA, Target.BOOKINGS, Q3, true);
        assertThat(value(quota)).isEqualTo(100_000.01);
        assertThat(quota.isAdjusted()).isFalse();
        assertThat(quota.workingDays()).isEqualTo(66);
        assertThat(quota.origin()).isEqualTo(TargetOrigin.OWN);
        assertThat(index.inForce(BEN, Target.BOOKINGS, Q3, true).value().whyNot())
                .contains(Reason.NO_TARGET);
    }

    @Test
    @DisplayName("of somebody hired in mid-quarter is prorated by working days, not by calendar days")
    void hireInMidQuarter() {
        // hired on Monday 17 August: 11 working days of August and 22 of September, half of 66; 45 of 92 calendar days
        var people = people().addPerson(Person.of(CARLA, LocalDate.of(2026, 8, 17)))
                .addAssignment(Assignment.of(CARLA, LocalDate.of(2026, 8, 17), NORTH));
        TargetInForce quota = index(Targets.of(List.of(Target.quota(CARLA, Q3, eur("66000")))), people)
                .inForce(CARLA, Target.BOOKINGS, Q3, true);
        assertThat(quota.eligibleDays()).isEqualTo(33);
        assertThat(value(quota)).isEqualTo(33_000);
        assertThat(quota.full()).isEqualTo(66_000);
        assertThat(quota.share()).isEqualTo(0.5);
    }

    @Test
    @DisplayName("asks a newcomer for the share of the ramp on each day")
    void ramp() {
        // hired on Wednesday 15 July: steps begin on the 15th of each month
        var people = people().addPerson(Person.of(CARLA, LocalDate.of(2026, 7, 15)))
                .addAssignment(Assignment.of(CARLA, LocalDate.of(2026, 7, 15), NORTH));
        var targets = Targets.builder()
                .addTarget(Target.of(CARLA, MEETINGS, Q3, 66))
                .ramp(RampSchedule.monthly(Percent.of(0), Percent.of(50)))
                .build();
        TargetInForce meetings = index(targets, people).inForce(CARLA, MEETINGS, Q3, true);
        // 15 Aug to 14 Sep has 21 working days at 50 %, 15 to 30 Sep has 12 in full
        assertThat(meetings.eligibleDays()).isEqualTo(56);
        assertThat(meetings.rampedDays()).isEqualTo(21 * 0.5 + 12);
        assertThat(value(meetings)).isCloseTo(22.5, within(1e-12));
    }

    @Test
    @DisplayName("ramps by the schedule of the role, where it has one")
    void rampByRole() {
        var people = people().addPerson(Person.of(CARLA, Q3.start()))
                .addAssignment(Assignment.builder()
                        .person(CARLA)
                        .since(Q3.start())
                        .role(SDR)
                        .build());
        var targets = Targets.builder()
                .addTarget(Target.of(CARLA, MEETINGS, Q3, 66))
                .ramp(RampSchedule.monthly(Percent.of(0)))
                .putRampsByRole(SDR, RampSchedule.weekly(Percent.of(50)))
                .build();
        // 1 to 7 July has 5 working days at half
        assertThat(value(index(targets, people).inForce(CARLA, MEETINGS, Q3, true)))
                .isCloseTo(66 - 2.5, within(1e-12));
    }

    @Test
    @DisplayName("shrinks by leave and ends with the exit")
    void leaveAndExit() {
        var people = people().addLeave(Leave.of(ANA, Span.of(LocalDate.of(2026, 8, 3), LocalDate.of(2026, 8, 24))))
                .addPerson(Person.builder()
                        .id(CARLA)
                        .hired(LocalDate.of(2025, 1, 1))
                        .lastDay(LocalDate.of(2026, 7, 31))
                        .build())
                .addAssignment(Assignment.of(CARLA, LocalDate.of(2025, 1, 1), NORTH));
        var index = index(
                Targets.of(List.of(Target.of(ANA, MEETINGS, Q3, 66), Target.of(CARLA, MEETINGS, Q3, 66))), people);
        assertThat(value(index.inForce(ANA, MEETINGS, Q3, true))).isCloseTo(66 - 15, within(1e-12));
        assertThat(value(index.inForce(CARLA, MEETINGS, Q3, true))).isCloseTo(23, within(1e-12));
    }

    @Test
    @DisplayName("that the host has adjusted is not adjusted again")
    void adjusted() {
        var people = people().addLeave(Leave.of(ANA, Span.month(2026, 8)));
        Target final66 = Target.builder()
                .from(Target.of(ANA, MEETINGS, Q3, 66))
                .adjusted(true)
                .build();
        assertThat(value(index(Targets.of(List.of(final66)), people).inForce(ANA, MEETINGS, Q3, true)))
                .isEqualTo(66);
    }

    @Test
    @DisplayName("away for the whole period is undefined and not zero")
    void awayForGood() {
        var people = people().addLeave(Leave.of(ANA, Q3));
        TargetInForce none = index(Targets.of(List.of(Target.of(ANA, MEETINGS, Q3, 66))), people)
                .inForce(ANA, MEETINGS, Q3, true);
        assertThat(none.value().whyNot()).contains(Reason.NO_EXPOSURE);
    }

    @Test
    @DisplayName("changed in mid-period keeps its history: the newest counts, or each for its days, or the first")
    void changed() {
        Target target = Target.of(ANA, MEETINGS, Q3, 66)
                .changed(LocalDate.of(2026, 8, 17), TargetValue.of(33), "lost two accounts");
        var index = index(Targets.of(List.of(target)), people());
        assertThat(value(index.inForce(ANA, MEETINGS, Q3, true))).isEqualTo(33);
        assertThat(value(index.with(RevisionRule.BY_DAYS).inForce(ANA, MEETINGS, Q3, true)))
                .isCloseTo(33 + 16.5, within(1e-12));
        assertThat(value(index.with(RevisionRule.ORIGINAL).inForce(ANA, MEETINGS, Q3, true)))
                .isEqualTo(66);
        assertThat(value(index.asOf(LocalDate.of(2026, 8, 16)).inForce(ANA, MEETINGS, Q3, true)))
                .as("as it was known the day before")
                .isEqualTo(66);
        assertThat(target.on(LocalDate.of(2026, 8, 17)).reason()).contains("lost two accounts");
    }

    @Test
    @DisplayName("given in a row for each change is one target with a history")
    void rowsOfOneTarget() {
        var rows = List.of(
                Target.builder()
                        .subject(ANA)
                        .kpi(MEETINGS)
                        .period(Q3)
                        .value(LocalDate.of(2026, 8, 17), TargetValue.of(33))
                        .build(),
                Target.of(ANA, MEETINGS, Q3, 66));
        Targets book = Targets.of(rows);
        assertThat(book.merged()).hasSize(1);
        assertThat(book.target(ANA, MEETINGS, Q3).orElseThrow().revisions()).hasSize(2);
        assertThat(book.problems(Roster.of(people().build()).value())).isEmpty();
        assertThat(book.merged())
                .isEqualTo(Targets.of(List.of(rows.get(1), rows.get(0))).merged());
    }

    @Test
    @DisplayName("of a quarter may be given as its months; of a share, as that of the year")
    void otherPeriods() {
        var index = index(
                Targets.of(List.of(
                        Target.of(ANA, MEETINGS, Span.month(2026, 8), 20),
                        Target.of(ANA, MEETINGS, Span.month(2026, 7), 21),
                        Target.of(ANA, MEETINGS, Span.month(2026, 9), 22),
                        Target.of(ANA, MEETINGS, Span.year(2026), 300),
                        Target.of(ANA, WIN_RATE, Span.year(2026), Percent.of(25)))),
                people());
        TargetInForce quarter = index.inForce(ANA, MEETINGS, Q3, true);
        assertThat(value(quarter)).isEqualTo(63);
        assertThat(quarter.origin()).isEqualTo(TargetOrigin.SUM_OF_PERIODS);
        assertThat(index.inForce(ANA, MEETINGS, Span.quarter(2026, 2), true)
                        .value()
                        .whyNot())
                .as("a year is not cut into quarters by itself")
                .contains(Reason.NO_TARGET);
        assertThat(value(index.inForce(ANA, WIN_RATE, Q3, false))).isEqualTo(0.25);
    }

    @Test
    @DisplayName("of a team is its own, else the sum of its members', each for the days in the team")
    void teams() {
        // ben moves south on 17 August, half of the working days
        var people = people().addAssignment(Assignment.of(BEN, LocalDate.of(2026, 8, 17), SOUTH));
        List<Target> own = List.of(Target.of(ANA, MEETINGS, Q3, 66), Target.of(BEN, MEETINGS, Q3, 66));
        var index = index(Targets.of(own), people);
        TargetInForce north = index.inForce(NORTH, MEETINGS, Q3, true);
        TargetInForce south = index.inForce(SOUTH, MEETINGS, Q3, true);
        assertThat(north.origin()).isEqualTo(TargetOrigin.SUM_OF_MEMBERS);
        assertThat(value(north)).isCloseTo(66 + 33, within(1e-9));
        assertThat(value(south)).isCloseTo(33, within(1e-9));
        assertThat(value(index.inForce(Everyone.EVERYONE, MEETINGS, Q3, true)))
                .isCloseTo(value(north) + value(south), within(1e-9));

        var set = index(
                Targets.builder()
                        .addAllTargets(own)
                        .addTarget(Target.of(NORTH, MEETINGS, Q3, 90))
                        .build(),
                people);
        assertThat(value(set.inForce(NORTH, MEETINGS, Q3, true))).isEqualTo(90);
        assertThat(set.inForce(NORTH, WIN_RATE, Q3, false).value().whyNot())
                .as("shares of members do not add up")
                .contains(Reason.NO_TARGET);
    }

    @Test
    @DisplayName("of a team says who has none")
    void withoutTarget() {
        var index = index(Targets.of(List.of(Target.of(ANA, MEETINGS, Q3, 66))), people());
        assertThat(index.inForce(NORTH, MEETINGS, Q3, true).withoutTarget()).containsExactly(BEN);
    }

    @Test
    @DisplayName("in two currencies has no sum")
    void currencies() {
        var index = index(
                Targets.of(List.of(Target.quota(ANA, Q3, eur("1000")), Target.quota(BEN, Q3, Money.of("1000", "USD")))),
                people());
        assertThat(index.inForce(NORTH, Target.BOOKINGS, Q3, true).value().whyNot())
                .contains(Reason.MIXED_CURRENCIES);
    }

    @Test
    @DisplayName("of a 53-week year is for the year's 53 weeks")
    void weekBasedYears() {
        var retail = BusinessCalendar.builder()
                .zone(ZoneId.of("America/New_York"))
                .fiscalYear(FiscalYear.retail())
                .build();
        Span year = retail.fiscalYear(2017).span();
        var index = Targets.of(List.of(Target.of(ANA, MEETINGS, year, 265)))
                .over(Roster.of(people().build()).value(), retail, END);
        TargetInForce whole = index.inForce(ANA, MEETINGS, year, true);
        assertThat(whole.workingDays()).isEqualTo(53 * 5);
        assertThat(value(whole)).isEqualTo(265);
    }

    @Test
    @DisplayName("that contradicts another or is of nobody is reported and does no harm")
    void problems() {
        Targets book = Targets.of(List.of(
                Target.of(ANA, MEETINGS, Q3, 60),
                Target.of(ANA, MEETINGS, Q3, 66),
                Target.of(ANA, MEETINGS, Span.of(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 11, 1)), 40),
                Target.of(CARLA, MEETINGS, Q3, 10)));
        assertThat(book.problems(Roster.of(people().build()).value()))
                .extracting(problem -> problem.message().code())
                .containsExactly(
                        MessageCode.TARGET_CONFLICT,
                        MessageCode.TARGETS_OVERLAP,
                        MessageCode.TARGETS_OVERLAP,
                        MessageCode.TARGET_UNKNOWN_SUBJECT);
        assertThat(value(index(book, people()).inForce(ANA, MEETINGS, Q3, true)))
                .isEqualTo(66);
    }

    @Test
    @DisplayName("refuses what is no agreement")
    void refuses() {
        assertThatThrownBy(() -> Target.of(ANA, MEETINGS, Q3, -1)).hasMessageContaining("target");
        assertThatThrownBy(() -> Target.of(ANA, MEETINGS, Q3, 60)
                        .changed(LocalDate.of(2026, 10, 1), TargetValue.of(50), "too late"))
                .hasMessageContaining("before the period");
        assertThatThrownBy(() -> Target.of(ANA, MEETINGS, Q3, 60)
                        .changed(LocalDate.of(2026, 8, 1), TargetValue.of(Percent.of(50)), "another unit"))
                .hasMessageContaining("one unit");
    }
}
