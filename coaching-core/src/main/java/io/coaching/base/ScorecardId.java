package io.coaching.base;

import io.coaching.internal.check.Checks;

/**
 * Identifies a filled-in scorecard.
 *
 * @param value the identifier: stripped, not blank, at most 256 characters, none of them a control character
 */
public record ScorecardId(String value) implements Comparable<ScorecardId> {
    /**
     * Strips and checks the identifier.
     *
     * @param value the identifier
     * @throws IllegalArgumentException if it is blank, too long or holds control characters
     */
    public ScorecardId {
        value = Checks.id(value, "scorecard id");
    }

    /**
     * Returns an identifier.
     *
     * @param value the identifier
     * @return the identifier
     */
    public static ScorecardId of(String value) {
        return new ScorecardId(value);
    }

    @Override
    public int compareTo(ScorecardId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
