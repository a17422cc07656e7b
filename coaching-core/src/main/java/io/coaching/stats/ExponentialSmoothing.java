package io.coaching.stats;

import io.coaching.internal.check.Checks;
import java.util.OptionalDouble;

/**
 * Exponential smoothing with given weights and a given start: the recursion itself. {@link SmoothingFit} finds both.
 *
 * <p>With {@code q = l + phi * b}, the state moves by the error {@code e = y - (q + s)}, or {@code e = y - q * s} where seasons
 * multiply, and then {@code e / s} takes the place of {@code e} in level and trend, {@code e / q} in the season:
 *
 * <pre>{@code
 * l = q + alpha * e;   b = phi * b + alpha * betaStar * e;   s = s + gamma * e
 * }</pre>
 *
 * <p>which is the component form of Hyndman and Athanasopoulos, Forecasting: Principles and Practice (2nd ed. 7.1 to 7.3), written
 * with errors. A gap moves the state by its own forecast, as if the error had been 0: level and trend go on, nothing is learnt,
 * nothing is filled in. O(n) time.
 *
 * <p>Example: the oil series of that book, {@code of(SIMPLE, simple(0.83389), SmoothingState.of(446.5868, 0))}, forecasts 542.68.
 */
public final class ExponentialSmoothing {
    private final SmoothingModel model;
    private final SmoothingWeights weights;
    private final SmoothingState start;

    private ExponentialSmoothing(SmoothingModel model, SmoothingWeights weights, SmoothingState start) {
        this.model = model;
        this.weights = weights;
        this.start = start;
    }

    /**
     * Returns a smoothing.
     *
     * @param model which parts there are
     * @param weights how quickly it forgets
     * @param start the state before the first observation; as many seasons as there are in a year, or week
     * @return the smoothing
     */
    public static ExponentialSmoothing of(SmoothingModel model, SmoothingWeights weights, SmoothingState start) {
        int seasons = start.seasonal().size();
        Checks.that(
                model.isSeasonal() ? seasons >= 2 : seasons == 0,
                "start must have " + (model.isSeasonal() ? "2 seasons or more" : "no seasons") + " for " + model + ": "
                        + seasons);
        Checks.that(
                model.hasTrend() || (start.trend() == 0 && weights.betaStar() == 0),
                "trend must be 0 for " + model + ": " + start.trend() + ", betaStar " + weights.betaStar());
        if (model == SmoothingModel.HOLT_WINTERS_MULTIPLICATIVE) {
            start.seasonal().forEach(s -> Checks.that(s != 0, "seasonal must not be 0 where seasons multiply"));
        }
        return new ExponentialSmoothing(model, weights, start);
    }

    /**
     * Which parts there are.
     *
     * @return the model
     */
    public SmoothingModel model() {
        return model;
    }

    /**
     * How quickly it forgets.
     *
     * @return the weights
     */
    public SmoothingWeights weights() {
        return weights;
    }

    /**
     * The state before the first observation.
     *
     * @return the state
     */
    public SmoothingState start() {
        return start;
    }

    /**
     * How many seasons there are.
     *
     * @return the number, 1 for a model without
     */
    public int period() {
        return Math.max(1, start.seasonal().size());
    }

    /**
     * Smooths a series.
     *
     * @param values the values, equally spaced, the oldest first, finite
     * @return what came of it
     */
    public SmoothedSeries smooth(double... values) {
        Arguments.finite(values, "values");
        return run(values);
    }

    /**
     * Smooths a series that has gaps.
     *
     * @param values the values, equally spaced, the oldest first; empty for a gap
     * @return what came of it
     */
    public SmoothedSeries smooth(OptionalDouble[] values) {
        return run(withGaps(values));
    }

