package io.coaching.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.coaching.base.Interval;
import io.coaching.base.Percent;
import io.coaching.base.Reason;
import io.coaching.internal.random.DeterministicRandom;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ForecastingTest {
    private static final double[] CALLS = {12, 15, 11, 14, 13, 16, 12, 15, 14, 13, 17, 12, 14, 15};

    private static Map<ForecastMethod, Integer> chosen(SimulatedSeries kind, int length, int series) {
        return new EnumMap<>(ForecastSimulation.run(kind, DeterministicRandom.of(31), series, length)
                .methods());
    }

    private static int of(Map<ForecastMethod, Integer> methods, ForecastMethod... wanted) {
        return Arrays.stream(wanted).mapToInt(m -> methods.getOrDefault(m, 0)).sum();
    }

    @Nested
    @DisplayName("Of series whose law is known")
    class Truth {
        @Test
        @DisplayName("seasons are found: Holt-Winters of four years, the same season of the last round at least")
        void seasons() {
            Map<ForecastMethod, Integer> methods = chosen(SimulatedSeries.SEASONS, 48, 15);
            assertThat(of(
                            methods,
                            ForecastMethod.HOLT_WINTERS_ADDITIVE,
                            ForecastMethod.HOLT_WINTERS_MULTIPLICATIVE,
                            ForecastMethod.SEASONAL_NAIVE))
                    .isEqualTo(15);
            assertThat(of(methods, ForecastMethod.HOLT_WINTERS_ADDITIVE, ForecastMethod.HOLT_WINTERS_MULTIPLICATIVE))
                    .isGreaterThanOrEqualTo(9);
        }

        @Test
        @DisplayName("noise has its mean, seldom anything else")
        void noise() {
            assertThat(of(chosen(SimulatedSeries.NOISE, 36, 40), ForecastMethod.MEAN))
                    .isGreaterThanOrEqualTo(32);
        }

        @Test
        @DisplayName("a random walk has its last value, or what follows it as closely; hardly ever its mean")
        void walk() {
            Map<ForecastMethod, Integer> methods = chosen(SimulatedSeries.RANDOM_WALK, 48, 40);
            assertThat(of(methods, ForecastMethod.MEAN)).isLessThanOrEqualTo(8);
            assertThat(of(methods, ForecastMethod.NAIVE)).isGreaterThanOrEqualTo(20);
        }

        @Test
        @DisplayName("a trend is followed")
        void trend() {
            assertThat(of(chosen(SimulatedSeries.TREND, 36, 30), ForecastMethod.HOLT, ForecastMethod.DAMPED))
                    .isGreaterThanOrEqualTo(24);
        }

        /** 11 kinds x 40 series x 3 steps; the larger measurement is ForecastSimulation.run(7, 200, 10, 16, 24, 48). */
        @Test
        @DisplayName("limits of 80% and 95% hold about as often as they say, and none is useless")
        void coverage() {
            ForecastSimulation simulation = ForecastSimulation.run(3, 40, 20);
            assertThat(simulation.held(false)).isBetween(0.78, 0.90);
            assertThat(simulation.held(true)).isBetween(0.92, 0.985);
            assertThat(simulation.kinds())
                    .filteredOn(kind -> kind.kind().equals(SimulatedSeries.NOISE.text()))
                    .singleElement()
                    .satisfies(noise -> assertThat(noise.mae()).isLessThan(noise.bestMae() * 1.2));
            assertThat(simulation.toString().length()).isLessThanOrEqualTo(80);
            assertThat(simulation.rows().rows()).hasSize(SimulatedSeries.values().length);
            assertThat(ForecastSimulation.run(3, 2, 20)).isEqualTo(ForecastSimulation.run(3, 2, 20));
        }

        @Test
        @DisplayName("the probability of staying below a value is calibrated")
        void probability() {
            var random = DeterministicRandom.of(8);
            double[] said = new double[200];
            boolean[] came = new boolean[said.length];
            for (int s = 0; s < said.length; s++) {
                double[] values = SimulatedSeries.COUNTS.draw(random.split(), 21);
                double target = 2 + random.nextInt(5);
                said[s] = Forecasting.of(Arrays.copyOf(values, 20))
                        .within(ForecastRange.COUNTS)
                        .forecast()
                        .probabilityBelow(target)
                        .orThrow();
                came[s] = values[20] < target;
            }
            var calibration = io.coaching.stats.Calibration.of(said, came).orElseThrow();
            // Whoever knows the law, P(Poisson(4) < target), gets a skill of some 0.2 here.
            assertThat(calibration.skill().orElseThrow()).isGreaterThan(0.05);
            assertThat(calibration.meanGap()).isLessThan(0.12);
        }
    }

    @Nested
    @DisplayName("A rival")
    class Rivals {
        @Test
        @DisplayName("has to be beaten by the margin, or is used")
        void margin() {
            double[] rising = DoubleStream.iterate(1, t -> t + 1)
                    .limit(30)
                    .map(t -> 10 + 2 * t + 3 * Math.sin(t * 1.7))
                    .toArray();
            Forecast easy = Forecasting.of(rising).forecast();
            Forecast hard = Forecasting.of(rising).beatRivalsBy(Percent.of(90)).forecast();
            assertThat(easy.method().orElseThrow().isRival()).isFalse();
            assertThat(easy.step(1).value()).isCloseTo(72, within(4.0));
            assertThat(hard.method().orElseThrow()).isEqualTo(ForecastMethod.NAIVE);
            assertThat(hard.step(1).value()).isEqualTo(rising[29]);
            assertThat(hard.explain())
                    .contains("No smoothing beats it by 90%")
                    .contains("Method: naive, from 30 periods");
            assertThat(easy.explain()).contains("It beats the best plain way by 5% or more: naive had");
        }

        @Test
        @DisplayName("and everything else that was tried is named with its error, or with why it was not")
        void candidates() {
            Forecast forecast = Forecasting.of(CALLS).seasons(12).forecast();
            assertThat(forecast.candidates())
                    .extracting(ForecastCandidate::method)
                    .containsExactly(ForecastMethod.values());
            assertThat(forecast.candidates())
                    .filteredOn(c -> c.method().isSeasonal())
                    .allSatisfy(c -> assertThat(c.whyNot()).contains(Reason.TOO_FEW_OBSERVATIONS));
            ForecastCandidate mean = forecast.candidates().get(0);
            // origins 10 to 13, one step each: means of 13.5, 13.8182, 13.6667 and 13.6923 against 17, 12, 14, 15
            assertThat(forecast.origins()).isEqualTo(4);
            assertThat(mean.mae().orElseThrow())
                    .isCloseTo((17 - 13.5 + 152 / 11.0 - 12 + 14 - 164 / 12.0 + 15 - 178 / 13.0) / 4, within(1e-9));
            // changes between periods: 3, 4, 3, 1, 3, 4, 3, 1, 1, 4, 5, 2, 1
            assertThat(mean.mase().orElseThrow()).isCloseTo(mean.mae().orElseThrow() / (35 / 13.0), within(1e-9));
            assertThat(Forecasting.of(CALLS).forecast().candidates()).hasSize(5);
        }
    }

    @Nested
    @DisplayName("Limits")
    class LimitsOfForecasts {
        @ParameterizedTest
        @EnumSource
        @DisplayName("lie within the range, around the expected value, the wider around the narrower")
        void range(SimulatedSeries kind) {
            var random = DeterministicRandom.of(7).forPart(kind.name());
            for (int s = 0; s < 15; s++) {
                Forecast forecast = Forecasting.of(kind.draw(random.split(), 9 + s))
                        .within(kind.range())
                        .ahead(4)
                        .forecast();
                for (ForecastStep step : forecast.steps()) {
                    Interval narrow = step.limits().get(0);
                    Interval wide = step.limits().get(1);
                    assertThat(wide.low()).isLessThanOrEqualTo(narrow.low());
                    assertThat(wide.high()).isGreaterThanOrEqualTo(narrow.high());
                    assertThat(kind.range().contains(wide.low())).isTrue();
                    assertThat(kind.range().contains(wide.high())).isTrue();
                    assertThat(step.value()).isBetween(wide.low(), Math.nextUp(wide.high()));
                    assertThat(step.probabilityBelow(wide.low())).isLessThan(0.026);
                    assertThat(step.probabilityBelow(wide.high() + 1)).isGreaterThan(0.974);
                }
            }
        }

        @Test
        @DisplayName("are at 0 where many periods are 0")
        void zeros() {
            double[] amounts = {0, 4000, 0, 0, 9000, 2500, 0, 6000, 0, 1200, 0, 3000};
            ForecastStep step = Forecasting.of(amounts)
                    .within(ForecastRange.NON_NEGATIVE)
                    .forecast()
                    .step(1);
            assertThat(step.interval(Percent.of(80)).low()).isZero();
            assertThat(step.probabilityBelow(0)).isZero();
            assertThat(step.probabilityBelow(1e-9)).isBetween(0.4, 0.6);
        }

        @Test
        @DisplayName("grow through a gap at the end, and gaps before it are not filled in")
        void gaps() {
            OptionalDouble[] values = Arrays.stream(SimulatedSeries.RANDOM_WALK.draw(DeterministicRandom.of(2), 40))
                    .mapToObj(OptionalDouble::of)
                    .toArray(OptionalDouble[]::new);
            Forecast whole = Forecasting.of(values).beatRivalsBy(Percent.of(90)).forecast();
            OptionalDouble[] silent = Arrays.copyOf(values, 44);
            Arrays.fill(silent, 40, 44, OptionalDouble.empty());
            Forecast after = Forecasting.of(silent).beatRivalsBy(Percent.of(90)).forecast();
            assertThat(whole.method()).contains(ForecastMethod.NAIVE).isEqualTo(after.method());
            assertThat(after.n()).isEqualTo(40);
            assertThat(after.step(1).value()).isEqualTo(whole.step(1).value());
            // Five steps of a walk are root 5 as wide as one.
            assertThat(after.step(1).distribution().sd())
                    .isCloseTo(
                            whole.step(1).distribution().sd() * Math.sqrt(5),
                            within(0.2 * after.step(1).distribution().sd()));

            values[10] = OptionalDouble.empty();
            values[20] = OptionalDouble.empty();
            assertThat(Forecasting.of(values).forecast().n()).isEqualTo(38);
        }
    }

    @Nested
    @DisplayName("There is no forecast")
    class None {
        @Test
        @DisplayName("of fewer than eight values, of equal ones, of none: each says why")
        void reasons() {
            assertThat(Forecasting.of(1, 2, 3, 4, 5, 6, 7).forecast().whyNot()).contains(Reason.TOO_FEW_OBSERVATIONS);
            assertThat(Forecasting.of(1, 2, 3, 4, 5, 6, 7, 9).forecast().whyNot())
                    .isEmpty();
            assertThat(Forecasting.of(5, 5, 5, 5, 5, 5, 5, 5, 5).forecast().whyNot())
                    .contains(Reason.NO_VARIATION);
            Forecast none = Forecasting.of().forecast();
            assertThat(none.whyNot()).contains(Reason.NO_DATA);
            assertThat(none.estimate(1).whyNot()).contains(Reason.NO_DATA);
            assertThat(none.probabilityBelow(3).isKnown()).isFalse();
            assertThat(none).hasToString("forecast: undefined: nothing was observed");
            assertThatThrownBy(() -> none.step(1)).hasMessageContaining("nothing was observed");
        }

        @Test
        @DisplayName("of values that cannot be: a caller's mistake")
        void mistakes() {
            assertThatThrownBy(() -> Forecasting.of(1, Double.NaN))
                    .hasMessageContaining("values[1] must be in -1.0E100..1.0E100: NaN");
            assertThatThrownBy(() -> Forecasting.of(0.5, 1.5).within(ForecastRange.SHARES))
                    .hasMessageContaining("1.5");
            assertThatThrownBy(() -> Forecasting.of(CALLS).ahead(0))
                    .hasMessageContaining("periods must be in 1..60: 0");
        }
    }

    /** With degrees of freedom without end these are plain distributions; figures of scipy.stats. */
    @Nested
    @DisplayName("A distribution")
    class Distributions {
        private static final double SURE = 1e7;

        private void equal(double expected, DoubleSupplier actual) {
            assertThat(actual.getAsDouble()).isCloseTo(expected, within(1e-4 * Math.max(1, Math.abs(expected))));
        }

        @Test
        @DisplayName("of counts is negative binomial, or Poisson where chance is all there is")
        void counts() {
            var wide = new ForecastDistribution(ForecastRange.COUNTS, 4, Math.sqrt(8), SURE, 0, 0);
            equal(0.5, () -> wide.probabilityBelow(4)); // nbinom.cdf(3, 4, .5): below 4 is up to 3
            equal(0.5, () -> wide.probabilityBelow(3.5));
            equal(8, () -> wide.quantile(0.9)); // nbinom.ppf(.9, 4, .5)
            equal(0, () -> wide.quantile(0.025));
            var poisson = new ForecastDistribution(ForecastRange.COUNTS, 3, Math.sqrt(3), SURE, 0, 0);
            equal(0.42319008, () -> poisson.probabilityBelow(3)); // poisson.cdf(2, 3)
            equal(7, () -> poisson.quantile(0.975));
            assertThat(poisson.probabilityBelow(0)).isZero();
        }

        @Test
        @DisplayName("of amounts is gamma, of shares beta, of anything normal")
        void continuous() {
            var amounts = new ForecastDistribution(ForecastRange.NON_NEGATIVE, 100, 50, SURE, 0, 0);
            equal(27.246634, () -> amounts.quantile(0.025)); // gamma.ppf(.025, 4, scale=25)
            equal(219.181827, () -> amounts.quantile(0.975));
            var shares = new ForecastDistribution(ForecastRange.SHARES, 0.25, 0.1, SURE, 0, 0);
            equal(0.08422923, () -> shares.quantile(0.025)); // beta.ppf(.025, 4.4375, 13.3125)
            equal(0.34029392, () -> shares.probabilityBelow(0.2));
            var any = new ForecastDistribution(ForecastRange.ANY, 10, 2, 5, 0, 0);
            equal(12.951768, () -> any.quantile(0.9)); // 10 + 2 * t.ppf(.9, 5)
            equal(0.319149, () -> any.probabilityBelow(9));
        }

        @Test
        @DisplayName("has wider tails the less is known of its spread")
        void tails() {
            var few = new ForecastDistribution(ForecastRange.NON_NEGATIVE, 100, 50, 5, 0, 0);
            equal(273.933544, () -> few.quantile(0.975)); // gamma.ppf(norm.cdf(t.ppf(.975, 5)), 4, scale=25)
        }

        @ParameterizedTest
        @CsvSource({"0.1, 0", "0.3, 0.2"})
        @DisplayName("may have values on its ends")
        void ends(double atLow, double atHigh) {
            var d = new ForecastDistribution(ForecastRange.SHARES, 0.4, 0.3, SURE, atLow, atHigh);
            equal(atLow, () -> d.probabilityBelow(1e-12));
            equal(1 - atHigh, () -> d.probabilityBelow(1));
            equal(0, () -> d.quantile(atLow - 0.01));
            for (double p = 0.02; p < 1; p += 0.02) {
                double x = d.quantile(p);
                assertThat(d.probabilityBelow(x)).isLessThanOrEqualTo(p + 1e-6);
                assertThat(d.probabilityBelow(Math.nextUp(x) + 1e-9)).isGreaterThanOrEqualTo(p - 1e-6);
            }
        }
    }

    @Test
    @DisplayName(
            "refuses figures whose squares no number holds, and takes those that differ by as good as nothing for alike")
    void extremes() {
        assertThatThrownBy(() -> Forecasting.of(1e300, -1e300, 3, 4, 5, 6, 7, 8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("values[0]");
        assertThat(Forecasting.of(1e-300, 2e-300, 1e-300, 3e-300, 2e-300, 1e-300, 3e-300, 4e-300)
                        .forecast()
                        .whyNot())
                .contains(Reason.NO_VARIATION);
        assertThat(Forecasting.of(1e100, -1e100, 3, 4, 1e99, 6, 7, 8)
                        .forecast()
                        .step(1)
                        .value())
                .isFinite();
        assertThat(Forecasting.of(1e-99, 2e-99, 1e-99, 3e-99, 2e-99, 1e-99, 3e-99, 4e-99)
                        .forecast()
                        .step(1)
                        .value())
                .isBetween(1e-99, 4e-99);
    }

    @Test
    @DisplayName("measures nothing without a length of series")
    void noLengths() {
        assertThatThrownBy(() -> ForecastSimulation.run(1, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("number of lengths");
    }
}
