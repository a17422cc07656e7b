package io.coaching.sample;

import io.coaching.base.PersonId;

/**
 * How someone truly rates others.
 *
 * @param rater who
 * @param effect the points that the rater gives on top of what is deserved: below 0 of a severe one, above 0 of a lenient one,
 *     exactly 0 of one without any severity
 */
public record TrueSeverity(PersonId rater, double effect) {
    /**
     * Whether this rater gives what is deserved, but for chance.
     *
     * @return true if the effect is 0
     */
    public boolean isNone() {
        return effect == 0;
    }
}
