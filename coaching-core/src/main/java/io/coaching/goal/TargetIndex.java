package io.coaching.goal;

import io.coaching.base.Estimate;
import io.coaching.base.Known;
import io.coaching.base.KpiId;
import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.base.Subject;
import io.coaching.internal.text.Figures;
import io.coaching.people.Membership;
import io.coaching.people.Person;
import io.coaching.people.Roster;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which target holds for whom in a period: {@link Targets} applied to people and their days.
 *
 * <p>For a person: the target of just that period; else, on a KPI that is added up, the sum of targets whose periods make it up,
 * the longest first; else, on a share or a rate, that of the shortest longer period. It is prorated by the working days on which
 * the person was employed and not away, each weighted by the ramp of the role held on the first of them.
 *
 * <p>For a group: its own, in the same way, which is never prorated; else, on a KPI that is added up, the sum of its members',
 * each for the days in the group, so that the targets of the teams sum to that of the company. A share has no such sum.
 *
 * <p>Immutable, may be shared among threads. O(t + d) for a person with t targets on the KPI and d changes on the way.
 */
public final class TargetIndex {
    private final Targets targets;
    private final Roster roster;
    private final BusinessCalendar calendar;
    private final LocalDate asOf;
    private final RevisionRule rule;

    TargetIndex(Targets targets, Roster roster, BusinessCalendar calendar, LocalDate asOf, RevisionRule rule) {
        this.targets = targets;
        this.roster = roster;
        this.calendar = calendar;
        this.asOf = asOf;
        this.rule = rule;
    }

    /**
     * The same with another rule for targets that were changed in the middle.
     *
     * @param other the rule
     * @return a new index
     */
    public TargetIndex with(RevisionRule other) {
        return new TargetIndex(targets, roster, calendar, asOf, other);
    }

    /**
     * The same as it was known on another day.
     *
     * @param day changes after it are left out
     * @return a new index
     */
    public TargetIndex asOf(LocalDate day) {
        return new TargetIndex(targets, roster, calendar, day, rule);
    }

    /**
     * The target that holds.
     *
     * @param subject for whom
     * @param kpi on what
     * @param span for which days
     * @param addsUp whether the KPI is a sum over days, as bookings and meetings are and a win rate or a rate per day is not
     * @return the target with its derivation; undefined ({@link Reason#NO_TARGET}) where there is none
     */
    public TargetInForce inForce(Subject subject, KpiId kpi, Span span, boolean addsUp) {
        if (subject instanceof PersonId person) {
            return ofPerson(person, kpi, span, addsUp, Optional.empty());
        }
        List<Target> own = find(subject, kpi, span, addsUp);
        if (!own.isEmpty()) {
            return sum(subject, kpi, span, own, t -> whole(t, span));
        }
        return addsUp ? ofMembers(subject, kpi, span) : none(subject, kpi, span, Reason.NO_TARGET);
    }

    /**
     * How many working days of full productivity are asked for: those on which a person is employed and not away, each by the
     * share that the ramp asks for on it; of a group those of its members on their days in it.
     *
     * @param subject whose
     * @param span which days
     * @return the days; of a person who is not on the roster all working days
     */
    public double rampedDays(Subject subject, Span span) {
        if (subject instanceof PersonId person) {
            List<Span> eligible = roster.contains(person) ? roster.eligibleSpans(person, span) : List.of(span);
            return rampedDays(person, eligible);
        }
        double sum = 0;
        for (Membership member : roster.membersDuring(subject, span)) {
            sum += rampedDays(member.person(), common(roster.eligibleSpans(member.person(), span), member.spans()));
        }
        return sum;
    }

    private double rampedDays(PersonId person, List<Span> days) {
        Optional<LocalDate> hired = roster.person(person).flatMap(Person::hired);
        if (hired.isEmpty() || days.isEmpty()) {
            return workingDays(days);
        }
        RampSchedule ramp = schedule(person, days.get(0).start());
        double sum = 0;
        for (Span part : cut(days, steps(ramp, hired))) {
            sum += calendar.workingDays(part)
                    * ramp.on(hired.get(), part.start()).fraction();
        }
        return sum;
    }

