package io.coaching.sample;

import io.coaching.base.Percent;
import io.coaching.data.CoachingData;
import io.coaching.data.ObservationTable;
import io.coaching.goal.Targets;
import io.coaching.internal.check.Checks;
import io.coaching.kpi.Grain;
import io.coaching.kpi.KpiCatalogue;
import io.coaching.kpi.Measure;
import io.coaching.kpi.StandardMeasures;
import io.coaching.people.Roster;
import io.coaching.pipeline.Opportunity;
import io.coaching.process.SalesProcess;
import io.coaching.sample.Plan.Contents;
import io.coaching.sample.Plan.Differences;
import io.coaching.scorecard.Scorecard;
import io.coaching.scorecard.StandardTemplates;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A made-up company with people, deals and activities, of which the truth is known: to learn the library on, to show it, and
 * to judge whether an engine finds what is there and nothing else.
 *
 * <p>The same seed and wishes give the same records to the bit, on every JDK and machine. Where nothing else is said there
 * are 60 reps in 8 teams of 3 regions, from 2025-10-01 to 2026-09-30. Every other team divides the work between sales
 * development and account executives, the others do the full cycle; managers belong to the level of their region.
 *
 * <p>What happens:
 *
 * <ul>
 *   <li>About 12 % of the reps are hired within the span, 6 % leave, 3 % go on a long leave, everyone takes holidays, one in
 *       twenty changes team in the middle of a quarter. A newcomer begins at 35 % of the full rate of activities and starts
 *       and reaches it within 13 weeks.
 *   <li>True values vary from rep to rep by a log-normal spread of 8 %, on each KPI by itself. In 20 % of the reps one KPI is
 *       planted far off: by a factor of about 0.6 or 1.6, the win rate by 18 to 22 points.
 *   <li>Deals: a Poisson number of starts a day; stages with dates; amounts log-normal (sigma 0.5, mean 11,000 or 14,000
 *       dollars); won with the closer's true rate, renewals more often; wins after a gamma-distributed time, of the losses
 *       two thirds sooner and one third later; expected closes put off, a few deals lost and reopened, credit shared, owners
 *       changed when somebody goes. Deals that began up to 16 weeks before the span and were open then are among them.
 *   <li>Activities on working days: calls, connects, e-mails and social touches as totals of the day with busier and quieter
 *       days; meetings and demos set, put into the diary and held one by one (82 % take place), proposals.
 *   <li>Unless {@link #clean()}: deals without account, an unknown product, a deal without owner, repeated records, impossible
 *       dates, a login that is nobody's, calls after an exit.
 * </ul>
 *
 * <p>Only if asked for: seasons ({@link #withSeasons}), changes over time ({@link #withChanges}), and in the data targets
 * ({@link #withTargets}) and scorecards ({@link #withScorecards}).
 *
 * <p>What it is not: a model of selling. Activities do not cause deals here, KPIs of one person are independent of each
 * other, and regions and work modes make no difference; so an engine that looks for causes has nothing to find.
 *
 * <p>Immutable and thread-safe: every word returns a new company. The records are made when first asked for, in time
 * proportional to reps x days (60 reps and a year: about a second on one thread), and kept.
 *
 * <pre>{@code
 * SampleCompany company = SampleCompany.of(7).reps(30).during(Span.year(2026));
 * CoachingData data = company.data();
 * company.truth().planted();
 * }</pre>
 */
public final class SampleCompany {
    /** The most reps that a company may have. */
    public static final int MAX_REPS = 20_000;

    private static final Span LAST_FOUR_QUARTERS = Span.of(LocalDate.of(2025, 10, 1), LocalDate.of(2026, 10, 1));
    private static final Set<Measure> BY_DAY = Set.of(
            StandardMeasures.CALLS,
            StandardMeasures.CONNECTS,
            StandardMeasures.EMAILS,
            StandardMeasures.SOCIAL_TOUCHES);
    private static final List<MonthDay> HOLIDAYS = List.of(
            MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(12, 24), MonthDay.of(12, 25), MonthDay.of(12, 26));

    private final Plan plan;
    private final Once<Records> records;
    private final Once<CoachingData> data;

    /** Everything that is drawn. */
    private record Records(
            Roster roster,
            List<Opportunity> opportunities,
            ObservationTable activities,
            Targets targets,
            List<Scorecard> scorecards,
            SampleTruth truth) {}

    /** Makes something when it is first asked for, and keeps it. */
    private static final class Once<T> {
        private final Supplier<T> recipe;
        private @Nullable T made;

        Once(Supplier<T> recipe) {
            this.recipe = recipe;
        }

        synchronized T get() {
            T ready = made;
            if (ready == null) {
                ready = recipe.get();
                made = ready;
            }
            return ready;
        }
    }

    private SampleCompany(Plan plan) {
        this.plan = plan;
        this.records = new Once<>(this::draw);
        this.data = new Once<>(this::join);
    }

    /**
     * Returns the company of a seed.
     *
     * @param seed any number; another one gives another company
     * @return a company of 60 reps
     */
    public static SampleCompany of(long seed) {
        return new SampleCompany(new Plan(
                seed,
                60,
                8,
                LAST_FOUR_QUARTERS,
                new Differences(0.08, 0.2, true, 0),
                Seasons.none(),
                false,
                new Contents(false, false)));
    }

    /**
     * The same with more or fewer reps, in teams of about eight.
     *
     * @param count how many reps, 1 to {@link #MAX_REPS}; managers come on top
     * @return a new company
     */
    public SampleCompany reps(int count) {
        Checks.inRange(count, 1, MAX_REPS, "reps");
        return new SampleCompany(plan.withReps(count, (count + 7) / 8));
    }

    /**
     * The same in another number of teams.
     *
     * @param count how many teams, at least 1 and at most as many as reps; set the reps first
     * @return a new company
     */
    public SampleCompany teams(int count) {
        Checks.that(
                count >= 1 && count <= plan.reps(),
                "teams must be in 1.." + plan.reps() + ": " + count,
                "reps(...) is to come before teams(...)");
        return new SampleCompany(plan.withReps(plan.reps(), count));
    }

    /**
     * The same over other days.
     *
     * @param span the days that records are of; the last one is the as-of day; 1 to 3,660 days, in the years 1980 to 2140
     * @return a new company
     */
    public SampleCompany during(Span span) {
        Checks.inRange(span.days(), 1, 3660, "days of span");
        Checks.inRange(span.start().getYear(), 1980, 2140, "year of span");
        return new SampleCompany(plan.withSpan(span));
    }

    /**
     * The same with reps who differ more or less by nature.
     *
     * @param spread the standard deviation of true values in percent of the typical value, 0 to 50; 8 unless said otherwise
     * @return a new company
     */
    public SampleCompany withSpread(Percent spread) {
        Checks.inRange(spread.value(), 0, 50, "spread");
        return new SampleCompany(plan.withDifferences(plan.differences().withSpread(spread.fraction())));
    }

    /**
     * The same with planted differences in more or fewer reps, half of them weak, half strong, on one KPI each.
     *
     * @param share the share of reps, 0 to 100; 20 unless said otherwise. Only those can be chosen who were there and ramped
     *     throughout
     * @return a new company
     */
    public SampleCompany withPlanted(Percent share) {
        Checks.inRange(share.value(), 0, 100, "planted");
        return new SampleCompany(plan.withDifferences(plan.differences().withPlanted(share.fraction())));
    }

    /**
     * The same without any true difference between reps of one role: no spread, nothing planted, no change, newcomers at
     * the full rate from the first day, equal skills, and raters without severity. People come, go and move as before, and seasons stay. Whatever an engine flags in it,
     * it flags wrongly. Words that come after it count: {@code withoutDifferences().withChanges(...)} is a company in which
     * nothing differs but what was planted to change.
     *
     * @return a new company
     */
    public SampleCompany withoutDifferences() {
        return new SampleCompany(plan.withDifferences(new Differences(0, 0, false, 0)));
    }

    /**
     * The same with planted changes in some reps: in each, one KPI becomes worse (in half of them) or better from a day on, at
     * once or little by little over 13 weeks, as {@link RepTruth#changes()} tells. Activities and starts change to 0.55 to
     * 0.65 or 1.45 to 1.6 times what they were, deal sizes to 0.6 or 1.6, win rates of 45 % to 25 or 67 %. Onsets lie between
     * 30 and 70 % of the span.
     *
     * @param share the share of reps, 0 to 100; none unless said otherwise. Only those can be chosen who were there and ramped
     *     throughout and in whom no other difference is planted
     * @return a new company; without the word it is what it was, to the bit
     */
    public SampleCompany withChanges(Percent share) {
        Checks.inRange(share.value(), 0, 100, "changes");
        return new SampleCompany(plan.withDifferences(plan.differences().withChanges(share.fraction())));
    }

    /**
     * The same with seasons.
     *
     * @param seasons how the year goes; {@link Seasons#none()} unless said otherwise
     * @return a new company; without the word it is what it was, to the bit
     */
    public SampleCompany withSeasons(Seasons seasons) {
        return new SampleCompany(plan.withSeasons(seasons));
    }

    /**
     * The same with {@link #targets} in its data.
     *
     * @return a new company; all else is as without them
     */
    public SampleCompany withTargets() {
        return new SampleCompany(
                plan.withContents(new Contents(true, plan.contents().scorecards())));
    }

    /**
     * The same with {@link #scorecards} and their template in its data.
     *
     * @return a new company; all else is as without them
     */
    public SampleCompany withScorecards() {
        return new SampleCompany(plan.withContents(new Contents(plan.contents().targets(), true)));
    }

    /**
     * The same with records in perfect order.
     *
     * @return a new company
     */
    public SampleCompany clean() {
        return new SampleCompany(plan.withoutBlemishes());
    }

    /**
     * The days that records are of.
     *
     * @return the span; its last day is the as-of day
     */
    public Span span() {
        return plan.span();
    }

    /**
     * The calendar of the company.
     *
     * @return Monday to Friday in New York, with a few holidays
     */
    public BusinessCalendar calendar() {
        BusinessCalendar.Builder calendar = BusinessCalendar.builder().zone(ZoneId.of("America/New_York"));
        for (int year = plan.span().start().getYear() - 1;
                year <= plan.span().endExclusive().getYear() + 1;
                year++) {
            for (MonthDay holiday : HOLIDAYS) {
                calendar.addHoliday(holiday.atYear(year));
            }
        }
        return calendar.build();
    }

    /**
     * The standard catalogue, with calls, connects, e-mails and social touches as totals of a day.
     *
     * @return the catalogue
     */
    public KpiCatalogue catalogue() {
        KpiCatalogue standard = KpiCatalogue.standard();
        return KpiCatalogue.builder()
                .addAllMeasures(standard.measures().stream()
                        .map(measure -> BY_DAY.contains(measure)
                                ? Measure.builder()
                                        .from(measure)
                                        .grain(Grain.DAILY_TOTAL)
                                        .build()
                                : measure)
                        .toList())
                .addAllKpis(standard.kpis())
                .build();
    }

    /**
     * The people.
     *
     * @return reps and managers
     */
    public Roster roster() {
        return records.get().roster();
    }

    /**
     * The deals.
     *
     * @return the opportunities in the order in which they started
     */
    public List<Opportunity> opportunities() {
        return records.get().opportunities();
    }

    /**
     * The activities.
     *
     * @return the observations
     */
    public ObservationTable activities() {
        return records.get().activities();
    }

    /**
     * What everybody is to reach, for each quarter that the span touches and the next one: quotas of those who close, and
     * calls, meetings, demos and starts of all, at what is typical for the role, in round numbers, so that about half of the
     * quotas are reached. Newcomers ramp up in three months. One quota in twenty is changed in the middle of its quarter.
     *
     * @return the targets, whether the data hold them or not
     */
    public Targets targets() {
        return records.get().targets();
    }

    /**
     * The scorecards of the review cycles at the end of each whole quarter, or of the span if it has none: a recorded call of
     * everyone who is no newcomer, rated on {@link StandardTemplates#enterpriseSales} by three colleagues of any team, by the
     * manager and by themselves, on 1 to 5. A rating is the true skill, as shown in the call (give or take 0.15), plus the
     * rater's severity, plus 0.3 for oneself, with chance of 0.2 for the card and 0.5 for the item, rounded. Half of the raters
     * have no severity, the others 0.3 to 0.8 points either way. Six cards of a hundred are never handed in.
     *
     * @return the cards in the order of cycles, whether the data hold them or not
     */
    public List<Scorecard> scorecards() {
        return records.get().scorecards();
    }

    /**
     * What is true.
     *
     * @return the truth about each rep
     */
    public SampleTruth truth() {
        return records.get().truth();
    }

    /**
     * Everything, ready to be asked.
     *
     * @return the data as of the last day of the span
     */
    public CoachingData data() {
        return data.get();
    }

    private Records draw() {
        Days days = new Days(plan.span(), calendar(), plan.seasons());
        Cast cast = new Cast(plan, days);
        List<Opportunity> deals = new DealDesk(days, cast).opportunities();
        ObservationTable.Builder table = ObservationTable.builder();
        new Diary(days, table).keep(cast);
        if (!plan.clean()) {
            Blemishes blemishes = new Blemishes(days, plan.seed());
            deals = blemishes.on(deals);
            blemishes.on(table, cast);
        }
        return new Records(
                cast.roster(),
                List.copyOf(deals),
                table.build(),
                new Quotas(plan, calendar(), days, cast).targets(plan.span()),
                new Reviews(plan, calendar(), days, cast).scorecards(),
                cast.truth());
    }

    private CoachingData join() {
        CoachingData.Builder company = CoachingData.builder()
                .asOf(plan.span().lastDay())
                .calendar(calendar())
                .catalogue(catalogue())
                .process(SalesProcess.standard())
                .roster(roster())
                .opportunities(new ArrayList<>(opportunities()))
                .observations(activities())
                .products(Names.PRODUCTS)
                .accounts(Names.accounts());
        if (plan.contents().targets()) {
            company.targets(targets());
        }
        if (plan.contents().scorecards()) {
            company.templates(Reviews.TEMPLATE).scorecards(scorecards());
        }
        return company.build();
    }

    @Override
    public String toString() {
        return "sample company " + plan.seed() + ": " + plan.reps() + " reps in " + plan.teams() + " teams, "
                + plan.span();
    }
}
