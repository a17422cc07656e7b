package io.coaching.trend;

import io.coaching.stats.SmoothedSeries;
import io.coaching.stats.SmoothingFit;
import io.coaching.stats.SmoothingModel;
import io.coaching.stats.SmoothingWeights;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A method fitted to a series: forecasts with the variance that the method itself gives their errors.
 *
 * @param method the method
 * @param points the forecasts, the next step first
 * @param variances of each step
 * @param parameters how many figures were estimated
 * @param weights of a smoothing
 */
record FittedMethod(
        ForecastMethod method,
        double[] points,
        double[] variances,
        int parameters,
        Optional<SmoothingWeights> weights) {

    /** Fits a method; empty where there are too few observations or, for seasons that multiply, values of 0. */
    static Optional<FittedMethod> of(ForecastMethod method, OptionalDouble[] series, int period, int steps) {
        if (method.isSeasonal() && period < 2) {
            return Optional.empty();
        }
        int end = series.length;
        while (end > 0 && series[end - 1].isEmpty()) {
            end--;
        }
        if (end == 0) {
            return Optional.empty();
        }
        int silent = series.length - end;
        OptionalDouble[] seen = silent == 0 ? series : Arrays.copyOf(series, end);
        int all = steps + silent;
        Optional<FittedMethod> fitted = switch (method) {
            case MEAN -> mean(seen, all);
            case NAIVE -> seasonal(method, seen, 1, all);
            case SEASONAL_NAIVE -> seasonal(method, seen, period, all);
            default -> smoothed(method, seen, period, all);
        };
        return silent == 0 ? fitted : fitted.map(f -> f.from(silent));
    }

    private FittedMethod from(int silent) {
        return new FittedMethod(
                method,
                Arrays.copyOfRange(points, silent, points.length),
                Arrays.copyOfRange(variances, silent, variances.length),
                parameters,
                weights);
    }

    private static Optional<FittedMethod> mean(OptionalDouble[] series, int steps) {
        double[] values =
                Arrays.stream(series).flatMapToDouble(OptionalDouble::stream).toArray();
        int n = values.length;
        if (n < 2) {
            return Optional.empty();
        }
        double mean = Arrays.stream(values).sum() / n;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double[] points = new double[steps];
        double[] variances = new double[steps];
        Arrays.fill(points, mean);
        Arrays.fill(variances, squares / (n - 1) * (1 + 1.0 / n));
        return Optional.of(new FittedMethod(ForecastMethod.MEAN, points, variances, 1, Optional.empty()));
    }

    /** The last value of the same season, one season for the plain naive; its error grows with each round. */
    private static Optional<FittedMethod> seasonal(
            ForecastMethod method, OptionalDouble[] series, int period, int steps) {
        double squares = 0;
        int pairs = 0;
        for (int t = period; t < series.length; t++) {
            int before = t - period;
            while (before >= 0 && series[before].isEmpty()) {
                before -= period;
            }
            if (series[t].isPresent() && before >= 0) {
                double change = series[t].getAsDouble() - series[before].getAsDouble();
                squares += change * change * period / (t - before);
                pairs++;
            }
        }
        if (pairs < 2) {
            return Optional.empty();
        }
        double[] points = new double[steps];
        double[] variances = new double[steps];
        for (int h = 0; h < steps; h++) {
            int t = series.length + h;
            int before = t - period;
            while (before >= 0 && (before >= series.length || series[before].isEmpty())) {
                before -= period;
            }
            if (before < 0) {
                return Optional.empty();
            }
            points[h] = series[before].orElseThrow();
            variances[h] = squares / pairs * ((t - before) / (double) period);
        }
        return Optional.of(new FittedMethod(method, points, variances, 0, Optional.empty()));
    }

    private static Optional<FittedMethod> smoothed(
            ForecastMethod method, OptionalDouble[] series, int period, int steps) {
        SmoothingModel model = method.smoothing().orElseThrow();
        SmoothingFit fit = model.isSeasonal() ? SmoothingFit.of(model).seasons(period) : SmoothingFit.of(model);
        Optional<SmoothedSeries> smoothed = fit.to(series);
        return smoothed.flatMap(s -> s.variances(steps)
                .map(variances -> new FittedMethod(
                        method,
                        s.forecast(steps),
                        variances,
                        model.parameters(model.isSeasonal() ? period : 1),
                        Optional.of(s.smoothing().weights()))));
    }
}
