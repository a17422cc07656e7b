package io.coaching.target;

import io.coaching.base.Direction;
import io.coaching.base.Estimate;
import io.coaching.base.Known;
import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.base.Subject;
import io.coaching.data.Panel;
import io.coaching.data.Sample;
import io.coaching.data.TargetCheck;
import io.coaching.goal.Target;
import io.coaching.goal.TargetIndex;
import io.coaching.goal.TargetValue;
import io.coaching.goal.Targets;
import io.coaching.internal.check.Checks;
import io.coaching.kpi.Kpi;
import io.coaching.people.Peers;
import io.coaching.people.Viewer;
import io.coaching.stats.QuantileMethod;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;

/**
 * Is a target a good goal? It need not be among the targets of the data: ask before it is agreed.
 *
 * <pre>{@code coaching.targetQuality(Target.of(ana, MEETINGS_HELD.id(), q4, 66))}</pre>
 *
 * <p>Immutable, may be shared among threads.
 */
public final class TargetQualityQuestion {
    private static final int BACK = 4;

    private final TargetSource source;
    private final Peers peers;
    private final Optional<Viewer> viewer;

    private TargetQualityQuestion(TargetSource source, Peers peers, Optional<Viewer> viewer) {
        this.source = source;
        this.peers = peers;
        this.viewer = viewer;
    }

    /**
     * Starts a question.
     *
     * @param source where figures come from
     * @return the question, against peers of the same role
     */
    public static TargetQualityQuestion of(TargetSource source) {
        return new TargetQualityQuestion(source, Peers.sameRole(), Optional.empty());
    }

    /**
     * Says who is the class that the best are of.
     *
     * @param others the rule
     * @return a new question
     */
    public TargetQualityQuestion against(Peers others) {
        return new TargetQualityQuestion(source, others, viewer);
    }

    /**
     * Says who is looking, so that nothing is told that they may not see.
     *
     * @param who the viewer
     * @return a new question
     */
    public TargetQualityQuestion as(Viewer who) {
        return new TargetQualityQuestion(source, peers, Optional.of(who));
    }

    /**
     * Looks at a target.
     *
     * @param target the target
     * @param kpi its KPI; empty if it is not in the catalogue
     * @return what is wrong with it
     */
    public TargetQuality of(Target target, Optional<Kpi> kpi) {
        kpi.ifPresent(k -> Checks.that(
                k.id().equals(target.kpi()), "kpi must be that of the target, " + target.kpi() + ": " + k.id()));
        TargetQuality.Builder answer = TargetQuality.builder()
                .subject(target.subject())
                .kpi(target.kpi())
                .span(target.period())
                .provenance(source.provenance());
        Optional<Reason> hidden =
                viewer.flatMap(v -> source.access().whyNot(v, target.subject(), target.period(), source.asOf()));
        if (kpi.isEmpty() || hidden.isPresent()) {
            Estimate none = hidden.<Estimate>map(Estimate::withheld).orElse(Estimate.undefined(Reason.NO_DATA));
            return answer.value(none)
                    .baseline(none)
                    .bestInClass(none)
                    .reachedBefore(none)
                    .flaws(hidden.isPresent() ? List.of() : List.of(TargetFlaw.UNKNOWN_KPI))
                    .build();
        }
        return new Look(target, kpi.get()).at(answer);
    }

    /** One target, with the past it is compared with. */
    private final class Look {
        private final Target target;
        private final Kpi kpi;
        private final TargetIndex index;
        private final boolean addsUp;
        private final List<Span> past = new ArrayList<>();

        Look(Target target, Kpi kpi) {
            this.target = target;
            this.kpi = kpi;
            this.index = Targets.builder()
                    .from(source.targets())
                    .targets(List.of(target))
                    .build()
                    .over(source.roster(), source.calendar(), target.period().lastDay());
            this.addsUp = AttainmentQuestion.addsUp(kpi);
            LocalDate next = source.asOf().plusDays(1);
            Span span = target.period();
            for (int i = 0; past.size() < BACK && i < 1_000 && span.start().getYear() > 1; i++) {
                span = Periods.previous(source.calendar(), span);
                if (!span.endExclusive().isAfter(next)) {
                    past.add(span);
                }
            }
        }

        TargetQuality at(TargetQuality.Builder answer) {
            Estimate value = value(index.inForce(target.subject(), kpi.id(), target.period(), addsUp)
                    .value());
            List<OptionalDouble> own = past.stream()
                    .map(span -> reached(List.of(target.subject()), span).get(0))
                    .toList();
            Estimate baseline = baseline(own);
            Estimate best = best();
            Estimate before = before(own, value);
            return answer.value(value)
                    .baseline(baseline)
                    .bestInClass(best)
                    .reachedBefore(before)
                    .flaws(flaws(value, baseline, best, before))
                    .build();
        }

