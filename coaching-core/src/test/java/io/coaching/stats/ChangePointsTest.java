package io.coaching.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coaching.internal.random.DeterministicRandom;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cuts of series, against R's strucchange and against brute force; and how often quiet series are cut. */
class ChangePointsTest {
    /** Flow of the Nile at Aswan, 1871 to 1970 (R's datasets::Nile). */
    static final double[] NILE = {
        1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140,
        1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969,
        831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865,
        845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050,
        918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740
    };

    @Test
    @DisplayName("changepoint-nile: the best cuts by number, 0 to 5, and what they cost (strucchange)")
    void nileByNumber() {
        List<Segmentation> best = ChangePoints.byNumber(SegmentCost.mean(NILE), 5, 2);

        assertThat(best)
                .extracting(Segmentation::changes)
                .containsExactly(
                        List.of(),
                        List.of(28),
                        List.of(19, 28),
                        List.of(28, 83, 95),
                        List.of(28, 41, 45, 47),
                        List.of(28, 37, 40, 45, 47));
        double[] rss = {
            2835156.75, 1597457.19444444, 1542326.65789474, 1438125.53636364, 1341858.93359942, 1264751.39171908
        };
        for (int m = 0; m <= 5; m++) {
            assertThat(best.get(m).cost()).isCloseTo(rss[m], within(1e-8 * rss[m]));
        }
    }

    @Test
    @DisplayName("changepoint-nile: by penalty there is one change, before point 28 (1899)")
    void nileByPenalty() {
        for (double penalty : new double[] {263765.239145513, 131882.619572756}) {
            Segmentation found = ChangePoints.pelt(SegmentCost.mean(NILE), penalty, 2);

            assertThat(found.changes()).containsExactly(28);
            assertThat(found.cost() + penalty).isCloseTo(1597457.19444444 + penalty, within(1e-3));
        }
        LevelShift shift = LevelShift.find(SegmentCost.mean(NILE), 3, 0.05, 0.9).orElseThrow();
        assertThat(shift.changes()).containsExactly(28);
        assertThat(shift.p()).isLessThan(1e-6);
        assertThat(shift.before()).isCloseTo(1097.75, within(1e-9));
        assertThat(shift.after()).isCloseTo(849.9722, within(1e-4));
        // Cobb (1978): 1898 or 1899, give or take two or three years
        assertThat(shift.earliest()).isBetween(24, 28);
        assertThat(shift.latest()).isBetween(28, 31);
    }

    @Test
    @DisplayName("costs are what their likelihoods say")
    void costs() {
        double[] counts = {3, 5, 1, 0};
        double[] exposures = {1, 2, 1, 0.5};
        double rate = 9 / 4.5;
        double deviance = 0;
        for (int i = 0; i < 4; i++) {
            double expected = rate * exposures[i];
            deviance += 2 * ((counts[i] > 0 ? counts[i] * Math.log(counts[i] / expected) : 0) - (counts[i] - expected));
        }
        SegmentCost poisson = SegmentCost.counts(counts, exposures);
        assertThat(poisson.of(0, 4)).isCloseTo(deviance, within(1e-12));
        assertThat(poisson.level(1, 3)).isCloseTo(2, within(1e-12));

        SegmentCost binomial = SegmentCost.shares(new double[] {2, 9}, new double[] {10, 10});
        double d = 2 * (2 * Math.log(2 / 5.5) + 8 * Math.log(8 / 4.5) + 9 * Math.log(9 / 5.5) + 1 * Math.log(1 / 4.5));
        assertThat(binomial.of(0, 2)).isCloseTo(d, within(1e-12));

        SegmentCost shifted = SegmentCost.mean(1e9 + 1, 1e9 + 3, 1e9 + 8);
        assertThat(shifted.of(0, 2)).isCloseTo(2, within(1e-6));
    }

