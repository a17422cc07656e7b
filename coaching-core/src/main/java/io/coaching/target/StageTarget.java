package io.coaching.target;

import io.coaching.base.Estimate;
import io.coaching.internal.check.Checks;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** What the target of one stage means for the quota, if it is just met. */
@Value.Immutable
public abstract sealed class StageTarget permits ImmutableStageTarget {
    StageTarget() {}

    /**
     * Starts a target.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * What is counted.
     *
     * @return the name of the stage
     */
    public abstract String stage();

    /**
     * The target.
     *
     * @return how many; empty where the stage has none
     */
    public abstract OptionalLong target();

    /**
     * What the quota needs of this stage on average.
     *
     * @return the exact need; undefined where a conversion is
     */
    public abstract Estimate need();

    /**
     * What the quota needs of this stage, in whole numbers.
     *
     * @return the need, rounded up; empty where there is none
     */
    public abstract OptionalLong whole();

    /**
     * How many the target above brings here on average.
     *
     * @return the number; empty where no stage above has a target, or a conversion has no value
     */
    public abstract OptionalDouble supplied();

    /**
     * The amount that the target brings on average.
     *
     * @return the amount; absent where there is no target
     */
    public abstract Optional<Estimate> expected();

    /**
     * The probability that the target reaches the quota.
     *
     * @return the probability; absent where there is no target
     */
    public abstract Optional<Estimate> chance();

    /**
     * How many the target lacks.
     *
     * @return the whole need less the target; 0 where it is enough; empty where there is no target or no need
     */
    public OptionalLong missing() {
        return target().isPresent() && whole().isPresent()
                ? OptionalLong.of(Math.max(0, whole().getAsLong() - target().getAsLong()))
                : OptionalLong.empty();
    }

    @Value.Check
    void check() {
        Checks.notBlank(stage(), "stage");
        target().ifPresent(target -> Checks.atLeast(target, 1, "target of " + stage()));
        whole().ifPresent(whole -> Checks.atLeast(whole, 0, "whole need of " + stage()));
        Checks.that(
                expected().isPresent() == target().isPresent() && chance().isPresent() == target().isPresent(),
                "expected and chance must be given if and only if there is a target: " + stage());
    }

    /** Builds a {@link StageTarget}. */
    public static final class Builder extends ImmutableStageTarget.Builder {
        Builder() {}
    }
}
