package io.coaching.trend;

import io.coaching.internal.check.Checks;
import java.util.Map;
import java.util.TreeMap;

/**
 * What forecasts of simulated series did.
 *
 * @param kind what the series were
 * @param length how many values were known
 * @param n how many forecasts there were, over all series and steps
 * @param within80 the share of them within the limits of 80 %
 * @param within95 the share of them within the limits of 95 %
 * @param mae the mean absolute error
 * @param bestMae that of the one method that would have been best for all series of the kind
 * @param methods which methods were chosen how often
 */
public record SimulatedForecasts(
        String kind,
        int length,
        int n,
        double within80,
        double within95,
        double mae,
        double bestMae,
        Map<ForecastMethod, Integer> methods) {
    /**
     * Keeps a copy.
     *
     * @param kind what the series were
     * @param length how many values were known
     * @param n how many forecasts there were
     * @param within80 the share within the limits of 80 %
     * @param within95 the share within the limits of 95 %
     * @param mae the mean absolute error
     * @param bestMae that of the best single method
     * @param methods which methods were chosen how often
     */
    public SimulatedForecasts {
        Checks.inRange(within80, 0, 1, "within80");
        Checks.inRange(within95, 0, 1, "within95");
        methods = java.util.Collections.unmodifiableMap(new TreeMap<>(methods));
    }
}
