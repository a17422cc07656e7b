package io.coaching.trend;

import io.coaching.base.PersonId;
import io.coaching.base.RegionId;
import io.coaching.base.Subject;
import io.coaching.base.TeamId;
import io.coaching.data.PanelSource;
import io.coaching.internal.check.Checks;
import io.coaching.people.Membership;
import io.coaching.people.Roster;
import io.coaching.people.Viewer;
import io.coaching.time.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who is asked about, and who of them may be seen. */
final class People {
    private People() {}

    /** Refuses whom the roster does not know: an empty answer would look like good news. */
    static void known(PanelSource source, Subject subject) {
        Roster roster = source.roster();
        if (subject instanceof PersonId person) {
            Checks.that(roster.contains(person), "person must be among the people: " + person);
        } else if (subject instanceof TeamId team) {
            Checks.that(roster.team(team).isPresent(), "team must be one of the roster: " + team);
        } else if (subject instanceof RegionId region) {
            Checks.that(roster.region(region).isPresent(), "region must be one of the roster: " + region);
        }
    }

    /** Who belonged to it on some day, by identifier. */
    static List<PersonId> during(PanelSource source, Subject whole, Span days) {
        return source.roster().membersDuring(whole, days).stream()
                .map(Membership::person)
                .distinct()
                .sorted()
                .toList();
    }

    static List<PersonId> visible(PanelSource source, Optional<Viewer> viewer, List<PersonId> people) {
        if (viewer.isEmpty()) {
            return people;
        }
        Set<PersonId> visible = new HashSet<>(source.access().visible(viewer.get(), source.asOf()));
        return people.stream().filter(visible::contains).toList();
    }
}
