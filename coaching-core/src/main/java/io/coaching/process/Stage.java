package io.coaching.process;

import io.coaching.base.Percent;
import io.coaching.base.StageId;
import io.coaching.internal.check.Checks;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A stage of a sales process. Immutable. */
@Value.Immutable
public abstract sealed class Stage permits ImmutableStage {
    Stage() {}

    /**
     * Starts a stage.
     *
     * @return a builder that needs an id
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A stage in which deals are worked on.
     *
     * @param id its id, which is its name too
     * @return the stage
     */
    public static Stage open(String id) {
        return builder().id(StageId.of(id)).build();
    }

    /**
     * A stage of won deals.
     *
     * @param id its id, which is its name too
     * @return the stage
     */
    public static Stage won(String id) {
        return builder().id(StageId.of(id)).kind(StageKind.WON).build();
    }

    /**
     * A stage of lost deals.
     *
     * @param id its id, which is its name too
     * @return the stage
     */
    public static Stage lost(String id) {
        return builder().id(StageId.of(id)).kind(StageKind.LOST).build();
    }

    /**
     * Identifies the stage within its process.
     *
     * @return the id
     */
    public abstract StageId id();

    /**
     * What people call it.
     *
     * @return the name, stripped; the id unless said otherwise
     */
    @Value.Default
    public String name() {
        return id().value();
    }

    /**
     * What being in it means.
     *
     * @return open unless said otherwise
     */
    @Value.Default
    public StageKind kind() {
        return StageKind.OPEN;
    }

    /**
     * How likely a deal in this stage is won, as agreed beforehand; it is not an estimate from data.
     *
     * @return 0 to 100 %, if there is such a figure
     */
    public abstract Optional<Percent> typicalProbability();

    /**
     * What has to be true before a deal leaves the stage.
     *
     * @return the criteria, in the order given; may be empty
     */
    public abstract List<String> exitCriteria();

    @Value.Check
    Stage normalised() {
        typicalProbability().ifPresent(p -> Checks.inRange(p.value(), 0, 100, "typicalProbability of stage " + id()));
        String name = Checks.notBlank(name(), "name of stage " + id());
        return name.equals(name()) ? this : builder().from(this).name(name).build();
    }

    /** Builds a {@link Stage}. */
    public static final class Builder extends ImmutableStage.Builder {
        Builder() {}
    }
}
