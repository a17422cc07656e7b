package io.coaching.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import io.coaching.internal.random.DeterministicRandom;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Shrinkage against published figures, and against brute-force integration over fine grids in SciPy. */
class ShrinkageReferenceTest {
    private static final long[] HITS = {18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7};
    private static final double[] BCG = {
        -0.889311333920205,
        -1.58538865720143,
        -1.34807314829969,
        -1.44155119002131,
        -0.217547322211296,
        -0.786115585818864,
        -1.62089822359839,
        0.0119523335238405,
        -0.469417648738149,
        -1.37134480347278,
        -0.339358828338391,
        0.445913400571379,
        -0.0173139482168798
    };
    private static final double[] BCG_VARIANCE = {
        0.325584765003961,
        0.194581121398144,
        0.415367965367965,
        0.0200100319022476,
        0.0512101721696309,
        0.00690561845590876,
        0.223017247572315,
        0.00396157929781773,
        0.056434210463249,
        0.0730247936130289,
        0.0124122139715597,
        0.532505845200153,
        0.0714046596839863
    };
    private static final long[] PUMP_FAILURES = {5, 1, 5, 14, 3, 19, 1, 1, 4, 22};
    private static final double[] PUMP_HOURS = {94.3, 15.7, 62.9, 126, 5.24, 31.4, 1.05, 1.05, 2.1, 10.5};

    private static long[] same(int n, long value) {
        long[] values = new long[n];
        Arrays.fill(values, value);
        return values;
    }

    /** Efron and Morris 1977, Scientific American 236:119: .265 and .212. */
    @Test
    @DisplayName("james-stein-baseball")
    void jamesStein() {
        double[] averages = Arrays.stream(HITS).mapToDouble(h -> h / 45.0).toArray();
        double mean = Moments.of(averages).mean().orElseThrow();
        JamesStein shrunken = JamesStein.of(averages, mean * (1 - mean) / 45).orElseThrow();
        assertThat(shrunken.mean()).isCloseTo(0.265432098765432, within(1e-9));
        assertThat(shrunken.factor()).isCloseTo(0.211653417144266, within(1e-9));
        assertThat(shrunken.estimates())
                .containsExactly(
                        new double[] {
                            0.29391385489966,
                            0.289210445629788,
                            0.284507036359915,
                            0.279803627090043,
                            0.27510021782017,
                            0.27510021782017,
                            0.270396808550298,
                            0.265693399280425,
                            0.260989990010552,
                            0.260989990010552,
                            0.25628658074068,
                            0.25628658074068,
                            0.25628658074068,
                            0.25628658074068,
                            0.25628658074068,
                            0.251583171470807,
                            0.246879762200935,
                            0.242176352931062
                        },
                        within(1e-9));
        assertThat(JamesStein.of(new double[] {1, 2, 3}, 1)).isEmpty();
        assertThat(JamesStein.of(new double[] {1, 1, 1, 1}, 1).orElseThrow().factor())
                .isZero();
        assertThat(JamesStein.of(new double[] {1, 1.1, 1.2, 1}, 9).orElseThrow().factor())
                .isZero();
    }

    /** Data of Efron and Morris 1977; R 4.2.2, maximum likelihood by optim. */
    @Test
    @DisplayName("beta-binomial-baseball")
    void betaBinomial() {
        long[] trials = same(18, 45);
        PeerPrior moments = BetaBinomial.withDefaults()
                .with(PriorEstimator.RAW_MOMENTS)
                .fit(HITS, trials)
                .orElseThrow();
        Distribution.Beta beta = (Distribution.Beta) moments.prior();
        assertThat(beta.alpha()).isCloseTo(10.4064447913742, within(1e-9));
        assertThat(beta.beta()).isCloseTo(28.7992309342682, within(1e-9));
        double[] means = Arrays.stream(HITS)
                .mapToDouble(h -> moments.posterior(h, 45).mean())
                .toArray();
        assertThat(means)
                .containsExactly(
                        new double[] {
                            0.337345963280761,
                            0.325470279232358,
                            0.313594595183955,
                            0.301718911135552,
                            0.289843227087149,
                            0.289843227087149,
                            0.277967543038746,
                            0.266091858990343,
                            0.25421617494194,
                            0.25421617494194,
                            0.242340490893538,
                            0.242340490893538,
                            0.242340490893538,
                            0.242340490893538,
                            0.242340490893538,
                            0.230464806845135,
                            0.218589122796732,
                            0.206713438748329
                        },
                        within(1e-9));
        PeerPrior likely = BetaBinomial.withDefaults()
                .with(PriorEstimator.MAXIMUM_LIKELIHOOD)
                .fit(HITS, trials)
                .orElseThrow();
        beta = (Distribution.Beta) likely.prior();
        assertThat(beta.alpha()).isCloseTo(210.550773045961, withPercentage(0.1));
        assertThat(beta.beta()).isCloseTo(582.685779201046, withPercentage(0.1));
        double coefficients = Arrays.stream(HITS)
                .mapToDouble(h -> org.apache.commons.math3.util.CombinatoricsUtils.binomialCoefficientLog(45, (int) h))
                .sum();
        assertThat(likely.logLikelihood().orElseThrow() + coefficients).isCloseTo(-45.343896255088, within(1e-6));
    }

