package io.coaching.pipeline;

import io.coaching.base.Money;
import io.coaching.base.OpportunityId;
import io.coaching.base.PersonId;
import java.time.LocalDate;

/** Short words for tests of opportunities. */
final class Deals {
    static final PersonId ANA = PersonId.of("ana");
    static final PersonId BEN = PersonId.of("ben");

    private Deals() {}

    /** A day of 2026. */
    static LocalDate on(int month, int day) {
        return LocalDate.of(2026, month, day);
    }

    static Money eur(long amount) {
        return Money.of(amount, "EUR");
    }

    /** A deal that was Ana's to begin with. */
    static Opportunity deal(OpportunityEvent... events) {
        return Opportunity.builder()
                .id(OpportunityId.of("o1"))
                .initialOwner(ANA)
                .addEvents(events)
                .build();
    }
}
