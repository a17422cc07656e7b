package io.coaching.trend;

import io.coaching.base.Direction;
import io.coaching.base.Percent;
import io.coaching.stats.LatestLevel;
import io.coaching.stats.LevelShift;
import io.coaching.stats.SegmentCost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a series becomes worse, by three looks at it in one decision: its slope, its best step, its newest points. */
final class Slide {
    private static final double LAMBDA = 0.3;

    private Slide() {}

    /**
     * How often a quiet series slides as much: three times the smallest of three one-sided p values (Bonferroni), since the three look at
     * the same figures.
     */
    static double p(TrendSeries series, Percent level) {
        boolean worseIsUp = series.kpi().direction() == Direction.LOWER_IS_BETTER;
        List<Double> looks = new ArrayList<>();
        Drift drift = Drift.of(series, level);
        drift.p().ifPresent(p -> looks.add(drift.up() == worseIsUp ? p / 2 : 1 - p / 2));
        SegmentCost cost = series.cost();
        int n = series.n();
        Optional<LevelShift> step = LevelShift.find(
                cost, Steps.shortest(n), TrendAnalysis.ALPHA / 2, Steps.RANGE.fraction(), series.fitted());
        if (step.isPresent()) {
            int split = step.get().split();
            boolean up = cost.level(split, n) > cost.level(0, split);
            looks.add(up == worseIsUp ? step.get().p() / 2 : 1.0);
            LatestLevel.of(cost, LAMBDA, split, series.fitted())
                    .ifPresent(latest -> looks.add(worseIsUp ? latest.pAbove() : latest.pBelow()));
        }
        double least = looks.stream().mapToDouble(p -> p).min().orElse(1);
        return Math.min(1, looks.size() * least);
    }
}
