package io.coaching.scorecard;

import io.coaching.base.KpiId;
import java.util.Optional;

/**
 * What the programme is for, and by which KPI that will be seen.
 *
 * @param kind what it is for
 * @param kpi the KPI that is to move, if one was chosen
 * @param text the objective in the company's own words
 */
public record Objective(ObjectiveKind kind, Optional<KpiId> kpi, Optional<String> text) {
    /**
     * Returns an objective that is seen by a KPI.
     *
     * @param kind what it is for
     * @param kpi the KPI that is to move
     * @return the objective
     */
    public static Objective of(ObjectiveKind kind, KpiId kpi) {
        return new Objective(kind, Optional.of(kpi), Optional.empty());
    }
}
