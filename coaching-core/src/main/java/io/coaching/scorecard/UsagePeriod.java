package io.coaching.scorecard;

import io.coaching.time.CalendarPeriod;

/**
 * How a coaching programme was used in one period. Giving and receiving is about others: cards about oneself count as cards, and
 * as nothing else.
 *
 * @param period the period
 * @param filled how many cards there are, and how they were filled in
 * @param commented how many of them hold a comment, on an item or on the session
 * @param giving who rated others, of those who were there
 * @param receiving who was rated by others, of those who were there
 */
public record UsagePeriod(
        CalendarPeriod period, Completeness filled, int commented, Participation giving, Participation receiving) {
    /**
     * How many different people rated others.
     *
     * @return the number, also of those who were mostly away
     */
    public int raters() {
        return giving.active() + giving.beyond();
    }

    /**
     * How many different people were rated by others.
     *
     * @return the number, also of those who were mostly away
     */
    public int ratees() {
        return receiving.active() + receiving.beyond();
    }

    /**
     * How many cards there are.
     *
     * @return the number
     */
    public int cards() {
        return filled.cards();
    }
}
