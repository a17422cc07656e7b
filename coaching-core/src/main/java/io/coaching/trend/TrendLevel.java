package io.coaching.trend;

import io.coaching.base.Estimate;
import io.coaching.time.Span;

/**
 * A stretch of periods on one level.
 *
 * @param span from the first day of its first period to the end of its last
 * @param periods how many periods with a figure it holds
 * @param value the level: of totals what a usual period brings, of shares and ratios the pooled one
 */
public record TrendLevel(Span span, int periods, Estimate value) {}
