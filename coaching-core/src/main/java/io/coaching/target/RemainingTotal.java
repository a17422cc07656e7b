package io.coaching.target;

import io.coaching.stats.SumOfAmounts;

/**
 * What is still to come of a total: a number of events, each of some size. The number is negative binomial, for it is Poisson at
 * a rate that is believed to be gamma distributed; sizes add up as {@link SumOfAmounts} says.
 *
 * <p>Nothing is drawn at random: the probabilities of all numbers that matter are summed.
 */
final class RemainingTotal {
    private static final int FIXED_NODES = 1 << 17;
    private static final int NODES = 512;
    private static final double NEGLIGIBLE = 1e-18;

    private final long[] numbers;
    private final double[] weights;
    private final SumOfAmounts size;

    private RemainingTotal(long[] numbers, double[] weights, SumOfAmounts size) {
        this.numbers = numbers;
        this.weights = weights;
        this.size = size;
    }

    /**
     * @param shape of the gamma of the rate, above 0
     * @param rate of the gamma of the rate, in days, above 0
     * @param exposure how many days are to come
     * @param amount of one event
     */
    static RemainingTotal of(double shape, double rate, double exposure, SumOfAmounts amount) {
        SumOfAmounts size = isFixed(amount) ? new SumOfAmounts(amount.mean(), 0, 0) : amount;
        if (exposure <= 0) {
            return new RemainingTotal(new long[1], new double[] {1}, size);
        }
        double odds = exposure / (rate + exposure);
        double mean = shape * exposure / rate;
        double sd = Math.sqrt(mean * (1 + exposure / rate));
        long mode = shape > 1 ? (long) Math.floor((shape - 1) * exposure / rate) : 0;
        long low = Math.max(0, mode - (long) Math.ceil(16 * sd) - 20);
        long high = mode + (long) Math.ceil(40 * sd) + 60;
        long width = (high - low) / (isFixed(size) ? FIXED_NODES : NODES) + 1;
        int nodes = (int) ((high - low) / width) + 1;
        double[] weights = new double[nodes];
        double weight = 1;
        for (long k = mode; k >= low && weight > NEGLIGIBLE; k--) {
            weights[(int) ((k - low) / width)] += weight;
            weight *= k / ((shape + k - 1) * odds);
        }
        weight = (shape + mode) / (mode + 1) * odds;
        for (long k = mode + 1; k <= high && weight > NEGLIGIBLE; k++) {
            weights[(int) ((k - low) / width)] += weight;
            weight *= (shape + k) / (k + 1) * odds;
        }
        double sum = 0;
        for (double each : weights) {
            sum += each;
        }
        long[] numbers = new long[nodes];
        for (int i = 0; i < nodes; i++) {
            weights[i] /= sum;
            numbers[i] = low + i * width + (width - 1) / 2;
        }
        return new RemainingTotal(numbers, weights, size);
    }

    /** Whether amounts differ so little that they may as well be alike. */
    static boolean isFixed(SumOfAmounts size) {
        return Math.max(size.sd(), size.standardError()) < 1e-3 * size.mean();
    }

    double mean() {
        double mean = 0;
        for (int i = 0; i < numbers.length; i++) {
            mean += weights[i] * numbers[i];
        }
        return mean * size.mean();
    }

    /** The probability of at least so much. */
    double reaches(double total) {
        if (total <= 0) {
            return 1;
        }
        double sum = 0;
        for (int i = numbers.length - 1; i >= 0; i--) {
            if (weights[i] > 0) {
                sum += weights[i] * size.reaches(total * (1 - 1e-12), numbers[i]);
            }
        }
        return Math.min(1, sum);
    }

    /** The probability of more than so much. */
    double exceeds(double total) {
        if (total < 0) {
            return 1;
        }
        double sum = 0;
        for (int i = numbers.length - 1; i >= 0; i--) {
            if (weights[i] > 0 && numbers[i] > 0) {
                sum += weights[i] * (total == 0 ? 1 : size.reaches(total * (1 + 1e-12), numbers[i]));
            }
        }
        return Math.min(1, sum);
    }

    /** The least amount that is not exceeded with a probability, within a millionth. */
    double quantile(double p) {
        if (exceeds(0) <= 1 - p) {
            return 0;
        }
        double high = Math.max(size.mean(), mean());
        while (exceeds(high) > 1 - p) {
            high *= 2;
        }
        double low = 0;
        while (high - low > 1e-6 * high) {
            double middle = (low + high) / 2;
            if (exceeds(middle) > 1 - p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return isFixed(size) ? Math.rint(high / size.mean()) * size.mean() : high;
    }
}
