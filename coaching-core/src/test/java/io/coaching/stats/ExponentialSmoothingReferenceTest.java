package io.coaching.stats;

import static io.coaching.stats.SmoothingModel.DAMPED;
import static io.coaching.stats.SmoothingModel.HOLT;
import static io.coaching.stats.SmoothingModel.HOLT_WINTERS_ADDITIVE;
import static io.coaching.stats.SmoothingModel.HOLT_WINTERS_MULTIPLICATIVE;
import static io.coaching.stats.SmoothingModel.SIMPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Exponential smoothing against Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 2nd ed. 7.1 to 7.3, with the
 * digits of R forecast 8.20 (ses, holt, hw) on the data of fpp2.
 */
@DisplayName("Exponential smoothing")
class ExponentialSmoothingReferenceTest {
    /** Saudi oil production, 1996 to 2013. */
    private static final double[] OIL = {
        445.364098092, 453.195010427, 454.409641012, 422.378905779, 456.037121728, 440.386604674, 425.194372519,
        486.20517351, 500.429086073, 521.27590917, 508.947617045, 488.888857729, 509.870574978, 456.722912348,
        473.816602915, 525.950870565, 549.833807597, 542.340469826
    };

    /** Australian air passengers, 1990 to 2016. */
    private static final double[] AIR = {
        17.5534,
        21.8601,
        23.8866,
        26.9293,
        26.8885,
        28.8314,
        30.0751,
        30.9535,
        30.1857,
        31.5797,
        32.577569,
        33.477398,
        39.021581,
        41.386432,
        41.596552,
        44.657324,
        46.951775,
        48.728837,
        51.488427,
        50.026967,
        60.640913,
        63.3603103378,
        66.355274,
        68.197955,
        68.1232376693,
        69.7793454797,
        72.597700806
    };

    /** International visitor nights in Australia, quarters from 2005. */
    private static final double[] TOURISTS = {
        42.2056638559382, 24.6491713296294, 32.6673351386246, 37.2573540134764, 45.2424602720635, 29.3504812742718,
        36.3442072775119, 41.7820813647366, 49.2765984345619, 31.2754013898459, 37.8506254947152, 38.83704413019,
        51.236900336137, 31.8385516171558, 41.3234212576972, 42.7990033724349, 55.708358364385, 33.4071449171312,
        42.3166379718116, 45.1571225674731, 59.5760799633937, 34.8373301595328, 44.8416807241332, 46.971249602779,
        60.0190309438716, 38.3711785132276, 46.9758641283558, 50.7337964560878, 61.6468731860574, 39.2995693656296,
        52.6712090814052, 54.3323168946667, 66.834358381339, 40.8711884667851, 51.8285357927739, 57.4919099342262,
        65.2514698518726, 43.0612082202828, 54.7607571288007, 59.8344749355003, 73.2570274672009, 47.6966237298,
        61.0977680206996, 66.0557612187001
    };

    private static final ExponentialSmoothing ADDITIVE = ExponentialSmoothing.of(
            HOLT_WINTERS_ADDITIVE,
            SmoothingWeights.holtWinters(0.306342956680843, 0.000326435762416015, 0.426290711530504),
            SmoothingState.of(
                    32.2596735425278,
                    0.701381297812849,
                    9.69617920014196,
                    -9.31324086158846,
                    -1.6935401189679,
                    1.31060178041439));

    private static void close(double actual, double expected, double relative) {
        assertThat(actual).isCloseTo(expected, within(relative * Math.abs(expected)));
    }

    @Test
    @DisplayName("forecast-ses-oil: level, fitted values and sum of squares of given weights")
    void simple() {
        SmoothedSeries oil = ExponentialSmoothing.of(
                        SIMPLE, SmoothingWeights.simple(0.83389014338874), SmoothingState.of(446.586793455216, 0))
                .smooth(OIL);
        close(oil.fitted()[1], 445.567199843463, 1e-8);
        close(oil.fitted()[17], 544.388015682095, 1e-8);
        close(oil.state().level(), 542.680587374561, 1e-8);
        assertThat(oil.forecast(5)).hasSize(5).containsOnly(oil.state().level());
        close(oil.sse(), 14235.590408525, 1e-8);
    }

