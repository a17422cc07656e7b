package io.coaching.benchmarks;

/**
 * A rival in the question: where does every value stand in its peer group? Percentile rank (equal ones count half), median,
 * MAD, quartiles (type 7), robust z and band, all of the whole group with the subject in it.
 */
interface PeerStandings extends AutoCloseable {
    /** Takes the values in, as far as the rival's best form goes; grouping them apart. */
    void load(PeerValues values);

    /** Groups and computes all figures and keeps them; returns something that depends on them. */
    Object query();

    /** Fetches the result of the last query. */
    PeerAnswer fetch();

    @Override
    void close();
}
