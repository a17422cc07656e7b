package io.coaching.benchmarks;

import java.util.function.IntFunction;

/** Who answers. */
public enum Rival {
    /** This library: exact scaled integers, sorted when sealed. */
    LIBRARY(LibraryRollUp::new),
    /** DuckDB on integer-coded columns and doubles, in the order in which rows came. */
    DUCKDB_DOUBLE(threads -> new DuckDbRollUp(DuckDbRollUp.Form.DOUBLE, threads)),
    /** DuckDB on DECIMAL(9,2), its own exact type: count, sum, sum of squares, least and greatest. */
    DUCKDB_DECIMAL(threads -> new DuckDbRollUp(DuckDbRollUp.Form.DECIMAL, threads)),
    /** DuckDB on integers scaled by hand: the same five, exact in 128 bits. */
    DUCKDB_INTEGER(threads -> new DuckDbRollUp(DuckDbRollUp.Form.INTEGER, threads)),
    /** DuckDB on doubles in a table sorted as ours is. */
    DUCKDB_SORTED(threads -> new DuckDbRollUp(DuckDbRollUp.Form.SORTED, threads)),
    /** Streams over records, grouped by one long. */
    STREAMS_PACKED_KEY(threads -> new StreamsRollUp(true, threads)),
    /** Streams over records, grouped by a record of three. */
    STREAMS_RECORD_KEY(threads -> new StreamsRollUp(false, threads)),
    /** A primitive hash map of Eclipse Collections, from a packed key to a place in columns of doubles. */
    ECLIPSE_COLLECTIONS(EclipseRollUp::new);

    private final IntFunction<RollUp> maker;

    Rival(IntFunction<RollUp> maker) {
        this.maker = maker;
    }

    RollUp start(int threads) {
        return maker.apply(threads);
    }
}
