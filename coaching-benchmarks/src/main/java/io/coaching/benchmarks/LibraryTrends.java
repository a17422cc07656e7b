package io.coaching.benchmarks;

import io.coaching.stats.SeriesTrends;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;

/** Ours. */
final class LibraryTrends implements TrendFinder {
    private final int threads;
    private final ForkJoinPool pool;
    private @Nullable TrendValues values;
    private @Nullable SeriesTrends trends;

    LibraryTrends(int threads) {
        this.threads = threads;
        this.pool = new ForkJoinPool(threads);
    }

    @Override
    public void load(TrendValues all) {
        values = all;
    }

    @Override
    public SeriesTrends query() {
        TrendValues all = values;
        if (all == null) {
            throw new IllegalStateException("not loaded");
        }
        SeriesTrends result = SeriesTrends.of(all.starts, all.weeks, all.values, pool, threads);
        trends = result;
        return result;
    }

    @Override
    public TrendAnswer fetch() {
        SeriesTrends result = trends == null ? query() : trends;
        TrendAnswer answer = new TrendAnswer(result.size());
        for (int s = 0; s < result.size(); s++) {
            answer.slope[s] = result.slope(s);
            answer.pValue[s] = result.pValue(s);
            answer.theilSen[s] = result.theilSenSlope(s);
            answer.mannKendall[s] = result.mannKendallPValue(s);
        }
        return answer;
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
