package io.coaching.stats;

import io.coaching.internal.check.Checks;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where values lie and how far they spread, by figures that a few wild ones cannot move.
 *
 * <p>Definition: {@code mad = median(|x - median(x)|)}; times {@value #MAD_TO_SIGMA} it estimates a normal standard deviation.
 * It is 0 as soon as more than half of the values are equal. Then the mean absolute deviation about the median, times
 * {@value #MEAN_DEVIATION_TO_SIGMA}, takes its place (Iglewicz and Hoaglin 1993, How to Detect and Handle Outliers, section
 * 3.5), and {@link #basis} says so; when all are equal, no scale is defined and z scores are empty.
 *
 * <p>Example: of 1, 2, ..., 8, 100 the median is 5, the MAD 2, scaled 2.9652, while the standard deviation is 31.9.
 *
 * @param n how many values, at least 1
 * @param median their median
 * @param mad the median absolute deviation from it, not scaled
 * @param meanAbsoluteDeviation the mean absolute deviation from the median, not scaled
 * @param basis on which of the two the scale rests
 */
public record RobustScale(int n, double median, double mad, double meanAbsoluteDeviation, Basis basis) {
    /** What turns a MAD into a standard deviation of normal values, to the four places in common use. */
    public static final double MAD_TO_SIGMA = 1.4826;

    /** What turns a mean absolute deviation into a standard deviation of normal values: the root of half of pi. */
    public static final double MEAN_DEVIATION_TO_SIGMA = 1.253314;

    /** The factor of the modified z score: the third quartile of the standard normal distribution. */
    public static final double MODIFIED_Z = 0.6745;

    /** What a scale rests on. */
    public enum Basis {
        /** The median absolute deviation. */
        MAD,
        /** The mean absolute deviation, because more than half of the values are equal. */
        MEAN_ABSOLUTE_DEVIATION,
        /** Nothing: all values are equal. */
        NONE
    }

    /**
     * Checks that the basis is the one that the figures call for.
     *
     * @param n how many values, at least 1
     * @param median their median
     * @param mad the median absolute deviation from it, not scaled
     * @param meanAbsoluteDeviation the mean absolute deviation from the median, not scaled
     * @param basis on which of the two the scale rests
     */
    public RobustScale {
        Checks.atLeast(n, 1, "n");
        median = Checks.finite(median, "median");
        mad = Checks.inRange(mad, 0, Double.MAX_VALUE, "mad");
        meanAbsoluteDeviation = Checks.inRange(meanAbsoluteDeviation, 0, Double.MAX_VALUE, "meanAbsoluteDeviation");
        Checks.that(basis == basis(mad, meanAbsoluteDeviation), "basis does not fit the deviations: " + basis);
    }

    static Basis basis(double mad, double meanAbsoluteDeviation) {
        return mad > 0 ? Basis.MAD : meanAbsoluteDeviation > 0 ? Basis.MEAN_ABSOLUTE_DEVIATION : Basis.NONE;
    }

    /**
     * Measures values. For everyone in a group against the others, {@link GroupProfile} is far cheaper.
     *
     * @param values the values, finite, in any order
     * @return their place and scale; empty if there is no value
     */
    public static Optional<RobustScale> of(double... values) {
        return values.length == 0
                ? Optional.empty()
                : Optional.of(GroupProfile.of(values).scale());
    }

    /**
     * The MAD as an estimate of a normal standard deviation.
     *
     * @return {@value #MAD_TO_SIGMA} times the MAD; 0 when more than half of the values are equal
     */
    public double scaledMad() {
        return MAD_TO_SIGMA * mad;
    }

    /**
     * The estimate of a normal standard deviation that the scores use.
     *
     * @return the scaled MAD or its substitute, according to {@link #basis}; empty if all values are equal
     */
    public OptionalDouble sigma() {
        return switch (basis) {
            case MAD -> OptionalDouble.of(scaledMad());
            case MEAN_ABSOLUTE_DEVIATION -> OptionalDouble.of(MEAN_DEVIATION_TO_SIGMA * meanAbsoluteDeviation);
            case NONE -> OptionalDouble.empty();
        };
    }

    /**
     * How many robust standard deviations a value lies above the median.
     *
     * @param value the value
     * @return {@code (value - median) / sigma}; empty if all values are equal
     */
    public OptionalDouble robustZ(double value) {
        Checks.finite(value, "value");
        OptionalDouble sigma = sigma();
        return sigma.isEmpty() ? sigma : OptionalDouble.of((value - median) / sigma.getAsDouble());
    }

    /**
     * Iglewicz and Hoaglin's modified z score, which is labelled an outlier beyond 3.5.
     *
     * @param value the value
     * @return {@code 0.6745 (value - median) / mad}, with the documented substitute where the MAD is 0; empty if all values
     *     are equal
     */
    public OptionalDouble modifiedZ(double value) {
        return basis == Basis.MAD
                ? OptionalDouble.of(MODIFIED_Z * (Checks.finite(value, "value") - median) / mad)
                : robustZ(value);
    }
}
