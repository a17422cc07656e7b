package io.coaching.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coaching.internal.random.DeterministicRandom;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What shrinkage must do whatever the data. */
class ShrinkageProperties {
    /** A group with true rates about 0.4 and up to 60 trials each. */
    private static long[][] group(long seed, int n) {
        DeterministicRandom random = DeterministicRandom.of(seed);
        double precision = Math.exp(1 + 5 * random.nextDouble());
        long[] successes = new long[n];
        long[] trials = new long[n];
        for (int i = 0; i < n; i++) {
            trials[i] = random.nextInt(0, 60);
            successes[i] = random.nextBinomial((int) trials[i], random.nextBeta(0.4 * precision, 0.6 * precision));
        }
        return new long[][] {successes, trials};
    }

    private static long[] without(long[] values, int i) {
        long[] others = new long[values.length - 1];
        System.arraycopy(values, 0, others, 0, i);
        System.arraycopy(values, i + 1, others, i, others.length - i);
        return others;
    }

    // the two share data but not the hyper-prior, so their closeness is measured on given groups; it is no law of all
    // groups
    @Property(tries = 25, seed = "20261122")
    void leavingOneOutEqualsFittingTheOthers(@ForAll long seed, @ForAll @IntRange(min = 4, max = 30) int n) {
        long[][] data = group(seed, n);
        for (PriorEstimator estimator : PriorEstimator.values()) {
            BetaBinomial question = BetaBinomial.withDefaults().with(estimator);
            PeerPriors priors = question.everyone(data[0], data[1]);
            for (int i = 0; i < n; i += 3) {
                var fast = priors.without(i);
                var plain = question.fit(without(data[0], i), without(data[1], i));
                assertThat(fast.isPresent()).isEqualTo(plain.isPresent());
                if (fast.isEmpty()) {
                    continue;
                }
                assertThat(fast.get().groups()).isEqualTo(plain.get().groups());
                double own = fast.get().probabilityBelowPeers(data[0][i], (double) data[1][i]);
                double naive = plain.get().probabilityBelowPeers(data[0][i], (double) data[1][i]);
                // the typical size, and with it the hyper-prior, is that of the whole group
                double tolerance = estimator == PriorEstimator.UNIFORM_SHRINKAGE ? 0.02 : 1e-3;
                assertThat(own).as("%s, %s of %s", estimator, i, n).isCloseTo(naive, within(tolerance));
                assertThat(fast.get().mean()).isCloseTo(plain.get().mean(), within(tolerance / 2));
            }
        }
    }

    @Property(tries = 40)
    void aPosteriorLiesBetweenPriorAndData(@ForAll long seed, @ForAll @IntRange(min = 3, max = 25) int n) {
        long[][] data = group(seed, n);
        for (PriorEstimator estimator : PriorEstimator.values()) {
            if (estimator == PriorEstimator.UNIFORM_SHRINKAGE) {
                continue; // own data also move the hyper-parameters: see below
            }
            BetaBinomial.withDefaults().with(estimator).fit(data[0], data[1]).ifPresent(prior -> {
                for (int x : new int[] {0, 3, 7, 10}) {
                    double mean = prior.posterior(x, 10).mean();
                    assertThat(mean)
                            .isBetween(
                                    Math.min(prior.mean(), x / 10.0) - 1e-12, Math.max(prior.mean(), x / 10.0) + 1e-12);
                }
            });
        }
    }

    @Property(tries = 30)
    void moreSuccessesAreNeverWorse(@ForAll long seed, @ForAll @IntRange(min = 3, max = 25) int n) {
        long[][] data = group(seed, n);
        BetaBinomial.withDefaults().fit(data[0], data[1]).ifPresent(prior -> {
            double last = 1;
            double lastMean = 0;
            for (int x = 0; x <= 20; x += 2) {
                double below = prior.probabilityBelowPeers(x, 20);
                double mean = prior.posterior(x, 20).mean();
                assertThat(below).isBetween(0.0, last + 1e-9);
                assertThat(mean).isGreaterThanOrEqualTo(lastMean - 1e-9);
                last = below;
                lastMean = mean;
            }
        });
    }

