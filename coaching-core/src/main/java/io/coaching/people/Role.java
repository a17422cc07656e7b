package io.coaching.people;

import io.coaching.base.KpiId;
import io.coaching.base.RoleId;
import io.coaching.internal.check.Checks;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** What someone is employed to do. Not what they may see: that is {@link AccessRole}. */
@Value.Immutable
public abstract sealed class Role permits ImmutableRole {
    Role() {}

    /**
     * Starts a role.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a role of a usual kind.
     *
     * @param id the identifier
     * @param archetype its kind
     * @return the role
     */
    public static Role of(RoleId id, RoleArchetype archetype) {
        return builder().id(id).archetype(archetype).build();
    }

    /**
     * Identifies the role.
     *
     * @return the identifier
     */
    public abstract RoleId id();

    /**
     * What people call it.
     *
     * @return the name, if it differs from the identifier
     */
    public abstract Optional<String> name();

    /**
     * The usual kind of role that it is.
     *
     * @return the kind, if it is one of them
     */
    public abstract Optional<RoleArchetype> archetype();

    /**
     * How many months it takes to be fully productive in it.
     *
     * @return the months, where they differ from those of the roster's {@link RampRule}
     */
    public abstract OptionalInt rampMonths();

    /**
     * What it is coached on, where that differs from its archetype.
     *
     * @return ids of KPIs in the order to show them; empty to take those of the archetype
     */
    public abstract List<KpiId> kpis();

    /**
     * What it is coached on.
     *
     * @return its own KPIs, else those of its archetype, else none
     */
    public List<KpiId> kpiSet() {
        return kpis().isEmpty() ? archetype().map(RoleArchetype::kpis).orElse(List.of()) : kpis();
    }

    @Value.Check
    void check() {
        rampMonths().ifPresent(months -> Checks.inRange(months, 0, RampRule.MAX_MONTHS, "rampMonths"));
    }

    /** Builds a {@link Role}. */
    public static final class Builder extends ImmutableRole.Builder {
        Builder() {}
    }
}
