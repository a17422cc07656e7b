package io.coaching.scorecard;

import io.coaching.base.CompetencyId;
import io.coaching.base.ItemId;
import io.coaching.base.ScorecardId;
import io.coaching.internal.check.Checks;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * What one card comes to. The score of a competency is the mean of the points of its items, by their weights. The overall
 * score is the mean of its sections, by theirs, and each section the mean of its items. Weights are shared out among what
 * was answered: what is not applicable or was left out weighs nothing, and is no zero. So an item that does not apply
 * leaves its weight to its own section.
 *
 * <p>What cannot be used counts as not answered: points off the scale, an unknown item, "not applicable" where that is no
 * answer, and an item that was answered twice, for nobody knows which answer is meant.
 *
 * <p>Points are added as whole numbers of halves; a score is rounded once, half to even, to six decimals.
 *
 * <p>Example: weights 2, 1, 1 and answers 4, "not applicable", 3 come to (2 x 4 + 1 x 3) / 3 = 3.666667.
 */
@Value.Immutable
public abstract sealed class CardScore permits ImmutableCardScore {
    CardScore() {}

    /**
     * Starts a score.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns what a card comes to. Its cost is linear in items and ratings.
     *
     * @param card the card
     * @param template its template
     * @return the score
     * @throws IllegalArgumentException if the card is on another template or version
     */
    public static CardScore of(Scorecard card, ScorecardTemplate template) {
        Checks.that(
                card.template().equals(template.id()) && card.version() == template.version(),
                "template must be that of the card, " + card.template() + " v" + card.version() + ": " + template);
        Builder score = builder().card(card.id()).ruler(template.ruler());
        Map<ItemId, ItemRating> answers = answers(card);
        var sections = new ArrayList<Fraction.Weighted>();
        Map<CompetencyId, Fraction> competencies = new HashMap<>();
        int required = 0;
        int given = 0;
        for (Section section : template.sections()) {
            Fraction sum = Fraction.NONE;
            for (Item item : section.items()) {
                ItemRating rating = answers.get(item.id());
                boolean applies = rating == null || !(rating.notApplicable() && item.notApplicableAllowed());
                Optional<Points> points = rating == null ? Optional.empty() : rating.on(template.scale());
                if (!applies) {
                    score.addNotApplicable(item.id());
                } else if (points.isEmpty()) {
                    score.addUnanswered(item.id());
                } else {
                    sum = sum.plus(points.get(), item.weight());
                    competencies.merge(
                            item.competency(), Fraction.NONE.plus(points.get(), item.weight()), CardScore::sum);
                    score.putItem(item.id(), points.get());
                    item.gate()
                            .filter(gate -> points.get().compareTo(gate) < 0)
                            .ifPresent(gate -> score.addFailedGate(item.id()));
                }
                if (item.requirement() == Requirement.REQUIRED) {
                    required++;
                    given += !applies || points.isPresent() ? 1 : 0;
                }
            }
            sections.add(sum.weighted(section.weight()));
        }
        for (CompetencyId id : template.rated()) {
            Fraction mean = competencies.get(id);
            if (mean != null) {
                score.putCompetency(id, mean.value());
            }
        }
        Fraction overall = Fraction.of(sections);
        return score.overall(overall.isEmpty() ? Optional.empty() : Optional.of(overall.value()))
                .required(required)
                .requiredAnswered(given)
                .build();
    }

    private static Fraction sum(Fraction a, Fraction b) {
        return new Fraction(a.above().add(b.above()), a.below().add(b.below()));
    }

    /** The answers that can be meant: one an item. */
    private static Map<ItemId, ItemRating> answers(Scorecard card) {
        Map<ItemId, List<ItemRating>> byItem = new HashMap<>();
        card.ratings()
                .forEach(r -> byItem.computeIfAbsent(r.item(), id -> new ArrayList<>())
                        .add(r));
        Map<ItemId, ItemRating> answers = new HashMap<>();
        byItem.forEach((item, ratings) -> {
            if (ratings.size() == 1 && ratings.get(0).answers() == 1) {
                answers.put(item, ratings.get(0));
            }
        });
        return answers;
    }

    /**
     * Which card.
     *
     * @return the card
     */
    public abstract ScorecardId card();

    /**
     * With which ruler the overall score was measured.
     *
     * @return the ruler of the template
     */
    public abstract String ruler();

    /**
     * The overall score in points.
     *
     * @return the score; absent if nothing was answered
     */
    public abstract Optional<BigDecimal> overall();

    /**
     * The score of each competency in points.
     *
     * @return the scores, in the order of the template; a competency without an answer has none
     */
    public abstract Map<CompetencyId, BigDecimal> competencies();

    /**
     * The points of each item.
     *
     * @return the points, in the order of the template; an item without an answer has none
     */
    public abstract Map<ItemId, Points> items();

    /**
     * The items that did not apply.
     *
     * @return the items, in the order of the template
     */
    public abstract Set<ItemId> notApplicable();

    /**
     * The items without a usable answer.
     *
     * @return the items, in the order of the template
     */
    public abstract Set<ItemId> unanswered();

    /**
     * The gates that were not passed. They flag the card, and leave its score as it is.
     *
     * @return the items, in the order of the template
     */
    public abstract Set<ItemId> failedGates();

    /**
     * How many items are required.
     *
     * @return their number
     */
    public abstract int required();

    /**
     * How many of the required items were answered; "not applicable" is an answer.
     *
     * @return their number
     */
    public abstract int requiredAnswered();

    /**
     * Whether every required item was answered.
     *
     * @return true if so
     */
    public boolean isComplete() {
        return requiredAnswered() == required();
    }

    @Override
    public String toString() {
        return overall()
                        .map(score -> score.stripTrailingZeros().toPlainString() + " points")
                        .orElse("no answer")
                + ", " + requiredAnswered() + " of " + required() + " required items"
                + (failedGates().isEmpty() ? "" : ", gates failed: " + failedGates());
    }

    /** Builds a {@link CardScore}. */
    public static final class Builder extends ImmutableCardScore.Builder {
        Builder() {}
    }
}