    @Property(tries = 30)
    void relabellingSuccessAndFailureMirrors(@ForAll long seed, @ForAll @IntRange(min = 3, max = 25) int n) {
        long[][] data = group(seed, n);
        long[] failures = new long[n];
        Arrays.setAll(failures, i -> data[1][i] - data[0][i]);
        var prior = BetaBinomial.withDefaults().fit(data[0], data[1]);
        var mirror = BetaBinomial.withDefaults().fit(failures, data[1]);
        assertThat(mirror.isPresent()).isEqualTo(prior.isPresent());
        if (prior.isPresent()) {
            assertThat(mirror.get().mean()).isCloseTo(1 - prior.get().mean(), within(1e-9));
            assertThat(mirror.get().probabilityBelowPeers(3, 12))
                    .isCloseTo(1 - prior.get().probabilityBelowPeers(9, 12), within(1e-6));
        }
    }

    @Property(tries = 30)
    void orderOfPeersMovesNothingThatMatters(@ForAll long seed, @ForAll @IntRange(min = 3, max = 25) int n) {
        long[][] data = group(seed, n);
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        DeterministicRandom.of(seed).shuffle(order);
        long[] successes = new long[n];
        long[] trials = new long[n];
        Arrays.setAll(successes, i -> data[0][order[i]]);
        Arrays.setAll(trials, i -> data[1][order[i]]);
        for (PriorEstimator estimator : PriorEstimator.values()) {
            BetaBinomial question = BetaBinomial.withDefaults().with(estimator);
            var a = question.fit(data[0], data[1]).map(p -> p.probabilityBelowPeers(2, 9));
            var b = question.fit(successes, trials).map(p -> p.probabilityBelowPeers(2, 9));
            assertThat(b.isPresent()).isEqualTo(a.isPresent());
            a.ifPresent(p -> assertThat(b.get()).isCloseTo(p, within(1e-6)));
        }
    }

    @Property(tries = 40)
    void meansShiftAndScale(@ForAll long seed, @ForAll @IntRange(min = 3, max = 25) int n) {
        DeterministicRandom random = DeterministicRandom.of(seed);
        double[] y = new double[n];
        double[] v = new double[n];
        double[] movedY = new double[n];
        double[] movedV = new double[n];
        for (int i = 0; i < n; i++) {
            v[i] = 0.2 + random.nextDouble();
            y[i] = random.nextGaussian(5, 1.2);
            movedY[i] = 1000 + 3 * y[i];
            movedV[i] = 9 * v[i];
        }
        for (NormalNormal.Estimator estimator : NormalNormal.Estimator.values()) {
            NormalNormal question = NormalNormal.withDefaults().with(estimator);
            NormalNormal.Prior prior = question.fit(y, v).orElseThrow();
            NormalNormal.Prior moved = question.fit(movedY, movedV).orElseThrow();
            assertThat(moved.mean()).isCloseTo(1000 + 3 * prior.mean(), within(1e-3));
            assertThat(moved.tauSquared())
                    .isCloseTo(9 * prior.tauSquared(), within(1e-3 * (1 + 9 * prior.tauSquared())));
            assertThat(moved.probabilityBelowPeers(1000 + 3 * 4, 9 * 0.3))
                    .isCloseTo(prior.probabilityBelowPeers(4, 0.3), within(1e-3));
            // leaving one out equals fitting the others
            double fast = question.everyone(y, v)
                    .without(0)
                    .map(p -> p.probabilityBelowPeers(y[0], v[0]))
                    .orElse(0.5);
            double naive = question.fit(Arrays.copyOfRange(y, 1, n), Arrays.copyOfRange(v, 1, n))
                    .map(p -> p.probabilityBelowPeers(y[0], v[0]))
                    .orElse(0.5);
            assertThat(fast)
                    .as(estimator.name())
                    .isCloseTo(naive, within(estimator == NormalNormal.Estimator.UNIFORM_SHRINKAGE ? 0.02 : 1e-3));
        }
    }
}
