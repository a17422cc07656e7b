package io.coaching.stats;

import io.coaching.base.Reason;
import java.util.Arrays;
import java.util.Optional;

/**
 * Gwet's AC1 and, with weights, AC2: agreement beyond chance that does not collapse where nearly all ratings are alike.
 *
 * <p>Expected agreement is {@code T / (q (q - 1)) * sum over levels of p (1 - p)}, T the sum of all weights, q the number of
 * levels, p the share of a level, each unit counting once: chance is what is left to it when some ratings are hard, so it is
 * small where one level prevails. Kappa and alpha take that prevalence itself for chance. The number of levels matters: state
 * the scale by {@link Ratings#onScale} unless each level was given at least once.
 *
 * <p>Source: Gwet 2008, doi:10.1348/000711006X126600; with weights and missing ratings Gwet 2014, Handbook of Inter-Rater
 * Reliability, 4th ed., ch. 3-5. The standard error is over subjects, whose items belong together, raters taken as given; limits by t. Edge cases: all ratings
 * alike, one rater, no overlap: a reason. O(n m + q^2).
 *
 * <p>Example: Krippendorff's 4 observers and 12 units: AC1 0.7754 with standard error 0.1430, where alpha is 0.7434.
 */
public final class GwetCoefficient {
    private GwetCoefficient() {}

    /**
     * AC1, for levels without order.
     *
     * @param ratings at most one of a unit by a rater; missing ones allowed
     * @return the coefficient
     */
    public static Coefficient ac1(Ratings ratings) {
        return of(ratings, AgreementWeights.IDENTITY, "Gwet's AC1");
    }

    /**
     * AC2, for levels with order or distance.
     *
     * @param ratings at most one of a unit by a rater; missing ones allowed
     * @param weights how much unequal ratings agree
     * @return the coefficient
     */
    public static Coefficient ac2(Ratings ratings, AgreementWeights weights) {
        return of(ratings, weights, "Gwet's AC2" + weights.suffix());
    }

    private static Coefficient of(Ratings ratings, AgreementWeights weights, String method) {
        Optional<Reason> whyNot = UnitAgreement.whyNot(ratings, true);
        if (whyNot.isPresent()) {
            return UnitAgreement.draft(ratings, method).undefined(whyNot.get());
        }
        UnitAgreement units = new UnitAgreement(ratings, weights);
        double q = units.levels();
        double factor = units.totalWeight() / (q * (q - 1));
        double[] chance = new double[units.levels()];
        Arrays.setAll(chance, k -> factor * (1 - units.share(k)));
        return units.corrected(method, chance);
    }
}
