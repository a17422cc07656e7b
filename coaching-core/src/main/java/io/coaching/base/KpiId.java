package io.coaching.base;

import io.coaching.internal.check.Checks;

/**
 * Identifies a KPI: a formula over measures.
 *
 * @param value the identifier: stripped, not blank, at most 256 characters, none of them a control character
 */
public record KpiId(String value) implements Comparable<KpiId> {
    /**
     * Strips and checks the identifier.
     *
     * @param value the identifier
     * @throws IllegalArgumentException if it is blank, too long or holds control characters
     */
    public KpiId {
        value = Checks.id(value, "KPI id");
    }

    /**
     * Returns an identifier.
     *
     * @param value the identifier
     * @return the identifier
     */
    public static KpiId of(String value) {
        return new KpiId(value);
    }

    @Override
    public int compareTo(KpiId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
