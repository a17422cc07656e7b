package io.coaching.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The run rate")
class RunRateTest {
    @Test
    @DisplayName("of 96,000 after 12 of 30 days with a goal of 260,000 (pacing-96k-day12)")
    void published() {
        // calculator.city "How to calculate sales pace": 8,000 a day, 240,000, about 92.3 %
        RunRate rate = RunRate.of(96_000, 12, 30, 260_000);
        assertThat(rate.perDay()).hasValue(8_000);
        assertThat(rate.projected()).hasValue(240_000);
        assertThat(rate.projectedAttainment()).hasValue(0.9230769230769231);
        assertThat(rate.attainment()).hasValue(0.36923076923076925);
        assertThat(rate.neededPerDay()).hasValue(9111.111111111111);
        assertThat(rate.onTrackToDate()).isEqualTo(104_000);
    }

    @Test
    @DisplayName("has no projection before the first day is over and needs nothing after the last")
    void edges() {
        assertThat(RunRate.of(0, 0, 30, 260_000).projected()).isEmpty();
        assertThat(RunRate.of(0, 0, 30, 260_000).neededPerDay()).hasValue(260_000 / 30.0);
        assertThat(RunRate.of(100, 30, 30, 260).neededPerDay()).isEmpty();
        assertThat(RunRate.of(300, 12, 30, 260).neededPerDay()).hasValue(0);
        assertThatThrownBy(() -> RunRate.of(1, 31, 30, 2)).hasMessageContaining("over");
    }

    @Test
    @DisplayName("has no answer where one would be beyond all numbers")
    void overflow() {
        assertThat(RunRate.of(1e308, 1, 60, 5).projected()).isEmpty();
        assertThat(RunRate.of(1e10, 1, 60, 1e-300).attainment()).isEmpty();
        assertThat(RunRate.of(1e10, 1, 60, 1e-300).projectedAttainment()).isEmpty();
        assertThat(RunRate.of(-1e308, 59, 60, 1e308).neededPerDay()).isEmpty();
    }
}
