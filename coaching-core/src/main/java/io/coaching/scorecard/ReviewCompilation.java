package io.coaching.scorecard;

import io.coaching.base.CompetencyId;
import io.coaching.base.Estimate;
import io.coaching.base.Interval;
import io.coaching.base.Known;
import io.coaching.base.Percent;
import io.coaching.base.PersonId;
import io.coaching.base.Provenance;
import io.coaching.base.Reason;
import io.coaching.base.ScorecardId;
import io.coaching.stats.Moments;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts the cards of one person together. Each rater counts once, however many cards they filled in. */
final class ReviewCompilation {
    private static final Percent LEVEL = Percent.of(95);

    /** A card that counts, with what it comes to. */
    private record Scored(Scorecard card, ScorecardTemplate template, CardScore score) {
        Optional<BigDecimal> on(Optional<CompetencyId> competency) {
            return competency.isPresent()
                    ? Optional.ofNullable(score.competencies().get(competency.get()))
                    : score.overall();
        }

        String ruler(Optional<CompetencyId> competency) {
            return competency.map(template::ruler).orElseGet(template::ruler);
        }
    }

    private final List<Scored> cards;
    private final Set<Relation> withheld;

    private ReviewCompilation(List<Scored> cards, Anonymity anonymity) {
        this.cards = cards;
        this.withheld = EnumSet.noneOf(Relation.class);
        for (Relation relation : Relation.values()) {
            long raters = cards.stream()
                    .filter(card -> card.card().relation() == relation)
                    .map(card -> card.card().rater())
                    .distinct()
                    .count();
            if (raters > 0 && !anonymity.allows(relation, (int) raters)) {
                withheld.add(relation);
            }
        }
    }

    static ReviewSummary of(
            ReviewCycle cycle,
            PersonId ratee,
            List<Scorecard> cards,
            Function<Scorecard, Optional<ScorecardTemplate>> templates,
            Provenance provenance) {
        var counted = new ArrayList<Scored>();
        var leftOut = new ArrayList<ScorecardId>();
        for (Scorecard card : cards) {
            templates
                    .apply(card)
                    .ifPresentOrElse(
                            template -> counted.add(new Scored(card, template, CardScore.of(card, template))),
                            () -> leftOut.add(card.id()));
        }
        var compilation = new ReviewCompilation(counted, cycle.anonymity());
        ReviewSummary.Builder summary = ReviewSummary.builder()
                .cycle(cycle.id())
                .ratee(ratee)
                .withheld(compilation.withheld)
                .leftOut(leftOut.stream().sorted().toList())
                .comments(compilation.comments(cycle.anonymity()))
                .failedGates(compilation.failedGates())
                .provenance(provenance);
        Set<CompetencyId> competencies = new LinkedHashSet<>();
        counted.forEach(card -> competencies.addAll(card.template().rated()));
        for (CompetencyId competency : competencies) {
            compilation.add(summary, Optional.of(competency), cycle.anonymity());
        }
        compilation.add(summary, Optional.empty(), cycle.anonymity());
        return summary.build();
    }

    private void add(ReviewSummary.Builder summary, Optional<CompetencyId> competency, Anonymity anonymity) {
        boolean hidden = false;
        Estimate self = Estimate.undefined(Reason.NO_DATA);
        for (Relation relation : Relation.values()) {
            // of an item that few answered as little is told as of a relation with few raters
            Estimate score = mean(relation::equals, competency);
            if (score instanceof Known known && !anonymity.allows(relation, (int) known.n())) {
                score = Estimate.withheld(Reason.GROUP_TOO_SMALL);
            }
            hidden |= relation.isOther()
                    && score.whyNot().filter(Reason.GROUP_TOO_SMALL::equals).isPresent();
            summary.addScore(new RelationScore(Optional.of(relation), competency, score));
            self = relation == Relation.SELF ? score : self;
        }
        Estimate others = hidden ? Estimate.withheld(Reason.PROTECTS_ANOTHER) : mean(Relation::isOther, competency);
        summary.addScore(new RelationScore(Optional.empty(), competency, others));
        if (competency.isPresent() && self instanceof Known own && others instanceof Known known) {
            summary.putSelfOtherGap(competency.get(), gap(known, own.value()));
        }
    }

    /** One's own score is what it is, without error: only the others' mean would be another with other raters. */
    private static Estimate gap(Known others, double own) {
        Known.Builder gap = Known.builder()
                .value(others.value() - own)
                .method("mean of others less own score")
                .sizes(others.sizes());
        others.ruler().ifPresent(gap::ruler);
        others.interval()
                .ifPresent(i -> gap.interval(
                        Interval.confidence(i.low() - own, i.high() - own, i.level(), "Student over raters")));
        return gap.build();
    }

    private Estimate mean(java.util.function.Predicate<Relation> relations, Optional<CompetencyId> competency) {
        Map<PersonId, List<BigDecimal>> byRater = new TreeMap<>();
        Set<String> rulers = new LinkedHashSet<>();
        for (Scored card : cards) {
            if (relations.test(card.card().relation())) {
                card.on(competency).ifPresent(points -> {
                    byRater.computeIfAbsent(card.card().rater(), rater -> new ArrayList<>())
                            .add(points);
                    rulers.add(card.ruler(competency));
                });
            }
        }
        if (byRater.isEmpty()) {
            return Estimate.undefined(Reason.NO_DATA);
        }
        if (rulers.size() > 1) {
            return Estimate.undefined(Reason.DIFFERENT_RULERS);
        }
        double[] means = byRater.values().stream()
                .mapToDouble(points ->
                        points.stream().reduce(BigDecimal.ZERO, BigDecimal::add).doubleValue() / points.size())
                .sorted()
                .toArray();
        double mean = Arrays.stream(means).sum() / means.length;
        double squares = Arrays.stream(means).map(m -> (m - mean) * (m - mean)).sum();
        Known.Builder known = Known.builder()
                .value(mean)
                .ruler(rulers.iterator().next())
                .method("mean of the raters' means")
                .n(means.length, "raters");
        if (means.length > 1 && squares > 0) {
            Moments.studentLimits(mean, Math.sqrt(squares / (means.length - 1)), means.length, LEVEL.fraction())
                    .ifPresent(
                            l -> known.interval(Interval.confidence(l.low(), l.high(), LEVEL, "Student over raters")));
        }
        return known.build();
    }

    private List<ReviewComment> comments(Anonymity anonymity) {
        return cards.stream()
                .filter(card -> !withheld.contains(card.card().relation()))
                .flatMap(card -> card.card().ratings().stream()
                        .filter(rating ->
                                rating.comment().isPresent() || rating.example().isPresent())
                        .map(rating -> new ReviewComment(
                                card.card().relation(),
                                anonymity.relations().contains(card.card().relation())
                                        ? Optional.empty()
                                        : Optional.of(card.card().rater()),
                                rating.item(),
                                rating.comment(),
                                rating.example())))
                .sorted(Comparator.comparing(ReviewComment::item)
                        .thenComparing(ReviewComment::relation)
                        .thenComparing(c -> c.comment().orElse(""))
                        .thenComparing(c -> c.example().orElse("")))
                .toList();
    }

    private Map<io.coaching.base.ItemId, Integer> failedGates() {
        return cards.stream()
                .filter(card -> !withheld.contains(card.card().relation()))
                .flatMap(card -> card.score().failedGates().stream())
                .sorted()
                .collect(Collectors.toMap(item -> item, item -> 1, Integer::sum, LinkedHashMap::new));
    }
}
