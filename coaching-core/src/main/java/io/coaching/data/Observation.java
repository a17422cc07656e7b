package io.coaching.data;

import io.coaching.base.MeasureId;
import io.coaching.base.PersonId;
import io.coaching.base.SourceId;
import io.coaching.internal.check.Checks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.immutables.value.Value;

/** A plain observation: person, measure, day, value. The simplest way in for whatever is counted elsewhere. */
@Value.Immutable
public abstract sealed class Observation permits ImmutableObservation {
    /** The source of observations that do not name one. */
    public static final SourceId UNNAMED = SourceId.of("observations");

    Observation() {}

    /**
     * Starts an observation.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns an observation.
     *
     * @param person of whom
     * @param measure of what
     * @param day when
     * @param value how much, a whole number
     * @return the observation
     */
    public static Observation of(PersonId person, MeasureId measure, LocalDate day, long value) {
        return builder()
                .person(person)
                .measure(measure)
                .day(day)
                .value(BigDecimal.valueOf(value))
                .build();
    }

    /**
     * Of whom.
     *
     * @return the person
     */
    public abstract PersonId person();

    /**
     * Of what.
     *
     * @return the measure
     */
    public abstract MeasureId measure();

    /**
     * When, in the calendar of the company.
     *
     * @return the day
     */
    public abstract LocalDate day();

    /**
     * How much; with at most as many decimals as the measure has.
     *
     * @return the value
     */
    public abstract BigDecimal value();

    /**
     * The currency of an amount of money.
     *
     * @return the currency; must be there for a measure of money, and only there
     */
    public abstract Optional<Currency> currency();

    /**
     * The record that it comes from.
     *
     * @return the source
     */
    @Value.Default
    public SourceId source() {
        return UNNAMED;
    }

    @Value.Check
    void check() {
        Checks.that(
                value().precision() <= 40 && Math.abs(value().scale()) <= 40,
                "value must have at most 40 digits: " + measure() + " of " + person() + " on " + day());
    }

    /** Builds an {@link Observation}. */
    public static final class Builder extends ImmutableObservation.Builder {
        Builder() {}
    }
}
