package io.coaching.stats;

import io.coaching.internal.check.Checks;
import java.util.Arrays;
import java.util.List;

/**
 * Where a smoothing stands between two observations.
 *
 * @param level the level
 * @param trend what the level gains in a step; 0 where there is no trend
 * @param seasonal what each season adds, or multiplies by; that of the next observation first; empty where there are none
 */
public record SmoothingState(double level, double trend, List<Double> seasonal) {
    /**
     * Keeps a copy.
     *
     * @param level the level
     * @param trend what the level gains in a step
     * @param seasonal what each season adds, or multiplies by
     */
    public SmoothingState {
        level = Checks.finite(level, "level");
        trend = Checks.finite(trend, "trend");
        seasonal = List.copyOf(seasonal);
        seasonal.forEach(s -> Checks.finite(s, "seasonal"));
    }

    /**
     * Returns a state.
     *
     * @param level the level
     * @param trend what the level gains in a step; 0 where there is no trend
     * @param seasonal what each season adds, or multiplies by; that of the next observation first
     * @return the state
     */
    public static SmoothingState of(double level, double trend, double... seasonal) {
        return new SmoothingState(level, trend, Arrays.stream(seasonal).boxed().toList());
    }
}
