package io.coaching.goal;

import io.coaching.base.Estimate;
import io.coaching.base.KpiId;
import io.coaching.base.PersonId;
import io.coaching.base.Subject;
import io.coaching.internal.check.Checks;
import io.coaching.internal.text.Figures;
import io.coaching.time.Span;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The target that holds for a subject and a period, and how it was derived: what was set, how many working days of the period
 * count, and how much of them ramp leaves.
 *
 * <p>{@code value = full x rampedDays / workingDays}, money rounded half to even to the minor unit; a share, a rate or a target
 * that is {@link Target#adjusted} is taken as it stands. Example: 65,000 for a quarter of 65 working days, hired with 40 of them
 * to go and asked for half of it in the first 20: {@code 65,000 x (20 x 0.5 + 20) / 65 = 30,000}.
 */
@Value.Immutable
public abstract sealed class TargetInForce permits ImmutableTargetInForce {
    TargetInForce() {}

    /**
     * Starts a derivation.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * For whom.
     *
     * @return the subject
     */
    public abstract Subject subject();

    /**
     * On what.
     *
     * @return the KPI
     */
    public abstract KpiId kpi();

    /**
     * For which days.
     *
     * @return the period
     */
    public abstract Span period();

    /**
     * What is to be reached.
     *
     * @return the value; undefined if there is no target, or nobody is there to reach it
     */
    public abstract Estimate value();

    /**
     * The currency of an amount.
     *
     * @return the currency; absent for what is not money
     */
    public abstract Optional<Currency> currency();

    /**
     * Where it comes from.
     *
     * @return the origin
     */
    public abstract TargetOrigin origin();

    /**
     * What was set, before proration and ramp.
     *
     * @return the sum of what was set
     */
    public abstract double full();

    /**
     * How many working days the period has; of several targets together, each with its own.
     *
     * @return the number of days
     */
    @Value.Default
    public int workingDays() {
        return 0;
    }

    /**
     * On how many of them the person was employed and not away.
     *
     * @return the number of days, at most {@link #workingDays}
     */
    @Value.Default
    public int eligibleDays() {
        return 0;
    }

    /**
     * The eligible days, each weighted by the share that the ramp asks for on it.
     *
     * @return the days
     */
    @Value.Default
    public double rampedDays() {
        return 0;
    }

    /**
     * The values that were used, with the days since when.
     *
     * @return the revisions of the target itself, the oldest first; empty for a sum of members
     */
    public abstract List<Revision> revisions();

    /**
     * How many people's targets it is the sum of.
     *
     * @return the number; 0 unless it is a sum of members
     */
    @Value.Default
    public int members() {
        return 0;
    }

    /**
     * Who belongs to the group and has no target, so that nothing is in the sum for them.
     *
     * @return the persons, by identifier
     */
    public abstract List<PersonId> withoutTarget();

    /**
     * How much of what was set is asked for.
     *
     * @return the value for one of {@link #full}; 1 where nothing was set
     */
    public double share() {
        return full() == 0 ? 1 : value().asDouble().orElse(full()) / full();
    }

    /**
     * Whether proration or ramp changed it.
     *
     * @return true if less (or more) is asked for than was set
     */
    public boolean isAdjusted() {
        return value().isKnown() && value().orThrow() != full();
    }

    @Value.Check
    void check() {
        Checks.finite(full(), "full");
        Checks.inRange(rampedDays(), 0, Double.MAX_VALUE, "rampedDays");
        Checks.atLeast(eligibleDays(), 0, "eligibleDays");
        Checks.that(
                eligibleDays() <= workingDays(),
                "eligibleDays must be at most " + workingDays() + ": " + eligibleDays());
    }

    @Override
    public String toString() {
        return value() + (isAdjusted() ? " of " + Figures.general(full()) : "") + ", " + origin().text();
    }

    /** Builds a {@link TargetInForce}. */
    public static final class Builder extends ImmutableTargetInForce.Builder {
        Builder() {}
    }
}
