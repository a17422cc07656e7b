package io.coaching.sample;

import io.coaching.base.KpiId;
import io.coaching.base.PersonId;
import java.util.List;
import java.util.Optional;

/**
 * What is true of a {@link SampleCompany}, for judging what an engine made of its records.
 *
 * @param reps the truth about each rep, sorted by id; managers have none
 * @param severities how each rep and each manager rates others, sorted by id
 */
public record SampleTruth(List<RepTruth> reps, List<TrueSeverity> severities) {
    /**
     * Keeps reps and severities.
     *
     * @param reps the truth about each rep
     * @param severities how each rep and each manager rates others
     */
    public SampleTruth {
        reps = List.copyOf(reps);
        severities = List.copyOf(severities);
    }

    /**
     * The truth about a person.
     *
     * @param person who
     * @return the truth; empty for a manager or somebody unknown
     */
    public Optional<RepTruth> of(PersonId person) {
        return reps.stream().filter(rep -> rep.person().equals(person)).findFirst();
    }

    /**
     * The truth about a person on one KPI.
     *
     * @param person who
     * @param kpi the KPI
     * @return the true value, if the person works on that KPI
     */
    public Optional<TrueValue> of(PersonId person, KpiId kpi) {
        return of(person).flatMap(rep -> rep.on(kpi));
    }

    /**
     * How a person rates others.
     *
     * @param rater who
     * @return the true severity; empty for somebody unknown
     */
    public Optional<TrueSeverity> severityOf(PersonId rater) {
        return severities.stream()
                .filter(severity -> severity.rater().equals(rater))
                .findFirst();
    }

    /**
     * Those in whom a difference was planted.
     *
     * @return the reps, sorted by id
     */
    public List<RepTruth> planted() {
        return reps.stream().filter(rep -> !rep.planted().isEmpty()).toList();
    }

    /**
     * Those in whom a change was planted.
     *
     * @return the reps, sorted by id
     */
    public List<RepTruth> changed() {
        return reps.stream().filter(rep -> !rep.changes().isEmpty()).toList();
    }

    @Override
    public String toString() {
        String changes = changed().isEmpty() ? "" : ", changes in " + changed().size();
        return reps.size() + " reps, differences planted in " + planted().size() + changes;
    }
}
