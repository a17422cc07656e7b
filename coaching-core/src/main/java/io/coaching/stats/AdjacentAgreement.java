package io.coaching.stats;

import io.coaching.base.Reason;
import io.coaching.internal.check.Checks;
import java.util.Optional;

/**
 * How well raters tell two neighbouring levels of a scale apart: agreement beyond chance among the pairs of ratings that both
 * lie on one of the two.
 *
 * <p>Definition: {@code 1 - Do / De}; Do is the share of those pairs that part, De the share that would if each of their ratings
 * fell on either level at random, {@code 2 p (1 - p)}. Each pair weighs {@code 1 / (m - 1)} in a unit with m ratings, so that a
 * rating counts the same wherever it stands. It is kappa within two categories (Fleiss 1981, Statistical Methods for Rates and
 * Proportions, ch. 13; the idea of distinguishable categories is that of Darroch and McCloud 1986,
 * doi:10.1111/j.1467-842X.1986.tb00709.x). Near 1 the anchors are clear; near 0 nobody can tell which of the two applies.
 *
 * <p>The standard error is linearised over units. Edge cases: no pair on the two levels, or all on one of them: a reason. O(n m).
 *
 * <p>Example: pairs 3-3, 3-3, 3-4, 4-4 by two raters: p = 5/8, De 0.469, Do 0.25: 0.467.
 */
public final class AdjacentAgreement {
    private AdjacentAgreement() {}

    /**
     * Of a level and the next.
     *
     * @param ratings at most one of a unit by a rater
     * @param lower the place of the lower level on the scale, from 0
     * @return the coefficient; observed and expected are shares of agreement; units are those with such a pair
     */
    public static Coefficient of(Ratings ratings, int lower) {
        Checks.inRange(lower, 0, Math.max(0, ratings.levels() - 2), "lower");
        Optional<Reason> whyNot = UnitAgreement.whyNot(ratings, false);
        String method = "kappa within two levels";
        if (whyNot.isPresent()) {
            return UnitAgreement.draft(ratings, method).undefined(whyNot.get());
        }
        ratings.requireOneRatingEach();
        int units = ratings.units();
        double[] split = new double[units];
        double[] upper = new double[units];
        double[] pairs = new double[units];
        double allSplit = 0;
        double allUpper = 0;
        double all = 0;
        int with = 0;
        int on = 0;
        for (int u = 0; u < units; u++) {
            int from = ratings.start(u);
            int m = ratings.start(u + 1) - from;
            double low = 0;
            double high = 0;
            for (int row = from; row < from + m; row++) {
                low += ratings.level(row) == lower ? 1 : 0;
                high += ratings.level(row) == lower + 1 ? 1 : 0;
            }
            double both = low + high;
            if (m > 1 && both > 1) {
                pairs[u] = both * (both - 1) / 2 / (m - 1);
                split[u] = low * high / (m - 1);
                upper[u] = high * (both - 1) / 2 / (m - 1);
                all += pairs[u];
                allSplit += split[u];
                allUpper += upper[u];
                with++;
                on += (int) both;
            }
        }
        Coefficient.Draft draft = new Coefficient.Draft(method, with, ratings.activeRaters(), on);
        if (with == 0) {
            return draft.undefined(Reason.NO_DATA);
        }
        double p = allUpper / all;
        double expected = 2 * p * (1 - p);
        double parted = allSplit / all;
        draft.chance(1 - parted, 1 - expected);
        if (!(expected > 1e-15)) {
            return draft.undefined(Reason.NO_VARIATION);
        }
        double value = 1 - parted / expected;
        if (with < 2) {
            return draft.known(value);
        }
        double squares = 0;
        for (int u = 0; u < units; u++) {
            double part = (split[u] - parted * pairs[u]) / all;
            double chance = 2 * (1 - 2 * p) * (upper[u] - p * pairs[u]) / all;
            double influence = -part / expected + parted * chance / (expected * expected);
            squares += influence * influence;
        }
        double se = Math.sqrt(squares * with / (with - 1.0));
        return draft.symmetric(value, se, with - 1.0, -1, 1, "linearised over units, t")
                .known(value);
    }
}
