package io.coaching.rating;

import io.coaching.base.Estimate;
import io.coaching.base.Reason;
import io.coaching.internal.check.Checks;
import java.util.List;

/**
 * How far raters agree on one criterion, or on all of them, by several coefficients side by side.
 *
 * @param criterion which criterion
 * @param coefficients the coefficients, in a fixed order
 * @param prevailing the level that was given most often, in words
 * @param prevalence its share of all ratings, 0 to 1; 0 where nothing was rated
 */
public record CriterionAgreement(
        String criterion, List<AgreementCoefficient> coefficients, String prevailing, double prevalence) {
    /**
     * Keeps the coefficients.
     *
     * @param criterion which criterion
     * @param coefficients the coefficients
     * @param prevailing the level that was given most often
     * @param prevalence its share of all ratings
     */
    public CriterionAgreement {
        coefficients = List.copyOf(coefficients);
        prevalence = Checks.inRange(prevalence, 0, 1, "prevalence");
    }

    /**
     * A coefficient.
     *
     * @param kind which
     * @return its estimate; undefined where it was not asked for, as Cohen's kappa of more than two raters
     */
    public Estimate of(CoefficientKind kind) {
        return coefficients.stream()
                .filter(each -> each.kind() == kind)
                .map(AgreementCoefficient::estimate)
                .findFirst()
                .orElse(Estimate.undefined(Reason.NO_DATA));
    }
}
