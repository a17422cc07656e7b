package io.coaching.rating;

import io.coaching.base.Estimate;
import io.coaching.base.Interval;
import io.coaching.base.IntervalKind;
import io.coaching.base.Known;
import io.coaching.base.PersonId;
import io.coaching.base.Provenance;
import io.coaching.base.Reason;
import io.coaching.stats.Limits;
import io.coaching.stats.Multiplicity;
import io.coaching.stats.RaterEffects;
import io.coaching.stats.Ratings;
import io.coaching.stats.VarianceComponents;
import io.coaching.time.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Computes {@link Severities}. */
final class SeverityAnalysis {
    private final RatingTable table;
    private final SeverityRule rule;
    private final RaterEffects fixed;
    private final RaterEffects shrunken;

    SeverityAnalysis(RatingTable table, SeverityRule rule) {
        this.table = table;
        this.rule = rule;
        this.fixed = RaterEffects.fixed(table.scores);
        this.shrunken = RaterEffects.shrunken(table.scores);
    }

    Severities answer(String what, Optional<String> ruler, Optional<Span> span, Provenance provenance) {
        VarianceComponents components = VarianceComponents.crossed(table.scores);
        return Severities.builder()
                .what(what)
                .ruler(ruler)
                .span(span)
                .rule(rule)
                .provenance(provenance)
                .scorecards(table.scores.size())
                .groups(fixed.connections().components())
                .raters(raters())
                .scores(scores())
                .leftOut(table.leftOut)
                .raterDeviation(deviation(components, components.rater()))
                .residualDeviation(deviation(components, components.residual()))
                .hidden(0)
                .build();
    }

    private Estimate deviation(VarianceComponents components, OptionalDouble variance) {
        return variance.isEmpty()
                ? Estimate.undefined(components.whyNot().orElse(Reason.NO_DATA))
                : Known.builder()
                        .value(Math.sqrt(variance.getAsDouble()))
                        .n(components.raters(), "raters")
                        .n(components.ratings(), "scorecards")
                        .method("variance components, Henderson's method III")
                        .build();
    }

    private List<RaterSeverity> raters() {
        int[] counts = table.scores.ratingsByRater();
        var active = new ArrayList<Integer>();
        for (int r = 0; r < counts.length; r++) {
            if (counts[r] > 0) {
                active.add(r);
            }
        }
        int[] tested = active.stream()
                .mapToInt(r -> r)
                .filter(r -> fixed.pValue(r, rule.immaterial()).isPresent())
                .toArray();
        double[] p = new double[tested.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = fixed.pValue(tested[i], rule.immaterial()).orElse(1);
        }
        double[] adjusted = Multiplicity.BENJAMINI_HOCHBERG.adjust(p);
        Leniency[] decided = new Leniency[counts.length];
        for (int i = 0; i < p.length; i++) {
            boolean flagged = adjusted[i] <= rule.rate().fraction();
            boolean lenient = fixed.effect(tested[i]).orElse(0) > 0;
            decided[tested[i]] = flagged ? (lenient ? Leniency.LENIENT : Leniency.SEVERE) : Leniency.UNDECIDED;
        }
        var raters = new ArrayList<RaterSeverity>();
        for (int r : active) {
            raters.add(RaterSeverity.builder()
                    .rater(table.raters.get(r))
                    .effect(estimate(fixed, r, IntervalKind.CONFIDENCE))
                    .shrunken(estimate(shrunken, r, IntervalKind.CREDIBLE))
                    .scorecards(counts[r])
                    .group(1 + fixed.connections().ofRater(r))
                    .leniency(decided[r] == null ? Leniency.UNKNOWN : decided[r])
                    .build());
        }
        return raters;
    }

    private Estimate estimate(RaterEffects effects, int rater, IntervalKind kind) {
        OptionalDouble effect = effects.effect(rater);
        if (effect.isEmpty()) {
            return Estimate.undefined(effects.whyNot(rater).orElse(Reason.NO_DATA));
        }
        Known.Builder known = Known.builder()
                .value(effect.getAsDouble())
                .n(effects.ratings(rater), "scorecards")
                .method(
                        kind == IntervalKind.CONFIDENCE
                                ? "additive model, least squares"
                                : "additive model, best linear unbiased prediction");
        Optional<Limits> limits = effects.limits(rater, rule.level().fraction());
        limits.ifPresent(l -> known.interval(new Interval(
                l.low(),
                l.high(),
                rule.level(),
                kind,
                kind == IntervalKind.CONFIDENCE ? "t" : "prediction error variance, normal")));
        return known.build();
    }

    // ---- scores

    private static final class Sum {
        int n;
        double raw;
        double adjusted;
    }

    private List<AdjustedScore> scores() {
        Ratings scores = table.scores;
        var sums = new TreeMap<PersonId, Sum>();
        for (int unit = 0; unit < scores.units() && !table.ratees.isEmpty(); unit++) {
            Sum sum = sums.computeIfAbsent(table.ratees.get(scores.subjectOf(unit)), key -> new Sum());
            for (Ratings.Rating rating : scores.ratingsOf(unit)) {
                sum.n++;
                sum.raw += rating.score();
                sum.adjusted += rating.score() - shrunken.effect(rating.rater()).orElse(0);
            }
        }
        var rows = new ArrayList<AdjustedScore>();
        for (Map.Entry<PersonId, Sum> each : sums.entrySet()) {
            Sum sum = each.getValue();
            rows.add(new AdjustedScore(
                    each.getKey(),
                    mean(sum.raw, sum.n, "mean of scorecards"),
                    mean(sum.adjusted, sum.n, "mean of scorecards less the raters' shrunken effects")));
        }
        return rows;
    }

    private static Estimate mean(double sum, int n, String method) {
        return Known.builder().value(sum / n).n(n, "scorecards").method(method).build();
    }
}
