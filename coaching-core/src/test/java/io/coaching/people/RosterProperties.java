package io.coaching.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.coaching.base.Everyone;
import io.coaching.base.Outcome;
import io.coaching.base.Percent;
import io.coaching.base.PersonId;
import io.coaching.base.RegionId;
import io.coaching.base.RoleId;
import io.coaching.base.Subject;
import io.coaching.base.TeamId;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Laws that hold for any company, also one whose records are in a mess. */
class RosterProperties {
    private static final LocalDate BEGIN = LocalDate.of(2025, 1, 1);
    private static final Span YEAR = Span.year(2025);
    private static final int TRIES = 100;

    /** A company of up to a dozen people, with duplicates, strangers, gaps and overlaps among its records. */
    private static RosterRecords company(long seed) {
        var random = new Random(seed);
        var records = RosterRecords.builder();
        int people = 1 + random.nextInt(12);
        for (int i = 0; i < people; i++) {
            var person = Person.builder().id(id(random.nextInt(8) == 0 ? random.nextInt(people) : i));
            LocalDate hired = BEGIN.plusDays(random.nextInt(500) - 250);
            if (random.nextInt(4) > 0) {
                person.hired(hired);
            }
            if (random.nextInt(3) == 0) {
                person.lastDay(hired.plusDays(random.nextInt(300)));
            }
            if (random.nextBoolean()) {
                person.putAttribute("segment", random.nextBoolean() ? "smb" : "enterprise");
            }
            records.addPersons(person.build());
        }
        for (int i = 0; i < 3 * people; i++) {
            var assignment = Assignment.builder()
                    .person(id(random.nextInt(people + 1)))
                    .since(BEGIN.plusDays(random.nextInt(400) - 100));
            if (random.nextInt(4) > 0) {
                assignment.role(RoleId.of("role" + random.nextInt(2)));
            }
            if (random.nextInt(4) > 0) {
                assignment.team(TeamId.of("team" + random.nextInt(4)));
            }
            if (random.nextInt(4) > 0) {
                assignment.manager(id(random.nextInt(people)));
            }
            if (random.nextInt(8) == 0) {
                assignment.region(RegionId.of("region" + random.nextInt(2)));
            }
            if (random.nextInt(8) == 0) {
                assignment.rampedFrom(BEGIN.plusDays(random.nextInt(400)));
            }
            records.addAssignments(assignment.build());
        }
        for (int i = 0; i < people; i++) {
            LocalDate from = BEGIN.plusDays(random.nextInt(365));
            records.addLeaves(
                    Leave.of(id(random.nextInt(people)), Span.of(from, from.plusDays(1 + random.nextInt(90)))));
        }
        records.addTeams(
                Team.of(TeamId.of("team1"), TeamId.of("team0")),
                Team.of(TeamId.of("team2"), TeamId.of("team1")),
                Team.builder()
                        .id(TeamId.of("team0"))
                        .region(RegionId.of("region0"))
                        .build());
        return records.rampRule(
                        random.nextBoolean()
                                ? RampRule.afterMonths(3)
                                : RampRule.afterMonths(3).sinceRole())
                .build();
    }

    private static PersonId id(int number) {
        return PersonId.of("person" + number);
    }

    private static Roster roster(long seed) {
        return Roster.of(company(seed)).value();
    }

    private static Peers rules(long seed) {
        var random = new Random(seed);
        Peers peers = Peers.everyone();
        for (Trait trait : Trait.values()) {
            peers = random.nextInt(4) == 0 ? peers.same(trait) : peers;
        }
        peers = random.nextInt(4) == 0 ? peers.same("segment") : peers;
        peers = random.nextInt(3) == 0 ? peers.rampedOrNot() : peers;
        return peers.atLeastShareOfPeriod(Percent.of(random.nextInt(60)));
    }

    @Property(tries = TRIES)
    void stintsFollowEachOtherFromHireToExitAndDifferFromTheirNeighbours(@ForAll long seed) {
        Roster roster = roster(seed);
        for (Person person : roster.persons()) {
            List<Stint> stints = roster.stints(person.id());
            LocalDate at = person.hired().orElse(Roster.EARLIEST);
            for (int i = 0; i < stints.size(); i++) {
                Stint stint = stints.get(i);
                assertThat(stint.span().start()).isEqualTo(at);
                assertThat(stint.span().days()).isPositive();
                at = stint.span().endExclusive();
                if (i > 0) {
                    Stint before = stints.get(i - 1);
                    assertThat(Stint.builder().from(before).span(stint.span()).build())
                            .isNotEqualTo(stint);
                }
            }
            assertThat(at)
                    .isEqualTo(person.lastDay().map(last -> last.plusDays(1)).orElse(Roster.LATEST));
        }
    }