    private static TargetInForce none(Subject subject, KpiId kpi, Span span, Reason reason) {
        return TargetInForce.builder()
                .subject(subject)
                .kpi(kpi)
                .period(span)
                .value(Estimate.undefined(reason))
                .origin(TargetOrigin.NONE)
                .full(0)
                .build();
    }

    // ---- which targets

    private List<Target> find(Subject subject, KpiId kpi, Span span, boolean addsUp) {
        List<Target> all = targets.of(subject, kpi);
        Optional<Target> exact =
                all.stream().filter(target -> target.period().equals(span)).findFirst();
        if (exact.isPresent()) {
            return List.of(exact.get());
        }
        if (addsUp) {
            return span.isEmpty() ? List.of() : tiles(all, span.start(), span.endExclusive());
        }
        return all.stream()
                .filter(target -> target.period().contains(span))
                .min(Comparator.comparingInt(target -> target.period().days()))
                .map(List::of)
                .orElse(List.of());
    }

    /** Targets whose periods follow each other from a day to another, the longest first; empty if there are none. */
    private static List<Target> tiles(List<Target> all, LocalDate from, LocalDate to) {
        for (Target first : all) {
            LocalDate end = first.period().endExclusive();
            if (!first.period().start().equals(from) || end.isAfter(to)) {
                continue;
            }
            if (end.equals(to)) {
                return List.of(first);
            }
            List<Target> rest = tiles(all, end, to);
            if (!rest.isEmpty()) {
                var tiles = new ArrayList<Target>();
                tiles.add(first);
                tiles.addAll(rest);
                return tiles;
            }
        }
        return List.of();
    }

    // ---- how much of them

    /** What one target comes to. */
    private record Piece(double value, double full, int workingDays, int eligibleDays, double rampedDays) {}

    private interface Worth {
        Piece of(Target target);
    }

    private TargetInForce sum(Subject subject, KpiId kpi, Span span, List<Target> parts, Worth worth) {
        double value = 0;
        double full = 0;
        int working = 0;
        int eligible = 0;
        double ramped = 0;
        Optional<Currency> currency = currency(parts.get(0));
        for (Target part : parts) {
            if (!currency(part).equals(currency)) {
                return none(subject, kpi, span, Reason.MIXED_CURRENCIES);
            }
            Piece piece = worth.of(part);
            value += piece.value();
            full += piece.full();
            working += piece.workingDays();
            eligible += piece.eligibleDays();
            ramped += piece.rampedDays();
        }
        boolean alone = parts.size() == 1;
        return TargetInForce.builder()
                .subject(subject)
                .kpi(kpi)
                .period(span)
                .value(
                        eligible == 0
                                ? Estimate.undefined(Reason.NO_EXPOSURE)
                                : known(value, currency, eligible, working))
                .currency(currency)
                .origin(alone ? TargetOrigin.OWN : TargetOrigin.SUM_OF_PERIODS)
                .full(full)
                .workingDays(working)
                .eligibleDays(eligible)
                .rampedDays(ramped)
                .revisions(alone ? used(parts.get(0)) : List.of())
                .build();
    }

    private static Optional<Currency> currency(Target target) {
        return target.revisions().get(0).value().currency();
    }

    private static Known known(double value, Optional<Currency> currency, int eligible, int working) {
        return Known.builder()
                .value(rounded(value, currency))
                .n(eligible, "working days")
                .method(eligible == working ? "as set" : "prorated by working days")
                .build();
    }

    private static double rounded(double value, Optional<Currency> currency) {
        return currency.map(c -> BigDecimal.valueOf(value)
                        .setScale(Math.max(0, c.getDefaultFractionDigits()), RoundingMode.HALF_EVEN)
                        .doubleValue())
                .orElse(value);
    }

