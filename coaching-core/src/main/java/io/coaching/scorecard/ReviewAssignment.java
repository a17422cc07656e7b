package io.coaching.scorecard;

/** What came of a {@link ReviewDesign}: a plan that keeps every rule, or why there is none. */
public sealed interface ReviewAssignment permits ReviewPlan, NoReviewPlan {
    /**
     * The plan, where there must be one.
     *
     * @return the plan
     * @throws IllegalStateException if there is none: the message says which rules stand against each other
     */
    default ReviewPlan orThrow() {
        if (this instanceof ReviewPlan plan) {
            return plan;
        }
        throw new IllegalStateException(toString());
    }

    /**
     * Whether there is a plan.
     *
     * @return true for {@link ReviewPlan}
     */
    default boolean isPlan() {
        return this instanceof ReviewPlan;
    }
}
