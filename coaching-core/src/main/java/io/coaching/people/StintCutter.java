package io.coaching.people;

import com.google.common.collect.ImmutableMap;
import io.coaching.base.RegionId;
import io.coaching.base.RoleId;
import io.coaching.base.TeamId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Cuts an employment into stints. */
final class StintCutter {
    private final RampRule rule;
    private final Map<RoleId, Role> roles;
    private final Function<TeamId, Optional<RegionId>> regionOfTeam;

    StintCutter(RampRule rule, Map<RoleId, Role> roles, Function<TeamId, Optional<RegionId>> regionOfTeam) {
        this.rule = rule;
        this.roles = roles;
        this.regionOfTeam = regionOfTeam;
    }

    static int employedFrom(Person person) {
        return Days.of(person.hired().orElse(Roster.EARLIEST));
    }

    static int employedTo(Person person) {
        int end = Days.of(Roster.LATEST);
        return person.lastDay().isPresent() ? Math.min(Days.of(person.lastDay().get()) + 1, end) : end;
    }

    /** The assignments are those of the person, ascending by day, no two on the same day. */
    List<Stint> cut(Person person, List<Assignment> assignments) {
        int begin = employedFrom(person);
        int end = employedTo(person);
        var stints = new ArrayList<Stint>();
        Assignment none =
                Assignment.builder().person(person.id()).since(Roster.EARLIEST).build();
        Assignment current = none;
        LocalDate roleSince = Roster.EARLIEST;
        int at = begin;
        for (int i = 0; i <= assignments.size() && at < end; i++) {
            int next = i < assignments.size()
                    ? Math.min(end, Days.of(assignments.get(i).since()))
                    : end;
            if (at < next) {
                add(stints, person, current, roleSince, at, next);
                at = next;
            }
            if (i < assignments.size()) {
                Assignment following = assignments.get(i);
                if (!following.role().equals(current.role())) {
                    roleSince = following.since();
                }
                current = following;
            }
        }
        return List.copyOf(stints);
    }

    private void add(List<Stint> stints, Person person, Assignment assignment, LocalDate roleSince, int from, int to) {
        int ramped = Math.max(from, Math.min(to, rampedFrom(person, assignment, roleSince)));
        addPart(stints, person, assignment, from, ramped, false);
        addPart(stints, person, assignment, ramped, to, true);
    }

    private int rampedFrom(Person person, Assignment assignment, LocalDate roleSince) {
        if (assignment.rampedFrom().isPresent()) {
            return Days.of(assignment.rampedFrom().get());
        }
        OptionalInt own =
                assignment.role().map(roles::get).map(Role::rampMonths).orElse(OptionalInt.empty());
        LocalDate hired = person.hired().orElse(Roster.EARLIEST);
        LocalDate start = rule.start() == RampStart.ROLE && roleSince.isAfter(hired) ? roleSince : hired;
        return Days.of(start.plusMonths(own.orElse(rule.months())));
    }

    private void addPart(List<Stint> stints, Person person, Assignment assignment, int from, int to, boolean ramped) {
        if (from >= to) {
            return;
        }
        Stint stint = Stint.builder()
                .person(person.id())
                .span(Days.span(from, to))
                .role(assignment.role())
                .team(assignment.team())
                .manager(assignment.manager())
                .region(assignment.region().or(() -> assignment.team().flatMap(regionOfTeam)))
                .workMode(assignment.workMode())
                .ramped(ramped)
                .attributes(both(person.attributes(), assignment.attributes()))
                .build();
        int last = stints.size() - 1;
        if (last >= 0) {
            Stint before = stints.get(last);
            Stint joined = Stint.builder()
                    .from(stint)
                    .span(Days.span(Days.of(before.span().start()), to))
                    .build();
            // If nothing but the days differ, the assignment repeated what held already.
            if (Stint.builder().from(before).span(joined.span()).build().equals(joined)) {
                stints.set(last, joined);
                return;
            }
        }
        stints.add(stint);
    }

    private static Map<String, String> both(Map<String, String> lasting, Map<String, String> changing) {
        if (changing.isEmpty()) {
            return lasting;
        }
        var both = new LinkedHashMap<>(lasting);
        both.putAll(changing);
        return ImmutableMap.copyOf(both);
    }
}
