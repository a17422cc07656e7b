package io.coaching.people;

import static io.coaching.people.People.ANA;
import static io.coaching.people.People.BEN;
import static io.coaching.people.People.BOSS;
import static io.coaching.people.People.CLEO;
import static io.coaching.people.People.DAN;
import static io.coaching.people.People.EVE;
import static io.coaching.people.People.NORTH;
import static io.coaching.people.People.Q1;
import static io.coaching.people.People.SOUTH;
import static io.coaching.people.People.day;
import static io.coaching.people.People.roster;
import static io.coaching.people.People.since;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coaching.base.Estimate;
import io.coaching.base.Everyone;
import io.coaching.base.PersonId;
import io.coaching.base.Privacy;
import io.coaching.base.Reason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static final PersonId FAY = PersonId.of("fay");

    /** North: ana to dan and fay; south: eve. Ana and ben report to cleo, she and dan to boss; eve and fay to nobody. */
    private final Roster roster = roster(RosterRecords.builder()
            .addPersons(
                    Person.of(ANA),
                    Person.of(BEN),
                    Person.of(CLEO),
                    Person.of(DAN),
                    Person.of(EVE),
                    Person.of(FAY),
                    Person.of(BOSS))
            .addAssignments(
                    since(ANA, "2026-01-01").team(NORTH).manager(CLEO).build(),
                    since(ANA, "2026-06-01").team(NORTH).manager(DAN).build(),
                    since(BEN, "2026-01-01").team(NORTH).manager(CLEO).build(),
                    since(CLEO, "2026-01-01").team(NORTH).manager(BOSS).build(),
                    since(DAN, "2026-01-01").team(NORTH).manager(BOSS).build(),
                    since(EVE, "2026-01-01").team(SOUTH).build(),
                    since(FAY, "2026-01-01").team(NORTH).build()));

    private final Access access = Access.of(roster, AccessPolicy.standard());

    @Test
    void aRepSeesThemselvesByNameAndOthersInGroupsOnly() {
        Viewer ana = Viewer.rep(ANA);
        assertThat(access.visible(ana, day(1, 1))).containsExactly(ANA);
        assertThat(access.whyNot(ana, BEN, day(1, 1))).contains(Reason.NOT_PERMITTED);
        assertThat(access.maySee(ana, NORTH, day(1, 1))).isTrue();
        assertThat(access.maySee(ana, Everyone.EVERYONE, day(1, 1))).isTrue();
        assertThat(access.whyNot(ana, SOUTH, day(1, 1))).contains(Reason.GROUP_TOO_SMALL);
    }

    @Test
    void aManagerSeesDirectAndIndirectReportsOfTheDay() {
        assertThat(access.visible(Viewer.manager(CLEO), day(1, 1))).containsExactly(ANA, BEN, CLEO);
        assertThat(access.visible(Viewer.manager(CLEO), day(6, 1)))
                .as("ana reports to dan by then")
                .containsExactly(BEN, CLEO);
        assertThat(access.visible(Viewer.manager(BOSS), day(1, 1))).containsExactly(ANA, BEN, BOSS, CLEO, DAN);
    }

    @Test
    void anEnablementLeaderAndTheProgrammeSeeAll() {
        assertThat(access.visible(Viewer.enablementLeader(EVE), day(1, 1))).isEqualTo(roster.ids());
        assertThat(access.maySee(Viewer.programme(), SOUTH, day(1, 1))).isTrue();
    }

    @Test
    void aSmallGroupIsSeenByWhoSeesEachOfIt() {
        List<PersonId> three = List.of(ANA, BEN, CLEO);
        assertThat(access.whyNotGroup(Viewer.manager(CLEO), three, day(1, 1))).isEmpty();
        assertThat(access.whyNotGroup(Viewer.rep(ANA), three, day(1, 1))).contains(Reason.GROUP_TOO_SMALL);
    }

    @Test
    void aTotalIsWithheldWhereTheOneHiddenPersonWouldFollowFromIt() {
        // Boss sees all of north but fay.
        assertThat(access.whyNot(Viewer.manager(BOSS), NORTH, day(1, 1))).contains(Reason.PROTECTS_ANOTHER);
        assertThat(access.maySee(Viewer.manager(CLEO), NORTH, day(1, 1))).isTrue();
    }

    @Test
    void theSizeCountsPersonsNotRecords() {
        List<PersonId> twice = List.of(BEN, BEN, DAN, DAN, FAY, FAY);
        assertThat(access.whyNotGroup(Viewer.rep(ANA), twice, day(1, 1))).contains(Reason.GROUP_TOO_SMALL);
        assertThat(access.whyNotGroup(Viewer.rep(ANA), List.of(), day(1, 1))).contains(Reason.GROUP_TOO_SMALL);
    }

    @Test
    void aGroupOverASpanIsAllWhoBelongedToIt() {
        assertThat(access.whyNot(Viewer.rep(ANA), NORTH, Q1, day(4, 1))).isEmpty();
        assertThat(access.whyNot(Viewer.rep(ANA), SOUTH, Q1, day(4, 1))).contains(Reason.GROUP_TOO_SMALL);
    }

    @Test
    void anEstimateIsWithheldFromWhoMayNotSeeIt() {
        Estimate estimate = Estimate.undefined(Reason.NO_DATA);
        assertThat(access.filter(estimate, Viewer.rep(ANA), ANA, day(1, 1))).isSameAs(estimate);
        assertThat(access.filter(estimate, Viewer.rep(ANA), BEN, day(1, 1)))
                .isEqualTo(Estimate.withheld(Reason.NOT_PERMITTED));
    }

    @Test
    void aPolicyCanBeTightenedAndLoosened() {
        AccessPolicy policy = AccessPolicy.standard()
                .withScope(AccessRole.MANAGER, Scope.DIRECT_REPORTS)
                .withPrivacy(Privacy.minimumGroup(7));
        Access other = Access.of(roster, policy);
        assertThat(other.visible(Viewer.manager(BOSS), day(1, 1))).containsExactly(BOSS, CLEO, DAN);
        assertThat(other.whyNot(Viewer.rep(ANA), NORTH, day(1, 1))).contains(Reason.GROUP_TOO_SMALL);
        assertThat(other.maySee(Viewer.rep(ANA), Everyone.EVERYONE, day(1, 1))).isTrue();
    }

    @Test
    void aViewerIsSomebody() {
        assertThatThrownBy(() -> new Viewer(Optional.empty(), AccessRole.REP))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("person must be given");
    }
}