    private List<Revision> used(Target target) {
        List<Revision> known = target.known(asOf);
        return switch (rule) {
            case LATEST, BY_DAYS -> known;
            case ORIGINAL -> known.subList(0, 1);
        };
    }

    /** The value on a day, by the rule. */
    private double valueOn(Target target, LocalDate day) {
        List<Revision> used = used(target);
        Revision found = rule == RevisionRule.LATEST ? used.get(used.size() - 1) : used.get(0);
        if (rule == RevisionRule.BY_DAYS) {
            for (Revision revision : used) {
                found = revision.since().isAfter(day) ? found : revision;
            }
        }
        return found.value().asDouble();
    }

    /** As set, for a group or a target that is adjusted already. */
    private Piece whole(Target target, Span span) {
        Span days = target.period().contains(span) ? span : target.period();
        int working = calendar.workingDays(days);
        double value = mean(target, List.of(days));
        return new Piece(value, value, working, working, working);
    }

    private TargetInForce ofPerson(PersonId person, KpiId kpi, Span span, boolean addsUp, Optional<Membership> within) {
        List<Target> own = find(person, kpi, span, addsUp);
        if (own.isEmpty()) {
            return none(person, kpi, span, Reason.NO_TARGET);
        }
        return sum(person, kpi, span, own, target -> piece(person, target, span, addsUp, within));
    }

    private Piece piece(PersonId person, Target target, Span span, boolean addsUp, Optional<Membership> within) {
        Span days = addsUp ? target.period() : span;
        List<Span> eligible = roster.contains(person) ? roster.eligibleSpans(person, days) : List.of(days);
        List<Span> counted = within.map(m -> common(eligible, m.spans())).orElse(eligible);
        int working = calendar.workingDays(days);
        int here = workingDays(counted);
        if (!addsUp) {
            double value = here == 0 ? 0 : mean(target, counted);
            return new Piece(value, value, working, here, here);
        }
        if (target.adjusted()) {
            double value = mean(target, List.of(days));
            int all = workingDays(eligible);
            double share = within.isEmpty() ? 1 : all == 0 ? 0 : here / (double) all;
            // what was adjusted for absences outside of this book counts although no day is eligible
            int counts = within.isEmpty() ? working : here;
            return new Piece(value * share, value, working, counts, counts);
        }
        Optional<LocalDate> hired = roster.person(person).flatMap(Person::hired);
        RampSchedule ramp = hired.isEmpty() || eligible.isEmpty()
                ? RampSchedule.none()
                : schedule(person, eligible.get(0).start());
        double ramped = 0;
        double sum = 0;
        for (Span part : segments(target, ramp, hired, counted)) {
            double share =
                    hired.map(day -> ramp.on(day, part.start()).fraction()).orElse(1.0);
            double weight = calendar.workingDays(part) * share;
            ramped += weight;
            sum += weight * valueOn(target, part.start());
        }
        double full = mean(target, List.of(days));
        double value = here == working && ramped == here && rule != RevisionRule.BY_DAYS
                ? full
                : working == 0 ? 0 : sum / working;
        return new Piece(value, full, working, here, ramped);
    }

    private RampSchedule schedule(PersonId person, LocalDate day) {
        return roster.roleOn(person, day)
                .map(role -> targets.rampsByRole().getOrDefault(role, targets.ramp()))
                .orElse(targets.ramp());
    }

    /** The mean value over working days; over calendar days where none of them is a working day. */
    private double mean(Target target, List<Span> days) {
        if (rule != RevisionRule.BY_DAYS || used(target).size() == 1) {
            return valueOn(target, target.period().start());
        }
        double sum = 0;
        int all = 0;
        for (Span part : cut(days, used(target).stream().map(Revision::since).toList())) {
            int counts = calendar.workingDays(part);
            sum += counts * valueOn(target, part.start());
            all += counts;
        }
        return all == 0 ? valueOn(target, target.period().start()) : sum / all;
    }

