package io.coaching.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.coaching.internal.random.DeterministicRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A calibration")
class CalibrationTest {
    @Test
    @DisplayName("has the Brier score, its skill and the bins of a reliability diagram")
    void byHand() {
        Calibration c = Calibration.of(
                        new double[] {0.9, 0.8, 0.2, 0.4, 1, 0.95},
                        new boolean[] {true, true, false, false, true, false})
                .orElseThrow();
        assertThat(c.n()).isEqualTo(6);
        assertThat(c.brier()).isCloseTo((0.01 + 0.04 + 0.04 + 0.16 + 0 + 0.9025) / 6, within(1e-12));
        assertThat(c.baseRate()).isEqualTo(0.5);
        assertThat(c.skill().orElseThrow()).isCloseTo(1 - 1.1525 / 6 / 0.25, within(1e-12));
        assertThat(c.bins()).extracting(CalibrationBin::low).containsExactly(0.2, 0.4, 0.8, 0.9);
        assertThat(c.bins().get(3).n()).isEqualTo(3);
        assertThat(c.bins().get(3).predicted()).isCloseTo(0.95, within(1e-12));
        assertThat(c.bins().get(3).observed()).isCloseTo(2 / 3.0, within(1e-12));
    }

    @Test
    @DisplayName("shows that fair probabilities are fair and that bold ones are not")
    void fairAndBold() {
        var random = DeterministicRandom.of(5);
        int n = 20_000;
        double[] fair = new double[n];
        double[] bold = new double[n];
        boolean[] happened = new boolean[n];
        for (int i = 0; i < n; i++) {
            fair[i] = random.nextDouble();
            bold[i] = fair[i] < 0.5 ? fair[i] / 2 : 1 - (1 - fair[i]) / 2;
            happened[i] = random.nextBoolean(fair[i]);
        }
        Calibration ofFair = Calibration.of(fair, happened).orElseThrow();
        Calibration ofBold = Calibration.of(bold, happened).orElseThrow();
        assertThat(ofFair.meanGap()).isLessThan(0.015);
        assertThat(ofFair.brier()).isCloseTo(1 / 6.0, within(0.01));
        assertThat(ofBold.meanGap()).isGreaterThan(0.1);
        assertThat(ofBold.brier()).isGreaterThan(ofFair.brier());
    }

    @Test
    @DisplayName("of nothing there is none, and what always happens has no skill to speak of")
    void edges() {
        assertThat(Calibration.of(new double[0], new boolean[0])).isEmpty();
        assertThat(Calibration.of(new double[] {1, 0.5}, new boolean[] {true, true})
                        .orElseThrow()
                        .skill())
                .isEmpty();
        assertThatThrownBy(() -> Calibration.of(new double[] {1.5}, new boolean[] {true}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("probabilities[0]");
    }
}