        private List<TargetFlaw> flaws(Estimate value, Estimate baseline, Estimate best, Estimate before) {
            var flaws = new ArrayList<TargetFlaw>();
            if (!TargetCheck.fits(kpi, target.revisions().get(0).value())) {
                flaws.add(TargetFlaw.WRONG_UNIT);
                return flaws;
            }
            if (!baseline.isKnown()) {
                flaws.add(TargetFlaw.NO_BASELINE);
            }
            if (!target.period().endExclusive().isAfter(source.asOf().plusDays(1))) {
                flaws.add(TargetFlaw.OVER);
            }
            if (value.isKnown() && baseline.isKnown() && better(value.orThrow(), baseline.orThrow()) <= 0) {
                flaws.add(TargetFlaw.NO_IMPROVEMENT);
            }
            if (value.isKnown()
                    && best.isKnown()
                    && better(value.orThrow(), best.orThrow()) > 0
                    && before.asDouble().orElse(0) == 0) {
                flaws.add(TargetFlaw.LEAP);
            }
            return flaws;
        }

        private double better(double one, double other) {
            return kpi.direction().better(one - other);
        }

        private Estimate value(Estimate asSet) {
            return asSet instanceof Known known
                    ? known(perDay(known.value(), target.subject(), target.period()), 1, "targets", "the target")
                    : asSet;
        }

        private double perDay(double value, Subject subject, Span span) {
            double days = index.rampedDays(subject, span);
            return addsUp && days > 0 ? value / days : value;
        }

        private Estimate baseline(List<OptionalDouble> own) {
            Optional<TargetValue> given = target.baseline();
            if (given.isPresent()) {
                Span before = past.isEmpty() ? target.period() : past.get(0);
                return known(perDay(given.get().asDouble(), target.subject(), before), 1, "baselines", "as agreed");
            }
            return own.isEmpty() || own.get(0).isEmpty()
                    ? Estimate.undefined(Reason.NO_DATA)
                    : known(own.get(0).getAsDouble(), 1, "periods", "the last whole period");
        }

        private Estimate before(List<OptionalDouble> own, Estimate value) {
            double[] known = own.stream()
                    .filter(OptionalDouble::isPresent)
                    .mapToDouble(OptionalDouble::getAsDouble)
                    .toArray();
            if (known.length == 0 || !value.isKnown()) {
                return Estimate.undefined(Reason.NO_DATA);
            }
            long reached = java.util.Arrays.stream(known)
                    .filter(each -> better(each, value.orThrow()) >= 0)
                    .count();
            return known((double) reached / known.length, known.length, "periods", "periods with so much / periods");
        }

        private Estimate best() {
            if (past.isEmpty()
                    || !(target.subject() instanceof PersonId person)
                    || !source.roster().contains(person)) {
                return Estimate.undefined(Reason.TOO_FEW_PEERS);
            }
            List<PersonId> others = peers.over(source.roster(), past.get(0), source.calendar())
                    .of(person)
                    .peers();
            double[] known = others.isEmpty()
                    ? new double[0]
                    : reached(others, past.get(0)).stream()
                            .filter(OptionalDouble::isPresent)
                            .mapToDouble(OptionalDouble::getAsDouble)
                            .toArray();
            if (known.length < 2) {
                return Estimate.undefined(Reason.TOO_FEW_PEERS);
            }
            if (viewer.isPresent() && hides(others)) {
                return Estimate.withheld(Reason.GROUP_TOO_SMALL);
            }
            double at = kpi.direction() == Direction.HIGHER_IS_BETTER ? 0.75 : 0.25;
            return known(
                    QuantileMethod.DEFAULT.of(known, at).orElseThrow(),
                    known.length,
                    "peers",
                    "top quartile of the peers");
        }

        private boolean hides(List<PersonId> others) {
            var visible = new HashSet<>(source.access().visible(viewer.orElseThrow(), source.asOf()));
            long hidden =
                    others.stream().filter(person -> !visible.contains(person)).count();
            int least = Math.max(2, source.access().policy().privacy().minimumGroup());
            return hidden > 0 && hidden < 2L * least;
        }

        /** Of each, by identifier, what was reached in a period, for a day of full productivity where the KPI is added up. */
        private List<OptionalDouble> reached(Collection<? extends Subject> subjects, Span span) {
            Panel panel = source.panel(kpi, subjects, List.of(span));
            var values = new ArrayList<OptionalDouble>();
            for (Subject subject : new TreeSet<Subject>(subjects)) {
                Sample sample = panel.sample(panel.indexOf(subject), 0);
                boolean foreign = panel.currency().isPresent()
                        && !panel.currency()
                                .equals(target.revisions().get(0).value().currency());
                OptionalDouble value = foreign ? OptionalDouble.empty() : sample.asDouble();
                values.add(value.isPresent() ? OptionalDouble.of(perDay(value.getAsDouble(), subject, span)) : value);
            }
            return values;
        }

        private static Known known(double value, long n, String of, String method) {
            return Known.builder().value(value).n(n, of).method(method).build();
        }
    }

    @Override
    public String toString() {
        return "quality of a target against " + peers;
    }
}
