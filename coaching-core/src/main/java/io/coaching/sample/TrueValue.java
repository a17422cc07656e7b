package io.coaching.sample;

import io.coaching.base.KpiId;

/**
 * What someone would reach on a KPI with endless evidence, once ramped.
 *
 * @param kpi the KPI
 * @param value the true value: a rate per working day for activities and starts, a fraction for shares, an amount in
 *     major units, or days; before days are moved off weekends, which adds a little to a cycle
 * @param typical the same of the typical person in that role
 * @param planted whether the difference was planted
 */
public record TrueValue(KpiId kpi, double value, double typical, Planted planted) {
    /**
     * How the person differs from the typical one.
     *
     * @return value / typical: 1 where there is no difference
     */
    public double factor() {
        return value / typical;
    }
}
