package io.coaching.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines and tests for trend against published figures. */
class TrendReferenceTest {
    private static void same(double actual, double expected, double relative) {
        assertThat(actual).isCloseTo(expected, within(relative * Math.abs(expected)));
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.trim().split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static final double[] NORRIS_X = numbers("""
            0.2 337.4 118.2 884.6 10.1 226.5 666.3 996.3 448.6 777 558.2 0.4 0.6 775.5 666.9 338 447.5 11.6 556
            228.1 995.8 887.6 120.2 0.3 0.3 556.8 339.1 887.2 999 779 11.1 118.3 229.2 669.1 448.9 0.5""");

    private static final double[] NORRIS_Y = numbers("""
            0.1 338.8 118.1 888 9.2 228.1 668.5 998.5 449.1 778.9 559.2 0.3 0.1 778.1 668.8 339.3 448.9 10.8
            557.7 228.3 998 888.8 119.6 0.3 0.6 557.6 339.3 888 998.5 778.9 10.2 117.6 228.9 668.4 449.2 0.2""");

    /** NIST StRD, linear least squares, Norris, certified; interval and t by R confint(lm(y ~ x)). */
    @Test
    @DisplayName("nist-lls-norris")
    void norris() {
        LineFit line = LineFit.of(NORRIS_X, NORRIS_Y).orThrow();
        same(line.intercept(), -0.262323073774029, 1e-10);
        same(line.slope(), 1.00211681802045, 1e-10);
        same(line.standardErrorAt(0), 0.232818234301152, 1e-10);
        same(line.slopeStandardError(), 0.000429796848199937, 1e-10);
        same(line.residualSd(), 0.884796396144373, 1e-10);
        same(line.rSquared(), 0.999993745883712, 1e-10);
        assertThat(line.degreesOfFreedom()).isEqualTo(34);
        same(line.slopeLimits(0.95).low(), 1.00124336573558, 1e-10);
        same(line.slopeLimits(0.95).high(), 1.00299027030533, 1e-10);
        same(line.t().orElseThrow(), 2331.6057858904, 1e-10);
    }

    /** The same by the other way of computing. */
    @Test
    @DisplayName("nist-lls-norris, by decomposition")
    void norrisByDecomposition() {
        LeastSquaresFit fit =
                LeastSquares.withIntercept().fit(columns(NORRIS_X), NORRIS_Y).orThrow();
        same(fit.coefficients()[0], -0.262323073774029, 1e-10);
        same(fit.coefficients()[1], 1.00211681802045, 1e-10);
        same(fit.standardErrors()[0], 0.232818234301152, 1e-10);
        same(fit.standardErrors()[1], 0.000429796848199937, 1e-10);
        same(fit.residualSd(), 0.884796396144373, 1e-10);
    }

    private static double[][] columns(double[]... columns) {
        double[][] rows = new double[columns[0].length][columns.length];
        for (int i = 0; i < rows.length; i++) {
            for (int c = 0; c < columns.length; c++) {
                rows[i][c] = columns[c][i];
            }
        }
        return rows;
    }

    /** NIST StRD, NoInt1: 130 to 140 on 60 to 70, without intercept; certified. */
    @Test
    @DisplayName("nist-lls-noint1")
    void noIntercept() {
        double[] x = IntStream.rangeClosed(60, 70).asDoubleStream().toArray();
        double[] y = IntStream.rangeClosed(130, 140).asDoubleStream().toArray();
        LeastSquaresFit fit = LeastSquares.withoutIntercept().fit(columns(x), y).orThrow();
        same(fit.coefficients()[0], 2.07438016528926, 1e-12);
        same(fit.standardErrors()[0], 0.0165289256198347, 1e-12);
        same(fit.residualSd(), 3.56753034006338, 1e-12);
        same(fit.rSquared(), 0.999365492298663, 1e-12);
        assertThat(fit.degreesOfFreedom()).isEqualTo(10);
    }

    /** NIST StRD, Wampler1: 1 + x + ... + x^5 for x = 0 to 20, without error; certified. */
    @Test
    @DisplayName("nist-lls-wampler1")
    void wampler() {
        double[][] powers = new double[21][5];
        double[] y = new double[21];
        for (int x = 0; x <= 20; x++) {
            double power = 1;
            y[x] = 1;
            for (int p = 0; p < 5; p++) {
                power *= x;
                powers[x][p] = power;
                y[x] += power;
            }
        }
        LeastSquaresFit fit = LeastSquares.withIntercept().fit(powers, y).orThrow();
        assertThat(fit.coefficients()).containsExactly(new double[] {1, 1, 1, 1, 1, 1}, offset(1e-5));
        assertThat(fit.standardErrors()).containsExactly(new double[6], offset(1e-5));
        assertThat(fit.residualSd()).isCloseTo(0, within(1e-5));
        assertThat(fit.rSquared()).isCloseTo(1, within(1e-5));
    }

    /** NIST StRD, Longley, certified. Rows: employment, then the six regressors. */
    @Test
    @DisplayName("nist-lls-longley")
    void longley() {
        double[] all = numbers("""
            60323 83 234289 2356 1590 107608 1947 61122 88.5 259426 2325 1456 108632 1948 60171 88.2 258054 3682
            1616 109773 1949 61187 89.5 284599 3351 1650 110929 1950 63221 96.2 328975 2099 3099 112075 1951
            63639 98.1 346999 1932 3594 113270 1952 64989 99 365385 1870 3547 115094 1953 63761 100 363112 3578
            3350 116219 1954 66019 101.2 397469 2904 3048 117388 1955 67857 104.6 419180 2822 2857 118734 1956
            68169 108.4 442769 2936 2798 120445 1957 66513 110.8 444546 4681 2637 121950 1958 68655 112.6 482704
            3813 2552 123366 1959 69564 114.2 502601 3931 2514 125368 1960 69331 115.7 518173 4806 2572 127852
            1961 70551 116.9 554894 4007 2827 130081 1962""");
        double[][] rows = new double[16][];
        double[] y = new double[16];
        for (int i = 0; i < 16; i++) {
            y[i] = all[7 * i];
            rows[i] = Arrays.copyOfRange(all, 7 * i + 1, 7 * i + 7);
        }
        LeastSquaresFit fit = LeastSquares.withIntercept().fit(rows, y).orThrow();
        double[] coefficients = {
            -3482258.63459582,
            15.0618722713733,
            -0.035819179292591,
            -2.02022980381683,
            -1.03322686717359,
            -0.0511041056535807,
            1829.15146461355
        };
        double[] errors = {
            890420.383607373,
            84.9149257747669,
            0.0334910077722432,
            0.488399681651699,
            0.214274163161675,
            0.22607320006937,
            455.478499142212
        };
        for (int c = 0; c < 7; c++) {
            same(fit.coefficients()[c], coefficients[c], 1e-8);
            same(fit.standardErrors()[c], errors[c], 1e-8);
        }
        same(fit.residualSd(), 304.854073561965, 1e-8);
        same(fit.rSquared(), 0.995479004577296, 1e-8);
        assertThat(fit.degreesOfFreedom()).isEqualTo(9);
    }

    /** Moore and McCabe, Introduction to the Practice of Statistics, example 10.3; R lm. */
    @Test
    @DisplayName("ols-moore-mccabe-10.3")
    void mooreAndMcCabe() {
        double[] x = {15.6, 26.8, 37.8, 36.4, 35.5, 18.6, 15.3, 7.9, 0};
        double[] y = {5.2, 6.1, 8.7, 8.5, 8.8, 4.9, 4.5, 2.5, 1.1};
        LineFit line = LineFit.of(x, y).orThrow();
        same(line.intercept(), 1.23235416212036, 1e-8);
        same(line.slope(), 0.202211513692196, 1e-8);
        same(line.standardErrorAt(0), 0.28603693181248, 1e-8);
        same(line.slopeStandardError(), 0.0114484909856135, 1e-8);
        same(line.residualSd(), 0.434536554006789, 1e-8);
        same(line.rSquared(), 0.978054482794543, 1e-8);
        same(line.t().orElseThrow(), 17.662722008193, 1e-8);
        same(line.pValue(), 4.5960357917616e-07, 1e-8);
        same(line.slopeLimits(0.95).low(), 0.175140134263473, 1e-8);
        same(line.slopeLimits(0.95).high(), 0.229282893120919, 1e-8);
    }

    /** Sen 1968, JASA 63:1379, as corrected by SciPy and R's deming: 26/7 to 35/8. */
    @Test
    @DisplayName("theil-sen-sen1968")
    void sen() {
        TheilSen line = TheilSen.of(
                        Series.of(new int[] {1, 2, 3, 4, 10, 12, 18}, new double[] {9, 15, 19, 20, 45, 55, 78}))
                .orThrow();
        assertThat(line.slope()).isEqualTo(4);
        assertThat(line.medianIntercept()).isEqualTo(4);
        assertThat(line.jointIntercept()).isEqualTo(6);
        assertThat(line.at(10)).isEqualTo(44);
        Limits limits = line.limits(0.93).orElseThrow();
        assertThat(limits.low()).isEqualTo(26 / 7.0);
        assertThat(limits.high()).isEqualTo(35 / 8.0);
    }

    private static final double[] GREAT_LAKES = numbers("""
            31.69 29.77 31.7 33.06 31.31 32.72 31.18 29.9 29.17 31.48 28.11 32.61 31.31 30.96 28.4 30.68 33.67
            28.65 30.62 30.21 28.79 30.92 30.92 28.13 30.51 27.63 34.8 32.1 33.86 32.33 25.69 30.6 32.85 30.31
            27.71 30.34 29.14 33.41 33.51 29.9 32.69 32.34 35.01 33.05 31.15 36.36 29.83 33.7 29.81 32.41 35.9
            37.45 30.39 31.15 35.75 31.14 30.06 32.4 28.44 36.38 31.73 31.27 28.51 26.01 31.27 35.57 30.85 33.35
            35.82 31.78 34.25 31.43 35.97 33.87 28.94 34.62 31.06 38.84 32.25 35.86 32.93 32.69 34.39 33.97
            32.15 40.16 36.32""");

    /** Precipitation 1900 to 1986, from R's Kendall package; R cor.test(method = "kendall", exact = FALSE, continuity = TRUE). */
    @Test
    @DisplayName("mk-precip-great-lakes")
    void precipitation() {
        Series series = Series.of(GREAT_LAKES);
        MannKendall test = MannKendall.of(series).orThrow();
        assertThat(test.n()).isEqualTo(87);
        assertThat(test.s()).isEqualTo(989);
        same(test.variance(), 74398.3333333333, 1e-9);
        same(test.z(), 3.62222431276352, 1e-9);
        same(test.pValue(), 0.000292080673912499, 1e-9);
        same(test.tauA(), 0.264367816091954, 1e-9);
        same(test.tauB(), 0.2645800745092, 1e-9);
        same(TheilSen.of(series).orThrow().slope(), 0.04, 1e-9);
    }

    /** Thirty years of monthly rainfall from the tests of pyMannKendall (Hussain and Mahmud 2019); a gap is a dash. */
    private static final String RAINFALL = """
            32 20 25 189 240 193 379 278 301 0 0 82 0 4 - - 121 234 360 262 120 30 11 1 7 3 31 31 355 102 248
            274 308 - 5 26 11 16 6 48 388 539 431 272 404 186 0 2 0 4 1 54 272 459 235 164 365 135 2 - - 4 0 128
            210 163 446 225 462 467 19 13 0 3 17 132 178 338 525 623 145 31 19 3 0 29 25 87 259 756 486 180 292
            43 92 1 0 16 2 0 130 253 594 111 273 30 0 4 0 27 24 41 292 378 499 265 320 227 4 0 4 14 8 48 416 240
            404 207 733 105 0 112 0 14 0 30 140 202 289 159 424 106 3 0 65 3 14 58 268 466 432 266 240 95 1 0 10
            26 4 114 94 289 173 208 263 156 5 0 16 16 14 0 111 475 534 432 471 117 70 1 3 28 7 401 184 283 338
            171 335 176 0 0 10 11 9 140 102 208 298 245 220 29 2 27 10 13 26 84 143 367 749 563 283 353 10 0 0 0
            0 9 246 265 343 429 168 133 17 0 18 35 76 158 272 250 190 289 466 84 0 0 0 0 0 22 217 299 185 115
            344 203 8 - - 0 5 284 123 254 476 496 326 27 20 0 4 53 72 113 214 364 219 220 156 264 0 13 0 0 45 90
            137 638 529 261 206 251 0 0 5 9 58 72 138 130 471 328 356 523 0 1 0 0 12 143 193 184 192 138 174 69
            1 0 0 18 25 28 92 732 320 256 302 131 15 0 27 0 22 20 213 393 474 374 109 159 0 0 0 3 3 49 205 128
            194 570 169 89 0 0 0 0 0 26 185 286 92 225 244 190 3 20""";

    private static Series rainfall() {
        List<OptionalDouble> months = new ArrayList<>();
        for (String month : RAINFALL.trim().split("\\s+", -1)) {
            months.add(month.equals("-") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(month)));
        }
        return Series.ofPresent(months);
    }

