package io.coaching.target;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.coaching.Coaching;
import io.coaching.base.MeasureId;
import io.coaching.base.Money;
import io.coaching.base.PersonId;
import io.coaching.base.RoleId;
import io.coaching.base.TeamId;
import io.coaching.data.CoachingData;
import io.coaching.data.Observation;
import io.coaching.goal.RampSchedule;
import io.coaching.goal.Target;
import io.coaching.goal.Targets;
import io.coaching.kpi.StandardMeasures;
import io.coaching.people.Assignment;
import io.coaching.people.Leave;
import io.coaching.people.Person;
import io.coaching.people.Roster;
import io.coaching.people.RosterRecords;
import io.coaching.pipeline.OpportunityMeasures;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A company that a test makes up day by day. */
final class Shop {
    static final TeamId NORTH = TeamId.of("north");
    static final TeamId SOUTH = TeamId.of("south");
    static final PersonId BOSS = PersonId.of("boss");
    static final LocalDate LONG_AGO = LocalDate.of(2015, 1, 1);
    static final Span Q3 = Span.quarter(2026, 3);

    private final RosterRecords.Builder people = RosterRecords.builder();
    private final List<Observation> observations = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private RampSchedule ramp = RampSchedule.none();
    private LocalDate asOf = LocalDate.of(2026, 9, 30);
    private BusinessCalendar calendar = BusinessCalendar.standard(ZoneId.of("Europe/Paris"));

    Shop asOf(LocalDate day) {
        asOf = day;
        return this;
    }

    Shop calendar(BusinessCalendar other) {
        calendar = other;
        return this;
    }

    Shop ramp(RampSchedule schedule) {
        ramp = schedule;
        return this;
    }

    @CanIgnoreReturnValue
    PersonId rep(String id, TeamId team) {
        return rep(id, team, LONG_AGO);
    }

    @CanIgnoreReturnValue
    PersonId rep(String id, TeamId team, LocalDate hired) {
        PersonId person = PersonId.of(id);
        people.addPerson(Person.of(person, hired));
        people.addAssignment(Assignment.builder()
                .person(person)
                .since(hired)
                .role(RoleId.of("seller"))
                .team(team)
                .manager(BOSS)
                .build());
        return person;
    }

    @CanIgnoreReturnValue
    Shop leave(PersonId person, Span days) {
        people.addLeave(Leave.of(person, days));
        return this;
    }

    Shop move(PersonId person, LocalDate day, TeamId team) {
        people.addAssignment(Assignment.builder()
                .person(person)
                .since(day)
                .role(RoleId.of("seller"))
                .team(team)
                .manager(BOSS)
                .build());
        return this;
    }

    @CanIgnoreReturnValue
    Shop held(PersonId person, LocalDate day, long meetings) {
        return observe(person, StandardMeasures.MEETINGS_HELD.id(), day, meetings);
    }

    @CanIgnoreReturnValue
    Shop observe(PersonId person, MeasureId measure, LocalDate day, long value) {
        for (long i = 0; i < value; i++) {
            observations.add(Observation.of(person, measure, day, 1));
        }
        return this;
    }

    @CanIgnoreReturnValue
    Shop won(PersonId person, LocalDate day, Money money) {
        observations.add(Observation.builder()
                .person(person)
                .measure(OpportunityMeasures.WON_AMOUNT)
                .day(day)
                .value(money.amount())
                .currency(money.currency())
                .build());
        observations.add(Observation.builder()
                .person(person)
                .measure(OpportunityMeasures.WON)
                .day(day)
                .value(BigDecimal.ONE)
                .build());
        return this;
    }

    @CanIgnoreReturnValue
    Shop target(Target target) {
        targets.add(target);
        return this;
    }

    CoachingData data() {
        return CoachingData.builder()
                .asOf(asOf)
                .calendar(calendar)
                .roster(Roster.of(people.build()).value())
                .observations(observations)
                .targets(Targets.builder().addAllTargets(targets).ramp(ramp).build())
                .build();
    }

    Coaching open() {
        return Coaching.of(data());
    }

    static Money eur(long amount) {
        return Money.of(amount, "EUR");
    }
}
