package io.coaching.trend;

import io.coaching.base.Everyone;
import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.base.Subject;
import io.coaching.base.TeamId;
import io.coaching.data.Panel;
import io.coaching.data.PanelSource;
import io.coaching.internal.check.Checks;
import io.coaching.kpi.Kpi;
import io.coaching.people.Peers;
import io.coaching.people.Viewer;
import io.coaching.stats.Multiplicity;
import io.coaching.time.Cadence;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where is it heading, and since when? The question, refined word by word; the last word says of whom and gives the answer.
 *
 * <pre>{@code
 * coaching.trend(DEMOS).weekly().over(Span.lastWeeks(26, asOf)).of(ana);
 * // demos of ana: DECLINING since 2026-07-06, 6.10 -> 3.90, p=0.004, n=26
 * }</pre>
 *
 * <p>The span must be said. Only whole periods count: one that is cut by the span or not yet over is left out, and so are, of a
 * person, periods before hire, after exit, mostly on leave, or in ramp ({@link #withRamp}). A gap stays a gap, and a zero a zero.
 * Weekly unless said otherwise. {@link TrendAnalysis} says what is computed and how it is decided.
 *
 * <p>With {@link #as(Viewer)} an answer holds only what that viewer may see on the last known day.
 *
 * <p>Immutable; each word returns a new question.
 */
public final class TrendQuestion {
    private final PanelSource source;
    private final Kpi kpi;
    private final Optional<Span> span;
    private final Optional<Cadence> cadence;
    private final boolean withRamp;
    private final Optional<Viewer> viewer;

    private TrendQuestion(
            PanelSource source,
            Kpi kpi,
            Optional<Span> span,
            Optional<Cadence> cadence,
            boolean withRamp,
            Optional<Viewer> viewer) {
        this.source = source;
        this.kpi = kpi;
        this.span = span;
        this.cadence = cadence;
        this.withRamp = withRamp;
        this.viewer = viewer;
    }

    /**
     * Starts a question.
     *
     * @param source where figures and people come from
     * @param kpi on which KPI
     * @return the question
     */
    public static TrendQuestion of(PanelSource source, Kpi kpi) {
        return new TrendQuestion(source, kpi, Optional.empty(), Optional.of(Cadence.WEEKLY), false, Optional.empty());
    }

    /**
     * Week by week.
     *
     * @return a new question
     */
    public TrendQuestion weekly() {
        return every(Cadence.WEEKLY);
    }

    /**
     * Month by month of the calendar: calendar months, or four or five weeks.
     *
     * @return a new question
     */
    public TrendQuestion monthly() {
        return every(Cadence.MONTHLY);
    }

    /**
     * Quarter by quarter.
     *
     * @return a new question
     */
    public TrendQuestion quarterly() {
        return every(Cadence.QUARTERLY);
    }

    /**
     * Period by period.
     *
     * @param period how long the periods are
     * @return a new question
     */
    public TrendQuestion every(Cadence period) {
        return new TrendQuestion(source, kpi, span, Optional.of(period), withRamp, viewer);
    }

    /**
     * In periods that suit the sales cycle of the company in the span: weeks where the median cycle is at most four weeks, months
     * where it is at most four months (122 days) or not known, quarters beyond; and the next shorter ones as long as there are
     * fewer than eight whole periods. In a period much shorter than a cycle an outcome says more about when deals happened to close
     * than about the work.
     *
     * @return a new question
     */
    public TrendQuestion matchedToCycle() {
        return new TrendQuestion(source, kpi, span, Optional.empty(), withRamp, viewer);
    }

    /**
     * Over which days.
     *
     * @param days the span, of one day or more
     * @return a new question
     */
    public TrendQuestion over(Span days) {
        Checks.that(!days.isEmpty(), "span must have a day: " + days);
        return new TrendQuestion(source, kpi, Optional.of(days), cadence, withRamp, viewer);
    }

    /**
     * With periods in which someone is still ramping: their rise is a trend then.
     *
     * @return a new question
     */
    public TrendQuestion withRamp() {
        return new TrendQuestion(source, kpi, span, cadence, true, viewer);
    }

    /**
     * As someone may see it.
     *
     * @param who who is looking, and as what
     * @return a new question
     */
    public TrendQuestion as(Viewer who) {
        return new TrendQuestion(source, kpi, span, cadence, withRamp, Optional.of(who));
    }

    /**
     * Against the peers: is someone behind, since when, and is it getting better?
     *
     * @param rule who counts as a peer
     * @return the question
     */
    public PeerTrendQuestion against(Peers rule) {
        return new PeerTrendQuestion(this, rule);
    }

    /**
     * Since a day, such as the last time it was talked about: is it better than before?
     *
     * @param day the day; the period that it lies in counts neither as before nor as after
     * @return the question
     */
    public ProgressQuestion since(LocalDate day) {
        return new ProgressQuestion(this, day);
    }

    /**
     * The trend of one person.
     *
     * @param person who
     * @return the trend
     * @throws IllegalArgumentException if the person is not among the people
     * @throws IllegalStateException if no span was said
     */
    public Trend of(PersonId person) {
        known(person);
        return together(person);
    }

    /**
     * The trend of people together: a team, a region or everyone, pooled over whoever was there on each day. Totals are for the
     * working days of all of them, so that a team that grows is not a team that improves.
     *
     * @param subject the team, region, person or everyone
     * @return the trend
     * @throws IllegalArgumentException if the roster does not know the team or region
     * @throws IllegalStateException if no span was said
     */
    public Trend together(Subject subject) {
        known(subject);
        Optional<Reason> hidden = whyHidden(subject);
        if (hidden.isPresent()) {
            return withheld(subject, hidden.get());
        }
        SeriesReader reader = reader();
        return analysis().of(series(reader, subject), Optional.of(cadence()));
    }

    /**
     * The people of a team, each by themselves.
     *
     * @param team the team; who was in it or in a team below it on some day of the span
     * @return a row a person
     * @throws IllegalStateException if no span was said
     */
    public TrendTable of(TeamId team) {
        return within(team);
    }

    /**
     * Everyone, each by themselves.
     *
     * @return a row a person
     * @throws IllegalStateException if no span was said
     */
    public TrendTable everyone() {
        return within(Everyone.EVERYONE);
    }

    /**
     * The people of a team, region or all, each by themselves.
     *
     * @param whole the team, region or everyone
     * @return a row a person
     * @throws IllegalStateException if no span was said
     */
    public TrendTable within(Subject whole) {
        known(whole);
        List<PersonId> all = People.during(source, whole, span());
        List<PersonId> shown = People.visible(source, viewer, all);
        SeriesReader reader = reader();
        Panel panel = reader.panel(kpi, shown);
        var trends = new ArrayList<Trend>();
        for (PersonId person : shown) {
            trends.add(analysis().of(reader.series(panel, person), Optional.of(cadence())));
        }
        double[] ps = trends.stream()
                .map(Trend::p)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
        double[] qs = Multiplicity.BENJAMINI_HOCHBERG.adjust(ps);
        var rows = new ArrayList<TrendRow>();
        int next = 0;
        for (Trend trend : trends) {
            OptionalDouble q = trend.p().isPresent() ? OptionalDouble.of(qs[next++]) : OptionalDouble.empty();
            rows.add(TrendRow.of(trend, q));
        }
        return TrendTable.builder()
                .kpi(kpi)
                .span(span())
                .cadence(cadence())
                .currency(panel.currency())
                .people(rows)
                .hiddenPersons(all.size() - shown.size())
                .remarks(panel.remarks())
                .provenance(source.provenance())
                .build();
    }

    // ---- what all need

    PanelSource source() {
        return source;
    }

    Kpi kpi() {
        return kpi;
    }

    Optional<Viewer> viewer() {
        return viewer;
    }

    Span span() {
        return span.orElseThrow(() -> new IllegalStateException(
                "the span is not said\nMaybe add .over(Span.lastWeeks(26, asOf)) before the last word"));
    }

    Cadence cadence() {
        return cadence.orElseGet(() -> CycleCadence.of(source, span()));
    }

    SeriesReader reader() {
        return new SeriesReader(source, cadence(), span(), withRamp);
    }

    TrendAnalysis analysis() {
        return TrendAnalysis.standard().with(source.provenance());
    }

    TrendSeries series(SeriesReader reader, Subject subject) {
        boolean all = viewer.isEmpty() || subject instanceof PersonId;
        return reader.series(
                reader.panel(kpi, List.of(subject)),
                subject,
                all ? 0 : source.access().policy().privacy().minimumGroup());
    }

    Optional<Reason> whyHidden(Subject subject) {
        return viewer.flatMap(v -> source.access().whyNot(v, subject, span(), source.asOf()));
    }

    /** Refuses whom the roster does not know: an empty answer would look like good news. */
    void known(Subject subject) {
        People.known(source, subject);
    }

    private Trend withheld(Subject subject, Reason reason) {
        return Trend.withheld(subject, kpi, cadence(), reason, source.provenance());
    }

    @Override
    public String toString() {
        return "trend of " + kpi.id() + " " + cadence.map(Cadence::name).orElse("matched to the cycle") + " over "
                + span.map(Span::toString).orElse("?")
                + viewer.map(v -> " as " + v.role()).orElse("");
    }
}
