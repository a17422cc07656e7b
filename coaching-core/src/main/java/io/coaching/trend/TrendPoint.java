package io.coaching.trend;

import io.coaching.time.Span;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One period of a trend.
 *
 * @param label the name of the period, as {@code 2026-W30}
 * @param period its days
 * @param value what was observed, in the unit of the KPI, totals as totals; absent where there is no figure, or none that may stand
 *     beside the others
 * @param standard what the trend is drawn through: totals as they would be with the working days of a usual period, all else as it
 *     is
 * @param n how many facts it stands on
 * @param leftOut why the period is no part of the trend; absent if it is one
 */
public record TrendPoint(
        String label, Span period, OptionalDouble value, OptionalDouble standard, long n, Optional<Omission> leftOut) {}