    @Test
    @DisplayName("forecast-holt-ausair: level, trend, forecasts of given weights")
    void holt() {
        SmoothedSeries air = ExponentialSmoothing.of(
                        HOLT,
                        SmoothingWeights.holt(0.830216559778346, 0.000120468394067965),
                        SmoothingState.of(15.5715222051655, 2.10171710376136))
                .smooth(AIR);
        close(air.fitted()[0], 17.6732393089268, 1e-8);
        close(air.fitted()[26], 72.0196887298931, 1e-8);
        close(air.state().level(), 72.4995639272289, 1e-8);
        close(air.state().trend(), 2.10173967730777, 1e-8);
        close(air.forecast(5)[0], 74.6013036045367, 1e-8);
        close(air.forecast(5)[4], 83.0082623137677, 1e-8);
        close(air.sse(), 128.590737061892, 1e-8);
    }

    @Test
    @DisplayName("forecast-damped-ausair: level, trend, forecasts of given weights")
    void damped() {
        SmoothedSeries air = ExponentialSmoothing.of(
                        DAMPED,
                        SmoothingWeights.damped(0.762996127118297, 0.331098541288081, 0.9),
                        SmoothingState.of(14.5766466315971, 3.75173621136297))
                .smooth(AIR);
        close(air.fitted()[26], 71.1444135255208, 1e-8);
        close(air.state().level(), 72.2532660921167, 1e-8);
        close(air.state().trend(), 1.61899408720052, 1e-8);
        close(air.forecast(15)[0], 73.7103607705972, 1e-8);
        close(air.forecast(15)[14], 83.824184147707, 1e-8);
        close(air.sse(), 150.608546493471, 1e-8);
    }

    @Test
    @DisplayName("forecast-hw-additive-austourists: level, trend, forecasts of given weights")
    void holtWintersAdditive() {
        SmoothedSeries nights = ADDITIVE.smooth(TOURISTS);
        close(nights.state().level(), 63.2189192460581, 1e-7);
        close(nights.state().trend(), 0.701417007728822, 1e-7);
        double[] expected = {
            76.0983732770358,
            51.6033257926596,
            63.9686736144132,
            68.3717004584968,
            78.904041307951,
            54.4089938235749,
            66.7743416453285,
            71.1773684894121
        };
        for (int h = 0; h < 8; h++) {
            close(nights.forecast(8)[h], expected[h], 1e-7);
        }
        close(nights.sse(), 136.806783769333, 1e-7);
    }

    @Test
    @DisplayName("forecast-hw-multiplicative-austourists: level, trend, forecasts of given weights")
    void holtWintersMultiplicative() {
        SmoothedSeries nights = ExponentialSmoothing.of(
                        HOLT_WINTERS_MULTIPLICATIVE,
                        SmoothingWeights.holtWinters(0.440609897138144, 0.0303659845867527, 0.00226631837260677),
                        SmoothingState.of(
                                32.4874616200326,
                                0.697354710528702,
                                1.24415003396995,
                                0.770379795524543,
                                0.96178512357391,
                                1.0236850469316))
                .smooth(TOURISTS);
        close(nights.state().level(), 63.6179934974692, 1e-7);
        close(nights.state().trend(), 0.745804502063036, 1e-7);
        double[] expected = {
            80.0889353140133,
            50.1548191496472,
            63.3432238594229,
            68.1781004373228,
            83.8010026797744,
            52.4528328671199,
            66.2126411892358,
            71.2319508462688
        };
        for (int h = 0; h < 8; h++) {
            close(nights.forecast(8)[h], expected[h], 1e-7);
        }
        close(nights.sse(), 109.235037830576, 1e-7);
    }

    /** The sums of squares that R's optimiser reached; a search must come as low. */
    @Test
    @DisplayName("finds weights at least as good as those of the reference cases")
    void search() {
        assertThat(SmoothingFit.of(SIMPLE).to(OIL).orElseThrow().sse()).isLessThan(14235.590408525 * (1 + 1e-4));
        assertThat(SmoothingFit.of(HOLT).to(AIR).orElseThrow().sse()).isLessThan(128.590737061892 * (1 + 1e-4));
        assertThat(SmoothingFit.of(DAMPED).to(AIR).orElseThrow().sse()).isLessThan(150.608546493471 * (1 + 1e-4));
        assertThat(SmoothingFit.of(HOLT_WINTERS_ADDITIVE)
                        .seasons(4)
                        .to(TOURISTS)
                        .orElseThrow()
                        .sse())
                .isLessThan(136.806783769333 * (1 + 1e-4));
        assertThat(SmoothingFit.of(HOLT_WINTERS_MULTIPLICATIVE)
                        .seasons(4)
                        .to(TOURISTS)
                        .orElseThrow()
                        .sse())
                .isLessThan(109.235037830576 * (1 + 1e-4));
    }

