package io.coaching.benchmarks;

/** Who says where the series are heading. */
public enum TrendRival {
    /** This library: all series at once. */
    LIBRARY(true),
    /** Commons Math's regression and distributions, all pairs one by one; plain loops over the same columns. */
    COMMONS_MATH(true),
    /** Streams over records, grouped by series, with Commons Math, and streams of all pairs. */
    STREAMS_COMMONS_MATH(true),
    /** This library: least squares alone, slope and p value, a {@code LineFit} for each series. */
    LIBRARY_LINE(false),
    /** DuckDB: {@code regr_slope} alone, without a p value. */
    DUCKDB_SLOPE(false);

    /** Whether it gives all four figures; otherwise the slope by least squares alone is compared. */
    final boolean complete;

    TrendRival(boolean complete) {
        this.complete = complete;
    }

    TrendFinder start(int threads) {
        return switch (this) {
            case LIBRARY -> new LibraryTrends(threads);
            case COMMONS_MATH -> new CommonsMathTrends(threads);
            case STREAMS_COMMONS_MATH -> new StreamsTrends(threads);
            case LIBRARY_LINE -> new LibraryLines(threads);
            case DUCKDB_SLOPE -> new DuckDbSlopes(threads);
        };
    }
}
