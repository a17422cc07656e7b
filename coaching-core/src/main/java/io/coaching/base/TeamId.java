package io.coaching.base;

import io.coaching.internal.check.Checks;

/**
 * Identifies a team.
 *
 * @param value the identifier: stripped, not blank, at most 256 characters, none of them a control character
 */
public record TeamId(String value) implements Subject {
    /**
     * Strips and checks the identifier.
     *
     * @param value the identifier
     * @throws IllegalArgumentException if it is blank, too long or holds control characters
     */
    public TeamId {
        value = Checks.id(value, "team id");
    }

    /**
     * Returns an identifier.
     *
     * @param value the identifier
     * @return the identifier
     */
    public static TeamId of(String value) {
        return new TeamId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
