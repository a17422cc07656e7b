package io.coaching.target;

import io.coaching.base.Estimate;
import io.coaching.internal.check.Checks;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** What one stage of a funnel has to bring, so that the quota is reached on average. */
@Value.Immutable
public abstract sealed class StageNeed permits ImmutableStageNeed {
    StageNeed() {}

    /**
     * Starts a need.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * What is counted.
     *
     * @return the name of the stage, in the plural, as {@code "opportunities"}
     */
    public abstract String stage();

    /**
     * The need before rounding, to the precision of a double; it was computed exactly.
     *
     * @return the need; undefined where a conversion at or below this stage is
     */
    public abstract Estimate exact();

    /**
     * The need in whole numbers.
     *
     * @return the need, rounded up from the exact figure, not from the double; empty where there is none
     */
    public abstract OptionalLong whole();

    /**
     * The share of this stage that comes to the next one.
     *
     * @return the conversion as a fraction; absent at the last stage
     */
    public abstract Optional<Estimate> conversion();

    /**
     * Where the conversion comes from.
     *
     * @return the basis; absent at the last stage
     */
    public abstract Optional<ConversionBasis> basis();

    /**
     * The need in each week of as many working days as the calendar's week has.
     *
     * @return the pace; absent where no span was said
     */
    public abstract Optional<WorkPace> perWeek();

    /**
     * The need on each working day.
     *
     * @return the pace; absent where no span was said
     */
    public abstract Optional<WorkPace> perDay();

    @Value.Check
    void check() {
        Checks.notBlank(stage(), "stage");
        Checks.that(
                whole().isPresent() == exact().isKnown(),
                "whole must be given if and only if exact is known: " + stage());
    }

    /** Builds a {@link StageNeed}. */
    public static final class Builder extends ImmutableStageNeed.Builder {
        Builder() {}
    }
}
