package io.coaching.target;

import io.coaching.base.Estimate;
import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.base.Subject;
import io.coaching.data.Panel;
import io.coaching.data.PanelSource;
import io.coaching.goal.TargetIndex;
import io.coaching.internal.check.Checks;
import io.coaching.kpi.Formula;
import io.coaching.kpi.Kpi;
import io.coaching.kpi.StandardKpis;
import io.coaching.kpi.Unit;
import io.coaching.people.Peers;
import io.coaching.people.Viewer;
import io.coaching.time.Span;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What does it take, by the conversions of the past? The question, refined word by word; the last word says of whom and gives a
 * {@link FunnelPlan}, which then is asked about quotas.
 *
 * <pre>{@code
 * coaching.plan(MEETINGS_HELD).to(OPPORTUNITY_STARTS).to(DEALS_WON)
 *         .over(Span.year(2025))
 *         .of(ana)
 *         .withChance(Percent.of(80))
 *         .during(Span.quarter(2026, 1))
 *         .backSolve(Money.of(100_000, "EUR"));
 * }</pre>
 *
 * <p>The conversion from one count to the next is the share that is counted so: for starts to wins the win rate, won of all that
 * was decided in the time; for other pairs the lower count of the upper one, over the same days. The latter takes what was
 * counted at one stage for what came of the stage above, so it suits spans that are long against the time between the stages;
 * where the lower count exceeds the upper one it is no conversion, and the answer is undefined with that reason.
 *
 * <p>A team, a region and everyone are taken by their own pooled counts. A person's conversions are drawn towards like-for-like
 * peers, by as much as the peers are alike and the own history is thin (empirical Bayes: {@link
 * io.coaching.stats.BetaBinomial}, deal sizes {@link io.coaching.stats.NormalNormal} with the spread of single deals pooled over
 * person and peers); who has no history gets what is believed of a
 * peer: of those who are peers today, if they were not there yet. Fewer than two peers, or {@link #ownHistoryOnly}, leave
 * the own counts. Each conversion of the answer says which it was.
 *
 * <p>With {@link #as(Viewer)} the plan of someone whom the viewer may not see is withheld, and peers are drawn on only where the
 * viewer may be told of them as a group. Immutable; each word returns a new question.
 */
public final class FunnelPlanQuestion {
    private final PanelSource source;
    private final List<Kpi> counts;
    private final List<Optional<Kpi>> shares;
    private final Optional<Span> history;
    private final Optional<Peers> peers;
    private final Optional<Viewer> viewer;
    private final Optional<Span> period;

    private FunnelPlanQuestion(
            PanelSource source,
            List<Kpi> counts,
            List<Optional<Kpi>> shares,
            Optional<Span> history,
            Optional<Peers> peers,
            Optional<Viewer> viewer,
            Optional<Span> period) {
        this.source = source;
        this.counts = counts;
        this.shares = shares;
        this.history = history;
        this.peers = peers;
        this.viewer = viewer;
        this.period = period;
    }

    /**
     * Starts a question at the top of a funnel.
     *
     * @param source where figures and people come from
     * @param activity a count, such as meetings held
     * @return the question
     */
    public static FunnelPlanQuestion from(PanelSource source, Kpi activity) {
        return new FunnelPlanQuestion(
                source,
                List.of(counted(activity)),
                List.of(),
                Optional.empty(),
                Optional.of(Peers.sameRole()),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Goes on to the next stage: from opportunity starts to deals won by the win rate, otherwise by the two counts.
     *
     * @param stage a count, such as opportunity starts
     * @return a new question
     */
    public FunnelPlanQuestion to(Kpi stage) {
        boolean decided = stage.id().equals(StandardKpis.DEALS_WON.id())
                && last().id().equals(StandardKpis.OPPORTUNITY_STARTS.id());
        return to(stage, decided ? Optional.of(StandardKpis.WIN_RATE) : Optional.empty());
    }

    /**
     * Goes on to the next stage by a share of one's own.
     *
     * @param stage a count
     * @param conversion which share of the stage above comes there: a KPI that is a proportion
     * @return a new question
     */
    public FunnelPlanQuestion to(Kpi stage, Kpi conversion) {
        Checks.that(
                conversion.formula() instanceof Formula.Proportion,
                "conversion must be a proportion: " + conversion,
                "to(stage) is meant, which takes the two counts.");
        return to(stage, Optional.of(conversion));
    }

    private FunnelPlanQuestion to(Kpi stage, Optional<Kpi> conversion) {
        List<Kpi> more = new ArrayList<>(counts);
        more.add(counted(stage));
        List<Optional<Kpi>> by = new ArrayList<>(shares);
        by.add(conversion);
        return new FunnelPlanQuestion(source, List.copyOf(more), List.copyOf(by), history, peers, viewer, period);
    }

    /**
     * By the history of which days.
     *
     * @param days the span, such as the last four quarters
     * @return a new question
     */
    public FunnelPlanQuestion over(Span days) {
        Checks.that(!days.isEmpty(), "history must have a day: " + days);
        return new FunnelPlanQuestion(source, counts, shares, Optional.of(days), peers, viewer, period);
    }

    /**
     * Drawn towards whom.
     *
     * @param rule who counts as a peer; the same role unless said otherwise
     * @return a new question
     */
    public FunnelPlanQuestion against(Peers rule) {
        return new FunnelPlanQuestion(source, counts, shares, history, Optional.of(rule), viewer, period);
    }

    /**
     * By the own history alone, however thin.
     *
     * @return a new question
     */
    public FunnelPlanQuestion ownHistoryOnly() {
        return new FunnelPlanQuestion(source, counts, shares, history, Optional.empty(), viewer, period);
    }

    /**
     * Towards what is agreed for a period: the plan then knows the quota, which is the target on bookings, the targets of its
     * stages, prorated and rounded up, and the days to spread them over.
     *
     * @param days the period, such as the next quarter
     * @return a new question
     * @throws IllegalArgumentException if the source of figures has no targets
     */
    public FunnelPlanQuestion towards(Span days) {
        Checks.that(
                source instanceof TargetSource,
                "source must have targets: " + source.getClass().getSimpleName(),
                "a TargetSource is meant; the facade gives one.");
        return new FunnelPlanQuestion(source, counts, shares, history, peers, viewer, Optional.of(days));
    }

    /**
     * Only what a viewer may see on the last known day.
     *
     * @param who who looks
     * @return a new question
     */
    public FunnelPlanQuestion as(Viewer who) {
        return new FunnelPlanQuestion(source, counts, shares, history, peers, Optional.of(who), period);
    }

    /**
     * Makes the plan.
     *
     * @param subject a person, team, region or everyone
     * @return the plan, with conversions, deal size, calendar and provenance of the data
     * @throws IllegalStateException if no history was said
     */
    public FunnelPlan of(Subject subject) {
        Span days = history.orElseThrow(
                () -> new IllegalStateException("a history must be said first\nMaybe over(Span.year(2025))"));
        Optional<Reason> hidden = viewer.flatMap(who -> source.access().whyNot(who, subject, days, source.asOf()));
        List<PersonId> others = hidden.isPresent() ? List.of() : others(subject, days);
        FunnelPlan plan = FunnelPlan.from(name(counts.get(0)));
        for (int i = 0; i < shares.size(); i++) {
            plan = plan.to(
                    name(counts.get(i + 1)),
                    hidden.isPresent()
                            ? FunnelRate.missing(Estimate.withheld(hidden.get()))
                            : rate(i, subject, others, days));
        }
        Panel sizes = panel(StandardKpis.AVERAGE_DEAL_SIZE, subject, others, days);
        plan = hidden.isPresent()
                ? plan.dealSize(DealSize.missing(Estimate.withheld(hidden.get())), Optional.<Currency>empty())
                : plan.dealSize(HistoricalDeals.of(sizes, subject, others), sizes.currency());
        Optional<PersonId> person = subject instanceof PersonId id ? Optional.of(id) : Optional.empty();
        plan = plan.with(source.provenance())
                .about(subject, days, new WorkDays(source.calendar(), Optional.of(source.roster()), person));
        if (period.isEmpty() || !(source instanceof TargetSource agreed)) {
            return plan;
        }
        return hidden.isPresent()
                ? plan.towards(period.get(), PlanQuota.withheld(hidden.get()))
                : towards(plan, subject, agreed.targetIndex(), period.get(), sizes.currency());
    }

    private FunnelPlan towards(
            FunnelPlan start, Subject subject, TargetIndex targets, Span days, Optional<Currency> currency) {
        FunnelPlan plan = start.towards(
                days, PlanQuota.agreed(targets.inForce(subject, StandardKpis.BOOKINGS.id(), days, true), currency));
        for (Kpi count : counts) {
            OptionalDouble target =
                    targets.inForce(subject, count.id(), days, true).value().asDouble();
            if (target.isPresent() && target.getAsDouble() > 0) {
                plan = plan.target(name(count), (long) Math.ceil(target.getAsDouble()));
            }
        }
        return plan;
    }

    /** The peers to draw on. */
    private List<PersonId> others(Subject subject, Span days) {
        if (peers.isEmpty()
                || !(subject instanceof PersonId person)
                || !source.roster().contains(person)) {
            return List.of();
        }
        List<PersonId> then =
                peers.get().of(source.roster(), person, days, source.calendar()).peers();
        // who was not there yet is like those who do the same today
        List<PersonId> group = then.isEmpty()
                ? peers.get()
                        .of(source.roster(), person, Span.day(source.asOf()))
                        .peers()
                : then;
        boolean untold = viewer.isPresent()
                && source.access()
                        .whyNotGroup(viewer.get(), group, source.asOf())
                        .isPresent();
        return untold ? List.of() : group;
    }

    private Panel panel(Kpi kpi, Subject subject, List<PersonId> others, Span days) {
        var subjects = new ArrayList<Subject>(others);
        subjects.add(subject);
        return source.panel(kpi, subjects, List.of(days));
    }

    private FunnelRate rate(int step, Subject subject, List<PersonId> others, Span days) {
        ConversionCounts found;
        if (shares.get(step).isPresent()) {
            found = ConversionCounts.of(panel(shares.get(step).get(), subject, others, days));
        } else {
            found = ConversionCounts.of(
                    panel(counts.get(step), subject, others, days), panel(counts.get(step + 1), subject, others, days));
        }
        return found.rate(subject, others, name(counts.get(step + 1)));
    }

    private Kpi last() {
        return counts.get(counts.size() - 1);
    }

    private static Kpi counted(Kpi kpi) {
        Checks.that(
                kpi.formula() instanceof Formula.Total && kpi.unit() == Unit.COUNT,
                "stage must be a total of a count: " + kpi);
        return kpi;
    }

    private static String name(Kpi kpi) {
        return kpi.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "funnel of " + counts.stream().map(Kpi::id).toList();
    }
}
