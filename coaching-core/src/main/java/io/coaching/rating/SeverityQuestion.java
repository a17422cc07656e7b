package io.coaching.rating;

import io.coaching.base.Percent;
import io.coaching.base.PersonId;
import io.coaching.base.Provenance;
import io.coaching.internal.check.Checks;
import io.coaching.people.Viewer;
import io.coaching.scorecard.Level;
import io.coaching.scorecard.Relation;
import io.coaching.scorecard.ScorecardTemplate;
import io.coaching.stats.Ratings;
import io.coaching.time.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who rates more severely or more leniently than others, and what would scores be without it?
 *
 * <pre>{@code
 * coaching.severity(template).during(Span.year(2026));
 * }</pre>
 *
 * <p>An additive model, {@code score = subject + rater + error}, on overall scores; see {@link
 * io.coaching.stats.RaterEffects}. A subject is a person on an occasion that two or more rated, or else the person over the span;
 * of several cards of one rater on one subject the latest counts. Unless said otherwise peers and managers count, intervals are
 * at 95 %, no more than 5 % of those named are expected to be named by chance, and a tenth of the least step of the scale does
 * not matter. Immutable; each word returns a new question.
 *
 * <p>Without {@link #as(Viewer)} the answer is for trusted code; with it, it holds only raters and ratees whom the viewer may see.
 */
public final class SeverityQuestion {
    private static final double IMMATERIAL_SHARE_OF_STEP = 0.1;

    private final RatingSource source;
    private final ScorecardTemplate template;
    private final Set<Relation> relations;
    private final SeverityRule rule;
    private final Optional<Viewer> viewer;

    private SeverityQuestion(
            RatingSource source,
            ScorecardTemplate template,
            Set<Relation> relations,
            SeverityRule rule,
            Optional<Viewer> viewer) {
        this.source = source;
        this.template = template;
        this.relations = relations;
        this.rule = rule;
        this.viewer = viewer;
    }

    /**
     * A question about scorecards.
     *
     * @param source where the cards come from
     * @param template on which template
     * @return the question; say a span
     */
    public static SeverityQuestion of(RatingSource source, ScorecardTemplate template) {
        return new SeverityQuestion(
                source,
                template,
                Set.of(Relation.PEER, Relation.MANAGER),
                SeverityRule.standard(
                        IMMATERIAL_SHARE_OF_STEP * leastStep(template.scale().levels())),
                Optional.empty());
    }

    private static double leastStep(List<Level> levels) {
        double least = Double.POSITIVE_INFINITY;
        for (int k = 1; k < levels.size(); k++) {
            least = Math.min(
                    least,
                    levels.get(k).points().value() - levels.get(k - 1).points().value());
        }
        return Double.isInfinite(least) ? 0 : least;
    }

    /**
     * The answer for plain ratings, for those who have their own store. Several items are averaged for each subject and rater.
     *
     * @param ratings the ratings
     * @param raters who the raters are, by number
     * @param rule what is agreed before
     * @param provenance what the ratings were made from
     * @return the answer, without scores of ratees
     */
    public static Severities ofRatings(
            Ratings ratings, List<PersonId> raters, SeverityRule rule, Provenance provenance) {
        Checks.that(
                raters.size() >= ratings.raters(),
                "raters must name every rater, of whom there are " + ratings.raters() + ": " + raters.size());
        return new SeverityAnalysis(RatingTable.of(ratings, List.of(), raters), rule)
                .answer("plain ratings", Optional.empty(), Optional.empty(), provenance);
    }

    /**
     * Whose cards count.
     *
     * @param first a relation of rater and ratee
     * @param more others
     * @return a new question
     */
    public SeverityQuestion by(Relation first, Relation... more) {
        var all = new TreeSet<>(List.of(more));
        all.add(first);
        return new SeverityQuestion(source, template, java.util.Collections.unmodifiableSet(all), rule, viewer);
    }

    /**
     * Another level of the intervals.
     *
     * @param level as {@code Percent.of(90)}
     * @return a new question
     */
    public SeverityQuestion at(Percent level) {
        return with(new SeverityRule(level, rule.rate(), rule.immaterial()));
    }

    /**
     * Another rate of wrong names.
     *
     * @param rate the largest expected share of wrong names among those named, as {@code Percent.of(10)}
     * @return a new question
     */
    public SeverityQuestion atRate(Percent rate) {
        return with(new SeverityRule(rule.level(), rate, rule.immaterial()));
    }

    /**
     * Another size that does not matter.
     *
     * @param points of the scale, 0 or more
     * @return a new question
     */
    public SeverityQuestion beyond(double points) {
        return with(new SeverityRule(rule.level(), rule.rate(), points));
    }

    private SeverityQuestion with(SeverityRule other) {
        return new SeverityQuestion(source, template, relations, other, viewer);
    }

    /**
     * For whom the answer is.
     *
     * @param who who is looking, and as what
     * @return a new question
     */
    public SeverityQuestion as(Viewer who) {
        return new SeverityQuestion(source, template, relations, rule, Optional.of(who));
    }

    /**
     * The answer.
     *
     * @param span of which days the cards are
     * @return the severity of raters, and the scores without it
     */
    public Severities during(Span span) {
        RatingTable table = RatingTable.of(source.scorecards(), template, span, relations);
        Severities all = new SeverityAnalysis(table, rule)
                .answer(
                        template.id() + " v" + template.version(),
                        Optional.of(template.ruler()),
                        Optional.of(span),
                        source.provenance());
        return viewer.map(who -> all.visible(person ->
                        source.access().whyNot(who, person, span, source.asOf()).isEmpty()))
                .orElse(all);
    }
}
