package io.coaching.base;

/** Which way is better. */
public enum Direction {
    /** More is better: wins, win rate. */
    HIGHER_IS_BETTER,
    /** Less is better: days to win, no-shows. */
    LOWER_IS_BETTER;

    /**
     * Turns a difference so that positive is better.
     *
     * @param difference any difference
     * @return the difference, or its negative where less is better
     */
    public double better(double difference) {
        return this == HIGHER_IS_BETTER ? difference : -difference + 0.0;
    }
}
