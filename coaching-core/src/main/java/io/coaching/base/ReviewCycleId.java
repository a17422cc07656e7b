package io.coaching.base;

import io.coaching.internal.check.Checks;

/**
 * Identifies a review cycle.
 *
 * @param value the identifier: stripped, not blank, at most 256 characters, none of them a control character
 */
public record ReviewCycleId(String value) implements Comparable<ReviewCycleId> {
    /**
     * Strips and checks the identifier.
     *
     * @param value the identifier
     * @throws IllegalArgumentException if it is blank, too long or holds control characters
     */
    public ReviewCycleId {
        value = Checks.id(value, "review cycle id");
    }

    /**
     * Returns an identifier.
     *
     * @param value the identifier
     * @return the identifier
     */
    public static ReviewCycleId of(String value) {
        return new ReviewCycleId(value);
    }

    @Override
    public int compareTo(ReviewCycleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
