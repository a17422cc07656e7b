package io.coaching.rating;

import io.coaching.base.Percent;
import io.coaching.internal.check.Checks;

/**
 * What is agreed before anybody is called severe.
 *
 * @param level of the intervals, above 0 and below 100
 * @param rate the largest expected share of wrong names among those named, above 0 and below 100
 * @param immaterial points of the scale that do not matter, 0 or more
 * @param minimumScorecards how many scorecards of somebody must be comparable, others having rated the same, before anything is
 *     said; at least 2
 */
public record SeverityRule(Percent level, Percent rate, double immaterial, int minimumScorecards) {
    private static final int MINIMUM = 5;

    /**
     * Checks the rule.
     *
     * @param level of the intervals
     * @param rate the largest expected share of wrong names among those named
     * @param immaterial points of the scale that do not matter
     * @param minimumScorecards how many scorecards of somebody must be comparable
     */
    public SeverityRule {
        Checks.that(level.value() > 0 && level.value() < 100, "level must be above 0% and below 100%: " + level);
        Checks.that(rate.value() > 0 && rate.value() < 100, "rate must be above 0% and below 100%: " + rate);
        immaterial = Checks.inRange(immaterial, 0, Double.MAX_VALUE, "immaterial");
        Checks.atLeast(minimumScorecards, 2, "minimumScorecards");
    }

    /**
     * What is used where nothing is said: 95 %, a rate of 5 %, five scorecards.
     *
     * @param immaterial points of the scale that do not matter
     * @return the rule
     */
    public static SeverityRule standard(double immaterial) {
        return new SeverityRule(Percent.of(95), Percent.of(5), immaterial, MINIMUM);
    }
}
