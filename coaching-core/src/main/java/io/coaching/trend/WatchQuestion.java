package io.coaching.trend;

import io.coaching.base.Everyone;
import io.coaching.base.Message;
import io.coaching.base.Percent;
import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.base.Subject;
import io.coaching.base.TeamId;
import io.coaching.data.Panel;
import io.coaching.data.PanelSource;
import io.coaching.internal.check.Checks;
import io.coaching.kpi.Kpi;
import io.coaching.people.Viewer;
import io.coaching.stats.Multiplicity;
import io.coaching.time.Cadence;
import io.coaching.time.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Who is sliding and needs a word early? Looks over all people and KPIs, and flags few enough that most flags are right.
 *
 * <pre>{@code
 * coaching.watch(DEMOS, WIN_RATE).weekly().over(Span.lastWeeks(26, asOf)).alerts(10).everyone();
 * // 2 of 84 series slide: leo on demos, ines on win-rate
 * }</pre>
 *
 * <p>Each series gets one p value, how often a quiet one slides as much, from its slope, its best step and its newest points. Those
 * of all series together are adjusted by Benjamini and Hochberg, so that of the flagged at most 5 % are expected to be quiet. Series
 * that cannot be judged are counted by reason and are no part of the adjustment. Of the flagged, the most urgent are alerts: the
 * loss as a share of the level before, times how sure it is. Who slid once and has recovered since is not flagged.
 *
 * <p>Periods are prepared as by {@link TrendQuestion}. Weekly, ten alerts, unless said otherwise. Immutable; each word returns a new
 * question.
 */
public final class WatchQuestion {
    private final PanelSource source;
    private final List<Kpi> kpis;
    private final Cadence cadence;
    private final Optional<Span> span;
    private final int alerts;
    private final Percent falseDiscoveries;
    private final Optional<Viewer> viewer;

    private WatchQuestion(
            PanelSource source,
            List<Kpi> kpis,
            Cadence cadence,
            Optional<Span> span,
            int alerts,
            Percent falseDiscoveries,
            Optional<Viewer> viewer) {
        this.source = source;
        this.kpis = kpis;
        this.cadence = cadence;
        this.span = span;
        this.alerts = alerts;
        this.falseDiscoveries = falseDiscoveries;
        this.viewer = viewer;
    }

    /**
     * Starts a question.
     *
     * @param source where figures and people come from
     * @param kpis on which KPIs, at least one, none twice
     * @return the question
     */
    public static WatchQuestion of(PanelSource source, List<Kpi> kpis) {
        Checks.that(!kpis.isEmpty(), "kpis must not be empty");
        Checks.that(
                kpis.stream().map(Kpi::id).distinct().count() == kpis.size(),
                "kpis must not be given twice: " + kpis.stream().map(Kpi::id).toList());
        return new WatchQuestion(
                source, List.copyOf(kpis), Cadence.WEEKLY, Optional.empty(), 10, Percent.of(5), Optional.empty());
    }

    /**
     * Week by week.
     *
     * @return a new question
     */
    public WatchQuestion weekly() {
        return every(Cadence.WEEKLY);
    }

    /**
     * Month by month.
     *
     * @return a new question
     */
    public WatchQuestion monthly() {
        return every(Cadence.MONTHLY);
    }

    /**
     * Period by period.
     *
     * @param period how long the periods are
     * @return a new question
     */
    public WatchQuestion every(Cadence period) {
        return new WatchQuestion(source, kpis, period, span, alerts, falseDiscoveries, viewer);
    }

    /**
     * Over which days.
     *
     * @param days the span, of one day or more
     * @return a new question
     */
    public WatchQuestion over(Span days) {
        Checks.that(!days.isEmpty(), "span must have a day: " + days);
        return new WatchQuestion(source, kpis, cadence, Optional.of(days), alerts, falseDiscoveries, viewer);
    }

    /**
     * How many alerts there is time for.
     *
     * @param most the most alerts, 1 or more
     * @return a new question
     */
    public WatchQuestion alerts(int most) {
        Checks.atLeast(most, 1, "most");
        return new WatchQuestion(source, kpis, cadence, span, most, falseDiscoveries, viewer);
    }

