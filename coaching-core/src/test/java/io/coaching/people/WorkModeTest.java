package io.coaching.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.coaching.base.PersonId;
import io.coaching.time.Span;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WorkModeTest {
    private static final PersonId ANA = PersonId.of("ana");
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    private static Assignment assignment(String person, LocalDate since, WorkMode mode) {
        return Assignment.builder()
                .person(PersonId.of(person))
                .since(since)
                .workMode(mode)
                .build();
    }

    /** Ana goes home in May; Bo is at home all the time, Cy in the office; of Di it is not known. */
    private static final Roster ROSTER = Roster.of(RosterRecords.builder()
                    .addPersons(Person.of(ANA, JANUARY), Person.of(PersonId.of("bo")), Person.of(PersonId.of("cy")))
                    .addPersons(Person.of(PersonId.of("di")))
                    .addAssignments(
                            assignment("ana", JANUARY, WorkMode.ON_SITE),
                            assignment("ana", MAY, WorkMode.REMOTE),
                            assignment("bo", JANUARY, WorkMode.REMOTE),
                            assignment("cy", JANUARY, WorkMode.ON_SITE))
                    .build())
            .orThrow();

    @Test
    void whereSomeoneWorksHoldsFromADayOn() {
        assertThat(ROSTER.stints(ANA)).hasSize(2);
        assertThat(ROSTER.assignmentOn(ANA, MAY.minusDays(1)).flatMap(Assignment::workMode))
                .contains(WorkMode.ON_SITE);
        assertThat(ROSTER.assignmentOn(ANA, MAY).flatMap(Assignment::workMode)).contains(WorkMode.REMOTE);
    }

    @Test
    void remotePeopleMayBeComparedWithRemoteOnes() {
        Peers rule = Peers.everyone().sameWorkMode();
        assertThat(rule.of(ROSTER, ANA, Span.quarter(2026, 1)).peers()).containsExactly(PersonId.of("cy"));
        PeerGroup later = rule.of(ROSTER, ANA, Span.quarter(2026, 3));
        assertThat(later.peers()).containsExactly(PersonId.of("bo"));
        assertThat(later.leftOutCounts()).containsEntry(Exclusion.OTHER_WORK_MODE, 2);
    }
}
