package io.coaching.target;

import io.coaching.base.Estimate;
import io.coaching.base.Known;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/** The plain answer: the quota over the deal size, over one conversion after the other, from the bottom up. */
final class FunnelNeeds {
    private final PlanTerms terms;
    private final DealSize deal;
    private final PlanQuota quota;

    FunnelNeeds(PlanTerms terms, DealSize deal, PlanQuota quota) {
        this.terms = terms;
        this.deal = deal;
        this.quota = quota;
    }

    List<StageNeed> all() {
        Deque<StageNeed> needs = new ArrayDeque<>();
        int last = terms.stages().size() - 1;
        Optional<BigFraction> exact =
                quota.exact().flatMap(amount -> deal.exact().map(amount::divide));
        Estimate whyNot = quota.exact().isEmpty() ? quota.estimate() : deal.estimate();
        for (int i = last; i >= 0; i--) {
            StageNeed.Builder need = StageNeed.builder().stage(terms.stages().get(i));
            if (i < last) {
                FunnelRate rate = terms.rates().get(i);
                need.conversion(rate.estimate()).basis(rate.basis());
                if (exact.isPresent() && rate.exact().isEmpty()) {
                    whyNot = rate.whyNot();
                }
                exact = exact.flatMap(below -> rate.exact().map(below::divide));
            }
            if (exact.isEmpty()) {
                needs.addFirst(need.exact(whyNot).build());
                continue;
            }
            BigFraction figure = exact.get();
            long whole =
                    ExactFractions.ceiling(figure, "need of " + terms.stages().get(i));
            need.exact(Known.builder()
                            .value(ExactFractions.toDouble(figure))
                            .n(0, "observations")
                            .method(i == last ? "quota / deal size" : "need of the next stage / conversion")
                            .build())
                    .whole(whole);
            if (terms.rounding() == StageRounding.CEILING_OF_ROUNDED) {
                figure = new BigFraction(whole);
                exact = Optional.of(figure);
            }
            needs.addFirst(need.perWeek(perWeek(terms, figure))
                    .perDay(perDay(terms, figure))
                    .build());
        }
        return List.copyOf(needs);
    }

    static Optional<WorkPace> perWeek(PlanTerms terms, BigFraction need) {
        return terms.workingDays()
                .map(days -> pace(
                        need.multiply(terms.workDays().orElseThrow().inAWeek()).divide(days)));
    }

    static Optional<WorkPace> perDay(PlanTerms terms, BigFraction need) {
        return terms.workingDays().map(days -> pace(need.divide(days)));
    }

    private static WorkPace pace(BigFraction figure) {
        return new WorkPace(ExactFractions.toDouble(figure), ExactFractions.ceiling(figure, "pace"));
    }
}
