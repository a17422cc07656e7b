package io.coaching.rating;

import io.coaching.base.Estimate;
import io.coaching.base.Known;
import io.coaching.base.Provenance;
import io.coaching.base.Reason;
import io.coaching.stats.AdjacentAgreement;
import io.coaching.stats.AgreementWeights;
import io.coaching.stats.Coefficient;
import io.coaching.stats.CohenKappa;
import io.coaching.stats.DecisionStudy;
import io.coaching.stats.FleissKappa;
import io.coaching.stats.GwetCoefficient;
import io.coaching.stats.IntraclassCorrelation;
import io.coaching.stats.IntraclassForm;
import io.coaching.stats.KendallW;
import io.coaching.stats.KrippendorffAlpha;
import io.coaching.stats.MeasurementLevel;
import io.coaching.stats.Multiplicity;
import io.coaching.stats.PercentAgreement;
import io.coaching.stats.Ratings;
import io.coaching.stats.VarianceComponents;
import io.coaching.time.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Computes an {@link Agreement}. */
final class AgreementAnalysis {
    /** From this share of one level on, chance-corrected coefficients may be about prevalence alone. */
    private static final double PREVALENT = 0.75;
    /** And only if AC2 sees so much more agreement than alpha. */
    private static final double PARADOX = 0.1;

    private static final double RELIABLE = 0.8;
    private static final double TENTATIVE = 0.667;
    private static final double FALSE_ANCHORS = 0.05;
    static final String ALL = "all criteria";

    private final RatingTable table;
    private final AgreementRule rule;

    AgreementAnalysis(RatingTable table, AgreementRule rule) {
        this.table = table;
        this.rule = rule;
    }

    Agreement answer(String what, Optional<Span> span, Provenance provenance) {
        CriterionAgreement whole = criterion(ALL, table.items);
        Agreement.Builder answer = Agreement.builder()
                .what(what)
                .span(span)
                .rule(rule)
                .provenance(provenance)
                .subjects(table.scores.units())
                .shared(table.scores.sharedUnits())
                .raters(table.scores.activeRaters())
                .scorecards(table.scores.size())
                .leftOut(table.leftOut)
                .whole(whole);
        if (table.items.items() > 1) {
            for (int i = 0; i < table.items.items(); i++) {
                answer.addCriteria(criterion(table.criteria.get(i), table.items.ofItem(i)));
            }
        }
        answer.anchors(anchors());
        scores(answer);
        decide(answer, whole);
        return answer.build();
    }

    private CriterionAgreement criterion(String name, Ratings ratings) {
        var rows = new ArrayList<AgreementCoefficient>();
        add(rows, CoefficientKind.PERCENT_AGREEMENT, PercentAgreement.of(ratings));
        add(rows, CoefficientKind.KRIPPENDORFF_ALPHA, KrippendorffAlpha.of(ratings, MeasurementLevel.ORDINAL));
        add(rows, CoefficientKind.AC2, GwetCoefficient.ac2(ratings, rule.weights()));
        add(rows, CoefficientKind.AC1, GwetCoefficient.ac1(ratings));
        add(rows, CoefficientKind.FLEISS_KAPPA, FleissKappa.of(ratings).coefficient());
        if (ratings.activeRaters() == 2) {
            add(rows, CoefficientKind.COHEN_KAPPA, CohenKappa.of(ratings, AgreementWeights.IDENTITY));
            add(rows, CoefficientKind.WEIGHTED_KAPPA, CohenKappa.of(ratings, AgreementWeights.QUADRATIC));
        }
        add(rows, CoefficientKind.KENDALL_W, KendallW.of(ratings).coefficient());
        int[] counts = ratings.countsByLevel();
        int most = 0;
        for (int k = 0; k < counts.length; k++) {
            most = counts[k] > counts[most] ? k : most;
        }
        return ratings.size() == 0
                ? new CriterionAgreement(name, rows, "nothing", 0)
                : new CriterionAgreement(name, rows, table.levels.get(most), counts[most] / (double) ratings.size());
    }

    private void add(List<AgreementCoefficient> rows, CoefficientKind kind, Coefficient coefficient) {
        rows.add(new AgreementCoefficient(kind, coefficient.estimate(rule.level())));
    }

    // ---- scores

    private void scores(Agreement.Builder answer) {
        VarianceComponents components = VarianceComponents.crossed(table.scores);
        var rows = new ArrayList<AgreementCoefficient>();
        add(rows, CoefficientKind.ICC_AGREEMENT_SINGLE, of(components, IntraclassForm.AGREEMENT_SINGLE));
        add(rows, CoefficientKind.ICC_AGREEMENT_AVERAGE, of(components, IntraclassForm.AGREEMENT_AVERAGE));
        add(rows, CoefficientKind.ICC_CONSISTENCY_SINGLE, of(components, IntraclassForm.CONSISTENCY_SINGLE));
        add(rows, CoefficientKind.ICC_CONSISTENCY_AVERAGE, of(components, IntraclassForm.CONSISTENCY_AVERAGE));
        Optional<DecisionStudy> study = DecisionStudy.of(components);
        double target = rule.target().fraction();
        answer.scores(rows)
                .ratersNeeded(needed(components, study, rows.get(0), one -> one.ratersFor(target)))
                .ratersNeededAdjusted(needed(components, study, rows.get(2), one -> one.ratersForAdjusted(target)));
    }

    private static Coefficient of(VarianceComponents components, IntraclassForm form) {
        return IntraclassCorrelation.of(components, form);
    }

