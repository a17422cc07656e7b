package io.coaching.people;

import io.coaching.base.PersonId;

/**
 * Someone who is not among the peers.
 *
 * @param person who
 * @param reason why not
 */
public record LeftOut(PersonId person, Exclusion reason) {
    @Override
    public String toString() {
        return person + ": " + reason.text();
    }
}
