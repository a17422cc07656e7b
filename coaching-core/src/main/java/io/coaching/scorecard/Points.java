package io.coaching.scorecard;

import io.coaching.internal.check.Checks;
import io.coaching.internal.text.Figures;

/**
 * A position on a rating scale, in points: a whole or a half. Halves are exact in binary, so nothing is lost in a
 * {@code double}; sums are made over {@link #halves()}.
 *
 * @param value the number of points, a multiple of 0.5 in -1000..1000
 */
public record Points(double value) implements Comparable<Points> {
    private static final int LIMIT = 1000;

    /**
     * Checks the value.
     *
     * @param value the number of points
     * @throws IllegalArgumentException if it is no multiple of 0.5 in -1000..1000
     */
    public Points {
        value = Checks.inRange(value, -LIMIT, LIMIT, "points");
        Checks.that(value * 2 == Math.rint(value * 2), "points must be a multiple of 0.5: " + value);
    }

    /**
     * Returns a number of points.
     *
     * @param value the number, a multiple of 0.5
     * @return the points
     */
    public static Points of(double value) {
        return new Points(value);
    }

    /**
     * Returns a number of half points.
     *
     * @param halves twice the number of points
     * @return the points
     */
    public static Points ofHalves(int halves) {
        return new Points(halves / 2.0);
    }

    /**
     * The exact number of half points.
     *
     * @return twice the number of points: 7 for 3.5
     */
    public int halves() {
        return (int) Math.rint(value * 2);
    }

    @Override
    public int compareTo(Points other) {
        return Double.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Figures.plain(value);
    }
}
