package io.coaching.benchmarks;

/** Who rolls up scorecards. */
public enum ScorecardRival {
    /** This library: a sealed {@code RatingTally}. */
    LIBRARY,
    /** The same with the sort on the clock. */
    LIBRARY_WITH_SORT,
    /** DuckDB on a row for each rating: what one would write. */
    DUCKDB_LONG,
    /** DuckDB on a row for each card, the five counts of an item packed into one sum: its best form. */
    DUCKDB_WIDE,
    /** The same on a table sorted by person and quarter. */
    DUCKDB_WIDE_SORTED,
    /** Streams over a list of ratings, grouped by a packed key. */
    STREAMS;

    ScorecardRollUp start(int threads) {
        return switch (this) {
            case LIBRARY -> new LibraryScorecards(threads, false);
            case LIBRARY_WITH_SORT -> new LibraryScorecards(threads, true);
            case DUCKDB_LONG -> new DuckDbScorecards(threads, false, false);
            case DUCKDB_WIDE -> new DuckDbScorecards(threads, true, false);
            case DUCKDB_WIDE_SORTED -> new DuckDbScorecards(threads, true, true);
            case STREAMS -> new StreamsScorecards(threads);
        };
    }
}
