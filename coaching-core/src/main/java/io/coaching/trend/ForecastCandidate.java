package io.coaching.trend;

import io.coaching.base.Reason;
import io.coaching.internal.check.Checks;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A way to forecast that was tried, and how far off it was at earlier origins.
 *
 * @param method the way
 * @param mae the mean absolute error over all origins and steps, in the unit of the figure; empty where it was not tried
 * @param mase the same as a share of the mean change from one period to the next (Hyndman and Koehler 2006,
 *     doi:10.1016/j.ijforecast.2006.03.001): below 1 is better than that
 * @param whyNot why it was not tried
 */
public record ForecastCandidate(
        ForecastMethod method, OptionalDouble mae, OptionalDouble mase, Optional<Reason> whyNot) {
    /**
     * Checks that there is an error or a reason.
     *
     * @param method the way
     * @param mae the mean absolute error
     * @param mase the scaled error
     * @param whyNot why it was not tried
     */
    public ForecastCandidate {
        Checks.that(mae.isPresent() == whyNot.isEmpty(), "mae must be given, or whyNot: " + method);
        mae.ifPresent(value -> Checks.inRange(value, 0, Double.MAX_VALUE, "mae"));
    }
}
