package io.coaching.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Limits and two-sample tests against published figures and SciPy. */
class LimitsReferenceTest {
    /**
     * Newcombe 1998, Statistics in Medicine 17:857, table I; R prop.test(x, n, correct = FALSE / TRUE). Others: scipy
     * beta.ppf([.025, .975], x + .5, n - x + .5), beta.ppf(.025, x, n - x + 1), beta.ppf(.975, x + 1, n - x).
     */
    @ParameterizedTest(name = "wilson-{1}-{2} by {0}")
    @CsvSource({
        "WILSON, 81, 263, 0.255288519878274, 0.3662095769828",
        "WILSON_CONTINUITY, 81, 263, 0.253508682295185, 0.368176201043004",
        "JEFFREYS, 81, 263, 0.25452193, 0.3656475",
        "CLOPPER_PEARSON, 81, 263, 0.25273674558527126, 0.36762192260135135",
        "WILSON, 0, 20, 0, 0.161125158052819",
        "WILSON_CONTINUITY, 0, 20, 0, 0.200453345013487",
        "JEFFREYS, 0, 20, 0, 0.116638983",
        "CLOPPER_PEARSON, 0, 20, 0, 0.1684334709830853",
        "WILSON, 3, 4, 0.30064184258240184, 0.9544127391902995",
        "WILSON_CONTINUITY, 3, 4, 0.21942652006536273, 0.9868088381762734",
    })
    void proportions(ProportionInterval method, long x, long n, double low, double high) {
        Limits limits = method.of(x, n, 0.95).orElseThrow();
        double tolerance = method == ProportionInterval.JEFFREYS ? 1e-7 : 1e-9;
        assertThat(limits.low()).isCloseTo(low, within(tolerance));
        assertThat(limits.high()).isCloseTo(high, within(tolerance));
        Limits mirrored = method.of(n - x, n, 0.95).orElseThrow();
        assertThat(mirrored.low()).isCloseTo(1 - high, within(tolerance));
        assertThat(mirrored.high()).isCloseTo(1 - low, within(tolerance));
    }

    @ParameterizedTest
    @EnumSource
    void aWiderLevelGivesWiderLimits(ProportionInterval method) {
        for (int x = 0; x <= 7; x++) {
            Limits narrow = method.of(x, 7, 0.8).orElseThrow();
            Limits wide = method.of(x, 7, 0.99).orElseThrow();
            assertThat(wide.low()).isLessThanOrEqualTo(narrow.low());
            assertThat(wide.high()).isGreaterThanOrEqualTo(narrow.high());
            assertThat(narrow.contains(x / 7.0)).isTrue();
            assertThat(wide.low()).isBetween(0.0, 1.0);
        }
        assertThat(method.of(0, 0, 0.95)).isEmpty();
        assertThatThrownBy(() -> method.of(5, 4, 0.95)).hasMessageContaining("successes must be in 0..4 (trials): 5");
        assertThatThrownBy(() -> method.of(0, -1, 0.95)).hasMessageContaining("trials must be at least 0: -1");
    }