    @Property(tries = TRIES)
    void aStintSaysWhatTheAssignmentOfEachDaySaid(@ForAll long seed) {
        Roster roster = roster(seed);
        for (PersonId id : roster.ids()) {
            for (LocalDate day = BEGIN; day.getYear() == 2025; day = day.plusDays(17)) {
                Optional<Assignment> assignment = roster.assignmentOn(id, day);
                assertThat(roster.teamOn(id, day)).isEqualTo(assignment.flatMap(Assignment::team));
                assertThat(roster.roleOn(id, day)).isEqualTo(assignment.flatMap(Assignment::role));
                assertThat(roster.managerOn(id, day)).isEqualTo(assignment.flatMap(Assignment::manager));
            }
        }
    }

    @Property(tries = TRIES)
    void eligibleDaysAreThoseThatAreEligible(@ForAll long seed) {
        Roster roster = roster(seed);
        Span span = Span.of(BEGIN.plusDays(20), BEGIN.plusDays(80));
        for (PersonId id : roster.ids()) {
            long days = span.dates().filter(day -> roster.isEligible(id, day)).count();
            assertThat(roster.eligibleDays(id, span)).isEqualTo((int) days);
        }
    }

    @Property(tries = TRIES)
    void membersOverTimeAreMembersOnEachDayAndRollUp(@ForAll long seed) {
        Roster roster = roster(seed);
        var subjects = new ArrayList<Subject>(List.of(Everyone.EVERYONE, id(0)));
        roster.teams().forEach(team -> subjects.add(team.id()));
        roster.regions().forEach(region -> subjects.add(region.id()));
        for (Subject subject : subjects) {
            List<Membership> during = roster.membersDuring(subject, YEAR);
            for (LocalDate day = BEGIN; day.getYear() == 2025; day = day.plusDays(31)) {
                LocalDate on = day;
                assertThat(during.stream()
                                .filter(member -> member.spans().stream().anyMatch(span -> span.contains(on)))
                                .map(Membership::person))
                        .containsExactlyElementsOf(roster.members(subject, on));
            }
        }
        for (Team team : roster.teams()) {
            team.parent()
                    .ifPresent(parent ->
                            assertThat(roster.members(parent, BEGIN)).containsAll(roster.members(team.id(), BEGIN)));
        }
    }

    @Property(tries = TRIES)
    void theOrderOfRecordsDoesNotMatter(@ForAll long seed) {
        RosterRecords records = company(seed);
        RosterRecords shuffled = RosterRecords.builder()
                .from(records)
                .persons(shuffled(records.persons(), seed))
                .teams(shuffled(records.teams(), seed))
                .assignments(shuffled(records.assignments(), seed))
                .leaves(shuffled(records.leaves(), seed))
                .build();
        Outcome<Roster> one = Roster.of(records);
        Outcome<Roster> two = Roster.of(shuffled);
        assertThat(two.value()).isEqualTo(one.value());
        assertThat(two.refused()).isEqualTo(one.refused());
        assertThat(two.problems().stream().map(p -> p.message().toString()).sorted())
                .containsExactlyElementsOf(one.problems().stream()
                        .map(p -> p.message().toString())
                        .sorted()
                        .toList());
    }

    private static <T> List<T> shuffled(List<T> items, long seed) {
        var copy = new ArrayList<>(items);
        Collections.shuffle(copy, new Random(seed + 1));
        return copy;
    }

    @Property(tries = TRIES)
    void recordsOfARosterMakeAnEqualOneWithNothingRefused(@ForAll long seed) {
        Roster roster = roster(seed);
        Outcome<Roster> again = Roster.of(roster.records());
        assertThat(again.refused()).isZero();
        assertThat(again.value()).isEqualTo(roster).hasSameHashCodeAs(roster);
    }

