package io.coaching.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.coaching.base.Reason;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Trends of counts and shares, and lines with robust errors, against statsmodels 0.15 (scipy 1.17). */
class RateTrendReferenceTest {
    private static void same(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-7 * (1 + Math.abs(expected))));
    }

    /**
     * r = sm.GLM(counts, sm.add_constant(periods), sm.families.Poisson(), offset=log(exposures)).fit(scale="X2", tol=1e-14); then
     * r.params and r.bse / sqrt(r.scale) * sqrt(max(1, r.scale)); 2 * t.sf(|slope / se|, n - 2).
     */
    static Stream<Arguments> counts() {
        return Stream.of(
                Arguments.of(
                        new int[] {0, 1, 2, 3, 4, 5},
                        new long[] {2, 3, 6, 7, 8, 9},
                        new double[] {1, 1, 1, 1, 1, 1},
                        new double[] {1.01683109027951, 0.2600473888145415, 0.3792289722254373, 0.10514708246146644},
                        1.0,
                        0.06871204042176896),
                Arguments.of(
                        new int[] {0, 1, 2, 4, 5, 6, 9},
                        new long[] {12, 3, 25, 7, 30, 18, 41},
                        new double[] {5, 4, 5, 5, 3, 5, 5},
                        new double[] {0.7931599796961, 0.14414239077270696, 0.49662429694332866, 0.08235635588250195},
                        8.543499413689307,
                        0.14048109980687196),
                Arguments.of(
                        new int[] {3, 4, 5, 6, 7, 8, 9, 10},
                        new long[] {0, 0, 1, 0, 2, 0, 0, 4},
                        new double[] {1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5},
                        new double[] {-3.845529110726103, 0.43799489412728587, 2.212815092136668, 0.2570180174899261},
                        1.4260247616850847,
                        0.13924132650047255));
    }

    @ParameterizedTest
    @MethodSource("counts")
    void countsHaveAQuasiPoissonTrend(
            int[] periods, long[] counts, double[] exposures, double[] expected, double dispersion, double p) {
        CountTrend trend = CountTrend.of(periods, counts, exposures).orThrow();
        same(trend.intercept(), expected[0]);
        same(trend.slope(), expected[1]);
        same(StrictMath.log(trend.rateAt(0)), expected[0]);
        same(Math.hypot(trend.pivotStandardError(), trend.pivot() * trend.slopeStandardError()), expected[2]);
        same(trend.slopeStandardError(), expected[3]);
        same(trend.dispersion(), dispersion);
        same(trend.pValue(), p);
    }

    /**
     * r = sm.GLM(np.column_stack([won, lost]), sm.add_constant(periods), sm.families.Binomial()).fit(scale=1.0, tol=1e-14); then
     * r.bse * sqrt(max(1, r.pearson_chi2 / (n - 2))): its own scale="X2" forgets the numbers of trials.
     */
    static Stream<Arguments> shares() {
        return Stream.of(
                Arguments.of(
                        new int[] {0, 1, 2, 3, 4},
                        new long[] {2, 4, 4, 6, 7},
                        new long[] {10, 10, 10, 10, 10},
                        new double[] {-1.2198090594667972, 0.5191542902494436, 0.5545817608289945, 0.22369334651919395},
                        1.0,
                        0.10300604879652217),
                Arguments.of(
                        new int[] {0, 1, 3, 4, 5, 8},
                        new long[] {1, 9, 2, 30, 5, 20},
                        new long[] {10, 12, 20, 40, 25, 22},
                        new double[] {-1.088920295116333, 0.2847621181691635, 1.4038351601815908, 0.30794173444383527},
                        12.053478383950985,
                        0.4074449066692343),
                Arguments.of(
                        new int[] {10, 11, 12, 13, 14, 15, 16},
                        new long[] {0, 1, 0, 1, 0, 1, 1},
                        new long[] {1, 1, 2, 1, 1, 1, 1},
                        new double[] {-7.312081824165393, 0.5692494278237663, 7.54876597236493, 0.5851208222063559},
                        1.5194933690859518,
                        0.3752971926520571));
    }

    @ParameterizedTest
    @MethodSource("shares")
    void sharesHaveAQuasiBinomialTrend(
            int[] periods, long[] successes, long[] trials, double[] expected, double dispersion, double p) {
        ShareTrend trend = ShareTrend.of(periods, successes, trials).orThrow();
        same(trend.intercept(), expected[0]);
        same(trend.slope(), expected[1]);
        same(trend.shareAt(0), 1 / (1 + StrictMath.exp(-expected[0])));
        same(Math.hypot(trend.pivotStandardError(), trend.pivot() * trend.slopeStandardError()), expected[2]);
        same(trend.slopeStandardError(), expected[3]);
        same(trend.dispersion(), dispersion);
        same(trend.pValue(), p);
        long[] failures = new long[trials.length];
        Arrays.setAll(failures, i -> trials[i] - successes[i]);
        ShareTrend mirrored = ShareTrend.of(periods, failures, trials).orThrow();
        same(mirrored.slope(), -trend.slope());
        same(mirrored.pValue(), p);
        Limits share = trend.shareLimits(2, 0.9);
        Limits other = mirrored.shareLimits(2, 0.9);
        same(other.low(), 1 - share.high());
        assertThat(share.contains(trend.shareAt(2))).isTrue();
    }

    @Test
    void aRateIsPerUnitOfExposure() {
        int[] periods = {0, 1, 2, 3, 4};
        long[] counts = {4, 9, 6, 11, 10};
        CountTrend days =
                CountTrend.of(periods, counts, new double[] {5, 5, 4, 5, 3}).orThrow();
        CountTrend hours = CountTrend.of(periods, counts, new double[] {40, 40, 32, 40, 24})
                .orThrow();
        same(hours.slope(), days.slope());
        same(hours.rateAt(3) * 8, days.rateAt(3));
        same(hours.rateLimits(3, 0.95).high() * 8, days.rateLimits(3, 0.95).high());
        assertThat(days.rateLimits(3, 0.95).contains(days.rateAt(3))).isTrue();
        assertThat(days.ratioLimits(0.95).contains(days.ratioPerPeriod())).isTrue();
    }

    @Test
    void aPeriodWithoutExposureIsAGapAndOneWithoutCountIsNot() {
        int[] periods = {0, 1, 2, 3, 4};
        CountTrend gap = CountTrend.of(periods, new long[] {9, 8, 0, 7, 7}, new double[] {1, 1, 0, 1, 1})
                .orThrow();
        CountTrend without = CountTrend.of(new int[] {0, 1, 3, 4}, new long[] {9, 8, 7, 7}, new double[] {1, 1, 1, 1})
                .orThrow();
        assertThat(gap).isEqualTo(without);
        CountTrend zero = CountTrend.of(periods, new long[] {9, 8, 0, 7, 7}, new double[] {1, 1, 1, 1, 1})
                .orThrow();
        assertThat(zero.n()).isEqualTo(5);
        assertThat(zero.dispersion()).isGreaterThan(gap.dispersion());
        assertThatThrownBy(() -> CountTrend.of(periods, new long[] {9, 8, 1, 7, 7}, new double[] {1, 1, 0, 1, 1}))
                .hasMessageContaining("counts[2] must be 0 where there is no exposure: 1");
    }

    @Test
    void equalRatesAreAFlatTrendWithAnInterval() {
        CountTrend flat = CountTrend.of(new int[] {0, 1, 2, 3}, new long[] {5, 5, 5, 5}, new double[] {2, 2, 2, 2})
                .orThrow();
        same(flat.ratioPerPeriod(), 1);
        same(flat.pValue(), 1);
        assertThat(flat.ratioLimits(0.95).width()).isGreaterThan(0.3);
        assertThat(flat.dispersion()).isEqualTo(1);
    }

    private static final Reason TOO_FEW = Reason.TOO_FEW_OBSERVATIONS;

    /** Counts or successes, out of so many, why there is no trend of counts, why none of shares; no reason: there is one. */
    static Stream<Arguments> extremes() {
        return Stream.of(
                Arguments.of(new long[] {}, new long[] {}, Reason.NO_DATA, Reason.NO_DATA),
                Arguments.of(new long[] {1, 2}, new long[] {4, 4}, TOO_FEW, TOO_FEW),
                Arguments.of(new long[] {0, 0}, new long[] {0, 0}, Reason.NO_DATA, Reason.NO_DATA),
                Arguments.of(new long[] {0, 0, 0}, new long[] {4, 4, 4}, Reason.NO_VARIATION, Reason.NO_VARIATION),
                Arguments.of(new long[] {3, 0, 0}, new long[] {4, 4, 4}, Reason.SEPARATED, Reason.SEPARATED),
                Arguments.of(new long[] {0, 0, 3}, new long[] {4, 4, 4}, Reason.SEPARATED, Reason.SEPARATED),
                Arguments.of(new long[] {0, 0, 4}, new long[] {4, 4, 4}, Reason.SEPARATED, Reason.SEPARATED),
                Arguments.of(new long[] {0, 2, 4}, new long[] {4, 4, 4}, null, Reason.SEPARATED),
                Arguments.of(new long[] {4, 1, 0}, new long[] {4, 4, 4}, null, Reason.SEPARATED),
                Arguments.of(new long[] {4, 4, 4}, new long[] {4, 4, 4}, null, Reason.NO_VARIATION),
                Arguments.of(new long[] {0, 3, 0}, new long[] {4, 4, 4}, null, null),
                Arguments.of(new long[] {1, 0, 4}, new long[] {4, 4, 4}, null, null),
                Arguments.of(
                        new long[] {1, 0, 0, 999_999_999_999L}, new long[] {1, 1, 1, 1_000_000_000_000L}, null, null));
    }

    /** Whatever the data, it ends with a finite answer or a reason. */
    @ParameterizedTest
    @MethodSource("extremes")
    void extremesHaveAReasonOrATrend(
            long[] counts, long[] trials, @Nullable Reason whyNoRate, @Nullable Reason whyNoShare) {
        int[] periods = IntStream.range(0, counts.length).toArray();
        Fit<CountTrend> rate = CountTrend.of(
                periods, counts, Arrays.stream(trials).asDoubleStream().toArray());
        assertThat(rate.whyNot().orElse(null)).isEqualTo(whyNoRate);
        assertThat(rate.isFitted()).isEqualTo(whyNoRate == null);
        rate.value().ifPresent(trend -> {
            assertThat(trend.pValue()).isBetween(0.0, 1.0);
            assertThat(trend.ratioLimits(0.95).contains(trend.ratioPerPeriod())).isTrue();
        });
        Fit<ShareTrend> share = ShareTrend.of(periods, counts, trials);
        assertThat(share.whyNot().orElse(null)).isEqualTo(whyNoShare);
        share.value().ifPresent(trend -> {
            assertThat(trend.pValue()).isBetween(0.0, 1.0);
            assertThat(trend.oddsRatioLimits(0.95).contains(trend.oddsRatioPerPeriod()))
                    .isTrue();
        });
    }

    private static final Series FOURTEEN = Series.of(5, 7, 6, 9, 12, 8, 7, 11, 15, 14, 13, 18, 12, 16);

    /** sm.OLS(y, sm.add_constant(t)).fit(cov_type="HAC", cov_kwds={"maxlags": L, "use_correction": True}, use_t=True). */
    @Test
    void neweyWest() {
        LineFit two = LineFit.neweyWest(FOURTEEN).orThrow();
        assertThat(two.bandwidth()).isEqualTo(2);
        same(two.slope(), 0.81098901098901);
        same(two.standardErrorAt(0), 0.5921298175320181);
        same(two.slopeStandardError(), 0.08597213678571945);
        assertThat(two.pValue()).isCloseTo(6.702549132514628e-07, within(1e-15));
        same(two.slopeLimits(0.95).low(), 0.6236718163663798);
        same(two.slopeLimits(0.95).high(), 0.9983062056116426);
        assertThat(two.standardErrorAt(20)).isCloseTo(1.373583, within(1e-6));
        LineFit zero = LineFit.neweyWest(FOURTEEN, 0).orThrow();
        same(zero.standardErrorAt(0), 0.8291022677462655);
        same(zero.slopeStandardError(), 0.13075237560406955);
    }

    /** u = X * resid; B @ (u.T @ clip(1 - |ti - tj| / 3, 0, 1) @ u) @ B * n / (n - 2), B = inv(X'X), for the points below. */
    @Test
    void neweyWestCountsDistancesInPeriods() {
        int[] kept = {0, 1, 2, 5, 6, 8, 9, 10, 13};
        double[] values = Arrays.stream(kept).mapToDouble(FOURTEEN::value).toArray();
        LineFit gappy = LineFit.neweyWest(Series.of(kept, values), 2).orThrow();
        same(gappy.standardErrorAt(0), 0.6986101452390289);
        same(gappy.slopeStandardError(), 0.07809752690666798);
    }

    /** sm.OLS(y, sm.add_constant(t)).fit().get_prediction([[1, 20.0]]).summary_frame(). */
    @Test
    void prediction() {
        LineFit line = LineFit.of(FOURTEEN).orThrow();
        assertThat(line.at(20)).isCloseTo(21.876923, within(1e-6));
        assertThat(line.standardErrorAt(20)).isCloseTo(2.111218, within(1e-6));
        assertThat(line.meanLimits(20, 0.95).low()).isCloseTo(17.276974, within(1e-6));
        assertThat(line.predictionLimits(20, 0.95).low()).isCloseTo(15.138201, within(1e-6));
        assertThat(line.predictionLimits(20, 0.95).high()).isCloseTo(28.615645, within(1e-6));
    }
}
