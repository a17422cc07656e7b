package io.coaching.base;

import io.coaching.internal.check.Checks;
import io.coaching.internal.text.Figures;

/**
 * A share in percent: {@code Percent.of(25)} is a quarter.
 *
 * <p>Values outside 0..100 are allowed, for an attainment may be 130 %. It is not a fraction: 0.25 is a quarter of one
 * percent, and {@link #ofFraction(double)} says so where a fraction is at hand.
 *
 * @param value the number of percent, finite
 */
public record Percent(double value) implements Comparable<Percent> {
    /**
     * Rejects NaN and infinities, and turns -0.0 into 0.0.
     *
     * @param value the number of percent, finite
     */
    public Percent {
        value = Checks.finite(value, "percent");
    }

    /**
     * Returns a number of percent.
     *
     * @param value the number of percent, finite
     * @return the share
     */
    public static Percent of(double value) {
        return new Percent(value);
    }

    /**
     * Returns a fraction as percent: {@code Percent.ofFraction(0.25)} is {@code Percent.of(25)}.
     *
     * @param fraction the fraction, finite
     * @return the share
     */
    public static Percent ofFraction(double fraction) {
        return new Percent(fraction * 100);
    }

    /**
     * The share as a fraction: 0.25 for 25 %.
     *
     * @return the fraction
     */
    public double fraction() {
        return value / 100;
    }

    @Override
    public int compareTo(Percent other) {
        return Double.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Figures.plain(value) + "%";
    }
}
