package io.coaching.base;

import io.coaching.internal.check.Checks;

/**
 * Identifies an item of a scorecard: what gets one rating.
 *
 * @param value the identifier: stripped, not blank, at most 256 characters, none of them a control character
 */
public record ItemId(String value) implements Comparable<ItemId> {
    /**
     * Strips and checks the identifier.
     *
     * @param value the identifier
     * @throws IllegalArgumentException if it is blank, too long or holds control characters
     */
    public ItemId {
        value = Checks.id(value, "item id");
    }

    /**
     * Returns an identifier.
     *
     * @param value the identifier
     * @return the identifier
     */
    public static ItemId of(String value) {
        return new ItemId(value);
    }

    @Override
    public int compareTo(ItemId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
