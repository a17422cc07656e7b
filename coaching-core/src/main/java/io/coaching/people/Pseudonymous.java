package io.coaching.people;

import com.google.common.collect.ImmutableMap;
import io.coaching.base.PersonId;
import java.util.Map;

/**
 * A roster without identities, and apart from it the way back, which is to be kept elsewhere.
 *
 * @param roster the people under their pseudonyms
 * @param originals the identifier behind each pseudonym, ascending by pseudonym
 */
public record Pseudonymous(Roster roster, Map<PersonId, PersonId> originals) {
    /**
     * Keeps a copy.
     *
     * @param roster the people under their pseudonyms
     * @param originals the identifier behind each pseudonym
     */
    public Pseudonymous {
        originals = ImmutableMap.copyOf(originals);
    }

    /** Leaves out the way back. */
    @Override
    public String toString() {
        return "pseudonymous " + roster;
    }
}
