package io.coaching.scorecard;

import io.coaching.base.BehaviourId;
import io.coaching.base.KpiId;
import io.coaching.internal.check.Checks;
import java.util.Optional;

/**
 * Something that can be seen or heard in a call or a deal, and shows a competency.
 *
 * @param id identifies it within its competency
 * @param text what is observed, as {@code "Asks insightful questions to uncover customer pain points"}
 * @param measuredBy the KPI that counts it, where the records of deals or calls do
 */
public record Behaviour(BehaviourId id, String text, Optional<KpiId> measuredBy) {
    /**
     * Checks the text.
     *
     * @param id identifies it
     * @param text what is observed, not blank
     * @param measuredBy the KPI that counts it
     */
    public Behaviour {
        text = Checks.notBlank(text, "text of behaviour " + id);
    }

    /**
     * Returns a behaviour.
     *
     * @param id identifies it
     * @param text what is observed
     * @return the behaviour
     */
    public static Behaviour of(String id, String text) {
        return new Behaviour(BehaviourId.of(id), text, Optional.empty());
    }

    /**
     * The same behaviour, counted by a KPI as well.
     *
     * @param kpi the KPI
     * @return the behaviour
     */
    public Behaviour measuredBy(KpiId kpi) {
        return new Behaviour(id, text, Optional.of(kpi));
    }
}
