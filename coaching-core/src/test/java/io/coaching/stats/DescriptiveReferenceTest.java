package io.coaching.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Descriptive figures against published ones. */
class DescriptiveReferenceTest {
    private static final double[] MICHELSO = {
        299.85, 299.74, 299.9, 300.07, 299.93, 299.85, 299.95, 299.98, 299.98, 299.88, 300, 299.98, 299.93, 299.65,
        299.76, 299.81, 300, 300, 299.96, 299.96, 299.96, 299.94, 299.96, 299.94, 299.88, 299.8, 299.85, 299.88, 299.9,
        299.84, 299.83, 299.79, 299.81, 299.88, 299.88, 299.83, 299.8, 299.79, 299.76, 299.8, 299.88, 299.88, 299.88,
        299.86, 299.72, 299.72, 299.62, 299.86, 299.97, 299.95, 299.88, 299.91, 299.85, 299.87, 299.84, 299.84, 299.85,
        299.84, 299.84, 299.84, 299.89, 299.81, 299.81, 299.82, 299.8, 299.77, 299.76, 299.74, 299.75, 299.76, 299.91,
        299.92, 299.89, 299.86, 299.88, 299.72, 299.84, 299.85, 299.85, 299.78, 299.89, 299.84, 299.78, 299.81, 299.76,
        299.81, 299.79, 299.81, 299.82, 299.85, 299.87, 299.87, 299.81, 299.74, 299.81, 299.94, 299.95, 299.8, 299.81,
        299.87
    };
    private static final double[] WAFERS = {
        95.1772, 95.1567, 95.1937, 95.1959, 95.1442, 95.061, 95.1591, 95.1195, 95.1065, 95.0925, 95.199, 95.1682
    };
    private static final double[] RIVERS = {
        735, 320, 325, 392, 524, 450, 1459, 135, 465, 600, 330, 336, 280, 315, 870, 906, 202, 329, 290, 1000, 600, 505,
        1450, 840, 1243, 890, 350, 407, 286, 280, 525, 720, 390, 250, 327, 230, 265, 850, 210, 630, 260, 230, 360, 730,
        600, 306, 390, 420, 291, 710, 340, 217, 281, 352, 259, 250, 470, 680, 570, 350, 300, 560, 900, 625, 332, 2348,
        1171, 3710, 2315, 2533, 780, 280, 410, 460, 260, 255, 431, 350, 760, 618, 338, 981, 1306, 500, 696, 605, 250,
        411, 1054, 735, 233, 435, 490, 310, 460, 383, 375, 1270, 545, 445, 1885, 380, 300, 380, 377, 425, 276, 210, 800,
        420, 350, 360, 538, 1100, 1205, 314, 237, 610, 360, 540, 1038, 424, 310, 300, 444, 301, 268, 620, 215, 652, 900,
        525, 246, 360, 529, 500, 720, 270, 430, 671, 1770
    };
    private static final double[] URANIUM = {199.31, 199.53, 200.19, 200.82, 201.92, 201.95, 202.18, 245.57};

    /** NIST Statistical Reference Datasets, univariate: certified values. */
    @ParameterizedTest(name = "nist-univ-{0}")
    @CsvSource({
        "michelso, 299.8524, 0.0790105478190518, 0.535199668621283",
        "numacc1, 10000002, 1, -0.5",
        "numacc2, 1.2, 0.1, -0.999",
        "numacc3, 1000000.2, 0.1, -0.999"
    })
    void certifiedMoments(String id, double mean, double sd, double lag1) {
        double[] x = switch (id) {
            case "michelso" -> MICHELSO;
            case "numacc1" -> new double[] {10000001, 10000003, 10000002};
            case "numacc2" -> alternating(1.2, 1.1, 1.3);
            default -> alternating(1000000.2, 1000000.1, 1000000.3);
        };
        Moments moments = Moments.of(x);
        assertThat(moments.n()).isEqualTo(x.length);
        assertThat(moments.mean()).hasValueCloseTo(mean, withPercentage(1e-11));
        // 1000000.1 and .3 are not doubles: their own sd differs from 0.1 in the ninth digit
        double relative = id.equals("numacc3") ? 1e-6 : 1e-10; // per cent
        assertThat(moments.sd()).hasValueCloseTo(sd, withPercentage(relative));
        assertThat(Moments.autocorrelation(1, x)).hasValueCloseTo(lag1, withPercentage(relative));
    }

    private static double[] alternating(double first, double low, double high) {
        return DoubleStream.concat(
                        DoubleStream.of(first), IntStream.range(0, 1000).mapToDouble(i -> i % 2 == 0 ? low : high))
                .toArray();
    }

