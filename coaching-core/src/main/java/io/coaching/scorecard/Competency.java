package io.coaching.scorecard;

import io.coaching.base.BehaviourId;
import io.coaching.base.CompetencyId;
import io.coaching.internal.check.Checks;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A skill that is coached: what exactly is meant by it, and the behaviours by which it is seen. It is no scale and no
 * weight: those belong to the template that rates it.
 *
 * <pre>{@code
 * Competency.builder().id(CompetencyId.of("discovery")).name("Discovery")
 *         .definition("Finds out what the buyer needs, why, and what it is worth.")
 *         .addBehaviours(Behaviour.of("questions", "Asks insightful questions to uncover customer pain points")).build();
 * }</pre>
 */
@Value.Immutable
public abstract sealed class Competency permits ImmutableCompetency {
    Competency() {}

    /**
     * Starts a competency.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Identifies the competency.
     *
     * @return the identifier
     */
    public abstract CompetencyId id();

    /**
     * What people call it.
     *
     * @return the name
     */
    public abstract String name();

    /**
     * What exactly is meant, so that all raters mean the same.
     *
     * @return the definition; absent in a first draft only
     */
    public abstract Optional<String> definition();

    /**
     * By what it is seen.
     *
     * @return the behaviours, in the order given
     */
    public abstract List<Behaviour> behaviours();

    /**
     * One of its behaviours.
     *
     * @param id the identifier
     * @return the behaviour, if it has one of that name
     */
    public Optional<Behaviour> behaviour(BehaviourId id) {
        return behaviours().stream().filter(b -> b.id().equals(id)).findFirst();
    }

    @Value.Check
    void check() {
        Checks.notBlank(name(), "name");
    }

    @Override
    public String toString() {
        return name() + " (" + behaviours().size() + " behaviours)";
    }

    /** Builds a {@link Competency}. */
    public static final class Builder extends ImmutableCompetency.Builder {
        Builder() {}
    }
}
