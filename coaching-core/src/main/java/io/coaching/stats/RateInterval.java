package io.coaching.stats;

import io.coaching.internal.check.Checks;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Limits of a Poisson rate, for x events in an exposure (working days, weeks, accounts).
 *
 * <p>They hold where events are independent; calls made in blocks vary more than that, and the limits are then too narrow.
 * Edge cases: with 0 events the lower limit is 0 and the upper is not. O(1).
 *
 * <p>Example: 5 events in exposure 1 at 0.95 by Garwood: 1.6235 to 11.6683.
 */
public enum RateInterval {
    /** Garwood's (1936, doi:10.1093/biomet/28.3-4.437), from exact Poisson tails: covers at least at its level. The default. */
    GARWOOD,
    /** The equal-tailed posterior under Jeffreys' prior, Gamma(x + 1/2): shorter, close to its level on average. */
    JEFFREYS;

    /** What is used where nothing is said: {@link #GARWOOD}. */
    public static final RateInterval DEFAULT = GARWOOD;

    /**
     * The limits.
     *
     * @param events the number of events, 0 or more
     * @param exposure the exposure, more than 0
     * @param level the level, such as 0.95
     * @return the limits of events per unit of exposure
     */
    public Limits of(long events, double exposure, double level) {
        Checks.atLeast(events, 0, "events");
        Checks.that(exposure > 0 && Double.isFinite(exposure), "exposure must be finite and above 0: " + exposure);
        double tail = (1 - Arguments.level(level)) / 2;
        double lowShape = this == GARWOOD ? events : events + 0.5;
        double highShape = this == GARWOOD ? events + 1.0 : events + 0.5;
        double low = events == 0 ? 0 : GammaDistribution.of(lowShape, 1).inverseCumulativeProbability(tail);
        double high = GammaDistribution.of(highShape, 1).inverseSurvivalProbability(tail);
        return new Limits(low / exposure, high / exposure, level);
    }
}