    @Test
    void fewValuesHaveFewMoments() {
        assertThat(Moments.of().mean()).isEmpty();
        assertThat(Moments.of(7).mean()).hasValue(7);
        assertThat(Moments.of(7).variance()).isEmpty();
        assertThat(Moments.of(7).studentLimits(0.95)).isEmpty();
        assertThat(Moments.of(7, 7).sd()).hasValue(0);
        assertThat(Moments.autocorrelation(1, 3, 3, 3)).isEmpty();
        assertThat(Moments.of(2, 4, 4, 4, 5, 5, 7, 9).variance()).hasValueCloseTo(32 / 7.0, within(1e-14));
        // scipy: t.interval(.95, 15, 5, 2/4)
        Limits limits = Moments.studentLimits(5, 2, 16, 0.95).orElseThrow();
        assertThat(limits.low()).isCloseTo(3.934275227220112, within(1e-9));
        assertThat(limits.high()).isCloseTo(6.0657247727798875, within(1e-9));
    }

    @Test
    void aValueThatIsNotFiniteIsNamed() {
        assertThatThrownBy(() -> Moments.of(1, 2, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("values[2] must be finite: NaN")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> GroupProfile.of(1, Double.POSITIVE_INFINITY))
                .hasMessageContaining("values[1] must be finite: Infinity");
        assertThatThrownBy(() -> Moments.of(1, 2).studentLimits(95))
                .hasMessageContaining("level must lie between 0 and 1: 95.0")
                .hasMessageContaining("Maybe 0.95 was meant");
        assertThatThrownBy(() -> QuantileMethod.HF7.of(new double[] {1}, 25))
                .hasMessageContaining("Maybe 0.25 was meant");
    }

    /** NIST/SEMATECH e-Handbook 7.2.6.2; R 4.2.2 quantile(x, type = k). */
    @DisplayName("quantile-nist-wafers")
    @ParameterizedTest
    @CsvSource({
        "HF1, 95.0925, 95.1065, 95.1567, 95.1772, 95.1959",
        "HF2, 95.0925, 95.113, 95.1579, 95.18545, 95.1959",
        "HF3, 95.061, 95.1065, 95.1567, 95.1772, 95.1959",
        "HF4, 95.0673, 95.1065, 95.1567, 95.1772, 95.19546",
        "HF5, 95.08305, 95.113, 95.1579, 95.18545, 95.19683",
        "HF6, 95.07045, 95.10975, 95.1579, 95.189575, 95.19807",
        "HF7, 95.0939, 95.11625, 95.1579, 95.181325, 95.19568",
        "HF8, 95.07885, 95.1119166666667, 95.1579, 95.186825, 95.1972433333333",
        "HF9, 95.0799, 95.1121875, 95.1579, 95.18648125, 95.19714"
    })
    void nineQuantiles(QuantileMethod method, double p10, double p25, double p50, double p75, double p90) {
        assertThat(method.of(WAFERS, 0.1)).hasValueCloseTo(p10, within(1e-9));
        assertThat(method.of(WAFERS, 0.25)).hasValueCloseTo(p25, within(1e-9));
        assertThat(method.of(WAFERS, 0.5)).hasValueCloseTo(p50, within(1e-9));
        assertThat(method.of(WAFERS, 0.75)).hasValueCloseTo(p75, within(1e-9));
        assertThat(method.of(WAFERS, 0.9)).hasValueCloseTo(p90, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource
    void quantilesOfFewValues(QuantileMethod method) {
        assertThat(method.of(new double[0], 0.3)).isEmpty();
        assertThat(method.of(new double[] {4}, 0.3)).hasValue(4);
        assertThat(method.of(new double[] {3, 1, 2}, 0)).hasValue(1);
        assertThat(method.of(new double[] {3, 1, 2}, 1)).hasValue(3);
    }

    @Test
    @DisplayName("the published 0.9 quantiles of quantile-nist-wafers, to four places")
    void publishedPercentiles() {
        assertThat(QuantileMethod.HF6.of(WAFERS, 0.9)).hasValueCloseTo(95.1981, within(5e-5));
        assertThat(QuantileMethod.HF7.of(WAFERS, 0.9)).hasValueCloseTo(95.1957, within(5e-5));
        assertThat(QuantileMethod.HF8.of(WAFERS, 0.9)).hasValueCloseTo(95.1972, within(5e-5));
    }

    @Test
    void medianWithItsError() {
        assertThat(Quantiles.median()).isEmpty();
        assertThat(Quantiles.median(4, 1, 3, 2)).hasValue(2.5);
        assertThat(Quantiles.medianStandardError(5)).isEmpty();
        // scipy: 6 / (2 * norm.isf(binom.cdf(1, 9, .5)))
        assertThat(Quantiles.medianStandardError(1, 2, 3, 4, 5, 6, 7, 8, 9))
                .hasValueCloseTo(1.4538209066365806, within(1e-9));
        // the data of Wilcox (2005); c = 6
        assertThat(Quantiles.medianStandardError(
                        77, 87, 88, 114, 151, 210, 219, 246, 253, 262, 296, 299, 306, 376, 428, 515, 666, 1310, 2611))
                .hasValueCloseTo(44.739186616951564, within(1e-7));
    }

    @Test
    void limitsOfAQuantileWithoutADistribution() {
        double[] ten = {10, 9, 8, 7, 6, 5, 4, 3, 2, 1};
        // scipy: 1 - 2 * binom.cdf(1, 10, .5)
        QuantileLimits limits = Quantiles.limits(ten, 0.5, 0.95).orElseThrow();
        assertThat(limits.low()).isEqualTo(2);
        assertThat(limits.high()).isEqualTo(9);
        assertThat(limits.coverage()).isCloseTo(0.978515625, within(1e-12));
        assertThat(Quantiles.limits(new double[] {1, 2, 3, 4, 5}, 0.5, 0.95)).isEmpty();
        assertThat(Quantiles.limits(new double[] {1, 2, 3, 4, 5, 6}, 0.5, 0.95)).isPresent();
        assertThat(Quantiles.limits(ten, 0.05, 0.95)).isEmpty();
        double[] thirteen = IntStream.range(0, 13).asDoubleStream().toArray();
        assertThat(Quantiles.limits(thirteen, 0.25, 0.95)).isPresent();
        assertThat(Quantiles.limits(Arrays.copyOf(thirteen, 12), 0.25, 0.95)).isEmpty();
        assertThat(Quantiles.limits(new double[0], 0.5, 0.95)).isEmpty();
    }

    /** scipy.stats.percentileofscore([1, 2, 3, 3, 4], 3, kind): its documentation. */
    @DisplayName("percentile-rank-scipy-doc")
    @ParameterizedTest
    @CsvSource({"RANK, 70", "WEAK, 80", "STRICT, 40", "MEAN, 60"})
    void percentileRanks(PercentileRank convention, double expected) {
        assertThat(convention.of(new double[] {1, 2, 3, 3, 4}, 3)).hasValueCloseTo(expected, within(1e-9));
        assertThat(GroupProfile.of(1, 2, 3, 3, 4).percentileRank(2, convention)).isEqualTo(expected);
        assertThat(convention.of(new double[0], 3)).isEmpty();
    }

    @Test
    void ranksOfAScoreThatIsNotInTheGroup() {
        for (PercentileRank convention : PercentileRank.values()) {
            assertThat(convention.of(new double[] {1, 2, 4, 5}, 3)).hasValue(50);
            assertThat(convention.of(new double[] {1, 2, 4, 5}, 9)).hasValue(100);
        }
    }

    /** R 4.2.2: rank(x, ties.method = "min", "max", "average", "first"); ?rank. */
    @Test
    @DisplayName("rank-r-doc-pi")
    void ranks() {
        double[] x = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5};
        assertThat(Ranks.ascending(x, TiePolicy.STANDARD_COMPETITION))
                .containsExactly(4, 1, 6, 1, 7, 11, 3, 10, 7, 4, 7);
        assertThat(Ranks.ascending(x, TiePolicy.MODIFIED_COMPETITION))
                .containsExactly(5, 2, 6, 2, 9, 11, 3, 10, 9, 5, 9);
        assertThat(Ranks.ascending(x, TiePolicy.FRACTIONAL)).containsExactly(4.5, 1.5, 6, 1.5, 8, 11, 3, 10, 8, 4.5, 8);
        assertThat(Ranks.ascending(x, TiePolicy.ORDINAL_FIRST)).containsExactly(4, 1, 6, 2, 7, 11, 3, 10, 8, 5, 9);
        assertThat(Ranks.ascending(x, TiePolicy.DENSE)).containsExactly(3, 1, 4, 1, 5, 7, 2, 6, 5, 3, 5);
        assertThat(Ranks.descending(x, TiePolicy.STANDARD_COMPETITION))
                .containsExactly(7, 10, 6, 10, 3, 1, 9, 2, 3, 7, 3);
        assertThat(Ranks.descending(x, TiePolicy.MODIFIED_COMPETITION))
                .containsExactly(8, 11, 6, 11, 5, 1, 9, 2, 5, 8, 5);
        assertThat(Ranks.descending(x, TiePolicy.FRACTIONAL))
                .containsExactly(7.5, 10.5, 6, 10.5, 4, 1, 9, 2, 4, 7.5, 4);
        assertThat(Ranks.descending(x, TiePolicy.ORDINAL_FIRST)).containsExactly(7, 10, 6, 11, 3, 1, 9, 2, 4, 8, 5);
        assertThat(Ranks.descending(x, TiePolicy.DENSE)).containsExactly(5, 7, 4, 7, 3, 1, 6, 2, 3, 5, 3);
        assertThat(Ranks.ascending(new double[0], TiePolicy.DEFAULT)).isEmpty();
        assertThat(Ranks.ascending(new double[] {0.0, -0.0}, TiePolicy.DEFAULT)).containsExactly(1, 1);
    }

    /** R: mad(c(1:8, 100), constant = 1), ?mad. */
    @Test
    @DisplayName("mad-r-doc")
    void mad() {
        RobustScale scale = RobustScale.of(1, 2, 3, 4, 5, 6, 7, 8, 100).orElseThrow();
        assertThat(scale.median()).isEqualTo(5);
        assertThat(scale.mad()).isEqualTo(2);
        assertThat(scale.scaledMad()).isCloseTo(2.9652, within(1e-12));
        assertThat(scale.basis()).isEqualTo(RobustScale.Basis.MAD);
        assertThat(RobustScale.of()).isEmpty();
    }

    /** NIST/SEMATECH e-Handbook 1.3.5.17 (Tietjen and Moore 1972). */
    @Test
    @DisplayName("modified-z-nist-uranium")
    void modifiedZ() {
        double[] expected = {
            -1.39645226130653,
            -1.24731658291457,
            -0.799909547738694,
            -0.372839195979906,
            0.372839195979886,
            0.393175879396972,
            0.549090452261306,
            29.962713567839
        };
        RobustScale scale = RobustScale.of(URANIUM).orElseThrow();
        for (int i = 0; i < URANIUM.length; i++) {
            double z = scale.modifiedZ(URANIUM[i]).orElseThrow();
            assertThat(z).isCloseTo(expected[i], within(1e-6));
            assertThat(Math.abs(z) > 3.5).isEqualTo(i == 7);
        }
        Moments moments = Moments.of(URANIUM);
        double g = (245.57 - moments.mean().orElseThrow()) / moments.sd().orElseThrow();
        assertThat(g).isCloseTo(2.46876461121245, within(1e-9));
    }

    @Test
    void whenMostValuesAreEqualTheScaleSaysWhatItRestsOn() {
        RobustScale scale = RobustScale.of(3, 3, 3, 3, 8).orElseThrow();
        assertThat(scale.mad()).isZero();
        assertThat(scale.basis()).isEqualTo(RobustScale.Basis.MEAN_ABSOLUTE_DEVIATION);
        assertThat(scale.modifiedZ(8)).hasValueCloseTo(5 / (1.253314 * 1), within(1e-12));
        RobustScale none = RobustScale.of(3, 3).orElseThrow();
        assertThat(none.basis()).isEqualTo(RobustScale.Basis.NONE);
        assertThat(none.robustZ(5)).isEmpty();
        assertThat(none.sigma()).isEmpty();
    }

    /** R datasets::rivers; boxplot.stats(rivers). */
    @DisplayName("fences-rivers")
    @ParameterizedTest
    @EnumSource
    void fences(Fences.Quartiles quartiles) {
        Fences fences = Fences.of(RIVERS, 1.5, quartiles).orElseThrow();
        assertThat(fences).isEqualTo(new Fences(310, 680, -245, 1235));
        assertThat(Arrays.stream(RIVERS).filter(fences::isOutside).sorted())
                .containsExactly(
                        1243.0, 1270.0, 1306.0, 1450.0, 1459.0, 1770.0, 1885.0, 2315.0, 2348.0, 2533.0, 3710.0);
    }

    @Test
    void hingesAndQuartilesDiffer() {
        // R: fivenum(WAFERS), case quantile-nist-wafers
        Fences hinges = Fences.of(WAFERS, 1.5, Fences.Quartiles.HINGES).orElseThrow();
        assertThat(hinges.q1()).isCloseTo(95.113, within(1e-9));
        assertThat(hinges.q3()).isCloseTo(95.18545, within(1e-9));
        assertThat(Fences.of(WAFERS).orElseThrow().q1()).isCloseTo(95.11625, within(1e-9));
        assertThat(Fences.of()).isEmpty();
        assertThat(Fences.of(5).orElseThrow().isOutside(5)).isFalse();
        assertThat(Fences.of(WAFERS, 3, Fences.Quartiles.HINGES).orElseThrow().upper())
                .isGreaterThan(hinges.upper());
    }
}
