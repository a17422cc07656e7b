package io.coaching.base;

import io.coaching.internal.check.Checks;

/**
 * Identifies a person.
 *
 * <p>Ids stand for people wherever text leaves the library: never a name.
 *
 * @param value the identifier: stripped, not blank, at most 256 characters, none of them a control character
 */
public record PersonId(String value) implements Subject {
    /**
     * Strips and checks the identifier.
     *
     * @param value the identifier
     * @throws IllegalArgumentException if it is blank, too long or holds control characters
     */
    public PersonId {
        value = Checks.id(value, "person id");
    }

    /**
     * Returns an identifier.
     *
     * @param value the identifier
     * @return the identifier
     */
    public static PersonId of(String value) {
        return new PersonId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
