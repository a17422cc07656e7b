package io.coaching.time;

import io.coaching.internal.check.Checks;
import java.time.LocalDate;

/**
 * One period of a calendar: a day, week, month, quarter or year with the name that people know it by.
 *
 * <p>Always whole: it is never cut to the span that was asked about. {@link BusinessCalendar} makes them; the label is
 * {@code 2017-03-01}, {@code 2017-W09}, {@code 2017-03}, {@code 2017Q1} or {@code 2017}, and {@code FY2017-W09},
 * {@code FY2017-P03}, {@code FY2017Q1} or {@code FY2017} where the fiscal year differs from the calendar year.
 *
 * @param span its days, one or more
 * @param cadence what kind of period it is
 * @param label its name
 */
public record CalendarPeriod(Span span, Cadence cadence, String label) {
    /**
     * Checks that there is a day in it.
     *
     * @param span its days
     * @param cadence what kind of period it is
     * @param label its name
     */
    public CalendarPeriod {
        Checks.that(!span.isEmpty(), "span must not be empty: " + span);
        label = Checks.notBlank(label, "label");
    }

    /**
     * Whether a day lies in it.
     *
     * @param day a day
     * @return true if it does
     */
    public boolean contains(LocalDate day) {
        return span.contains(day);
    }

    /**
     * Its name.
     *
     * @return the label
     */
    @Override
    public String toString() {
        return label;
    }
}
