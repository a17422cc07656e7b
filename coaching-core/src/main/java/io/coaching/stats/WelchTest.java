package io.coaching.stats;

import java.util.Optional;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.TTest;

/**
 * Welch's t test of two independent means, whose variances may differ (1947, doi:10.1093/biomet/34.1-2.28): first minus second,
 * two-sided.
 *
 * <p>Edge cases: both samples need two values, and not both may be without variation. O(n log n).
 *
 * <p>Example: Student's sleep data: -1.58, t = -1.8608, df 17.776, p = 0.0794.
 *
 * @param difference the difference of the means
 * @param standardError its standard error
 * @param statistic t, the difference over its standard error
 * @param degreesOfFreedom Welch and Satterthwaite's degrees of freedom
 * @param pValue the two-sided p value
 */
public record WelchTest(
        double difference, double standardError, double statistic, double degreesOfFreedom, double pValue) {
    /**
     * Tests two samples.
     *
     * @param x the first, finite
     * @param y the second, finite
     * @return the test; empty if a sample has fewer than two values or neither varies
     */
    public static Optional<WelchTest> of(double[] x, double[] y) {
        Arguments.finite(x, "x");
        Arguments.finite(y, "y");
        Moments first = Moments.of(x);
        Moments second = Moments.of(y);
        if (first.n() < 2 || second.n() < 2) {
            return Optional.empty();
        }
        double v1 = first.variance().orElseThrow();
        double v2 = second.variance().orElseThrow();
        if (v1 == 0 && v2 == 0) {
            return Optional.empty();
        }
        double m1 = first.mean().orElseThrow();
        double m2 = second.mean().orElseThrow();
        TTest.Result test =
                TTest.withDefaults().with(DataDispersion.HETEROSCEDASTIC).test(m1, v1, first.n(), m2, v2, second.n());
        return Optional.of(new WelchTest(
                m1 - m2,
                Math.sqrt(v1 / first.n() + v2 / second.n()),
                test.getStatistic(),
                test.getDegreesOfFreedom(),
                test.getPValue()));
    }

    /**
     * Limits of the difference.
     *
     * @param level the confidence level, such as 0.95
     * @return the limits
     */
    public Limits limits(double level) {
        double half = Moments.t(degreesOfFreedom, Arguments.level(level)) * standardError;
        return new Limits(difference - half, difference + half, level);
    }
}
