package io.coaching.stats;

import io.coaching.base.Reason;
import io.coaching.internal.check.Checks;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cohen's kappa of two raters, plain or weighted: agreement beyond what the two raters' own habits would bring by chance.
 *
 * <p>Definition: {@code (po - pe) / (1 - pe)}, po the (weighted) share of agreement, pe what independent raters with these shares
 * of levels would reach (Cohen 1960, doi:10.1177/001316446002000104; weighted 1968, doi:10.1037/h0026256). The standard error is
 * the large-sample one of Fleiss, Cohen and Everitt 1969 (doi:10.1037/h0028106); limits are normal.
 *
 * <p>Only units that both rated count. Where both raters gave one and the same level throughout there is no kappa, though they
 * agree fully. O(n + q^2).
 *
 * <p>Example: both yes 20, both no 15, split 5 and 10: po 0.7, pe 0.5, kappa 0.4.
 */
public final class CohenKappa {
    private CohenKappa() {}

    /**
     * Of the two raters there are.
     *
     * @param ratings by two raters, at most one of a unit by each
     * @param weights how much unequal ratings agree
     * @return the coefficient
     * @throws IllegalArgumentException if there are more than two raters
     */
    public static Coefficient of(Ratings ratings, AgreementWeights weights) {
        int[] active = java.util.stream.IntStream.range(0, ratings.raters())
                .filter(r -> ratings.ratingsByRater()[r] > 0)
                .toArray();
        Checks.that(
                active.length <= 2,
                "ratings must be by two raters: there are " + active.length,
                "name the two, or ask Fleiss' kappa or Krippendorff's alpha, which take many");
        if (active.length < 2) {
            return UnitAgreement.draft(ratings, method(weights))
                    .undefined(ratings.size() == 0 ? Reason.NO_DATA : Reason.ONE_RATER);
        }
        return of(ratings, active[0], active[1], weights);
    }

    /**
     * Of two among many raters.
     *
     * @param ratings at most one of a unit by each
     * @param first a rater
     * @param second another
     * @param weights how much unequal ratings agree
     * @return the coefficient
     */
    public static Coefficient of(Ratings ratings, int first, int second, AgreementWeights weights) {
        ratings.requireOneRatingEach();
        Checks.that(first != second, "first and second must be two raters: both are " + first);
        long[][] table = new long[ratings.levels()][ratings.levels()];
        for (int u = 0; u < ratings.units(); u++) {
            int one = -1;
            int other = -1;
            for (int row = ratings.start(u); row < ratings.start(u + 1); row++) {
                one = ratings.rater(row) == first ? ratings.level(row) : one;
                other = ratings.rater(row) == second ? ratings.level(row) : other;
            }
            if (one >= 0 && other >= 0) {
                table[one][other]++;
            }
        }
        return ofTable(table, ratings.scale(), weights);
    }

    /**
     * Of a table of counts on a scale with equal steps.
     *
     * @param table square: how many units the first rater gave the level of the row and the second that of the column
     * @param weights how much unequal ratings agree
     * @return the coefficient
     */
    public static Coefficient ofTable(long[][] table, AgreementWeights weights) {
        double[] scale = new double[table.length];
        Arrays.setAll(scale, k -> k);
        return ofTable(table, scale, weights);
    }

    private static Coefficient ofTable(long[][] table, double[] scale, AgreementWeights weights) {
        int q = table.length;
        long total = 0;
        for (int k = 0; k < q; k++) {
            Checks.sameLength(table[k].length, "table[" + k + "]", q, "table");
            for (int l = 0; l < q; l++) {
                total += Checks.atLeast(table[k][l], 0, "table[" + k + "][" + l + "]");
            }
        }
        Coefficient.Draft draft =
                new Coefficient.Draft(method(weights), Math.toIntExact(total), 2, Math.toIntExact(2 * total));
        if (total == 0) {
            return draft.undefined(Reason.NO_OVERLAP);
        }
        double n = total;
        double[] rows = new double[q];
        double[] columns = new double[q];
        for (int k = 0; k < q; k++) {
            for (int l = 0; l < q; l++) {
                rows[k] += table[k][l] / n;
                columns[l] += table[k][l] / n;
            }
        }
        Optional<Integer> only = onlyLevel(table, total);
        if (only.isPresent()) {
            return draft.chance(1, 1).undefined(Reason.NO_VARIATION);
        }
        double[] rowMean = new double[q];
        double[] columnMean = new double[q];
        double observed = 0;
        double expected = 0;
        for (int k = 0; k < q; k++) {
            for (int l = 0; l < q; l++) {
                double w = k == l ? 1 : weights.of(scale, k, l);
                rowMean[k] += w * columns[l];
                columnMean[l] += w * rows[k];
                observed += w * table[k][l] / n;
                expected += w * rows[k] * columns[l];
            }
        }
        double value = (observed - expected) / (1 - expected);
        double sum = 0;
        for (int k = 0; k < q; k++) {
            for (int l = 0; l < q; l++) {
                double w = k == l ? 1 : weights.of(scale, k, l);
                double off = w - (rowMean[k] + columnMean[l]) * (1 - value);
                sum += table[k][l] / n * off * off;
            }
        }
        double centre = value - expected * (1 - value);
        double se = Math.sqrt(Math.max(0, sum - centre * centre) / n) / (1 - expected);
        return draft.chance(observed, expected)
                .symmetric(value, se, Double.POSITIVE_INFINITY, -1, 1, "large-sample, normal")
                .known(value);
    }

    /** The level that is the only one given. */
    private static Optional<Integer> onlyLevel(long[][] table, long total) {
        for (int k = 0; k < table.length; k++) {
            if (table[k][k] == total) {
                return Optional.of(k);
            }
        }
        return Optional.empty();
    }

    private static String method(AgreementWeights weights) {
        return "Cohen's kappa" + weights.suffix();
    }
}
