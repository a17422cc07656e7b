package io.coaching.people;

import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Outcome;
import io.coaching.base.PersonId;
import io.coaching.base.Place;
import io.coaching.base.Problem;
import io.coaching.base.RegionId;
import io.coaching.base.RoleId;
import io.coaching.base.Severity;
import io.coaching.base.TeamId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Checks records against each other. What comes out is sorted, and holds a record for every team, region and role that
 * is named. Of records with the same identifier the first in the order of their content is kept, so that the order of
 * the input decides nothing.
 */
final class RosterCheck {
    private record At<T>(T item, int line) {}

    private final RosterRecords input;
    private final List<Problem> problems = new ArrayList<>();
    private final List<At<Problem>> ofSource = new ArrayList<>();
    private final Set<Object> mentioned = new LinkedHashSet<>();
    private final Map<PersonId, Person> persons = new TreeMap<>();
    private final Map<TeamId, Team> teams = new TreeMap<>();
    private final Map<RegionId, Region> regions = new TreeMap<>();
    private final Map<RoleId, Role> roles = new TreeMap<>();
    private final List<Assignment> assignments = new ArrayList<>();
    private final List<Leave> leaves = new ArrayList<>();
    private long refused;

    RosterCheck(RosterRecords input) {
        this.input = input;
    }

    Outcome<Roster> run() {
        takeUnique("persons", input.persons(), Person::id, Person::content, persons);
        takeUnique("regions", input.regions(), Region::id, region -> region + "|" + region.name(), regions);
        takeUnique("teams", input.teams(), Team::id, team -> team + "|" + team.name(), teams);
        takeUnique("roles", input.roles(), Role::id, Role::toString, roles);
        checkParents();
        checkAssignments();
        checkLeaves();
        var records = RosterRecords.builder()
                .persons(persons.values())
                .teams(teams.values())
                .regions(regions.values())
                .roles(roles.values())
                .assignments(assignments)
                .leaves(leaves)
                .rampRule(input.rampRule())
                .build();
        long seen = (long) input.persons().size()
                + input.regions().size()
                + input.teams().size()
                + input.roles().size()
                + input.assignments().size()
                + input.leaves().size();
        return new Outcome<>(new Roster(records), seen - refused, refused, problems);
    }

    private <K extends Comparable<? super K>, T> void takeUnique(
            String source, List<T> items, Function<T, K> id, Function<T, String> content, Map<K, T> into) {
        for (At<T> at : sorted(items, Comparator.comparing(id), content)) {
            K key = id.apply(at.item());
            if (into.putIfAbsent(key, at.item()) != null) {
                refuse(
                        source,
                        at.line(),
                        Message.of(MessageCode.ID_REPEATED)
                                .with("what", source.substring(0, source.length() - 1))
                                .with("id", key.toString()));
            }
        }
        endSource();
    }

    private void checkParents() {
        List<Region> declaredRegions = List.copyOf(regions.values());
        for (Region region : declaredRegions) {
            region.parent().ifPresent(parent -> needRegion(parent, "regions", lineOf(input.regions(), region)));
        }
        endSource();
        List<Team> declaredTeams = List.copyOf(teams.values());
        for (Team team : declaredTeams) {
            int line = lineOf(input.teams(), team);
            team.parent().ifPresent(parent -> needTeam(parent, "teams", line));
            team.region().ifPresent(region -> needRegion(region, "teams", line));
        }
        endSource();
    }

    private void checkAssignments() {
        String source = "assignments";
        Optional<Assignment> last = Optional.empty();
        for (At<Assignment> at : sorted(
                input.assignments(),
                Comparator.comparing(Assignment::person).thenComparing(Assignment::since),
                Assignment::content)) {
            Assignment assignment = at.item();
            Person person = persons.get(assignment.person());
            if (person == null) {
                refuse(source, at.line(), about(MessageCode.PERSON_UNKNOWN, assignment));
                continue;
            }
            if (last.isPresent()
                    && last.get().person().equals(assignment.person())
                    && last.get().since().equals(assignment.since())) {
                refuse(source, at.line(), about(MessageCode.ASSIGNMENT_REPEATED, assignment));
                continue;
            }
            last = Optional.of(assignment);
            if (person.lastDay().isPresent()
                    && assignment.since().isAfter(person.lastDay().get())) {
                refuse(
                        source,
                        at.line(),
                        about(MessageCode.ASSIGNMENT_AFTER_EXIT, assignment)
                                .with("last", person.lastDay().get()));
                continue;
            }
            if (person.hired().isPresent()
                    && assignment.since().isBefore(person.hired().get())) {
                report(
                        Severity.WARNING,
                        source,
                        at.line(),
                        about(MessageCode.ASSIGNMENT_BEFORE_HIRE, assignment)
                                .with("hired", person.hired().get()));
            }
            assignments.add(checkNamed(assignment, source, at.line()));
        }
        endSource();
    }

