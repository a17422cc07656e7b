package io.coaching.trend;

import io.coaching.base.Estimate;
import io.coaching.base.KpiId;
import io.coaching.base.PersonId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody who slides on a KPI.
 *
 * @param person who
 * @param kpi on what
 * @param p how often a quiet series slides as much
 * @param q the p value adjusted for all series that were looked at
 * @param onset since when, where a step was found
 * @param before the level before: of a step the level before it, otherwise that of the first third of the periods
 * @param after the level now: since the step, otherwise that of the last third
 * @param slope the change from period to period
 * @param n how many periods count
 * @param urgency the loss as a share of the level before, times one less q; what alerts are sorted by
 */
public record WatchAlert(
        PersonId person,
        KpiId kpi,
        double p,
        double q,
        Optional<LocalDate> onset,
        double before,
        double after,
        Estimate slope,
        int n,
        double urgency) {
    static WatchAlert of(TrendSeries series, Trend trend, double p, double q) {
        int n = series.n();
        int third = Math.max(1, n / 3);
        var cost = series.levels();
        double before = trend.change().map(c -> c.before().orThrow()).orElseGet(() -> cost.level(0, third));
        double after = trend.change().map(c -> c.after().orThrow()).orElseGet(() -> cost.level(n - third, n));
        double loss = -series.kpi().direction().better(after - before);
        double base = Math.max(Math.abs(before), Math.abs(after));
        return new WatchAlert(
                (PersonId) series.subject(),
                series.kpi().id(),
                p,
                q,
                trend.since(),
                before,
                after,
                trend.slope(),
                n,
                base == 0 ? 0 : loss / base * (1 - q));
    }
}
