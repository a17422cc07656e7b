package io.coaching.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.coaching.internal.random.DeterministicRandom;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A sum of amounts to come")
class SumOfAmountsTest {
    @Test
    @DisplayName("of a known mean and spread is a gamma with its moments")
    void knownMean() {
        // scipy.stats.gamma.sf(1e5, 40, scale=2500)
        assertThat(new SumOfAmounts(10_000, 5_000, 0).reaches(100_000, 10))
                .isCloseTo(0.47897113893894483, within(1e-12));
    }

    @Test
    @DisplayName(
            "is less sure where the mean is a sample's: a low total is missed more often, a high one reached more often")
    void unsureMean() {
        var sure = new SumOfAmounts(10_000, 5_000, 0);
        var unsure = SumOfAmounts.ofSample(5_000, 8_000, 10_000, 17_000);

        assertThat(unsure.mean()).isEqualTo(10_000);
        assertThat(unsure.sd()).isCloseTo(Math.sqrt(26e6), within(1e-9)); // R: sd(c(5, 8, 10, 17))^2 = 26
        assertThat(unsure.standardError()).isCloseTo(Math.sqrt(26e6) / 2, within(1e-9));
        assertThat(unsure.reaches(800_000, 100)).isLessThan(sure.reaches(800_000, 100) - 0.1);
        assertThat(unsure.reaches(1_200_000, 100)).isGreaterThan(sure.reaches(1_200_000, 100) + 0.1);
    }

    @Test
    @DisplayName("of equal amounts is certain")
    void equalAmounts() {
        SumOfAmounts equal = SumOfAmounts.ofSample(10, 10, 10);

        assertThat(equal.reaches(100, 10)).isEqualTo(1);
        assertThat(equal.reaches(100, 9)).isEqualTo(0);
        assertThat(equal.reaches(100, 0)).isEqualTo(0);
    }

    @ParameterizedTest(name = "sigma {0}: within {1}")
    @DisplayName(
            "of log-normal deals comes within three points of a probability of what happens, of very skewed ones within five")
    @CsvSource({"0.5, 0.03", "1.0, 0.05"})
    void skewed(double sigma, double within) {
        DeterministicRandom random = DeterministicRandom.of(20260101);
        double mean = StrictMath.exp(sigma * sigma / 2);
        var sums = new SumOfAmounts(mean, mean * Math.sqrt(StrictMath.expm1(sigma * sigma)), 0);
        for (int n : new int[] {2, 10, 40}) {
            double[] totals = {0.7 * n * mean, n * mean, 1.3 * n * mean};
            int[] reached = new int[totals.length];
            int rounds = 20_000;
            for (int round = 0; round < rounds; round++) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += StrictMath.exp(random.nextGaussian(0, sigma));
                }
                for (int t = 0; t < totals.length; t++) {
                    reached[t] += sum >= totals[t] ? 1 : 0;
                }
            }
            for (int t = 0; t < totals.length; t++) {
                assertThat(sums.reaches(totals[t], n))
                        .as("%d deals, total %f", n, totals[t])
                        .isCloseTo((double) reached[t] / rounds, within(within));
            }
        }
    }

    @Test
    @DisplayName("as a function of n has a memory that does not forget a digit that matters")
    void memory() {
        var sums = new SumOfAmounts(10, 8, 1.5);
        LongToDoubleFunction reaching = sums.reaching(60_000);
        for (long n : new long[] {0, 1, 4095, 4096, 4097, 5003, 6000, 7777, 8191, 8192, 8193, 20_001, 1L << 40}) {
            assertThat(reaching.applyAsDouble(n)).as("%d", n).isCloseTo(sums.reaches(60_000, n), within(2e-5));
        }
    }

    @Test
    @DisplayName("needs two amounts, a mean above 0 and a total above 0")
    void mistakes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SumOfAmounts.ofSample(5))
                .withMessageContaining("number of amounts must be at least 2: 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SumOfAmounts.ofSample(-5, 5))
                .withMessageContaining("mean must be finite and above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SumOfAmounts(1, 1, 1).reaches(0, 5))
                .withMessageContaining("total must be finite and above 0: 0.0");
    }
}
