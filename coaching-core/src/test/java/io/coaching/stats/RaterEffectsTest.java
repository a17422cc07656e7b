package io.coaching.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coaching.base.Reason;
import io.coaching.internal.random.DeterministicRandom;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How lenient raters are, and who can be compared with whom. */
class RaterEffectsTest {
    /** R: lm(y ~ target + rater) with contr.sum. */
    @Test
    @DisplayName("rater-severity-krippendorff-4x12")
    void additive() {
        RaterEffects effects = RaterEffects.fixed(SomeRatings.KRIPPENDORFF);
        double[] expected = {-0.230525924088315, -0.0997891342098736, 0.22419995038452, 0.106115107913669};
        double[] targets = {
            -1.39264450508559,
            -0.217377821880427,
            0.532622178119573,
            0.532622178119573,
            -0.467377821880427,
            0.0326221781195732,
            1.53262217811957,
            -1.21737782188043,
            -0.467377821880427,
            2.45578020342347,
            -1.63253535102952,
            0.308422227735053
        };
        for (int r = 0; r < 4; r++) {
            assertThat(effects.effect(r)).hasValueCloseTo(expected[r], within(1e-8));
        }
        for (int u = 0; u < 12; u++) {
            assertThat(effects.adjusted(u)).hasValueCloseTo(2.46737782188043 + targets[u], within(1e-8));
        }
        assertThat(Math.sqrt(effects.residualVariance().orElseThrow())).isCloseTo(0.455084269834922, within(1e-8));
        assertThat(effects.degreesOfFreedom()).isEqualTo(26);
    }

    @Test
    @DisplayName("raters of one mind about people who differ are all typical, with certainty")
    void oneMind() {
        Ratings ratings = Ratings.of(
                        IntStream.range(0, 18).map(i -> i / 3).toArray(),
                        IntStream.range(0, 18).map(i -> i % 3).toArray(),
                        IntStream.range(0, 18).map(i -> 11 + 7 * (i / 3)).toArray())
                .withDecimals(1);
        RaterEffects typical = RaterEffects.typical(ratings);
        for (int r = 0; r < 3; r++) {
            assertThat(typical.effect(r)).hasValueCloseTo(0.0, within(1e-12));
            assertThat(typical.standardError(r)).hasValue(0);
            assertThat(typical.pValue(r, 0.1)).hasValue(1);
        }
        assertThat(RaterEffects.shrunken(ratings).effect(1)).hasValue(0);
    }

    /** NumPy: the pseudo-inverse of X'X, and of Henderson's mixed-model equations with units fixed. */
    @Test
    @DisplayName("rater-severity-krippendorff-4x12: how sure, and drawn towards zero")
    void standardErrors() {
        RaterEffects fixed = RaterEffects.fixed(SomeRatings.KRIPPENDORFF);
        double[] se = {0.13226471, 0.12610019, 0.12782005, 0.12206311};
        RaterEffects shrunken = RaterEffects.shrunken(SomeRatings.KRIPPENDORFF);
        double[] blup = {-0.09602857, -0.04511637, 0.09489668, 0.04624827};
        double[] errors = {0.10789419, 0.10649839, 0.10686462, 0.10551826};
        double[] adjusted = {1.03163223, 2.25, 3};
        for (int r = 0; r < 4; r++) {
            assertThat(fixed.standardError(r)).hasValueCloseTo(se[r], within(1e-8));
            assertThat(shrunken.effect(r)).hasValueCloseTo(blup[r], within(1e-8));
            assertThat(shrunken.standardError(r)).hasValueCloseTo(errors[r], within(1e-8));
        }
        for (int u = 0; u < 3; u++) {
            assertThat(shrunken.adjusted(u)).hasValueCloseTo(adjusted[u], within(1e-8));
        }
        Limits limits = fixed.limits(0, 0.95).orElseThrow();
        assertThat(limits.width() / 2 / se[0]).isCloseTo(2.055529, within(1e-6)); // scipy.stats.t.ppf(.975, 26)
    }

    @Test
    @DisplayName("with more raters than subjects, the other side is solved for, with the same result")
    void eitherSideMayBeTheSmaller() {
        // the same graph with the roles changed: the effect of rater r is then that of a unit
        Ratings wide = mirrored(SomeRatings.KRIPPENDORFF);
        RaterEffects effects = RaterEffects.fixed(wide);
        double[] se = dense(wide);
        double sum = 0;
        for (int r = 0; r < 12; r++) {
            sum += effects.effect(r).orElseThrow();
            assertThat(effects.standardError(r)).hasValueCloseTo(se[r], within(1e-9));
        }
        assertThat(sum).isCloseTo(0, within(1e-9));
        assertThat(effects.effect(0).orElseThrow() - effects.effect(1).orElseThrow())
                .isCloseTo(-1.39264450508559 + 0.217377821880427, within(1e-8));
    }

