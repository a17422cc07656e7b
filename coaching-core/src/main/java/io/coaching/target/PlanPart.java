package io.coaching.target;

import io.coaching.internal.check.Checks;
import io.coaching.time.Cadence;
import io.coaching.time.Span;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/** A part of a target that was broken down: what is to be reached in one quarter, month or week. */
@Value.Immutable
public abstract sealed class PlanPart permits ImmutablePlanPart {
    PlanPart() {}

    /**
     * Starts a part.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The name of the period.
     *
     * @return as the calendar calls it, such as {@code 2026Q3}
     */
    public abstract String period();

    /**
     * What kind of period it is.
     *
     * @return the cadence
     */
    public abstract Cadence cadence();

    /**
     * Its days; of a period that reaches beyond the whole only those within.
     *
     * @return the span
     */
    public abstract Span span();

    /**
     * How many days of full productivity it has: working days without leave, weighted by ramp.
     *
     * @return the days
     */
    public abstract double days();

    /**
     * What was to be reached by the plan as first made.
     *
     * @return the value
     */
    public abstract double planned();

    /**
     * What was reached in it.
     *
     * @return the value; absent where it lies ahead, or was not asked for
     */
    public abstract OptionalDouble reached();

    /**
     * What is still to be reached in it by the plan as made anew.
     *
     * @return the value, 0 where it is over; absent where nothing was planned anew, or no day is left
     */
    public abstract OptionalDouble toDo();

    @Value.Check
    void check() {
        Checks.finite(planned(), "planned");
        Checks.inRange(days(), 0, Double.MAX_VALUE, "days");
        reached().ifPresent(value -> Checks.finite(value, "reached"));
        toDo().ifPresent(value -> Checks.inRange(value, 0, Double.MAX_VALUE, "toDo"));
    }

    /** Builds a {@link PlanPart}. */
    public static final class Builder extends ImmutablePlanPart.Builder {
        Builder() {}
    }
}
