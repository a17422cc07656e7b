package io.coaching.base;

import io.coaching.internal.check.Checks;

/**
 * Identifies a region.
 *
 * @param value the identifier: stripped, not blank, at most 256 characters, none of them a control character
 */
public record RegionId(String value) implements Subject {
    /**
     * Strips and checks the identifier.
     *
     * @param value the identifier
     * @throws IllegalArgumentException if it is blank, too long or holds control characters
     */
    public RegionId {
        value = Checks.id(value, "region id");
    }

    /**
     * Returns an identifier.
     *
     * @param value the identifier
     * @return the identifier
     */
    public static RegionId of(String value) {
        return new RegionId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
