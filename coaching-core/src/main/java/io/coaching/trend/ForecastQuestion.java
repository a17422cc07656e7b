package io.coaching.trend;

import io.coaching.base.Direction;
import io.coaching.base.Estimate;
import io.coaching.base.Everyone;
import io.coaching.base.Percent;
import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.base.Subject;
import io.coaching.base.TeamId;
import io.coaching.data.Panel;
import io.coaching.data.PanelSource;
import io.coaching.goal.TargetInForce;
import io.coaching.goal.TargetIndex;
import io.coaching.goal.Targets;
import io.coaching.internal.check.Checks;
import io.coaching.kpi.Formula;
import io.coaching.kpi.Kpi;
import io.coaching.people.Viewer;
import io.coaching.time.Cadence;
import io.coaching.time.CalendarPeriod;
import io.coaching.time.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where is a figure heading, how sure is that, and will the next target be missed? The question, refined word by word; the last word
 * says of whom and gives the answer.
 *
 * <pre>{@code
 * coaching.forecast(MEETINGS_HELD).monthly().over(Span.of(from, asOf)).ahead(3).of(ana);
 * // meetings-held of ana: 21.4 (15 to 28 at 80%) in 2026-10, mean, n=21
 * }</pre>
 *
 * <p>The span must be said. It is cut into whole periods: one that is still running, or cut by the span, is never read. Months have
 * twelve seasons, quarters four and days seven, as soon as there are enough periods; weeks have none. Of a person, periods count in
 * which they were there on half of the working days or more and no longer ramping; the others are gaps, named with their reason. The
 * first period forecast is the one after the last whole period of the span. Totals are learnt for a period of usual length and given
 * for the working days of the period forecast, less leave that is planned.
 *
 * <p>How it is made, and what its limits are worth: {@link Forecasting}. Immutable; each word returns a new question.
 */
public final class ForecastQuestion {
    private final PanelSource source;
    private final Kpi kpi;
    private final Optional<Span> span;
    private final Cadence cadence;
    private final int ahead;
    private final Percent margin;
    private final boolean withRamp;
    private final Targets targets;
    private final Optional<Viewer> viewer;

    private ForecastQuestion(
            PanelSource source,
            Kpi kpi,
            Optional<Span> span,
            Cadence cadence,
            int ahead,
            Percent margin,
            boolean withRamp,
            Targets targets,
            Optional<Viewer> viewer) {
        this.source = source;
        this.kpi = kpi;
        this.span = span;
        this.cadence = cadence;
        this.ahead = ahead;
        this.margin = margin;
        this.withRamp = withRamp;
        this.targets = targets;
        this.viewer = viewer;
    }

    /**
     * Starts a question.
     *
     * @param source where figures and people come from
     * @param kpi on which KPI
     * @return the question, monthly and one period ahead
     */
    public static ForecastQuestion of(PanelSource source, Kpi kpi) {
        return new ForecastQuestion(
                source,
                kpi,
                Optional.empty(),
                Cadence.MONTHLY,
                1,
                Percent.of(5),
                false,
                Targets.none(),
                Optional.empty());
    }

    /**
     * Week by week.
     *
     * @return a new question
     */
    public ForecastQuestion weekly() {
        return every(Cadence.WEEKLY);
    }

    /**
     * Month by month of the calendar: calendar months, or four or five weeks.
     *
     * @return a new question
     */
    public ForecastQuestion monthly() {
        return every(Cadence.MONTHLY);
    }

    /**
     * Quarter by quarter.
     *
     * @return a new question
     */
    public ForecastQuestion quarterly() {
        return every(Cadence.QUARTERLY);
    }

    /**
     * Period by period.
     *
     * @param period how long the periods are
     * @return a new question
     */
    public ForecastQuestion every(Cadence period) {
        return new ForecastQuestion(source, kpi, span, period, ahead, margin, withRamp, targets, viewer);
    }

    /**
     * Learning from which days.
     *
     * @param days the span, of one day or more
     * @return a new question
     */
    public ForecastQuestion over(Span days) {
        Checks.that(!days.isEmpty(), "span must have a day: " + days);
        return new ForecastQuestion(source, kpi, Optional.of(days), cadence, ahead, margin, withRamp, targets, viewer);
    }

    /**
     * How far to look.
     *
     * @param periods how many periods, 1 to 60
     * @return a new question
     */
    public ForecastQuestion ahead(int periods) {
        Checks.inRange(periods, 1, 60, "periods");
        return new ForecastQuestion(source, kpi, span, cadence, periods, margin, withRamp, targets, viewer);
    }

    /**
     * By how much a smoothing has to be better than the plain ways before it is used.
     *
     * @param share of their mean absolute error, 0 % to 90 %
     * @return a new question
     */
    public ForecastQuestion beatRivalsBy(Percent share) {
        Checks.inRange(share.value(), 0, 90, "share");
        return new ForecastQuestion(source, kpi, span, cadence, ahead, share, withRamp, targets, viewer);
    }

    /**
     * With periods in which someone was still ramping.
     *
     * @return a new question
     */
    public ForecastQuestion withRamp() {
        return new ForecastQuestion(source, kpi, span, cadence, ahead, margin, true, targets, viewer);
    }

