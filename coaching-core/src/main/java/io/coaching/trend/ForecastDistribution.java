package io.coaching.trend;

import io.coaching.base.Interval;
import io.coaching.base.IntervalKind;
import io.coaching.base.Percent;
import io.coaching.internal.check.Checks;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What is believed of a value that is yet to come: a distribution that keeps to the range of the figure.
 *
 * <p>Its shape follows from the range, its mean and standard deviation from the forecast: normal where any value can be, gamma
 * above a least value, beta between two ends, negative binomial for counts (Poisson where they scatter no more than chance, a
 * gamma cut to whole numbers where they scatter less). A share of the probability may sit on an end, as that of weeks without a
 * deal on 0. As the standard deviation is estimated, tails are widened the way Student's widen a normal: with {@code T} Student's
 * and {@code N} the normal distribution, {@code P(X < x) = T(N^-1(P0(x)))}.
 *
 * @param range which values there are
 * @param mean the mean
 * @param sd the standard deviation, above 0
 * @param freedom the degrees of freedom of {@code sd}, above 0
 * @param atLow the share of values at the least value; of no effect on counts, and where there is none
 * @param atHigh the share of values at the greatest value; of no effect where there is none
 */
public record ForecastDistribution(
        ForecastRange range, double mean, double sd, double freedom, double atLow, double atHigh) {
    /**
     * Checks the figures.
     *
     * @param range which values there are
     * @param mean the mean
     * @param sd the standard deviation, above 0
     * @param freedom the degrees of freedom of {@code sd}, above 0
     * @param atLow the share of values at the least value
     * @param atHigh the share of values at the greatest value
     */
    public ForecastDistribution {
        mean = Checks.finite(mean, "mean");
        Checks.that(sd > 0 && Double.isFinite(sd), "sd must be above 0: " + sd);
        Checks.that(freedom > 0 && Double.isFinite(freedom), "freedom must be above 0: " + freedom);
        atLow = range.low().isEmpty() || range.whole() ? 0 : Checks.inRange(atLow, 0, 1, "atLow");
        atHigh = range.high().isEmpty() ? 0 : Checks.inRange(atHigh, 0, 1, "atHigh");
        Checks.that(atLow + atHigh < 1, "atLow and atHigh must leave something: " + atLow + " and " + atHigh);
    }

    /**
     * The probability of a value below another, as of missing a target.
     *
     * @param x any finite value
     * @return P(X &lt; x)
     */
    public double probabilityBelow(double x) {
        Checks.finite(x, "x");
        double p = plainBelow(x);
        return p <= 0 || p >= 1
                ? Math.min(1, Math.max(0, p))
                : TDistribution.of(freedom)
                        .cumulativeProbability(NormalDistribution.of(0, 1).inverseCumulativeProbability(p));
    }

    /**
     * The value below which a share of the probability lies.
     *
     * @param p a probability, between 0 and 1, both excluded
     * @return the quantile
     */
    public double quantile(double p) {
        Checks.that(p > 0 && p < 1, "p must lie between 0 and 1: " + p);
        return plainQuantile(NormalDistribution.of(0, 1)
                .cumulativeProbability(TDistribution.of(freedom).inverseCumulativeProbability(p)));
    }

    /**
     * The limits between which the value will lie, with as much probability below as above.
     *
     * @param level how sure, above 0 % and below 100 %
     * @return the interval
     */
    public Interval interval(Percent level) {
        double tail = (1 - level.fraction()) / 2;
        double low = quantile(tail);
        return new Interval(low, Math.max(low, quantile(1 - tail)), level, IntervalKind.PREDICTION, "rolling origin");
    }

    // ---- before tails are widened

    private double low() {
        return range.low().orElse(0);
    }

    private double width() {
        return range.high().orElse(1) - low();
    }

    private double inner() {
        return 1 - atLow - atHigh;
    }

    private double plainBelow(double x) {
        if (range.low().isEmpty()) {
            return within().cumulativeProbability(x);
        }
        if (x <= low()) {
            return 0;
        }
        if (range.whole()) {
            return countUpTo(Math.ceil(x - low()) - 1);
        }
        if (range.high().isPresent() && x > range.high().getAsDouble()) {
            return 1;
        }
        return atLow + inner() * within().cumulativeProbability(x);
    }

    private double plainQuantile(double p) {
        if (range.whole()) {
            return low() + countQuantile(p);
        }
        if (p <= atLow) {
            return low();
        }
        if (p >= 1 - atHigh) {
            return range.high().orElseThrow();
        }
        double q = (p - atLow) / inner();
        return range.clamp(
                q <= 0 || q >= 1
                        ? mean
                        : range.high().isPresent()
                                ? low() + width() * beta().inverseCumulativeProbability(q)
                                : range.low().isPresent()
                                        ? low() + gamma().inverseCumulativeProbability(q)
                                        : mean
                                                + sd
                                                        * NormalDistribution.of(0, 1)
                                                                .inverseCumulativeProbability(q));
    }

    private interface Cumulative {
        double cumulativeProbability(double x);
    }

    private Cumulative within() {
        if (range.high().isPresent()) {
            ContinuousDistribution beta = beta();
            return x -> beta.cumulativeProbability((x - low()) / width());
        }
        if (range.low().isPresent()) {
            ContinuousDistribution gamma = gamma();
            return x -> gamma.cumulativeProbability(x - low());
        }
        return NormalDistribution.of(mean, sd)::cumulativeProbability;
    }

    /** Above the least value, given that it is not at it. A mean that is next to nothing beside its error is no shape. */
    private ContinuousDistribution gamma() {
        double m = Math.max((mean - low()) / inner(), 0.3 * sd);
        double v = Math.max((sd * sd + (mean - low()) * (mean - low())) / inner() - m * m, 0.05 * sd * sd);
        return GammaDistribution.of(m * m / v, v / m);
    }

    /** Between the ends, given that it is at neither. */
    private ContinuousDistribution beta() {
        double unitMean = Math.min(0.99, Math.max(0.01, (mean - low()) / width()));
        double unitSd = sd / width();
        double m = Math.min(0.97, Math.max(0.03, (unitMean - atHigh) / inner()));
        double second = (unitSd * unitSd + unitMean * unitMean - atHigh) / inner() - m * m;
        double v = Math.min(Math.max(second, 0.05 * unitSd * unitSd), 0.8 * m * (1 - m));
        double k = m * (1 - m) / v - 1;
        return BetaDistribution.of(m * k, (1 - m) * k);
    }

    private double countUpTo(double k) {
        if (k < 0) {
            return 0;
        }
        double m = Math.max(mean - low(), 0.1 * sd);
        double v = sd * sd;
        if (v < 0.98 * m) {
            return GammaDistribution.of(m * m / v, v / m).cumulativeProbability(k + 0.5);
        }
        if (v < 1.02 * m) {
            return PoissonDistribution.of(m).cumulativeProbability((int) Math.min(k, Integer.MAX_VALUE));
        }
        double r = m * m / (v - m);
        return Beta.regularizedBeta(r / (r + m), r, k + 1);
    }

    private double countQuantile(double p) {
        double high = Math.max(1, Math.rint(mean - low() + 4 * sd));
        while (countUpTo(high) < p && high < 1e15) {
            high *= 2;
        }
        double low = -1;
        while (high - low > 1) {
            double middle = Math.floor((low + high) / 2);
            if (countUpTo(middle) >= p) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
