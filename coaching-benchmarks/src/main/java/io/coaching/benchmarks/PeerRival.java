package io.coaching.benchmarks;

/** Who says where everyone stands among peers. */
public enum PeerRival {
    /** This library: a {@code GroupProfile} for each KPI, quarter and group. */
    LIBRARY,
    /** DuckDB on small integer columns and doubles: one query, of aggregates joined to window functions. */
    DUCKDB,
    /** Streams over records, grouped by a packed key, with the percentiles and ranks of Commons Math. */
    STREAMS_COMMONS_MATH;

    PeerStandings start(int threads) {
        return switch (this) {
            case LIBRARY -> new LibraryPeers(threads);
            case DUCKDB -> new DuckDbPeers(threads);
            case STREAMS_COMMONS_MATH -> new StreamsPeers(threads);
        };
    }
}
