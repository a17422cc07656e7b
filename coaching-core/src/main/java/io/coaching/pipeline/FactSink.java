package io.coaching.pipeline;

import io.coaching.base.MeasureId;
import io.coaching.base.PersonId;
import io.coaching.base.SourceId;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/** Takes facts, one at a time. */
@FunctionalInterface
public interface FactSink {
    /**
     * Takes a fact.
     *
     * @param measure what it counts or sums
     * @param person whom it belongs to
     * @param day the day it falls on
     * @param value counts and days as they are; money in minor units of the currency
     * @param currency the currency, for money only
     * @param source the record it comes from
     */
    void accept(
            MeasureId measure,
            PersonId person,
            LocalDate day,
            long value,
            Optional<Currency> currency,
            SourceId source);
}
