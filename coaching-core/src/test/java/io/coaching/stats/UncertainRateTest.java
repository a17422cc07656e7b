package io.coaching.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An uncertain rate")
class UncertainRateTest {
    @ParameterizedTest(name = "Beta({0}, {1}): P(at least {2} of {3}) is {4}")
    @DisplayName("gives the beta-binomial")
    // scipy.stats.betabinom.sf(k - 1, n, a, b)
    @CsvSource({
        "10.5, 30.5, 10, 40, 0.5516551620279453",
        "25.5, 75.5, 10, 40, 0.5552859304238984",
        "0.5, 10.5, 2, 76, 0.5019799762904112",
        "0.5, 0.5, 3, 5, 0.4999999999999999",
        "4000.5, 6000.5, 420, 1000, 0.11535792821945945",
        "2.5, 0.5, 9, 10, 0.6166896820068359",
        "1.5, 999.5, 5, 3000, 0.38968320830321623",
        "10.5, 30.5, 2500, 10000, 0.5125376854928181"
    })
    void betaBinomial(double alpha, double beta, long least, long n, double expected) {
        UncertainRate rate = UncertainRate.of(new Distribution.Beta(alpha, beta));

        assertThat(rate.tail(least, n)).isCloseTo(expected, within(1e-10));
        assertThat(rate.expectation(n, k -> k >= least ? 1 : 0)).isCloseTo(expected, within(1e-10));
        assertThat(rate.mean()).isCloseTo(alpha / (alpha + beta), within(1e-12));
    }

    @ParameterizedTest(name = "P(at least {1} of {2}) at {0} is {3}")
    @DisplayName("that is known gives the binomial")
    // scipy.stats.binom.sf(k - 1, n, p)
    @CsvSource({
        "0.25, 10, 40, 0.560460268327467",
        "0.1, 10, 100, 0.5487098345579952",
        "0.001, 3, 1000, 0.080209342840201",
        "0.5, 50200, 100000, 0.10351948588211125",
        "0.999, 998, 1000, 0.9197906571597988"
    })
    void binomial(double p, long least, long n, double expected) {
        assertThat(UncertainRate.known(p).tail(least, n)).isCloseTo(expected, within(1e-10));
        assertThat(UncertainRate.known(p).expectation(n, k -> k >= least ? 1 : 0))
                .isCloseTo(expected, within(1e-10));
    }

    @Test
    @DisplayName(
            "of three stages is their product: its mean is the product of the means, its tail that of a double sum")
    void product() {
        UncertainRate three = UncertainRate.of(new Distribution.Beta(20.5, 30.5))
                .times(UncertainRate.of(new Distribution.Beta(10.5, 30.5)))
                .times(UncertainRate.of(new Distribution.Beta(5.5, 5.5)));

        assertThat(three.mean()).isCloseTo(20.5 / 51 * (10.5 / 41) * 0.5, within(1e-9));
        // sums of scipy.stats.betabinom.pmf over both stages between
        assertThat(three.tail(10, 200)).isCloseTo(0.49989996188497526, within(1e-5));
    }

    @Test
    @DisplayName("may be a mixture, as empirical Bayes gives: as sure as its parts are together")
    void mixture() {
        var one = new Distribution.Beta(10.5, 30.5);
        var two = new Distribution.Beta(40, 60);
        UncertainRate mixed = UncertainRate.of(
                new Distribution.Mixture(List.of(0.5, 0.3, 0.2), List.of(one, two, new Distribution.Point(0.25))));

        assertThat(mixed.tail(10, 40))
                .isCloseTo(
                        0.5 * UncertainRate.of(one).tail(10, 40)
                                + 0.3 * UncertainRate.of(two).tail(10, 40)
                                + 0.2 * UncertainRate.known(0.25).tail(10, 40),
                        within(1e-6));
    }

    @Test
    @DisplayName("may be as good as unknown, or as good as known, and stays a number")
    void extremes() {
        UncertainRate vague = UncertainRate.of(new Distribution.Beta(0.05, 0.1));
        UncertainRate sharp = UncertainRate.of(new Distribution.Beta(2.5e13, 7.5e13));
        UncertainRate mixed = UncertainRate.of(new Distribution.Mixture(
                List.of(0.5, 0.5), List.of(new Distribution.Beta(0.05, 0.1), new Distribution.Beta(2.5e13, 7.5e13))));

        assertThat(vague.mean()).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(vague.times(vague).mean()).isCloseTo(1.0 / 9, within(1e-6));
        assertThat(sharp.tail(10, 40)).isCloseTo(UncertainRate.known(0.25).tail(10, 40), within(1e-6));
        assertThat(mixed.tail(10, 40)).isCloseTo((vague.tail(10, 40) + sharp.tail(10, 40)) / 2, within(1e-3));
        assertThat(vague.times(UncertainRate.known(0)).tail(1, 5)).isEqualTo(0);
    }

    @Test
    @DisplayName("is 0 or 1 where nothing else can be")
    void edges() {
        assertThat(UncertainRate.known(0.3).tail(0, 0)).isEqualTo(1);
        assertThat(UncertainRate.known(0.3).tail(6, 5)).isEqualTo(0);
        assertThat(UncertainRate.known(1).tail(5, 5)).isEqualTo(1);
        assertThat(UncertainRate.known(0).tail(1, 1_000_000)).isEqualTo(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UncertainRate.of(new Distribution.Normal(0.3, 0.1)))
                .withMessageContaining("belief must be a beta");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UncertainRate.known(1.1))
                .withMessageContaining("rate must be in 0.0..1.0: 1.1");
    }
}
