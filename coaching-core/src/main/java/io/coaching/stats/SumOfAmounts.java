package io.coaching.stats;

import io.coaching.internal.check.Checks;
import java.util.Arrays;
import java.util.function.LongToDoubleFunction;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * What n amounts to come will add up to, when only a sample of such amounts is known: of deals, for example.
 *
 * <p>Two things are unsure: how large each one will be (its standard deviation) and how large they are on average (the standard
 * error of their mean), which does not shrink as n grows. The sum has the mean {@code n mean} and the variance {@code n sd^2 +
 * n^2 se^2}, and is taken to be gamma distributed with these moments, as sums of positive, skewed amounts very nearly are (the
 * gamma approximation of aggregate claims: Kaas, Goovaerts, Dhaene and Denuit 2008, Modern Actuarial Risk Theory, section 2.5).
 * It is no law of the single amount, and rough for few of very skewed ones: by simulation of 2 to 40 log-normal amounts it is
 * within 3 points of the true probability where their sigma is 0.5, as deals often have, within 5 where it is 1.
 *
 * <p>The probability of reaching a total never falls as n grows, for both shape and scale of the gamma grow with it.
 *
 * <p>Example: 10 deals of a mean of 10,000 with a standard deviation of 5,000, both known, reach 100,000 with a probability of
 * 0.479, for the median of a skewed sum lies below its mean.
 *
 * @param mean the expected amount, above 0
 * @param sd the standard deviation of a single amount, 0 or more
 * @param standardError the standard error of the mean, 0 or more; 0 for a mean that is known
 */
public record SumOfAmounts(double mean, double sd, double standardError) {
    private static final int EACH = 4096;
    private static final int EACH_BITS = 12;
    private static final int STEPS_BITS = 8;

    /**
     * Checks the figures.
     *
     * @param mean the expected amount, above 0
     * @param sd the standard deviation of a single amount
     * @param standardError the standard error of the mean
     */
    public SumOfAmounts {
        Checks.that(mean > 0 && Double.isFinite(mean), "mean must be finite and above 0: " + mean);
        sd = Checks.inRange(sd, 0, Double.MAX_VALUE, "sd");
        standardError = Checks.inRange(standardError, 0, Double.MAX_VALUE, "standardError");
    }

    /**
     * What a sample says.
     *
     * @param amounts the amounts seen, two or more, with a mean above 0
     * @return mean, standard deviation (n - 1 below) and standard error
     */
    public static SumOfAmounts ofSample(double... amounts) {
        Checks.atLeast(amounts.length, 2, "number of amounts");
        double[] sorted = amounts.clone();
        Arrays.sort(sorted); // so that the order given reaches no bit
        double sum = 0;
        for (double amount : sorted) {
            sum += Checks.finite(amount, "amount");
        }
        double mean = sum / sorted.length;
        double squares = 0;
        for (double amount : sorted) {
            squares += (amount - mean) * (amount - mean);
        }
        double sd = Math.sqrt(squares / (sorted.length - 1));
        return new SumOfAmounts(mean, sd, sd / Math.sqrt(sorted.length));
    }

    /**
     * The probability that n amounts reach a total.
     *
     * @param total the total to reach, above 0
     * @param n how many amounts, 0 or more
     * @return the probability
     */
    public double reaches(double total, long n) {
        Checks.that(total > 0 && Double.isFinite(total), "total must be finite and above 0: " + total);
        Checks.atLeast(n, 0, "n");
        if (n == 0) {
            return 0;
        }
        double spread = sd * sd + n * (standardError * standardError);
        if (spread == 0) {
            return n * mean >= total ? 1 : 0;
        }
        double shape = n * (mean / spread) * mean;
        return GammaDistribution.of(shape, 1).survivalProbability(total / (spread / mean));
    }

    /**
     * The probability of reaching a total as a function of n, with a memory: above 4,096 amounts it interpolates between
     * points that lie less than half a percent apart.
     *
     * @param total the total to reach, above 0
     * @return the function; not to be shared between threads
     */
    public LongToDoubleFunction reaching(double total) {
        double[] each = unknown(EACH);
        double[] steps = unknown((Long.SIZE - EACH_BITS) << STEPS_BITS);
        return n -> {
            if (n < EACH) {
                return remembered(each, (int) n, total, n);
            }
            int bits = Long.SIZE - 1 - Long.numberOfLeadingZeros(n);
            long width = 1L << (bits - STEPS_BITS);
            int step = (int) ((n >>> (bits - STEPS_BITS)) - (1L << STEPS_BITS));
            int index = ((bits - EACH_BITS) << STEPS_BITS) + step;
            long low = (1L << bits) + step * width;
            double at = remembered(steps, index, total, low);
            return n == low
                    ? at
                    : at + (remembered(steps, index + 1, total, low + width) - at) * ((n - low) / (double) width);
        };
    }

    private static double[] unknown(int size) {
        double[] memory = new double[size];
        Arrays.fill(memory, -1);
        return memory;
    }

    private double remembered(double[] memory, int index, double total, long n) {
        if (memory[index] < 0) {
            memory[index] = reaches(total, n);
        }
        return memory[index];
    }
}
