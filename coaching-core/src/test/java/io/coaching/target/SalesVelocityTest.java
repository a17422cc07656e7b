package io.coaching.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.coaching.base.Percent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Sales velocity")
class SalesVelocityTest {
    @Test
    @DisplayName(
            "of 18 opportunities x 42,000 x 24 % / 78 days is 2,326.15 a day (sales-velocity-18x42k, winsabove glossary)")
    void published() {
        Percent winRate = Percent.of(24);

        assertThat(SalesVelocity.of(18, 42_000, winRate, 78).perDay()).isCloseTo(2326.153846153846, within(1e-9));
        assertThat(SalesVelocity.of(18, 42_000, winRate, 65).perDay()).isCloseTo(2791.3846153846152, within(1e-9));
        assertThat(SalesVelocity.of(18, 42_000, winRate, 78)).hasToString("2,326.15 a day");
    }

    @Test
    @DisplayName("of 120 opportunities x 42,000 x 22 % / 78 or 65 days is 14,215.38 and 17,058.46 a day (METHODS GV3)")
    void anotherPublished() {
        Percent winRate = Percent.of(22);

        assertThat(SalesVelocity.of(120, 42_000, winRate, 78).perDay()).isCloseTo(14_215.38, within(0.005));
        assertThat(SalesVelocity.of(120, 42_000, winRate, 65).perDay()).isCloseTo(17_058.46, within(0.005));
    }

    @Test
    @DisplayName("needs a cycle of some days, and a win rate in 0 % to 100 %")
    void mistakes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SalesVelocity.of(18, 42_000, Percent.of(24), 0))
                .withMessageContaining("cycleDays must be finite and above 0: 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SalesVelocity.of(18, 42_000, Percent.of(240), 78))
                .withMessageContaining("winRate must be in 0%..100%: 240%");
    }

    @Test
    @DisplayName("refuses figures whose product is beyond all numbers")
    void overflow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SalesVelocity.of(1e200, 1e200, Percent.of(25), 1))
                .withMessageContaining("velocity must be finite");
    }
}
