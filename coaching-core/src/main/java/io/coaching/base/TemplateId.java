package io.coaching.base;

import io.coaching.internal.check.Checks;

/**
 * Identifies a scorecard template, in all its versions.
 *
 * @param value the identifier: stripped, not blank, at most 256 characters, none of them a control character
 */
public record TemplateId(String value) implements Comparable<TemplateId> {
    /**
     * Strips and checks the identifier.
     *
     * @param value the identifier
     * @throws IllegalArgumentException if it is blank, too long or holds control characters
     */
    public TemplateId {
        value = Checks.id(value, "template id");
    }

    /**
     * Returns an identifier.
     *
     * @param value the identifier
     * @return the identifier
     */
    public static TemplateId of(String value) {
        return new TemplateId(value);
    }

    @Override
    public int compareTo(TemplateId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
