package io.coaching.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.jspecify.annotations.Nullable;

/** The JDK's streams over a list of records, with Commons Math; grouping is on the clock. */
final class StreamsTrends implements TrendFinder {
    /** The value of one week of one series. */
    record Point(int series, int week, double value) {}

    private final int threads;
    private final ForkJoinPool pool;
    private List<Point> list = List.of();
    private int series;
    private @Nullable TrendAnswer answer;

    StreamsTrends(int threads) {
        this.threads = threads;
        this.pool = new ForkJoinPool(threads);
    }

    @Override
    public void load(TrendValues all) {
        List<Point> loaded = new ArrayList<>(all.values.length);
        series = all.shape.series;
        for (int s = 0; s < series; s++) {
            for (int i = all.starts[s]; i < all.starts[s + 1]; i++) {
                loaded.add(new Point(s, all.weeks[i], all.values[i]));
            }
        }
        list = loaded;
    }

    @Override
    public TrendAnswer query() {
        TrendAnswer result = new TrendAnswer(series);
        try {
            pool.submit(() -> {
                        Map<Integer, List<Point>> groups = list.stream().collect(Collectors.groupingBy(Point::series));
                        if (threads > 1) {
                            groups.entrySet().parallelStream().forEach(e -> one(e.getKey(), e.getValue(), result));
                        } else {
                            groups.forEach((s, points) -> one(s, points, result));
                        }
                    })
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        answer = result;
        return result;
    }

    private static void one(int s, List<Point> points, TrendAnswer to) {
        SimpleRegression line = new SimpleRegression();
        points.forEach(p -> line.addData(p.week(), p.value()));
        to.slope[s] = line.getSlope();
        to.pValue[s] = line.getSignificance();
        int n = points.size();
        double[] slopes = IntStream.range(0, n)
                .boxed()
                .flatMapToDouble(i -> IntStream.range(i + 1, n).mapToDouble(j -> slope(points.get(i), points.get(j))))
                .sorted()
                .toArray();
        to.theilSen[s] = (slopes[(slopes.length - 1) / 2] + slopes[slopes.length / 2]) / 2;
        int score = IntStream.range(0, n)
                .map(i -> IntStream.range(i + 1, n)
                        .map(j -> Double.compare(
                                points.get(j).value(), points.get(i).value()))
                        .sum())
                .sum();
        to.mannKendall[s] = CommonsMathTrends.mannKendall(
                score, points.stream().mapToDouble(Point::value).sorted().toArray());
    }

    private static double slope(Point a, Point b) {
        return (b.value() - a.value()) / (b.week() - a.week());
    }

    @Override
    public TrendAnswer fetch() {
        return answer == null ? query() : answer;
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