    /**
     * Which share of the flagged may be quiet in truth.
     *
     * @param share the expected share, above 0 % and below 100 %
     * @return a new question
     */
    public WatchQuestion falseDiscoveries(Percent share) {
        Checks.that(share.value() > 0 && share.value() < 100, "share must be above 0% and below 100%: " + share);
        return new WatchQuestion(source, kpis, cadence, span, alerts, share, viewer);
    }

    /**
     * As someone may see it: who may not be seen is not looked at.
     *
     * @param who who is looking, and as what
     * @return a new question
     */
    public WatchQuestion as(Viewer who) {
        return new WatchQuestion(source, kpis, cadence, span, alerts, falseDiscoveries, Optional.of(who));
    }

    /**
     * Over everyone.
     *
     * @return who slides
     * @throws IllegalStateException if no span was said
     */
    public Watch everyone() {
        return within(Everyone.EVERYONE);
    }

    /**
     * Over a team and those below it.
     *
     * @param team the team
     * @return who slides
     * @throws IllegalStateException if no span was said
     */
    public Watch of(TeamId team) {
        return within(team);
    }

    /**
     * Over the people of a team, region or all.
     *
     * @param whole the team, region or everyone
     * @return who slides
     * @throws IllegalStateException if no span was said
     */
    public Watch within(Subject whole) {
        Span days = span.orElseThrow(() -> new IllegalStateException(
                "the span is not said\nMaybe add .over(Span.lastWeeks(26, asOf)) before the last word"));
        People.known(source, whole);
        List<PersonId> all = People.during(source, whole, days);
        List<PersonId> people = People.visible(source, viewer, all);
        SeriesReader reader = new SeriesReader(source, cadence, days, false);
        TrendAnalysis analysis = TrendAnalysis.standard().with(source.provenance());
        var remarks = new LinkedHashSet<Message>();
        var judged = new ArrayList<TrendSeries>();
        var ps = new ArrayList<Double>();
        var undefined = new EnumMap<Reason, Integer>(Reason.class);
        for (Kpi kpi : kpis) {
            Panel panel = reader.panel(kpi, people);
            remarks.addAll(panel.remarks());
            for (PersonId person : people) {
                TrendSeries series = reader.series(panel, person).withoutSeasons();
                Optional<Reason> why = TrendAnalysis.undecidable(series);
                if (why.isPresent()) {
                    undefined.merge(why.get(), 1, Integer::sum);
                } else {
                    judged.add(series);
                    ps.add(Slide.p(series, analysis.level()));
                }
            }
        }
        double[] p = ps.stream().mapToDouble(x -> x).toArray();
        double[] q = Multiplicity.BENJAMINI_HOCHBERG.adjust(p);
        var flagged = new ArrayList<WatchAlert>();
        for (int i = 0; i < p.length; i++) {
            if (q[i] <= falseDiscoveries.fraction()) {
                Trend trend = analysis.of(judged.get(i), Optional.of(cadence));
                WatchAlert alert = WatchAlert.of(judged.get(i), trend, p[i], q[i]);
                if (trend.verdict().movement() != Movement.IMPROVING && alert.urgency() > 0) {
                    flagged.add(alert);
                }
            }
        }
        flagged.sort(Comparator.comparingDouble(WatchAlert::urgency)
                .reversed()
                .thenComparing(WatchAlert::person)
                .thenComparing(WatchAlert::kpi));
        return Watch.builder()
                .kpis(kpis)
                .span(days)
                .cadence(cadence)
                .persons(people.size())
                .hiddenPersons(all.size() - people.size())
                .judged(p.length)
                .flagged(flagged)
                .budget(alerts)
                .falseDiscoveries(falseDiscoveries)
                .undefined(undefined)
                .remarks(remarks)
                .provenance(source.provenance())
                .build();
    }

    @Override
    public String toString() {
        return "watch over " + kpis.stream().map(Kpi::id).toList() + " " + cadence + " over "
                + span.map(Span::toString).orElse("?")
                + viewer.map(v -> " as " + v.role()).orElse("");
    }
}
