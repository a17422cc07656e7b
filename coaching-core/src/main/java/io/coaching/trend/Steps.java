package io.coaching.trend;

import io.coaching.base.Estimate;
import io.coaching.base.Interval;
import io.coaching.base.Known;
import io.coaching.base.Percent;
import io.coaching.stats.LevelShift;
import io.coaching.stats.SegmentCost;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The levels of a series and the newest change between them.
 *
 * @param p how often a quiet series has a split as good; absent where the series is too short to split
 * @param levels the levels, the whole series where nothing changed
 * @param change the newest change
 */
record Steps(OptionalDouble p, List<TrendLevel> levels, Optional<LevelChange> change) {
    /** How probable it is that the range of a date holds it. */
    static final Percent RANGE = Percent.of(90);

    private static final int RECENT_DAYS = 92;

    /** How few periods make a level. */
    static int shortest(int n) {
        return n < 12 ? 2 : 3;
    }

    static Steps of(TrendSeries series, Percent level, double alpha) {
        int n = series.n();
        int shortest = shortest(n);
        Optional<LevelShift> found = LevelShift.find(series.cost(), shortest, alpha, RANGE.fraction(), series.fitted());
        List<Integer> changes = found.map(LevelShift::changes).orElse(List.of());
        SegmentCost cost = series.levels();
        double noise = LevelShift.noise(cost, changes, series.fitted());
        int freedom = Math.max(1, n - 1 - changes.size() - series.fitted());
        double t = TDistribution.of(freedom).inverseSurvivalProbability((1 - level.fraction()) / 2);
        var levels = new ArrayList<TrendLevel>();
        for (int c = 0; c <= changes.size(); c++) {
            int from = c == 0 ? 0 : changes.get(c - 1);
            int to = c < changes.size() ? changes.get(c) : n;
            levels.add(new TrendLevel(
                    span(series, from, to),
                    to - from,
                    estimate(
                            cost.level(from, to),
                            t * Math.sqrt(cost.variance(from, to, noise)),
                            to - from,
                            level,
                            "mean level")));
        }
        OptionalDouble p = found.isPresent() ? OptionalDouble.of(found.get().p()) : OptionalDouble.empty();
        Optional<LevelChange> change =
                found.filter(f -> !f.changes().isEmpty()).map(f -> change(series, cost, f, levels, noise, t, level));
        return new Steps(p, levels, change);
    }

    private static LevelChange change(
            TrendSeries series,
            SegmentCost cost,
            LevelShift found,
            List<TrendLevel> levels,
            double noise,
            double t,
            Percent level) {
        int n = series.n();
        int at = found.last().orElseThrow();
        int from =
                found.changes().size() > 1 ? found.changes().get(found.changes().size() - 2) : 0;
        TrendLevel before = levels.get(levels.size() - 2);
        TrendLevel after = levels.get(levels.size() - 1);
        double variance = cost.variance(from, at, noise) + cost.variance(at, n, noise);
        LocalDate onset = day(series, at);
        LocalDate end = series.point(n - 1).period().endExclusive();
        return new LevelChange(
                onset,
                day(series, found.earliest()),
                day(series, found.latest()),
                RANGE,
                n - at,
                before.value(),
                after.value(),
                estimate(
                        cost.level(at, n) - cost.level(from, at),
                        t * Math.sqrt(variance),
                        n - from,
                        level,
                        "difference of levels"),
                onset.isBefore(end.minusDays(RECENT_DAYS)) ? Recency.FOR_A_WHILE : Recency.RECENT);
    }

    private static Estimate estimate(double value, double half, int n, Percent level, String method) {
        return Known.builder()
                .value(value)
                .interval(Interval.confidence(value - half, value + half, level, method + ", Student"))
                .n(n, "periods")
                .method(method)
                .build();
    }

    private static LocalDate day(TrendSeries series, int k) {
        return series.point(k).period().start();
    }

    private static Span span(TrendSeries series, int from, int to) {
        return Span.of(day(series, from), series.point(to - 1).period().endExclusive());
    }
}
