package io.coaching.base;

import io.coaching.internal.check.Checks;

/**
 * Identifies an observable behaviour within a competency.
 *
 * @param value the identifier: stripped, not blank, at most 256 characters, none of them a control character
 */
public record BehaviourId(String value) implements Comparable<BehaviourId> {
    /**
     * Strips and checks the identifier.
     *
     * @param value the identifier
     * @throws IllegalArgumentException if it is blank, too long or holds control characters
     */
    public BehaviourId {
        value = Checks.id(value, "behaviour id");
    }

    /**
     * Returns an identifier.
     *
     * @param value the identifier
     * @return the identifier
     */
    public static BehaviourId of(String value) {
        return new BehaviourId(value);
    }

    @Override
    public int compareTo(BehaviourId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
