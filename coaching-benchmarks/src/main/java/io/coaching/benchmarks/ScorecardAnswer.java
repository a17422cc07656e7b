package io.coaching.benchmarks;

import java.util.Arrays;

/** The weighted mean of each cell, in points from 1, and the share of equal pairs; NaN where there is none. */
final class ScorecardAnswer {
    /** At {@link Scorecards#cell}. */
    final double[] mean;
    /** Of competency c in quarter q at q x competencies + c. */
    final double[] agreement;

    ScorecardAnswer(ScorecardShape shape) {
        mean = new double[shape.people * shape.quarters * Scorecards.COMPETENCIES];
        agreement = new double[shape.quarters * Scorecards.COMPETENCIES];
        Arrays.fill(mean, Double.NaN);
        Arrays.fill(agreement, Double.NaN);
    }
}
