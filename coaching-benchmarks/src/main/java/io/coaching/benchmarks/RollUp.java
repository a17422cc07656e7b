package io.coaching.benchmarks;

/** A rival in the question: count, sum, mean, deviation, least and greatest by rep, KPI and week. */
interface RollUp extends AutoCloseable {
    /** Takes the observations in, with integer ids, as far as the rival's best form goes; sorting them apart. */
    void load(Observations observations);

    /** The same with strings for reps and KPIs. */
    void loadStrings(Observations observations, String[] persons, String[] measures);

    /** Brings what was loaded into the form that queries want, where the rival has one: seals, or sorts. */
    void prepare();

    /** Computes all cells and keeps them; returns something that depends on them. */
    Object query();

    /** Fetches the result of the last query. */
    Answer fetch();

    @Override
    void close();
}
