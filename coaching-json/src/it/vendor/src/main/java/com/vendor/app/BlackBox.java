package com.vendor.app;

import io.coaching.Coaching;
import io.coaching.base.Estimate;
import io.coaching.base.Known;
import io.coaching.base.KpiId;
import io.coaching.base.MeasureId;
import io.coaching.base.Money;
import io.coaching.base.PersonId;
import io.coaching.base.RoleId;
import io.coaching.base.TeamId;
import io.coaching.benchmark.PeerComparison;
import io.coaching.data.CoachingData;
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
import io.coaching.pipeline.Opportunity;
import io.coaching.pipeline.PlainOpportunity;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Uses the library as a stranger does, and throws at the first thing that is not as promised. */
public final class BlackBox {
    private static final LocalDate HIRED = LocalDate.of(2025, 1, 6);
    private static final TeamId TEAM = TeamId.of("north");
    private static final RoleId REP = RoleId.of("rep");
    private static final Span QUARTER = Span.quarter(2026, 3);
    private static final List<PersonId> PEOPLE = Stream.of("ana", "ben", "cleo", "dan", "eve", "fay")
            .map(PersonId::of)
            .toList();
    private static final PersonId ANA = PEOPLE.get(0);

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
        figures();
        benchmark();
        json();
        System.out.println("ok vendor on Java " + Runtime.version().feature() + ", "
                + (BlackBox.class.getModule().isNamed() ? "module path" : "class path"));
    }

    private static Roster roster() {
        RosterRecords.Builder records = RosterRecords.builder().addTeams(Team.of(TEAM));
        records.addRoles(Role.of(REP, RoleArchetype.ACCOUNT_EXECUTIVE));
        for (PersonId person : PEOPLE) {
            records.addPersons(Person.of(person, HIRED));
            records.addAssignments(Assignment.builder()
                    .person(person)
                    .since(HIRED)
                    .team(TEAM)
                    .role(REP)
                    .build());
        }
        Roster roster = Roster.of(records.build()).orThrow();
        PeerGroup peers = Peers.sameRole().sameTeam().of(roster, ANA, QUARTER);
        is(peers.peers().size(), 5);
        return roster;
    }

    /** Each of the six has decided twelve deals; the n-th has won 3 + n of them, and Ana is the first. */
    private static CoachingData data() {
        List<Opportunity> deals = new ArrayList<>();
        for (int person = 0; person < PEOPLE.size(); person++) {
            for (int deal = 0; deal < 12; deal++) {
                LocalDate started = LocalDate.of(2026, 7, 1).plusDays(deal);
                PlainOpportunity open = Opportunity.plain("deal-" + person + "-" + deal)
                        .owner(PEOPLE.get(person))
                        .created(started);
                LocalDate closed = started.plusDays(30);
                deals.add((deal < 3 + person ? open.won(closed, Money.of(1_000, "EUR")) : open.lost(closed)).build());
            }
        }
        return CoachingData.builder()
                .asOf(LocalDate.of(2026, 9, 30))
                .calendar(BusinessCalendar.standard(ZoneOffset.UTC))
                .roster(roster())
                .opportunities(deals)
                .build();
    }

    private static void figures() {
        CoachingData data = data();
        Estimate own = data.value(StandardKpis.WIN_RATE, ANA, QUARTER);
        is(own instanceof Known known && known.value() == 0.25, true);
        Estimate team = data.value(StandardKpis.WIN_RATE, TEAM, QUARTER);
        JsonMapper mapper = CoachingJson.mapper();
        for (Estimate each : List.of(own, team)) {
            String json = mapper.writeValueAsString(each);
            is(mapper.readTree(json).get("kind").asString(), "known");
            is(mapper.readValue(json, Estimate.class), each);
        }
        System.out.println("   " + own + " | " + team);
    }

    private static void benchmark() {
        PeerComparison ana = Coaching.of(data())
                .benchmark(StandardKpis.WIN_RATE)
                .during(QUARTER)
                .against(Peers.sameRole().sameTeam())
                .of(ANA)
                .only();
        is(ana.observed() instanceof Known known && known.value() == 0.25, true);
        JsonMapper mapper = CoachingJson.mapper();
        String json = mapper.writeValueAsString(ana);
        is(mapper.readTree(json).get("person").asString(), "ana");
        is(mapper.readTree(json).get("observed").get("kind").asString(), "known");
        is(mapper.writeValueAsString(ana), json);
        System.out.println("   " + ana);
        System.out.println("   " + json.length() + " characters of JSON");
    }

    private static void json() {
        JsonMapper ready = CoachingJson.mapper();
        Kpi rate = StandardKpis.WIN_RATE;
        is(ready.readValue(ready.writeValueAsString(rate), Kpi.class), rate);

        // one call teaches the vendor's own mapper
        JsonMapper own = JsonMapper.builder().addModule(new CoachingModule()).build();
        Person ana = Person.builder().id(ANA).hired(HIRED).build();
        Envelope envelope = new Envelope("acme", rate, Map.of(ANA, ana));
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
