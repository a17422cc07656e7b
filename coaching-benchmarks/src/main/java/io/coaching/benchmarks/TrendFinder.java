package io.coaching.benchmarks;

/**
 * A rival in the question: where is every series heading? Slope by least squares with its p value, Theil and Sen's slope, the p
 * value of Mann and Kendall's test with ties and continuity allowed for.
 */
interface TrendFinder extends AutoCloseable {
    /** Takes the values in, as far as the rival's best form goes. */
    void load(TrendValues values);

    /** Computes the figures and keeps them; returns something that depends on them. */
    Object query();

    /** Fetches the result of the last query. */
    TrendAnswer fetch();

    @Override
    void close();
}
