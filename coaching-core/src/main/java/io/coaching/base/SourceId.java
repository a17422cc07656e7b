package io.coaching.base;

import io.coaching.internal.check.Checks;

/**
 * Identifies the record that facts come from: when it is corrected or erased, its facts go with it.
 *
 * @param value the identifier: stripped, not blank, at most 256 characters, none of them a control character
 */
public record SourceId(String value) implements Comparable<SourceId> {
    /**
     * Strips and checks the identifier.
     *
     * @param value the identifier
     * @throws IllegalArgumentException if it is blank, too long or holds control characters
     */
    public SourceId {
        value = Checks.id(value, "source id");
    }

    /**
     * Returns an identifier.
     *
     * @param value the identifier
     * @return the identifier
     */
    public static SourceId of(String value) {
        return new SourceId(value);
    }

    @Override
    public int compareTo(SourceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
