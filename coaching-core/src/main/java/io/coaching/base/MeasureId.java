package io.coaching.base;

import io.coaching.internal.check.Checks;

/**
 * Identifies a measure: what a fact counts or sums.
 *
 * @param value the identifier: stripped, not blank, at most 256 characters, none of them a control character
 */
public record MeasureId(String value) implements Comparable<MeasureId> {
    /**
     * Strips and checks the identifier.
     *
     * @param value the identifier
     * @throws IllegalArgumentException if it is blank, too long or holds control characters
     */
    public MeasureId {
        value = Checks.id(value, "measure id");
    }

    /**
     * Returns an identifier.
     *
     * @param value the identifier
     * @return the identifier
     */
    public static MeasureId of(String value) {
        return new MeasureId(value);
    }

    @Override
    public int compareTo(MeasureId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
