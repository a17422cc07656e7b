package io.coaching.stats;

import io.coaching.internal.check.Checks;

/**
 * What it costs to say that a stretch of a series has one level: twice the log-likelihood that is lost against a level of its
 * own for each point, in units in which a point of a quiet series costs about its noise. A stretch costs O(1) after O(n)
 * preparation. Costs of adjoining stretches add up, so that {@link ChangePoints} can look for the cheapest cuts.
 *
 * <ul>
 *   <li>{@link #mean(double[])}: residual sum of squares around the mean, not yet divided by the noise;
 *   <li>{@link #mean(double[], double[])}: the same with known relative precisions as weights;
 *   <li>{@link #counts}: deviance of Poisson counts over exposures, noise 1 where counts are Poisson and more where they are
 *       overdispersed;
 *   <li>{@link #shares}: deviance of binomial shares, noise likewise.
 * </ul>
 *
 * <p>It is not a test and knows no penalty. Immutable, may be shared between threads.
 *
 * <p>Example: {@code SegmentCost.mean(1, 3, 8).of(0, 2)} is 2: two points, each 1 away from their mean.
 */
public abstract sealed class SegmentCost {
    private final int size;
    private final double leastNoise;

    private SegmentCost(int size, double leastNoise) {
        this.size = size;
        this.leastNoise = leastNoise;
    }

    /**
     * Sums of squares around the mean of each stretch.
     *
     * @param values the series, finite
     * @return the cost
     */
    public static SegmentCost mean(double... values) {
        double[] weights = new double[values.length];
        java.util.Arrays.fill(weights, 1);
        return mean(values, weights);
    }

    /**
     * Weighted sums of squares around the weighted mean of each stretch.
     *
     * @param values the series, finite
     * @param weights how precise each value is, relative to the others: one over its variance, or how many records it is of;
     *     positive
     * @return the cost
     */
    public static SegmentCost mean(double[] values, double[] weights) {
        Arguments.finite(values, "values");
        Arguments.finite(weights, "weights");
        Checks.sameLength(values.length, "values", weights.length, "weights");
        for (int i = 0; i < weights.length; i++) {
            Checks.that(weights[i] > 0, "weights must be positive: " + weights[i] + " at " + i);
        }
        return new Mean(values.clone(), weights.clone());
    }

    /**
     * Poisson deviances.
     *
     * @param counts the counts, not negative
     * @param exposures what each was reached in, positive
     * @return the cost
     */
    public static SegmentCost counts(double[] counts, double[] exposures) {
        Arguments.finite(counts, "counts");
        Arguments.finite(exposures, "exposures");
        Checks.sameLength(counts.length, "counts", exposures.length, "exposures");
        for (int i = 0; i < counts.length; i++) {
            Checks.that(counts[i] >= 0, "counts must not be negative: " + counts[i] + " at " + i);
            Checks.that(exposures[i] > 0, "exposures must be positive: " + exposures[i] + " at " + i);
        }
        return new Counts(counts.clone(), exposures.clone());
    }

    /**
     * Binomial deviances.
     *
     * @param successes the successes, not negative
     * @param trials the trials, each 1 or more and no fewer than its successes
     * @return the cost
     */
    public static SegmentCost shares(double[] successes, double[] trials) {
        Arguments.finite(successes, "successes");
        Arguments.finite(trials, "trials");
        Checks.sameLength(successes.length, "successes", trials.length, "trials");
        for (int i = 0; i < successes.length; i++) {
            Checks.that(
                    trials[i] > 0 && successes[i] >= 0 && successes[i] <= trials[i],
                    "successes must be in 0.." + trials[i] + ": " + successes[i] + " at " + i);
        }
        return new Shares(successes.clone(), trials.clone());
    }

    /**
     * How many points there are.
     *
     * @return the number of points
     */
    public int size() {
        return size;
    }

    /**
     * The cost of a stretch.
     *
     * @param from the first point
     * @param to the point after the last, above {@code from}
     * @return the cost, not negative
     */
    public abstract double of(int from, int to);

    /**
     * The level of a stretch: a weighted mean, events for a unit of exposure, or a share.
     *
     * @param from the first point
     * @param to the point after the last
     * @return the level
     */
    public abstract double level(int from, int to);

    /**
     * How much a stretch weighs in its level: weights, exposure or trials, added up.
     *
     * @param from the first point
     * @param to the point after the last
     * @return the weight
     */
    public abstract double weight(int from, int to);

    /**
     * The variance of the level of a stretch. Of counts and shares half an event or half a success and half a failure are added, so
     * that a stretch without any is not certain of it.
     *
     * @param from the first point
     * @param to the point after the last
     * @param noise the noise of a point ({@link LevelShift#noise})
     * @return the variance
     */
    public double variance(int from, int to, double noise) {
        return noise * unitVariance(from, to) / weight(from, to);
    }

