package io.coaching.stats;

import com.google.common.collect.ImmutableList;
import io.coaching.internal.check.Checks;
import java.util.List;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What is believed of one true value: a prior, or a posterior.
 *
 * <p>The kinds are those that empirical Bayes gives. {@link Mixture} is what is left when a hyper-parameter is integrated out
 * rather than plugged in; {@link Point} says that the peers are all alike. All answers are finite; none is random.
 */
public sealed interface Distribution {
    /**
     * The mean.
     *
     * @return the mean
     */
    double mean();

    /**
     * The standard deviation.
     *
     * @return the standard deviation, 0 for a point
     */
    double sd();

    /**
     * The probability of lying at or below a value.
     *
     * @param x any finite value
     * @return P(X &lt;= x)
     */
    double cumulative(double x);

    /**
     * The value below which a share of the probability lies.
     *
     * @param p a probability, between 0 and 1, both excluded
     * @return the quantile
     */
    double quantile(double p);

    /**
     * The probability of lying below a value; a point that equals it counts half, so that nothing speaks for either side.
     *
     * @param x any finite value
     * @return P(X &lt; x) + P(X = x) / 2
     */
    default double probabilityBelow(double x) {
        return cumulative(x);
    }

    /**
     * The median.
     *
     * @return the quantile at 0.5
     */
    default double median() {
        return quantile(0.5);
    }

    /**
     * Credible limits with equal tails.
     *
     * @param level the probability between them, such as 0.95
     * @return the limits
     */
    default Limits limits(double level) {
        double tail = (1 - Arguments.level(level)) / 2;
        double low = quantile(tail);
        return new Limits(low, Math.max(low, quantile(1 - tail)), level);
    }

    /**
     * A beta distribution, of a proportion.
     *
     * @param alpha the first shape, above 0: as many successes
     * @param beta the second shape, above 0: as many failures
     */
    record Beta(double alpha, double beta) implements Distribution {
        /**
         * Checks the shapes.
         *
         * @param alpha the first shape, above 0: as many successes
         * @param beta the second shape, above 0: as many failures
         */
        public Beta {
            positive(alpha, "alpha");
            positive(beta, "beta");
        }

        @Override
        public double mean() {
            return alpha / (alpha + beta);
        }

        @Override
        public double sd() {
            double n = alpha + beta;
            return Math.sqrt(alpha / n * (beta / n) / (n + 1));
        }

        @Override
        public double cumulative(double x) {
            return x <= 0 ? 0 : x >= 1 ? 1 : commons().cumulativeProbability(x);
        }

        @Override
        public double quantile(double p) {
            return Distribution.quantile(commons(), p);
        }

        private BetaDistribution commons() {
            return BetaDistribution.of(alpha, beta);
        }
    }

    /**
     * A gamma distribution, of a rate.
     *
     * @param shape the shape, above 0: as many events
     * @param rate the rate (1 / scale), above 0: in as much exposure
     */
    record Gamma(double shape, double rate) implements Distribution {
        /**
         * Checks the parameters.
         *
         * @param shape the shape, above 0: as many events
         * @param rate the rate (1 / scale), above 0: in as much exposure
         */
        public Gamma {
            positive(shape, "shape");
            positive(rate, "rate");
        }

        @Override
        public double mean() {
            return shape / rate;
        }

        @Override
        public double sd() {
            return Math.sqrt(shape) / rate;
        }

        @Override
        public double cumulative(double x) {
            return x <= 0 ? 0 : commons().cumulativeProbability(x * rate);
        }

        @Override
        public double quantile(double p) {
            return Distribution.quantile(commons(), p) / rate;
        }

        private GammaDistribution commons() {
            return GammaDistribution.of(shape, 1);
        }
    }

    /**
     * A normal distribution, of a mean.
     *
     * @param mean the mean
     * @param sd the standard deviation, above 0
     */
    record Normal(double mean, double sd) implements Distribution {
        /**
         * Checks the parameters.
         *
         * @param mean the mean
         * @param sd the standard deviation, above 0
         */
        public Normal {
            mean = Checks.finite(mean, "mean");
            positive(sd, "sd");
        }

        @Override
        public double cumulative(double x) {
            return NormalDistribution.of(mean, sd).cumulativeProbability(x);
        }

        @Override
        public double quantile(double p) {
            return Distribution.quantile(NormalDistribution.of(mean, sd), p);
        }
    }

    /**
     * One value, for sure: as far as can be seen the peers do not differ.
     *
     * @param value the value
     */
    record Point(double value) implements Distribution {
        /**
         * Checks the value.
         *
         * @param value the value
         */
        public Point {
            value = Checks.finite(value, "value");
        }