    private static Ratings mirrored(Ratings ratings) {
        int[][] cells = IntStream.range(0, ratings.units())
                .boxed()
                .flatMap(u -> IntStream.range(ratings.start(u), ratings.start(u + 1))
                        .mapToObj(row -> new int[] {ratings.rater(row), u, (int) ratings.score(row)}))
                .toArray(int[][]::new);
        return SomeRatings.ofCells(cells);
    }

    /** Standard errors by brute force: fits to each rating's unit vector give the weights of the estimate. */
    private static double[] dense(Ratings ratings) {
        double sigma = Math.sqrt(RaterEffects.fixed(ratings).residualVariance().orElseThrow());
        double[] squares = new double[ratings.raters()];
        for (int row = 0; row < ratings.size(); row++) {
            int one = row;
            int[][] cells = IntStream.range(0, ratings.units())
                    .boxed()
                    .flatMap(u -> IntStream.range(ratings.start(u), ratings.start(u + 1))
                            .mapToObj(k -> new int[] {u, ratings.rater(k), k == one ? 1 : 0}))
                    .toArray(int[][]::new);
            RaterEffects effects = RaterEffects.fixed(SomeRatings.ofCells(cells));
            for (int r = 0; r < squares.length; r++) {
                squares[r] += Math.pow(effects.effect(r).orElseThrow(), 2);
            }
        }
        return Arrays.stream(squares).map(s -> sigma * Math.sqrt(s)).toArray();
    }

    @Test
    void leaveOneOutComparesWithTheOthersOfEachUnit() {
        RaterEffects effects = RaterEffects.leaveOneOut(SomeRatings.byRater("12.5", "34.5", ".61."));
        // rater 0: 1-3, 2-5, 5-5; rater 2: 6-3 (subject 2 has nobody else)
        assertThat(effects.effect(0)).hasValueCloseTo(-5 / 3.0, within(1e-12));
        assertThat(effects.effect(2)).hasValue(3);
        assertThat(effects.ratings(0)).isEqualTo(3);
        assertThat(effects.ratings(2)).isEqualTo(1);
        assertThat(effects.standardError(2)).isEmpty();
    }

    @Test
    void withoutALinkRatersAreNotCompared() {
        // raters 0 and 1 share subjects, 2 and 3 share others, 4 rates alone
        Ratings ratings = SomeRatings.byRater("123....", "234....", "...55..", "...43..", ".....22");
        RaterConnections connections = RaterConnections.of(ratings);
        assertThat(connections.components()).isEqualTo(3);
        assertThat(connections.isConnected()).isFalse();
        assertThat(connections.ofRater(2)).isEqualTo(connections.ofRater(3)).isNotEqualTo(connections.ofRater(0));
        RaterEffects effects = RaterEffects.fixed(ratings);
        assertThat(effects.effect(0)).hasValueCloseTo(-0.5, within(1e-9));
        assertThat(effects.effect(1)).hasValueCloseTo(0.5, within(1e-9));
        assertThat(effects.effect(2)).hasValueCloseTo(0.75, within(1e-9));
        assertThat(effects.effect(4)).isEmpty();
        assertThat(effects.whyNot(4)).contains(Reason.NOT_CONNECTED);
        assertThat(effects.limits(4, 0.95)).isEmpty();
        assertThat(effects.pValue(4, 0)).isEmpty();
        assertThat(effects.adjusted(6)).hasValueCloseTo(2.0, within(1e-9));
    }

    @Test
    void aChainOfSharedSubjectsIsALink() {
        assertThat(RaterConnections.of(SomeRatings.byRater("12..", ".34.", "..56"))
                        .isConnected())
                .isTrue();
        assertThat(RaterEffects.fixed(SomeRatings.byRater("12..", ".34.", "..56"))
                        .standardError(0))
                .isEmpty(); // as many unknowns as ratings: nothing left to tell chance by
    }

    @Test
    void whatCannotBeToldHasAReason() {
        assertThat(RaterEffects.fixed(SomeRatings.byRater("123")).whyNot()).contains(Reason.ONE_RATER);
        assertThat(RaterEffects.shrunken(SomeRatings.byRater("12..", "..34")).whyNot())
                .contains(Reason.NO_OVERLAP);
        assertThat(RaterEffects.fixed(SomeRatings.byRater("...")).whyNot()).contains(Reason.NO_DATA);
        assertThat(RaterEffects.shrunken(SomeRatings.byRater("33", "33")).whyNot())
                .contains(Reason.NO_VARIATION);
    }

    @Test
    void severityIsToldFromWhomOneRates() {
        // rater 1 rates only the weak subjects, and rates them as rater 0 does: low marks, no severity
        Ratings ratings = SomeRatings.byRater("9912", "..12");
        assertThat(RaterEffects.fixed(ratings).effect(1)).hasValueCloseTo(0.0, within(1e-12));
        assertThat(RaterEffects.leaveOneOut(ratings).effect(1)).hasValue(0);
    }

