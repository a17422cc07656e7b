package io.coaching.stats;

import io.coaching.internal.check.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What the peers say about a rate before the person's own figures are seen: the distribution of true rates among them, as
 * {@link BetaBinomial} or {@link GammaPoisson} fitted it.
 *
 * <p>A size is a number of trials for the one and an exposure for the other. Everything asked of it combines prior and data by
 * Bayes' rule; where the hyper-parameters were integrated out, the person's data also say which of them are likely. A query
 * costs some hundred incomplete beta or gamma functions where they were integrated out, otherwise one.
 */
public final class PeerPrior {
    private static final double NEGLIGIBLE = 1e-6;

    private final ConjugatePair pair;
    private final PriorEstimator estimator;
    private final int groups;
    private final double[] logWeights;
    private final double[] centres;
    private final double[] means;
    private final double[] logBases;
    private final double[] precisions;
    private final OptionalDouble logLikelihood;

    private PeerPrior(
            ConjugatePair pair,
            PriorEstimator estimator,
            int groups,
            double[] logWeights,
            double[] centres,
            double[] means,
            double[] precisions,
            OptionalDouble logLikelihood) {
        this.pair = pair;
        this.estimator = estimator;
        this.groups = groups;
        this.logWeights = logWeights;
        this.centres = centres;
        this.means = means;
        this.precisions = precisions;
        this.logBases = new double[precisions.length];
        for (int g = 0; precisions.length > 1 && g < precisions.length; g++) {
            logBases[g] = pair.logBase(centres[g], precisions[g]);
        }
        this.logLikelihood = logLikelihood;
    }

    static PeerPrior plugIn(
            ConjugatePair pair,
            PriorEstimator estimator,
            int groups,
            double mean,
            double precision,
            double logLikelihood) {
        return new PeerPrior(
                pair,
                estimator,
                groups,
                new double[1],
                new double[] {mean > 0 ? pair.centreOf(mean) : 0},
                new double[] {mean},
                new double[] {precision},
                OptionalDouble.of(logLikelihood));
    }

    static PeerPrior integrated(
            ConjugatePair pair, int groups, double[] weights, double[] centres, double[] precisions) {
        double[] logWeights = new double[weights.length];
        double[] means = new double[weights.length];
        for (int g = 0; g < weights.length; g++) {
            logWeights[g] = StrictMath.log(weights[g]);
            means[g] = pair.mean(centres[g]);
        }
        return new PeerPrior(
                pair,
                PriorEstimator.UNIFORM_SHRINKAGE,
                groups,
                logWeights,
                centres,
                means,
                precisions,
                OptionalDouble.empty());
    }

    /**
     * How it was estimated.
     *
     * @return the estimator
     */
    public PriorEstimator estimator() {
        return estimator;
    }

    /**
     * On how many peers it rests.
     *
     * @return the number of groups with a trial or exposure, at least 2
     */
    public int groups() {
        return groups;
    }

    /**
     * Whether the peers differ no more than chance explains, as far as the estimator can tell: then prior and posteriors are
     * points. Never with {@link PriorEstimator#UNIFORM_SHRINKAGE}.
     *
     * @return true if no spread was found
     */
    public boolean isHomogeneous() {
        return precisions[0] == Double.POSITIVE_INFINITY;
    }

    /**
     * The distribution of a peer's true rate.
     *
     * @return a beta or gamma, a mixture of them, or a point
     */
    public Distribution prior() {
        return mixture(weights(logWeights), 0, 0);
    }

    /**
     * The expected true rate of a peer.
     *
     * @return the mean
     */
    public double mean() {
        double[] weights = weights(logWeights);
        double mean = 0;
        for (int g = 0; g < weights.length; g++) {
            mean += weights[g] * means[g];
        }
        return mean;
    }

    /**
     * How far true rates differ between peers.
     *
     * @return their standard deviation, the root of its expected square where it was integrated; 0 if homogeneous
     */
    public double betweenSd() {
        double[] weights = weights(logWeights);
        double variance = 0;
        for (int g = 0; g < weights.length; g++) {
            variance += weights[g] * pair.varianceBetween(means[g], precisions[g]);
        }
        return Math.sqrt(variance);
    }

    /**
     * What the prior weighs, in trials or exposure of one's own: alpha + beta of a beta, the rate of a gamma.
     *
     * @return the precision; empty if it is without bound (homogeneous) or was integrated out
     */
    public OptionalDouble precision() {
        return precisions.length > 1 || isHomogeneous() ? OptionalDouble.empty() : OptionalDouble.of(precisions[0]);
    }