    /**
     * With the targets of the periods to come: how likely are they to be missed?
     *
     * @param goals the targets
     * @return a new question
     */
    public ForecastQuestion towards(Targets goals) {
        return new ForecastQuestion(source, kpi, span, cadence, ahead, margin, withRamp, goals, viewer);
    }

    /**
     * As someone may see it.
     *
     * @param who who is looking, and as what
     * @return a new question
     */
    public ForecastQuestion as(Viewer who) {
        return new ForecastQuestion(source, kpi, span, cadence, ahead, margin, withRamp, targets, Optional.of(who));
    }

    // ---- answers

    /**
     * The forecast of one person.
     *
     * @param person who
     * @return the forecast, or why there is none
     * @throws IllegalArgumentException if the person is not among the people
     * @throws IllegalStateException if no span was said
     */
    public Forecast of(PersonId person) {
        return together(person);
    }

    /**
     * The forecast of people together: a team, a region or everyone, pooled over whoever was there on each day.
     *
     * @param subject the team, region, person or everyone
     * @return the forecast, or why there is none; for a viewer, periods of fewer people than privacy asks for are left out
     * @throws IllegalArgumentException if the roster does not know the subject
     * @throws IllegalStateException if no span was said
     */
    public Forecast together(Subject subject) {
        People.known(source, subject);
        Optional<Reason> hidden = viewer.flatMap(v -> source.access().whyNot(v, subject, span(), source.asOf()));
        if (hidden.isPresent()) {
            return Forecast.builder()
                    .subject(subject)
                    .kpi(kpi)
                    .n(0)
                    .range(ForecastRange.ANY)
                    .margin(margin)
                    .whyNot(hidden)
                    .provenance(source.provenance())
                    .build();
        }
        SeriesReader reader = reader();
        Panel panel = reader.panel(kpi, List.of(subject));
        boolean all = viewer.isEmpty() || subject instanceof PersonId;
        int fewest = all ? 0 : source.access().policy().privacy().minimumGroup();
        return forecast(panel, series(reader, panel, subject, fewest), subject);
    }

    /**
     * The people of a team, each by themselves.
     *
     * @param team the team; who was in it or in a team below it on some day of the span
     * @return a forecast each, or why there is none
     * @throws IllegalStateException if no span was said
     */
    public ForecastTable of(TeamId team) {
        return within(team);
    }

    /**
     * Everyone, each by themselves.
     *
     * @return a forecast each, or why there is none
     * @throws IllegalStateException if no span was said
     */
    public ForecastTable everyone() {
        return within(Everyone.EVERYONE);
    }

    /**
     * The people of a team, region or all, each by themselves.
     *
     * @param whole the team, region or everyone
     * @return a forecast each, or why there is none
     * @throws IllegalStateException if no span was said
     */
    public ForecastTable within(Subject whole) {
        People.known(source, whole);
        List<PersonId> all = People.during(source, whole, span());
        List<PersonId> shown = People.visible(source, viewer, all);
        SeriesReader reader = reader();
        Panel panel = reader.panel(kpi, shown);
        return ForecastTable.builder()
                .kpi(kpi)
                .span(span())
                .cadence(cadence)
                .forecasts(shown.stream()
                        .map(person -> forecast(panel, series(reader, panel, person, 0), person))
                        .toList())
                .hiddenPersons(all.size() - shown.size())
                .provenance(source.provenance())
                .build();
    }

    /**
     * How good such forecasts would have been: each of the last whole periods of everyone is forecast from those before it alone.
     *
     * @param periods how many of the last periods, 1 or more
     * @return how often limits held, how far off forecasts were, and what probabilities of missing a goal were worth; the goal is the
     *     target that was in force, and where there was none the mean of the person's own periods before
     * @throws IllegalStateException if no span was said
     */
    public ForecastBacktest backtest(int periods) {
        Checks.atLeast(periods, 1, "periods");
        List<PersonId> persons = People.visible(source, viewer, People.during(source, Everyone.EVERYONE, span()));
        SeriesReader reader = reader();
        Panel panel = reader.panel(kpi, persons);
        var tally = new ForecastTally();
        for (PersonId person : persons) {
            ForecastSeries series = series(reader, panel, person, 0);
            int last = series.points().size();
            for (int t = Math.max(1, last - periods); t < last; t++) {
                held(series, person, t, tally);
            }
        }
        return ForecastBacktest.builder()
                .kpi(kpi)
                .cadence(cadence)
                .currency(panel.currency())
                .persons(tally.persons())
                .n(tally.n())
                .targets(tally.targets())
                .within80(tally.share(tally.within80()))
                .within95(tally.share(tally.within95()))
                .mae(tally.share(tally.error()))
                .naiveMae(tally.share(tally.naive()))
                .methods(tally.methods())
                .calibration(tally.calibration())
                .provenance(source.provenance())
                .build();
    }

