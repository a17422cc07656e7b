package io.coaching.target;

import io.coaching.base.Estimate;
import io.coaching.base.Everyone;
import io.coaching.base.KpiId;
import io.coaching.base.Percent;
import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.base.Subject;
import io.coaching.base.TeamId;
import io.coaching.data.Panel;
import io.coaching.data.Sample;
import io.coaching.goal.RevisionRule;
import io.coaching.goal.TargetInForce;
import io.coaching.internal.check.Checks;
import io.coaching.kpi.Formula;
import io.coaching.kpi.Kpi;
import io.coaching.people.Membership;
import io.coaching.people.Scope;
import io.coaching.people.Viewer;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was reached of the targets? On one KPI, or on several by their weights.
 *
 * <p>Uncapped unless asked for; the target is prorated by eligible working days and ramp ({@link
 * io.coaching.goal.TargetIndex}); of several values of a target the newest counts, unless {@link #with(RevisionRule)} says
 * otherwise.
 *
 * <pre>{@code
 * coaching.attainment(BOOKINGS).during(q3).of(ana);
 * coaching.attainment(DEMOS, BOOKINGS).weighted(DEMOS, Percent.of(20)).weighted(BOOKINGS, Percent.of(80)).during(q3).of(team);
 * }</pre>
 *
 * <p>Privacy: figures over members that the viewer may not see are told only where ten or more of them (twice the minimum group)
 * hide each other, and the whole of a group where there are as many as privacy asks for.
 *
 * <p>Immutable, may be shared among threads.
 */
public final class AttainmentQuestion {
    private final TargetSource source;
    private final List<Kpi> kpis;
    private final Map<KpiId, Percent> weights;
    private final Map<KpiId, Percent> caps;
    private final Optional<Span> span;
    private final RevisionRule rule;
    private final Optional<Viewer> viewer;

    private AttainmentQuestion(
            TargetSource source,
            List<Kpi> kpis,
            Map<KpiId, Percent> weights,
            Map<KpiId, Percent> caps,
            Optional<Span> span,
            RevisionRule rule,
            Optional<Viewer> viewer) {
        this.source = source;
        this.kpis = kpis;
        this.weights = weights;
        this.caps = caps;
        this.span = span;
        this.rule = rule;
        this.viewer = viewer;
    }

    /**
     * Starts a question.
     *
     * @param source where figures and targets come from
     * @param kpis on which KPIs, each once
     * @return the question; say a span, then a subject
     */
    public static AttainmentQuestion of(TargetSource source, List<Kpi> kpis) {
        Checks.that(!kpis.isEmpty(), "kpis must not be empty");
        Checks.that(
                kpis.stream().map(Kpi::id).distinct().count() == kpis.size(),
                "kpis must not be given twice: " + kpis.stream().map(Kpi::id).toList());
        return new AttainmentQuestion(
                source,
                List.copyOf(kpis),
                Map.of(),
                Map.of(),
                Optional.empty(),
                RevisionRule.DEFAULT,
                Optional.empty());
    }

    /**
     * Says when.
     *
     * @param days the period of the targets
     * @return a new question
     */
    public AttainmentQuestion during(Span days) {
        Checks.that(!days.isEmpty(), "span must have a day: " + days);
        return new AttainmentQuestion(source, kpis, weights, caps, Optional.of(days), rule, viewer);
    }

    /**
     * Gives a KPI its weight; where none is given, all weigh the same.
     *
     * @param kpi one of the KPIs asked for
     * @param weight its weight; those of all sum to 100 %
     * @return a new question
     */
    public AttainmentQuestion weighted(KpiId kpi, Percent weight) {
        return new AttainmentQuestion(source, kpis, with(weights, kpi, weight), caps, span, rule, viewer);
    }

    /**
     * Counts every KPI up to a cap only.
     *
     * @param cap how much counts at the most, for each KPI by itself
     * @return a new question
     */
    public AttainmentQuestion cappedAt(Percent cap) {
        AttainmentQuestion capped = this;
        for (Kpi kpi : kpis) {
            capped = capped.cappedAt(kpi.id(), cap);
        }
        return capped;
    }

    /**
     * Counts one KPI up to a cap only.
     *
     * @param kpi one of the KPIs asked for
     * @param cap how much counts at the most
     * @return a new question
     */
    public AttainmentQuestion cappedAt(KpiId kpi, Percent cap) {
        return new AttainmentQuestion(source, kpis, weights, with(caps, kpi, cap), span, rule, viewer);
    }

    /**
     * Says which value counts of a target that was changed in the middle.
     *
     * @param changes the rule
     * @return a new question
     */
    public AttainmentQuestion with(RevisionRule changes) {
        return new AttainmentQuestion(source, kpis, weights, caps, span, changes, viewer);
    }

    /**
     * Says who is looking, so that nothing is told that they may not see.
     *
     * @param who the viewer
     * @return a new question
     */
    public AttainmentQuestion as(Viewer who) {
        return new AttainmentQuestion(source, kpis, weights, caps, span, rule, Optional.of(who));
    }

    private Map<KpiId, Percent> with(Map<KpiId, Percent> known, KpiId kpi, Percent value) {
        Checks.that(
                kpis.stream().anyMatch(k -> k.id().equals(kpi)),
                "kpi must be one of " + kpis.stream().map(Kpi::id).toList() + ": " + kpi);
        var more = new LinkedHashMap<>(known);
        more.put(kpi, value);
        return more;
    }

    // ---- answers

    /**
     * What a person reached.
     *
     * @param person whose
     * @return the attainment
     */
    public Attainment of(PersonId person) {
        Attainment answer = ask(List.of(person), span()).get(0);
        return viewer.flatMap(v -> source.access().whyNot(v, person, source.asOf()))
                .map(answer::withheld)
                .orElse(answer);
    }

    /**
     * How a team stands, and its members.
     *
     * @param team the team
     * @return the distribution over members and the whole
     */
    public TeamAttainment of(TeamId team) {
        return within(team);
    }

    /**
     * How everyone stands.
     *
     * @return the distribution over all persons and the whole
     */
    public TeamAttainment everyone() {
        return within(Everyone.EVERYONE);
    }

    /**
     * How a group stands, and its members.
     *
     * @param whole a team, region, everyone, or a person alone
     * @return the distribution over members and the whole
     */
    public TeamAttainment within(Subject whole) {
        Groups.known(source.roster(), whole);
        Span days = span();
        List<PersonId> members = Groups.lastIn(source.roster(), whole, days);
        TeamAttainment answer = TeamAttainment.of(ask(List.of(whole), days).get(0), ask(members, days));
        return viewer.map(v -> seen(answer, v)).orElse(answer);
    }

    private TeamAttainment seen(TeamAttainment answer, Viewer who) {
        if (source.access().policy().scopeOf(who.role()) == Scope.EVERYONE) {
            return answer;
        }
        Set<PersonId> visible = new HashSet<>(source.access().visible(who, source.asOf()));
        List<Attainment> shown = answer.members().stream()
                .filter(member -> member.subject() instanceof PersonId person && visible.contains(person))
                .toList();
        long hidden = answer.members().stream()
                .filter(member -> member.overall().isKnown())
                .filter(member -> !(member.subject() instanceof PersonId person && visible.contains(person)))
                .count();
        int least = Math.max(2, source.access().policy().privacy().minimumGroup());
        Optional<Reason> small = Optional.of(Reason.GROUP_TOO_SMALL);
        Optional<Reason> noDistribution = hidden > 0 && hidden < 2L * least ? small : Optional.empty();
        Optional<Reason> noWhole = source.access()
                .whyNot(who, answer.subject(), answer.span(), source.asOf())
                .or(() -> hiddenInSpan(answer, visible, least) ? small : Optional.empty());
        return answer.seen(shown, noDistribution, noWhole);
    }

    /** Whether too few people whom the viewer does not see contribute to the whole, so that it gives them away. */
    private boolean hiddenInSpan(TeamAttainment answer, Set<PersonId> visible, int least) {
        long hidden = source.roster().membersDuring(answer.subject(), answer.span()).stream()
                .map(Membership::person)
                .filter(person -> !visible.contains(person))
                .count();
        return hidden > 0 && hidden < least;
    }

    /**
     * How often somebody reached the target.
     *
     * @param subject a person, team, region or everyone
     * @param periods the periods
     * @return an attainment for each
     */
    public AttainmentHistory history(Subject subject, List<Span> periods) {
        Checks.that(!periods.isEmpty(), "periods must not be empty");
        var answers = new ArrayList<Attainment>();
        for (Span period : periods) {
            answers.add(
                    subject instanceof PersonId person
                            ? during(period).of(person)
                            : during(period).within(subject).pooled());
        }
        return AttainmentHistory.builder()
                .subject(subject)
                .periods(answers)
                .provenance(source.provenance())
                .build();
    }

    private Span span() {
        return span.orElseThrow(() -> new IllegalStateException(
                "the span is not said\nMaybe add .during(Span.quarter(2026, 3)) before the last word"));
    }

    private List<Attainment> ask(Collection<? extends Subject> subjects, Span days) {
        var parts = new LinkedHashMap<Subject, List<PartAttainment>>();
        subjects.forEach(subject -> parts.put(subject, new ArrayList<>()));
        for (Kpi kpi : kpis) {
            Panel panel = source.panel(kpi, subjects, List.of(days));
            parts.forEach((subject, of) -> of.add(part(kpi, subject, days, panel)));
        }
        var answers = new ArrayList<Attainment>();
        parts.forEach((subject, of) -> answers.add(Attainment.builder()
                .subject(subject)
                .span(days)
                .parts(of)
                .running(running(days))
                .provenance(source.provenance())
                .build()));
        return answers;
    }

    private PartAttainment part(Kpi kpi, Subject subject, Span days, Panel all) {
        Panel panel = all;
        int at = panel.indexOf(subject);
        if (all.subjects().size() > 1 && at >= 0 && isMixed(all.sample(at, 0))) {
            // each by themselves may well have one currency only
            panel = source.panel(kpi, List.of(subject), List.of(days));
            at = panel.indexOf(subject);
        }
        TargetInForce target = source.targetIndex().with(rule).inForce(subject, kpi.id(), days, addsUp(kpi));
        Estimate actual = at < 0 ? Estimate.undefined(Reason.NO_DATA) : panel.estimate(at, 0);
        Optional<Currency> of = panel.currency();
        if (actual.isKnown() && of.isPresent() && target.currency().isPresent() && !of.equals(target.currency())) {
            actual = Estimate.undefined(Reason.MIXED_CURRENCIES);
        }
        return PartAttainment.builder()
                .kpi(kpi)
                .actual(actual)
                .target(target.value())
                .derivation(target)
                .currency(target.currency().or(() -> of))
                .weight(weight(kpi))
                .cap(Optional.ofNullable(caps.get(kpi.id())))
                .build();
    }

    private static boolean isMixed(Sample sample) {
        return sample instanceof Sample.None none && none.reason() == Reason.MIXED_CURRENCIES;
    }

    private Percent weight(Kpi kpi) {
        return weights.isEmpty() ? Percent.of(100.0 / kpis.size()) : weights.getOrDefault(kpi.id(), Percent.of(0));
    }

    /** Whether a target on it is for the days together, so that it is prorated and summed. */
    static boolean addsUp(Kpi kpi) {
        return kpi.formula() instanceof Formula.Total;
    }

    private Optional<DaysOver> running(Span days) {
        LocalDate next = source.asOf().plusDays(1);
        if (!days.endExclusive().isAfter(next)) {
            return Optional.empty();
        }
        int all = source.calendar().workingDays(days);
        return Optional.of(new DaysOver(
                next.isAfter(days.start()) ? source.calendar().workingDays(Span.of(days.start(), next)) : 0, all));
    }

    @Override
    public String toString() {
        return "attainment of " + kpis.stream().map(Kpi::id).toList() + " during "
                + span.map(Span::toString).orElse("?")
                + viewer.map(v -> " as " + v.role()).orElse("");
    }
}
