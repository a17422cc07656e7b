package io.coaching.base;

import io.coaching.internal.check.Checks;

/**
 * Identifies a stage of a sales process.
 *
 * @param value the identifier: stripped, not blank, at most 256 characters, none of them a control character
 */
public record StageId(String value) implements Comparable<StageId> {
    /**
     * Strips and checks the identifier.
     *
     * @param value the identifier
     * @throws IllegalArgumentException if it is blank, too long or holds control characters
     */
    public StageId {
        value = Checks.id(value, "stage id");
    }

    /**
     * Returns an identifier.
     *
     * @param value the identifier
     * @return the identifier
     */
    public static StageId of(String value) {
        return new StageId(value);
    }

    @Override
    public int compareTo(StageId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
