package io.coaching.stats;

import io.coaching.base.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Kendall's W, the coefficient of concordance: how far raters put subjects into one order, 0 to 1. It looks at ranks alone, so a
 * severe rater and a lenient one can agree fully.
 *
 * <p>Definition: {@code 12 S / (m^2 (n^3 - n) - m T)}, S the squared deviations of the n rank sums of m raters, T the sum of
 * {@code t^3 - t} over ties (Kendall and Babington Smith 1939, doi:10.1214/aoms/1177732186; Siegel and Castellan 1988, ch. 9).
 * Significance by {@code m (n - 1) W} as chi-squared with n - 1 degrees of freedom, rough below 8 subjects.
 *
 * <p>Only units that every rater rated count; the coefficient says how many. Edge cases: fewer than two such units, one rater,
 * raters who tell no unit from another: a reason. O(m n log n).
 *
 * <p>Example: 20 subjects rated for anxiety by 3 raters: W 0.5397, chi-squared 30.77, p 0.043.
 */
public final class KendallW {
    private final Coefficient coefficient;
    private final Optional<TestResult> test;

    private KendallW(Coefficient coefficient, Optional<TestResult> test) {
        this.coefficient = coefficient;
        this.test = test;
    }

    /**
     * Computes it, corrected for ties.
     *
     * @param ratings at most one of a unit by a rater
     * @return the coefficient and its test
     */
    public static KendallW of(Ratings ratings) {
        ratings.requireOneRatingEach();
        int m = ratings.activeRaters();
        List<double[]> complete = complete(ratings);
        int n = complete.size();
        Coefficient.Draft draft = new Coefficient.Draft("Kendall's W, corrected for ties", n, m, n * m);
        Optional<Reason> whyNot = UnitAgreement.whyNot(ratings, true);
        if (whyNot.isEmpty() && n < 2) {
            whyNot = Optional.of(Reason.TOO_FEW_OBSERVATIONS);
        }
        if (whyNot.isPresent()) {
            return new KendallW(draft.undefined(whyNot.get()), Optional.empty());
        }
        double[] sum = new double[n];
        double ties = 0;
        for (int r = 0; r < m; r++) {
            double[] column = new double[n];
            for (int u = 0; u < n; u++) {
                column[u] = complete.get(u)[r];
            }
            double[] ranks = Ranks.ascending(column, TiePolicy.FRACTIONAL);
            for (int u = 0; u < n; u++) {
                sum[u] += ranks[u];
            }
            ties += ties(ranks);
        }
        double mean = m * (n + 1) / 2.0;
        double s = 0;
        for (double each : sum) {
            s += (each - mean) * (each - mean);
        }
        double most = (double) m * m * ((double) n * n * n - n) - m * ties;
        if (most <= 0) {
            return new KendallW(draft.undefined(Reason.NO_VARIATION), Optional.empty());
        }
        double w = 12 * s / most;
        double statistic = m * (n - 1.0) * w;
        double p = ChiSquaredDistribution.of(n - 1.0).survivalProbability(statistic);
        return new KendallW(draft.known(w), Optional.of(new TestResult(statistic, n - 1.0, p)));
    }

    /** The sum of t^3 - t: each of t tied values sees t - 1 others level with it. */
    private static double ties(double[] ranks) {
        double[] sorted = ranks.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (int from = 0; from < sorted.length; ) {
            int to = from + 1;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            double t = to - from;
            sum += t * t * t - t;
            from = to;
        }
        return sum;
    }

    /** The scores of the units that all raters rated, a row each. */
    private static List<double[]> complete(Ratings ratings) {
        var rows = new ArrayList<double[]>();
        int m = ratings.activeRaters();
        for (int u = 0; u < ratings.units(); u++) {
            int from = ratings.start(u);
            if (ratings.start(u + 1) - from == m) {
                double[] row = new double[m];
                for (int r = 0; r < m; r++) {
                    row[r] = ratings.score(from + r);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /**
     * W.
     *
     * @return the coefficient, without limits
     */
    public Coefficient coefficient() {
        return coefficient;
    }

    /**
     * The test that the orders have nothing in common.
     *
     * @return chi-squared, its degrees of freedom and p; empty where W is undefined
     */
    public Optional<TestResult> test() {
        return test;
    }

    @Override
    public String toString() {
        return coefficient.toString();
    }
}
