package io.coaching.trend;

import io.coaching.internal.check.Checks;
import java.util.List;

/**
 * The seasons that were taken out of a series of two years or more: what each month, or quarter, usually has beside the mean of its
 * year.
 *
 * @param years how many whole years they were estimated from
 * @param multiplicative whether effects are factors, as for counts and amounts, or are added
 * @param effects the effect of each month from January, or of each quarter
 * @param p how often periods without seasons differ as much (analysis of variance)
 */
public record Seasonality(int years, boolean multiplicative, List<Double> effects, double p) {
    /**
     * Keeps a copy.
     *
     * @param years how many whole years
     * @param multiplicative whether effects are factors
     * @param effects the effect of each season
     * @param p how often periods without seasons differ as much
     */
    public Seasonality {
        effects = List.copyOf(effects);
        Checks.that(!effects.isEmpty(), "effects must not be empty");
    }

    /**
     * How many parameters that took from the series.
     *
     * @return one less than there are seasons
     */
    public int parameters() {
        return effects.size() - 1;
    }
}
