package io.coaching.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimateTest {
    private static Known.Builder rate() {
        return Known.builder().value(0.63).n(6711, "trials").method("won / (won + lost)");
    }

    @Test
    void whatIsKnownSaysTheValueFirstThenWhatItStandsOn() {
        Known known = rate().interval(Interval.confidence(0.62, 0.64, Percent.of(95), "Wilson"))
                .n(30, "persons")
                .build();
        assertThat(known).hasToString("0.63 [0.62, 0.64] n=6,711");
        assertThat(known.n()).isEqualTo(6711);
        assertThat(known.sizes()).hasToString("[6,711 trials, 30 persons]");
        assertThat(known.asDouble()).hasValue(0.63);
        assertThat(known.whyNot()).isEmpty();
    }

    @Test
    void aValueThatIsNotThereHasAReasonInstead() {
        Estimate undefined = Estimate.undefined(Reason.NOTHING_DECIDED);
        assertThat(undefined).hasToString("undefined: nothing was decided in the period");
        assertThat(undefined.whyNot()).contains(Reason.NOTHING_DECIDED);
        assertThat(undefined.asDouble()).isEmpty();
        assertThat(undefined.isKnown()).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(undefined::orThrow)
                .withMessage("there is no value: undefined: nothing was decided in the period");
    }

    @Test
    void whatIsWithheldRevealsTheReasonOnly() {
        Estimate withheld = Estimate.withheld(Reason.GROUP_TOO_SMALL);
        assertThat(withheld).hasToString("withheld: the group is smaller than privacy allows");
        assertThat(withheld).isNotEqualTo(Estimate.undefined(Reason.GROUP_TOO_SMALL));
        assertThat(withheld.asDouble()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void noValueIsInfiniteOrNotANumber(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rate().value(value).build())
                .withMessageContaining("value must be finite: " + value);
    }

    @Test
    void aValueWithoutEvidenceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Known.builder().value(1).method("guess").build())
                .withMessageContaining("say what the value 1.0 stands on");
    }

    @Test
    void anIntervalHasItsEndsInOrderAndASensibleLevel() {
        assertThat(Interval.credible(-0.0, 2, Percent.of(90), "beta").low()).isEqualTo(0.0);
        assertThat(Interval.credible(1, 2, Percent.of(90), "beta").contains(2)).isTrue();
        assertThat(Interval.credible(1, 2, Percent.of(90), "beta").contains(2.1))
                .isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interval.confidence(2, 1, Percent.of(95), "Wilson"))
                .withMessageContaining("low 2.0, high 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interval.confidence(1, 2, Percent.of(100), "Wilson"))
                .withMessageContaining("below 100%: 100%");
    }
}
