package io.coaching;

import io.coaching.base.Estimate;
import io.coaching.base.KpiId;
import io.coaching.base.Subject;
import io.coaching.base.TemplateId;
import io.coaching.benchmark.BenchmarkQuestion;
import io.coaching.data.CoachingData;
import io.coaching.data.DataQuality;
import io.coaching.goal.Target;
import io.coaching.kpi.Kpi;
import io.coaching.people.AccessPolicy;
import io.coaching.rating.AgreementQuestion;
import io.coaching.rating.SeverityQuestion;
import io.coaching.scorecard.ProgrammeUsageQuestion;
import io.coaching.scorecard.ReviewCycle;
import io.coaching.scorecard.ReviewDesk;
import io.coaching.scorecard.ReviewSchedule;
import io.coaching.scorecard.ScheduleAdherence;
import io.coaching.scorecard.ScorecardQuestion;
import io.coaching.scorecard.ScorecardTemplate;
import io.coaching.target.AttainmentQuestion;
import io.coaching.target.BreakdownQuestion;
import io.coaching.target.FunnelPlanQuestion;
import io.coaching.target.PaceQuestion;
import io.coaching.target.TargetQuality;
import io.coaching.target.TargetQualityQuestion;
import io.coaching.time.Span;
import io.coaching.trend.ForecastQuestion;
import io.coaching.trend.TrendQuestion;
import io.coaching.trend.WatchQuestion;
import java.util.Arrays;
import java.util.List;

/**
 * Asks questions of a set of data. A noun picks the engine, words refine the question, the last word names the subject and
 * returns the answer. Immutable and thread-safe; it holds nothing but the data and the policy of access.
 *
 * <p>{@link #value}, {@link #quality} and {@link #data} are for code that may see everything. What is shown to a person goes
 * through a question that is told who looks, as {@code benchmark(...).as(viewer)}.
 *
 * <pre>{@code
 * Coaching coaching = Coaching.of(data);
 * coaching.benchmark(WIN_RATE).during(Span.quarter(2026, 3)).against(Peers.sameRole()).of(PersonId.of("ana"));
 * }</pre>
 */
public final class Coaching {
    private final CoachingData data;
    private final AccessPolicy access;

    private Coaching(CoachingData data, AccessPolicy access) {
        this.data = data;
        this.access = access;
    }

    /**
     * Opens the front door to a set of data, with the standard policy of access.
     *
     * @param data the data
     * @return the door
     */
    public static Coaching of(CoachingData data) {
        return new Coaching(data, AccessPolicy.standard());
    }

    /**
     * The same door with another policy of who may see what.
     *
     * @param policy the policy
     * @return the door
     */
    public Coaching with(AccessPolicy policy) {
        return new Coaching(data, policy);
    }

    /**
     * The data behind it.
     *
     * @return the data
     */
    public CoachingData data() {
        return data;
    }

    /**
     * What is irregular in the data.
     *
     * @return the report
     */
    public DataQuality quality() {
        return data.quality();
    }

    /**
     * The value of a KPI, with its evidence.
     *
     * @param kpi the KPI
     * @param subject of whom
     * @param span when
     * @return the estimate
     */
    public Estimate value(Kpi kpi, Subject subject, Span span) {
        return data.value(kpi, subject, span);
    }

    /**
     * How do people compare with like-for-like peers?
     *
     * @param kpis on which KPIs, at least one
     * @return the question; say a span, then a subject
     */
    public BenchmarkQuestion benchmark(Kpi... kpis) {
        return BenchmarkQuestion.of(new DataPanels(data, access), List.of(kpis));
    }

    /**
     * How do people compare with like-for-like peers?
     *
     * @param kpis the ids of KPIs of the catalogue, at least one
     * @return the question; say a span, then a subject
     */
    public BenchmarkQuestion benchmark(KpiId... kpis) {
        return BenchmarkQuestion.of(
                new DataPanels(data, access),
                Arrays.stream(kpis).map(data.catalogue()::kpi).toList());
    }

    /**
     * What does a quota take, by the conversions of the past?
     *
     * @param activity what is counted at the top of the funnel, such as meetings held
     * @return the question; say the stages below, a history, then a subject
     */
    public FunnelPlanQuestion plan(Kpi activity) {
        return FunnelPlanQuestion.from(new DataPanels(data, access), activity);
    }

    /**
     * What was reached of the targets?
     *
     * @param kpis on which KPIs, at least one; of several the weighted whole
     * @return the question; say a span, then a subject
     */
    public AttainmentQuestion attainment(Kpi... kpis) {
        return AttainmentQuestion.of(new DataPanels(data, access), List.of(kpis));
    }

    /**
     * What was reached of the targets?
     *
     * @param kpis the ids of KPIs of the catalogue, at least one
     * @return the question; say a span, then a subject
     */
    public AttainmentQuestion attainment(KpiId... kpis) {
        return AttainmentQuestion.of(
                new DataPanels(data, access),
                Arrays.stream(kpis).map(data.catalogue()::kpi).toList());
    }

    /**
     * Will a target be reached, and what does it take from here?
     *
     * @param kpi on what
     * @return the question; say a span, then a subject
     */
    public PaceQuestion pace(Kpi kpi) {
        return PaceQuestion.of(new DataPanels(data, access), kpi);
    }

    /**
     * Will a target be reached, and what does it take from here?
     *
     * @param kpi the id of a KPI of the catalogue
     * @return the question; say a span, then a subject
     */
    public PaceQuestion pace(KpiId kpi) {
        return pace(data.catalogue().kpi(kpi));
    }

