package io.coaching.data;

import io.coaching.base.OpportunityId;
import io.coaching.base.PersonId;
import io.coaching.pipeline.Opportunity;
import io.coaching.pipeline.OpportunityEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The opportunities, one for each id. Which of several versions is kept does not depend on their order: the one with the
 * latest event, and among equals the one whose text comes last.
 */
record Records(Map<OpportunityId, Opportunity> kept, List<String> repeated, List<String> conflicting, int given) {
    private static final Comparator<Opportunity> LATEST = Comparator.comparing(Records::latestDay)
            .thenComparing(opportunity -> opportunity.events().size())
            .thenComparing(Records::text);

    static Records of(List<Opportunity> opportunities) {
        var kept = new TreeMap<OpportunityId, Opportunity>();
        var repeated = new ArrayList<String>();
        var conflicting = new ArrayList<String>();
        for (Opportunity opportunity : opportunities) {
            Opportunity other = kept.get(opportunity.id());
            if (other == null) {
                kept.put(opportunity.id(), opportunity);
            } else if (other.equals(opportunity)) {
                repeated.add(opportunity.id().value());
            } else {
                conflicting.add(opportunity.id().value());
                if (LATEST.compare(opportunity, other) > 0) {
                    kept.put(opportunity.id(), opportunity);
                }
            }
        }
        return new Records(Collections.unmodifiableMap(kept), repeated, conflicting, opportunities.size());
    }

    private static LocalDate latestDay(Opportunity opportunity) {
        return opportunity.events().stream()
                .map(OpportunityEvent::day)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    /** All that tells two opportunities apart, as text. */
    static String text(Opportunity o) {
        return String.join(
                "\u001f",
                List.of(
                        o.process().toString(),
                        o.account().toString(),
                        o.product().toString(),
                        o.type().toString(),
                        o.source().toString(),
                        o.initialOwner().toString(),
                        o.initialStage().toString(),
                        o.initialAmount().toString(),
                        o.initialCloseDate().toString(),
                        o.events().toString()));
    }

    /** Whether an opportunity names a person as owner or in a split of credit. */
    static boolean names(Opportunity opportunity, PersonId person) {
        return opportunity.initialOwner().filter(person::equals).isPresent()
                || opportunity.events().stream()
                        .anyMatch(event -> (event instanceof OpportunityEvent.OwnerChanged changed
                                        && changed.owner().equals(person))
                                || (event instanceof OpportunityEvent.CreditSplit split
                                        && split.credit().weights().containsKey(person)));
    }
}
