package io.coaching.stats;

import io.coaching.internal.check.Checks;
import io.coaching.internal.random.DeterministicRandom;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How sure ranks are: for each subject the ranks that its true value may have, for all of them at once; and who cannot be told
 * apart. Rank 1 is the largest true value.
 *
 * <p>Definition: i is told apart from j when {@code |e[i] - e[j]| > c sqrt(s[i]^2 + s[j]^2)}. A subject's confidence set of ranks
 * runs from 1 + (how many are told to lie above) to n - (how many are told to lie below). With probability of at least the
 * level, all sets hold their true ranks (Mogstad, Romano, Shaikh and Wilhelm 2024, doi:10.1093/restud/rdad006). The critical
 * value c is computed, not simulated: {@link Control} says how. Estimates are taken as independent and normal, standard errors
 * as known; for proportions of few trials, shrink or transform first.
 *
 * <p>Edge cases: one subject has rank 1; a standard error of 0 is a value that is known. O(n log n) to O(n^2).
 *
 * <p>Example: estimates 10, 9, 5 with standard errors 0.5 at 0.95: c = 2.3437, so the first two have ranks 1 to 2 and the
 * third is third.
 */
public final class RankInference {
    /** How the level is kept over all pairs. */
    public enum Control {
        /**
         * The studentised range of n normal values, divided by the root of 2 (Tukey; Kramer 1956): exact for equal standard
         * errors, on the safe side for unequal ones (Hayter 1984, doi:10.1214/aos/1176346392). The default.
         */
        TUKEY_KRAMER,
        /** Holm's step-down over all pairs: what is certain already makes the rest easier to tell. */
        HOLM,
        /** Bonferroni over all pairs. */
        BONFERRONI
    }

    private final double[] estimates;
    private final double[] standardErrors;
    private final double critical;

    private RankInference(double[] estimates, double[] standardErrors, double critical) {
        this.estimates = estimates;
        this.standardErrors = standardErrors;
        this.critical = critical;
    }

    /**
     * Looks at all pairs, with {@link Control#TUKEY_KRAMER}.
     *
     * @param estimates the estimates, finite
     * @param standardErrors their standard errors, 0 or more
     * @param level the probability with which all answers hold at once, such as 0.95
     * @return what can be said of the ranks
     */
    public static RankInference of(double[] estimates, double[] standardErrors, double level) {
        return of(estimates, standardErrors, level, Control.TUKEY_KRAMER);
    }

    /**
     * Looks at all pairs.
     *
     * @param estimates the estimates, finite
     * @param standardErrors their standard errors, 0 or more
     * @param level the probability with which all answers hold at once, such as 0.95
     * @param control how the level is kept over all pairs
     * @return what can be said of the ranks
     */
    public static RankInference of(double[] estimates, double[] standardErrors, double level, Control control) {
        check(estimates, standardErrors);
        Arguments.level(level);
        double[] e = estimates.clone();
        double[] s = standardErrors.clone();
        int n = e.length;
        double pairs = n * (n - 1.0) / 2;
        double critical = n < 2
                ? 0
                : switch (control) {
                    case TUKEY_KRAMER -> studentizedRange(n, level) / Math.sqrt(2);
                    case BONFERRONI -> z((1 - level) / pairs);
                    case HOLM -> holm(e, s, 1 - level, pairs);
                };
        return new RankInference(e, s, critical);
    }

    /**
     * How many subjects there are.
     *
     * @return their number
     */
    public int n() {
        return estimates.length;
    }

    /**
     * How many standard errors of a difference tell two apart.
     *
     * @return the critical value, 0 for fewer than two subjects
     */
    public double criticalValue() {
        return critical;
    }

    /**
     * Whether one is told to lie above another.
     *
     * @param i the one
     * @param j the other
     * @return true if i's true value is larger, at the level
     */
    public boolean isAbove(int i, int j) {
        return estimates[i] - estimates[j] > critical * StrictMath.hypot(standardErrors[i], standardErrors[j]);
    }

    /**
     * Whether two cannot be told apart.
     *
     * @param i the one
     * @param j the other
     * @return true if neither is told to lie above the other
     */
    public boolean isLevel(int i, int j) {
        return !isAbove(i, j) && !isAbove(j, i);
    }

    /**
     * The best rank that a subject may have.
     *
     * @param i the subject
     * @return the least rank of its confidence set, 1 or more
     */
    public int bestRank(int i) {
        int above = 0;
        for (int j = 0; j < estimates.length; j++) {
            if (isAbove(j, i)) {
                above++;
            }
        }
        return 1 + above;
    }

    /**
     * The worst rank that a subject may have.
     *
     * @param i the subject
     * @return the largest rank of its confidence set
     */
    public int worstRank(int i) {
        int below = 0;
        for (int j = 0; j < estimates.length; j++) {
            if (isAbove(i, j)) {
                below++;
            }
        }
        return estimates.length - below;
    }

