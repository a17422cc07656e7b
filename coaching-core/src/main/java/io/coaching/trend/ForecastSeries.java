package io.coaching.trend;

import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.base.Subject;
import io.coaching.data.Panel;
import io.coaching.data.PanelSource;
import io.coaching.kpi.Formula;
import io.coaching.kpi.Kpi;
import io.coaching.kpi.Unit;
import io.coaching.people.Roster;
import io.coaching.time.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One subject's whole periods as a forecast reads them: totals brought to a period of usual length, for a month of 20 working days
 * is no bad month.
 */
final class ForecastSeries {
    private final PanelSource source;
    private final Kpi kpi;
    private final Subject subject;
    private final List<TrendPoint> points;
    private final OptionalDouble[] values;
    private final List<ForecastGap> gaps;
    private final double usualDays;
    private final Optional<Reason> whyNot;

    ForecastSeries(PanelSource source, SeriesReader reader, Panel panel, Subject subject, int fewest) {
        this.source = source;
        this.kpi = panel.kpi();
        this.subject = subject;
        TrendSeries series = reader.series(panel, subject, fewest);
        var left = new ArrayList<ForecastGap>();
        var whole = new ArrayList<TrendPoint>();
        for (TrendPoint point : series.points()) {
            point.leftOut().ifPresent(reason -> left.add(new ForecastGap(point.label(), reason)));
            boolean isWhole = point.leftOut()
                    .filter(reason -> reason == Omission.RUNNING || reason == Omission.CUT)
                    .isEmpty();
            if (isWhole) {
                whole.add(point);
            }
        }
        this.gaps = List.copyOf(left);
        this.points = List.copyOf(whole);
        int[] days = points.stream()
                .filter(p -> p.leftOut().isEmpty())
                .mapToInt(p -> source.calendar().workingDays(p.period()))
                .sorted()
                .toArray();
        this.usualDays = days.length == 0 ? 1 : Math.max(1, days[days.length / 2]);
        this.values = points.stream().map(this::value).toArray(OptionalDouble[]::new);
        this.whyNot = series.whyNot();
    }

    private OptionalDouble value(TrendPoint point) {
        if (point.leftOut().isPresent() || point.value().isEmpty()) {
            return OptionalDouble.empty();
        }
        double length = length(point.period());
        return OptionalDouble.of(point.value().getAsDouble() / length);
    }

    /** How long a period is beside the usual one: of a person, days of leave, also planned ones, do not count. */
    double length(Span days) {
        if (!(kpi.formula() instanceof Formula.Total)) {
            return 1;
        }
        Roster roster = source.roster();
        int there = subject instanceof PersonId person && roster.contains(person)
                ? roster.eligibleDays(person, days, source.calendar())
                : 0;
        int working = there > 0 ? there : source.calendar().workingDays(days);
        return working == 0 ? 1 : working / usualDays;
    }

    /** Whole periods, in order. */
    List<TrendPoint> points() {
        return points;
    }

    /** Values brought to a usual length; empty where the period is left out. */
    OptionalDouble[] values() {
        return values.clone();
    }

    List<ForecastGap> gaps() {
        return gaps;
    }

    Optional<Reason> whyNot() {
        if (points.isEmpty()) {
            return Optional.of(Reason.NO_DATA);
        }
        if (subject instanceof PersonId person
                && source.roster().contains(person)
                && !source.roster()
                        .isEmployed(
                                person, points.get(points.size() - 1).period().lastDay())) {
            return Optional.of(Reason.NO_EXPOSURE);
        }
        return whyNot;
    }

    /** Which values such a figure has: what no value so far denies. */
    ForecastRange range() {
        boolean negative = points.stream().anyMatch(p -> p.value().orElse(0) < 0);
        if (negative || kpi.unit() == Unit.POINTS) {
            return ForecastRange.ANY;
        }
        if (kpi.formula() instanceof Formula.Proportion) {
            return ForecastRange.SHARES;
        }
        boolean counted = kpi.unit() == Unit.COUNT
                && (kpi.formula() instanceof Formula.Total || kpi.formula() instanceof Formula.Stock);
        return counted
                        && points.stream()
                                .allMatch(p -> p.value().orElse(0)
                                        == Math.rint(p.value().orElse(0)))
                ? ForecastRange.COUNTS
                : ForecastRange.NON_NEGATIVE;
    }

    /** The same without the last periods. */
    OptionalDouble[] before(int period) {
        return Arrays.copyOf(values, period);
    }
}
