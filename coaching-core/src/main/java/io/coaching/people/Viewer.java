package io.coaching.people;

import io.coaching.base.PersonId;
import io.coaching.internal.check.Checks;
import java.util.Optional;

/**
 * Who is looking, and as what. The host vouches for both; nothing is authenticated here.
 *
 * @param person who is looking; only a programme may be nobody
 * @param role as what
 */
public record Viewer(Optional<PersonId> person, AccessRole role) {
    /**
     * Rejects a viewer who is nobody.
     *
     * @param person who is looking
     * @param role as what
     * @throws IllegalArgumentException if the person is absent, unless it is a programme
     */
    public Viewer {
        Checks.that(
                person.isPresent() || role == AccessRole.PROGRAMME,
                "person must be given for a viewer of role " + role,
                "it is a job of the programme: Viewer.programme()");
    }

    /**
     * A seller.
     *
     * @param person who is looking
     * @return the viewer
     */
    public static Viewer rep(PersonId person) {
        return new Viewer(Optional.of(person), AccessRole.REP);
    }

    /**
     * A manager.
     *
     * @param person who is looking
     * @return the viewer
     */
    public static Viewer manager(PersonId person) {
        return new Viewer(Optional.of(person), AccessRole.MANAGER);
    }

    /**
     * A leader of enablement.
     *
     * @param person who is looking
     * @return the viewer
     */
    public static Viewer enablementLeader(PersonId person) {
        return new Viewer(Optional.of(person), AccessRole.ENABLEMENT_LEADER);
    }

    /**
     * The programme itself.
     *
     * @return the viewer
     */
    public static Viewer programme() {
        return new Viewer(Optional.empty(), AccessRole.PROGRAMME);
    }
}
