package io.coaching.target;

import io.coaching.internal.check.Checks;
import io.coaching.internal.text.Figures;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Cadence;
import io.coaching.time.CalendarPeriod;
import io.coaching.time.FiscalYear;
import io.coaching.time.Span;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How much a working day of each period of a fiscal year brings, next to the others: 1.2 for a period whose days bring a fifth
 * more. Only the proportions matter. A fiscal year has twelve periods, months or runs of four or five weeks.
 *
 * @param weights a weight for each of the twelve periods, 0 or more, one at least above 0
 */
public record SeasonalProfile(List<Double> weights) {
    private static final SeasonalProfile FLAT = new SeasonalProfile(Collections.nCopies(FiscalYear.PERIODS, 1.0));

    /**
     * Checks the weights.
     *
     * @param weights a weight for each of the twelve periods
     */
    public SeasonalProfile {
        weights = List.copyOf(weights);
        Checks.that(
                weights.size() == FiscalYear.PERIODS,
                "weights must be " + FiscalYear.PERIODS + ", one for each period of the year: " + weights.size());
        for (double weight : weights) {
            Checks.inRange(weight, 0, 1e6, "weight");
        }
        Checks.that(weights.stream().anyMatch(weight -> weight > 0), "weights must not all be 0");
    }

    /**
     * All days are alike.
     *
     * @return twelve times 1
     */
    public static SeasonalProfile flat() {
        return FLAT;
    }

    /**
     * A weight for each month of the fiscal year.
     *
     * @param weights twelve weights, the first period of the fiscal year first
     * @return the profile
     */
    public static SeasonalProfile monthly(double... weights) {
        return new SeasonalProfile(Arrays.stream(weights).boxed().toList());
    }

    /**
     * A weight for each quarter of the fiscal year.
     *
     * @param first of the first quarter
     * @param second of the second
     * @param third of the third
     * @param fourth of the fourth
     * @return the profile
     */
    public static SeasonalProfile quarterly(double first, double second, double third, double fourth) {
        return monthly(first, first, first, second, second, second, third, third, third, fourth, fourth, fourth);
    }

    /** The days of a span, each by the weight of its period. */
    double weigh(Span span, BusinessCalendar calendar, ToDoubleFunction<Span> days) {
        double sum = 0;
        for (CalendarPeriod period : calendar.periods(Cadence.MONTHLY, span)) {
            double weight =
                    weights.get(calendar.fiscalYear().periodOf(period.span().start()) - 1);
            sum += weight * days.applyAsDouble(period.span().intersection(span).orElseThrow());
        }
        return sum;
    }

    @Override
    public String toString() {
        return equals(FLAT)
                ? "no season"
                : "season "
                        + String.join(
                                " ",
                                weights.stream().map(w -> Figures.fixed(w, 2)).toList());
    }
}
