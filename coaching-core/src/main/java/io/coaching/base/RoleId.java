package io.coaching.base;

import io.coaching.internal.check.Checks;

/**
 * Identifies a role, such as a full-cycle seller.
 *
 * @param value the identifier: stripped, not blank, at most 256 characters, none of them a control character
 */
public record RoleId(String value) implements Comparable<RoleId> {
    /**
     * Strips and checks the identifier.
     *
     * @param value the identifier
     * @throws IllegalArgumentException if it is blank, too long or holds control characters
     */
    public RoleId {
        value = Checks.id(value, "role id");
    }

    /**
     * Returns an identifier.
     *
     * @param value the identifier
     * @return the identifier
     */
    public static RoleId of(String value) {
        return new RoleId(value);
    }

    @Override
    public int compareTo(RoleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
