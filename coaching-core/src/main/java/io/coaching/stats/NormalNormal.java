package io.coaching.stats;

import io.coaching.internal.check.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Empirical Bayes for means with known variances: estimates are normal about true values, which are normal among peers (the
 * random-effects model of meta-analysis).
 *
 * <p>Question: an average deal of 2,900 with standard error 400, against peers with theirs: what is the true average, is it
 * below theirs? It takes any estimate with a variance: a mean, a {@link RatioOfSums}, a log of a rate. Default: {@link
 * Estimator#UNIFORM_SHRINKAGE}.
 *
 * <p>Edge cases: every variance is finite and above 0; fewer than two groups give no prior. Variances are taken as known: with
 * fewer than some ten observations behind one, pool them first. O(g) for a fit.
 *
 * <p>Example: the 13 BCG trials (log risk ratios): REML tau squared 0.3132, mean -0.7145 with standard error 0.1798;
 * DerSimonian and Laird 0.3088.
 */
public final class NormalNormal {
    private static final NormalNormal DEFAULT = new NormalNormal(Estimator.UNIFORM_SHRINKAGE);
    private static final double END = 8;
    private static final double STEP = 0.25;
    private static final int NODES = (int) (2 * END / STEP) + 1;
    private static final double NEGLIGIBLE = 1e-8;

    private final Estimator estimator;

    private NormalNormal(Estimator estimator) {
        this.estimator = estimator;
    }

    /** How the variance between peers is estimated. */
    public enum Estimator {
        /**
         * It is integrated out, and so is the mean: the weight {@code B = s / (s + tau^2)}, s the harmonic mean of the
         * variances, is uniform between 0 and 1 beforehand, the mean flat (Daniels 1999, doi:10.2307/3316112). Neither collapses
         * nor explodes in small groups. On a grid of log odds of B; the mean exactly. The default.
         */
        UNIFORM_SHRINKAGE,
        /** Restricted maximum likelihood (Viechtbauer 2005, doi:10.3102/10769986030003261), plugged in; it can be 0. */
        REML,
        /** DerSimonian and Laird's moments (1986, doi:10.1016/0197-2456(86)90046-2), plugged in; it can be 0. */
        DERSIMONIAN_LAIRD
    }

    /**
     * The default: {@link Estimator#UNIFORM_SHRINKAGE}.
     *
     * @return the default
     */
    public static NormalNormal withDefaults() {
        return DEFAULT;
    }

    /**
     * The same with another estimator.
     *
     * @param other the estimator
     * @return a new question
     */
    public NormalNormal with(Estimator other) {
        return new NormalNormal(other);
    }

    /**
     * Fits the prior to peers.
     *
     * @param estimates the estimate of each peer, the subject not among them, finite
     * @param variances the squared standard error of each, above 0
     * @return the prior; empty if there are fewer than two peers
     */
    public Optional<Prior> fit(double[] estimates, double[] variances) {
        return everyone(estimates, variances).all();
    }

    /**
     * Prepares the priors of everyone in a group, each without the own figures.
     *
     * @param estimates the estimate of each member, finite
     * @param variances the squared standard error of each, above 0
     * @return the priors
     */
    public Priors everyone(double[] estimates, double[] variances) {
        Checks.sameLength(estimates.length, "estimates", variances.length, "variances");
        Arguments.finite(estimates, "estimates");
        for (int i = 0; i < variances.length; i++) {
            if (!(variances[i] > 0 && Double.isFinite(variances[i]))) {
                throw new IllegalArgumentException(
                        "variances[" + i + "] must be finite and above 0: " + variances[i]
                                + "\nMaybe one observation, or equal ones, stand behind it: leave the member out, or pool variances");
            }
        }
        return new Priors(estimator, estimates.clone(), variances.clone());
    }

    /**
     * The priors of a whole group, in turn: for each member the one that the others alone give. With {@link
     * Estimator#UNIFORM_SHRINKAGE} and {@link Estimator#DERSIMONIAN_LAIRD} each takes constant time after O(g); REML takes some
     * forty passes each.
     */
    public static final class Priors {
        private final Estimator estimator;
        private final double[] y;
        private final double[] v;
        private final double origin;
        private final double typical;
        private final Sums[] grid;

        Priors(Estimator estimator, double[] y, double[] v) {
            this.estimator = estimator;
            this.y = y;
            this.v = v;
            double sum = 0;
            double inverse = 0;
            for (int i = 0; i < y.length; i++) {
                sum += y[i] / v[i];
                inverse += 1 / v[i];
            }
            // Sums run about a point among the data: far from it their digits would cancel.
            this.origin = y.length == 0 ? 0 : sum / inverse;
            this.typical = y.length == 0 ? 1 : y.length / inverse;
            this.grid = new Sums[estimator == Estimator.UNIFORM_SHRINKAGE ? NODES : 1];
            for (int g = 0; g < grid.length; g++) {
                grid[g] = new Sums(estimator == Estimator.UNIFORM_SHRINKAGE ? tauSquared(g) : 0);
            }
        }

        /** What a fit needs to know of the groups at one variance between them. */
        private final class Sums {
            final double tauSquared;
            double w;
            double wy;
            double wyy;
            double ww;
            double logW;

            Sums(double tauSquared) {
                this.tauSquared = tauSquared;
                for (int i = 0; i < y.length; i++) {
                    add(i, 1);
                }
            }

            Sums(Sums all, int without) {
                this.tauSquared = all.tauSquared;
                this.w = all.w;
                this.wy = all.wy;
                this.wyy = all.wyy;
                this.ww = all.ww;
                this.logW = all.logW;
                if (without >= 0) {
                    add(without, -1);
                }
            }

            private void add(int i, int sign) {
                double weight = 1 / (v[i] + tauSquared);
                double off = y[i] - origin;
                w += sign * weight;
                wy += sign * weight * off;
                wyy += sign * weight * off * off;
                ww += sign * weight * weight;
                logW += sign * StrictMath.log(weight);
            }

            double mean() {
                return origin + wy / w;
            }

            double residual() {
                return Math.max(0, wyy - wy * wy / w);
            }

            double restrictedLogLikelihood() {
                return 0.5 * (logW - StrictMath.log(w) - residual());
            }
        }

        private double tauSquared(int g) {
            return typical * StrictMath.exp(theta(g));
        }

        private static double theta(int g) {
            return -END + STEP * g;
        }

        /**
         * The prior of all members together.
         *
         * @return the prior; empty if there are fewer than two
         */
        public Optional<Prior> all() {
            return fit(-1);
        }

        /**
         * The prior of all members but one.
         *
         * @param i the index of the member left out, in the arrays given
         * @return the prior; empty if there are fewer than two others
         */
        public Optional<Prior> without(int i) {
            if (i < 0 || i >= y.length) {
                throw new IllegalArgumentException("i must be in 0.." + (y.length - 1) + ": " + i);
            }
            return fit(i);
        }

        private Optional<Prior> fit(int without) {
            int groups = y.length - (without >= 0 ? 1 : 0);
            if (groups < 2) {
                return Optional.empty();
            }
            return Optional.of(
                    switch (estimator) {
                        case UNIFORM_SHRINKAGE -> integrated(without, groups);
                        case REML -> plugIn(without, groups, reml(without));
                        case DERSIMONIAN_LAIRD -> plugIn(without, groups, derSimonianLaird(without, groups));
                    });
        }

        private double derSimonianLaird(int without, int groups) {
            Sums fixed = new Sums(grid[0], without);
            return Math.max(0, (fixed.residual() - (groups - 1)) / (fixed.w - fixed.ww / fixed.w));
        }

        private double reml(int without) {
            double most = 4 * Math.max(new Sums(grid[0], without).residual(), 1) * typical;
            double low = StrictMath.log(typical) - 25;
            double theta = ConjugateEstimation.maximum(
                    t -> new Sums(new Sums(StrictMath.exp(t)), without).restrictedLogLikelihood(),
                    low,
                    Math.max(low + 30, StrictMath.log(most)));
            double tauSquared = StrictMath.exp(theta);
            double inside = new Sums(new Sums(tauSquared), without).restrictedLogLikelihood();
            double atZero = new Sums(grid[0], without).restrictedLogLikelihood();
            return inside > atZero + 1e-9 ? tauSquared : 0;
        }

        private Prior plugIn(int without, int groups, double tauSquared) {
            Sums sums = new Sums(new Sums(tauSquared), without);
            return new Prior(
                    estimator,
                    groups,
                    new double[] {1},
                    new double[] {sums.mean()},
                    new double[] {1 / sums.w},
                    new double[] {tauSquared},
                    false);
        }

        private Prior integrated(int without, int groups) {
            double[] log = new double[NODES];
            double[] mean = new double[NODES];
            double[] variance = new double[NODES];
            double[] tauSquared = new double[NODES];
            for (int g = 0; g < NODES; g++) {
                Sums sums = new Sums(grid[g], without);
                double theta = theta(g);
                log[g] = sums.restrictedLogLikelihood()
                        - Math.abs(theta)
                        - 2 * StrictMath.log1p(StrictMath.exp(-Math.abs(theta)));
                mean[g] = sums.mean();
                variance[g] = 1 / sums.w;
                tauSquared[g] = sums.tauSquared;
            }
            return new Prior(estimator, groups, weights(log), mean, variance, tauSquared, true);
        }
    }

    private static double[] weights(double[] log) {
        double[] weights = PeerPrior.weights(log);
        for (int g = 0; g < weights.length; g++) {
            weights[g] = weights[g] < NEGLIGIBLE ? 0 : weights[g];
        }
        return weights;
    }

    /**
     * What the peers say about a mean before the person's own figures are seen.
     *
     * <p>Where the variance between peers is plugged in, so is their mean, and a posterior is {@code mean + tau^2 / (tau^2 +
     * variance) (estimate - mean)}; where it is integrated, the uncertainty of both is in every answer.
     */
    public static final class Prior {
        private final Estimator estimator;
        private final int groups;
        private final double[] weights;
        private final double[] means;
        private final double[] meanVariances;
        private final double[] tauSquared;
        private final boolean integrated;

        Prior(
                Estimator estimator,
                int groups,
                double[] weights,
                double[] means,
                double[] meanVariances,
                double[] tauSquared,
                boolean integrated) {
            this.estimator = estimator;
            this.groups = groups;
            this.weights = weights;
            this.means = means;
            this.meanVariances = meanVariances;
            this.tauSquared = tauSquared;
            this.integrated = integrated;
        }

        /**
         * How it was estimated.
         *
         * @return the estimator
         */
        public Estimator estimator() {
            return estimator;
        }

        /**
         * On how many peers it rests.
         *
         * @return the number of groups, at least 2
         */
        public int groups() {
            return groups;
        }

        /**
         * The mean of the peers' true values, which is their median too.
         *
         * @return the mean
         */
        public double mean() {
            double sum = 0;
            for (int g = 0; g < weights.length; g++) {
                sum += weights[g] * means[g];
            }
            return sum;
        }

        /**
         * How well that mean is known.
         *
         * @return its standard error, or posterior standard deviation where integrated
         */
        public double meanStandardError() {
            double mean = mean();
            double sum = 0;
            for (int g = 0; g < weights.length; g++) {
                double off = means[g] - mean;
                sum += weights[g] * (meanVariances[g] + off * off);
            }
            return Math.sqrt(sum);
        }

        /**
         * The variance of the peers' true values.
         *
         * @return tau squared, or its posterior mean where integrated
         */
        public double tauSquared() {
            double sum = 0;
            for (int g = 0; g < weights.length; g++) {
                sum += weights[g] * tauSquared[g];
            }
            return sum;
        }

        /**
         * Whether the peers differ no more than chance explains, as far as the estimator can tell.
         *
         * @return true if tau squared is 0
         */
        public boolean isHomogeneous() {
            return tauSquared() == 0;
        }

        /**
         * The distribution of a peer's true value.
         *
         * @return a normal, a mixture of them, or a point
         */
        public Distribution prior() {
            return mixture(weights, 0, Double.POSITIVE_INFINITY);
        }

        /**
         * What is believed of a person's true value.
         *
         * @param estimate the person's estimate
         * @param variance its squared standard error, above 0
         * @return the posterior; a point if the peers are homogeneous
         */
        public Distribution posterior(double estimate, double variance) {
            check(estimate, variance);
            return mixture(updated(estimate, variance), estimate, variance);
        }

        /**
         * The probability that a person's true value lies below the median of the peers' true values, both unknown.
         *
         * @param estimate the person's estimate
         * @param variance its squared standard error, above 0
         * @return the probability; 0.5 if the peers are homogeneous, since then all are level
         */
        public double probabilityBelowPeers(double estimate, double variance) {
            return probabilityBelowPeersBy(0, estimate, variance);
        }

        /**
         * The probability that a person's true value lies below the peers' median plus an offset.
         *
         * @param offset what is added to the median; negative for a gap that matters
         * @param estimate the person's estimate
         * @param variance its squared standard error, above 0
         * @return the probability
         */
        public double probabilityBelowPeersBy(double offset, double estimate, double variance) {
            Checks.finite(offset, "offset");
            check(estimate, variance);
            double[] updated = updated(estimate, variance);
            double sum = 0;
            for (int g = 0; g < updated.length; g++) {
                if (updated[g] > 0) {
                    // The person's distance from the peers' mean, given the estimate: mean and distance are drawn from
                    // one
                    // normal distribution, of which the estimate is a sum with noise.
                    double uncertain = integrated ? meanVariances[g] : 0;
                    double share = tauSquared[g] / (tauSquared[g] + uncertain + variance);
                    double distance = share * (estimate - means[g]);
                    double spread = tauSquared[g] * (1 - share);
                    sum += updated[g]
                            * (spread > 0
                                    ? NormalDistribution.of(distance, Math.sqrt(spread))
                                            .cumulativeProbability(offset)
                                    : new Distribution.Point(distance).probabilityBelow(offset));
                }
            }
            return Math.min(1, sum);
        }

        private static void check(double estimate, double variance) {
            Checks.finite(estimate, "estimate");
            Checks.that(variance > 0 && Double.isFinite(variance), "variance must be finite and above 0: " + variance);
        }

        private double[] updated(double estimate, double variance) {
            if (weights.length == 1) {
                return weights;
            }
            double[] log = new double[weights.length];
            for (int g = 0; g < log.length; g++) {
                double total = variance + tauSquared[g] + meanVariances[g];
                double off = estimate - means[g];
                log[g] = StrictMath.log(weights[g]) - 0.5 * (StrictMath.log(total) + off * off / total);
            }
            return weights(log);
        }

        private Distribution mixture(double[] given, double estimate, double variance) {
            List<Double> shares = new ArrayList<>();
            List<Distribution> parts = new ArrayList<>();
            for (int g = 0; g < given.length; g++) {
                if (given[g] > 0) {
                    double own = tauSquared[g] + (integrated ? meanVariances[g] : 0);
                    shares.add(given[g]);
                    if (own == 0) {
                        parts.add(new Distribution.Point(means[g]));
                    } else if (variance == Double.POSITIVE_INFINITY) {
                        parts.add(new Distribution.Normal(means[g], Math.sqrt(own)));
                    } else {
                        double share = own / (own + variance);
                        parts.add(new Distribution.Normal(
                                means[g] + share * (estimate - means[g]), Math.sqrt(share * variance)));
                    }
                }
            }
            return parts.size() == 1 ? parts.get(0) : new Distribution.Mixture(shares, parts);
        }

        @Override
        public String toString() {
            return "Prior[" + estimator + ", groups=" + groups + ", mean=" + mean() + ", tauSquared=" + tauSquared()
                    + "]";
        }
    }
}