    /** How many raters, between as many as the limits of the reliability of one ask for. */
    private Estimate needed(
            VarianceComponents components,
            Optional<DecisionStudy> study,
            AgreementCoefficient single,
            Function<DecisionStudy, OptionalInt> ask) {
        if (study.isEmpty()) {
            return Estimate.undefined(components.whyNot().orElse(Reason.NO_DATA));
        }
        OptionalInt raters = ask.apply(study.get());
        if (raters.isEmpty()) {
            return Estimate.undefined(Reason.NO_VARIATION);
        }
        Known.Builder known = Known.builder()
                .value(raters.getAsInt())
                .n(components.ratings(), "scorecards")
                .method("decision study from variance components");
        if (single.estimate() instanceof Known icc && icc.interval().isPresent()) {
            OptionalInt few = DecisionStudy.needed(
                    icc.interval().get().high(), rule.target().fraction());
            OptionalInt many = DecisionStudy.needed(
                    icc.interval().get().low(), rule.target().fraction());
            if (few.isPresent() && many.isPresent()) {
                known.interval(io.coaching.base.Interval.confidence(
                        Math.min(few.getAsInt(), raters.getAsInt()),
                        Math.max(many.getAsInt(), raters.getAsInt()),
                        rule.level(),
                        "limits of " + single.kind().label()));
            }
        }
        return known.build();
    }

    // ---- anchors

    private record Anchor(int item, int lower, Coefficient coefficient) {
        double parted() {
            return 1 - coefficient.observed().orElse(1);
        }

        double chance() {
            return 1 - coefficient.expected().orElse(1);
        }
    }

    private List<AnchorAgreement> anchors() {
        var anchors = new ArrayList<Anchor>();
        double parted = 0;
        double chance = 0;
        for (int i = 0; i < table.items.items(); i++) {
            Ratings ratings = table.items.ofItem(i);
            for (int k = 0; k + 1 < table.levels.size(); k++) {
                Anchor anchor = new Anchor(i, k, AdjacentAgreement.of(ratings, k));
                if (anchor.coefficient().value().isPresent()) {
                    anchors.add(anchor);
                    parted += anchor.coefficient().units() * anchor.parted();
                    chance += anchor.coefficient().units() * anchor.chance();
                }
            }
        }
        double[] p = new double[anchors.size()];
        for (int a = 0; a < p.length; a++) {
            p[a] = below(anchors.get(a), parted, chance);
        }
        double[] adjusted = Multiplicity.BENJAMINI_HOCHBERG.adjust(p);
        var rows = new ArrayList<AnchorAgreement>();
        for (int a = 0; a < p.length; a++) {
            rows.add(row(anchors.get(a), adjusted[a] <= FALSE_ANCHORS));
        }
        return rows;
    }

    /** The probability that an anchor as clear as the others looks so unclear. */
    private static double below(Anchor anchor, double parted, double chance) {
        int n = anchor.coefficient().units();
        double se = anchor.coefficient().standardError().orElse(0);
        double others = chance - n * anchor.chance();
        if (!(se > 0) || !(others > 1e-9)) {
            return 1;
        }
        double typical = 1 - (parted - n * anchor.parted()) / others;
        return NormalDistribution.of(0, 1)
                .cumulativeProbability((anchor.coefficient().value().orElseThrow() - typical) / se);
    }

    private AnchorAgreement row(Anchor anchor, boolean standsOut) {
        return new AnchorAgreement(
                table.criteria.get(anchor.item()),
                table.levels.get(anchor.lower()),
                table.levels.get(anchor.lower() + 1),
                share(anchor, anchor.parted(), "share of pairs on the two levels that part"),
                share(anchor, anchor.chance(), "2 p (1 - p)"),
                anchor.coefficient().estimate(rule.level()),
                standsOut);
    }

    private static Estimate share(Anchor anchor, double value, String method) {
        return Known.builder()
                .value(value)
                .n(anchor.coefficient().units(), "units")
                .method(method)
                .build();
    }

    // ---- the decision

    private static void decide(Agreement.Builder answer, CriterionAgreement whole) {
        Estimate alpha = whole.of(CoefficientKind.KRIPPENDORFF_ALPHA);
        Estimate ac = whole.of(CoefficientKind.AC2);
        if (!alpha.isKnown()) {
            answer.trusted(CoefficientKind.PERCENT_AGREEMENT)
                    .prevalenceMisleads(false)
                    .verdict(AgreementVerdict.NONE);
            return;
        }
        boolean misleads = ac.isKnown() && whole.prevalence() >= PREVALENT && ac.orThrow() - alpha.orThrow() >= PARADOX;
        answer.prevalenceMisleads(misleads)
                .trusted(misleads ? CoefficientKind.AC2 : CoefficientKind.KRIPPENDORFF_ALPHA)
                .verdict(verdict(misleads ? ac : alpha));
    }

    private static AgreementVerdict verdict(Estimate estimate) {
        if (!(estimate instanceof Known known) || known.interval().isEmpty()) {
            return AgreementVerdict.UNSURE;
        }
        double low = known.interval().get().low();
        double high = known.interval().get().high();
        if (low >= RELIABLE) {
            return AgreementVerdict.RELIABLE;
        }
        if (low >= TENTATIVE) {
            return AgreementVerdict.TENTATIVE;
        }
        return high < TENTATIVE ? AgreementVerdict.UNRELIABLE : AgreementVerdict.UNSURE;
    }
}
