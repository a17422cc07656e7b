package io.coaching.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Before anything is timed: all give the same answer, that of the definitions. */
class ScorecardRivalsTest {
    /** The plainest way there is: cell by cell, pair by pair. */
    private static ScorecardAnswer expected(Scorecards all) {
        ScorecardShape shape = all.shape;
        ScorecardAnswer answer = new ScorecardAnswer(shape);
        double[] weight = new double[answer.mean.length];
        double[] sum = new double[answer.mean.length];
        for (int c = 0; c < shape.cards; c++) {
            for (int i = 0; i < Scorecards.ITEMS; i++) {
                int level = all.level[c * Scorecards.ITEMS + i];
                if (level >= 0) {
                    int cell = all.cell(all.ratee[c], all.quarter[c], Scorecards.COMPETENCY[i]);
                    weight[cell] += Scorecards.WEIGHT[i];
                    sum[cell] += Scorecards.WEIGHT[i] * (level + 1);
                }
            }
        }
        for (int i = 0; i < sum.length; i++) {
            answer.mean[i] = sum[i] / weight[i];
        }
        double[] equal = new double[answer.agreement.length];
        double[] pairs = new double[answer.agreement.length];
        for (int a = 0; a < shape.cards; a++) {
            for (int b = 0; b < shape.cards; b++) {
                if (a != b && all.ratee[a] == all.ratee[b] && all.quarter[a] == all.quarter[b]) {
                    for (int i = 0; i < Scorecards.ITEMS; i++) {
                        int one = all.level[a * Scorecards.ITEMS + i];
                        int other = all.level[b * Scorecards.ITEMS + i];
                        if (one >= 0 && other >= 0) {
                            int group = all.quarter[a] * Scorecards.COMPETENCIES + Scorecards.COMPETENCY[i];
                            pairs[group]++;
                            equal[group] += one == other ? 1 : 0;
                        }
                    }
                }
            }
        }
        for (int i = 0; i < equal.length; i++) {
            answer.agreement[i] = equal[i] / pairs[i];
        }
        return answer;
    }

    @ParameterizedTest
    @EnumSource(ScorecardRival.class)
    void allRivalsAgreeOnEveryCell(ScorecardRival rival) {
        Scorecards all = Scorecards.generate(ScorecardShape.TINY, 5);
        ScorecardAnswer expected = expected(all);
        for (int threads = 1; threads <= 2; threads++) {
            try (ScorecardRollUp rollUp = rival.start(threads)) {
                rollUp.load(all);
                Object unused = rollUp.query();
                ScorecardAnswer answer = rollUp.fetch();
                assertThat(answer.mean).hasSameSizeAs(expected.mean);
                for (int i = 0; i < answer.mean.length; i++) {
                    assertThat(answer.mean[i]).as("cell %d", i).isCloseTo(expected.mean[i], within(1e-12));
                }
                for (int i = 0; i < answer.agreement.length; i++) {
                    assertThat(answer.agreement[i]).as("group %d", i).isCloseTo(expected.agreement[i], within(1e-12));
                }
            }
        }
    }
}
