package io.coaching.stats;

import io.coaching.internal.check.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * What is believed of a rate of success that need not be known: of a conversion, or of several one after the other.
 *
 * <p>Question: given what is believed of each conversion of a funnel, how many of n at the top come out at the bottom? Where
 * successes thin out stage by stage, each unit succeeding on its own, their number is binomial in the product of the rates;
 * where the rates are uncertain, that binomial is averaged over them (the posterior predictive distribution: for one beta the
 * beta-binomial). Rates of different stages are taken as independent.
 *
 * <p>Method: the belief is held as weighted points. Of a beta they come from the trapezoidal rule on the logit scale, which
 * converges faster than any power there (Trefethen and Weideman 2014, doi:10.1137/130932132): one beta gives the beta-binomial
 * to ten digits. A product is brought back to 2,048 points, its mean kept and its tails right to a hundred-thousandth. Nothing is
 * random. Every tail is non-decreasing in n, since it is for every point.
 *
 * <p>Complexity: a tail takes one incomplete beta function a point. Immutable.
 *
 * <p>Example: {@code UncertainRate.known(0.25).tail(10, 40)} is 0.5605; {@code UncertainRate.of(new Distribution.Beta(10.5,
 * 30.5)).tail(10, 40)}, the same rate after 10 of 40, is 0.5517.
 */
public final class UncertainRate {
    private static final int POINTS = 2048;
    private static final int LEAST_POINTS = 128;
    private static final double NEGLIGIBLE = 1e-17;
    /** Rates that are smaller than the largest by more than this are as good as none for any number that is tried. */
    private static final double SMALL = 1e-10;
    /** How far below its peak a log density no longer matters. */
    private static final double DEPTH = 42;

    private final double[] rates;
    private final double[] weights;

    private UncertainRate(double[] rates, double[] weights) {
        this.rates = rates;
        this.weights = weights;
    }

    /**
     * A rate that is known.
     *
     * @param rate the rate, in 0..1
     * @return the rate
     */
    public static UncertainRate known(double rate) {
        return new UncertainRate(new double[] {Checks.inRange(rate, 0, 1, "rate")}, new double[] {1});
    }

    /**
     * What is believed of a rate.
     *
     * @param belief a beta distribution, a point in 0..1, or a mixture of these
     * @return the rate
     * @throws IllegalArgumentException if the belief is not of that kind
     */
    public static UncertainRate of(Distribution belief) {
        if (belief instanceof Distribution.Point point) {
            return known(point.value());
        }
        if (belief instanceof Distribution.Beta beta) {
            return points(beta, false);
        }
        if (belief instanceof Distribution.Mixture mixture) {
            List<UncertainRate> parts = new ArrayList<>();
            double low = Double.POSITIVE_INFINITY;
            double high = 0;
            for (Distribution part : mixture.parts()) {
                UncertainRate each = part instanceof Distribution.Beta beta ? points(beta, true) : of(part);
                parts.add(each);
                low = Math.min(low, each.least());
                high = Math.max(high, each.most());
            }
            if (!(low < high)) {
                return parts.get(0);
            }
            Bins bins = new Bins(low, high);
            for (int p = 0; p < parts.size(); p++) {
                UncertainRate part = parts.get(p);
                for (int i = 0; i < part.rates.length; i++) {
                    bins.add(part.rates[i], mixture.weights().get(p) * part.weights[i]);
                }
            }
            return bins.gathered();
        }
        throw new IllegalArgumentException("belief must be a beta, a point, or a mixture of them: " + belief);
    }

