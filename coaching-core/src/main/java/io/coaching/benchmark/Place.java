package io.coaching.benchmark;

import io.coaching.base.Reason;
import io.coaching.stats.Distribution;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Everything that was found about one person on one KPI, as numbers. All results are made of it.
 *
 * @param peers how many peers had evidence
 * @param value the value compared; for totals, for a unit of exposure
 * @param n what it stands on
 * @param percentile the percentile rank among the peers, higher is better
 * @param z the robust z against the peers, positive is better
 * @param median the peers' median
 * @param lower their lower quartile
 * @param upper their upper quartile
 * @param belief what the model says, where there is one
 * @param verdict what was decided
 */
record Place(
        int peers,
        OptionalDouble value,
        long n,
        OptionalDouble percentile,
        OptionalDouble z,
        OptionalDouble median,
        OptionalDouble lower,
        OptionalDouble upper,
        Optional<Belief> belief,
        Verdict verdict) {

    /**
     * What the model says of a true value.
     *
     * @param mean the value drawn towards the peers
     * @param sd its posterior standard deviation
     * @param peerMedian the median of the peers' true values
     * @param behind the probability that the true value is worse than that median
     * @param material the least gap that matters
     * @param posterior all that is believed; kept only where it is asked for
     */
    record Belief(
            double mean,
            double sd,
            double peerMedian,
            double behind,
            double material,
            Optional<Distribution> posterior) {
        double gap() {
            return mean - peerMedian;
        }
    }

    Optional<Reason> whyNoVerdict() {
        return verdict.reason();
    }
}