    /** Colditz et al. 1994; R metafor 3.8-1 rma(), blup(). */
    @Test
    @DisplayName("normal-normal-bcg")
    void normalNormal() {
        NormalNormal.Prior dl = NormalNormal.withDefaults()
                .with(NormalNormal.Estimator.DERSIMONIAN_LAIRD)
                .fit(BCG, BCG_VARIANCE)
                .orElseThrow();
        assertThat(dl.tauSquared()).isCloseTo(0.308760262862376, within(1e-8));
        assertThat(dl.mean()).isCloseTo(-0.714117222073227, within(1e-8));
        assertThat(dl.meanStandardError()).isCloseTo(0.178742089535403, within(1e-8));
        assertThat(shrunken(dl))
                .containsExactly(
                        new double[] {
                            -0.799390973185865,
                            -1.24857356869349,
                            -0.984429013264139,
                            -1.39727718735984,
                            -0.288190429509607,
                            -0.784540524151126,
                            -1.24061173320939,
                            0.0027544402767305,
                            -0.507231548538177,
                            -1.2456355655797,
                            -0.353841954092282,
                            -0.28836447090031,
                            -0.14819135874476
                        },
                        within(1e-8));
        NormalNormal.Prior reml = NormalNormal.withDefaults()
                .with(NormalNormal.Estimator.REML)
                .fit(BCG, BCG_VARIANCE)
                .orElseThrow();
        assertThat(reml.tauSquared()).isCloseTo(0.313243258137274, withPercentage(0.01));
        assertThat(reml.mean()).isCloseTo(-0.714532342158212, withPercentage(0.01));
        assertThat(reml.meanStandardError()).isCloseTo(0.179781516105389, withPercentage(0.01));
        assertThat(shrunken(reml))
                .containsExactly(
                        new double[] {
                            -0.800233561970497,
                            -1.2517059803028,
                            -0.986903093357937,
                            -1.39789769649525,
                            -0.287379806476232,
                            -0.784571533645959,
                            -1.24396346517389,
                            0.00287924789678811,
                            -0.506836359292702,
                            -1.24717301599871,
                            -0.353658400520728,
                            -0.284733712860558,
                            -0.146743069858272
                        },
                        within(1e-4));
    }

    private static double[] shrunken(NormalNormal.Prior prior) {
        double[] means = new double[BCG.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = prior.posterior(BCG[i], BCG_VARIANCE[i]).mean();
        }
        return means;
    }

    @Test
    void pumps() {
        // scipy: optimize.minimize of the negative binomial likelihood; Gaver and O'Muircheartaigh 1987
        PeerPrior likely = GammaPoisson.withDefaults()
                .with(PriorEstimator.MAXIMUM_LIKELIHOOD)
                .fit(PUMP_FAILURES, PUMP_HOURS)
                .orElseThrow();
        Distribution.Gamma gamma = (Distribution.Gamma) likely.prior();
        assertThat(gamma.shape()).isCloseTo(0.82296513, withPercentage(0.01));
        assertThat(gamma.rate()).isCloseTo(1.26165336, withPercentage(0.01));
        // Marshall's moments by numpy: m, A, m / A
        PeerPrior marshall = GammaPoisson.withDefaults()
                .with(PriorEstimator.WEIGHTED_MOMENTS)
                .fit(PUMP_FAILURES, PUMP_HOURS)
                .orElseThrow();
        assertThat(marshall.mean()).isCloseTo(0.2141388761991777, within(1e-12));
        assertThat(marshall.precision()).hasValueCloseTo(1.4174094471495844, within(1e-9));
    }

