package io.coaching.people;

import java.util.List;
import org.immutables.value.Value;

/**
 * The records that a roster is made of, as the host has them: not yet checked against each other.
 *
 * <p>Teams, regions and roles need no record of their own unless there is something to say about them: those that
 * assignments name exist anyway.
 */
@Value.Immutable
public abstract sealed class RosterRecords permits ImmutableRosterRecords {
    RosterRecords() {}

    /**
     * Starts records.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The people.
     *
     * @return the persons
     */
    public abstract List<Person> persons();

    /**
     * The teams.
     *
     * @return the teams
     */
    public abstract List<Team> teams();

    /**
     * The regions.
     *
     * @return the regions
     */
    public abstract List<Region> regions();

    /**
     * The roles.
     *
     * @return the roles
     */
    public abstract List<Role> roles();

    /**
     * Who did what, where and for whom, and since when.
     *
     * @return the assignments
     */
    public abstract List<Assignment> assignments();

    /**
     * Who was away when.
     *
     * @return the leaves
     */
    public abstract List<Leave> leaves();

    /**
     * When a newcomer counts as ramped.
     *
     * @return the rule; from the first day unless said otherwise
     */
    @Value.Default
    public RampRule rampRule() {
        return RampRule.none();
    }

    @Override
    public String toString() {
        return persons().size() + " persons, " + assignments().size() + " assignments, "
                + leaves().size() + " leaves, " + teams().size() + " teams, "
                + regions().size() + " regions, " + roles().size() + " roles";
    }

    /** Builds {@link RosterRecords}. */
    public static final class Builder extends ImmutableRosterRecords.Builder {
        Builder() {}
    }
}
