package io.coaching.benchmarks;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A rival that goes through the columns series by series. */
abstract class ColumnTrends implements TrendFinder {
    private final int threads;
    private final ForkJoinPool pool;
    private @Nullable TrendValues values;
    private @Nullable TrendAnswer answer;

    ColumnTrends(int threads) {
        this.threads = threads;
        this.pool = new ForkJoinPool(threads);
    }

    abstract void one(TrendValues all, int series, TrendAnswer to);

    @Override
    public void load(TrendValues all) {
        values = all;
    }

    @Override
    public TrendAnswer query() {
        TrendValues all = values;
        if (all == null) {
            throw new IllegalStateException("not loaded");
        }
        TrendAnswer result = new TrendAnswer(all.shape.series);
        if (threads == 1) {
            for (int s = 0; s < all.shape.series; s++) {
                one(all, s, result);
            }
        } else {
            try {
                pool.submit(() ->
                                IntStream.range(0, all.shape.series).parallel().forEach(s -> one(all, s, result)))
                        .get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        answer = result;
        return result;
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
