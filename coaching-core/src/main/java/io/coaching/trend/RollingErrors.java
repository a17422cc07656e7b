package io.coaching.trend;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a method would have got wrong: it is fitted to the beginning of the series alone, its forecasts are held against what came,
 * and again with one period more.
 *
 * @param method the method
 * @param size the absolute errors, origin by origin and step by step
 * @param squared the squared errors, each divided by the variance that the method itself gave it
 */
record RollingErrors(ForecastMethod method, double[] size, double[] squared) {
    /** Empty where the method cannot be fitted at the first origin. */
    static Optional<RollingErrors> of(
            ForecastMethod method, OptionalDouble[] series, int period, int firstOrigin, int ahead, double least) {
        double[] size = new double[(series.length - firstOrigin) * ahead];
        double[] squared = new double[size.length];
        int n = 0;
        for (int origin = firstOrigin; origin < series.length; origin++) {
            int steps = Math.min(ahead, series.length - origin);
            Optional<FittedMethod> fitted = FittedMethod.of(method, Arrays.copyOf(series, origin), period, steps);
            if (fitted.isEmpty()) {
                return Optional.empty();
            }
            for (int h = 0; h < steps; h++) {
                if (series[origin + h].isPresent()) {
                    double error =
                            series[origin + h].getAsDouble() - fitted.get().points()[h];
                    size[n] = Math.abs(error);
                    squared[n] = error * error / Math.max(fitted.get().variances()[h], least);
                    n++;
                }
            }
        }
        return n == 0
                ? Optional.empty()
                : Optional.of(new RollingErrors(method, Arrays.copyOf(size, n), Arrays.copyOf(squared, n)));
    }

    /** The mean absolute error. */
    double mae() {
        return Arrays.stream(size).sum() / size.length;
    }

    /** By how much errors exceeded what the method itself expected: 1 for as expected. */
    double inflation() {
        return Arrays.stream(squared).sum() / squared.length;
    }
}
