package io.coaching.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PercentTest {
    @Test
    void aPercentIsAHundredth() {
        assertThat(Percent.of(25).fraction()).isEqualTo(0.25);
        assertThat(Percent.ofFraction(0.25)).isEqualTo(Percent.of(25));
        assertThat(Percent.of(110)).isGreaterThan(Percent.of(-5));
    }

    @Test
    void itIsWrittenWithItsSign() {
        assertThat(Percent.of(95)).hasToString("95%");
        assertThat(Percent.of(97.5)).hasToString("97.5%");
        assertThat(Percent.of(-0.0)).hasToString("0%").isEqualTo(Percent.of(0));
    }

    @Test
    void itIsANumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Percent.of(Double.NaN))
                .withMessageContaining("percent must be finite: NaN");
    }
}