    @Test
    @DisplayName("mk-pymannkendall-360")
    void rainfallTrend() {
        MannKendall test = MannKendall.of(rainfall()).orThrow();
        assertThat(test.n()).isEqualTo(353);
        assertThat(test.s()).isEqualTo(-1959);
        same(test.variance(), 4889800.33333333, 1e-10);
        same(test.z(), -0.885456284258992, 1e-10);
        same(test.pValue(), 0.375910587405068, 1e-10);
        same(test.tauA(), -0.0315316765387587, 1e-10);
        TheilSen line = TheilSen.of(rainfall()).orThrow();
        same(line.slope(), -0.00636942675159236, 1e-10);
        same(line.medianIntercept(), 96.1528662420382, 1e-10);
    }

    @Test
    @DisplayName("seasonal-mk-pymannkendall-360")
    void seasonalRainfall() {
        SeasonalMannKendall test = SeasonalMannKendall.of(rainfall(), 12).orThrow();
        assertThat(test.s()).isEqualTo(-399);
        same(test.variance(), 34702.3333333333, 1e-9);
        same(test.z(), -2.13650411453464, 1e-9);
        same(test.pValue(), 0.0326383459617774, 1e-9);
        same(test.tau(), -0.0794979079497908, 1e-9);
        same(test.slopePerCycle(), -0.0869565217391304, 1e-9);
    }

