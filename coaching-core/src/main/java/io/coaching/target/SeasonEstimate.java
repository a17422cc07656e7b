package io.coaching.target;

import io.coaching.base.Subject;
import io.coaching.data.Panel;
import io.coaching.data.Sample;
import io.coaching.goal.TargetIndex;
import io.coaching.kpi.Kpi;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.FiscalYear;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Learns a season from whole past years: what a day of each fiscal period brought next to an average day.
 *
 * <p>The peers together are drawn towards no season, and the subject towards the peers, each by as much as their periods vary no
 * more than chance makes them (gamma-Poisson, method of moments; amounts count as effective events). A season cannot be told from
 * what happened to be in one single year.
 */
final class SeasonEstimate {
    private static final int PERIODS = FiscalYear.PERIODS;

    private final TargetSource source;
    private final TargetIndex index;
    private final Kpi kpi;
    private final List<Span> spans;

    SeasonEstimate(TargetSource source, TargetIndex index, Kpi kpi, Span before, LocalDate asOf, int years) {
        this.source = source;
        this.index = index;
        this.kpi = kpi;
        this.spans = new ArrayList<>();
        BusinessCalendar calendar = source.calendar();
        int year = calendar.fiscalYear().yearOf(before.start());
        for (int back = 1; back <= years && year - back > 1; back++) {
            if (calendar.fiscalYear().year(year - back).endExclusive().isAfter(asOf.plusDays(1))) {
                continue;
            }
            for (int period = 1; period <= PERIODS; period++) {
                spans.add(calendar.fiscalYear().period(year - back, period));
            }
        }
    }

    SeasonalProfile of(Subject subject, Collection<? extends Subject> peers) {
        if (spans.isEmpty()) {
            return SeasonalProfile.flat();
        }
        var everyone = new TreeSet<Subject>(peers);
        everyone.add(subject);
        Panel panel = source.panel(kpi, everyone, spans);
        double[] known = known(panel);
        double[] all = new double[PERIODS];
        double[] allDays = new double[PERIODS];
        Past own = new Past(new double[PERIODS], new double[PERIODS]);
        for (Subject each : everyone) {
            Past past = past(panel, each, known);
            for (int p = 0; p < PERIODS; p++) {
                all[p] += past.events()[p];
                allDays[p] += past.days()[p];
            }
            own = each.equals(subject) ? past : own;
        }
        double[] flat = new double[PERIODS];
        Arrays.fill(flat, 1);
        double[] common = drawn(new Past(all, allDays), flat);
        double[] mine = peers.isEmpty() ? common : drawn(own, common);
        double mean = Arrays.stream(mine).sum() / PERIODS;
        return mean > 0
                ? new SeasonalProfile(
                        Arrays.stream(mine).map(w -> w / mean).boxed().toList())
                : SeasonalProfile.flat();
    }

    /** Whether somebody has a figure in each period of a year: other years lie partly before the data began. */
    private double[] known(Panel panel) {
        double[] known = new double[spans.size()];
        for (int from = 0; from < known.length; from += PERIODS) {
            boolean all = true;
            for (int p = from; p < from + PERIODS; p++) {
                double period = 0;
                for (int s = 0; s < panel.subjects().size(); s++) {
                    period += panel.sample(s, p).asDouble().orElse(0);
                }
                all &= period > 0;
            }
            Arrays.fill(known, from, from + PERIODS, all ? 1 : 0);
        }
        return known;
    }

    private Past past(Panel panel, Subject subject, double[] known) {
        int at = panel.indexOf(subject);
        double[] totals = new double[PERIODS];
        double[] days = new double[PERIODS];
        double sum = 0;
        double variance = 0;
        for (int i = 0; i < spans.size(); i++) {
            days[i % PERIODS] += known[i] == 0 ? 0 : index.rampedDays(subject, spans.get(i));
            Sample sample = panel.sample(at, i);
            if (known[i] > 0 && sample instanceof Sample.Total total && total.total() > 0) {
                totals[i % PERIODS] += total.total();
                sum += total.total();
                variance += total.variance();
            }
        }
        // an amount counts as so many events of the size that its variance tells of
        double unit = variance > 0 ? variance / sum : 1;
        for (int p = 0; p < PERIODS; p++) {
            totals[p] = days[p] > 0 ? totals[p] / unit : 0;
        }
        return new Past(totals, days);
    }

    /** The factor of each period, drawn towards what is expected. */
    private static double[] drawn(Past past, double[] towards) {
        double events = past.allEvents();
        double[] weighted = new double[PERIODS];
        double all = 0;
        for (int p = 0; p < PERIODS; p++) {
            weighted[p] = past.days()[p] * towards[p];
            all += weighted[p];
        }
        double between = all > 0 ? Past.overdispersion(List.of(new Past(past.events(), weighted))) : 0;
        double[] factors = new double[PERIODS];
        for (int p = 0; p < PERIODS; p++) {
            double expected = all > 0 ? events * weighted[p] / all : 0;
            factors[p] = between <= 0
                    ? towards[p]
                    : towards[p] * (1 / between + past.events()[p]) / (1 / between + expected);
        }
        return factors;
    }
}