    /** The residual of a point from a level, in units in which its square is its part of the noise (Pearson). */
    abstract double residual(int point, double level);

    /** What the variance of a unit of weight is, less the noise, on the level of a stretch: 1 for means. */
    abstract double unitVariance(int from, int to);

    /** The noise that theory asks for at least: 1 for counts and shares, nothing for means. */
    double leastNoise() {
        return leastNoise;
    }

    private static double[] cumulated(double[] values) {
        double[] sums = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + values[i];
        }
        return sums;
    }

    private static double yLogY(double y, double of) {
        return y > 0 ? y * StrictMath.log(y / of) : 0;
    }

    private static final class Mean extends SegmentCost {
        private final double[] values;
        private final double[] weights;
        private final double center;
        private final double[] weight;
        private final double[] sum;
        private final double[] squares;

        Mean(double[] values, double[] weights) {
            super(values.length, 0);
            this.values = values;
            this.weights = weights;
            this.weight = cumulated(weights);
            double total = 0;
            for (int i = 0; i < values.length; i++) {
                total += weights[i] * values[i];
            }
            // Differences of sums of squares keep their digits only near 0.
            this.center = values.length == 0 ? 0 : total / weight[values.length];
            double[] weighted = new double[values.length];
            double[] squared = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                double d = values[i] - center;
                weighted[i] = weights[i] * d;
                squared[i] = weighted[i] * d;
            }
            this.sum = cumulated(weighted);
            this.squares = cumulated(squared);
        }

        @Override
        public double of(int from, int to) {
            double s = sum[to] - sum[from];
            return Math.max(0, squares[to] - squares[from] - s * s / weight(from, to));
        }

        @Override
        public double level(int from, int to) {
            return center + (sum[to] - sum[from]) / weight(from, to);
        }

        @Override
        public double weight(int from, int to) {
            return weight[to] - weight[from];
        }

        @Override
        double residual(int point, double level) {
            return Math.sqrt(weights[point]) * (values[point] - level);
        }

        @Override
        double unitVariance(int from, int to) {
            return 1;
        }
    }

    private static final class Counts extends SegmentCost {
        private final double[] counts;
        private final double[] exposures;
        private final double[] count;
        private final double[] exposure;
        private final double[] logs;

        Counts(double[] counts, double[] exposures) {
            super(counts.length, 1);
            this.counts = counts;
            this.exposures = exposures;
            this.count = cumulated(counts);
            this.exposure = cumulated(exposures);
            double[] own = new double[counts.length];
            for (int i = 0; i < counts.length; i++) {
                own[i] = yLogY(counts[i], exposures[i]);
            }
            this.logs = cumulated(own);
        }

        @Override
        public double of(int from, int to) {
            double y = count[to] - count[from];
            return Math.max(0, 2 * (logs[to] - logs[from] - yLogY(y, weight(from, to))));
        }

        @Override
        public double level(int from, int to) {
            return (count[to] - count[from]) / weight(from, to);
        }

        @Override
        public double weight(int from, int to) {
            return exposure[to] - exposure[from];
        }

        @Override
        double residual(int point, double level) {
            double expected = level * exposures[point];
            return expected == 0 ? 0 : (counts[point] - expected) / Math.sqrt(expected);
        }

        @Override
        double unitVariance(int from, int to) {
            return (count[to] - count[from] + 0.5) / weight(from, to);
        }
    }

    private static final class Shares extends SegmentCost {
        private final double[] successes;
        private final double[] trials;
        private final double[] success;
        private final double[] trial;
        private final double[] logs;

        Shares(double[] successes, double[] trials) {
            super(successes.length, 1);
            this.successes = successes;
            this.trials = trials;
            this.success = cumulated(successes);
            this.trial = cumulated(trials);
            double[] own = new double[successes.length];
            for (int i = 0; i < successes.length; i++) {
                own[i] = yLogY(successes[i], trials[i]) + yLogY(trials[i] - successes[i], trials[i]);
            }
            this.logs = cumulated(own);
        }

        @Override
        public double of(int from, int to) {
            double y = success[to] - success[from];
            double n = weight(from, to);
            return Math.max(0, 2 * (logs[to] - logs[from] - yLogY(y, n) - yLogY(n - y, n)));
        }

        @Override
        public double level(int from, int to) {
            return (success[to] - success[from]) / weight(from, to);
        }

        @Override
        public double weight(int from, int to) {
            return trial[to] - trial[from];
        }

        @Override
        double residual(int point, double level) {
            double variance = trials[point] * level * (1 - level);
            return variance <= 0 ? 0 : (successes[point] - trials[point] * level) / Math.sqrt(variance);
        }

        @Override
        double unitVariance(int from, int to) {
            double level = (success[to] - success[from] + 0.5) / (weight(from, to) + 1);
            return level * (1 - level);
        }
    }
}