    @Property(tries = TRIES)
    void erasureLeavesNoTraceAndTheOthersAsTheyWere(@ForAll long seed) {
        Roster roster = roster(seed);
        PersonId gone = roster.ids().get(0);
        Roster rest = roster.without(gone);
        assertThat(rest.contains(gone)).isFalse();
        RosterRecords records = rest.records();
        assertThat(records.assignments())
                .noneMatch(a -> a.person().equals(gone) || a.manager().equals(Optional.of(gone)));
        assertThat(records.leaves()).noneMatch(leave -> leave.person().equals(gone));
        for (PersonId id : rest.ids()) {
            assertThat(rest.eligibleDays(id, YEAR)).isEqualTo(roster.eligibleDays(id, YEAR));
            assertThat(rest.teamOn(id, BEGIN)).isEqualTo(roster.teamOn(id, BEGIN));
        }
    }

    @Property(tries = TRIES)
    void pseudonymsKeepEveryoneApartAndEverythingInPlace(@ForAll long seed) {
        Roster roster = roster(seed);
        Pseudonymous hidden = roster.pseudonymous(Pseudonyms.keyed(new byte[32]));
        Set<PersonId> back = hidden.roster().ids().stream()
                .map(hidden.originals()::get)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(back).containsExactlyElementsOf(roster.ids());
        for (PersonId id : hidden.roster().ids()) {
            PersonId original = Optional.ofNullable(hidden.originals().get(id)).orElseThrow();
            assertThat(hidden.roster().stintStarts(id)).containsExactly(roster.stintStarts(original));
            assertThat(hidden.roster().eligibleDays(id, YEAR)).isEqualTo(roster.eligibleDays(original, YEAR));
        }
    }

    @Property(tries = TRIES)
    void reportsOfAManagerAreThoseWhoSayTheyReport(@ForAll long seed) {
        Roster roster = roster(seed);
        for (PersonId manager : roster.ids()) {
            assertThat(roster.reportsTo(manager, BEGIN))
                    .containsExactlyElementsOf(roster.ids().stream()
                            .filter(id -> roster.isReportOf(id, manager, BEGIN))
                            .toList());
        }
    }

    @Property(tries = TRIES)
    void everyoneIsTheSubjectAPeerOrLeftOutAndPeersAreMutual(@ForAll long seed) {
        Roster roster = roster(seed);
        Peers rules = rules(seed);
        if (seed % 2 == 0) {
            rules = rules.tenureWithin(Period.ofMonths(3));
        }
        PeerIndex index = rules.over(roster, YEAR);
        Set<PersonId> present = roster.ids().stream()
                .flatMap(id -> index.of(id).peers().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        for (PersonId id : roster.ids()) {
            PeerGroup group = index.of(id);
            var all = new ArrayList<>(group.peers());
            group.leftOut().forEach(leftOut -> all.add(leftOut.person()));
            all.add(id);
            assertThat(all).containsExactlyInAnyOrderElementsOf(roster.ids());
            assertThat(group.peers()).isSorted();
            for (PersonId peer : group.peers()) {
                if (present.contains(id)) {
                    assertThat(index.of(peer).peers()).contains(id);
                }
            }
        }
    }

    @Property(tries = TRIES)
    void sharedGroupsSayTheSameAsEachPersonsPeers(@ForAll long seed) {
        Roster roster = roster(seed);
        Peers rules = seed % 3 == 0 ? rules(seed).rampedOnly() : rules(seed);
        PeerIndex index = rules.over(roster, YEAR);
        var subjects = new ArrayList<PersonId>();
        for (SharedPeers group : index.groups()) {
            subjects.addAll(group.subjects());
            for (PersonId subject : group.subjects()) {
                var others = new ArrayList<>(group.members());
                others.remove(subject);
                assertThat(index.of(subject).peers()).isEqualTo(others);
            }
        }
        assertThat(subjects).containsExactlyInAnyOrderElementsOf(roster.ids());
    }

    @Property(tries = TRIES)
    void aFurtherRuleNeverAddsAPeerUnlessItChangesWhatCounts(@ForAll long seed) {
        Roster roster = roster(seed);
        Peers rules = rules(seed);
        PersonId subject = roster.ids().get(0);
        List<PersonId> before = rules.of(roster, subject, YEAR).peers();
        assertThat(before)
                .containsAll(rules.tenureWithin(Period.ofMonths(6))
                        .of(roster, subject, YEAR)
                        .peers());
        assertThat(before)
                .containsAll(rules.atLeastShareOfPeriod(Percent.of(80))
                        .of(roster, subject, YEAR)
                        .peers());
        PersonId other = roster.ids().get(roster.ids().size() - 1);
        var without = new ArrayList<>(before);
        without.remove(other);
        assertThat(rules.excluding(other).of(roster, subject, YEAR).peers()).isEqualTo(without);
    }
}