    @Test
    @DisplayName("finds the published weights of the oil series: alpha 0.8339, level 446.5868, forecast 542.6806")
    void publishedOil() {
        SmoothedSeries oil = SmoothingFit.of(SIMPLE).to(OIL).orElseThrow();
        assertThat(oil.smoothing().weights().alpha()).isCloseTo(0.8339, within(5e-4));
        assertThat(oil.smoothing().start().level()).isCloseTo(446.5868, within(0.05));
        assertThat(oil.forecast(1)[0]).isCloseTo(542.6806, within(0.01));
    }

    /** Hyndman, Koehler, Ord and Snyder 2008, table 6.1, with beta = alpha * beta*. */
    @Test
    @DisplayName("has the variances of the class-1 models")
    void variances() {
        double a = 0.3;
        double b = 0.3 * 0.2;
        double g = 0.4;
        double phi = 0.9;
        SmoothedSeries simple = ExponentialSmoothing.of(SIMPLE, SmoothingWeights.simple(a), SmoothingState.of(30, 0))
                .smooth(TOURISTS);
        SmoothedSeries holt = ExponentialSmoothing.of(HOLT, SmoothingWeights.holt(a, 0.2), SmoothingState.of(30, 1))
                .smooth(TOURISTS);
        SmoothedSeries damped = ExponentialSmoothing.of(
                        DAMPED, SmoothingWeights.damped(a, 0.2, phi), SmoothingState.of(30, 1))
                .smooth(TOURISTS);
        SmoothedSeries seasons = ExponentialSmoothing.of(
                        HOLT_WINTERS_ADDITIVE,
                        SmoothingWeights.holtWinters(a, 0.2, g),
                        SmoothingState.of(32, 0.7, 9, -9, -1, 1))
                .smooth(TOURISTS);
        double[] sums = {1, 1, 1, 1};
        for (int h = 1; h <= 9; h++) {
            double[] actual = {
                ratio(simple, h), ratio(holt, h), ratio(damped, h), ratio(seasons, h),
            };
            for (int i = 0; i < 4; i++) {
                close(actual[i], sums[i], 1e-12);
            }
            double phiSum = 0;
            for (int i = 1; i <= h; i++) {
                phiSum += Math.pow(phi, i);
            }
            sums[0] += a * a;
            sums[1] += Math.pow(a + b * h, 2);
            sums[2] += Math.pow(a + b * phiSum, 2);
            sums[3] += Math.pow(a + b * h + (h % 4 == 0 ? g : 0), 2);
        }
    }

    private static double ratio(SmoothedSeries series, int h) {
        return series.variances(h).orElseThrow()[h - 1] / series.errorVariance().orElseThrow();
    }

    @Test
    @DisplayName("where seasons multiply, has the variance that simulation of the model has")
    void multipliedVariance() {
        SmoothedSeries nights = SmoothingFit.of(HOLT_WINTERS_MULTIPLICATIVE)
                .seasons(4)
                .to(TOURISTS)
                .orElseThrow();
        double sigma = Math.sqrt(nights.errorVariance().orElseThrow());
        var random = io.coaching.internal.random.DeterministicRandom.of(11);
        double[] expected = nights.forecast(8);
        double[] squares = new double[8];
        int runs = 20_000;
        for (int r = 0; r < runs; r++) {
            SmoothingState state = nights.state();
            for (int h = 0; h < 8; h++) {
                ExponentialSmoothing next = ExponentialSmoothing.of(
                        HOLT_WINTERS_MULTIPLICATIVE, nights.smoothing().weights(), state);
                double y = next.smooth(0.0).fitted()[0] + sigma * random.nextGaussian();
                squares[h] += Math.pow(y - expected[h], 2) / runs;
                state = next.smooth(y).state();
            }
        }
        double[] variances = nights.variances(8).orElseThrow();
        for (int h = 0; h < 8; h++) {
            close(variances[h], squares[h], 0.05);
        }
    }

