package io.coaching.stats;

import io.coaching.internal.check.Checks;
import java.util.Arrays;
import java.util.Optional;

/**
 * Empirical Bayes for rates over an exposure: events are Poisson, true rates are gamma distributed among peers (the marginal is
 * negative binomial).
 *
 * <p>Question: 12 meetings in 8 working days against peers with sixty days each: what is the true rate, is it below theirs?
 * Default: {@link PriorEstimator#UNIFORM_SHRINKAGE}; see there why.
 *
 * <p>Edge cases: members without exposure are passed over and must have no event; fewer than two with exposure give no prior;
 * no event anywhere is fine. Events that come in bursts vary more than Poisson's and are drawn in too little. The order of the
 * groups can reach the last bits of an answer: keep it fixed.
 *
 * <p>Example: 5, 1, 5, 14, 3, 19, 1, 1, 4, 22 failures of ten pumps in 94.3, 15.7, 62.9, 126, 5.24, 31.4, 1.05, 1.05, 2.1, 10.5
 * thousand hours (Gaver and O'Muircheartaigh 1987): maximum likelihood gives Gamma(0.823, 1.262).
 */
public final class GammaPoisson {
    private static final GammaPoisson DEFAULT = new GammaPoisson(PriorEstimator.DEFAULT);

    private final PriorEstimator estimator;

    private GammaPoisson(PriorEstimator estimator) {
        this.estimator = estimator;
    }

    /**
     * The default: {@link PriorEstimator#UNIFORM_SHRINKAGE}.
     *
     * @return the default
     */
    public static GammaPoisson withDefaults() {
        return DEFAULT;
    }

    /**
     * The same with another estimator.
     *
     * @param other the estimator
     * @return a new question
     */
    public GammaPoisson with(PriorEstimator other) {
        return new GammaPoisson(other);
    }

    /**
     * Fits the prior to peers.
     *
     * @param events the events of each peer, the subject not among them
     * @param exposures the exposure of each peer
     * @return the prior; empty if fewer than two peers have exposure
     */
    public Optional<PeerPrior> fit(long[] events, double[] exposures) {
        return everyone(events, exposures).all();
    }

    /**
     * Prepares the priors of everyone in a group, each without the own figures.
     *
     * @param events the events of each member, 0 or more; 0 where there is no exposure
     * @param exposures the exposure of each member, 0 or more
     * @return the priors
     */
    public PeerPriors everyone(long[] events, double[] exposures) {
        Checks.sameLength(events.length, "events", exposures.length, "exposures");
        Arguments.nonNegative(exposures, "exposures");
        for (int i = 0; i < events.length; i++) {
            Checks.atLeast(events[i], 0, "events[" + i + "]");
            if (events[i] > 0 && exposures[i] == 0) {
                throw new IllegalArgumentException(
                        "events[" + i + "] must be 0 where there is no exposure: " + events[i]);
            }
        }
        return new PeerPriors(
                ConjugatePair.GAMMA_POISSON,
                estimator,
                Arrays.stream(events).asDoubleStream().toArray(),
                exposures.clone());
    }
}
