package io.coaching.trend;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.coaching.Coaching;
import io.coaching.base.PersonId;
import io.coaching.base.TeamId;
import io.coaching.data.CoachingData;
import io.coaching.data.Observation;
import io.coaching.kpi.Kpi;
import io.coaching.kpi.StandardKpis;
import io.coaching.kpi.StandardMeasures;
import io.coaching.people.Assignment;
import io.coaching.people.Person;
import io.coaching.people.Roster;
import io.coaching.people.RosterRecords;
import io.coaching.people.Team;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A sales desk for tests: people who hold demos, so many a week, on Wednesdays, from Monday 5 January 2026. */
final class Desk {
    static final PersonId ANA = PersonId.of("ana");
    static final TeamId TEAM = TeamId.of("team");
    static final Kpi DEMOS = StandardKpis.DEMOS_HELD;
    static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

    private final RosterRecords.Builder people =
            RosterRecords.builder().addTeams(Team.builder().id(TEAM).build());
    private final Map<PersonId, Person> persons = new TreeMap<>();
    private final List<Observation> demos = new ArrayList<>();
    private BusinessCalendar calendar = BusinessCalendar.standard(ZoneId.of("Europe/Paris"));
    private LocalDate asOf = LocalDate.of(2026, 12, 31);

    /** So many weeks from the first Monday. */
    static Span weeks(int n) {
        return Span.of(MONDAY, MONDAY.plusWeeks(n));
    }

    static LocalDate week(int k) {
        return MONDAY.plusWeeks(k);
    }

    @CanIgnoreReturnValue
    Desk calendar(BusinessCalendar other) {
        calendar = other;
        return this;
    }

    @CanIgnoreReturnValue
    Desk asOf(LocalDate day) {
        asOf = day;
        return this;
    }

    @CanIgnoreReturnValue
    Desk person(Person person) {
        persons.put(person.id(), person);
        return this;
    }

    @CanIgnoreReturnValue
    Desk roster(UnaryOperator<RosterRecords.Builder> more) {
        RosterRecords.Builder same = more.apply(people);
        assert same == people : "the builder that was given is to be filled";
        return this;
    }

    /** Demos of a person in the team, week by week; a negative number is a week without any record. */
    @CanIgnoreReturnValue
    Desk weekly(PersonId person, int... counts) {
        persons.putIfAbsent(person, Person.of(person));
        people.addAssignments(Assignment.of(person, LocalDate.of(2020, 1, 1), TEAM));
        for (int k = 0; k < counts.length; k++) {
            on(person, week(k).plusDays(2), counts[k]);
        }
        return this;
    }

    @CanIgnoreReturnValue
    Desk on(PersonId person, LocalDate day, int count) {
        for (int i = 0; i < count; i++) {
            demos.add(Observation.of(person, StandardMeasures.DEMOS_HELD.id(), day, 1));
        }
        return this;
    }

    Coaching open() {
        return Coaching.of(CoachingData.builder()
                .asOf(asOf)
                .calendar(calendar)
                .roster(Roster.of(people.persons(persons.values()).build()).orThrow())
                .observations(demos)
                .build());
    }
}
