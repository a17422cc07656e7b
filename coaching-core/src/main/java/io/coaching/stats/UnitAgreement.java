package io.coaching.stats;

import io.coaching.base.Reason;
import java.util.Arrays;
import java.util.Optional;

/**
 * What percent agreement, Fleiss' kappa and Gwet's coefficients have in common: the pairwise agreement within each unit, the
 * share of each level, and the standard error over subjects, whose items belong together (Gwet 2008, doi:10.1348/000711006X126600, with missing ratings as in
 * Gwet 2014, Handbook of Inter-Rater Reliability, ch. 2 and 5).
 */
final class UnitAgreement {
    private final Ratings ratings;
    private final AgreementWeights weights;
    private final double[] scale;
    private final int pairable;
    private final double[] within;
    private final double[] share;

    UnitAgreement(Ratings ratings, AgreementWeights weights) {
        ratings.requireOneRatingEach();
        this.ratings = ratings;
        this.weights = weights;
        this.scale = ratings.scale();
        int units = ratings.units();
        this.within = new double[units];
        this.share = new double[scale.length];
        int paired = 0;
        for (int u = 0; u < units; u++) {
            int from = ratings.start(u);
            int n = ratings.start(u + 1) - from;
            double agree = 0;
            for (int a = from; a < from + n; a++) {
                share[ratings.level(a)] += 1.0 / n;
                for (int b = from; b < a; b++) {
                    agree += weight(ratings.level(a), ratings.level(b));
                }
            }
            within[u] = n > 1 ? 2 * agree / ((double) n * (n - 1)) : Double.NaN;
            paired += n > 1 ? 1 : 0;
        }
        this.pairable = paired;
        for (int k = 0; k < share.length; k++) {
            share[k] /= units;
        }
    }

    private double weight(int k, int l) {
        return k == l ? 1 : weights.of(scale, k, l);
    }

    /** Why nothing can be said of agreement; with {@code chance}, also where nothing varies. */
    static Optional<Reason> whyNot(Ratings ratings, boolean chance) {
        if (ratings.size() == 0) {
            return Optional.of(Reason.NO_DATA);
        }
        if (ratings.activeRaters() < 2) {
            return Optional.of(Reason.ONE_RATER);
        }
        if (ratings.sharedUnits() == 0) {
            return Optional.of(Reason.NO_OVERLAP);
        }
        return chance && !ratings.varies() ? Optional.of(Reason.NO_VARIATION) : Optional.empty();
    }

    /** The share of a level: each unit counts once, whatever the number of its raters. */
    double share(int level) {
        return share[level];
    }

    int levels() {
        return scale.length;
    }

    /** The weight that level {@code k} agrees with by chance: {@code sum over l of w(k, l) share(l)}. */
    double[] byChance() {
        double[] chance = new double[scale.length];
        for (int k = 0; k < chance.length; k++) {
            for (int l = 0; l < chance.length; l++) {
                chance[k] += weight(k, l) * share[l];
            }
        }
        return chance;
    }

    /** The sum of all weights. */
    double totalWeight() {
        double sum = 0;
        for (int k = 0; k < scale.length; k++) {
            for (int l = 0; l < scale.length; l++) {
                sum += weight(k, l);
            }
        }
        return sum;
    }

    double observed() {
        return Arrays.stream(within).filter(a -> !Double.isNaN(a)).sum() / pairable;
    }

    /** The mean agreement of pairs, not corrected. */
    Coefficient plain(String method) {
        int n = ratings.units();
        double observed = observed();
        double[] off = new double[n];
        for (int u = 0; u < n; u++) {
            off[u] = (Double.isNaN(within[u]) ? 0 : within[u] * n / pairable) - observed;
        }
        Coefficient.Draft draft = draft(method).chance(observed, Double.NaN);
        return withError(draft, observed, off, 0).known(observed);
    }

    /**
     * {@code (observed - expected) / (1 - expected)}, where a rating of level {@code k} adds {@code chance[k]} to the expected
     * agreement of its unit.
     */
    Coefficient corrected(String method, double[] chance) {
        int n = ratings.units();
        double[] expectedOf = new double[n];
        double expected = 0;
        for (int u = 0; u < n; u++) {
            int from = ratings.start(u);
            int to = ratings.start(u + 1);
            for (int row = from; row < to; row++) {
                expectedOf[u] += chance[ratings.level(row)] / (to - from);
            }
            expected += expectedOf[u];
        }
        expected /= n;
        double observed = observed();
        Coefficient.Draft draft = draft(method).chance(observed, expected);
        if (!(expected < 1)) {
            return draft.undefined(Reason.NO_VARIATION);
        }
        double value = (observed - expected) / (1 - expected);
        double[] off = new double[n];
        for (int u = 0; u < n; u++) {
            double own = Double.isNaN(within[u]) ? 0 : (within[u] - expected) / (1 - expected) * n / pairable;
            off[u] = own - 2 * (1 - value) * (expectedOf[u] - expected) / (1 - expected) - value;
        }
        return withError(draft, value, off, -1).known(value);
    }

    private Coefficient.Draft withError(Coefficient.Draft draft, double value, double[] off, double least) {
        double n = ratings.units();
        double[] bySubject = ratings.sumsBySubject(
                off, java.util.stream.IntStream.range(0, off.length).toArray());
        double subjects = bySubject.length;
        double squares = 0;
        for (double sum : bySubject) {
            squares += sum * sum / (n * n);
        }
        return subjects < 2
                ? draft
                : draft.symmetric(
                        value,
                        Math.sqrt(squares * subjects / (subjects - 1)),
                        subjects - 1,
                        least,
                        1,
                        "linearised over subjects, t");
    }

    private Coefficient.Draft draft(String method) {
        return draft(ratings, method);
    }

    static Coefficient.Draft draft(Ratings ratings, String method) {
        return new Coefficient.Draft(method, ratings.sharedUnits(), ratings.activeRaters(), ratings.size());
    }
}
