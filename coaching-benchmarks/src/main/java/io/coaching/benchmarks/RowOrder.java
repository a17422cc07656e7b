package io.coaching.benchmarks;

/** In which order the observations come. */
public enum RowOrder {
    /** Any. */
    RANDOM,
    /** By day, as a log would have them. */
    BY_DATE
}
