package io.coaching.base;

import io.coaching.internal.check.Checks;

/**
 * How small a group may be before its figures are withheld. The size counts persons, never records.
 *
 * @param minimumGroup the least number of persons, at least 1
 */
public record Privacy(int minimumGroup) {
    /** Five persons. */
    public static final Privacy DEFAULT = new Privacy(5);

    /**
     * Rejects a size below 1.
     *
     * @param minimumGroup the least number of persons
     */
    public Privacy {
        Checks.atLeast(minimumGroup, 1, "minimumGroup");
    }

    /**
     * Returns a policy.
     *
     * @param persons the least number of persons in a group
     * @return the policy
     */
    public static Privacy minimumGroup(int persons) {
        return new Privacy(persons);
    }

    /**
     * Whether a group of so many persons may be told about.
     *
     * @param persons the number of persons
     * @return true if it is large enough
     */
    public boolean allows(int persons) {
        return persons >= minimumGroup;
    }
}