    private Assignment checkNamed(Assignment assignment, String source, int line) {
        assignment.role().ifPresent(role -> needRole(role, source, line));
        assignment.team().ifPresent(team -> needTeam(team, source, line));
        assignment.region().ifPresent(region -> needRegion(region, source, line));
        if (assignment.manager().isEmpty()) {
            return assignment;
        }
        PersonId manager = assignment.manager().get();
        if (manager.equals(assignment.person())) {
            report(
                    Severity.WARNING,
                    source,
                    line,
                    Message.of(MessageCode.MANAGER_OF_SELF).with("person", manager));
            return Assignment.builder()
                    .from(assignment)
                    .manager(Optional.empty())
                    .build();
        }
        if (!persons.containsKey(manager) && mentioned.add(manager)) {
            report(
                    Severity.NOTE,
                    source,
                    line,
                    Message.of(MessageCode.MANAGER_UNKNOWN).with("person", manager));
        }
        return assignment;
    }

    private void checkLeaves() {
        String source = "leaves";
        Optional<Leave> last = Optional.empty();
        for (At<Leave> at : sorted(
                input.leaves(),
                Comparator.comparing(Leave::person)
                        .thenComparing(leave -> leave.span().start())
                        .thenComparing(leave -> leave.span().endExclusive())
                        .thenComparing(Leave::kind),
                leave -> "")) {
            Leave leave = at.item();
            Person person = persons.get(leave.person());
            if (person == null) {
                refuse(source, at.line(), about(MessageCode.PERSON_UNKNOWN, leave));
                continue;
            }
            int from = Math.max(Days.of(leave.span().start()), StintCutter.employedFrom(person));
            int to = Math.min(Days.of(leave.span().endExclusive()), StintCutter.employedTo(person));
            if (from >= to) {
                refuse(source, at.line(), about(MessageCode.LEAVE_OUTSIDE_EMPLOYMENT, leave));
                continue;
            }
            if (to - from < leave.span().days()) {
                report(Severity.WARNING, source, at.line(), about(MessageCode.LEAVE_PARTLY_OUTSIDE, leave));
            }
            if (last.isPresent()
                    && last.get().person().equals(leave.person())
                    && leave.span().start().isBefore(last.get().span().endExclusive())) {
                report(Severity.WARNING, source, at.line(), about(MessageCode.LEAVES_OVERLAP, leave));
            }
            leaves.add(leave);
            if (last.isEmpty()
                    || !last.get().person().equals(leave.person())
                    || last.get().span().endExclusive().isBefore(leave.span().endExclusive())) {
                last = Optional.of(leave);
            }
        }
        endSource();
    }

    private void needTeam(TeamId id, String source, int line) {
        if (teams.putIfAbsent(id, Team.of(id)) == null && !input.teams().isEmpty()) {
            reportGroup("team", id.value(), source, line);
        }
    }

    private void needRegion(RegionId id, String source, int line) {
        if (regions.putIfAbsent(id, Region.of(id)) == null && !input.regions().isEmpty()) {
            reportGroup("region", id.value(), source, line);
        }
    }

    private void needRole(RoleId id, String source, int line) {
        if (roles.putIfAbsent(id, Role.builder().id(id).build()) == null
                && !input.roles().isEmpty()) {
            reportGroup("role", id.value(), source, line);
        }
    }

    private void reportGroup(String what, String id, String source, int line) {
        report(
                Severity.WARNING,
                source,
                line,
                Message.of(MessageCode.GROUP_UNKNOWN).with("what", what).with("id", id));
    }

    private static Message about(MessageCode code, Assignment assignment) {
        return Message.of(code).with("person", assignment.person()).with("day", assignment.since());
    }

    private static Message about(MessageCode code, Leave leave) {
        return Message.of(code)
                .with("person", leave.person())
                .with("day", leave.span().start());
    }

    private void refuse(String source, int line, Message message) {
        refused++;
        report(Severity.ERROR, source, line, message);
    }

    private void report(Severity severity, String source, int line, Message message) {
        Place place = Place.builder().source(source).line(line).build();
        ofSource.add(new At<>(new Problem(severity, message, place), line));
    }

    /** Puts the problems of a source into the order of its input. */
    private void endSource() {
        ofSource.sort(Comparator.comparingInt(At::line));
        ofSource.forEach(at -> problems.add(at.item()));
        ofSource.clear();
    }

    private static <T> List<At<T>> sorted(List<T> items, Comparator<T> byKey, Function<T, String> content) {
        var sorted = new ArrayList<At<T>>(items.size());
        for (int i = 0; i < items.size(); i++) {
            sorted.add(new At<>(items.get(i), i + 1));
        }
        // The text is made only where keys are equal, which is rare.
        sorted.sort(Comparator.<At<T>, T>comparing(At::item, byKey)
                .thenComparing(At::item, (a, b) -> content.apply(a).compareTo(content.apply(b))));
        return sorted;
    }

    private static <T> int lineOf(List<T> items, T item) {
        return items.indexOf(item) + 1;
    }
}
