package io.coaching.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Before anything is timed: all give the same figures. */
class PeerRivalsTest {
    private static final long SEED = 7;

    private static PeerAnswer answer(PeerRival rival, PeerShape shape, int threads) {
        try (PeerStandings standings = rival.start(threads)) {
            standings.load(PeerValues.generate(shape, SEED));
            Object unused = standings.query();
            return standings.fetch();
        }
    }

    private static void assertSame(String figure, double[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int row = 0; row < actual.length; row++) {
            double a = actual[row];
            double e = expected[row];
            boolean same = Double.isNaN(e) ? Double.isNaN(a) : Math.abs(a - e) <= 1e-9 * Math.max(1, Math.abs(e));
            if (!same) {
                throw new AssertionError(figure + " of row " + row + ": " + a + " instead of " + e);
            }
        }
    }

    private static void assertSame(PeerAnswer actual, PeerAnswer expected) {
        assertSame("percentile", actual.percentile, expected.percentile);
        assertSame("median", actual.median, expected.median);
        assertSame("MAD", actual.mad, expected.mad);
        assertSame("first quartile", actual.firstQuartile, expected.firstQuartile);
        assertSame("third quartile", actual.thirdQuartile, expected.thirdQuartile);
        assertSame("z", actual.z, expected.z);
        assertThat(actual.band).isEqualTo(expected.band);
    }

    /** From the definitions, one value at a time, without anybody's library. */
    private static PeerAnswer byDefinition(PeerValues all) {
        PeerShape shape = all.shape;
        PeerAnswer answer = PeerAnswer.unanswered(all.rows());
        for (int k = 0; k < shape.kpis; k++) {
            for (int q = 0; q < shape.quarters; q++) {
                for (int r = 0; r < shape.reps; r++) {
                    int row = all.row(k, q, r);
                    double value = all.value[row];
                    double[] peers = peers(all, k, q, all.group[q * shape.reps + r]);
                    double below = Arrays.stream(peers).filter(v -> v < value).count();
                    double equal = Arrays.stream(peers).filter(v -> v == value).count();
                    double median = quantile(peers, 0.5);
                    double mad = quantile(
                            Arrays.stream(peers)
                                    .map(v -> Math.abs(v - median))
                                    .sorted()
                                    .toArray(),
                            0.5);
                    double percentile = 100 * (below + equal / 2) / peers.length;
                    answer.percentile[row] = percentile;
                    answer.median[row] = median;
                    answer.mad[row] = mad;
                    answer.firstQuartile[row] = quantile(peers, 0.25);
                    answer.thirdQuartile[row] = quantile(peers, 0.75);
                    answer.z[row] = mad == 0 ? Double.NaN : (value - median) / (1.4826 * mad);
                    answer.band[row] = (byte) (percentile < 25 ? -1 : percentile > 75 ? 1 : 0);
                }
            }
        }
        return answer;
    }

    private static double[] peers(PeerValues all, int kpi, int quarter, int group) {
        int reps = all.shape.reps;
        double[] peers = new double[reps];
        int n = 0;
        for (int r = 0; r < reps; r++) {
            if (all.group[quarter * reps + r] == group) {
                peers[n++] = all.value[all.row(kpi, quarter, r)];
            }
        }
        return Arrays.stream(peers, 0, n).sorted().toArray();
    }

    private static double quantile(double[] sorted, double p) {
        double position = (sorted.length - 1) * p;
        int low = (int) position;
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] + (position - low) * (sorted[high] - sorted[low]);
    }

    @ParameterizedTest
    @EnumSource(PeerRival.class)
    void everyFigureIsWhatTheDefinitionsSay(PeerRival rival) {
        PeerAnswer expected = byDefinition(PeerValues.generate(PeerShape.TINY, SEED));
        for (int threads = 1; threads <= 2; threads++) {
            assertSame(answer(rival, PeerShape.TINY, threads), expected);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = PeerRival.class,
            names = {"DUCKDB", "STREAMS_COMMONS_MATH"})
    void inGroupsOfFullSizeAllAgree(PeerRival rival) {
        assertSame(answer(rival, PeerShape.QUICK, 1), answer(PeerRival.LIBRARY, PeerShape.QUICK, 1));
    }

    /** Otherwise agreement would say nothing about them. */
    @Test
    void theDataHaveTiesAndGroupsWithoutSpreadAndEveryBand() {
        PeerValues all = PeerValues.generate(PeerShape.TINY, SEED);
        PeerAnswer answer = byDefinition(all);
        assertThat(Arrays.stream(all.value).distinct().count()).isLessThan(all.rows() * 9L / 10);
        assertThat(Arrays.stream(answer.mad).filter(mad -> mad == 0).count()).isBetween(1L, all.rows() / 3L);
        assertThat(answer.band).contains(PeerAnswer.LOWER, PeerAnswer.MIDDLE, PeerAnswer.UPPER);
        assertThat(answer.band).doesNotContain(PeerAnswer.NO_BAND);
    }
}
