package io.coaching.target;

import io.coaching.time.BusinessCalendar;
import io.coaching.time.Cadence;
import io.coaching.time.CalendarPeriod;
import io.coaching.time.Span;
import java.util.List;

/** Periods that come before others. */
final class Periods {
    private static final List<Cadence> NAMED =
            List.of(Cadence.MONTHLY, Cadence.QUARTERLY, Cadence.YEARLY, Cadence.WEEKLY);

    private Periods() {}

    /** The one before: of a period of the calendar the one before it there, of other spans the days before. */
    static Span previous(BusinessCalendar calendar, Span span) {
        for (Cadence cadence : NAMED) {
            CalendarPeriod period = calendar.periodOf(cadence, span.start());
            if (period.span().equals(span)) {
                return calendar.previous(period).span();
            }
        }
        return span.previous();
    }
}
