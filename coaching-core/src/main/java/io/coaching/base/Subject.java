package io.coaching.base;

/**
 * Whom a figure is about: a person, a team, a region, or everyone.
 *
 * <p>The order is total and stable: everyone first, then regions, teams and persons, each by identifier.
 */
public sealed interface Subject extends Comparable<Subject> permits Everyone, RegionId, TeamId, PersonId {
    /**
     * The identifier; {@code "everyone"} for {@link Everyone}.
     *
     * @return the identifier
     */
    String value();

    @Override
    default int compareTo(Subject other) {
        int byKind = Integer.compare(rank(this), rank(other));
        return byKind != 0 ? byKind : value().compareTo(other.value());
    }

    private static int rank(Subject subject) {
        if (subject instanceof Everyone) {
            return 0;
        }
        if (subject instanceof RegionId) {
            return 1;
        }
        return subject instanceof TeamId ? 2 : 3;
    }
}