    @ParameterizedTest(name = "{0} points")
    @ValueSource(ints = {8, 12, 20, 40, 60})
    @DisplayName("a quiet series is cut in at most 5 % of cases, whether values are normal, counts or shares")
    void quiet(int n) {
        DeterministicRandom random = DeterministicRandom.of(20_260_930L + n);
        int series = 2000;
        int[] cut = new int[3];
        for (int s = 0; s < series; s++) {
            double[] normal = IntStream.range(0, n)
                    .mapToDouble(i -> random.nextGaussian())
                    .toArray();
            double[] counts = IntStream.range(0, n)
                    .mapToDouble(i -> random.nextPoisson(3))
                    .toArray();
            double[] ones = new double[n];
            Arrays.fill(ones, 1);
            double[] trials = new double[n];
            double[] successes = new double[n];
            for (int i = 0; i < n; i++) {
                trials[i] = 5 + random.nextInt(10);
                for (int k = 0; k < trials[i]; k++) {
                    successes[i] += random.nextDouble() < 0.3 ? 1 : 0;
                }
            }
            List<SegmentCost> costs = List.of(
                    SegmentCost.mean(normal), SegmentCost.counts(counts, ones), SegmentCost.shares(successes, trials));
            for (int c = 0; c < 3; c++) {
                cut[c] += LevelShift.find(costs.get(c), n < 12 ? 2 : 3, 0.05, 0.9)
                                .filter(l -> !l.changes().isEmpty())
                                .isPresent()
                        ? 1
                        : 0;
            }
        }
        // 5 % of 2,000 and three standard errors
        assertThat(Arrays.stream(cut).boxed().toList())
                .allSatisfy(count -> assertThat(count).isBetween(10, 130));
    }

    @Test
    @DisplayName(
            "a planted step of two standard deviations is found, its date to within two points, its range holds it")
    void planted() {
        DeterministicRandom random = DeterministicRandom.of(7);
        int found = 0;
        int near = 0;
        int held = 0;
        for (int s = 0; s < 500; s++) {
            double[] values = IntStream.range(0, 30)
                    .mapToDouble(i -> random.nextGaussian() - (i < 20 ? 0 : 2))
                    .toArray();
            LevelShift shift =
                    LevelShift.find(SegmentCost.mean(values), 3, 0.05, 0.9).orElseThrow();
            if (shift.last().isPresent()) {
                found++;
                near += Math.abs(shift.last().get() - 20) <= 2 ? 1 : 0;
                held += shift.earliest() <= 20 && 20 <= shift.latest() ? 1 : 0;
            }
        }
        assertThat(found).isGreaterThan(440);
        assertThat(near).isGreaterThan((int) (0.8 * found));
        assertThat(held).isGreaterThan((int) (0.86 * found));
    }

    @Test
    @DisplayName("a series without noise is cut exactly where it steps, and a constant one has nothing to say")
    void withoutNoise() {
        LevelShift shift = LevelShift.find(SegmentCost.mean(5, 5, 5, 5, 5, 8, 8, 8, 8, 8, 8), 2, 0.05, 0.9)
                .orElseThrow();
        assertThat(shift.changes()).containsExactly(5);
        assertThat(shift.before()).isEqualTo(5);
        assertThat(shift.after()).isEqualTo(8);
        assertThat(LevelShift.find(SegmentCost.mean(5, 5, 5, 5, 5), 2, 0.05, 0.9))
                .isEmpty();
        assertThat(LevelShift.find(SegmentCost.mean(1, 2, 3), 2, 0.05, 0.9)).isEmpty();
    }

    @Test
    @DisplayName("the penalty grows with the number of points and with how rare false alarms shall be")
    void penalty() {
        // simulated 5 % points of the greatest of |z|: 2.701 for 20 points, 2.933 for 60, in stretches of 3
        assertThat(ChangePoints.penalty(20, 3, 0.05)).isCloseTo(2.701 * 2.701, within(0.15));
        assertThat(ChangePoints.penalty(60, 3, 0.05)).isCloseTo(2.933 * 2.933, within(0.2));
        assertThat(ChangePoints.penalty(20, 3, 0.001)).isCloseTo(3.865 * 3.865, within(0.4));
    }

    @Test
    @DisplayName("newest points below the mean are seen, and in quiet series about as often as the p value says")
    void latest() {
        DeterministicRandom random = DeterministicRandom.of(3);
        int alarms = 0;
        for (int s = 0; s < 2000; s++) {
            double[] values = IntStream.range(0, 20)
                    .mapToDouble(i -> random.nextGaussian())
                    .toArray();
            SegmentCost cost = SegmentCost.mean(values);
            int split = LevelShift.find(cost, 3, 0.05, 0.9).orElseThrow().split();
            alarms += LatestLevel.of(cost, 0.3, split, 0).orElseThrow().pBelow() <= 0.05 ? 1 : 0;
        }
        assertThat(alarms).isBetween(40, 130);
        SegmentCost dropped = SegmentCost.mean(10, 11, 9, 10, 11, 9, 10, 9, 11, 10, 5, 4);
        assertThat(LatestLevel.of(dropped, 0.3, 10, 0).orElseThrow().pBelow()).isLessThan(1e-4);
        assertThat(LatestLevel.of(dropped, 0.3, 10, 0).orElseThrow().pAbove()).isGreaterThan(0.99);
    }
}
