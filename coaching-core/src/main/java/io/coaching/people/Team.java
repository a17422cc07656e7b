package io.coaching.people;

import io.coaching.base.RegionId;
import io.coaching.base.TeamId;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A team, or a department: a team with teams below it. Who is in it, and when, is said by {@link Assignment}s; what is
 * above it does not change over time.
 */
@Value.Immutable
public abstract sealed class Team permits ImmutableTeam {
    Team() {}

    /**
     * Starts a team.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a team at the top.
     *
     * @param id the identifier
     * @return the team
     */
    public static Team of(TeamId id) {
        return builder().id(id).build();
    }

    /**
     * Returns a team below another.
     *
     * @param id the identifier
     * @param parent the team above
     * @return the team
     */
    public static Team of(TeamId id, TeamId parent) {
        return builder().id(id).parent(parent).build();
    }

    /**
     * Identifies the team.
     *
     * @return the identifier
     */
    public abstract TeamId id();

    /**
     * What people call it. It may hold the name of a person, so it is not part of any text of the library.
     *
     * @return the name, if it differs from the identifier
     */
    public abstract Optional<String> name();

    /**
     * The team above.
     *
     * @return the team that this one rolls up to; empty at the top
     */
    public abstract Optional<TeamId> parent();

    /**
     * Where it works.
     *
     * @return the region; when empty, that of the nearest team above that has one
     */
    public abstract Optional<RegionId> region();

    @Override
    public String toString() {
        return "team " + id()
                + parent().map(parent -> " of " + parent).orElse("")
                + region().map(region -> " in " + region).orElse("");
    }

    /** Builds a {@link Team}. */
    public static final class Builder extends ImmutableTeam.Builder {
        Builder() {}
    }
}
