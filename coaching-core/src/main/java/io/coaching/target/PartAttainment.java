package io.coaching.target;

import io.coaching.base.Direction;
import io.coaching.base.Estimate;
import io.coaching.base.Known;
import io.coaching.base.Percent;
import io.coaching.base.Reason;
import io.coaching.goal.TargetInForce;
import io.coaching.internal.check.Checks;
import io.coaching.kpi.Kpi;
import io.coaching.kpi.KpiFormat;
import java.util.Currency;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What was reached of a target on one KPI, and what that contributes to a weighted whole.
 *
 * <p>Attainment is {@code actual / target}; where less is better, {@code target / actual}. It is what was counted and no estimate
 * of a skill, so it has no interval. It is not capped unless asked for. A target of zero, or nothing at all where less is better,
 * leaves it undefined.
 *
 * <p>Example: 40,000 of 20,000 are 200 %; with a weight of 80 % they contribute 160 points, capped at 100 % only 80.
 */
@Value.Immutable
public abstract sealed class PartAttainment permits ImmutablePartAttainment {
    PartAttainment() {}

    /**
     * Starts a part.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A part of plain values.
     *
     * @param kpi on what
     * @param actual what was reached, in the unit of the KPI
     * @param target what was to be reached
     * @return the part with a weight of 100 %, uncapped
     */
    public static PartAttainment of(Kpi kpi, double actual, double target) {
        return builder()
                .kpi(kpi)
                .actual(given(actual))
                .target(given(target))
                .weight(Percent.of(100))
                .build();
    }

    private static Known given(double value) {
        return Known.builder()
                .value(value)
                .n(1, "given values")
                .method("as given")
                .build();
    }

    /**
     * The same with a weight.
     *
     * @param weight the weight in the whole
     * @return the part
     */
    public PartAttainment weighted(Percent weight) {
        return builder().from(this).weight(weight).build();
    }

    /**
     * The same with a cap.
     *
     * @param cap how much of it counts at the most
     * @return the part
     */
    public PartAttainment cappedAt(Percent cap) {
        return builder().from(this).cap(cap).build();
    }

    /**
     * On what.
     *
     * @return the KPI
     */
    public abstract Kpi kpi();

    /**
     * What was reached, as far as it is known.
     *
     * @return the value of the KPI, with the interval that chance gives it
     */
    public abstract Estimate actual();

    /**
     * What was to be reached, prorated and ramped.
     *
     * @return the value
     */
    public abstract Estimate target();

    /**
     * How the target was derived.
     *
     * @return the derivation; absent for plain values and where it is withheld
     */
    public abstract Optional<TargetInForce> derivation();

    /**
     * The currency of values that are money.
     *
     * @return the currency
     */
    public abstract Optional<Currency> currency();

    /**
     * How much it weighs in the whole.
     *
     * @return the weight
     */
    public abstract Percent weight();

    /**
     * How much of it counts at the most.
     *
     * @return the cap; absent where there is none
     */
    public abstract Optional<Percent> cap();

    /**
     * What was reached for one of what was to be reached: 1 is on target.
     *
     * @return the uncapped attainment as a fraction
     */
    public Estimate attainment() {
        if (!(actual() instanceof Known reached)) {
            return actual();
        }
        if (!(target() instanceof Known wanted)) {
            return target();
        }
        boolean higher = kpi().direction() == Direction.HIGHER_IS_BETTER;
        double above = higher ? reached.value() : wanted.value();
        double below = higher ? wanted.value() : reached.value();
        return below == 0
                ? Estimate.undefined(Reason.ZERO_DENOMINATOR)
                : Known.builder()
                        .value(above / below)
                        .sizes(reached.sizes())
                        .method(higher ? "actual / target" : "target / actual")
                        .build();
    }

    /**
     * The attainment as it counts.
     *
     * @return the attainment, at most the cap
     */
    public Estimate counted() {
        return attainment() instanceof Known known && cap().isPresent()
                ? Known.builder()
                        .value(Math.min(known.value(), cap().get().fraction()))
                        .sizes(known.sizes())
                        .method(known.method() + ", at most " + cap().get())
                        .build()
                : attainment();
    }

    /**
     * What it adds to the whole.
     *
     * @return weight times what counts, as a fraction
     */
    public Estimate contribution() {
        return counted() instanceof Known known
                ? Known.builder()
                        .value(known.value() * weight().fraction())
                        .sizes(known.sizes())
                        .method("weight x (" + known.method() + ")")
                        .build()
                : counted();
    }

    KpiFormat format() {
        return KpiFormat.of(kpi(), currency());
    }

    String brief(Estimate value) {
        return value instanceof Known known ? format().brief(known.value()) : value.toString();
    }

    PartAttainment withheld(Reason reason) {
        return builder()
                .from(this)
                .actual(Estimate.withheld(reason))
                .target(Estimate.withheld(reason))
                .derivation(Optional.empty())
                .build();
    }

    @Value.Check
    void check() {
        if (target() instanceof Known wanted) {
            Checks.inRange(wanted.value(), 0, Double.MAX_VALUE, "target of " + kpi().id());
        }
        Checks.inRange(weight().value(), 0, 100, "weight of " + kpi().id() + " in percent");
        cap().ifPresent(c -> Checks.inRange(c.value(), 0, Double.MAX_VALUE, "cap of " + kpi().id()));
    }

    @Override
    public String toString() {
        return kpi().id() + " " + TargetWords.share(attainment()) + " (" + brief(actual()) + " of " + brief(target())
                + ")";
    }

    /** Builds a {@link PartAttainment}. */
    public static final class Builder extends ImmutablePartAttainment.Builder {
        Builder() {}
    }
}
