package io.coaching.benchmarks;

/**
 * A rival in the question: person x competency x quarter, the weighted mean of the ratings; and competency x quarter, the share
 * of equal pairs among all pairs of ratings of one person on one item.
 */
interface ScorecardRollUp extends AutoCloseable {
    /** Takes the cards in, as far as the rival's best form goes. */
    void load(Scorecards cards);

    /** Computes all figures and keeps them; returns something that depends on them. */
    Object query();

    /** Fetches the result of the last query. */
    ScorecardAnswer fetch();

    @Override
    void close();
}