    @Test
    @DisplayName("of raters without severity no more than the stated rate have a small p, and limits hold their level")
    void theStatedRateHolds() {
        DeterministicRandom random = DeterministicRandom.of(3);
        int small = 0;
        int covered = 0;
        int all = 0;
        for (int round = 0; round < 40; round++) {
            double[] truth = IntStream.range(0, 30).mapToDouble(r -> 0).toArray();
            Ratings ratings = simulated(random, 120, truth, 3);
            RaterEffects effects = RaterEffects.fixed(ratings);
            for (int r = 0; r < truth.length; r++) {
                all++;
                small += effects.pValue(r, 0).orElseThrow() <= 0.05 ? 1 : 0;
                covered += effects.limits(r, 0.9).orElseThrow().contains(0) ? 1 : 0;
            }
        }
        assertThat(small / (double) all).isCloseTo(0.05, within(0.02));
        assertThat(covered / (double) all).isCloseTo(0.9, within(0.025));
    }

    @Test
    @DisplayName("limits of the reliability of one rating hold their level in incomplete designs too, if roughly")
    void limitsOfReliabilityInIncompleteDesigns() {
        DeterministicRandom random = DeterministicRandom.of(9);
        int agreement = 0;
        int consistency = 0;
        int rounds = 400;
        for (int round = 0; round < rounds; round++) {
            double[] effects = new double[14];
            for (int r = 0; r < effects.length; r++) {
                effects[r] = 0.5 * random.nextGaussian();
            }
            // units 1, raters 0.25, errors 0.49
            VarianceComponents components = VarianceComponents.crossed(simulated(random, 40, effects, 3));
            agreement += holds(components, IntraclassForm.AGREEMENT_SINGLE, 1 / 1.74);
            consistency += holds(components, IntraclassForm.CONSISTENCY_SINGLE, 1 / 1.49);
        }
        assertThat(agreement / (double) rounds).isBetween(0.85, 0.95);
        assertThat(consistency / (double) rounds).isBetween(0.85, 0.95);
    }

    private static int holds(VarianceComponents components, IntraclassForm form, double truth) {
        Coefficient found = IntraclassCorrelation.of(components, form);
        return found.limits(0.9).orElseThrow().contains(truth) ? 1 : 0;
    }

    @Test
    @DisplayName("drawn towards zero, effects come closer to the truth; adjusted scores too")
    void shrunkenIsCloser() {
        DeterministicRandom random = DeterministicRandom.of(4);
        double[] truth = new double[40];
        for (int r = 0; r < truth.length; r++) {
            truth[r] = 0.5 * random.nextGaussian();
        }
        double mean = Arrays.stream(truth).average().orElseThrow();
        Ratings ratings = simulated(random, 100, truth, 2);
        RaterEffects fixed = RaterEffects.fixed(ratings);
        RaterEffects shrunken = RaterEffects.shrunken(ratings);
        double offFixed = 0;
        double offShrunken = 0;
        for (int r = 0; r < truth.length; r++) {
            offFixed += Math.pow(fixed.effect(r).orElseThrow() - truth[r] + mean, 2);
            offShrunken += Math.pow(shrunken.effect(r).orElseThrow() - truth[r] + mean, 2);
        }
        assertThat(offShrunken).isLessThan(offFixed);
    }

    @Test
    @DisplayName("against the typical rater, one odd rating of a newcomer hardly moves the others")
    void typical() {
        // rater 4 rated once, 4 below the others, who agree but for chance
        Ratings ratings =
                SomeRatings.byRater("545434545434", "544534445534", "545534445434", "444434445534", "1...........");
        RaterEffects fixed = RaterEffects.fixed(ratings);
        RaterEffects typical = RaterEffects.typical(ratings);
        for (int r = 0; r < 4; r++) {
            assertThat(fixed.effect(r).orElseThrow()).isGreaterThan(0.5);
            assertThat(typical.effect(r).orElseThrow()).isBetween(-0.3, 0.3);
        }
        // the same differences, about another zero
        assertThat(typical.effect(0).orElseThrow() - typical.effect(4).orElseThrow())
                .isCloseTo(fixed.effect(0).orElseThrow() - fixed.effect(4).orElseThrow(), within(1e-9));
        assertThat(typical.adjusted(3).orElseThrow() - fixed.adjusted(3).orElseThrow())
                .isCloseTo(fixed.effect(0).orElseThrow() - typical.effect(0).orElseThrow(), within(1e-9));
        Ratings even = SomeRatings.byRater("3451", "4352", "5553");
        RaterEffects three = RaterEffects.typical(even);
        assertThat(three.effect(1)).hasValueCloseTo(0.0, within(1e-9));
        assertThat(three.standardError(1))
                .hasValueCloseTo(RaterEffects.fixed(even).standardError(1).orElseThrow(), within(1e-9));
    }

