package io.coaching.people;

import io.coaching.base.PersonId;
import io.coaching.base.RegionId;
import io.coaching.base.RoleId;
import io.coaching.base.TeamId;
import io.coaching.time.Span;
import java.time.LocalDate;

/** A few people that specifications speak of. */
final class People {
    static final PersonId ANA = PersonId.of("ana");
    static final PersonId BEN = PersonId.of("ben");
    static final PersonId CLEO = PersonId.of("cleo");
    static final PersonId DAN = PersonId.of("dan");
    static final PersonId EVE = PersonId.of("eve");
    static final PersonId BOSS = PersonId.of("boss");
    static final TeamId NORTH = TeamId.of("north");
    static final TeamId SOUTH = TeamId.of("south");
    static final TeamId SALES = TeamId.of("sales");
    static final RegionId EMEA = RegionId.of("emea");
    static final RegionId DACH = RegionId.of("dach");
    static final RoleId AE = RoleId.of("ae");
    static final RoleId SDR = RoleId.of("sdr");
    static final Span Q1 = Span.quarter(2026, 1);

    private People() {}

    static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }

    static Person hired(PersonId id, String day) {
        return Person.of(id, LocalDate.parse(day));
    }

    static Assignment.Builder since(PersonId id, String day) {
        return Assignment.builder().person(id).since(LocalDate.parse(day));
    }

    static Span span(String from, String to) {
        return Span.of(LocalDate.parse(from), LocalDate.parse(to));
    }

    static Roster roster(RosterRecords.Builder records) {
        return Roster.of(records.build()).orThrow();
    }
}
