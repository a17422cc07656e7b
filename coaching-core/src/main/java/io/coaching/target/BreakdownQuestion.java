package io.coaching.target;

import io.coaching.base.Estimate;
import io.coaching.base.Known;
import io.coaching.base.Money;
import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.base.Subject;
import io.coaching.goal.TargetInForce;
import io.coaching.goal.TargetIndex;
import io.coaching.goal.TargetOrigin;
import io.coaching.internal.check.Checks;
import io.coaching.kpi.Kpi;
import io.coaching.people.Peers;
import io.coaching.people.Viewer;
import io.coaching.time.Cadence;
import io.coaching.time.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How much of a target falls on each quarter, month or week? By the subject's own working days (leave and ramp count), and by
 * season where it is given or learned.
 *
 * <pre>{@code
 * coaching.breakdown(BOOKINGS).during(Span.year(2026)).into(QUARTERLY, MONTHLY).withSeasonOf(3).of(ana);
 * coaching.breakdown(BOOKINGS).during(Span.year(2026)).into(MONTHLY).replanned(ana);
 * }</pre>
 *
 * <p>A target of a number is rounded half to even to the decimals of its KPI first, since nobody has a third of a meeting. See
 * {@link Decomposition} for the rule.
 *
 * <p>Immutable, may be shared among threads.
 */
public final class BreakdownQuestion {
    private final TargetSource source;
    private final Kpi kpi;
    private final Optional<Span> span;
    private final List<Cadence> levels;
    private final SeasonalProfile season;
    private final OptionalInt years;
    private final Peers peers;
    private final OptionalDouble step;
    private final Optional<Viewer> viewer;

    private BreakdownQuestion(
            TargetSource source,
            Kpi kpi,
            Optional<Span> span,
            List<Cadence> levels,
            SeasonalProfile season,
            OptionalInt years,
            Peers peers,
            OptionalDouble step,
            Optional<Viewer> viewer) {
        this.source = source;
        this.kpi = kpi;
        this.span = span;
        this.levels = levels;
        this.season = season;
        this.years = years;
        this.peers = peers;
        this.step = step;
        this.viewer = viewer;
    }

    /**
     * Starts a question.
     *
     * @param source where figures and targets come from
     * @param kpi on what; a KPI that is a sum over days
     * @return the question: into months, without a season
     */
    public static BreakdownQuestion of(TargetSource source, Kpi kpi) {
        Checks.that(
                AttainmentQuestion.addsUp(kpi),
                "kpi must be a sum over days, as bookings: " + kpi,
                "the target holds for each part as it stands.");
        return new BreakdownQuestion(
                source,
                kpi,
                Optional.empty(),
                List.of(Cadence.MONTHLY),
                SeasonalProfile.flat(),
                OptionalInt.empty(),
                Peers.sameRole(),
                OptionalDouble.empty(),
                Optional.empty());
    }

    /**
     * Says when.
     *
     * @param days the period of the target
     * @return a new question
     */
    public BreakdownQuestion during(Span days) {
        Checks.that(!days.isEmpty(), "span must have a day: " + days);
        return new BreakdownQuestion(source, kpi, Optional.of(days), levels, season, years, peers, step, viewer);
    }

    /**
     * Says into what.
     *
     * @param parts the kinds of periods, the longest first
     * @return a new question
     */
    public BreakdownQuestion into(Cadence... parts) {
        return new BreakdownQuestion(source, kpi, span, List.of(parts), season, years, peers, step, viewer);
    }

    /**
     * Gives a season.
     *
     * @param given which times of the year bring more
     * @return a new question
     */
    public BreakdownQuestion with(SeasonalProfile given) {
        return new BreakdownQuestion(source, kpi, span, levels, given, OptionalInt.empty(), peers, step, viewer);
    }

    /**
     * Learns the season from whole fiscal years before, the subject's own drawn towards the peers'. Without a year in each
     * period of which somebody has a figure there is no season.
     *
     * @param past how many years to look back at the most, at least 1
     * @return a new question
     */
    public BreakdownQuestion withSeasonOf(int past) {
        Checks.inRange(past, 1, 50, "years");
        return new BreakdownQuestion(source, kpi, span, levels, season, OptionalInt.of(past), peers, step, viewer);
    }

    /**
     * Says whose season helps where one's own says little.
     *
     * @param others the rule
     * @return a new question
     */
    public BreakdownQuestion against(Peers others) {
        return new BreakdownQuestion(source, kpi, span, levels, season, years, others, step, viewer);
    }

