package io.coaching.benchmarks;

/** How a row is written. */
public enum RowFormat {
    /** A JSON object a line. */
    NDJSON,
    /** Comma-separated values, with a header. */
    CSV
}
