package io.coaching.target;

import io.coaching.internal.check.Checks;
import io.coaching.internal.text.Figures;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Cadence;
import io.coaching.time.CalendarPeriod;
import io.coaching.time.FiscalYear;
import io.coaching.time.Span;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How much a working day of each part of a fiscal year brings, next to the others: 1.2 for a part whose days bring a fifth more.
 * Only the proportions matter.
 *
 * @param weights a weight for each period (12), quarter (4), half (2), third or sixth of a fiscal year, or one for all of it; 0 or
 *     more, one at least above 0
 */
public record SeasonalProfile(List<Double> weights) {
    private static final SeasonalProfile FLAT = new SeasonalProfile(List.of(1.0));

    /**
     * Checks the weights.
     *
     * @param weights a weight for each part of the year
     */
    public SeasonalProfile {
        weights = List.copyOf(weights);
        Checks.that(
                !weights.isEmpty() && FiscalYear.PERIODS % weights.size() == 0,
                "weights must be 12, one for each period of the year, or 6, 4, 3, 2 or 1: " + weights.size());
        for (double weight : weights) {
            Checks.inRange(weight, 0, 1e6, "weight");
        }
        Checks.that(weights.stream().anyMatch(weight -> weight > 0), "weights must not all be 0");
    }

    /**
     * All days are alike.
     *
     * @return one weight of 1
     */
    public static SeasonalProfile flat() {
        return FLAT;
    }

    /**
     * A weight for each part of the fiscal year.
     *
     * @param weights twelve weights for its periods or four for its quarters, the first of the fiscal year first
     * @return the profile
     */
    public static SeasonalProfile of(double... weights) {
        return new SeasonalProfile(Arrays.stream(weights).boxed().toList());
    }

    /**
     * The weight of a period.
     *
     * @param period its number in the fiscal year, 1 to 12
     * @return the weight
     */
    public double weight(int period) {
        Checks.inRange(period, 1, FiscalYear.PERIODS, "period");
        return weights.get((period - 1) * weights.size() / FiscalYear.PERIODS);
    }

    /** The days of a span, each by the weight of its period. */
    double weigh(Span span, BusinessCalendar calendar, ToDoubleFunction<Span> days) {
        double sum = 0;
        for (CalendarPeriod period : calendar.periods(Cadence.MONTHLY, span)) {
            sum += weight(calendar.fiscalYear().periodOf(period.span().start()))
                    * days.applyAsDouble(period.span().intersection(span).orElseThrow());
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