        @Override
        public double mean() {
            return value;
        }

        @Override
        public double sd() {
            return 0;
        }

        @Override
        public double cumulative(double x) {
            return x >= value ? 1 : 0;
        }

        @Override
        public double probabilityBelow(double x) {
            return x == value ? 0.5 : cumulative(x);
        }

        @Override
        public double quantile(double p) {
            inside(p);
            return value;
        }
    }

    /**
     * A weighted mixture.
     *
     * @param weights the weights, not negative, made to add up to 1
     * @param parts the distributions, as many, at least one
     */
    record Mixture(List<Double> weights, List<Distribution> parts) implements Distribution {
        /**
         * Checks and normalises the weights.
         *
         * @param weights the weights, not negative, made to add up to 1
         * @param parts the distributions, as many, at least one
         */
        public Mixture {
            Checks.sameLength(weights.size(), "weights", parts.size(), "parts");
            Checks.atLeast(weights.size(), 1, "number of parts");
            double sum = 0;
            for (double weight : weights) {
                sum += Checks.inRange(weight, 0, Double.MAX_VALUE, "weight");
            }
            Checks.that(sum > 0 && Double.isFinite(sum), "weights must have a finite sum above 0: " + sum);
            ImmutableList.Builder<Double> normal = ImmutableList.builderWithExpectedSize(weights.size());
            for (double weight : weights) {
                normal.add(Math.abs(sum - 1) < 1e-12 ? weight : weight / sum);
            }
            weights = normal.build();
            parts = ImmutableList.copyOf(parts);
        }

        @Override
        public double mean() {
            double mean = 0;
            for (int i = 0; i < parts.size(); i++) {
                mean += weights.get(i) * parts.get(i).mean();
            }
            return mean;
        }

        @Override
        public double sd() {
            double mean = mean();
            double variance = 0;
            for (int i = 0; i < parts.size(); i++) {
                double off = parts.get(i).mean() - mean;
                double sd = parts.get(i).sd();
                variance += weights.get(i) * (sd * sd + off * off);
            }
            return Math.sqrt(variance);
        }

        @Override
        public double cumulative(double x) {
            double sum = 0;
            for (int i = 0; i < parts.size(); i++) {
                sum += weights.get(i) * parts.get(i).cumulative(x);
            }
            return Math.min(1, sum);
        }

        @Override
        public double probabilityBelow(double x) {
            double sum = 0;
            for (int i = 0; i < parts.size(); i++) {
                sum += weights.get(i) * parts.get(i).probabilityBelow(x);
            }
            return Math.min(1, sum);
        }

        @Override
        public double quantile(double p) {
            inside(p);
            // Bracketed from the mean outward; then Illinois steps, halved when they stall: few evaluations, and the
            // same
            // ones on every machine.
            double mean = mean();
            double step = Math.max(sd(), Math.max(Math.abs(mean), 1e-300) * 1e-12);
            double low = mean;
            double high = mean;
            double below = cumulative(mean) - p;
            double above = below;
            for (int i = 0; i < 200 && below >= 0; i++) {
                low -= step;
                step *= 1.5;
                below = cumulative(low) - p;
            }
            for (int i = 0; i < 200 && above < 0; i++) {
                high += step;
                step *= 1.5;
                above = cumulative(high) - p;
            }
            double tolerance = 1e-11 * sd() + 1e-14 * Math.abs(mean);
            int side = 0;
            double weightBelow = below;
            double weightAbove = above;
            for (int i = 0; i < 200 && high - low > tolerance; i++) {
                double next = i % 4 == 3
                        ? low + (high - low) / 2
                        : low - weightBelow * (high - low) / (weightAbove - weightBelow);
                if (!(next > low && next < high)) {
                    next = low + (high - low) / 2;
                    if (next <= low || next >= high) {
                        break;
                    }
                }
                double at = cumulative(next) - p;
                if (at < 0) {
                    low = next;
                    weightBelow = at;
                    weightAbove = side < 0 ? weightAbove / 2 : weightAbove;
                    side = -1;
                } else {
                    high = next;
                    weightAbove = at;
                    weightBelow = side > 0 ? weightBelow / 2 : weightBelow;
                    side = 1;
                    if (at <= 1e-13) {
                        break;
                    }
                }
            }
            return high;
        }
    }

    private static double quantile(ContinuousDistribution distribution, double p) {
        inside(p);
        return distribution.inverseCumulativeProbability(p);
    }

    private static void inside(double p) {
        Checks.that(p > 0 && p < 1, "p must lie between 0 and 1: " + p);
    }

    private static void positive(double value, String name) {
        Checks.that(value > 0 && Double.isFinite(value), name + " must be finite and above 0: " + value);
    }
}