    private int workingDays(List<Span> spans) {
        return spans.stream().mapToInt(calendar::workingDays).sum();
    }

    // ---- days

    /** Days cut where the value or the ramp changes, so that both are constant on each part. */
    private List<Span> segments(Target target, RampSchedule ramp, Optional<LocalDate> hired, List<Span> days) {
        List<LocalDate> cuts = steps(ramp, hired);
        used(target).forEach(revision -> cuts.add(revision.since()));
        return cut(days, cuts);
    }

    private static List<LocalDate> steps(RampSchedule ramp, Optional<LocalDate> hired) {
        var steps = new ArrayList<LocalDate>();
        for (int i = 1; i <= ramp.shares().size(); i++) {
            LocalDate step = hired.orElseThrow().plus(ramp.step().multipliedBy(i));
            steps.add(step);
        }
        return steps;
    }

    private static List<Span> cut(List<Span> days, List<LocalDate> at) {
        var sorted = new TreeSet<>(at);
        var parts = new ArrayList<Span>();
        for (Span span : days) {
            LocalDate from = span.start();
            for (LocalDate day : sorted) {
                if (day.isAfter(from) && day.isBefore(span.endExclusive())) {
                    parts.add(Span.of(from, day));
                    from = day;
                }
            }
            parts.add(Span.of(from, span.endExclusive()));
        }
        return parts;
    }

    private static List<Span> common(List<Span> a, List<Span> b) {
        var common = new ArrayList<Span>();
        for (Span one : a) {
            for (Span other : b) {
                one.intersection(other).ifPresent(common::add);
            }
        }
        return common;
    }

    // ---- groups

    private TargetInForce ofMembers(Subject subject, KpiId kpi, Span span) {
        var without = new ArrayList<PersonId>();
        var found = new ArrayList<TargetInForce>();
        for (Membership member : roster.membersDuring(subject, span)) {
            TargetInForce target = ofPerson(member.person(), kpi, span, true, Optional.of(member));
            if (target.value().whyNot().filter(Reason.MIXED_CURRENCIES::equals).isPresent()) {
                return none(subject, kpi, span, Reason.MIXED_CURRENCIES);
            }
            if (target.origin() != TargetOrigin.NONE) {
                found.add(target);
            } else if (workingDays(common(roster.eligibleSpans(member.person(), span), member.spans())) > 0) {
                without.add(member.person());
            }
        }
        if (found.isEmpty()) {
            return none(subject, kpi, span, Reason.NO_TARGET);
        }
        Optional<Currency> currency = found.get(0).currency();
        if (found.stream().anyMatch(target -> !target.currency().equals(currency))) {
            return none(subject, kpi, span, Reason.MIXED_CURRENCIES);
        }
        int eligible = found.stream().mapToInt(TargetInForce::eligibleDays).sum();
        int working = found.stream().mapToInt(TargetInForce::workingDays).sum();
        double value = found.stream()
                .mapToDouble(target -> target.value().asDouble().orElse(0))
                .sum();
        return TargetInForce.builder()
                .subject(subject)
                .kpi(kpi)
                .period(span)
                .value(
                        eligible == 0
                                ? Estimate.undefined(Reason.NO_EXPOSURE)
                                : Known.builder()
                                        .value(rounded(value, currency))
                                        .n(found.size(), "members' targets")
                                        .method("sum of the members' targets for their days in " + subject.value())
                                        .build())
                .currency(currency)
                .origin(TargetOrigin.SUM_OF_MEMBERS)
                .full(found.stream().mapToDouble(TargetInForce::full).sum())
                .workingDays(working)
                .eligibleDays(eligible)
                .rampedDays(
                        found.stream().mapToDouble(TargetInForce::rampedDays).sum())
                .members(found.size())
                .withoutTarget(without)
                .build();
    }

    @Override
    public String toString() {
        return Figures.count(targets.targets().size()) + " targets as of " + asOf;
    }
}