    /**
     * The corrections, with the figures that the tests of pyMannKendall expect of the same series; that package closes gaps up, so
     * they are closed up here. Where R's modifiedmk was compared there, it agrees.
     */
    @ParameterizedTest(name = "{0}, {1} lags")
    @CsvSource({
        "HAMED_RAO, 352, -1959, 257403.38678462413, -3.859273515045842, 0.00011372459883540742",
        "HAMED_RAO, 3, -1959, 14226812.425138814, -0.5191093899188985, 0.603684460662274",
        "YUE_WANG, 352, -1959, 550988.7079774942, -2.6377968071103193, 0.008344656549921448",
        "YUE_WANG, 1, -1959, 10377301.691383107, -0.6078136738097195, 0.5433110592605916",
        "TREND_FREE_PREWHITENING, 1, -634, 4866576.0, -0.2869405688895601, 0.7741578265217384",
    })
    void corrections(SerialCorrelation correction, int lags, long s, double variance, double z, double p) {
        Series closedUp = Series.of(rainfall().values());
        MannKendall test = MannKendall.of(closedUp, correction, lags).orThrow();
        assertThat(test.s()).isEqualTo(s);
        assertThat(test.variance()).isCloseTo(variance, withinPercentage(1e-8));
        assertThat(test.z()).isCloseTo(z, withinPercentage(1e-8));
        assertThat(test.pValue()).isCloseTo(p, withinPercentage(1e-7));
        assertThat(test.correction()).isEqualTo(correction);
    }
}
