package io.coaching.trend;

import io.coaching.time.Span;

/**
 * A period out of the ordinary: an early sign, before anything can be said of a trend. One quiet series in six or so has such a sign
 * somewhere, so it is worth a glance and no verdict.
 *
 * @param chart which chart it is on
 * @param label the name of the period
 * @param period its days
 * @param better whether it is out on the better side
 */
public record Signal(Chart chart, String label, Span period, boolean better) {
    /** Which chart. */
    public enum Chart {
        /** The value itself lies beyond three standard deviations ({@link io.coaching.stats.IndividualsChart}). */
        INDIVIDUALS,
        /** The weighted mean of the newest values does ({@link io.coaching.stats.EwmaChart}, lambda 0.3). */
        EWMA
    }
}
