package io.coaching.benchmarks;

/** Who answers. */
public enum Rival {
    /** This library: exact scaled integers, sorted when sealed. */
    LIBRARY,
    /** DuckDB on integer-coded columns and doubles, in the order in which rows came. */
    DUCKDB_DOUBLE,
    /** DuckDB on DECIMAL(9,2), its own exact type: count, sum, sum of squares, least and greatest. */
    DUCKDB_DECIMAL,
    /** DuckDB on integers scaled by hand: the same five, exact in 128 bits. */
    DUCKDB_INTEGER,
    /** DuckDB on doubles in a table sorted as ours is. */
    DUCKDB_SORTED,
    /** Streams over records, grouped by one long. */
    STREAMS_PACKED_KEY,
    /** Streams over records, grouped by a record of three. */
    STREAMS_RECORD_KEY,
    /** A primitive hash map of Eclipse Collections, from a packed key to a place in columns of doubles. */
    ECLIPSE_COLLECTIONS;

    RollUp start(int threads) {
        return switch (this) {
            case LIBRARY -> new LibraryRollUp(threads);
            case DUCKDB_DOUBLE -> new DuckDbRollUp(DuckDbRollUp.Form.DOUBLE, threads);
            case DUCKDB_DECIMAL -> new DuckDbRollUp(DuckDbRollUp.Form.DECIMAL, threads);
            case DUCKDB_INTEGER -> new DuckDbRollUp(DuckDbRollUp.Form.INTEGER, threads);
            case DUCKDB_SORTED -> new DuckDbRollUp(DuckDbRollUp.Form.SORTED, threads);
            case STREAMS_PACKED_KEY -> new StreamsRollUp(true, threads);
            case STREAMS_RECORD_KEY -> new StreamsRollUp(false, threads);
            case ECLIPSE_COLLECTIONS -> new EclipseRollUp(threads);
        };
    }
}
