package io.coaching.rating;

import io.coaching.base.Percent;
import io.coaching.base.Provenance;
import io.coaching.internal.check.Checks;
import io.coaching.scorecard.Relation;
import io.coaching.scorecard.ScorecardTemplate;
import io.coaching.stats.AgreementWeights;
import io.coaching.stats.Ratings;
import io.coaching.time.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far do raters agree?
 *
 * <pre>{@code
 * coaching.agreement(template).during(Span.quarter(2026, 3));
 * AgreementQuestion.ofRatings(ratings, List.of("opening", "closing"), provenance);
 * }</pre>
 *
 * <p>A subject is a person on an occasion that two or more rated, or else the person over the span; of several cards of one rater
 * on one subject the latest counts. Cards of other versions of the template are left out: they are another ruler. Unless said
 * otherwise peers and managers count, intervals are at 95 %, AC2 has ordinal weights, and a score is good enough at a reliability
 * of .8. Immutable; each word returns a new question. Linear in the ratings but for the solution of the two-way design; see
 * {@link io.coaching.stats.VarianceComponents}.
 */
public final class AgreementQuestion {
    private static final Set<Relation> OTHERS = Set.of(Relation.PEER, Relation.MANAGER);

    private final RatingSource source;
    private final ScorecardTemplate template;
    private final Set<Relation> relations;
    private final AgreementRule rule;

    private AgreementQuestion(
            RatingSource source, ScorecardTemplate template, Set<Relation> relations, AgreementRule rule) {
        this.source = source;
        this.template = template;
        this.relations = relations;
        this.rule = rule;
    }

    /**
     * A question about scorecards.
     *
     * @param source where the cards come from
     * @param template on which template
     * @return the question; say a span
     */
    public static AgreementQuestion of(RatingSource source, ScorecardTemplate template) {
        return new AgreementQuestion(source, template, OTHERS, AgreementRule.standard());
    }

    /**
     * The answer for plain ratings, for those who have their own store.
     *
     * @param ratings at most one of a subject on an item by a rater
     * @param criteria what the items are called, in their order
     * @param provenance what the ratings were made from
     * @return the answer, by the standard rule
     */
    public static Agreement ofRatings(Ratings ratings, List<String> criteria, Provenance provenance) {
        return ofRatings(ratings, criteria, AgreementRule.standard(), provenance);
    }

    /**
     * The answer for plain ratings by a rule.
     *
     * @param ratings at most one of a subject on an item by a rater
     * @param criteria what the items are called, in their order
     * @param rule the rule
     * @param provenance what the ratings were made from
     * @return the answer
     */
    public static Agreement ofRatings(
            Ratings ratings, List<String> criteria, AgreementRule rule, Provenance provenance) {
        Checks.that(
                criteria.size() >= ratings.items(),
                "criteria must name every item, of which there are " + ratings.items() + ": " + criteria);
        return new AgreementAnalysis(RatingTable.of(ratings, criteria, List.of()), rule)
                .answer("plain ratings", Optional.empty(), provenance);
    }

    /**
     * Whose cards count.
     *
     * @param first a relation of rater and ratee
     * @param more others
     * @return a new question
     */
    public AgreementQuestion by(Relation first, Relation... more) {
        var all = new TreeSet<>(List.of(more));
        all.add(first);
        return new AgreementQuestion(source, template, java.util.Collections.unmodifiableSet(all), rule);
    }

    /**
     * Another level of the intervals.
     *
     * @param level as {@code Percent.of(90)}
     * @return a new question
     */
    public AgreementQuestion at(Percent level) {
        return with(new AgreementRule(level, rule.weights(), rule.target()));
    }

    /**
     * Other weights in AC2.
     *
     * @param weights how much unequal ratings agree
     * @return a new question
     */
    public AgreementQuestion with(AgreementWeights weights) {
        return with(new AgreementRule(rule.level(), weights, rule.target()));
    }

    /**
     * Another reliability at which a score is good enough.
     *
     * @param target as {@code Percent.of(70)} for .7
     * @return a new question
     */
    public AgreementQuestion forReliability(Percent target) {
        return with(new AgreementRule(rule.level(), rule.weights(), target));
    }

    private AgreementQuestion with(AgreementRule other) {
        return new AgreementQuestion(source, template, relations, other);
    }

    /**
     * The answer.
     *
     * @param span of which days the cards are
     * @return how far raters agree
     */
    public Agreement during(Span span) {
        RatingTable table = RatingTable.of(source.scorecards(template.id()), template, span, relations);
        return new AgreementAnalysis(table, rule)
                .answer(template.id() + " v" + template.version(), Optional.of(span), source.provenance());
    }
}