    /**
     * A 161 x 1401 grid over the log odds of shrinkage and the logit of the mean, with scipy.stats.beta.cdf and ppf: the answer
     * without any of our approximations.
     */
    @ParameterizedTest
    @CsvSource({
        "5, 3, 4, 0.3493148, 0.5984361",
        "5, 0, 3, 0.7907975, 0.3657026",
        "5, 2, 20, 0.9863896, 0.1867924",
        "5, 30, 50, 0.3254333, 0.5838744",
        "20, 3, 4, 0.4690581, 0.6034595",
        "20, 0, 3, 0.5931605, 0.5879504",
        "20, 20, 50, 0.8761418, 0.5426020",
        "20, 40, 50, 0.1158506, 0.6587669",
        "4, 0, 4, 0.5479766, 0.0136741",
        "4, 2, 6, 0.0646070, 0.2195468",
    })
    void integratedProportions(int peers, long successes, double trials, double below, double mean) {
        PeerPrior prior = BetaBinomial.withDefaults()
                .fit(
                        switch (peers) {
                            case 5 -> new long[] {3, 8, 10, 20, 4};
                            case 4 -> new long[] {0, 0, 0, 0};
                            default -> TWENTY;
                        },
                        switch (peers) {
                            case 5 -> new long[] {10, 12, 30, 30, 5};
                            case 4 -> new long[] {5, 8, 3, 10};
                            default -> same(20, 50);
                        })
                .orElseThrow();
        // no success among all peers is where the distribution of their mean is least normal
        assertThat(prior.probabilityBelowPeers(successes, trials)).isCloseTo(below, within(peers == 4 ? 0.05 : 0.003));
        assertThat(prior.posterior(successes, trials).mean()).isCloseTo(mean, within(peers == 4 ? 0.02 : 0.002));
    }

    private static final long[] TWENTY = {30, 27, 33, 29, 31, 25, 35, 28, 32, 30, 26, 34, 29, 31, 30, 24, 36, 30, 27, 33
    };

    @ParameterizedTest
    @CsvSource({"3, 8, 0.7881752, 0.8020493", "20, 8, 0.0373604, 1.7190470", "0, 2, 0.6492766, 0.9041247"})
    void integratedRates(long events, double exposure, double below, double mean) {
        PeerPrior prior = GammaPoisson.withDefaults()
                .fit(new long[] {12, 30, 22, 41, 9, 18}, new double[] {20, 25, 22, 30, 10, 21})
                .orElseThrow();
        assertThat(prior.probabilityBelowPeers(events, exposure)).isCloseTo(below, within(0.003));
        assertThat(prior.posterior(events, exposure).mean()).isCloseTo(mean, withPercentage(0.5));
        assertThat(prior.mean()).isCloseTo(1.0290820, withPercentage(1));
        assertThat(prior.betweenSd()).isCloseTo(0.2385555, withPercentage(4));
    }

    @ParameterizedTest
    @CsvSource({"6, 2, 0.9392856, 8.2649186", "12, 0.5, 0.1917193, 11.5471867", "10, 9, 0.5237315, 10.5429570"})
    void integratedMeans(double estimate, double variance, double below, double mean) {
        NormalNormal.Prior prior = NormalNormal.withDefaults()
                .fit(new double[] {10, 12, 9, 14, 11, 10.5}, new double[] {1, 2, 1, 4, 1.5, 1})
                .orElseThrow();
        assertThat(prior.probabilityBelowPeers(estimate, variance)).isCloseTo(below, within(0.002));
        assertThat(prior.posterior(estimate, variance).mean()).isCloseTo(mean, within(0.01));
        assertThat(prior.mean()).isCloseTo(10.643242549, within(0.002));
    }

    @Test
    void fewDealsDecideNothing() {
        // twenty peers of fifty deals each, true rates 0.05 apart
        PeerPrior prior = BetaBinomial.withDefaults().fit(TWENTY, same(20, 50)).orElseThrow();
        assertThat(prior.probabilityBelowPeers(3, 4)).isBetween(0.3, 0.6);
        assertThat(prior.probabilityBelowPeers(0, 3)).isBetween(0.4, 0.75);
        assertThat(prior.probabilityBelowPeers(30, 200)).isGreaterThan(0.99);
        assertThat(prior.probabilityBelowPeers(0, 0)).isCloseTo(0.5, within(0.01));
        // a gap that matters is harder to show than any gap
        assertThat(prior.probabilityBelowPeersBy(0.9, 0, 20, 50)).isLessThan(prior.probabilityBelowPeers(20, 50));
        assertThat(prior.probabilityBelowPeersBy(1, -0.05, 20, 50)).isLessThan(prior.probabilityBelowPeers(20, 50));
    }

