package io.coaching.stats;

import io.coaching.internal.check.Checks;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A smoothed series: the value expected at each step before it was seen, the state at the end, and forecasts from there.
 *
 * <p>The variance of a forecast is that of the class-1 state-space models of Hyndman et al. (Forecasting with Exponential
 * Smoothing, 2008, 6.1), {@code sigma^2 * (1 + c[1]^2 + ... + c[h-1]^2)}, with c the response to a unit error; where seasons
 * multiply there is no closed form, and it is the same with the response to first order around the forecasts. It takes the
 * weights as known: for a short series it is too small.
 */
public final class SmoothedSeries {
    private final ExponentialSmoothing smoothing;
    private final double[] values;
    private final double[] fitted;
    private final SmoothingState state;
    private final int n;
    private final double sse;

    SmoothedSeries(ExponentialSmoothing smoothing, double[] values, double[] fitted, SmoothingState state) {
        this.smoothing = smoothing;
        this.values = values.clone();
        this.fitted = fitted;
        this.state = state;
        int seen = 0;
        double squares = 0;
        for (int t = 0; t < values.length; t++) {
            if (!Double.isNaN(values[t])) {
                seen++;
                squares += (values[t] - fitted[t]) * (values[t] - fitted[t]);
            }
        }
        this.n = seen;
        this.sse = squares;
    }

    /**
     * By which smoothing.
     *
     * @return model, weights and start
     */
    public ExponentialSmoothing smoothing() {
        return smoothing;
    }

    /**
     * How many values were seen; gaps do not count.
     *
     * @return the number of observations
     */
    public int n() {
        return n;
    }

    /**
     * What was expected at each step, one step ahead; at gaps too.
     *
     * @return a copy, as long as the series
     */
    public double[] fitted() {
        return fitted.clone();
    }

    /**
     * Value less what was expected.
     *
     * @return as long as the series; empty at gaps
     */
    public OptionalDouble[] residuals() {
        OptionalDouble[] residuals = new OptionalDouble[values.length];
        for (int t = 0; t < values.length; t++) {
            residuals[t] = Double.isNaN(values[t]) ? OptionalDouble.empty() : OptionalDouble.of(values[t] - fitted[t]);
        }
        return residuals;
    }

    /**
     * The sum of squared residuals.
     *
     * @return 0 or more
     */
    public double sse() {
        return sse;
    }

    /**
     * The variance of one-step errors, with the number of parameters taken off the number of observations.
     *
     * @return the variance; empty where there are not more observations than parameters
     */
    public OptionalDouble errorVariance() {
        int free = n - smoothing.model().parameters(smoothing.period());
        return free < 1 ? OptionalDouble.empty() : OptionalDouble.of(sse / free);
    }

    /**
     * The state after the last step.
     *
     * @return the state
     */
    public SmoothingState state() {
        return state;
    }

    /**
     * Forecasts.
     *
     * @param steps how many steps ahead, 1 or more
     * @return the forecast of each step
     */
    public double[] forecast(int steps) {
        Checks.atLeast(steps, 1, "steps");
        return smoothing.ahead(state, steps);
    }

    /**
     * The variances of the errors of forecasts, if the weights are right.
     *
     * @param steps how many steps ahead, 1 or more
     * @return the variance of each step; empty where {@link #errorVariance()} is
     */
    public Optional<double[]> variances(int steps) {
        Checks.atLeast(steps, 1, "steps");
        OptionalDouble sigma2 = errorVariance();
        if (sigma2.isEmpty()) {
            return Optional.empty();
        }
        double[] variances = smoothing.unitVariances(state, steps);
        for (int h = 0; h < steps; h++) {
            variances[h] *= sigma2.getAsDouble();
        }
        return Optional.of(variances);
    }

    @Override
    public String toString() {
        return smoothing + ", n=" + n + ", sse " + sse;
    }
}
