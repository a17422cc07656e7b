package io.coaching.trend;

import io.coaching.base.Direction;
import io.coaching.base.Estimate;
import io.coaching.base.Interval;
import io.coaching.base.Known;
import io.coaching.base.Percent;
import io.coaching.base.Provenance;
import io.coaching.base.Reason;
import io.coaching.base.Subject;
import io.coaching.data.Panel;
import io.coaching.data.Sample;
import io.coaching.internal.check.Checks;
import io.coaching.kpi.Kpi;
import io.coaching.kpi.Unit;
import io.coaching.stats.EwmaChart;
import io.coaching.stats.IndividualsChart;
import io.coaching.time.Cadence;
import io.coaching.time.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Looks for a trend in series of plain values: panels, or numbers with their periods. Where there is a roster, {@link TrendQuestion}
 * finds periods, figures and permissions by itself.
 *
 * <p>What it computes:
 *
 * <ul>
 *   <li>the slope a period by a method made for the kind of figure: Poisson regression over the exposure for counts, logistic
 *       regression for shares, both with overdispersion; Theil and Sen's for everything else; and for all of them a second opinion
 *       by least squares with the errors of Newey and West;
 *   <li>the test of Mann and Kendall, where autocorrelation (Hamed and Rao) may make a trend less sure, never surer;
 *   <li>changes of level, when the last one began and between which dates that lies ({@link io.coaching.stats.LevelShift});
 *   <li>where there are two years or more, seasons by month (or quarter) that are taken out if an analysis of variance says that they
 *       are there at 5 %; slopes of months and quarters are then those of Hirsch's seasonal Kendall test;
 *   <li>points out of the ordinary on their level: limits of individual values and of exponentially weighted means.
 * </ul>
 *
 * <p>The decision: a slope and a step each get half of the 5 %, so a quiet series moves in about 5 % of cases. If there is a step,
 * the newest one gives the direction; otherwise the slope does. Without either the series is steady if the interval of the slope,
 * over all periods, stays within a tenth of the level (of shares at most five points; or the KPI's own material gap); otherwise
 * nothing can be told.
 *
 * <p>Edge cases: fewer than {@value #FEWEST} periods with a figure, equal figures, and figures in several currencies or by several
 * rulers give a typed reason.
 *
 * <p>It does not know why something changed, and a trend is no forecast. Immutable, may be shared between threads. A series of n
 * periods takes O(n^2).
 */
public final class TrendAnalysis {
    /** The fewest periods with a figure that a trend is looked for in. */
    public static final int FEWEST = 6;

    /** How often a quiet series may be said to move. */
    static final double ALPHA = 0.05;

    private static final TrendAnalysis STANDARD = new TrendAnalysis(Percent.of(95), Optional.empty());
    private static final double EWMA_LAMBDA = 0.3;
    private static final double EWMA_WIDTH = 3;

    private final Percent level;
    private final Optional<Provenance> provenance;

    private TrendAnalysis(Percent level, Optional<Provenance> provenance) {
        this.level = level;
        this.provenance = provenance;
    }

    /**
     * The usual analysis: intervals at 95 %.
     *
     * @return the analysis
     */
    public static TrendAnalysis standard() {
        return STANDARD;
    }

    /**
     * The same with a provenance for its results.
     *
     * @param other what the figures were made from
     * @return a new analysis
     */
    public TrendAnalysis with(Provenance other) {
        return new TrendAnalysis(level, Optional.of(other));
    }

    /**
     * The trend of one subject of a panel, each of whose periods is whole.
     *
     * @param panel the figures; a subject without any has no verdict
     * @param subject of whom
     * @return the trend
     */
    public Trend of(Panel panel, Subject subject) {
        Checks.that(!panel.periods().isEmpty(), "panel must have periods: " + panel);
        List<Span> periods = panel.periods();
        TrendSeries series = TrendSeries.of(
                panel,
                subject,
                periods.stream()
                        .map(p ->
                                new TrendSeries.Named(p.days() == 1 ? p.start().toString() : p.toString(), p))
                        .toList(),
                IntStream.range(0, periods.size()).toArray(),
                periods.stream().map(p -> Optional.<Omission>empty()).toList());
        return of(series, Optional.empty());
    }

    /**
     * The trend of plain values, one for each period; nothing is known of what chance does to them but their scatter.
     *
     * @param kpi what they are of: its unit and which way is better
     * @param periods the periods, each whole, in order
     * @param values the values; for gaps make a {@link Panel}
     * @return the trend, of everyone
     */
    public Trend of(Kpi kpi, List<Span> periods, double... values) {
        Checks.sameLength(periods.size(), "periods", values.length, "values");
        Panel.Builder panel = Panel.builder(kpi).period(periods.toArray(new Span[0]));
        for (int i = 0; i < values.length; i++) {
            panel.add(
                    io.coaching.base.Everyone.EVERYONE,
                    i,
                    1,
                    new Sample.Level(1, Checks.finite(values[i], "values[" + i + "]"), OptionalDouble.empty()));
        }
        return of(panel.build(), io.coaching.base.Everyone.EVERYONE);
    }

    Percent level() {
        return level;
    }

    Trend of(TrendSeries given, Optional<Cadence> cadence) {
        TrendSeries series = given.withoutSeasons();
        Trend.Builder trend = Trend.builder()
                .subject(series.subject())
                .kpi(series.kpi())
                .cadence(cadence)
                .points(series.points())
                .currency(series.currency())
                .seasons(series.seasons())
                .remarks(series.remarks())
                .provenance(provenance.orElseGet(() -> Provenance.of(
                        series.points().isEmpty()
                                ? java.time.LocalDate.EPOCH
                                : series.points()
                                        .get(series.points().size() - 1)
                                        .period()
                                        .lastDay(),
                        "not given")));
        Optional<Reason> why = undecidable(series);
        if (why.isPresent()) {
            Estimate none = Estimate.undefined(why.get());
            return trend.slope(none)
                    .secondOpinion(none)
                    .verdict(TrendVerdict.none(why.get()))
                    .build();
        }
        Drift drift = Drift.of(series, level);
        Steps steps = Steps.of(series, level, ALPHA / 2);
        OptionalDouble p = combined(drift.p(), steps.p());
        return trend.slope(drift.slope())
                .secondOpinion(drift.secondOpinion())
                .p(p)
                .mannKendallP(drift.mannKendallP())
                .levels(steps.levels())
                .change(steps.change())
                .signals(signals(series, steps.levels()))
                .verdict(verdict(series, drift, steps, p))
                .build();
    }

    static Optional<Reason> undecidable(TrendSeries series) {
        if (series.whyNot().isPresent()) {
            return series.whyNot();
        }
        if (series.n() < FEWEST) {
            return Optional.of(Reason.TOO_FEW_OBSERVATIONS);
        }
        return series.varies() ? Optional.empty() : Optional.of(Reason.NO_VARIATION);
    }

    /** Bonferroni: the two look at the same figures, so nothing better holds in general. */
    private static OptionalDouble combined(OptionalDouble drift, OptionalDouble step) {
        if (drift.isEmpty() || step.isEmpty()) {
            return drift.isPresent() ? drift : step;
        }
        return OptionalDouble.of(Math.min(1, 2 * Math.min(drift.getAsDouble(), step.getAsDouble())));
    }

    private static TrendVerdict verdict(TrendSeries series, Drift drift, Steps steps, OptionalDouble p) {
        if (p.isPresent() && p.getAsDouble() <= ALPHA) {
            boolean up = steps.change().map(c -> c.difference().orThrow() > 0).orElse(drift.up());
            boolean better = up == (series.kpi().direction() == Direction.HIGHER_IS_BETTER);
            return TrendVerdict.of(better ? Movement.IMPROVING : Movement.DECLINING);
        }
        return TrendVerdict.of(isSteady(series, drift.slope()) ? Movement.STEADY : Movement.CANNOT_TELL);
    }

    private static boolean isSteady(TrendSeries series, Estimate slope) {
        if (!(slope instanceof Known known) || known.interval().isEmpty()) {
            return false;
        }
        Interval interval = known.interval().get();
        int[] positions = series.positions();
        double periods = positions[positions.length - 1] - positions[0];
        double most = Math.max(Math.abs(interval.low()), Math.abs(interval.high())) * periods;
        return most <= material(series.kpi(), series.levels().level(0, series.n()));
    }

    /** The least difference that matters. */
    static double material(Kpi kpi, double level) {
        double share = kpi.materialGap().orElse(0.1) * Math.abs(level);
        return kpi.unit() == Unit.SHARE && kpi.materialGap().isEmpty() ? Math.min(share, 0.05) : share;
    }

    /**
     * Each period is judged by the level that it is on: beside the mean of all, every period next to a step would be out of the
     * ordinary. The scatter is that of all levels together.
     */
    private static List<Signal> signals(TrendSeries series, List<TrendLevel> levels) {
        double[] residuals = series.values();
        int from = 0;
        for (TrendLevel level : levels) {
            int to = from + level.periods();
            double mean = Arrays.stream(residuals, from, to).average().orElseThrow();
            for (int k = from; k < to; k++) {
                residuals[k] -= mean;
            }
            from = to;
        }
        Optional<IndividualsChart> chart = IndividualsChart.of(residuals);
        if (chart.isEmpty()) {
            return List.of();
        }
        var signals = new ArrayList<Signal>();
        from = 0;
        for (TrendLevel level : levels) {
            double[] own = Arrays.copyOfRange(residuals, from, from + level.periods());
            EwmaChart means =
                    EwmaChart.of(own, 0, chart.get().sigma(), EWMA_LAMBDA, EWMA_WIDTH, EwmaChart.Limits.EXACT);
            for (int k = 0; k < own.length; k++) {
                if (chart.get().outside().contains(from + k)) {
                    signals.add(signal(series, from + k, Signal.Chart.INDIVIDUALS, own[k]));
                }
                if (means.outside().contains(k)) {
                    signals.add(signal(
                            series, from + k, Signal.Chart.EWMA, means.points().get(k)));
                }
            }
            from += own.length;
        }
        return signals;
    }

    private static Signal signal(TrendSeries series, int k, Signal.Chart chart, double deviation) {
        TrendPoint point = series.point(k);
        return new Signal(
                chart, point.label(), point.period(), series.kpi().direction().better(deviation) > 0);
    }
}
