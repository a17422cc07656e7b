package io.coaching.goal;

import io.coaching.base.KpiId;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.PersonId;
import io.coaching.base.Place;
import io.coaching.base.Problem;
import io.coaching.base.RegionId;
import io.coaching.base.RoleId;
import io.coaching.base.Severity;
import io.coaching.base.Subject;
import io.coaching.base.TeamId;
import io.coaching.people.Roster;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * The targets of a company and how newcomers ramp up to them, in any order.
 *
 * <p>Targets of one subject, KPI and period are one target with a history, so an export with a row for each change is read as it
 * is. Nothing is refused: {@link #problems} lists what contradicts itself. Periods may lie within each other, as a year and its
 * quarters; each is asked for by its own span.
 *
 * <p>{@link #over} answers which target holds for whom.
 */
@Value.Immutable
public abstract sealed class Targets permits ImmutableTargets {
    Targets() {}

    /**
     * Starts a book of targets.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Targets without a ramp.
     *
     * @param targets the targets, in any order
     * @return the book
     */
    public static Targets of(Collection<Target> targets) {
        return builder().addAllTargets(targets).build();
    }

    /**
     * No targets.
     *
     * @return the empty book
     */
    public static Targets none() {
        return builder().build();
    }

    /**
     * The targets as they were given.
     *
     * @return the targets
     */
    public abstract List<Target> targets();

    /**
     * How newcomers ramp up whose role has no schedule of its own.
     *
     * @return the schedule; none unless said otherwise
     */
    @Value.Default
    public RampSchedule ramp() {
        return RampSchedule.none();
    }

    /**
     * How newcomers in certain roles ramp up.
     *
     * @return the schedules by role
     */
    public abstract Map<RoleId, RampSchedule> rampsByRole();

    /**
     * Whether there is no target.
     *
     * @return true if none is there
     */
    public boolean isEmpty() {
        return targets().isEmpty();
    }

    /**
     * The targets, one for each subject, KPI and period.
     *
     * @return by subject, KPI and period
     */
    public List<Target> merged() {
        return index().values().stream().flatMap(List::stream).toList();
    }

    /**
     * The target that was set for just that.
     *
     * @param subject whose
     * @param kpi on what
     * @param period in which days
     * @return the target with its history, if there is one
     */
    public Optional<Target> target(Subject subject, KpiId kpi, Span period) {
        return of(subject, kpi).stream()
                .filter(target -> target.period().equals(period))
                .findFirst();
    }

    /**
     * All targets of a subject on a KPI.
     *
     * @param subject whose
     * @param kpi on what
     * @return the targets, by the start of their periods, the longer first
     */
    public List<Target> of(Subject subject, KpiId kpi) {
        return index().getOrDefault(new Key(subject, kpi), List.of());
    }

    /**
     * Applies the targets to people and days.
     *
     * @param roster who is there, and when
     * @param calendar which days are working days
     * @param asOf the last day that is known: later changes of a target are left out
     * @return the answers
     */
    public TargetIndex over(Roster roster, BusinessCalendar calendar, LocalDate asOf) {
        return new TargetIndex(this, roster, calendar, asOf, RevisionRule.DEFAULT);
    }

    /**
     * The targets without those of a person.
     *
     * @param person who is to be forgotten
     * @return the other targets
     */
    public Targets without(PersonId person) {
        return builder()
                .from(this)
                .targets(targets().stream()
                        .filter(target -> !target.subject().equals(person))
                        .toList())
                .build();
    }

    /**
     * What contradicts itself or the people: unknown subjects, two values for one day, periods that overlap without one being
     * part of the other.
     *
     * @param roster the people
     * @return the problems in the order of {@link #targets}
     */
    public List<Problem> problems(Roster roster) {
        var problems = new ArrayList<Problem>();
        var seen = new LinkedHashMap<Key, List<Target>>();
        int line = 0;
        for (Target target : targets()) {
            line++;
            if (!isKnown(target.subject(), roster)) {
                problems.add(problem(line, said(MessageCode.TARGET_UNKNOWN_SUBJECT, target)));
            }
            List<Target> before = seen.computeIfAbsent(Key.of(target), key -> new ArrayList<>());
            for (Target other : before) {
                Optional<Message> found =
                        other.period().equals(target.period()) ? conflict(target, other) : crossing(target, other);
                if (found.isPresent()) {
                    problems.add(problem(line, found.get()));
                }
            }
            before.add(target);
        }
        return Collections.unmodifiableList(problems);
    }

    private static Problem problem(int line, Message message) {
        return new Problem(
                Severity.WARNING,
                message,
                Place.builder().source("targets").line(line).build());
    }

    private static Message said(MessageCode code, Target target) {
        return Message.of(code)
                .with("subject", target.subject())
                .with("kpi", target.kpi().value())
                .with("from", target.period().start())
                .with("to", target.period().lastDay());
    }

    private static boolean isKnown(Subject subject, Roster roster) {
        if (subject instanceof PersonId person) {
            return roster.contains(person);
        }
        if (subject instanceof TeamId team) {
            return roster.team(team).isPresent();
        }
        return !(subject instanceof RegionId region) || roster.region(region).isPresent();
    }

    private static Optional<Message> conflict(Target target, Target other) {
        for (Revision revision : target.revisions()) {
            for (Revision old : other.revisions()) {
                boolean sameUnit = isOneUnit(revision.value(), old.value());
                boolean contradicts = revision.since().equals(old.since())
                        && !revision.value().equals(old.value());
                if (!sameUnit || contradicts || target.adjusted() != other.adjusted()) {
                    return Optional.of(said(MessageCode.TARGET_CONFLICT, target)
                            .with("one", old.value().toString())
                            .with("two", revision.value().toString()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Message> crossing(Target target, Target other) {
        boolean nested =
                target.period().contains(other.period()) || other.period().contains(target.period());
        return target.period().overlaps(other.period()) && !nested
                ? Optional.of(said(MessageCode.TARGETS_OVERLAP, target)
                        .with("other", other.period().toString()))
                : Optional.empty();
    }

    private static boolean isOneUnit(TargetValue a, TargetValue b) {
        return a.getClass() == b.getClass() && a.currency().equals(b.currency());
    }

    // ---- the index

    /** Whose targets on what. */
    record Key(Subject subject, KpiId kpi) implements Comparable<Key> {
        static Key of(Target target) {
            return new Key(target.subject(), target.kpi());
        }

        @Override
        public int compareTo(Key other) {
            int bySubject = subject.compareTo(other.subject);
            return bySubject != 0 ? bySubject : kpi.compareTo(other.kpi);
        }
    }

    @Value.Lazy
    Map<Key, List<Target>> index() {
        var byKey = new TreeMap<Key, Map<Span, List<Target>>>();
        for (Target target : targets()) {
            byKey.computeIfAbsent(
                            Key.of(target),
                            key -> new TreeMap<>(Comparator.comparing(Span::start)
                                    .thenComparing(Comparator.comparing(Span::endExclusive)
                                            .reversed())))
                    .computeIfAbsent(target.period(), key -> new ArrayList<>())
                    .add(target);
        }
        var index = new TreeMap<Key, List<Target>>();
        byKey.forEach((key, spans) ->
                index.put(key, spans.values().stream().map(Targets::merge).toList()));
        return Collections.unmodifiableMap(index);
    }

    /** One target with the history of all; where they contradict each other, the larger value of the usual unit is kept. */
    private static Target merge(List<Target> same) {
        if (same.size() == 1) {
            return same.get(0);
        }
        List<Revision> all = same.stream()
                .flatMap(target -> target.revisions().stream())
                .sorted(Comparator.comparing(Revision::since)
                        .thenComparing(revision -> revision.value().getClass().getSimpleName())
                        .thenComparing(revision -> revision.value()
                                .currency()
                                .map(java.util.Currency::getCurrencyCode)
                                .orElse(""))
                        .thenComparing(revision -> -revision.value().asDouble())
                        .thenComparing(revision -> revision.reason().orElse("")))
                .toList();
        var kept = new ArrayList<Revision>();
        for (Revision revision : all) {
            boolean later = kept.isEmpty()
                    || (isOneUnit(kept.get(0).value(), revision.value())
                            && revision.since()
                                    .isAfter(kept.get(kept.size() - 1).since()));
            if (later) {
                kept.add(revision);
            }
        }
        Optional<TargetValue> baseline = same.stream()
                .flatMap(target -> target.baseline().stream())
                .max(Comparator.comparingDouble(TargetValue::asDouble).thenComparing(TargetValue::toString));
        return Target.builder()
                .from(same.get(0))
                .revisions(kept)
                .adjusted(same.stream().anyMatch(Target::adjusted))
                .baseline(baseline)
                .build();
    }

    @Override
    public String toString() {
        return targets().size() + " targets" + (ramp().shares().isEmpty() ? "" : ", ramp " + ramp());
    }

    /** Builds a book of {@link Targets}. */
    public static final class Builder extends ImmutableTargets.Builder {
        Builder() {}
    }
}
