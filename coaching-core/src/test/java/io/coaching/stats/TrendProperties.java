package io.coaching.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import io.coaching.base.Reason;
import io.coaching.internal.random.DeterministicRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/** Laws of lines and trend tests, and the fast ways of computing against the definitions. */
class TrendProperties {
    /** Kinds of data that call for different paths. */
    enum Kind {
        SMOOTH,
        COUNTS,
        MOSTLY_ZERO,
        HEAVY_TAILED,
        STRAIGHT,
        NEARLY_STRAIGHT,
        HUGE_OFFSET,
        JUMP
    }

    @Provide
    Arbitrary<Series> series() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(3, 90),
                        Arbitraries.longs(),
                        Arbitraries.of(0.0, 0.1, 0.5))
                .as(TrendProperties::generate);
    }

    private static Series generate(Kind kind, int n, long seed, double gaps) {
        RandomGenerator random = new java.util.SplittableRandom(seed);
        int[] periods = new int[n];
        double[] values = new double[n];
        int period = random.nextInt(-20, 20);
        for (int i = 0; i < n; i++) {
            periods[i] = period;
            values[i] = switch (kind) {
                case SMOOTH -> random.nextGaussian() + 0.05 * i;
                case COUNTS -> random.nextInt(5);
                case MOSTLY_ZERO -> random.nextInt(8) == 0 ? random.nextInt(1, 1000) : 0;
                case HEAVY_TAILED -> StrictMath.exp(4 * random.nextGaussian());
                case STRAIGHT -> 3 * period + (i == n - 1 ? 1 : 0);
                case NEARLY_STRAIGHT -> 0.1 * period + 1e-15 * random.nextInt(3);
                case HUGE_OFFSET -> 1e12 + random.nextInt(1000) / 1000.0;
                case JUMP -> (2 * i < n ? 0 : 1000) + random.nextGaussian();
            };
            do {
                period++;
            } while (random.nextDouble() < gaps);
        }
        return Series.of(periods, values);
    }

    private static double[] allSlopes(Series s) {
        return IntStream.range(0, s.n())
                .boxed()
                .flatMap(i -> IntStream.range(i + 1, s.n())
                        .mapToObj(j -> (s.value(j) - s.value(i)) / (s.period(j) - s.period(i))))
                .mapToDouble(v -> v + 0.0)
                .sorted()
                .toArray();
    }

    private static boolean varies(Series series) {
        return LineFit.of(series).isFitted();
    }

    @Property(tries = 600)
    void theMedianSlopeIsTheOneOfTheDefinitionToTheLastBit(@ForAll("series") Series series) {
        Optional<TheilSen> line = TheilSen.of(series).value();
        if (line.isEmpty()) {
            assertThat(Arrays.stream(series.values()).distinct().count()).isEqualTo(1);
            return;
        }
        double[] slopes = allSlopes(series);
        int m = slopes.length;
        assertThat(line.get().slope()).isEqualTo(QuantileMethod.middle(slopes[(m - 1) / 2], slopes[m / 2]));
        double deviation = Math.sqrt(MannKendall.of(series).orThrow().variance());
        for (double level : new double[] {0.5, 0.9, 0.999}) {
            int rank = (int) Math.round((m - Moments.z(level) * deviation) / 2);
            Optional<Limits> limits = line.get().limits(level);
            assertThat(limits.isPresent()).isEqualTo(rank >= 1);
            limits.ifPresent(l -> assertThat(l).isEqualTo(new Limits(slopes[rank - 1], slopes[m - rank], level)));
        }
    }

    /** Whatever is guessed: it only says where to look first. */
    @Property(tries = 300)
    void theGuessDoesNotMatter(
            @ForAll("series") Series series, @ForAll double guess, @ForAll @IntRange(max = 99) int at) {
        double[] slopes = allSlopes(series);
        MedianSlope kernel = new MedianSlope().on(series.periods, series.values, 0, series.n());
        int rank = at * (slopes.length - 1) / 99;
        double bounded = Math.max(-1e90, Math.min(1e90, guess));
        assertThat(kernel.kth(rank, bounded, 0)).isEqualTo(slopes[rank]);
        assertThat(kernel.kth(rank, slopes[rank], 1e-30)).isEqualTo(slopes[rank]);
        assertThat(kernel.kth(rank, 0, Math.abs(bounded))).isEqualTo(slopes[rank]);
    }

    @Property(tries = 300)
    void mannAndKendallsFiguresAreThoseOfTheDefinition(@ForAll("series") Series series) {
        Optional<MannKendall> test = MannKendall.of(series).value();
        if (test.isEmpty()) {
            return;
        }
        int n = series.n();
        long s = 0;
        double tied = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                s += Double.compare(series.value(j), series.value(i));
                tied += series.value(j) == series.value(i) ? 1 : 0;
            }
        }
        assertThat(test.get().s()).isEqualTo(s);
        double pairs = n * (n - 1) / 2.0;
        assertThat(test.get().tauA()).isEqualTo(s / pairs);
        assertThat(test.get().tauB()).isCloseTo(s / Math.sqrt(pairs) / Math.sqrt(pairs - tied), within(1e-14));
        double ties = Arrays.stream(series.values())
                .mapToLong(
                        v -> Arrays.stream(series.values()).filter(w -> w == v).count())
                .mapToDouble(t -> (t - 1) * (2.0 * t + 5))
                .sum();
        double variance = (n * (n - 1.0) * (2 * n + 5) - ties) / 18;
        assertThat(test.get().variance()).isCloseTo(variance, within(1e-12 * variance));
    }

    /** All orders of n different values, counted. */
    @Example
    void smallSamplesHaveExactPValues() {
        for (int n = 3; n <= 6; n++) {
            int[] orders = new int[n * n];
            double[] first = IntStream.range(0, n).asDoubleStream().toArray();
            permute(first, 0, orders, n * n / 2);
            int all = Arrays.stream(orders).sum();
            RandomGenerator random = new java.util.SplittableRandom(n);
            for (int k = 0; k < 20; k++) {
                double[] values = random.doubles(n).toArray();
                MannKendall test = MannKendall.of(Series.of(values)).orThrow();
                double extreme = 0;
                for (int s = 0; s < orders.length; s++) {
                    extreme += Math.abs(s - n * n / 2) >= Math.abs(test.s()) ? orders[s] : 0;
                }
                assertThat(test.exact()).isTrue();
                assertThat(test.pValue()).isCloseTo(extreme / all, within(1e-14));
            }
        }
        assertThat(MannKendall.of(Series.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
                        .orThrow()
                        .pValue())
                .isCloseTo(2 / 3628800.0, within(1e-18));
        assertThat(MannKendall.of(Series.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11))
                        .orThrow()
                        .exact())
                .isFalse();
        assertThat(MannKendall.of(Series.of(1, 2, 2, 4)).orThrow().exact()).isFalse();
    }

    private static void permute(double[] values, int from, int[] countsByS, int zero) {
        if (from == values.length) {
            int s = 0;
            for (int i = 0; i < values.length; i++) {
                for (int j = i + 1; j < values.length; j++) {
                    s += values[j] > values[i] ? 1 : -1;
                }
            }
            countsByS[zero + s]++;
            return;
        }
        for (int i = from; i < values.length; i++) {
            double swap = values[from];
            values[from] = values[i];
            values[i] = swap;
            permute(values, from + 1, countsByS, zero);
            values[i] = values[from];
            values[from] = swap;
        }
    }

    private static Series mapped(Series s, int[] periods, DoubleUnaryOperator f) {
        return Series.of(periods, Arrays.stream(s.values()).map(f).toArray());
    }

    /** Two to a power, so that the laws hold to the last bit; but for the offset, which rounds. */
    @Property(tries = 200)
    void unitsDoNotMatter(@ForAll("series") Series series) {
        if (!varies(series)) {
            return;
        }
        int[] later = Arrays.stream(series.periods()).map(p -> p + 1000).toArray();
        Series shifted = mapped(series, later, v -> v);
        Series scaled = mapped(series, series.periods(), v -> v * 1024);
        Series negated = mapped(series, series.periods(), v -> -v);
        double slope = TheilSen.of(series).orThrow().slope();
        assertThat(TheilSen.of(shifted).orThrow().slope()).isEqualTo(slope);
        assertThat(TheilSen.of(scaled).orThrow().slope()).isEqualTo(slope * 1024);
        assertThat(TheilSen.of(negated).orThrow().slope()).isEqualTo(-slope + 0.0);
        MannKendall test = MannKendall.of(series).orThrow();
        assertThat(MannKendall.of(shifted).orThrow()).isEqualTo(test);
        assertThat(MannKendall.of(scaled).orThrow()).isEqualTo(test);
        assertThat(MannKendall.of(negated).orThrow().s()).isEqualTo(-test.s());
        assertThat(MannKendall.of(negated).orThrow().pValue()).isEqualTo(test.pValue());
        LineFit line = LineFit.neweyWest(series).orThrow();
        LineFit times = LineFit.neweyWest(scaled).orThrow();
        assertThat(times.slope()).isEqualTo(line.slope() * 1024);
        assertThat(times.pValue()).isEqualTo(line.pValue());
        LineFit moved = LineFit.neweyWest(shifted).orThrow();
        double error = 1e-6 * (Math.abs(line.slope()) + line.slopeStandardError());
        assertThat(moved.slope()).isCloseTo(line.slope(), within(error));
        assertThat(moved.slopeStandardError()).isCloseTo(line.slopeStandardError(), within(error));
    }

    @Property(tries = 200)
    void timeTurnedRoundTurnsTheTrendRound(@ForAll("series") Series series) {
        if (!varies(series)) {
            return;
        }
        int n = series.n();
        int[] periods = new int[n];
        double[] values = new double[n];
        Arrays.setAll(periods, i -> -series.period(n - 1 - i));
        Arrays.setAll(values, i -> series.value(n - 1 - i));
        Series back = Series.of(periods, values);
        assertThat(TheilSen.of(back).orThrow().slope())
                .isEqualTo(-TheilSen.of(series).orThrow().slope() + 0.0);
        MannKendall test = MannKendall.of(series).orThrow();
        assertThat(MannKendall.of(back).orThrow().s()).isEqualTo(-test.s());
        assertThat(MannKendall.of(back).orThrow().pValue()).isEqualTo(test.pValue());
        LineFit line = LineFit.neweyWest(series).orThrow();
        LineFit other = LineFit.neweyWest(back).orThrow();
        double error = 1e-6 * (Math.abs(line.slope()) + line.slopeStandardError());
        assertThat(other.slope()).isCloseTo(-line.slope(), within(error));
        assertThat(other.slopeStandardError()).isCloseTo(line.slopeStandardError(), within(error));
    }

    @Property(tries = 100)
    void commonsMathFindsTheSameLine(@ForAll @IntRange(min = 3, max = 60) int n, @ForAll long seed) {
        Series series = generate(Kind.SMOOTH, n, seed, 0.3);
        SimpleRegression commons = new SimpleRegression();
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            commons.addData(series.period(i), series.value(i));
            rows[i] = new double[] {series.period(i)};
        }
        LineFit line = LineFit.of(series).orThrow();
        assertThat(line.slope()).isCloseTo(commons.getSlope(), within(1e-9));
        assertThat(line.slopeStandardError()).isCloseTo(commons.getSlopeStdErr(), within(1e-9));
        assertThat(line.standardErrorAt(0)).isCloseTo(commons.getInterceptStdErr(), within(1e-9));
        assertThat(line.pValue()).isCloseTo(commons.getSignificance(), within(1e-9));
        LeastSquaresFit fit =
                LeastSquares.withIntercept().fit(rows, series.values()).orThrow();
        assertThat(fit.coefficients()[1]).isCloseTo(line.slope(), within(1e-9));
        assertThat(fit.pValue(1)).isCloseTo(line.pValue(), within(1e-9));
        assertThat(fit.limits(0, 0.9).low()).isCloseTo(line.meanLimits(0, 0.9).low(), within(1e-7));
        assertThat(fit.at(7)).isCloseTo(line.at(7), within(1e-9));
    }

    @Property(tries = 50)
    void commonsMathFindsTheSamePlane(
            @ForAll @IntRange(min = 6, max = 40) int n, @ForAll @IntRange(min = 1, max = 4) int k, @ForAll long seed) {
        RandomGenerator random = new java.util.SplittableRandom(seed);
        double[][] rows = new double[n][k];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            Arrays.setAll(rows[i], c -> random.nextGaussian() * (c == 0 ? 1e6 : 1) + c);
            y[i] = rows[i][0] / 1e6 + random.nextGaussian();
        }
        OLSMultipleLinearRegression commons = new OLSMultipleLinearRegression();
        commons.newSampleData(y, rows);
        LeastSquaresFit fit = LeastSquares.withIntercept().fit(rows, y).orThrow();
        double[] expected = commons.estimateRegressionParameters();
        double[] errors = commons.estimateRegressionParametersStandardErrors();
        for (int c = 0; c <= k; c++) {
            assertThat(fit.coefficients()[c]).isCloseTo(expected[c], within(1e-7 * errors[c]));
            assertThat(fit.standardErrors()[c]).isCloseTo(errors[c], within(1e-7 * errors[c]));
        }
        assertThat(fit.rSquared()).isCloseTo(commons.calculateRSquared(), within(1e-9));
        assertThat(fit.adjustedRSquared()).isCloseTo(commons.calculateAdjustedRSquared(), within(1e-9));
        assertThat(fit.residuals()).containsExactly(commons.estimateResiduals(), offset(1e-8));
    }

    @Example
    void aRegressorThatOthersDetermineIsSaidSo() {
        double[][] rows = {{1, 2, 3}, {2, 1, 3}, {5, 5, 10}, {4, 0, 4}, {1, 7, 8}};
        double[] y = {1, 3, 2, 5, 4};
        assertThat(LeastSquares.withIntercept().fit(rows, y).whyNot()).contains(Reason.COLLINEAR);
        assertThat(LeastSquares.withoutIntercept()
                        .fit(new double[][] {{1, 2}, {2, 1}}, new double[] {1, 2})
                        .whyNot())
                .contains(Reason.TOO_FEW_OBSERVATIONS);
        assertThat(LeastSquares.withIntercept()
                        .fit(new double[][] {{1}, {2}, {4}}, new double[] {5, 5, 5})
                        .whyNot())
                .contains(Reason.NO_VARIATION);
        assertThat(LeastSquares.withIntercept()
                        .fit(new double[][] {{3}, {3}, {3}}, new double[] {5, 6, 5})
                        .whyNot())
                .contains(Reason.COLLINEAR);
    }

    @Property(tries = 30)
    void manyAtOnceAreEachAsIfAlone(@ForAll long seed) throws Exception {
        DeterministicRandom random = DeterministicRandom.of(seed);
        int size = 700;
        Series[] all = new Series[size];
        int[] starts = new int[size + 1];
        for (int i = 0; i < size; i++) {
            Kind kind = Kind.values()[(int) Math.floorMod(random.nextLong(), (long) Kind.values().length)];
            int n = (int) Math.floorMod(random.nextLong(), 60L);
            all[i] = n % 13 == 0 ? Series.of(new double[n % 5]) : generate(kind, n, random.nextLong(), 0.2);
            starts[i + 1] = starts[i] + all[i].n();
        }
        int[] periods =
                Arrays.stream(all).flatMapToInt(s -> Arrays.stream(s.periods())).toArray();
        double[] values = Arrays.stream(all)
                .flatMapToDouble(s -> Arrays.stream(s.values()))
                .toArray();
        SeriesTrends alone = SeriesTrends.of(starts, periods, values);
        ExecutorService executor = Executors.newFixedThreadPool(2);
        SeriesTrends shared;
        try {
            shared = SeriesTrends.of(starts, periods, values, executor, 3);
        } finally {
            executor.shutdown();
        }
        for (int i = 0; i < size; i++) {
            Fit<LineFit> line = LineFit.of(all[i]);
            for (SeriesTrends trends : new SeriesTrends[] {alone, shared}) {
                assertThat(trends.whyNot(i)).isEqualTo(line.whyNot());
                if (line.isFitted()) {
                    assertThat(trends.slope(i)).isEqualTo(line.orThrow().slope());
                    assertThat(trends.slopeStandardError(i))
                            .isEqualTo(line.orThrow().slopeStandardError());
                    assertThat(trends.pValue(i)).isEqualTo(line.orThrow().pValue());
                    assertThat(trends.theilSenSlope(i))
                            .isEqualTo(TheilSen.of(all[i]).orThrow().slope());
                    MannKendall test = MannKendall.of(all[i]).orThrow();
                    assertThat(trends.mannKendallS(i)).isEqualTo(test.s());
                    assertThat(trends.mannKendallPValue(i)).isEqualTo(test.pValue());
                }
            }
        }
    }

    @Example
    void badSeriesHaveTheirReasonsAndLeaveTheRestAlone() {
        int[] starts = {0, 0, 1, 3, 6, 9};
        int[] periods = {7, 0, 1, 0, 1, 2, 0, 1, 5};
        double[] values = {3, 1, 2, 4, 4, 4, 1, 2, 9};
        SeriesTrends trends = SeriesTrends.of(starts, periods, values);
        assertThat(trends.whyNot(0)).contains(Reason.NO_DATA);
        assertThat(trends.whyNot(1)).contains(Reason.TOO_FEW_OBSERVATIONS);
        assertThat(trends.whyNot(2)).contains(Reason.TOO_FEW_OBSERVATIONS);
        assertThat(trends.whyNot(3)).contains(Reason.NO_VARIATION);
        assertThat(trends.whyNot(4)).isEmpty();
        assertThat(trends.theilSenSlope(4)).isEqualTo(8 / 5.0);
        assertThat(trends.mannKendallPValue(4)).isCloseTo(1 / 3.0, within(1e-15));
        assertThatThrownBy(() -> trends.slope(3))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("series 3 has no trend: all observations are alike");
        assertThat(trends).hasToString("SeriesTrends[5 series, 4 without a trend]");
        assertThatThrownBy(() -> SeriesTrends.of(new int[] {0, 2}, new int[] {3, 3}, new double[] {1, 2}))
                .hasMessageContaining("strictly ascending");
        assertThatThrownBy(() -> SeriesTrends.of(new int[] {0, 2}, new int[] {3, 4}, new double[] {1, Double.NaN}))
                .hasMessageContaining("values[1] must be finite");
        assertThatThrownBy(() -> SeriesTrends.of(new int[] {0, 1}, new int[] {3, 4}, new double[] {1, 2}))
                .hasMessageContaining("starts must go from 0 to 2");
    }

    @Example
    void oneSeriesThatIsBadSaysWhy() {
        Series none = Series.of();
        Series two = Series.of(1, 2);
        Series flat = Series.of(2, 2, 2, 2);
        for (SerialCorrelation correction : SerialCorrelation.values()) {
            assertThat(MannKendall.of(none, correction).whyNot()).contains(Reason.NO_DATA);
            assertThat(MannKendall.of(two, correction).whyNot()).contains(Reason.TOO_FEW_OBSERVATIONS);
            assertThat(MannKendall.of(flat, correction).whyNot()).contains(Reason.NO_VARIATION);
        }
        assertThat(LineFit.neweyWest(none).whyNot()).contains(Reason.NO_DATA);
        assertThat(LineFit.neweyWest(flat).whyNot()).contains(Reason.NO_VARIATION);
        assertThat(LineFit.of(new double[] {2, 2, 2}, new double[] {1, 2, 3}).whyNot())
                .contains(Reason.NO_VARIATION);
        assertThat(TheilSen.of(two).whyNot()).contains(Reason.TOO_FEW_OBSERVATIONS);
        assertThat(SeasonalMannKendall.of(none, 12).whyNot()).contains(Reason.NO_DATA);
        assertThat(SeasonalMannKendall.of(Series.of(1, 2, 3), 12).whyNot()).contains(Reason.TOO_FEW_OBSERVATIONS);
        assertThat(SeasonalMannKendall.of(Series.of(1, 2, 1, 2), 2).whyNot()).contains(Reason.NO_VARIATION);
        assertThatThrownBy(() -> TheilSen.of(flat).orThrow())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("all observations are alike");
    }

    /** The season alone is no trend; the same step in every season is. */
    @Example
    void aSeasonIsNoTrend() {
        double[] values = new double[24];
        Arrays.setAll(values, i -> (i % 4) * 100 + i / 4);
        SeasonalMannKendall test = SeasonalMannKendall.of(Series.of(values), 4).orThrow();
        assertThat(test.s()).isEqualTo(4 * 15);
        assertThat(test.tau()).isEqualTo(1);
        assertThat(test.slopePerCycle()).isEqualTo(1);
        Arrays.setAll(values, i -> (i % 4) * 100 + (i / 4) % 2);
        assertThat(SeasonalMannKendall.of(Series.of(values), 4).orThrow().pValue())
                .isGreaterThan(0.2);
    }

    @Example
    void anExactLineIsCertain() {
        LineFit line = LineFit.of(Series.of(new int[] {1, 2, 4, 8}, new double[] {3, 5, 9, 17}))
                .orThrow();
        assertThat(line.slope()).isEqualTo(2);
        assertThat(line.intercept()).isEqualTo(1);
        assertThat(line.pValue()).isEqualTo(0);
        assertThat(line.t()).isEmpty();
        assertThat(line.rSquared()).isEqualTo(1);
        assertThat(line.slopeLimits(0.95)).isEqualTo(new Limits(2, 2, 0.95));
    }

    @Property(tries = 200)
    void nothingIsEverNaN(@ForAll("series") Series series, @ForAll @IntRange(max = 10) int bandwidth) {
        LineFit.neweyWest(series, bandwidth).value().ifPresent(line -> {
            assertThat(line.pValue()).isBetween(0.0, 1.0);
            assertThat(line.slopeStandardError()).isFinite().isNotNegative();
            assertThat(line.standardErrorAt(3)).isFinite().isNotNegative();
        });
        for (SerialCorrelation correction : SerialCorrelation.values()) {
            MannKendall.of(series, correction, 3).value().ifPresent(test -> {
                assertThat(test.pValue()).isBetween(0.0, 1.0);
                assertThat(test.variance()).isPositive().isFinite();
                assertThat(test.varianceFactor()).isPositive().isFinite();
            });
        }
    }

    /** Points that are missing at random leave the correction about where it was, which closing the gaps up would not. */
    @Example
    void gapsDoNotMakeNeighbours() {
        RandomGenerator random = new java.util.SplittableRandom(5);
        int n = 400;
        double[] wander = new double[n];
        double last = 0;
        for (int i = 0; i < n; i++) {
            last = 0.6 * last + random.nextGaussian();
            wander[i] = last;
        }
        int[] kept = IntStream.range(0, n).filter(i -> i % 3 != 1).toArray();
        Series gappy =
                Series.of(kept, Arrays.stream(kept).mapToDouble(i -> wander[i]).toArray());
        double whole = MannKendall.of(Series.of(wander), SerialCorrelation.YUE_WANG, 1)
                .orThrow()
                .varianceFactor();
        double honest =
                MannKendall.of(gappy, SerialCorrelation.YUE_WANG, 1).orThrow().varianceFactor();
        double closedUp = MannKendall.of(Series.of(gappy.values()), SerialCorrelation.YUE_WANG, 1)
                .orThrow()
                .varianceFactor();
        assertThat(honest).isCloseTo(whole, within(0.15));
        assertThat(closedUp).isLessThan(whole - 0.2);
    }
}
