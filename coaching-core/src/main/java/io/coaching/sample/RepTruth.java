package io.coaching.sample;

import io.coaching.base.CompetencyId;
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
 * @param skills the true skill in each competency of the enterprise-sales template; no cause and no effect of the values
 */
public record RepTruth(
        PersonId person, RoleId role, List<TrueValue> values, List<TrueChange> changes, List<TrueSkill> skills) {
    /**
     * Keeps values, changes and skills.
     *
     * @param person who
     * @param role in which role
     * @param values the true values
     * @param changes what was made to change
     * @param skills the true skills
     */
    public RepTruth {
        values = List.copyOf(values);
        changes = List.copyOf(changes);
        skills = List.copyOf(skills);
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
     * The skill in a competency.
     *
     * @param competency the competency
     * @return the true skill, if the template has that competency
     */
    public Optional<TrueSkill> skillIn(CompetencyId competency) {
        return skills.stream()
                .filter(skill -> skill.competency().equals(competency))
                .findFirst();
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