    /**
     * Who cannot be told apart from a subject.
     *
     * @param i the subject
     * @return the others' indices, ascending; being level is not transitive
     */
    public int[] levelWith(int i) {
        int[] level = new int[estimates.length];
        int count = 0;
        for (int j = 0; j < estimates.length; j++) {
            if (j != i && isLevel(i, j)) {
                level[count++] = j;
            }
        }
        return Arrays.copyOf(level, count);
    }

    /**
     * The probability of each subject to be among the best k, by simulation: true values are drawn, normal about the estimates.
     * Estimates that were shrunken towards the peers give calibrated answers; raw ones flatter whoever was lucky.
     *
     * @param k how many are best, 1 or more
     * @param estimates the estimates, finite: posterior means
     * @param standardErrors their standard errors, 0 or more: posterior standard deviations
     * @param draws how often to draw, 1 to 1000000; 10000 gives a standard error of at most 0.005
     * @param seed the seed: the same seed gives the same answer everywhere
     * @return the probabilities, which add up to k if n is at least k
     */
    public static double[] probabilityOfTop(int k, double[] estimates, double[] standardErrors, int draws, long seed) {
        check(estimates, standardErrors);
        Checks.atLeast(k, 1, "k");
        Checks.inRange(draws, 1, 1_000_000, "draws");
        int n = estimates.length;
        double[] probability = new double[n];
        if (k >= n) {
            Arrays.fill(probability, 1);
            return probability;
        }
        DeterministicRandom random = DeterministicRandom.of(seed);
        int[] count = new int[n];
        double[] keys = new double[n];
        for (int d = 0; d < draws; d++) {
            for (int i = 0; i < n; i++) {
                keys[i] = -random.nextGaussian(estimates[i], standardErrors[i]);
            }
            int[] order = IndexedSort.sort(keys);
            for (int r = 0; r < k; r++) {
                count[order[r]]++;
            }
        }
        for (int i = 0; i < n; i++) {
            probability[i] = (double) count[i] / draws;
        }
        return probability;
    }

    private static void check(double[] estimates, double[] standardErrors) {
        Checks.sameLength(estimates.length, "estimates", standardErrors.length, "standardErrors");
        Arguments.finite(estimates, "estimates");
        Arguments.nonNegative(standardErrors, "standardErrors");
    }

    /** The two-sided normal critical value of an error. */
    private static double z(double error) {
        return NormalDistribution.of(0, 1).inverseSurvivalProbability(error / 2);
    }

    /** Holm rejects the largest differences down to one that is too small: what is left is a bound. */
    private static double holm(double[] e, double[] s, double error, double pairs) {
        int n = e.length;
        double[] statistics = new double[(int) pairs];
        int count = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double off = Math.abs(e[i] - e[j]);
                statistics[count++] = off == 0 ? 0 : off / StrictMath.hypot(s[i], s[j]);
            }
        }
        Arrays.sort(statistics);
        double critical = z(error / pairs);
        for (int k = count - 1, left = count; k >= 0 && statistics[k] > critical; k--) {
            left--;
            if (left > 0) {
                critical = z(error / left);
            }
        }
        return critical;
    }

    /** The quantile of the range of n standard normal values. */
    private static double studentizedRange(int n, double level) {
        double low = 0;
        double high = 2 * z((1 - level) / n);
        while (rangeBelow(high, n) < level) {
            high *= 1.5;
        }
        for (int k = 0; k < 60 && high - low > 1e-10; k++) {
            double middle = (low + high) / 2;
            if (rangeBelow(middle, n) < level) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** P(range &lt;= q): the largest at z, the others within q below it; by Simpson's rule. */
    private static double rangeBelow(double q, int n) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double from = -8;
        double to = 9;
        int steps = 340;
        double h = (to - from) / steps;
        double sum = 0;
        for (int k = 0; k <= steps; k++) {
            double z = from + k * h;
            double within = Math.max(0, normal.cumulativeProbability(z) - normal.cumulativeProbability(z - q));
            double f = normal.density(z) * StrictMath.pow(within, n - 1.0);
            sum += (k == 0 || k == steps ? 1 : k % 2 == 1 ? 4 : 2) * f;
        }
        return Math.min(1, n * sum * h / 3);
    }

    /**
     * The share of all pairs that can be told apart: how much an order means.
     *
     * @return a number between 0 and 1; empty for fewer than two subjects
     */
    public OptionalDouble resolution() {
        int n = estimates.length;
        if (n < 2) {
            return OptionalDouble.empty();
        }
        long apart = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                if (!isLevel(i, j)) {
                    apart++;
                }
            }
        }
        return OptionalDouble.of(apart / (n * (n - 1.0) / 2));
    }
}