    @ParameterizedTest
    @CsvSource({"6, 120", "20, 40"})
    void withoutAnyTrueDifferenceHardlyAnyoneStandsOut(int people, int runs) {
        DeterministicRandom random = DeterministicRandom.of(7);
        int out = 0;
        for (int run = 0; run < runs; run++) {
            long[] trials = same(people, 50);
            trials[0] = 4;
            long[] wins = new long[people];
            Arrays.setAll(wins, i -> random.nextBinomial((int) trials[i], 0.6));
            PeerPriors priors = BetaBinomial.withDefaults().everyone(wins, trials);
            for (int i = 0; i < people; i++) {
                double below = priors.without(i).orElseThrow().probabilityBelowPeers(wins[i], (double) trials[i]);
                out += Math.max(below, 1 - below) > 0.9 ? 1 : 0;
            }
        }
        assertThat((double) out / (people * runs)).isLessThan(0.02);
    }

    @Test
    void withTrueDifferencesTheDefaultFindsThemAndIsSeldomWrong() {
        DeterministicRandom random = DeterministicRandom.of(8);
        int found = 0;
        int wrong = 0;
        for (int run = 0; run < 40; run++) {
            long[] trials = same(20, 50);
            double[] truth = new double[20];
            long[] wins = new long[20];
            for (int i = 0; i < 20; i++) {
                truth[i] = random.nextBeta(5.8, 3.87); // mean 0.6, standard deviation 0.15
                wins[i] = random.nextBinomial(50, truth[i]);
            }
            PeerPriors priors = BetaBinomial.withDefaults().everyone(wins, trials);
            for (int i = 0; i < 20; i++) {
                double below = priors.without(i).orElseThrow().probabilityBelowPeers(wins[i], 50);
                if (Math.max(below, 1 - below) > 0.9) {
                    found++;
                    wrong += below > 0.5 == truth[i] < 0.6 ? 0 : 1;
                }
            }
        }
        assertThat(found / 800.0).isGreaterThan(0.4);
        assertThat((double) wrong / found).isLessThan(0.05);
    }

    @ParameterizedTest
    @EnumSource(names = {"MAXIMUM_LIKELIHOOD", "WEIGHTED_MOMENTS"})
    void peersThatVaryLessThanChanceAreAPoint(PriorEstimator estimator) {
        BetaBinomial question = BetaBinomial.withDefaults().with(estimator);
        PeerPrior prior = question.fit(new long[] {10, 11, 9, 10}, same(4, 20)).orElseThrow();
        assertThat(prior.isHomogeneous()).isTrue();
        assertThat(prior.precision()).isEmpty();
        assertThat(prior.posterior(0, 50)).isEqualTo(new Distribution.Point(0.5));
        assertThat(prior.probabilityBelowPeers(0, 50)).isEqualTo(0.5);
        assertThat(prior.betweenSd()).isZero();
        PeerPrior none = question.fit(new long[] {0, 0}, new long[] {9, 3}).orElseThrow();
        assertThat(none.prior()).isEqualTo(new Distribution.Point(0));
        PeerPrior rates = GammaPoisson.withDefaults()
                .with(estimator)
                .fit(new long[] {10, 11, 9}, new double[] {10, 10, 10})
                .orElseThrow();
        assertThat(rates.isHomogeneous()).isTrue();
    }

    @Test
    void theDefaultStaysSensibleWhereTheOthersCollapse() {
        PeerPrior prior = BetaBinomial.withDefaults()
                .fit(new long[] {10, 11, 9, 10}, same(4, 20))
                .orElseThrow();
        assertThat(prior.isHomogeneous()).isFalse();
        assertThat(prior.probabilityBelowPeers(0, 50)).isGreaterThan(0.97);
        PeerPrior all = BetaBinomial.withDefaults()
                .fit(new long[] {5, 4, 9}, new long[] {5, 4, 9})
                .orElseThrow();
        assertThat(all.posterior(0, 1).mean()).isBetween(0.3, 0.999);
        PeerPrior single = BetaBinomial.withDefaults()
                .fit(new long[] {1, 0, 1}, same(3, 1))
                .orElseThrow();
        assertThat(single.probabilityBelowPeers(0, 1)).isBetween(0.5, 0.85);
    }

