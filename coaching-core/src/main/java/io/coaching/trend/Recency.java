package io.coaching.trend;

/** Is it a recent change, or has it been so for a while? */
public enum Recency {
    /** It began within the last 92 days of the series, by the best date. */
    RECENT,
    /** It began earlier than that. */
    FOR_A_WHILE
}
