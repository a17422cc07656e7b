package io.coaching.trend;

import io.coaching.base.Everyone;
import io.coaching.data.Panel;
import io.coaching.data.PanelSource;
import io.coaching.kpi.StandardKpis;
import io.coaching.time.Cadence;
import io.coaching.time.Span;
import java.util.List;
import java.util.OptionalDouble;

/** The cadence that suits a sales cycle; {@link TrendQuestion#matchedToCycle} states the rule. */
final class CycleCadence {
    private static final double WEEKLY_UP_TO = 28;
    private static final double MONTHLY_UP_TO = 122;
    private static final int FEWEST_PERIODS = 8;
    private static final List<Cadence> SHORTER = List.of(Cadence.QUARTERLY, Cadence.MONTHLY, Cadence.WEEKLY);

    private CycleCadence() {}

    static Cadence of(PanelSource source, Span span) {
        Panel panel = source.panel(StandardKpis.MEDIAN_SALES_CYCLE, List.of(Everyone.EVERYONE), List.of(span));
        int at = panel.indexOf(Everyone.EVERYONE);
        return of(source, span, at < 0 ? OptionalDouble.empty() : panel.value(at, 0));
    }

    private static Cadence of(PanelSource source, Span span, OptionalDouble days) {
        Cadence suits = days.isEmpty()
                ? Cadence.MONTHLY
                : days.getAsDouble() <= WEEKLY_UP_TO
                        ? Cadence.WEEKLY
                        : days.getAsDouble() <= MONTHLY_UP_TO ? Cadence.MONTHLY : Cadence.QUARTERLY;
        for (Cadence cadence : SHORTER.subList(SHORTER.indexOf(suits), SHORTER.size())) {
            if (source.calendar().wholePeriods(cadence, span).size() >= FEWEST_PERIODS) {
                return cadence;
            }
        }
        return Cadence.WEEKLY;
    }
}
