package io.coaching.target;

import io.coaching.base.Percent;
import io.coaching.internal.check.Checks;
import io.coaching.internal.text.Figures;

/**
 * How much money a pipeline brings a day: opportunities x average deal size x win rate / sales cycle.
 *
 * <p>It is the plain form of the KPI of that name, for those who have the four figures. Which opportunities are counted (those
 * open at the end of a period, those worked in it) and whose days are averaged (of won deals, of all) is for the caller to
 * decide and to keep the same in a comparison; as a KPI it has one documented choice, see {@code StandardKpis.SALES_VELOCITY}.
 *
 * <p>Example: 18 opportunities of 42,000 at 24 % in 78 days bring 2,326.15 a day; in 65 days 2,791.38.
 *
 * @param opportunities how many, 0 or more
 * @param averageDealSize what a won deal brings, 0 or more
 * @param winRate the share that is won, 0 % to 100 %
 * @param cycleDays the days from start to win, above 0
 */
public record SalesVelocity(double opportunities, double averageDealSize, Percent winRate, double cycleDays) {
    /**
     * Checks the figures.
     *
     * @param opportunities how many
     * @param averageDealSize what a won deal brings
     * @param winRate the share that is won
     * @param cycleDays the days from start to win
     */
    public SalesVelocity {
        opportunities = Checks.inRange(opportunities, 0, Double.MAX_VALUE, "opportunities");
        averageDealSize = Checks.inRange(averageDealSize, 0, Double.MAX_VALUE, "averageDealSize");
        Checks.that(winRate.value() >= 0 && winRate.value() <= 100, "winRate must be in 0%..100%: " + winRate);
        Checks.that(cycleDays > 0 && Double.isFinite(cycleDays), "cycleDays must be finite and above 0: " + cycleDays);
        double perDay = opportunities * averageDealSize * winRate.fraction() / cycleDays;
        Checks.that(Double.isFinite(perDay), "velocity must be finite: " + perDay);
    }

    /**
     * Returns a velocity.
     *
     * @param opportunities how many
     * @param averageDealSize what a won deal brings
     * @param winRate the share that is won
     * @param cycleDays the days from start to win
     * @return the velocity
     */
    public static SalesVelocity of(double opportunities, double averageDealSize, Percent winRate, double cycleDays) {
        return new SalesVelocity(opportunities, averageDealSize, winRate, cycleDays);
    }

    /**
     * Money a calendar day.
     *
     * @return the velocity
     */
    public double perDay() {
        return opportunities * averageDealSize * winRate.fraction() / cycleDays;
    }

    @Override
    public String toString() {
        return Figures.fixed(perDay(), 2) + " a day";
    }
}
