package io.coaching.data;

import static io.coaching.base.Everyone.EVERYONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coaching.base.Known;
import io.coaching.base.MessageCode;
import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.base.Subject;
import io.coaching.base.TeamId;
import io.coaching.kpi.StandardKpis;
import io.coaching.kpi.StandardMeasures;
import io.coaching.people.Assignment;
import io.coaching.people.Leave;
import io.coaching.people.Person;
import io.coaching.people.Roster;
import io.coaching.people.RosterRecords;
import io.coaching.people.Team;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Turnover")
class TurnoverTest {
    private static final PersonId ANA = PersonId.of("ana");
    private static final PersonId BO = PersonId.of("bo");
    private static final PersonId CY = PersonId.of("cy");
    private static final PersonId DI = PersonId.of("di");
    private static final TeamId NORTH = TeamId.of("north");
    private static final TeamId SOUTH = TeamId.of("south");
    private static final Span Q1 = Span.quarter(2026, 1);
    private static final Span Q2 = Span.quarter(2026, 2);

    /** Ana moves from north to south on 1 May and leaves on 10 May; Bo will leave in August; Cy and Di stay. */
    private static final Roster ROSTER = roster();

    private static Roster roster(Leave... leaves) {
        return Roster.of(RosterRecords.builder()
                        .addPersons(leaver(ANA, day(5, 10)), leaver(BO, day(8, 14)), Person.of(CY), Person.of(DI))
                        .addTeams(Team.of(NORTH), Team.of(SOUTH))
                        .addAssignments(
                                Assignment.of(ANA, day(1, 1), NORTH),
                                Assignment.of(ANA, day(5, 1), SOUTH),
                                Assignment.of(BO, day(1, 1), SOUTH),
                                Assignment.of(CY, day(1, 1), NORTH),
                                Assignment.of(DI, day(1, 1), SOUTH))
                        .addLeaves(leaves)
                        .build())
                .orThrow();
    }

    private static Person leaver(PersonId person, LocalDate lastDay) {
        return Person.builder().id(person).lastDay(lastDay).build();
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }

    private static CoachingData.Builder some(Roster roster) {
        return CoachingData.builder()
                .asOf(day(6, 30))
                .calendar(BusinessCalendar.standard(ZoneOffset.UTC))
                .roster(roster);
    }

    private static double turnover(CoachingData data, Subject subject, Span span) {
        return data.value(StandardKpis.TURNOVER, subject, span).orThrow();
    }

    @Test
    @DisplayName("counts a leaver once, in the team that was left, for the days that each was employed in it")
    void onceInTheTeamThatWasLeft() {
        CoachingData data = some(ROSTER).build();
        assertThat(turnover(data, SOUTH, Q2)).isCloseTo(1 / ((10 + 91 + 91) / 30.0), within(1e-12));
        assertThat(turnover(data, NORTH, Q2)).isZero();
        assertThat(turnover(data, EVERYONE, Q2)).isCloseTo(1 / ((40 + 3 * 91) / 30.0), within(1e-12));
        assertThat(turnover(data, SOUTH, Q1)).isZero();
        CoachingData byTeamOfToday = data.attributed(TeamAttribution.CURRENT_TEAM);
        assertThat(turnover(byTeamOfToday, SOUTH, Q2)).isEqualTo(turnover(data, SOUTH, Q2));
    }

    @Test
    @DisplayName("has the exact interval of a count, also where nobody left (checked with scipy.stats.gamma)")
    void garwood() {
        CoachingData data = some(ROSTER).build();
        assertThat(data.value(StandardKpis.TURNOVER, EVERYONE, Q2)).isInstanceOfSatisfying(Known.class, known -> {
            var interval = known.interval().orElseThrow();
            assertThat(interval.method()).contains("Garwood");
            assertThat(interval.low()).isCloseTo(0.00242662696, within(1e-7));
            assertThat(interval.high()).isCloseTo(0.53402332821, within(1e-7));
        });
        assertThat(data.value(StandardKpis.TURNOVER, NORTH, Q2)).isInstanceOfSatisfying(Known.class, known -> {
            assertThat(known.interval().orElseThrow().low()).isZero();
            // north: Ana's 30 days and Cy's 91
            assertThat(known.interval().orElseThrow().high()).isCloseTo(0.91459821179, within(1e-7));
        });
    }

    @Test
    @DisplayName("does not count who is going to leave, neither in a running span nor in one to come")
    void toCome() {
        CoachingData data = some(ROSTER).asOf(day(7, 31)).build();
        assertThat(turnover(data, SOUTH, Span.quarter(2026, 3))).isZero();
        assertThat(data.value(StandardKpis.TURNOVER, SOUTH, Span.month(2026, 8)).whyNot())
                .contains(Reason.NO_DATA);
        CoachingData later = some(ROSTER).asOf(day(8, 14)).build();
        assertThat(turnover(later, SOUTH, Span.month(2026, 8))).isCloseTo(1 / ((14 + 14) / 30.0), within(1e-12));
    }

    @Test
    @DisplayName("takes who is away for employed, and counts who leaves from a leave")
    void fromLeave() {
        CoachingData data =
                some(roster(Leave.of(ANA, Span.of(day(4, 1), day(5, 11))))).build();
        assertThat(turnover(data, ANA, Span.month(2026, 5))).isCloseTo(1 / (10 / 30.0), within(1e-12));
        assertThat(turnover(data, EVERYONE, Q2)).isEqualTo(turnover(some(ROSTER).build(), EVERYONE, Q2));
    }

    @Test
    @DisplayName("makes nobody a seller with zero calls, and adds no fact")
    void noSeller() {
        CoachingData data = some(ROSTER)
                .observations(List.of(Observation.of(CY, StandardMeasures.CALLS.id(), day(4, 7), 5)))
                .build();
        assertThat(data.value(StandardKpis.CALLS, ANA, Q2).whyNot()).contains(Reason.NO_DATA);
        assertThat(data.value(StandardKpis.CALLS, SOUTH, Q2).whyNot()).contains(Reason.NO_DATA);
        assertThat(data.facts().rows()).isEqualTo(1);
    }

    @Test
    @DisplayName("knows nothing of people who are on no roster, and refuses departures that are observed")
    void unknown() {
        CoachingData data = some(Roster.empty())
                .observations(List.of(Observation.of(CY, StandardMeasures.DEPARTURES.id(), day(4, 7), 1)))
                .build();
        assertThat(data.value(StandardKpis.TURNOVER, EVERYONE, Q2).isKnown()).isFalse();
        assertThat(data.quality().findings())
                .filteredOn(finding -> finding.code() == MessageCode.QUALITY_OBSERVATIONS_REFUSED)
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message().toString()).contains("departures are read from the roster"));
    }
}
