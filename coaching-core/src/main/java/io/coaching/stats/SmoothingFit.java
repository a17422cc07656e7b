package io.coaching.stats;

import io.coaching.internal.check.Checks;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Finds the weights and the start of an exponential smoothing: those with the least sum of squared one-step errors, which for
 * normal errors is maximum likelihood.
 *
 * <p>Bounds are the usual ones of Hyndman et al. (2008, 2.5): alpha, beta* and gamma / (1 - alpha) in 0.0001 to 0.9999, phi in
 * 0.8 to 0.98; seasons start with a sum of 0, or a mean of 1. The search is Levenberg and Marquardt's (that of Commons Math) on
 * the recursion with its exact derivatives, from several fixed starts; nothing is random. With k parameters an evaluation takes
 * O(n * k) time, a step O(n * k^2); a monthly series of three years takes about a millisecond.
 *
 * <p>Edge cases: no fit for fewer observations than {@link SmoothingModel#leastObservations}, nor for a model that multiplies
 * where a value is 0 or below. Equal values are fitted without error. Gaps are neither filled in nor learnt from.
 *
 * <p>Example: on the Saudi oil production of 1996 to 2013 {@code of(SIMPLE)} finds alpha 0.834 and a start of 446.6.
 */
public final class SmoothingFit {
    private static final double[] STARTS = {0.2, 0.7, 0.05};

    private final SmoothingModel model;
    private final int period;

    private SmoothingFit(SmoothingModel model, int period) {
        this.model = model;
        this.period = period;
    }

    /**
     * Fits a model; one with seasons is told how many by {@link #seasons}.
     *
     * @param model which parts there are
     * @return the fit
     */
    public static SmoothingFit of(SmoothingModel model) {
        return new SmoothingFit(model, 1);
    }

    /**
     * Says how many seasons there are.
     *
     * @param count the number, 2 or more: 12 for months of a year, 4 for quarters
     * @return a new fit
     */
    public SmoothingFit seasons(int count) {
        Checks.that(model.isSeasonal(), "model must have seasons: " + model);
        return new SmoothingFit(model, Checks.inRange(count, 2, 366, "count"));
    }

    /**
     * Fits a series.
     *
     * @param values the values, equally spaced, the oldest first, finite
     * @return the smoothed series; empty where the model cannot be fitted
     */
    public Optional<SmoothedSeries> to(double... values) {
        Arguments.finite(values, "values");
        return fit(values, STARTS);
    }

    /**
     * Fits a series that has gaps.
     *
     * @param values the values, equally spaced, the oldest first; empty for a gap
     * @return the smoothed series; empty where the model cannot be fitted
     */
    public Optional<SmoothedSeries> to(OptionalDouble[] values) {
        return fit(ExponentialSmoothing.withGaps(values), STARTS);
    }

    private Optional<SmoothedSeries> fit(double[] values, double[] starts) {
        Checks.that(!model.isSeasonal() || period > 1, "seasons must be said for " + model);
        int seen = 0;
        boolean positive = true;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                seen++;
                positive &= value > 0;
            }
        }
        if (seen < model.leastObservations(period)
                || (model == SmoothingModel.HOLT_WINTERS_MULTIPLICATIVE && !positive)) {
            return Optional.empty();
        }
        SmoothingSearch search = new SmoothingSearch(model, period, values);
        for (double alpha : starts) {
            search.from(alpha);
        }
        return Optional.of(search.best().run(values));
    }

    @Override
    public String toString() {
        return "fit of " + model + (period > 1 ? ", " + period + " seasons" : "");
    }
}
