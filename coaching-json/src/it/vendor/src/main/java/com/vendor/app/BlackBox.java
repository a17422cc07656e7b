package com.vendor.app;

import io.coaching.base.KpiId;
import io.coaching.base.MeasureId;
import io.coaching.base.PersonId;
import io.coaching.base.RoleId;
import io.coaching.base.TeamId;
import io.coaching.json.CoachingJson;
import io.coaching.json.CoachingModule;
import io.coaching.kpi.Kpi;
import io.coaching.kpi.StandardKpis;
import io.coaching.people.Assignment;
import io.coaching.people.PeerGroup;
import io.coaching.people.Peers;
import io.coaching.people.Person;
import io.coaching.people.Role;
import io.coaching.people.RoleArchetype;
import io.coaching.people.Roster;
import io.coaching.people.RosterRecords;
import io.coaching.people.Team;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** Uses the library as a stranger does, and throws at the first thing that is not as promised. */
public final class BlackBox {
    private static final LocalDate HIRED = LocalDate.of(2025, 1, 6);
    private static final TeamId TEAM = TeamId.of("north");
    private static final RoleId REP = RoleId.of("rep");

    private BlackBox() {}

    /** A vendor's own record that holds a value of the library. */
    record Envelope(String tenant, Kpi kpi, Map<PersonId, Person> people) {}

    /**
     * Runs all checks.
     *
     * @param args none
     */
    public static void main(String[] args) {
        is(Kpi.class.getModule().isNamed(), BlackBox.class.getModule().isNamed());
        roster();
        json();
        System.out.println("ok vendor on Java " + Runtime.version().feature() + ", "
                + (BlackBox.class.getModule().isNamed() ? "module path" : "class path"));
    }

    private static void roster() {
        RosterRecords.Builder records = RosterRecords.builder().addTeams(Team.of(TEAM));
        records.addRoles(Role.of(REP, RoleArchetype.ACCOUNT_EXECUTIVE));
        for (String id : List.of("ana", "ben", "cleo", "dan", "eve", "fay")) {
            records.addPersons(Person.of(PersonId.of(id), HIRED));
            records.addAssignments(Assignment.builder()
                    .person(PersonId.of(id))
                    .since(HIRED)
                    .team(TEAM)
                    .role(REP)
                    .build());
        }
        Roster roster = Roster.of(records.build()).orThrow();
        PeerGroup peers = Peers.sameRole().sameTeam().of(roster, PersonId.of("ana"), Span.quarter(2026, 3));
        is(peers.peers().size(), 5);
    }

    private static void json() {
        JsonMapper ready = CoachingJson.mapper();
        Kpi rate = StandardKpis.WIN_RATE;
        is(ready.readValue(ready.writeValueAsString(rate), Kpi.class), rate);

        // one call teaches the vendor's own mapper
        JsonMapper own = JsonMapper.builder().addModule(new CoachingModule()).build();
        Person ana = Person.builder().id(PersonId.of("ana")).hired(HIRED).build();
        Envelope envelope = new Envelope("acme", rate, Map.of(PersonId.of("ana"), ana));
        is(own.readValue(own.writeValueAsString(envelope), Envelope.class), envelope);
        is(own.writeValueAsString(List.of(KpiId.of("demos"), MeasureId.of("wins"))), "[\"demos\",\"wins\"]");
        try {
            own.readValue("{\"id\":\"ana\",\"hierd\":\"2026-01-05\"}", Person.class);
            throw new AssertionError("an unknown property was accepted");
        } catch (tools.jackson.core.JacksonException e) {
            is(e.getMessage().contains("hierd") && e.getMessage().contains("hired"), true);
        }
    }

    private static void is(Object found, Object expected) {
        if (!Objects.equals(found, expected)) {
            throw new AssertionError("\nfound    " + found + "\nexpected " + expected);
        }
    }
}
