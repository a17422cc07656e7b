package io.coaching.people;

import io.coaching.base.PersonId;
import io.coaching.base.RegionId;
import io.coaching.base.RoleId;
import io.coaching.base.TeamId;
import io.coaching.time.Span;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A stretch of days in which nothing about a person changed: not the role, team, manager, region, work mode, ramp state
 * or any further attribute. It is as long as that is true; the stints of a person follow each other without a gap from
 * hire to exit.
 *
 * <p>Leave does not end a stint. Days of employment before the first assignment are a stint without role and team.
 */
@Value.Immutable
public abstract sealed class Stint permits ImmutableStint {
    Stint() {}

    /**
     * Starts a stint.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Whose stint it is.
     *
     * @return the person
     */
    public abstract PersonId person();

    /**
     * The days it lasted.
     *
     * @return the days; it begins at {@link Roster#EARLIEST} where the day of hire is unknown, and ends at {@link
     *     Roster#LATEST} where it is still going on
     */
    public abstract Span span();

    /**
     * The role held.
     *
     * @return the role, if any
     */
    public abstract Optional<RoleId> role();

    /**
     * The team.
     *
     * @return the team, if any
     */
    public abstract Optional<TeamId> team();

    /**
     * The manager.
     *
     * @return the manager, if any
     */
    public abstract Optional<PersonId> manager();

    /**
     * The region: the person's own, else that of the team.
     *
     * @return the region, if any
     */
    public abstract Optional<RegionId> region();

    /**
     * Where they worked.
     *
     * @return the mode, if known
     */
    public abstract Optional<WorkMode> workMode();

    /**
     * Whether they were fully productive by then.
     *
     * @return false while ramping
     */
    public abstract boolean ramped();

    /**
     * Further facts: those of the assignment before those of the person.
     *
     * @return values by key
     */
    public abstract Map<String, String> attributes();

    @Override
    public String toString() {
        return person() + " " + span()
                + role().map(role -> " as " + role).orElse("")
                + team().map(team -> " in " + team).orElse("")
                + (ramped() ? "" : " ramping");
    }

    /** Builds a {@link Stint}. */
    public static final class Builder extends ImmutableStint.Builder {
        Builder() {}
    }
}
