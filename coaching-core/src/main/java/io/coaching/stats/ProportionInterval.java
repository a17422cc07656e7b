package io.coaching.stats;

import io.coaching.internal.check.Checks;
import java.util.Optional;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * Limits of a proportion, for x successes of n trials.
 *
 * <p>The default is {@link #WILSON}: close to its level on average at any n, and never beyond 0 or 1 (Brown, Cai and DasGupta
 * 2001, doi:10.1214/ss/1009213286). Take {@link #JEFFREYS} to read the limits as a probability about the rate,
 * {@link #CLOPPER_PEARSON} where coverage must never fall below the level. Edge cases: with no trial there are no limits; with
 * 0 successes the lower limit is 0, with n of n the upper is 1. O(1).
 *
 * <p>Example: 81 of 263 at 0.95 by Wilson: 0.2553 to 0.3662; 0 of 20: 0 to 0.1611 (Newcombe 1998,
 * doi:10.1002/(SICI)1097-0258(19980430)17:8&lt;857::AID-SIM777&gt;3.0.CO;2-E, table I).
 */
public enum ProportionInterval {
    /** Wilson's score interval (1927): inverts the normal test that uses the hypothetical variance. The default. */
    WILSON,
    /** Wilson's with Yates' continuity correction, Newcombe's method 4 and R's {@code prop.test}: never short, often wide. */
    WILSON_CONTINUITY,
    /** The equal-tailed posterior under Jeffreys' prior, Beta(1/2, 1/2), with the end moved to 0 or 1 at x = 0 or n. */
    JEFFREYS,
    /** Clopper and Pearson's (1934), from exact binomial tails: covers at least at its level. */
    CLOPPER_PEARSON;

    /** What is used where nothing is said: {@link #WILSON}. */
    public static final ProportionInterval DEFAULT = WILSON;

    /**
     * The limits.
     *
     * @param successes the number of successes, between 0 and the trials
     * @param trials the number of trials, at most 2147483647
     * @param level the level, such as 0.95
     * @return the limits, within 0..1; empty if there was no trial
     */
    public Optional<Limits> of(long successes, long trials, double level) {
        Arguments.counts(successes, trials);
        Arguments.level(level);
        Checks.that(trials <= Integer.MAX_VALUE, "trials must be at most " + Integer.MAX_VALUE + ": " + trials);
        if (trials == 0) {
            return Optional.empty();
        }
        return Optional.of(
                switch (this) {
                    case WILSON -> commons(BinomialConfidenceInterval.WILSON_SCORE, successes, trials, level);
                    case JEFFREYS -> commons(BinomialConfidenceInterval.JEFFREYS, successes, trials, level);
                    case CLOPPER_PEARSON ->
                        commons(BinomialConfidenceInterval.CLOPPER_PEARSON, successes, trials, level);
                    case WILSON_CONTINUITY -> withContinuity(successes, trials, level);
                });
    }

    private static Limits commons(BinomialConfidenceInterval method, long successes, long trials, double level) {
        Interval interval = method.fromErrorRate((int) trials, (int) successes, 1 - level);
        // The ends are exact where no success, or nothing else, was seen.
        return new Limits(
                successes == 0 ? 0 : Math.max(0, interval.getLowerBound()),
                successes == trials ? 1 : Math.min(1, interval.getUpperBound()),
                level);
    }

    private static Limits withContinuity(long successes, long trials, double level) {
        double z = Moments.z(level);
        double n = trials;
        double p = successes / n;
        double q = 1 - p;
        double middle = 2 * n * p + z * z;
        double scale = 2 * (n + z * z);
        double below = z * Math.sqrt(Math.max(0, z * z - 2 - 1 / n + 4 * p * (n * q + 1)));
        double above = z * Math.sqrt(Math.max(0, z * z + 2 - 1 / n + 4 * p * (n * q - 1)));
        return new Limits(
                successes == 0 ? 0 : Math.max(0, (middle - 1 - below) / scale),
                successes == trials ? 1 : Math.min(1, (middle + 1 + above) / scale),
                level);
    }
}
