package io.coaching.target;

import io.coaching.internal.check.Checks;
import io.coaching.internal.text.Figures;
import java.util.OptionalDouble;

/**
 * The plainest pace: what a day brought so far, carried on to the end. It takes every day for the same and chance for nothing;
 * {@link PaceQuestion} does not.
 *
 * <p>Example: 96,000 after 12 of 30 days with a goal of 260,000 are 8,000 a day and 240,000 at the end, 92.3 % of the goal; the
 * other 18 days have to bring 9,111 each.
 *
 * @param toDate what was reached so far
 * @param over how many days are over
 * @param all how many days there are, at least one
 * @param goal what is to be reached
 */
public record RunRate(double toDate, double over, double all, double goal) {
    /**
     * Checks the figures.
     *
     * @param toDate what was reached so far
     * @param over how many days are over, 0 to {@code all}
     * @param all how many days there are, above 0
     * @param goal what is to be reached
     */
    public RunRate {
        toDate = Checks.finite(toDate, "toDate");
        goal = Checks.finite(goal, "goal");
        Checks.that(all > 0 && Double.isFinite(all), "all must be above 0: " + all);
        over = Checks.inRange(over, 0, all, "over");
    }

    /**
     * A pace of plain values.
     *
     * @param toDate what was reached so far
     * @param over how many days are over
     * @param all how many days there are
     * @param goal what is to be reached
     * @return the pace
     */
    public static RunRate of(double toDate, int over, int all, double goal) {
        return new RunRate(toDate, over, all, goal);
    }

    /**
     * What a day brought.
     *
     * @return so far by days over; empty before the first day is over
     */
    public OptionalDouble perDay() {
        return over == 0 ? OptionalDouble.empty() : finite(toDate / over);
    }

    /**
     * What it comes to at the end if all days are alike.
     *
     * @return the projection; empty before the first day is over
     */
    public OptionalDouble projected() {
        return over == 0 ? OptionalDouble.empty() : finite(toDate / over * all);
    }

    /**
     * The projection for one of the goal.
     *
     * @return the fraction; empty before the first day is over or without a goal
     */
    public OptionalDouble projectedAttainment() {
        return over == 0 || goal == 0 ? OptionalDouble.empty() : finite(toDate / over * all / goal);
    }

    /**
     * What was reached for one of the goal.
     *
     * @return the fraction; empty without a goal
     */
    public OptionalDouble attainment() {
        return goal == 0 ? OptionalDouble.empty() : finite(toDate / goal);
    }

    /**
     * What would have been reached by now on a straight line to the goal.
     *
     * @return the goal by the share of days over
     */
    public double onTrackToDate() {
        return goal * over / all;
    }

    /**
     * What each remaining day has to bring.
     *
     * @return what is missing by the days that are left, at least 0; empty when none is left
     */
    public OptionalDouble neededPerDay() {
        return over == all ? OptionalDouble.empty() : finite(Math.max(0, goal - toDate) / (all - over));
    }

    /** Figures next to the largest there are can go beyond them, and then there is no answer. */
    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    @Override
    public String toString() {
        return Figures.general(toDate) + " of " + Figures.general(goal) + " after " + Figures.general(over) + " of "
                + Figures.general(all) + " days";
    }
}
