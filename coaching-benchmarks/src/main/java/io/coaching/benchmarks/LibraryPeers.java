package io.coaching.benchmarks;

import io.coaching.stats.GroupProfile;
import io.coaching.stats.PercentileRank;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Ours. */
final class LibraryPeers implements PeerStandings {
    private final int threads;
    private final ForkJoinPool pool;
    private @Nullable PeerValues values;
    private @Nullable PeerAnswer answer;

    LibraryPeers(int threads) {
        this.threads = threads;
        this.pool = new ForkJoinPool(threads);
    }

    @Override
    public void load(PeerValues all) {
        values = all;
    }

    @Override
    public PeerAnswer query() {
        PeerValues all = values;
        if (all == null) {
            throw new IllegalStateException("not loaded");
        }
        PeerShape shape = all.shape;
        PeerAnswer result = new PeerAnswer(all.rows());
        int[][] members = new int[shape.quarters][];
        int[][] starts = new int[shape.quarters][];
        for (int q = 0; q < shape.quarters; q++) {
            starts[q] = starts(all, q);
            members[q] = members(all, q, starts[q]);
        }
        IntStream fields = IntStream.range(0, shape.kpis * shape.quarters);
        if (threads == 1) {
            fields.forEach(f -> field(all, f * shape.reps, members, starts, f % shape.quarters, result));
        } else {
            try {
                pool.submit(() -> fields.parallel()
                                .forEach(f -> field(all, f * shape.reps, members, starts, f % shape.quarters, result)))
                        .get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        answer = result;
        return result;
    }

    /** Where each group begins among the members of a quarter, and where the last one ends. */
    private static int[] starts(PeerValues all, int quarter) {
        int[] starts = new int[all.shape.groups + 1];
        for (int r = 0; r < all.shape.reps; r++) {
            starts[all.group[quarter * all.shape.reps + r] + 1]++;
        }
        for (int g = 0; g < all.shape.groups; g++) {
            starts[g + 1] += starts[g];
        }
        return starts;
    }

    /** The reps of a quarter, group by group. */
    private static int[] members(PeerValues all, int quarter, int[] starts) {
        int[] members = new int[all.shape.reps];
        int[] next = starts.clone();
        for (int r = 0; r < all.shape.reps; r++) {
            members[next[all.group[quarter * all.shape.reps + r]]++] = r;
        }
        return members;
    }

    /** All groups of one KPI in one quarter, whose values begin at a row. */
    private static void field(PeerValues all, int row, int[][] members, int[][] starts, int quarter, PeerAnswer to) {
        int[] member = members[quarter];
        int[] start = starts[quarter];
        for (int g = 0; g < all.shape.groups; g++) {
            int from = start[g];
            int n = start[g + 1] - from;
            if (n == 0) {
                continue;
            }
            double[] group = new double[n];
            for (int i = 0; i < n; i++) {
                group[i] = all.value[row + member[from + i]];
            }
            GroupProfile profile = GroupProfile.of(group);
            double median = profile.median();
            double mad = profile.mad();
            double firstQuartile = profile.quantile(0.25);
            double thirdQuartile = profile.quantile(0.75);
            for (int i = 0; i < n; i++) {
                int at = row + member[from + i];
                double percentile = profile.percentileRank(i, PercentileRank.MEAN);
                to.percentile[at] = percentile;
                to.median[at] = median;
                to.mad[at] = mad;
                to.firstQuartile[at] = firstQuartile;
                to.thirdQuartile[at] = thirdQuartile;
                to.z[at] = PeerAnswer.z(group[i], median, mad);
                to.band[at] = PeerAnswer.band(percentile);
            }
        }
    }

    @Override
    public PeerAnswer fetch() {
        return answer == null ? query() : answer;
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
