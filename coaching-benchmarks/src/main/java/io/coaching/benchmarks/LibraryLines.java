package io.coaching.benchmarks;

import io.coaching.stats.LineFit;
import io.coaching.stats.Series;
import java.util.Arrays;

/** Ours, one series at a time, least squares alone. */
final class LibraryLines extends ColumnTrends {
    LibraryLines(int threads) {
        super(threads);
    }

    @Override
    void one(TrendValues all, int s, TrendAnswer to) {
        int from = all.starts[s];
        int end = all.starts[s + 1];
        LineFit line = LineFit.of(
                        Series.of(Arrays.copyOfRange(all.weeks, from, end), Arrays.copyOfRange(all.values, from, end)))
                .orThrow();
        to.slope[s] = line.slope();
        to.pValue[s] = line.pValue();
    }
}
