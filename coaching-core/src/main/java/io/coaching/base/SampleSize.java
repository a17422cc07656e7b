package io.coaching.base;

import io.coaching.internal.check.Checks;
import io.coaching.internal.text.Figures;

/**
 * How many of what an answer stands on.
 *
 * @param n the number, not negative
 * @param of what was counted, in the plural, as {@code "opportunities"}
 */
public record SampleSize(long n, String of) {
    /**
     * Rejects a negative number.
     *
     * @param n the number
     * @param of what was counted
     */
    public SampleSize {
        Checks.atLeast(n, 0, "n");
        of = Checks.notBlank(of, "of");
    }

    /**
     * Returns a sample size.
     *
     * @param n the number
     * @param of what was counted
     * @return the sample size
     */
    public static SampleSize of(long n, String of) {
        return new SampleSize(n, of);
    }

    @Override
    public String toString() {
        return Figures.count(n) + " " + of;
    }
}
