package io.coaching.scorecard;

import io.coaching.base.CompetencyId;
import java.math.BigDecimal;
import java.util.Optional;

/** A card with its template and what it comes to. */
record Scored(Scorecard card, ScorecardTemplate template, CardScore score) {
    static Scored of(Scorecard card, ScorecardTemplate template) {
        return new Scored(card, template, CardScore.of(card, template));
    }

    /** The score of a competency, or the overall one. */
    Optional<BigDecimal> value(Optional<CompetencyId> competency) {
        return competency.isEmpty()
                ? score.overall()
                : Optional.ofNullable(score.competencies().get(competency.get()));
    }

    String ruler(Optional<CompetencyId> competency) {
        return competency.map(template::ruler).orElseGet(template::ruler);
    }

    /** Whether it says what comes next. */
    boolean isDocumented() {
        ActionPlan plan = template.actionPlan().orElse(ActionPlan.atLeast(1));
        return card.actions().size() >= plan.minimumItems()
                && card.actions().stream()
                        .allMatch(action -> (action.owner().isPresent() || !plan.ownerRequired())
                                && (action.due().isPresent() || !plan.dueRequired()));
    }
}
