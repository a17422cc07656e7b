package io.coaching.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The JDK's streams over a list of records: the counts of levels by person, quarter and item, then the rest. */
final class StreamsScorecards implements ScorecardRollUp {
    /** One rating, with person, quarter and item in one number. */
    record Rating(int unit, int level) {}

    private static final Collector<Rating, int[], int[]> COUNTS = Collector.of(
            () -> new int[Scorecards.LEVELS], (counts, rating) -> counts[rating.level()]++, (one, other) -> {
                for (int k = 0; k < one.length; k++) {
                    one[k] += other[k];
                }
                return one;
            });

    private final int threads;
    private final ForkJoinPool pool;
    private List<Rating> list = List.of();
    private @Nullable ScorecardShape shape;
    private @Nullable ScorecardAnswer answer;

    StreamsScorecards(int threads) {
        this.threads = threads;
        this.pool = new ForkJoinPool(threads);
    }

    @Override
    public void load(Scorecards cards) {
        shape = cards.shape;
        var ratings = new ArrayList<Rating>();
        for (int at = 0; at < cards.level.length; at++) {
            int card = at / Scorecards.ITEMS;
            if (cards.level[at] >= 0) {
                int row = cards.ratee[card] * cards.shape.quarters + cards.quarter[card];
                ratings.add(new Rating(row * Scorecards.ITEMS + at % Scorecards.ITEMS, cards.level[at]));
            }
        }
        list = ratings;
    }

    @Override
    public Object query() {
        try {
            Map<Integer, int[]> units = threads == 1
                    ? list.stream().collect(Collectors.groupingBy(Rating::unit, COUNTS))
                    : pool.submit(() -> list.parallelStream()
                                    .collect(Collectors.groupingByConcurrent(Rating::unit, COUNTS)))
                            .get();
            ScorecardAnswer result = finish(units);
            answer = result;
            return result;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private ScorecardAnswer finish(Map<Integer, int[]> units) {
        ScorecardShape of = shape;
        if (of == null) {
            throw new IllegalStateException("not loaded");
        }
        ScorecardAnswer result = new ScorecardAnswer(of);
        long[] sum = new long[result.mean.length];
        long[] weight = new long[result.mean.length];
        long[] equal = new long[result.agreement.length];
        long[] pairs = new long[result.agreement.length];
        units.forEach((unit, counts) -> {
            int item = unit % Scorecards.ITEMS;
            int row = unit / Scorecards.ITEMS;
            int cell = row * Scorecards.COMPETENCIES + Scorecards.COMPETENCY[item];
            int group = row % of.quarters * Scorecards.COMPETENCIES + Scorecards.COMPETENCY[item];
            long n = 0;
            for (int k = 0; k < counts.length; k++) {
                long c = counts[k];
                n += c;
                sum[cell] += Scorecards.WEIGHT[item] * (k + 1L) * c;
                equal[group] += c * (c - 1);
            }
            weight[cell] += Scorecards.WEIGHT[item] * n;
            pairs[group] += n * (n - 1);
        });
        for (int i = 0; i < sum.length; i++) {
            result.mean[i] = weight[i] == 0 ? Double.NaN : sum[i] / (double) weight[i];
        }
        for (int i = 0; i < equal.length; i++) {
            result.agreement[i] = pairs[i] == 0 ? Double.NaN : equal[i] / (double) pairs[i];
        }
        return result;
    }

    @Override
    public ScorecardAnswer fetch() {
        ScorecardAnswer result = answer;
        if (result == null) {
            throw new IllegalStateException("not queried");
        }
        return result;
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
