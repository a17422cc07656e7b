package io.coaching.trend;

import io.coaching.time.Span;

/**
 * A period out of the ordinary for the level that it is on: an early sign, before anything can be said of a trend. Of quiet normal series of 13 periods 4 % have
 * such a sign somewhere, of 26 periods 9 %, of 52 periods 18 %; so it is worth a glance and no verdict.
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
