package io.coaching.sample;

import io.coaching.base.PersonId;
import io.coaching.base.SourceId;
import io.coaching.data.ObservationTable;
import io.coaching.internal.random.DeterministicRandom;
import io.coaching.kpi.StandardMeasures;
import io.coaching.pipeline.Opportunity;
import io.coaching.pipeline.OpportunityEvent;
import io.coaching.pipeline.OpportunityStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Makes records as records are: a few of them wrong, too few to matter and enough to be found. */
final class Blemishes {
    private final Days days;
    private final DeterministicRandom random;

    Blemishes(Days days, long seed) {
        this.days = days;
        this.random = DeterministicRandom.of(seed).forPart("blemishes");
    }

    /** In a thousand deals some twenty have no account, four a product that nobody sells, and one or two are beyond that. */
    List<Opportunity> on(List<Opportunity> clean) {
        var all = new ArrayList<Opportunity>(clean.size() + 8);
        for (Opportunity deal : clean) {
            double u = random.nextDouble();
            Opportunity.Builder changed = Opportunity.builder().from(deal);
            if (u < 0.02) {
                all.add(changed.account(java.util.Optional.empty()).build());
            } else if (u < 0.024) {
                all.add(changed.product("Core Suite").build());
            } else if (u < 0.0246) {
                all.add(changed.initialOwner(java.util.Optional.empty())
                        .events(deal.events().stream()
                                .filter(event -> !(event instanceof OpportunityEvent.OwnerChanged))
                                .toList())
                        .build());
            } else if (u < 0.0256) {
                all.add(deal);
                all.add(deal); // exported twice
            } else if (u < 0.0266 && deal.status() == OpportunityStatus.WON) {
                LocalDate after = deal.closedOn().orElseThrow().plusDays(3);
                all.add(deal.withEvents(OpportunityEvent.closeDate(after, after.plusDays(30))));
            } else if (u < 0.0276 && deal.status() == OpportunityStatus.LOST) {
                all.add(changed.events(deal.events().stream()
                                .filter(event -> !(event instanceof OpportunityEvent.Lost))
                                .toList())
                        .addEvent(OpportunityEvent.lost(
                                deal.startedOn().orElseThrow().minusDays(2)))
                        .build());
            } else {
                all.add(deal);
            }
        }
        return all;
    }

    /** A login that is nobody's, and calls of people who have left. */
    void on(ObservationTable.Builder table, Cast cast) {
        int calls = table.measure(StandardMeasures.CALLS);
        int source = table.source(SourceId.of("dialler-test"));
        int nobody = table.person(PersonId.of("dialler-test"));
        for (int i = 0; i < 3 && i < cast.reps.size() / 10; i++) {
            int day = days.workingFrom(days.begin() + 20 + 9 * i);
            if (day < days.end()) {
                table.add(nobody, calls, days.date(day).toEpochDay(), 1, source);
            }
        }
        for (Rep rep : cast.reps) {
            int day = rep.left == Integer.MAX_VALUE ? days.end() : days.workingFrom(rep.left + 4);
            if (day < days.end()) {
                table.add(table.person(rep.id), calls, days.date(day).toEpochDay(), 2, source);
            }
        }
    }
}
