package io.coaching.trend;

/**
 * A period that a forecast does not learn from.
 *
 * @param period its name
 * @param reason why not
 */
public record ForecastGap(String period, Omission reason) {}
