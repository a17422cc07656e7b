package io.coaching.stats;

import io.coaching.internal.check.Checks;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * False discoveries controlled on posterior probabilities: of many cells, each with the probability that flagging it would be
 * wrong, the largest set whose mean probability of error stays within q.
 *
 * <p>Definition: with error probabilities sorted, {@code e(1) <= e(2) <= ...}, the largest k with
 * {@code (e(1) + ... + e(k)) / k <= q} is selected. Given the data, that mean is the expected share of wrong flags among the
 * flags (Newton et al. 2004, doi:10.1093/biostatistics/5.2.155; Mueller, Parmigiani and Rice 2006, FDR and Bayesian multiple
 * comparisons rules). It is as honest as the probabilities are, and needs no independence. Where a cell could be flagged on
 * either side, pass the probability that the flagged side is wrong.
 *
 * <p>Cells of equal probability are selected together or not at all, so that the order of the input decides nothing. One cell
 * alone above q can be selected when surer ones carry it: add a bound of your own for a single cell if that must not be. Edge
 * cases: nothing selected has no expected share of errors. O(m log m).
 *
 * <p>Example: errors 0.01, 0.04, 0.12, 0.30 at q = 0.10: the first three, with mean 0.0567.
 */
public final class BayesianFdr {
    private final boolean[] selected;
    private final int count;
    private final double sum;
    private final double threshold;

    private BayesianFdr(boolean[] selected, int count, double sum, double threshold) {
        this.selected = selected;
        this.count = count;
        this.sum = sum;
        this.threshold = threshold;
    }

    /**
     * Selects cells.
     *
     * @param errorProbabilities for each cell the posterior probability that flagging it would be wrong
     * @param q the largest expected share of wrong flags, in 0..1
     * @return the selection
     */
    public static BayesianFdr control(double[] errorProbabilities, double q) {
        Arguments.probabilities(errorProbabilities, "errorProbabilities");
        Checks.inRange(q, 0, 1, "q");
        int m = errorProbabilities.length;
        double[] sorted = errorProbabilities.clone();
        Arrays.sort(sorted);
        int count = 0;
        double sum = 0;
        double running = 0;
        for (int k = 0; k < m; k++) {
            running += sorted[k];
            boolean endOfTies = k + 1 == m || sorted[k + 1] > sorted[k];
            // A rounding error must not decide: equal errors of exactly q are within q.
            if (endOfTies && running <= q * (k + 1) * (1 + 1e-12)) {
                count = k + 1;
                sum = running;
            }
        }
        double threshold = count == 0 ? -1 : sorted[count - 1];
        boolean[] selected = new boolean[m];
        for (int i = 0; i < m; i++) {
            selected[i] = errorProbabilities[i] <= threshold;
        }
        return new BayesianFdr(selected, count, sum, threshold);
    }

    /**
     * Whether a cell is selected.
     *
     * @param i the cell's index
     * @return true if it is
     */
    public boolean isSelected(int i) {
        return selected[i];
    }

    /**
     * How many cells are selected.
     *
     * @return their number
     */
    public int count() {
        return count;
    }

    /**
     * The largest error probability among the selected.
     *
     * @return the threshold; empty if none is selected
     */
    public OptionalDouble threshold() {
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(threshold);
    }

    /**
     * The expected share of wrong flags.
     *
     * @return the mean error probability of the selected; empty if none is
     */
    public OptionalDouble expectedFdr() {
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
    }
}