    /** Newcombe 1998, Statistics in Medicine 17:873, table II, method 10. */
    @DisplayName("newcombe-diff-a")
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524314724023649, 0.333872654036906",
        "5, 56, 0, 29, -0.0381371479035369, 0.192560013855112"
    })
    void differences(long x1, long n1, long x2, long n2, double low, double high) {
        Limits limits = new ProportionDifference(x1, n1, x2, n2).newcombe(0.95);
        assertThat(limits.low()).isCloseTo(low, within(1e-9));
        assertThat(limits.high()).isCloseTo(high, within(1e-9));
        Limits reversed = new ProportionDifference(x2, n2, x1, n1).newcombe(0.95);
        assertThat(reversed.low()).isCloseTo(-high, within(1e-9));
    }

    /** Bickel, Hammel and O'Connell 1975; R prop.test(correct = FALSE). */
    @Test
    @DisplayName("two-prop-ucb-aggregate")
    void pooledTest() {
        TestResult test =
                new ProportionDifference(1198, 2691, 557, 1835).pooledZ().orElseThrow();
        assertThat(test.statistic()).isCloseTo(9.60235806515919, within(1e-9));
        assertThat(test.pValue()).isCloseTo(7.81360038899453e-22, within(1e-30));
        assertThat(new ProportionDifference(0, 5, 0, 9).pooledZ()).isEmpty();
        assertThatThrownBy(() -> new ProportionDifference(0, 0, 1, 2)).hasMessageContaining("trials1");
    }

    /** Fleiss 1981, p. 139; R ?prop.test. */
    @Test
    @DisplayName("k-prop-smokers")
    void manyProportions() {
        TestResult test = ProportionTests.chiSquare(new long[] {83, 90, 129, 70}, new long[] {86, 93, 136, 82})
                .orElseThrow();
        assertThat(test.statistic()).isCloseTo(12.6004112971276, within(1e-9));
        assertThat(test.degreesOfFreedom()).isEqualTo(3);
        assertThat(test.pValue()).isCloseTo(0.00558547666162702, within(1e-9));
        assertThat(ProportionTests.chiSquare(new long[] {0, 0}, new long[] {3, 4}))
                .isEmpty();
    }

    @Test
    void rates() {
        // scipy: gamma.ppf(.025, 5), gamma.ppf(.975, 6); gamma.ppf([.025, .975], 5.5); gamma.ppf(.975, 1), (.975, .5)
        Limits garwood = RateInterval.GARWOOD.of(5, 2, 0.95);
        assertThat(garwood.low()).isCloseTo(1.6234863901184207 / 2, within(1e-7));
        assertThat(garwood.high()).isCloseTo(11.66833207932267 / 2, within(1e-7));
        Limits jeffreys = RateInterval.JEFFREYS.of(5, 1, 0.95);
        assertThat(jeffreys.low()).isCloseTo(1.90787413, within(1e-7));
        assertThat(jeffreys.high()).isCloseTo(10.96002463, within(1e-7));
        assertThat(RateInterval.GARWOOD.of(0, 1, 0.95).low()).isZero();
        assertThat(RateInterval.GARWOOD.of(0, 1, 0.95).high()).isCloseTo(3.6888794541139354, within(1e-7));
        assertThat(RateInterval.JEFFREYS.of(0, 1, 0.95).high()).isCloseTo(2.511943093657444, within(1e-7));
        assertThatThrownBy(() -> RateInterval.GARWOOD.of(1, 0, 0.95)).hasMessageContaining("exposure");
    }

    @Test
    void ratiosOfSums() {
        RatioOfSums ratio =
                RatioOfSums.of(new double[] {1, 3, 4}, new double[] {2, 4, 10}).orElseThrow();
        assertThat(ratio.ratio()).isEqualTo(0.5);
        assertThat(ratio.variance()).isCloseTo(3 / 256.0, within(1e-15));
        assertThat(RatioOfSums.ofSums(3, 8, 16, 26, 54, 120).orElseThrow().variance())
                .isCloseTo(3 / 256.0, within(1e-14));
        // t(2) at 0.975 is 4.302652729911275
        assertThat(ratio.limits(0.95).high()).isCloseTo(0.5 + 4.302652729911275 * ratio.standardError(), within(1e-9));
        assertThat(RatioOfSums.of(new double[] {1, 2}, new double[] {0, 0})).isEmpty();
        assertThat(RatioOfSums.of(new double[] {1}, new double[] {3})).isEmpty();
        assertThatThrownBy(() -> RatioOfSums.of(new double[] {1}, new double[] {1, 2}))
                .hasMessageContaining("same length: 1 and 2");
    }

    @Test
    void theRatioOfProportionsHasTheBinomialVariance() {
        // with x = 1 throughout, it is the variance of a mean of 0 and 1
        RatioOfSums ratio = RatioOfSums.of(new double[] {1, 0, 0, 1, 1}, new double[] {1, 1, 1, 1, 1})
                .orElseThrow();
        assertThat(ratio.variance()).isCloseTo(0.6 * 0.4 / 4, within(1e-15));
    }

    /** Student 1908; R t.test(x, y). */
    @Test
    @DisplayName("welch-sleep")
    void welch() {
        double[] x = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2};
        double[] y = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
        WelchTest test = WelchTest.of(x, y).orElseThrow();
        assertThat(test.difference()).isCloseTo(-1.58, within(1e-9));
        assertThat(test.statistic()).isCloseTo(-1.86081346748685, within(1e-9));
        assertThat(test.degreesOfFreedom()).isCloseTo(17.7764735161785, within(1e-9));
        assertThat(test.pValue()).isCloseTo(0.0793941401873582, within(1e-9));
        assertThat(test.limits(0.95).low()).isCloseTo(-3.36548323071171, within(1e-8));
        assertThat(test.limits(0.95).high()).isCloseTo(0.20548323071171, within(1e-8));
        assertThat(WelchTest.of(new double[] {1, 1}, new double[] {2, 2})).isEmpty();
        assertThat(WelchTest.of(new double[] {1}, new double[] {2, 3})).isEmpty();
    }

    @Test
    void mannWhitney() {
        // scipy: mannwhitneyu([1, 2, 3, 4], [3.5, 5, 6])
        MannWhitney exact = MannWhitney.of(new double[] {1, 2, 3, 4}, new double[] {3.5, 5, 6})
                .orElseThrow();
        assertThat(exact.statistic()).isEqualTo(1);
        assertThat(exact.superiority()).isCloseTo(1 / 12.0, within(1e-15));
        assertThat(exact.pValue()).isCloseTo(4 / 35.0, within(1e-12));
        // scipy: mannwhitneyu(..., method='asymptotic')
        MannWhitney ties = MannWhitney.of(new double[] {1, 2, 2, 3, 5, 6}, new double[] {2, 4, 5, 7, 8})
                .orElseThrow();
        assertThat(ties.statistic()).isEqualTo(7.5);
        assertThat(ties.pValue()).isCloseTo(0.1960821150251133, within(1e-9));
        assertThat(MannWhitney.of(new double[] {1}, new double[] {1, 1})).isEmpty();
        assertThat(MannWhitney.of(new double[0], new double[] {1, 1})).isEmpty();
    }

    @Test
    void limitsKeepTheirOrder() {
        assertThatThrownBy(() -> new Limits(2, 1, 0.95)).hasMessageContaining("low must not exceed high: 2.0 and 1.0");
        assertThat(new Limits(1, 3, 0.9).width()).isEqualTo(2);
        assertThat(new Limits(1, 3, 0.9).contains(3)).isTrue();
        assertThat(new Limits(1, 3, 0.9).contains(3.1)).isFalse();
    }
}