    /**
     * Rounds parts to whole steps, as to thousands.
     *
     * @param size the step, above 0
     * @return a new question
     */
    public BreakdownQuestion roundedTo(double size) {
        return new BreakdownQuestion(source, kpi, span, levels, season, years, peers, OptionalDouble.of(size), viewer);
    }

    /**
     * Says who is looking, so that nothing is told that they may not see.
     *
     * @param who the viewer
     * @return a new question
     */
    public BreakdownQuestion as(Viewer who) {
        return new BreakdownQuestion(source, kpi, span, levels, season, years, peers, step, Optional.of(who));
    }

    /**
     * Breaks down the target of someone.
     *
     * @param subject a person, team, region or everyone
     * @return the parts; none where there is no target
     */
    public TargetPlan of(Subject subject) {
        return ask(subject, false);
    }

    /**
     * Breaks it down, and plans the rest anew by what was reached by the as-of day.
     *
     * @param subject a person, team, region or everyone
     * @return the parts as planned, what was reached in each, and what each still has to bring
     */
    public TargetPlan replanned(Subject subject) {
        return ask(subject, true);
    }

    private TargetPlan ask(Subject subject, boolean anew) {
        Groups.known(source.roster(), subject);
        Span days = span.orElseThrow(() -> new IllegalStateException(
                "the span is not said\nMaybe add .during(Span.year(2026)) before the last word"));
        Optional<Reason> hidden = viewer.flatMap(v -> source.access().whyNot(v, subject, days, source.asOf()));
        if (hidden.isPresent()) {
            return none(subject, days, Estimate.withheld(hidden.get()));
        }
        TargetIndex index = source.targetIndex();
        TargetInForce target = index.inForce(subject, kpi.id(), days, true);
        if (!(target.value() instanceof Known known)) {
            return none(subject, days, target.value());
        }
        Decomposition parts = start(target, known.value(), days)
                .with(years.isPresent() ? learned(subject, days, index) : season)
                .into(levels.toArray(Cadence[]::new));
        boolean ofPeople = subject instanceof PersonId || target.origin() == TargetOrigin.SUM_OF_MEMBERS;
        parts = parts.by(
                subject,
                ofPeople ? part -> index.rampedDays(subject, part) : source.calendar()::workingDays,
                source.provenance());
        if (step.isPresent()) {
            parts = parts.roundedTo(step.getAsDouble());
        }
        if (!anew) {
            return parts.plan();
        }
        LocalDate today = source.asOf();
        OptionalDouble reached = reached(subject, days, target);
        return reached.isEmpty()
                ? none(subject, days, Estimate.undefined(Reason.NO_DATA))
                : parts.replan(reached.getAsDouble(), today, part -> reached(subject, part, target));
    }

    private Decomposition start(TargetInForce target, double value, Span days) {
        return target.currency()
                .map(currency -> Decomposition.of(
                        Money.rounded(BigDecimal.valueOf(value), currency, RoundingMode.HALF_EVEN),
                        days,
                        source.calendar()))
                .orElseGet(() -> Decomposition.of(
                        BigDecimal.valueOf(value)
                                .setScale(kpi.decimals(), RoundingMode.HALF_EVEN)
                                .doubleValue(),
                        days,
                        source.calendar()));
    }

    /** What was reached so far; nothing in days that lie ahead. */
    private OptionalDouble reached(Subject subject, Span part, TargetInForce target) {
        if (part.start().isAfter(source.asOf())) {
            return part.equals(target.period()) ? OptionalDouble.of(0) : OptionalDouble.empty();
        }
        var panel = source.panel(kpi, List.of(subject), List.of(part));
        boolean other = panel.currency().isPresent()
                && target.currency().isPresent()
                && !panel.currency().equals(target.currency());
        return other ? OptionalDouble.empty() : panel.sample(0, 0).asDouble();
    }

    private SeasonalProfile learned(Subject subject, Span days, TargetIndex index) {
        List<PersonId> others = List.of();
        if (subject instanceof PersonId person && source.roster().contains(person)) {
            LocalDate last = source.asOf().isBefore(days.lastDay()) ? source.asOf() : days.lastDay();
            others = peers.over(source.roster(), Span.day(last), source.calendar())
                    .of(person)
                    .peers();
        }
        return new SeasonEstimate(source, index, kpi, days, source.asOf(), years.orElseThrow()).of(subject, others);
    }

    private TargetPlan none(Subject subject, Span days, Estimate why) {
        return TargetPlan.builder()
                .subject(subject)
                .total(why)
                .span(days)
                .levels(levels)
                .season(season)
                .step(1)
                .provenance(source.provenance())
                .build();
    }

    @Override
    public String toString() {
        return "breakdown of " + kpi.id() + " during "
                + span.map(Span::toString).orElse("?") + " into " + levels;
    }
}