    @Test
    @DisplayName("goes on through a gap as if its own forecast had come true")
    void gaps() {
        OptionalDouble[] withGaps =
                Arrays.stream(TOURISTS).mapToObj(OptionalDouble::of).toArray(OptionalDouble[]::new);
        double[] filled = TOURISTS.clone();
        for (int t : new int[] {7, 20, 21}) {
            withGaps[t] = OptionalDouble.empty();
            filled[t] = ADDITIVE.smooth(Arrays.copyOf(filled, t + 1)).fitted()[t];
        }
        SmoothedSeries gappy = ADDITIVE.smooth(withGaps);
        SmoothedSeries whole = ADDITIVE.smooth(filled);
        assertThat(gappy.n()).isEqualTo(41);
        assertThat(gappy.residuals()[20]).isEmpty();
        assertThat(gappy.forecast(8)).containsExactly(whole.forecast(8), within(1e-9));
        assertThat(gappy.sse()).isCloseTo(whole.sse(), within(1e-9));
        assertThat(gappy.errorVariance().orElseThrow())
                .isGreaterThan(whole.errorVariance().orElseThrow());
    }

    @Test
    @DisplayName("fits through gaps: no weights found without them do better")
    void fitThroughGaps() {
        OptionalDouble[] withGaps =
                Arrays.stream(TOURISTS).mapToObj(OptionalDouble::of).toArray(OptionalDouble[]::new);
        withGaps[9] = OptionalDouble.empty();
        withGaps[26] = OptionalDouble.empty();
        for (SmoothingModel model : SmoothingModel.values()) {
            SmoothingFit fit = model.isSeasonal() ? SmoothingFit.of(model).seasons(4) : SmoothingFit.of(model);
            SmoothedSeries whole = fit.to(TOURISTS).orElseThrow();
            SmoothedSeries gappy = fit.to(withGaps).orElseThrow();
            assertThat(gappy.n()).isEqualTo(TOURISTS.length - 2);
            assertThat(gappy.sse())
                    .as(model.name())
                    .isLessThan(whole.smoothing().smooth(withGaps).sse() * (1 + 1e-4))
                    .isLessThan(whole.sse() * (1 + 1e-4));
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("is fitted from as many observations as it says, and follows the scale of its values")
    void leastObservations(SmoothingModel model) {
        int period = model.isSeasonal() ? 4 : 1;
        SmoothingFit fit = model.isSeasonal() ? SmoothingFit.of(model).seasons(4) : SmoothingFit.of(model);
        int least = model.leastObservations(period);
        assertThat(fit.to(Arrays.copyOf(TOURISTS, least - 1))).isEmpty();
        assertThat(fit.to(Arrays.copyOf(TOURISTS, least))).isPresent();
        double[] thousandfold = Arrays.stream(TOURISTS).map(y -> 1000 * y).toArray();
        double[] plain = fit.to(TOURISTS).orElseThrow().forecast(3);
        double[] scaled = fit.to(thousandfold).orElseThrow().forecast(3);
        for (int h = 0; h < 3; h++) {
            close(scaled[h], 1000 * plain[h], 1e-3);
        }
    }

    @Test
    @DisplayName("does not multiply seasons where a value is 0, and takes equal values as they are")
    void edges() {
        double[] zero = TOURISTS.clone();
        zero[5] = 0;
        assertThat(SmoothingFit.of(HOLT_WINTERS_MULTIPLICATIVE).seasons(4).to(zero))
                .isEmpty();
        assertThat(SmoothingFit.of(HOLT_WINTERS_ADDITIVE).seasons(4).to(zero)).isPresent();
        double[] equal = IntStream.range(0, 20).mapToDouble(i -> 7).toArray();
        for (SmoothingModel model : SmoothingModel.values()) {
            SmoothingFit fit = model.isSeasonal() ? SmoothingFit.of(model).seasons(4) : SmoothingFit.of(model);
            SmoothedSeries smoothed = fit.to(equal).orElseThrow();
            assertThat(smoothed.forecast(6)).as(model.name()).containsOnly(new double[] {7}, within(1e-6));
        }
    }
}
