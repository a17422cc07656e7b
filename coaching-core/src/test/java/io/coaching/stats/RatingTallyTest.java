package io.coaching.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.coaching.internal.random.DeterministicRandom;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Cards rolled up to subject, group and period. */
class RatingTallyTest {
    private static final byte NONE = -1;

    @Test
    void weightsCountWhatWasRated() {
        RatingTally tally = RatingTally.builder(3, 1, 2, 3, 4, 5)
                .add(7, 2, (byte) 2, (byte) 3, NONE)
                .add(7, 2, (byte) 4, (byte) 3, NONE)
                .add(7, 0, (byte) 0, NONE, (byte) 4)
                .build();
        RatingTally.Scores scores = tally.rollUp(new int[] {0, 0, 1}, new int[] {2, 1, 1});
        assertThat(scores.rows()).isEqualTo(2);
        assertThat(scores.period(0)).isZero();
        assertThat(scores.mean(0, 0)).hasValue(1); // the item of weight 1 was not rated
        assertThat(scores.mean(0, 1)).hasValue(5);
        assertThat(scores.subject(1)).isEqualTo(7);
        assertThat(scores.cards(1)).isEqualTo(2);
        assertThat(scores.mean(1, 0)).hasValueCloseTo((2 * 3 + 2 * 5 + 4 + 4) / 6.0, within(1e-12));
        assertThat(scores.mean(1, 1)).isEmpty();
        assertThat(scores.agreement(0, 2)).hasValue(0.5);
        assertThat(scores.agreement(1, 2)).isEmpty();
        assertThat(scores.agreement(0, 0)).isEmpty();
    }

    @Test
    void halvesAndOtherStepsAreExact() {
        RatingTally.Scores scores = RatingTally.builder(1, 1, 1.5, 2.25)
                .add(0, 0, (byte) 1)
                .add(0, 0, (byte) 2)
                .build()
                .rollUp(new int[] {0}, new int[] {1});
        assertThat(scores.mean(0, 0)).hasValue(1.875);
    }

    @Test
    void agreementIsThatOfPercentAgreementWhereAllUnitsHaveTwoRatings() {
        DeterministicRandom random = DeterministicRandom.of(1);
        int[][] cells = new int[400][];
        RatingTally.Builder builder = RatingTally.builder(1, 1, 2, 3);
        for (int i = 0; i < cells.length; i++) {
            int level = random.nextInt(3);
            cells[i] = new int[] {i / 2, i % 2, 1 + level};
            builder.add(i / 2, 0, (byte) level);
        }
        assertThat(builder.build()
                        .rollUp(new int[] {0}, new int[] {1})
                        .agreement(0, 0)
                        .orElseThrow())
                .isCloseTo(
                        PercentAgreement.of(SomeRatings.ofCells(cells)).value().orElseThrow(), within(1e-12));
    }

    @Test
    void neitherOrderNorThreadsMoveABit() {
        DeterministicRandom random = DeterministicRandom.of(2);
        byte[][] levels = new byte[30_000][8];
        int[] subject = new int[levels.length];
        int[] period = new int[levels.length];
        for (int c = 0; c < levels.length; c++) {
            subject[c] = random.nextInt(3_000);
            period[c] = random.nextInt(4);
            for (int i = 0; i < 8; i++) {
                levels[c][i] = (byte) (random.nextInt(6) - 1);
            }
        }
        int[] order = IntStream.range(0, levels.length).toArray();
        RatingTally one = built(order, subject, period, levels);
        random.shuffle(order);
        RatingTally other = built(order, subject, period, levels);
        int[] groups = {0, 0, 1, 1, 2, 2, 2, 3};
        int[] weights = {1, 3, 2, 2, 1, 1, 4, 1};
        ExecutorService executor = Executors.newFixedThreadPool(3);
        try {
            assertThat(figures(other.rollUp(groups, weights, executor, 4)))
                    .isEqualTo(figures(one.rollUp(groups, weights)));
        } finally {
            executor.shutdown();
        }
    }

    private static RatingTally built(int[] order, int[] subject, int[] period, byte[][] levels) {
        RatingTally.Builder builder = RatingTally.builder(8, 1, 2, 3, 4, 5);
        for (int c : order) {
            builder.add(subject[c], period[c], levels[c]);
        }
        return builder.build();
    }

    private static double[] figures(RatingTally.Scores scores) {
        double[] figures = new double[scores.rows() * scores.groups() + scores.periods() * scores.groups()];
        int at = 0;
        for (int row = 0; row < scores.rows(); row++) {
            for (int g = 0; g < scores.groups(); g++) {
                figures[at++] = scores.mean(row, g).orElse(-row - 1000.0 * scores.subject(row));
            }
        }
        for (int p = 0; p < scores.periods(); p++) {
            for (int g = 0; g < scores.groups(); g++) {
                figures[at++] = scores.agreement(g, p).orElse(-1);
            }
        }
        assertThat(Arrays.stream(figures).distinct().count()).isGreaterThan(1_000);
        return figures;
    }

    @Test
    void mistakesOfTheCallerAreNamed() {
        assertThatThrownBy(() -> RatingTally.builder(1, 1, 2).add(0, 0, (byte) 5))
                .hasMessageContaining("levels[0] must be in -1..1: 5")
                .hasMessageContaining("place on the scale");
        assertThatThrownBy(() -> RatingTally.builder(1, 2, 1)).hasMessageContaining("ascend");
        assertThatThrownBy(() -> RatingTally.builder(1, 1, 1.00001)).hasMessageContaining("three decimals");
        assertThatThrownBy(() -> RatingTally.builder(2, 1, 2).build().rollUp(new int[] {0}, new int[] {1}))
                .hasMessageContaining("groups and items");
        assertThat(RatingTally.builder(1, 1, 2)
                        .build()
                        .rollUp(new int[] {0}, new int[] {1})
                        .rows())
                .isZero();
    }
}
