package io.coaching.stats;

import java.util.Arrays;
import java.util.Optional;

/**
 * Empirical Bayes for proportions: successes are binomial, true rates are beta distributed among peers.
 *
 * <p>Question: given 3 wins of 4 and twenty peers, what is the true win rate, and is it below theirs? The raw rate of 0.75 says
 * little; drawn towards the peers by as much as they are alike, it says what can be said. Default: {@link
 * PriorEstimator#UNIFORM_SHRINKAGE}; see there why.
 *
 * <p>Edge cases: members without a trial are passed over; fewer than two with one give no prior; successes everywhere or
 * nowhere are fine. It is not for rates whose denominators are amounts (see {@link RatioOfSums} with {@link NormalNormal}).
 * The order of the groups can reach the last bits of an answer: keep it fixed.
 *
 * <p>Example: Efron and Morris' 18 batters of 45 at bats: raw moments give Beta(10.41, 28.80), under which 18 hits mean 0.337;
 * maximum likelihood gives Beta(210.6, 582.7), since the rates differ hardly more than chance explains.
 */
public final class BetaBinomial {
    private static final BetaBinomial DEFAULT = new BetaBinomial(PriorEstimator.DEFAULT);

    private final PriorEstimator estimator;

    private BetaBinomial(PriorEstimator estimator) {
        this.estimator = estimator;
    }

    /**
     * The default: {@link PriorEstimator#UNIFORM_SHRINKAGE}.
     *
     * @return the default
     */
    public static BetaBinomial withDefaults() {
        return DEFAULT;
    }

    /**
     * The same with another estimator.
     *
     * @param other the estimator
     * @return a new question
     */
    public BetaBinomial with(PriorEstimator other) {
        return new BetaBinomial(other);
    }

    /**
     * Fits the prior to peers.
     *
     * @param successes the successes of each peer, the subject not among them
     * @param trials the trials of each peer
     * @return the prior; empty if fewer than two peers have a trial
     */
    public Optional<PeerPrior> fit(long[] successes, long[] trials) {
        return everyone(successes, trials).all();
    }

    /**
     * Prepares the priors of everyone in a group, each without the own figures.
     *
     * @param successes the successes of each member
     * @param trials the trials of each member
     * @return the priors
     */
    public PeerPriors everyone(long[] successes, long[] trials) {
        Arguments.counts(successes, trials);
        return new PeerPriors(
                ConjugatePair.BETA_BINOMIAL,
                estimator,
                Arrays.stream(successes).asDoubleStream().toArray(),
                Arrays.stream(trials).asDoubleStream().toArray());
    }
}
