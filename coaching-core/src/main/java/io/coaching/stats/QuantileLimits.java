package io.coaching.stats;

/**
 * Distribution-free limits of a quantile: two order statistics.
 *
 * @param low the lower limit
 * @param high the upper limit
 * @param coverage the probability with which they hold the quantile of a continuous distribution; with ties at least that
 * @param lowRank which order statistic the lower limit is, from 1
 * @param highRank which order statistic the upper limit is
 */
public record QuantileLimits(double low, double high, double coverage, int lowRank, int highRank) {}
