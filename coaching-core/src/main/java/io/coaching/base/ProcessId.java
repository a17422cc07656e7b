package io.coaching.base;

import io.coaching.internal.check.Checks;

/**
 * Identifies a sales process.
 *
 * @param value the identifier: stripped, not blank, at most 256 characters, none of them a control character
 */
public record ProcessId(String value) implements Comparable<ProcessId> {
    /**
     * Strips and checks the identifier.
     *
     * @param value the identifier
     * @throws IllegalArgumentException if it is blank, too long or holds control characters
     */
    public ProcessId {
        value = Checks.id(value, "process id");
    }

    /**
     * Returns an identifier.
     *
     * @param value the identifier
     * @return the identifier
     */
    public static ProcessId of(String value) {
        return new ProcessId(value);
    }

    @Override
    public int compareTo(ProcessId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
