package io.coaching.base;

import io.coaching.internal.check.Checks;

/**
 * Identifies a competency.
 *
 * @param value the identifier: stripped, not blank, at most 256 characters, none of them a control character
 */
public record CompetencyId(String value) implements Comparable<CompetencyId> {
    /**
     * Strips and checks the identifier.
     *
     * @param value the identifier
     * @throws IllegalArgumentException if it is blank, too long or holds control characters
     */
    public CompetencyId {
        value = Checks.id(value, "competency id");
    }

    /**
     * Returns an identifier.
     *
     * @param value the identifier
     * @return the identifier
     */
    public static CompetencyId of(String value) {
        return new CompetencyId(value);
    }

    @Override
    public int compareTo(CompetencyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
