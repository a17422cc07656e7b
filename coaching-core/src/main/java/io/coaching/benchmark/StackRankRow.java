package io.coaching.benchmark;

import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One person in a {@link StackRank}.
 *
 * @param person who
 * @param rank the rank, 1 is best; absent where ranks are hidden or the person is not ranked
 * @param value the value compared; totals for a unit of exposure
 * @param shrunken the value drawn towards the peers
 * @param n what it stands on
 * @param bestRank the best rank that the true value may have, together with all others; absent where chance is not known
 * @param worstRank the worst rank that it may have
 * @param notToldApart who cannot be told apart from them, by identifier; empty where chance is not known, or ranks are hidden
 * @param verdict where they stand against their like-for-like peers
 * @param whyUnranked why they are not ranked; absent if they are
 */
public record StackRankRow(
        PersonId person,
        OptionalDouble rank,
        OptionalDouble value,
        OptionalDouble shrunken,
        long n,
        OptionalInt bestRank,
        OptionalInt worstRank,
        List<PersonId> notToldApart,
        Verdict verdict,
        Optional<Reason> whyUnranked) {
    /**
     * Keeps a copy of the list.
     *
     * @param person who
     * @param rank the rank
     * @param value the value compared
     * @param shrunken the value drawn towards the peers
     * @param n what it stands on
     * @param bestRank the best rank
     * @param worstRank the worst rank
     * @param notToldApart who cannot be told apart from them
     * @param verdict where they stand
     * @param whyUnranked why they are not ranked
     */
    public StackRankRow {
        notToldApart = List.copyOf(notToldApart);
    }

    /** The row for a viewer who sees only these people by identifier, and perhaps not the figures of the peers. */
    StackRankRow seen(Set<PersonId> visible, PeerDetail detail) {
        return new StackRankRow(
                person,
                rank,
                value,
                detail == PeerDetail.ALL ? shrunken : OptionalDouble.empty(),
                n,
                bestRank,
                worstRank,
                notToldApart.stream().filter(visible::contains).toList(),
                detail == PeerDetail.NONE ? Verdict.none(Reason.GROUP_TOO_SMALL) : verdict,
                whyUnranked);
    }
}
