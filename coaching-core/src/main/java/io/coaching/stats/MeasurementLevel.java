package io.coaching.stats;

/** What the values of a scale mean, and so how far apart two ratings are. */
public enum MeasurementLevel {
    /** Names: equal or not. */
    NOMINAL,
    /** An order: apart by the ratings that lie between, as Krippendorff counts them. */
    ORDINAL,
    /** Equal steps: apart by the squared difference. */
    INTERVAL,
    /** A true zero: apart by the squared difference over the sum, so values must not be negative. */
    RATIO
}
