package io.coaching.stats;

import io.coaching.base.Reason;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Fleiss' kappa: agreement of many raters on levels without order, beyond what the shares of the levels would bring by chance.
 * Raters need not be the same for each unit.
 *
 * <p>Definition: {@code (P - Pe) / (1 - Pe)}, P the mean over units of the share of equal pairs, Pe the sum of the squared shares
 * of the levels (Fleiss 1971, doi:10.1037/h0031619). With two raters it is Scott's pi. Units may have different numbers of
 * ratings; those with one help to know the shares only (Gwet 2014). The limits rest on the standard error over subjects; {@link
 * #nullStandardError} is for the test that there is no agreement at all, and for nothing else.
 *
 * <p>Where one level prevails kappa is low however well raters agree: read it beside percent agreement and {@link
 * GwetCoefficient}. Edge cases: all ratings alike, one rater, no overlap: a reason. O(n m).
 *
 * <p>Example: Fleiss' 30 patients, 6 psychiatrists, 5 diagnoses: 0.4302, z 17.65.
 */
public final class FleissKappa {
    private final Ratings ratings;
    private final Coefficient coefficient;

    private FleissKappa(Ratings ratings, Coefficient coefficient) {
        this.ratings = ratings;
        this.coefficient = coefficient;
    }

    /**
     * Computes it.
     *
     * @param ratings at most one of a unit by a rater
     * @return kappa, over all levels and by level
     */
    public static FleissKappa of(Ratings ratings) {
        String method = "Fleiss' kappa";
        Optional<Reason> whyNot = UnitAgreement.whyNot(ratings, true);
        if (whyNot.isPresent()) {
            return new FleissKappa(ratings, UnitAgreement.draft(ratings, method).undefined(whyNot.get()));
        }
        UnitAgreement units = new UnitAgreement(ratings, AgreementWeights.IDENTITY);
        return new FleissKappa(ratings, units.corrected(method, units.byChance()));
    }

    /**
     * Kappa over all levels.
     *
     * @return the coefficient
     */
    public Coefficient coefficient() {
        return coefficient;
    }

    /**
     * Kappa of one level against all others.
     *
     * @param level its place on the scale, from 0
     * @return the coefficient; undefined where the level was never given, or always
     */
    public Coefficient ofLevel(int level) {
        int n = ratings.size();
        int[] subjects = new int[n];
        int[] raters = new int[n];
        int[] values = new int[n];
        int row = 0;
        for (int u = 0; u < ratings.units(); u++) {
            for (; row < ratings.start(u + 1); row++) {
                subjects[row] = u;
                raters[row] = ratings.rater(row);
                values[row] = ratings.level(row) == level ? 1 : 0;
            }
        }
        return of(Ratings.of(subjects, raters, values)).coefficient;
    }

    /**
     * The standard error if there were no agreement but by chance (Fleiss, Nee and Landis 1979, doi:10.1037/0033-2909.86.5.974).
     *
     * @return the standard error; empty where kappa is undefined or units differ in the number of ratings
     */
    public OptionalDouble nullStandardError() {
        int n = ratings.units();
        if (coefficient.value().isEmpty()) {
            return OptionalDouble.empty();
        }
        double m = ratings.start(1);
        double[] counts = new double[ratings.levels()];
        for (int u = 0; u < n; u++) {
            if (ratings.start(u + 1) - ratings.start(u) != m) {
                return OptionalDouble.empty();
            }
        }
        for (int row = 0; row < ratings.size(); row++) {
            counts[ratings.level(row)]++;
        }
        double first = 0;
        double second = 0;
        for (double count : counts) {
            double p = count / ratings.size();
            double q = 1 - p;
            first += p * q;
            second += p * q * (q - p);
        }
        return OptionalDouble.of(Math.sqrt(2 * (first * first - second)) / (first * Math.sqrt(n * m * (m - 1))));
    }

    @Override
    public String toString() {
        return coefficient.toString();
    }
}
