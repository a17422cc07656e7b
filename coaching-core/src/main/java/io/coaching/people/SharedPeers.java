package io.coaching.people;

import io.coaching.base.PersonId;
import java.util.List;

/**
 * People who are compared with the same others: the peers of each subject are the members without the subject. An
 * engine that goes through everyone sorts the members once.
 *
 * @param members who may be a peer, by identifier
 * @param subjects who is compared with them, by identifier: the members, and those who are too little there to be a
 *     peer themselves
 */
public record SharedPeers(List<PersonId> members, List<PersonId> subjects) {
    /**
     * Keeps a copy.
     *
     * @param members who may be a peer
     * @param subjects who is compared with them
     */
    public SharedPeers {
        members = List.copyOf(members);
        subjects = List.copyOf(subjects);
    }
}
