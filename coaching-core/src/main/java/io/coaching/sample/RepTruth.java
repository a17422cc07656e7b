package io.coaching.sample;

import io.coaching.base.KpiId;
import io.coaching.base.PersonId;
import io.coaching.base.RoleId;
import java.util.List;
import java.util.Optional;

/**
 * The truth about one person. Not a measurement: what the person's records were drawn from.
 *
 * @param person who
 * @param role in which role
 * @param values the true values, on the KPIs that the role works on; of what changes, the value before
 * @param changes what was made to change on purpose; mostly nothing, never more than one KPI
 */
public record RepTruth(PersonId person, RoleId role, List<TrueValue> values, List<TrueChange> changes) {
    /**
     * Keeps the values and changes.
     *
     * @param person who
     * @param role in which role
     * @param values the true values
     * @param changes what was made to change
     */
    public RepTruth {
        values = List.copyOf(values);
        changes = List.copyOf(changes);
    }

    /**
     * The truth on one KPI.
     *
     * @param kpi the KPI
     * @return the true value; empty if the role does not work on it
     */
    public Optional<TrueValue> on(KpiId kpi) {
        return values.stream().filter(value -> value.kpi().equals(kpi)).findFirst();
    }

    /**
     * How one KPI changes.
     *
     * @param kpi the KPI
     * @return the change that was planted on it; empty if it stays as it is
     */
    public Optional<TrueChange> changeOf(KpiId kpi) {
        return changes.stream().filter(change -> change.kpi().equals(kpi)).findFirst();
    }

    /**
     * What was planted in this person.
     *
     * @return the true values that were made to differ on purpose; mostly none, never more than one
     */
    public List<TrueValue> planted() {
        return values.stream()
                .filter(value -> value.planted() != Planted.NOT_PLANTED)
                .toList();
    }
}