    /**
     * The rate of two stages, one after the other.
     *
     * @param next the rate of the other stage, independent of this one
     * @return the product
     */
    public UncertainRate times(UncertainRate next) {
        if (isKnown() || next.isKnown()) {
            UncertainRate one = isKnown() ? this : next;
            UncertainRate many = isKnown() ? next : this;
            double[] scaled = many.rates.clone();
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] *= one.rates[0];
            }
            return new UncertainRate(scaled, many.weights);
        }
        Bins bins = new Bins(least() * next.least(), most() * next.most());
        for (int i = 0; i < rates.length; i++) {
            for (int j = 0; j < next.rates.length; j++) {
                bins.add(rates[i] * next.rates[j], weights[i] * next.weights[j]);
            }
        }
        return bins.gathered();
    }

    /**
     * The expected rate.
     *
     * @return the mean
     */
    public double mean() {
        double mean = 0;
        for (int i = 0; i < rates.length; i++) {
            mean += weights[i] * rates[i];
        }
        return mean;
    }

    /**
     * Whether the rate is known.
     *
     * @return true if it can have one value only
     */
    public boolean isKnown() {
        return rates.length == 1;
    }

    /**
     * The probability that at least so many of n succeed.
     *
     * @param least how many must succeed; 0 and less is certain
     * @param n how many are tried, 0 or more
     * @return the probability; exact for a known rate
     */
    public double tail(long least, long n) {
        Checks.atLeast(n, 0, "n");
        if (least <= 0) {
            return 1;
        }
        if (least > n) {
            return 0;
        }
        // P(X >= k) of a binomial is the regularised incomplete beta function I_p(k, n - k + 1)
        BetaDistribution order = BetaDistribution.of((double) least, (double) (n - least) + 1);
        double sum = 0;
        for (int i = 0; i < rates.length; i++) {
            double rate = rates[i];
            sum += weights[i] * (rate <= 0 ? 0 : rate >= 1 ? 1 : order.cumulativeProbability(rate));
        }
        return Math.min(1, sum);
    }

    /**
     * The expectation of a function of how many of n succeed.
     *
     * <p>Each binomial is summed from its mode outward until what is left is below the last digit; where the function is
     * already 0 or 1 over all of that range, nothing is summed.
     *
     * @param n how many are tried, 0 or more
     * @param function of the number of successes, non-decreasing, with values in 0..1, such as the probability that so many
     *     deals bring enough
     * @return the expectation, in 0..1
     */
    public double expectation(long n, LongToDoubleFunction function) {
        Checks.atLeast(n, 0, "n");
        double sum = 0;
        for (int i = 0; i < rates.length; i++) {
            sum += weights[i] * binomialMean(n, rates[i], function);
        }
        return Math.min(1, sum);
    }

    private static double binomialMean(long n, double rate, LongToDoubleFunction function) {
        if (n == 0 || rate <= 0) {
            return function.applyAsDouble(0);
        }
        if (rate >= 1) {
            return function.applyAsDouble(n);
        }
        long mode = Math.min(n, (long) ((n + 1.0) * rate));
        double reach = 9 * Math.sqrt(n * rate * (1 - rate)) + 40;
        long low = (long) Math.max(0, mode - reach);
        long high = (long) Math.min((double) n, mode + reach);
        double least = function.applyAsDouble(low);
        double most = function.applyAsDouble(high);
        if (most <= NEGLIGIBLE || least >= 1 - 1e-15) {
            return most;
        }
        double odds = rate / (1 - rate);
        double total = 1;
        double sum = function.applyAsDouble(mode);
        double mass = 1;
        for (long k = mode; k < high && mass > NEGLIGIBLE; k++) {
            mass *= (n - k) / (k + 1.0) * odds;
            total += mass;
            sum += mass * function.applyAsDouble(k + 1);
        }
        mass = 1;
        for (long k = mode; k > low && mass > NEGLIGIBLE; k--) {
            mass *= k / (n - k + 1.0) / odds;
            total += mass;
            sum += mass * function.applyAsDouble(k - 1);
        }
        return sum / total;
    }

    /** The trapezoidal rule on the logit scale. */
    private static UncertainRate points(Distribution.Beta beta, boolean part) {
        double a = beta.alpha();
        double b = beta.beta();
        double centre = StrictMath.log(a / b);
        double peak = logDensity(a, b, centre);
        double low = edge(a, b, centre, peak, -1);
        double high = edge(a, b, centre, peak, 1);
        // of a part, six steps for a standard deviation, and for what is wide four for each unit
        double step = Math.min(Math.sqrt(1 / a + 1 / b), 1.5) / 6;
        int count = part ? (int) Math.max(LEAST_POINTS, Math.min(POINTS, (high - low) / step)) : POINTS;
        double[] rates = new double[count];
        double[] weights = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double x = low + (high - low) * i / (count - 1);
            rates[i] = x < 0 ? StrictMath.exp(x) / (1 + StrictMath.exp(x)) : 1 / (1 + StrictMath.exp(-x));
            weights[i] = StrictMath.exp(logDensity(a, b, x) - peak);
            sum += weights[i];
        }
        for (int i = 0; i < count; i++) {
            weights[i] /= sum;
        }
        return new UncertainRate(rates, weights);
    }

    /** The log density of the logit, but for a constant. */
    private static double logDensity(double a, double b, double x) {
        // with the larger exponent out of the logarithm, so that nothing overflows
        return x < 0
                ? a * x - (a + b) * StrictMath.log1p(StrictMath.exp(x))
                : -b * x - (a + b) * StrictMath.log1p(StrictMath.exp(-x));
    }

    private static double edge(double a, double b, double centre, double peak, int side) {
        double step = Math.sqrt(1 / a + 1 / b);
        double far = step;
        while (logDensity(a, b, centre + side * far) > peak - DEPTH) {
            far *= 2;
        }
        double near = far / 2;
        for (int i = 0; i < 20; i++) {
            double middle = (near + far) / 2;
            if (logDensity(a, b, centre + side * middle) > peak - DEPTH) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return centre + side * far;
    }

    /** The least rate above 0 that weighs anything. */
    private double least() {
        for (int i = 0; i < rates.length; i++) {
            if (weights[i] > NEGLIGIBLE && rates[i] > 0) {
                return rates[i];
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private double most() {
        for (int i = rates.length - 1; i >= 0; i--) {
            if (weights[i] > NEGLIGIBLE) {
                return rates[i];
            }
        }
        return 0;
    }

    /** Brings many points to few on the scale of the logarithm, sharing each between its neighbours so that the mean is kept. */
    private static final class Bins {
        private final double[] nodes = new double[POINTS];
        private final double[] weights = new double[POINTS];
        private final double first;
        private final double step;

        Bins(double least, double high) {
            double low = Math.max(least, high * SMALL);
            first = StrictMath.log(low);
            step = (StrictMath.log(high) - first) / (POINTS - 1);
            for (int k = 0; k < POINTS; k++) {
                nodes[k] = k == 0 ? low : k == POINTS - 1 ? high : StrictMath.exp(first + k * step);
            }
        }

        void add(double point, double weight) {
            if (weight <= NEGLIGIBLE) {
                return;
            }
            double rate = Math.min(nodes[POINTS - 1], Math.max(nodes[0], point));
            if (step <= 0) { // a single value, for all that can be told
                weights[0] += weight;
                return;
            }
            int k = (int) Math.min(POINTS - 2, (StrictMath.log(rate) - first) / step);
            double width = nodes[k + 1] - nodes[k];
            double share = width > 0 ? Math.min(1, Math.max(0, (rate - nodes[k]) / width)) : 0;
            weights[k] += weight * (1 - share);
            weights[k + 1] += weight * share;
        }

        UncertainRate gathered() {
            double sum = 0;
            for (double weight : weights) {
                sum += weight;
            }
            for (int k = 0; k < POINTS; k++) {
                weights[k] /= sum;
            }
            return new UncertainRate(nodes, weights);
        }
    }

    @Override
    public String toString() {
        return isKnown() ? "rate " + rates[0] : "rate about " + mean();
    }
}