    @Test
    @DisplayName("from either side, the limits against the typical rater hold their level")
    void typicalHoldsItsLevel() {
        DeterministicRandom random = DeterministicRandom.of(8);
        for (int subjects : new int[] {20, 90}) {
            int covered = 0;
            int all = 0;
            for (int round = 0; round < 30; round++) {
                RaterEffects effects = RaterEffects.typical(simulated(random, subjects, new double[40], 4));
                for (int r = 0;
                        r < effects.connections().raters(0)
                                && effects.connections().isConnected();
                        r++) {
                    if (effects.standardError(r).isPresent()) {
                        all++;
                        covered += effects.limits(r, 0.9).orElseThrow().contains(0) ? 1 : 0;
                    }
                }
            }
            assertThat(covered / (double) all).isCloseTo(0.9, within(0.025));
        }
    }

    @Test
    void whatDoesNotMatterIsNotTested() {
        RaterEffects effects = RaterEffects.fixed(SomeRatings.KRIPPENDORFF);
        // scipy.stats.t.sf(0.22419995 / 0.12782005, 26) * 2
        assertThat(effects.pValue(2, 0)).hasValueCloseTo(0.0912, within(1e-4));
        assertThat(effects.pValue(2, 0.3).orElseThrow()).isGreaterThan(0.5);
    }

    @Test
    @DisplayName(
            "large on both sides, the solution is iterative and the errors are sampled: the same within a few percent")
    void iterative() {
        DeterministicRandom random = DeterministicRandom.of(5);
        int n = CrossedEffects.DENSE + 100;
        int[] subjects = new int[8 * n];
        int[] raters = new int[8 * n];
        int[] values = new int[8 * n];
        for (int row = 0; row < subjects.length; row++) {
            subjects[row] = row / 8;
            raters[row] = random.nextInt(n);
            values[row] = (int) Math.round(1000 * (raters[row] % 5 + 3 * (subjects[row] % 7) + random.nextGaussian()));
        }
        Ratings ratings = Ratings.of(subjects, raters, values).withDecimals(3);
        RaterEffects effects = RaterEffects.fixed(ratings);
        double mean = 0;
        double off = 0;
        double calibrated = 0;
        for (int r = 0; r < n; r++) {
            mean += r % 5 / (double) n;
        }
        for (int r = 0; r < n; r++) {
            double error = effects.effect(r).orElseThrow() - (r % 5 - mean);
            off += error * error / n;
            calibrated += Math.pow(error / effects.standardError(r).orElseThrow(), 2) / n;
        }
        assertThat(Math.sqrt(off)).isBetween(0.3, 0.6);
        assertThat(calibrated).isBetween(0.85, 1.2);
    }

    @Test
    void theOrderOfRowsDecidesNothing() {
        DeterministicRandom random = DeterministicRandom.of(6);
        int[][] cells = new int[300][];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = new int[] {i / 4, (i * 7 + i / 4) % 11, 1 + random.nextInt(5)};
        }
        Ratings one = SomeRatings.ofCells(cells);
        int[] order = IntStream.range(0, cells.length).toArray();
        random.shuffle(order);
        Ratings other =
                SomeRatings.ofCells(Arrays.stream(order).mapToObj(i -> cells[i]).toArray(int[][]::new));
        RaterEffects a = RaterEffects.shrunken(one);
        RaterEffects b = RaterEffects.shrunken(other);
        for (int r = 0; r < one.raters(); r++) {
            assertThat(a.effect(r)).isEqualTo(b.effect(r));
            assertThat(a.standardError(r)).isEqualTo(b.standardError(r));
        }
        assertThat(KrippendorffAlpha.of(one, MeasurementLevel.ORDINAL).standardError())
                .isEqualTo(KrippendorffAlpha.of(other, MeasurementLevel.ORDINAL).standardError());
    }

    /** Subjects of N(0, 1), each rated by some raters drawn at random, with errors of 0.7; three decimals. */
    static Ratings simulated(DeterministicRandom random, int subjects, double[] effects, int each) {
        int[][] cells = new int[subjects * each][];
        for (int s = 0; s < subjects; s++) {
            double level = random.nextGaussian();
            int[] raters = IntStream.range(0, effects.length).toArray();
            random.shuffle(raters);
            for (int k = 0; k < each; k++) {
                double value = level + effects[raters[k]] + 0.7 * random.nextGaussian();
                cells[s * each + k] = new int[] {s, raters[k], (int) Math.round(1000 * value)};
            }
        }
        return SomeRatings.ofCells(cells).withDecimals(3);
    }
}
