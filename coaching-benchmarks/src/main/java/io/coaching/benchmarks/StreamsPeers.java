package io.coaching.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;
import org.jspecify.annotations.Nullable;

/** The JDK's streams over a list of records, with the statistics of Commons Math. */
final class StreamsPeers implements PeerStandings {
    /** A value, its peer group in one number, and the row to which its figures go. */
    record Standing(int group, int row, double value) {}

    private final int threads;
    private final ForkJoinPool pool;
    private List<Standing> list = List.of();
    private @Nullable PeerAnswer answer;

    StreamsPeers(int threads) {
        this.threads = threads;
        this.pool = new ForkJoinPool(threads);
    }

    @Override
    public void load(PeerValues all) {
        PeerShape shape = all.shape;
        List<Standing> loaded = new ArrayList<>(all.rows());
        for (int k = 0; k < shape.kpis; k++) {
            for (int q = 0; q < shape.quarters; q++) {
                for (int r = 0; r < shape.reps; r++) {
                    int row = all.row(k, q, r);
                    int group = (k * shape.quarters + q) * shape.groups + all.group[q * shape.reps + r];
                    loaded.add(new Standing(group, row, all.value[row]));
                }
            }
        }
        list = loaded;
    }

    @Override
    public PeerAnswer query() {
        PeerAnswer result = new PeerAnswer(list.size());
        try {
            pool.submit(() -> {
                        if (threads > 1) {
                            Map<Integer, List<Standing>> groups =
                                    list.parallelStream().collect(Collectors.groupingByConcurrent(Standing::group));
                            groups.values().parallelStream().forEach(group -> stand(group, result));
                        } else {
                            Map<Integer, List<Standing>> groups =
                                    list.stream().collect(Collectors.groupingBy(Standing::group));
                            groups.values().forEach(group -> stand(group, result));
                        }
                    })
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        answer = result;
        return result;
    }

    private static void stand(List<Standing> group, PeerAnswer to) {
        double[] values = group.stream().mapToDouble(Standing::value).toArray();
        Percentile percentile = new Percentile().withEstimationType(Percentile.EstimationType.R_7);
        percentile.setData(values);
        double median = percentile.evaluate(50);
        double firstQuartile = percentile.evaluate(25);
        double thirdQuartile = percentile.evaluate(75);
        percentile.setData(Arrays.stream(values).map(v -> Math.abs(v - median)).toArray());
        double mad = percentile.evaluate(50);
        double[] rank = new NaturalRanking(TiesStrategy.AVERAGE).rank(values);
        for (int i = 0; i < values.length; i++) {
            int row = group.get(i).row();
            to.percentile[row] = 100 * (rank[i] - 0.5) / values.length;
            to.median[row] = median;
            to.mad[row] = mad;
            to.firstQuartile[row] = firstQuartile;
            to.thirdQuartile[row] = thirdQuartile;
            to.z[row] = PeerAnswer.z(values[i], median, mad);
            to.band[row] = PeerAnswer.band(to.percentile[row]);
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
