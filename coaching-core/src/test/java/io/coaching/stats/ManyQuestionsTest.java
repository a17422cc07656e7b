package io.coaching.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.coaching.internal.random.DeterministicRandom;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Many questions at once: adjusted p values, false discoveries, ranks of all. */
class ManyQuestionsTest {
    private static final double[] P = {
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1
    };

    /** Benjamini and Hochberg 1995, section 4 (Neuhaus et al. 1992); R p.adjust. */
    @Test
    @DisplayName("bh-1995")
    void adjusted() {
        assertThat(Multiplicity.BENJAMINI_HOCHBERG.adjust(P))
                .containsExactly(
                        new double[] {
                            0.0015,
                            0.003,
                            0.0095,
                            0.035625,
                            0.0603,
                            0.0638571428571429,
                            0.0638571428571429,
                            0.0645,
                            0.0765,
                            0.486,
                            0.581181818181818,
                            0.714875,
                            0.753230769230769,
                            0.813214285714286,
                            1
                        },
                        within(1e-9));
        assertThat(Multiplicity.BONFERRONI.adjust(P))
                .containsExactly(
                        new double[] {
                            0.0015, 0.006, 0.0285, 0.1425, 0.3015, 0.417, 0.447, 0.516, 0.6885, 1, 1, 1, 1, 1, 1
                        },
                        within(1e-9));
        assertThat(Multiplicity.HOLM.adjust(P))
                .containsExactly(
                        new double[] {
                            0.0015, 0.0056, 0.0247, 0.114, 0.2211, 0.278, 0.278, 0.278, 0.3213, 1, 1, 1, 1, 1, 1
                        },
                        within(1e-9));
        assertThat(Multiplicity.BENJAMINI_YEKUTIELI.adjust(P))
                .containsExactly(
                        new double[] {
                            0.00497734348984349,
                            0.00995468697968698,
                            0.0315231754356754,
                            0.118211907883783,
                            0.200089208291708,
                            0.211892622853337,
                            0.211892622853337,
                            0.21402577006327,
                            0.253844517982018,
                            1,
                            1,
                            1,
                            1,
                            1,
                            1
                        },
                        within(1e-9));
        assertThat(Arrays.stream(Multiplicity.BENJAMINI_HOCHBERG.adjust(P)).filter(p -> p <= 0.05))
                .hasSize(4);
        assertThat(Arrays.stream(Multiplicity.BONFERRONI.adjust(P)).filter(p -> p <= 0.05))
                .hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void adjustmentFollowsTheInputsOrder(Multiplicity method) {
        double[] shuffled = P.clone();
        int[] order = new int[P.length];
        Arrays.setAll(order, i -> i);
        DeterministicRandom.of(7).shuffle(order);
        Arrays.setAll(shuffled, i -> P[order[i]]);
        double[] plain = method.adjust(P);
        double[] expected = new double[P.length];
        Arrays.setAll(expected, i -> plain[order[i]]);
        assertThat(method.adjust(shuffled)).containsExactly(expected);
        assertThat(method.adjust()).isEmpty();
        assertThatThrownBy(() -> method.adjust(0.2, 1.2)).hasMessageContaining("pValues[1] must be in 0..1: 1.2");
    }

    @Test
    void falseDiscoveriesByPosterior() {
        BayesianFdr control = BayesianFdr.control(new double[] {0.30, 0.01, 0.12, 0.04}, 0.10);
        assertThat(control.count()).isEqualTo(3);
        assertThat(control.isSelected(0)).isFalse();
        assertThat(control.isSelected(2)).isTrue();
        assertThat(control.expectedFdr()).hasValueCloseTo(0.17 / 3, within(1e-12));
        assertThat(control.threshold()).hasValue(0.12);
        BayesianFdr none = BayesianFdr.control(new double[] {0.3, 0.2}, 0.1);
        assertThat(none.count()).isZero();
        assertThat(none.expectedFdr()).isEmpty();
        assertThat(BayesianFdr.control(new double[0], 0.1).count()).isZero();
    }

    @Test
    void cellsOfEqualProbabilityGoTogether() {
        // one of the three 0.2 would still fit; which one, only the order could say
        BayesianFdr control = BayesianFdr.control(new double[] {0.2, 0.01, 0.2, 0.01, 0.2}, 0.1);
        assertThat(control.count()).isEqualTo(2);
        assertThat(BayesianFdr.control(new double[] {0.1, 0.1, 0.1}, 0.1).count())
                .isEqualTo(3);
    }

    @Test
    void whereNothingIsTrueFewAreFlaggedAndTheShareHolds() {
        // cells with known error probabilities: the realised share of errors among the selected is what was promised
        DeterministicRandom random = DeterministicRandom.of(42);
        int wrong = 0;
        int flagged = 0;
        for (int run = 0; run < 200; run++) {
            double[] error = new double[100];
            Arrays.setAll(error, i -> Math.pow(random.nextDouble(), 2));
            BayesianFdr control = BayesianFdr.control(error, 0.1);
            for (int i = 0; i < error.length; i++) {
                if (control.isSelected(i)) {
                    flagged++;
                    wrong += random.nextBoolean(error[i]) ? 1 : 0;
                }
            }
        }
        assertThat((double) wrong / flagged).isBetween(0.07, 0.11);
    }

    @ParameterizedTest
    @CsvSource({"2, 1.9599639845400534", "3, 2.343700586378409", "10, 3.163683577053373", "40, 3.8876273068086244"})
    void studentizedRange(int n, double critical) {
        // scipy: studentized_range.ppf(.95, n, inf) / sqrt(2)
        double[] zeros = new double[n];
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        assertThat(RankInference.of(zeros, ones, 0.95).criticalValue()).isCloseTo(critical, within(1e-6));
        assertThat(RankInference.of(zeros, ones, 0.95, RankInference.Control.BONFERRONI)
                        .criticalValue())
                .isGreaterThanOrEqualTo(critical - 1e-9);
    }

    @Test
    void ranksAndWhoIsLevel() {
        RankInference ranks = RankInference.of(new double[] {10, 9, 5}, new double[] {0.5, 0.5, 0.5}, 0.95);
        assertThat(ranks.bestRank(0)).isEqualTo(1);
        assertThat(ranks.worstRank(0)).isEqualTo(2);
        assertThat(ranks.bestRank(2)).isEqualTo(3);
        assertThat(ranks.levelWith(0)).containsExactly(1);
        assertThat(ranks.isLevel(0, 2)).isFalse();
        assertThat(ranks.resolution()).hasValueCloseTo(2 / 3.0, within(1e-12));
        assertThat(RankInference.of(new double[] {1}, new double[] {1}, 0.9).worstRank(0))
                .isEqualTo(1);
        RankInference vague = RankInference.of(new double[] {10, 9, 5}, new double[] {5, 5, 5}, 0.95);
        assertThat(vague.worstRank(0)).isEqualTo(3);
    }

    @Test
    void holmTellsMoreApartThanBonferroniAndNeverLess() {
        double[] e = {0, 3.1, 40, 80, 120, 160};
        double[] s = {1, 0.5, 1, 1, 1, 1};
        RankInference holm = RankInference.of(e, s, 0.95, RankInference.Control.HOLM);
        RankInference bonferroni = RankInference.of(e, s, 0.95, RankInference.Control.BONFERRONI);
        assertThat(holm.criticalValue()).isLessThan(bonferroni.criticalValue());
        assertThat(holm.isAbove(1, 0)).isTrue();
        assertThat(bonferroni.isAbove(1, 0)).isFalse();
    }

    @Test
    void confidenceSetsHoldAllTrueRanksAsOftenAsTheySay() {
        DeterministicRandom random = DeterministicRandom.of(3);
        double[] truth = {0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5};
        double[] s = {0.4, 1, 0.7, 0.4, 1, 0.7, 0.4, 1};
        int held = 0;
        for (int run = 0; run < 400; run++) {
            double[] e = new double[truth.length];
            Arrays.setAll(e, i -> random.nextGaussian(truth[i], s[i]));
            RankInference ranks = RankInference.of(e, s, 0.9);
            boolean all = true;
            for (int i = 0; i < e.length; i++) {
                int rank = truth.length - i;
                all &= ranks.bestRank(i) <= rank && rank <= ranks.worstRank(i);
            }
            held += all ? 1 : 0;
        }
        assertThat(held / 400.0).isGreaterThan(0.9);
    }

    @Test
    void chancesOfTheTop() {
        double[] top = RankInference.probabilityOfTop(1, new double[] {1, 0}, new double[] {1, 1}, 20_000, 11);
        // Phi(1 / sqrt(2)) = 0.7602
        assertThat(top[0]).isCloseTo(0.7602, within(0.01));
        assertThat(top[0] + top[1]).isEqualTo(1);
        assertThat(RankInference.probabilityOfTop(1, new double[] {1, 0}, new double[] {1, 1}, 20_000, 11))
                .containsExactly(top);
        assertThat(RankInference.probabilityOfTop(1, new double[] {1, 0}, new double[] {1, 1}, 20_000, 12))
                .isNotEqualTo(top);
        assertThat(RankInference.probabilityOfTop(3, new double[] {1, 0}, new double[] {1, 1}, 10, 1))
                .containsExactly(1, 1);
    }
}
