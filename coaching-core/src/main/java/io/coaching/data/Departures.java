package io.coaching.data;

import io.coaching.base.MeasureId;
import io.coaching.base.PersonId;
import io.coaching.kpi.Kpi;
import io.coaching.kpi.KpiCatalogue;
import io.coaching.kpi.StandardMeasures;
import io.coaching.people.Person;
import io.coaching.people.Roster;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Who left, read from the roster and not from facts: to have left is nothing that somebody did at work, so it makes
 * nobody a seller with zero calls, and adds no row to the table.
 */
final class Departures {
    private static final MeasureId ID = StandardMeasures.DEPARTURES.id();
    private static final Aggregate ONE = Aggregate.of(1);

    private final Roster roster;
    private final LocalDate asOf;

    Departures(Roster roster, LocalDate asOf) {
        this.roster = roster;
        this.asOf = asOf;
    }

    static boolean isMeasuredBy(MeasureId measure) {
        return measure.equals(ID);
    }

    static boolean isReadBy(Kpi kpi, KpiCatalogue catalogue) {
        return catalogue.measuresOf(kpi).stream().anyMatch(measure -> isMeasuredBy(measure.id()));
    }

    /** One, if the last day lies in the span and is known to have come. */
    Aggregate of(PersonId person, Span span) {
        return lastDay(person)
                        .filter(day -> span.contains(day) && !day.isAfter(asOf))
                        .isPresent()
                ? ONE
                : Aggregate.EMPTY;
    }

    /** The days employed, on leave or not: who is away has not left. None of somebody who is not on the roster. */
    int daysEmployed(PersonId person, Span span) {
        Optional<Person> known = roster.person(person);
        if (known.isEmpty() || span.isEmpty()) {
            return 0;
        }
        Span employed = Span.of(
                known.get().hired().orElse(Roster.EARLIEST),
                known.get().lastDay().orElse(Roster.LATEST).plusDays(1));
        return employed.intersection(span).map(Span::days).orElse(0);
    }

    private Optional<LocalDate> lastDay(PersonId person) {
        return roster.person(person).flatMap(Person::lastDay);
    }
}
