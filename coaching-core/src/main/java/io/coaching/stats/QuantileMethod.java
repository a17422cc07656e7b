package io.coaching.stats;

import io.coaching.internal.check.Checks;
import java.util.OptionalDouble;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/**
 * The nine ways to estimate a quantile from sorted values (Hyndman and Fan 1996, doi:10.1080/00031305.1996.10473566).
 *
 * <p>The library's default is {@link #HF7}, the default of R, NumPy and Excel's {@code PERCENTILE.INC}: a quartile that a user
 * checks in a spreadsheet comes out the same. Commons Statistics' default and Hyndman and Fan's own advice is {@link #HF8};
 * SPSS, Minitab and {@code PERCENTILE.EXC} use {@link #HF6}. For an even number of values the median is the mean of the
 * middle two by every method but 1, 3 and 4. A result that rests on a quantile says which method was used.
 *
 * <p>Edge cases: of no value there is no quantile; of one value it is every quantile; p = 0 and 1 give the extremes. Ties need
 * no treatment. O(n log n), or O(1) on values that are sorted already.
 *
 * <p>Example: the 0.9 quantile of NIST's twelve wafer resistivities is 95.1981 by HF6, 95.1957 by HF7, 95.1972 by HF8.
 */
public enum QuantileMethod {
    /** The inverse of the empirical distribution function. */
    HF1(EstimationMethod.HF1),
    /** As 1, with averaging where the function is flat. */
    HF2(EstimationMethod.HF2),
    /** The nearest order statistic, the even one of two (SAS's definition 2). */
    HF3(EstimationMethod.HF3),
    /** Linear interpolation of the empirical distribution function. */
    HF4(EstimationMethod.HF4),
    /** Linear interpolation with the knots halfway up the steps (hydrologists' choice). */
    HF5(EstimationMethod.HF5),
    /** Position p(n + 1): SPSS, Minitab, {@code PERCENTILE.EXC}. */
    HF6(EstimationMethod.HF6),
    /** Position p(n - 1) + 1: R, NumPy, {@code PERCENTILE.INC}. The default. */
    HF7(EstimationMethod.HF7),
    /** Approximately median-unbiased for any distribution. */
    HF8(EstimationMethod.HF8),
    /** Approximately unbiased for normal values. */
    HF9(EstimationMethod.HF9);

    /** What is used where nothing is said: {@link #HF7}. */
    public static final QuantileMethod DEFAULT = HF7;

    private final EstimationMethod commons;

    QuantileMethod(EstimationMethod method) {
        this.commons = method;
    }

    /**
     * Estimates a quantile.
     *
     * @param values the values, finite, in any order
     * @param p the probability, between 0 and 1
     * @return the quantile; empty if there is no value
     */
    public OptionalDouble of(double[] values, double p) {
        double[] sorted = Arguments.sorted(values, "values");
        probability(p);
        return sorted.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(ofSorted(sorted, p));
    }

    /**
     * Estimates a quantile of values that are sorted already, which is not checked.
     *
     * @param sorted at least one value, in ascending order
     * @param p the probability, between 0 and 1
     * @return the quantile
     */
    public double ofSorted(double[] sorted, double p) {
        Checks.atLeast(sorted.length, 1, "number of values");
        probability(p);
        if (this == HF7) {
            double position = (sorted.length - 1) * p;
            int k = (int) position;
            return k + 1 < sorted.length ? between(sorted[k], sorted[k + 1], position - k) : sorted[k];
        }
        return Quantile.withDefaults().with(commons).evaluate(sorted.length, i -> sorted[i], p);
    }

    /** The point a fraction of the way from one value to the next; never outside of them. */
    static double between(double a, double b, double fraction) {
        return fraction == 0 || a == b ? a : Math.min(b, a * (1 - fraction) + b * fraction);
    }

    /** The point halfway, which even values of the largest size cannot overflow. */
    static double middle(double a, double b) {
        return a == b ? a : a * 0.5 + b * 0.5;
    }

    static void probability(double p) {
        Checks.that(
                p >= 0 && p <= 1,
                "p must be in 0..1: " + p,
                "0.25 was meant: p is a probability here, not a percentage");
    }
}
