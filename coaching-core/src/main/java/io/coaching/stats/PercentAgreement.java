package io.coaching.stats;

import io.coaching.base.Reason;
import java.util.Optional;

/**
 * The share of pairs of raters who gave a unit the same rating; the mean over units with two ratings or more. Not corrected for
 * chance: with two levels, raters who toss coins reach 0.5.
 *
 * <p>Raters that all say the same agree fully; that nothing varies is no objection here. Edge cases: one rater, or no unit with
 * two ratings, gives the reason. O(n m) for m ratings of a unit.
 *
 * <p>Example: Krippendorff's 4 observers and 12 units with missing ratings: 0.8182.
 */
public final class PercentAgreement {
    private PercentAgreement() {}

    /**
     * The share of equal pairs.
     *
     * @param ratings at most one of a unit by a rater
     * @return the share, with limits over subjects
     */
    public static Coefficient of(Ratings ratings) {
        return of(ratings, AgreementWeights.IDENTITY);
    }

    /**
     * The mean weight of pairs: with weights, near misses count in part.
     *
     * @param ratings at most one of a unit by a rater
     * @param weights how much unequal ratings agree
     * @return the mean weight, with limits over subjects
     */
    public static Coefficient of(Ratings ratings, AgreementWeights weights) {
        String method = "percent agreement" + weights.suffix();
        Optional<Reason> whyNot = UnitAgreement.whyNot(ratings, false);
        return whyNot.isPresent()
                ? UnitAgreement.draft(ratings, method).undefined(whyNot.get())
                : new UnitAgreement(ratings, weights).plain(method);
    }
}
