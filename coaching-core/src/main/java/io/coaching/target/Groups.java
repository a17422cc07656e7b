package io.coaching.target;

import io.coaching.base.PersonId;
import io.coaching.base.RegionId;
import io.coaching.base.Subject;
import io.coaching.base.TeamId;
import io.coaching.internal.check.Checks;
import io.coaching.people.Membership;
import io.coaching.people.Roster;
import io.coaching.time.Span;
import java.util.List;

/** Who belongs to a group in a period. */
final class Groups {
    private Groups() {}

    /** Refuses a group that the roster does not know: an empty answer would look like good news. */
    static void known(Roster roster, Subject whole) {
        boolean isKnown = whole instanceof TeamId team
                ? roster.team(team).isPresent()
                : !(whole instanceof RegionId region) || roster.region(region).isPresent();
        Checks.that(isKnown, "team or region must be one of the roster: " + whole);
    }

    /** Who was in it on their last eligible day of the span, so that each person is in one of adjoining groups only. */
    static List<PersonId> lastIn(Roster roster, Subject whole, Span span) {
        return roster.membersDuring(whole, span).stream()
                .filter(member -> {
                    List<Span> eligible = roster.eligibleSpans(member.person(), span);
                    return !eligible.isEmpty()
                            && member.spans().stream()
                                    .anyMatch(days -> days.contains(
                                            eligible.get(eligible.size() - 1).lastDay()));
                })
                .map(Membership::person)
                .toList();
    }
}
