package io.coaching.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Before anything is timed: all give the same figures. */
class TrendRivalsTest {
    private static final long SEED = 7;

    private static TrendAnswer answer(TrendRival rival, TrendShape shape, int threads) {
        try (TrendFinder finder = rival.start(threads)) {
            finder.load(TrendValues.generate(shape, SEED));
            Object unused = finder.query();
            return finder.fetch();
        }
    }

    private static void assertSame(String figure, double[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int s = 0; s < actual.length; s++) {
            double a = actual[s];
            double e = expected[s];
            if (!(Math.abs(a - e) <= 1e-9 * Math.max(1, Math.abs(e)))) {
                throw new AssertionError(figure + " of series " + s + ": " + a + " instead of " + e);
            }
        }
    }

    private static void assertSame(TrendRival rival, TrendAnswer actual, TrendAnswer expected) {
        assertSame("slope", actual.slope, expected.slope);
        if (rival.complete) {
            assertSame("p value", actual.pValue, expected.pValue);
            assertSame("Theil-Sen", actual.theilSen, expected.theilSen);
            assertSame("Mann-Kendall", actual.mannKendall, expected.mannKendall);
        }
    }

    /** From the definitions, one series at a time; distributions apart, without anybody's library. */
    private static TrendAnswer byDefinition(TrendValues all) {
        TrendAnswer answer = new TrendAnswer(all.shape.series);
        for (int s = 0; s < all.shape.series; s++) {
            int[] x = Arrays.copyOfRange(all.weeks, all.starts[s], all.starts[s + 1]);
            double[] y = Arrays.copyOfRange(all.values, all.starts[s], all.starts[s + 1]);
            int n = x.length;
            double meanX = Arrays.stream(x).average().orElseThrow();
            double meanY = Arrays.stream(y).average().orElseThrow();
            double xx = 0;
            double xy = 0;
            double yy = 0;
            for (int i = 0; i < n; i++) {
                xx += (x[i] - meanX) * (x[i] - meanX);
                xy += (x[i] - meanX) * (y[i] - meanY);
                yy += (y[i] - meanY) * (y[i] - meanY);
            }
            double r = xy / Math.sqrt(xx * yy);
            double t = r * Math.sqrt((n - 2) / (1 - r * r));
            answer.slope[s] = xy / xx;
            answer.pValue[s] = 2 * new TDistribution(n - 2).cumulativeProbability(-Math.abs(t));
            double[] slopes = new double[n * (n - 1) / 2];
            double score = 0;
            double variance = n * (n - 1.0) * (2 * n + 5);
            int pairs = 0;
            for (int i = 0; i < n; i++) {
                int equal = 1;
                for (int j = 0; j < n; j++) {
                    if (j > i) {
                        slopes[pairs++] = (y[j] - y[i]) / (x[j] - x[i]);
                        score += Math.signum(y[j] - y[i]);
                    }
                    equal += j != i && y[j] == y[i] ? 1 : 0;
                }
                variance -= (equal - 1) * (2.0 * equal + 5);
            }
            Arrays.sort(slopes);
            answer.theilSen[s] = (slopes[(pairs - 1) / 2] + slopes[pairs / 2]) / 2;
            double z = (Math.abs(score) - (score == 0 ? 0 : 1)) / Math.sqrt(variance / 18);
            answer.mannKendall[s] = 2 * new NormalDistribution().cumulativeProbability(-z);
        }
        return answer;
    }

    @ParameterizedTest
    @EnumSource
    void everyFigureIsWhatTheDefinitionsSay(TrendRival rival) {
        TrendAnswer expected = byDefinition(TrendValues.generate(TrendShape.TINY, SEED));
        for (int threads = 1; threads <= 2; threads++) {
            assertSame(rival, answer(rival, TrendShape.TINY, threads), expected);
        }
        if (rival == TrendRival.LIBRARY_LINE) {
            assertSame("p value", answer(rival, TrendShape.TINY, 1).pValue, expected.pValue);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LIBRARY")
    void ofManySeriesAllAgree(TrendRival rival) {
        assertSame(rival, answer(rival, TrendShape.QUICK, 1), answer(TrendRival.LIBRARY, TrendShape.QUICK, 1));
    }

    /** Otherwise agreement would say nothing about them. */
    @Test
    void theDataHaveGapsAndTiesAndTrendsAndNone() {
        TrendValues all = TrendValues.generate(TrendShape.TINY, SEED);
        assertThat(all.values.length).isBetween(85 * 400 * 52 / 100, 95 * 400 * 52 / 100);
        assertThat(Arrays.stream(all.values).distinct().count()).isLessThan(all.values.length * 6L / 10);
        TrendAnswer answer = byDefinition(all);
        assertThat(Arrays.stream(answer.mannKendall).filter(p -> p < 0.001).count())
                .isBetween(20L, 200L);
        assertThat(Arrays.stream(answer.theilSen).filter(v -> v == 0).count()).isBetween(20L, 200L);
    }
}
