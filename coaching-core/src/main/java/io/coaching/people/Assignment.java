package io.coaching.people;

import com.google.common.collect.ImmutableSortedMap;
import io.coaching.base.PersonId;
import io.coaching.base.RegionId;
import io.coaching.base.RoleId;
import io.coaching.base.TeamId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What holds of a person from a day on: the role, the team, the manager and so on.
 *
 * <p>It says all of it, not only what changed, and holds until the next assignment of the same person or their exit.
 * What it leaves out is absent from that day on: an assignment without a team is how a person leaves a team for none.
 */
@Value.Immutable
public abstract sealed class Assignment permits ImmutableAssignment {
    Assignment() {}

    /**
     * Starts an assignment.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns an assignment to a team.
     *
     * @param person who is assigned
     * @param since the first day
     * @param team the team
     * @return the assignment
     */
    public static Assignment of(PersonId person, LocalDate since, TeamId team) {
        return builder().person(person).since(since).team(team).build();
    }

    /**
     * Who is assigned.
     *
     * @return the person
     */
    public abstract PersonId person();

    /**
     * The first day it holds.
     *
     * @return the day, in the years 1 to 9999
     */
    public abstract LocalDate since();

    /**
     * What they are to do.
     *
     * @return the role, if any
     */
    public abstract Optional<RoleId> role();

    /**
     * Where they belong.
     *
     * @return the team, if any
     */
    public abstract Optional<TeamId> team();

    /**
     * Whom they report to.
     *
     * @return the manager, if any
     */
    public abstract Optional<PersonId> manager();

    /**
     * Their own region.
     *
     * @return the region, where it differs from the team's
     */
    public abstract Optional<RegionId> region();

    /**
     * Where they work.
     *
     * @return the mode, if known
     */
    public abstract Optional<WorkMode> workMode();

    /**
     * The first day they count as ramped, whatever the {@link RampRule} says.
     *
     * @return the day; empty to follow the rule
     */
    public abstract Optional<LocalDate> rampedFrom();

    /**
     * Further facts that hold from that day on, such as {@code segment}. They go before those of the person.
     *
     * @return values by key
     */
    public abstract Map<String, String> attributes();

    @Value.Check
    void check() {
        Days.check(since(), "since");
        rampedFrom().ifPresent(day -> Days.check(day, "rampedFrom"));
    }

    /** All that is said, in a fixed order: tells assignments apart that begin on the same day. */
    final String content() {
        return person() + "|" + since() + "|" + role() + "|" + team() + "|" + manager() + "|" + region() + "|"
                + workMode() + "|" + rampedFrom() + "|" + ImmutableSortedMap.copyOf(attributes());
    }

    @Override
    public String toString() {
        return person() + " since " + since()
                + role().map(role -> " as " + role).orElse("")
                + team().map(team -> " in " + team).orElse("")
                + manager().map(manager -> " for " + manager).orElse("");
    }

    /** Builds an {@link Assignment}. */
    public static final class Builder extends ImmutableAssignment.Builder {
        Builder() {}
    }
}
