package io.coaching.stats;

import io.coaching.base.Reason;
import io.coaching.internal.check.Checks;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Cronbach's alpha: how far items that are added to one score measure the same.
 *
 * <p>Definition: {@code k / (k - 1) * (1 - sum of the items' variances / variance of the total)} (Cronbach 1951,
 * doi:10.1007/BF02310555), the same as ICC(C,k) with items for raters. Limits after Feldt 1965 (doi:10.1007/BF02289499):
 * {@code 1 - (1 - alpha) F} with n - 1 and (n - 1)(k - 1) degrees of freedom. It is a lower bound of reliability, says nothing of
 * how many things are measured, and falls below 0 where items run against each other.
 *
 * <p>Subjects with a missing item have no row here. Edge cases: fewer than two subjects or items, or totals that do not vary,
 * give the reason. O(n k^2).
 *
 * <p>Example: Chatterjee and Price's attitudes, 30 x 7: 0.8431; without item 6 0.8639.
 */
public final class CronbachAlpha {
    private final double[][] scores;
    private final int items;
    private final double[][] covariance;
    private final Coefficient coefficient;

    private CronbachAlpha(double[][] scores) {
        this.scores = scores;
        this.items = scores.length == 0 ? 0 : scores[0].length;
        this.covariance = covariance();
        this.coefficient = computed();
    }

    /**
     * Computes it.
     *
     * @param scores a row for each subject, a column for each item, finite
     * @return alpha
     */
    public static CronbachAlpha of(double[]... scores) {
        double[][] copy = new double[scores.length][];
        for (int i = 0; i < scores.length; i++) {
            Checks.sameLength(scores[i].length, "scores[" + i + "]", scores[0].length, "scores[0]");
            Arguments.finite(scores[i], "scores[" + i + "]");
            copy[i] = scores[i].clone();
        }
        return new CronbachAlpha(copy);
    }

    private double[][] covariance() {
        int n = scores.length;
        double[] mean = new double[items];
        for (double[] row : scores) {
            for (int j = 0; j < items; j++) {
                mean[j] += row[j] / n;
            }
        }
        double[][] sums = new double[items][items];
        for (double[] row : scores) {
            for (int j = 0; j < items; j++) {
                for (int l = 0; l <= j; l++) {
                    sums[j][l] += (row[j] - mean[j]) * (row[l] - mean[l]) / (n - 1.0);
                }
            }
        }
        for (int j = 0; j < items; j++) {
            for (int l = 0; l < j; l++) {
                sums[l][j] = sums[j][l];
            }
        }
        return sums;
    }

    /** The sum of variances and the variance of the sum, of all items but one. */
    private double alpha(int without) {
        double own = 0;
        double total = 0;
        int k = 0;
        for (int j = 0; j < items; j++) {
            if (j != without) {
                k++;
                own += covariance[j][j];
                for (int l = 0; l < items; l++) {
                    total += l == without ? 0 : covariance[j][l];
                }
            }
        }
        return k < 2 || !(total > 0) ? Double.NaN : k / (k - 1.0) * (1 - own / total);
    }

    private Coefficient computed() {
        int n = scores.length;
        Coefficient.Draft draft = new Coefficient.Draft("Cronbach's alpha", n, items, n * items);
        if (n < 2 || items < 2) {
            return draft.undefined(n == 0 ? Reason.NO_DATA : Reason.TOO_FEW_OBSERVATIONS);
        }
        double alpha = alpha(-1);
        if (Double.isNaN(alpha)) {
            return draft.undefined(Reason.NO_VARIATION);
        }
        if (alpha >= 1) {
            return draft.known(1);
        }
        FDistribution f = FDistribution.of(n - 1.0, (n - 1.0) * (items - 1));
        return draft.limits(
                        level -> Optional.of(new Limits(
                                1 - (1 - alpha) * f.inverseSurvivalProbability((1 - level) / 2),
                                1 - (1 - alpha) * f.inverseCumulativeProbability((1 - level) / 2),
                                level)),
                        "Feldt")
                .known(alpha);
    }

    /**
     * Alpha of all items.
     *
     * @return the coefficient; "units" are subjects, "raters" are items
     */
    public Coefficient coefficient() {
        return coefficient;
    }

    /**
     * Alpha of the items after each is made to vary equally: from their mean correlation.
     *
     * @return the standardised alpha; empty if an item does not vary
     */
    public OptionalDouble standardized() {
        OptionalDouble r = meanCorrelation();
        return r.isEmpty() ? r : OptionalDouble.of(items * r.getAsDouble() / (1 + (items - 1) * r.getAsDouble()));
    }

    /**
     * The mean correlation of two items.
     *
     * @return the mean over all pairs; empty if an item does not vary
     */
    public OptionalDouble meanCorrelation() {
        double sum = 0;
        for (int j = 0; j < items; j++) {
            for (int l = 0; l < j; l++) {
                sum += covariance[j][l] / Math.sqrt(covariance[j][j] * covariance[l][l]);
            }
        }
        double mean = sum / (items * (items - 1) / 2.0);
        return Double.isFinite(mean) ? OptionalDouble.of(mean) : OptionalDouble.empty();
    }

    /**
     * Alpha of all other items: one that is higher without the item says that the item measures something else.
     *
     * @param item its column
     * @return alpha without it; empty if fewer than two items remain or nothing varies
     */
    public OptionalDouble without(int item) {
        double alpha = alpha(item);
        return Double.isNaN(alpha) ? OptionalDouble.empty() : OptionalDouble.of(alpha);
    }

    /**
     * The correlation of an item with the sum of all others.
     *
     * @param item its column
     * @return the corrected item-total correlation; empty if the item or the others do not vary
     */
    public OptionalDouble restCorrelation(int item) {
        double with = 0;
        double rest = 0;
        for (int j : IntStream.range(0, items).filter(j -> j != item).toArray()) {
            with += covariance[item][j];
            for (int l = 0; l < items; l++) {
                rest += l == item ? 0 : covariance[j][l];
            }
        }
        double r = with / Math.sqrt(covariance[item][item] * rest);
        return Double.isFinite(r) ? OptionalDouble.of(r) : OptionalDouble.empty();
    }

    @Override
    public String toString() {
        return coefficient.toString();
    }
}