    @Test
    void normalPeersThatAgree() {
        NormalNormal.Prior dl = NormalNormal.withDefaults()
                .with(NormalNormal.Estimator.DERSIMONIAN_LAIRD)
                .fit(new double[] {1, 1.1, 0.9}, new double[] {1, 1, 1})
                .orElseThrow();
        assertThat(dl.isHomogeneous()).isTrue();
        assertThat(dl.posterior(9, 1)).isInstanceOf(Distribution.Point.class);
        assertThat(dl.probabilityBelowPeers(9, 1)).isEqualTo(0.5);
        NormalNormal.Prior reml = NormalNormal.withDefaults()
                .with(NormalNormal.Estimator.REML)
                .fit(new double[] {1, 1.1, 0.9}, new double[] {1, 1, 1})
                .orElseThrow();
        assertThat(reml.isHomogeneous()).isTrue();
        NormalNormal.Prior integrated = NormalNormal.withDefaults()
                .fit(new double[] {1, 1.1, 0.9}, new double[] {1, 1, 1})
                .orElseThrow();
        assertThat(integrated.probabilityBelowPeers(9, 1)).isLessThan(0.1);
    }

    @Test
    void tooFewPeersGiveNoPrior() {
        assertThat(BetaBinomial.withDefaults().fit(new long[] {3}, new long[] {4}))
                .isEmpty();
        assertThat(BetaBinomial.withDefaults().fit(new long[] {3, 0}, new long[] {4, 0}))
                .isEmpty();
        assertThat(NormalNormal.withDefaults().fit(new double[] {3}, new double[] {4}))
                .isEmpty();
        assertThat(BetaBinomial.withDefaults()
                        .everyone(new long[] {3, 1}, new long[] {4, 4})
                        .without(0))
                .isEmpty();
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> BetaBinomial.withDefaults().fit(new long[] {3, 5}, new long[] {4, 4}))
                .hasMessageContaining("successes[1] must be in 0..4 (trials[1]): 5");
        assertThatThrownBy(() -> GammaPoisson.withDefaults().fit(new long[] {3, 5}, new double[] {4, 0}))
                .hasMessageContaining("events[1] must be 0 where there is no exposure: 5");
        assertThatThrownBy(() -> NormalNormal.withDefaults().fit(new double[] {3, 5}, new double[] {4, 0}))
                .hasMessageContaining("variances[1] must be finite and above 0: 0.0");
        PeerPrior prior = BetaBinomial.withDefaults().fit(TWENTY, same(20, 50)).orElseThrow();
        assertThatThrownBy(() -> prior.posterior(5, 4))
                .hasMessageContaining("successes must not exceed trials: 5 of 4");
    }

    @Test
    void distributionsAnswer() {
        // scipy: beta(10.5, 4).ppf(.025) etc. follow from the closed forms below
        Distribution beta = new Distribution.Beta(1, 3);
        assertThat(beta.cumulative(0.2)).isCloseTo(1 - 0.8 * 0.8 * 0.8, within(1e-12));
        assertThat(beta.median()).isCloseTo(1 - Math.cbrt(0.5), within(1e-8));
        Distribution gamma = new Distribution.Gamma(1, 2);
        assertThat(gamma.cumulative(0.7)).isCloseTo(1 - Math.exp(-1.4), within(1e-12));
        assertThat(gamma.quantile(0.9)).isCloseTo(-Math.log(0.1) / 2, within(1e-8));
        Distribution normal = new Distribution.Normal(3, 2);
        assertThat(normal.limits(0.95).high()).isCloseTo(3 + 2 * 1.959963984540054, within(1e-9));
        Distribution mixture = new Distribution.Mixture(java.util.List.of(1.0, 3.0), java.util.List.of(normal, beta));
        assertThat(mixture.mean()).isCloseTo(0.25 * 3 + 0.75 * 0.25, within(1e-12));
        assertThat(mixture.cumulative(mixture.quantile(0.3))).isCloseTo(0.3, within(1e-9));
        assertThat(new Distribution.Point(2).probabilityBelow(2)).isEqualTo(0.5);
        assertThat(new Distribution.Point(2).limits(0.9)).isEqualTo(new Limits(2, 2, 0.9));
        assertThatThrownBy(() -> new Distribution.Beta(0, 1)).hasMessageContaining("alpha");
    }
}
