package io.coaching.stats;

import io.coaching.internal.check.Checks;
import java.util.Optional;

/**
 * Tukey's fences: values beyond them are worth a look.
 *
 * <p>Definition: {@code q1 - k (q3 - q1)} and {@code q3 + k (q3 - q1)}, k = 1.5 (Tukey 1977, Exploratory Data Analysis). Of
 * normal values 0.7 % lie outside, so that in a group of 50 one in three times somebody does by chance. Practice is divided
 * over the quartiles; {@link Quartiles} names them. Edge cases: of one value, or of equal ones, all four figures coincide and
 * nothing equal to them is outside. O(n log n).
 *
 * <p>Example: the lengths of 141 rivers (R's {@code rivers}): 310 and 680, fences -245 and 1235, eleven rivers beyond.
 *
 * @param q1 the lower quartile or hinge
 * @param q3 the upper quartile or hinge
 * @param lower the lower fence
 * @param upper the upper fence
 */
public record Fences(double q1, double q3, double lower, double upper) {
    /** Tukey's factor. */
    public static final double TUKEY_K = 1.5;

    /** Which quartiles the fences stand on. */
    public enum Quartiles {
        /** Quantiles by {@link QuantileMethod#HF7}. The default. */
        TYPE_7,
        /** Tukey's hinges: the medians of the two halves, each of which has the median itself when n is odd. */
        HINGES
    }

    /**
     * Checks the order of the figures.
     *
     * @param q1 the lower quartile or hinge
     * @param q3 the upper quartile or hinge
     * @param lower the lower fence
     * @param upper the upper fence
     */
    public Fences {
        Checks.finite(lower, "lower");
        Checks.finite(upper, "upper");
        Checks.that(
                lower <= q1 && q1 <= q3 && q3 <= upper,
                "lower <= q1 <= q3 <= upper must hold: " + lower + ", " + q1 + ", " + q3 + ", " + upper);
    }

    /**
     * Tukey's fences at 1.5 on quartiles of type 7.
     *
     * @param values the values, finite, in any order
     * @return the fences; empty if there is no value
     */
    public static Optional<Fences> of(double... values) {
        return of(values, TUKEY_K, Quartiles.TYPE_7);
    }

    /**
     * Fences at another distance or on hinges.
     *
     * @param values the values, finite, in any order
     * @param k how many interquartile ranges beyond the quartiles they stand, 0 or more; 3 for Tukey's "far out"
     * @param quartiles which quartiles
     * @return the fences; empty if there is no value
     */
    public static Optional<Fences> of(double[] values, double k, Quartiles quartiles) {
        double[] sorted = Arguments.sorted(values, "values");
        Checks.inRange(k, 0, 1e6, "k");
        int n = sorted.length;
        if (n == 0) {
            return Optional.empty();
        }
        double q1;
        double q3;
        if (quartiles == Quartiles.TYPE_7) {
            q1 = QuantileMethod.HF7.ofSorted(sorted, 0.25);
            q3 = QuantileMethod.HF7.ofSorted(sorted, 0.75);
        } else {
            int half = (n + 1) / 2;
            q1 = QuantileMethod.middle(sorted[(half - 1) / 2], sorted[half / 2]);
            q3 = QuantileMethod.middle(sorted[n - 1 - half / 2], sorted[n - 1 - (half - 1) / 2]);
        }
        double reach = k * (q3 - q1);
        return Optional.of(new Fences(q1, q3, q1 - reach, q3 + reach));
    }

    /**
     * Whether a value lies beyond a fence.
     *
     * @param value any value
     * @return true if it is below the lower or above the upper; not if it is on one
     */
    public boolean isOutside(double value) {
        return value < lower || value > upper;
    }
}