    /**
     * The marginal log likelihood of the peers at the estimate, without terms that have no parameter (binomial coefficients).
     *
     * @return the log likelihood; empty if the hyper-parameters were integrated out
     */
    public OptionalDouble logLikelihood() {
        return logLikelihood;
    }

    /**
     * What is believed of a person's true rate.
     *
     * @param count the person's successes or events, 0 or more
     * @param size the person's trials or exposure, 0 or more; 0 gives the prior
     * @return the posterior
     */
    public Distribution posterior(long count, double size) {
        check(count, size);
        return mixture(updated(count, size), count, size);
    }

    /**
     * The median of the peers' true rates.
     *
     * @return the median of the fitted distribution, averaged over the hyper-parameters where they were integrated; by Kerman's
     *     (2011) and Wilson and Hilferty's (1931) approximations where the shapes exceed 1
     */
    public double peerMedian() {
        double[] weights = weights(logWeights);
        double median = 0;
        for (int g = 0; g < weights.length; g++) {
            median += weights[g] * medianAt(g);
        }
        return median;
    }

    /**
     * The probability that a person's true rate lies below the median of the peers' true rates, both unknown.
     *
     * @param count the person's successes or events, 0 or more
     * @param size the person's trials or exposure, 0 or more; 0 gives about 0.5
     * @return the probability; 0.5 if homogeneous, since then all are level
     */
    public double probabilityBelowPeers(long count, double size) {
        check(count, size);
        return probabilityBelowPeersBy(1, 0, count, size);
    }

    /**
     * The probability that a person's true rate lies below a line drawn from the peers' median, {@code factor * median +
     * offset}: for gaps that matter, such as 10 % (factor 0.9) or two points (offset -0.02) below.
     *
     * @param factor what the median is multiplied by
     * @param offset what is added then
     * @param count the person's successes or events, 0 or more
     * @param size the person's trials or exposure, 0 or more
     * @return the probability of lying below that line
     */
    public double probabilityBelowPeersBy(double factor, double offset, long count, double size) {
        Checks.finite(factor, "factor");
        Checks.finite(offset, "offset");
        check(count, size);
        double[] weights = updated(count, size);
        double sum = 0;
        for (int g = 0; g < weights.length; g++) {
            if (weights[g] > 0) {
                double line = factor * medianAt(g) + offset;
                sum += weights[g] * posteriorAt(g, count, size).probabilityBelow(line);
            }
        }
        return Math.min(1, sum);
    }

    private void check(long count, double size) {
        Checks.atLeast(count, 0, "count");
        Checks.inRange(size, 0, Double.MAX_VALUE, "size");
        if (pair == ConjugatePair.BETA_BINOMIAL) {
            Checks.that(count <= size, "successes must not exceed trials: " + count + " of " + size);
        } else {
            Checks.that(count == 0 || size > 0, "events need an exposure above 0: " + count + " in " + size);
        }
    }

    private double[] updated(long count, double size) {
        if (logWeights.length == 1) {
            return new double[] {1};
        }
        double[] log = logWeights.clone();
        for (int g = 0; g < log.length; g++) {
            log[g] += pair.logLikelihood(centres[g], precisions[g], logBases[g], (double) count, size);
        }
        return weights(log);
    }

    static double[] weights(double[] log) {
        double most = Double.NEGATIVE_INFINITY;
        for (double each : log) {
            most = Math.max(most, each);
        }
        double[] weights = new double[log.length];
        double sum = 0;
        for (int g = 0; g < log.length; g++) {
            double weight = StrictMath.exp(log[g] - most);
            if (weight > NEGLIGIBLE) {
                weights[g] = weight;
                sum += weight;
            }
        }
        for (int g = 0; g < log.length; g++) {
            weights[g] /= sum;
        }
        return weights;
    }

    private Distribution mixture(double[] weights, long count, double size) {
        if (weights.length == 1) {
            return posteriorAt(0, count, size);
        }
        List<Double> parts = new ArrayList<>();
        List<Distribution> distributions = new ArrayList<>();
        for (int g = 0; g < weights.length; g++) {
            if (weights[g] > 0) {
                parts.add(weights[g]);
                distributions.add(posteriorAt(g, count, size));
            }
        }
        return new Distribution.Mixture(parts, distributions);
    }

    private Distribution posteriorAt(int g, long count, double size) {
        return isHomogeneous()
                ? new Distribution.Point(means[g])
                : pair.posterior(means[g], precisions[g], (double) count, size);
    }

    private double medianAt(int g) {
        return isHomogeneous() ? means[g] : pair.medianOfPrior(means[g], precisions[g]);
    }

    @Override
    public String toString() {
        return "PeerPrior[" + estimator + ", groups=" + groups + ", mean=" + mean() + ", betweenSd=" + betweenSd()
                + "]";
    }
}
