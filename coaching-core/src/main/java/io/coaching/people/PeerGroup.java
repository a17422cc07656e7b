package io.coaching.people;

import io.coaching.base.PersonId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The peers of one person, and why the others are not. The person is never their own peer.
 *
 * <p>It is a view: cheap to get for everyone in turn. {@link #leftOut()} goes through all people each time.
 */
public final class PeerGroup {
    private final PeerIndex index;
    private final int subject;
    private final List<PersonId> peers;

    PeerGroup(PeerIndex index, int subject, List<PersonId> peers) {
        this.index = index;
        this.subject = subject;
        this.peers = peers;
    }

    /**
     * Who is compared.
     *
     * @return the person
     */
    public PersonId subject() {
        return index.roster().ids().get(subject);
    }

    /**
     * With whom.
     *
     * @return the peers, by identifier; not to be changed
     */
    public List<PersonId> peers() {
        return peers;
    }

    /**
     * How many peers there are.
     *
     * @return the number of peers, without the subject
     */
    public int size() {
        return peers.size();
    }

    /**
     * Everyone else, and why they are not among the peers: with {@link #peers()} and the subject, all people once.
     *
     * @return the others, by identifier
     */
    public List<LeftOut> leftOut() {
        var leftOut = new ArrayList<LeftOut>();
        List<PersonId> ids = index.roster().ids();
        for (int i = 0; i < ids.size(); i++) {
            Optional<Exclusion> reason = i == subject ? Optional.empty() : index.exclusion(subject, i);
            if (reason.isPresent()) {
                leftOut.add(new LeftOut(ids.get(i), reason.get()));
            }
        }
        return List.copyOf(leftOut);
    }

    /**
     * How many were left out for which reason.
     *
     * @return the numbers, in the order of the reasons; reasons that apply to nobody are absent
     */
    public Map<Exclusion, Integer> leftOutCounts() {
        var counts = new EnumMap<Exclusion, Integer>(Exclusion.class);
        for (LeftOut leftOut : leftOut()) {
            counts.merge(leftOut.reason(), 1, Integer::sum);
        }
        return counts;
    }

    @Override
    public String toString() {
        int others = index.roster().ids().size() - 1 - size();
        return subject() + ": " + size() + (size() == 1 ? " peer, " : " peers, ") + others + " left out";
    }
}
