package io.coaching.stats;

import io.coaching.internal.check.Checks;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Two independent proportions against each other: first minus second.
 *
 * <p>Edge cases: both need a trial. Not for the same people before and after (pairs), nor for samples that overlap. O(1).
 *
 * <p>Example: 56 of 70 against 48 of 80: 0.2, Newcombe's limits at 0.95 are 0.0524 and 0.3339.
 *
 * @param successes1 the successes of the first
 * @param trials1 the trials of the first, at least 1
 * @param successes2 the successes of the second
 * @param trials2 the trials of the second, at least 1
 */
public record ProportionDifference(long successes1, long trials1, long successes2, long trials2) {
    /**
     * Checks the counts.
     *
     * @param successes1 the successes of the first
     * @param trials1 the trials of the first, at least 1
     * @param successes2 the successes of the second
     * @param trials2 the trials of the second, at least 1
     */
    public ProportionDifference {
        Checks.atLeast(trials1, 1, "trials1");
        Checks.atLeast(trials2, 1, "trials2");
        Arguments.counts(successes1, trials1);
        Arguments.counts(successes2, trials2);
    }

    /**
     * The difference of the proportions.
     *
     * @return first minus second, between -1 and 1
     */
    public double difference() {
        return (double) successes1 / trials1 - (double) successes2 / trials2;
    }

    /**
     * Newcombe's hybrid score limits of the difference: Wilson's limits of each, squared and added
     * (1998, doi:10.1002/(SICI)1097-0258(19980430)17:8&lt;873::AID-SIM779&gt;3.0.CO;2-I, method 10).
     *
     * @param level the confidence level, such as 0.95
     * @return the limits, within -1..1
     */
    public Limits newcombe(double level) {
        Limits first = ProportionInterval.WILSON.of(successes1, trials1, level).orElseThrow();
        Limits second = ProportionInterval.WILSON.of(successes2, trials2, level).orElseThrow();
        double p1 = (double) successes1 / trials1;
        double p2 = (double) successes2 / trials2;
        double d = p1 - p2;
        double low = d - StrictMath.hypot(p1 - first.low(), second.high() - p2);
        double high = d + StrictMath.hypot(first.high() - p1, p2 - second.low());
        return new Limits(Math.max(-1, low), Math.min(1, high), level);
    }

    /**
     * The pooled z test of no difference, without continuity correction; its square is the chi-square of the 2 x 2 table.
     *
     * @return the test, two-sided; empty if all trials succeeded or all failed
     */
    public Optional<TestResult> pooledZ() {
        double n1 = trials1;
        double n2 = trials2;
        double pooled = ((double) successes1 + successes2) / (n1 + n2);
        double variance = pooled * (1 - pooled) * (1 / n1 + 1 / n2);
        if (!(variance > 0)) {
            return Optional.empty();
        }
        double z = difference() / Math.sqrt(variance);
        double p = 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z));
        return Optional.of(new TestResult(z, 1, Math.min(1, p)));
    }
}