    /**
     * How much of a target falls on each quarter, month or week?
     *
     * @param kpi on what; a KPI that is a sum over days
     * @return the question; say a span and into what, then a subject
     */
    public BreakdownQuestion breakdown(Kpi kpi) {
        return BreakdownQuestion.of(new DataPanels(data, access), kpi);
    }

    /**
     * How much of a target falls on each quarter, month or week?
     *
     * @param kpi the id of a KPI of the catalogue
     * @return the question; say a span and into what, then a subject
     */
    public BreakdownQuestion breakdown(KpiId kpi) {
        return breakdown(data.catalogue().kpi(kpi));
    }

    /**
     * Is a target a good goal: measurable, and a step rather than a leap? Ask before it is agreed.
     *
     * @param target the target
     * @return what is wrong with it
     */
    public TargetQuality targetQuality(Target target) {
        return TargetQualityQuestion.of(new DataPanels(data, access))
                .of(
                        target,
                        data.catalogue().kpis().stream()
                                .filter(kpi -> kpi.id().equals(target.kpi()))
                                .findFirst());
    }

    /**
     * Where is it heading, and since when?
     *
     * @param kpi on which KPI
     * @return the question; say a span, then a subject
     */
    public TrendQuestion trend(Kpi kpi) {
        return TrendQuestion.of(new DataPanels(data, access), kpi);
    }

    /**
     * Where is it heading, and since when?
     *
     * @param kpi the id of a KPI of the catalogue
     * @return the question; say a span, then a subject
     */
    public TrendQuestion trend(KpiId kpi) {
        return trend(data.catalogue().kpi(kpi));
    }

    /**
     * Who is sliding and needs a word early?
     *
     * @param kpis on which KPIs, at least one
     * @return the question; say a span, then whom to look over
     */
    public WatchQuestion watch(Kpi... kpis) {
        return WatchQuestion.of(new DataPanels(data, access), List.of(kpis));
    }

    /**
     * Who is sliding and needs a word early?
     *
     * @param kpis the ids of KPIs of the catalogue, at least one
     * @return the question; say a span, then whom to look over
     */
    public WatchQuestion watch(KpiId... kpis) {
        return WatchQuestion.of(
                new DataPanels(data, access),
                Arrays.stream(kpis).map(data.catalogue()::kpi).toList());
    }

    /**
     * Where is a KPI heading, how sure is that, and how likely are the targets of the periods to come to be missed?
     *
     * @param kpi the KPI
     * @return the question; say a span, then a subject
     */
    public ForecastQuestion forecast(Kpi kpi) {
        return ForecastQuestion.of(new DataPanels(data, access), kpi).towards(data.targets());
    }

    /**
     * Where is a KPI heading, how sure is that, and how likely are the targets of the periods to come to be missed?
     *
     * @param kpi the id of a KPI of the catalogue
     * @return the question; say a span, then a subject
     */
    public ForecastQuestion forecast(KpiId kpi) {
        return forecast(data.catalogue().kpi(kpi));
    }

    /**
     * What do the scorecards say?
     *
     * @param template a template of the data, in any version
     * @return the question; say a span, then a subject
     * @throws IllegalArgumentException if the data do not have the template
     */
    public ScorecardQuestion scorecards(ScorecardTemplate template) {
        return scorecards(template.id());
    }

    /**
     * What do the scorecards say?
     *
     * @param template a template of the data
     * @return the question; say a span, then a subject
     * @throws IllegalArgumentException if the data do not have the template
     */
    public ScorecardQuestion scorecards(TemplateId template) {
        return ScorecardQuestion.of(new DataScorecards(data, access), template);
    }

    /**
     * How far do raters agree, and how many of them does a score need?
     *
     * @param template on which template
     * @return the question; say a span
     */
    public AgreementQuestion agreement(ScorecardTemplate template) {
        return AgreementQuestion.of(new DataPanels(data, access), template);
    }

    /**
     * Who rates more severely or leniently than others, and what would scores be without it?
     *
     * @param template on which template
     * @return the question; say a span
     */
    public SeverityQuestion severity(ScorecardTemplate template) {
        return SeverityQuestion.of(new DataPanels(data, access), template);
    }

    /**
     * A cycle of reviews with the cards that came in: how far each review is, who takes part, and what the reviews of one
     * person say together. People are the roster's; who has no zone of their own has that of the calendar.
     *
     * @param cycle the cycle; the data do not hold cycles, the host does
     * @return the desk
     * @throws IllegalArgumentException if the data do not hold the template of the cycle
     */
    public ReviewDesk reviews(ReviewCycle cycle) {
        return ReviewDesk.of(
                cycle,
                data.templates(),
                data.scorecards(cycle.template()),
                data.roster(),
                data.calendar().zone(),
                data.provenance());
    }

    /**
     * Asks how a coaching programme is used: cards, who takes part, how cards are filled in, and what people say of it.
     *
     * @param template its template
     * @return the question, by quarter of the fiscal year of the as-of day
     */
    public ProgrammeUsageQuestion usage(ScorecardTemplate template) {
        return ProgrammeUsageQuestion.of(new DataScorecards(data, access), data.calendar(), template.id());
    }

    /**
     * Tells whose turn was kept or missed in a recurring review.
     *
     * @param schedule who is to be reviewed how often
     * @return each person's turns, by the cards there are
     */
    public ScheduleAdherence adherence(ReviewSchedule schedule) {
        return schedule.adherence(data.scorecards(), data.roster(), data.calendar(), data.provenance());
    }

    @Override
    public String toString() {
        return "coaching over " + data;
    }
}
