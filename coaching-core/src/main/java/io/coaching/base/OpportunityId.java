package io.coaching.base;

import io.coaching.internal.check.Checks;

/**
 * Identifies an opportunity.
 *
 * @param value the identifier: stripped, not blank, at most 256 characters, none of them a control character
 */
public record OpportunityId(String value) implements Comparable<OpportunityId> {
    /**
     * Strips and checks the identifier.
     *
     * @param value the identifier
     * @throws IllegalArgumentException if it is blank, too long or holds control characters
     */
    public OpportunityId {
        value = Checks.id(value, "opportunity id");
    }

    /**
     * Returns an identifier.
     *
     * @param value the identifier
     * @return the identifier
     */
    public static OpportunityId of(String value) {
        return new OpportunityId(value);
    }

    @Override
    public int compareTo(OpportunityId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
