package io.coaching.scorecard;

import io.coaching.internal.check.Checks;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whose reviews are told only as a group. The scores and words of such raters are told where enough of them answered, without
 * names; of fewer nothing is told, and nothing from which theirs would follow by subtraction.
 *
 * @param relations whose reviews are anonymous
 * @param minimumRaters the least number of raters of one relation, at least 2
 */
public record Anonymity(Set<Relation> relations, int minimumRaters) {
    /** Peers are anonymous, in groups of at least three: the custom of reviews from all sides. */
    public static final Anonymity PEERS = of(3, Relation.PEER);

    /** Everyone stands by their name. */
    public static final Anonymity NOBODY = new Anonymity(Set.of(), 2);

    /**
     * Checks the size.
     *
     * @param relations whose reviews are anonymous
     * @param minimumRaters the least number of raters of one relation
     */
    public Anonymity {
        Checks.atLeast(minimumRaters, 2, "minimumRaters");
        EnumSet<Relation> sorted = EnumSet.noneOf(Relation.class);
        sorted.addAll(relations);
        Checks.that(!sorted.contains(Relation.SELF), "relations must not hold SELF: everyone knows who that is");
        relations = Collections.unmodifiableSet(sorted);
    }

    /**
     * Returns a policy.
     *
     * @param minimumRaters the least number of raters of one relation
     * @param relations whose reviews are anonymous
     * @return the policy
     */
    public static Anonymity of(int minimumRaters, Relation... relations) {
        return new Anonymity(Set.of(relations), minimumRaters);
    }

    /**
     * Whether so many raters of a relation may be told about.
     *
     * @param relation the relation
     * @param raters how many of them answered
     * @return true if they may
     */
    boolean allows(Relation relation, int raters) {
        return !relations.contains(relation) || raters >= minimumRaters;
    }
}
