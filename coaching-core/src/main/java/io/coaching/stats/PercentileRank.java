package io.coaching.stats;

import io.coaching.internal.check.Checks;
import java.util.OptionalDouble;

/**
 * What per cent of a group lies below a score: four conventions, which differ where values are equal to it.
 *
 * <p>The default is {@link #MEAN}, the mid-rank: equal values count half, so that a group of equals stands at 50 and the
 * ranks of a group and of its mirror image add up to 100. Always state the convention: on the values 1, 2, 3, 3, 4 the score
 * 3 has the rank 60, 80, 40 or 70 (the example of SciPy's {@code percentileofscore}, whose four kinds these are).
 *
 * <p>Edge cases: against no value there is no rank; the score itself need not be among the values. O(n), or O(log n) on sorted
 * values.
 */
public enum PercentileRank {
    /** Those below and half of those equal: {@code 100 (below + equal / 2) / n}. The default. */
    MEAN,
    /** Those below and all of those equal: {@code 100 (below + equal) / n}. */
    WEAK,
    /** Only those below: {@code 100 below / n}. */
    STRICT,
    /** The average rank of the equal ones: {@code 100 (below + (equal + 1) / 2) / n}; as {@link #STRICT} if none is equal. */
    RANK;

    /** What is used where nothing is said: {@link #MEAN}. */
    public static final PercentileRank DEFAULT = MEAN;

    /**
     * The rank, from counts.
     *
     * @param below how many of the group lie below the score
     * @param equal how many equal it
     * @param n how many the group has, at least 1
     * @return the percentile rank, between 0 and 100
     */
    public double of(int below, int equal, int n) {
        Checks.atLeast(n, 1, "n");
        if (below < 0 || equal < 0 || below > n - equal) {
            throw new IllegalArgumentException(
                    "below and equal must be counts within n: " + below + ", " + equal + ", " + n);
        }
        // Halves are counted whole, so that the one division is the only rounding but the last.
        long halves = switch (this) {
            case MEAN -> 2L * below + equal;
            case WEAK -> 2L * below + 2L * equal;
            case STRICT -> 2L * below;
            case RANK -> 2L * below + (equal == 0 ? 0 : equal + 1);
        };
        return 50.0 * halves / n;
    }

    /**
     * The rank of a score against values.
     *
     * @param reference the values of the group, finite, in any order
     * @param score the score, which need not be among them
     * @return the percentile rank, between 0 and 100; empty if the group is
     */
    public OptionalDouble of(double[] reference, double score) {
        Arguments.finite(reference, "reference");
        Checks.finite(score, "score");
        if (reference.length == 0) {
            return OptionalDouble.empty();
        }
        int below = 0;
        int equal = 0;
        for (double value : reference) {
            if (value < score) {
                below++;
            } else if (value == score) {
                equal++;
            }
        }
        return OptionalDouble.of(of(below, equal, reference.length));
    }
}