    /** A gap is NaN inside of this package. */
    static double[] withGaps(OptionalDouble[] values) {
        double[] series = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            series[i] =
                    values[i].isPresent() ? Checks.finite(values[i].getAsDouble(), "values[" + i + "]") : Double.NaN;
        }
        return series;
    }

    SmoothedSeries run(double[] values) {
        double[] fitted = new double[values.length];
        double[] seasonal =
                start.seasonal().stream().mapToDouble(Double::doubleValue).toArray();
        double level = start.level();
        double trend = start.trend();
        for (int t = 0; t < values.length; t++) {
            double q = level + weights.phi() * trend;
            double s = season(seasonal, t);
            fitted[t] = combined(q, s);
            double error = Double.isNaN(values[t]) ? 0 : values[t] - fitted[t];
            double move = model == SmoothingModel.HOLT_WINTERS_MULTIPLICATIVE ? error / s : error;
            level = q + weights.alpha() * move;
            trend = weights.phi() * trend + weights.alpha() * weights.betaStar() * move;
            if (model.isSeasonal()) {
                double turn = model == SmoothingModel.HOLT_WINTERS_MULTIPLICATIVE ? error / q : error;
                seasonal[t % seasonal.length] = s + weights.gamma() * turn;
            }
        }
        return new SmoothedSeries(this, values, fitted, state(level, trend, seasonal, values.length));
    }

    /** The state with the season of the next observation first. */
    private static SmoothingState state(double level, double trend, double[] seasonal, int seen) {
        double[] next = new double[seasonal.length];
        for (int j = 0; j < next.length; j++) {
            next[j] = seasonal[(seen + j) % seasonal.length];
        }
        return SmoothingState.of(level, trend, next);
    }

    private double season(double[] seasonal, int t) {
        return seasonal.length == 0 ? 0 : seasonal[t % seasonal.length];
    }

    private double combined(double q, double s) {
        return model == SmoothingModel.HOLT_WINTERS_MULTIPLICATIVE ? q * s : q + s;
    }

    /** Point forecasts from a state. */
    double[] ahead(SmoothingState state, int steps) {
        double[] seasonal =
                state.seasonal().stream().mapToDouble(Double::doubleValue).toArray();
        double[] points = new double[steps];
        double level = state.level();
        double trend = state.trend();
        for (int h = 0; h < steps; h++) {
            trend *= weights.phi();
            level += trend;
            points[h] = combined(level, season(seasonal, h));
        }
        return points;
    }

    /**
     * The variances of forecast errors where one-step errors have the variance 1: the sum of the squared effects that the error
     * of each step before, and of the step itself, has on a step. Where seasons multiply, effects are to first order.
     */
    double[] unitVariances(SmoothingState state, int steps) {
        double[] seasonal =
                state.seasonal().stream().mapToDouble(Double::doubleValue).toArray();
        boolean multiplied = model == SmoothingModel.HOLT_WINTERS_MULTIPLICATIVE;
        double[] trendSum = new double[steps];
        double[] base = new double[steps];
        double power = 1;
        for (int h = 0; h < steps; h++) {
            trendSum[h] = h == 0 ? 0 : trendSum[h - 1] + power;
            power *= weights.phi();
            base[h] = (h == 0 ? state.level() : base[h - 1]) + power * state.trend();
        }
        double[] variances = new double[steps];
        for (int h = 0; h < steps; h++) {
            double sum = 1;
            for (int i = 0; i < h; i++) {
                double effect = weights.alpha() * (1 + weights.betaStar() * trendSum[h - i]);
                double turn = seasonal.length > 0 && (h - i) % seasonal.length == 0 ? weights.gamma() : 0;
                if (multiplied) {
                    effect *= season(seasonal, h) / season(seasonal, i);
                    turn *= base[i] == 0 ? 0 : base[h] / base[i];
                }
                sum += (effect + turn) * (effect + turn);
            }
            variances[h] = sum;
        }
        return variances;
    }

    @Override
    public String toString() {
        return model + " " + weights + (start.seasonal().isEmpty() ? "" : ", " + period() + " seasons");
    }
}