    private void held(ForecastSeries series, PersonId person, int t, ForecastTally tally) {
        TrendPoint point = series.points().get(t);
        OptionalDouble[] before = series.before(t);
        if (point.leftOut().isPresent() || point.value().isEmpty() || before[t - 1].isEmpty()) {
            return;
        }
        double length = series.length(point.period());
        Forecast forecast = Forecasting.of(before)
                .seasons(seasons())
                .within(series.range())
                .beatRivalsBy(margin)
                .forecast(new double[] {length})
                .build();
        if (forecast.whyNot().isEmpty()) {
            double actual = point.value().getAsDouble();
            OptionalDouble target = target(person, point.period()).asDouble();
            double goal = target.orElseGet(() -> length
                    * java.util.Arrays.stream(before)
                            .flatMapToDouble(OptionalDouble::stream)
                            .average()
                            .orElseThrow());
            tally.add(
                    person,
                    forecast,
                    actual,
                    before[t - 1].getAsDouble() * length,
                    Forecast.missing(forecast.step(1), goal, lowerIsBetter()),
                    lowerIsBetter() ? actual > goal : actual < goal,
                    target.isPresent());
        }
    }

    // ---- what all need

    private boolean lowerIsBetter() {
        return kpi.direction() == Direction.LOWER_IS_BETTER;
    }

    private Span span() {
        return span.orElseThrow(() -> new IllegalStateException(
                "the span is not said\nMaybe add .over(Span.lastWeeks(52, asOf)) before the last word"));
    }

    private SeriesReader reader() {
        return new SeriesReader(source, cadence, span(), withRamp);
    }

    private ForecastSeries series(SeriesReader reader, Panel panel, Subject subject, int fewest) {
        return new ForecastSeries(source, reader, panel, subject, fewest);
    }

    private int seasons() {
        return switch (cadence) {
            case DAILY -> 7;
            case WEEKLY, YEARLY -> 1;
            case MONTHLY -> 12;
            case QUARTERLY -> 4;
        };
    }

    private Forecast forecast(Panel panel, ForecastSeries series, Subject subject) {
        List<TrendPoint> points = series.points();
        Optional<Reason> whyNot = series.whyNot();
        Forecast.Builder forecast;
        if (whyNot.isPresent()) {
            forecast = Forecast.builder()
                    .n(0)
                    .range(ForecastRange.ANY)
                    .margin(margin)
                    .whyNot(whyNot);
        } else {
            List<CalendarPeriod> next = next(points.get(points.size() - 1).period());
            Forecast plain = Forecasting.of(series.values())
                    .seasons(seasons())
                    .within(series.range())
                    .ahead(ahead)
                    .beatRivalsBy(margin)
                    .forecast(next.stream()
                            .mapToDouble(p -> series.length(p.span()))
                            .toArray())
                    .provenance(source.provenance())
                    .build();
            List<ForecastStep> steps = named(plain.steps(), next);
            forecast = Forecast.builder()
                    .from(plain)
                    .steps(steps)
                    .goals(goals(subject, steps))
                    .learntFrom(Span.of(
                            points.get(0).period().start(),
                            points.get(points.size() - 1).period().endExclusive()));
        }
        return forecast.subject(subject)
                .kpi(kpi)
                .currency(panel.currency())
                .leftOut(series.gaps())
                .provenance(source.provenance())
                .build();
    }

    private List<CalendarPeriod> next(Span last) {
        var next = new ArrayList<CalendarPeriod>();
        CalendarPeriod period = source.calendar().periodOf(cadence, last.lastDay());
        for (int h = 0; h < ahead; h++) {
            period = source.calendar().next(period);
            next.add(period);
        }
        return next;
    }

    private static List<ForecastStep> named(List<ForecastStep> steps, List<CalendarPeriod> next) {
        var named = new ArrayList<ForecastStep>();
        for (int h = 0; h < steps.size(); h++) {
            ForecastStep step = steps.get(h);
            CalendarPeriod period = next.get(h);
            named.add(new ForecastStep(
                    period.label(), Optional.of(period.span()), step.value(), step.limits(), step.distribution()));
        }
        return named;
    }

    // ---- targets

    private List<ForecastGoal> goals(Subject subject, List<ForecastStep> steps) {
        if (targets.isEmpty()) {
            return List.of();
        }
        return steps.stream()
                .map(step -> {
                    Estimate target = target(subject, step.span().orElseThrow());
                    OptionalDouble value = target.asDouble();
                    return new ForecastGoal(
                            step.period(),
                            value,
                            value.isPresent()
                                    ? OptionalDouble.of(Forecast.missing(step, value.getAsDouble(), lowerIsBetter()))
                                    : OptionalDouble.empty(),
                            target.whyNot());
                })
                .toList();
    }

    private Estimate target(Subject subject, Span days) {
        if (targets.isEmpty()) {
            return Estimate.undefined(Reason.NO_TARGET);
        }
        TargetIndex index = targets.over(source.roster(), source.calendar(), source.asOf());
        TargetInForce inForce = index.inForce(subject, kpi.id(), days, kpi.formula() instanceof Formula.Total);
        return inForce.value();
    }

    @Override
    public String toString() {
        return "forecast of " + kpi.id() + " " + cadence + " over "
                + span.map(Span::toString).orElse("?") + ", " + ahead + " ahead";
    }
}
