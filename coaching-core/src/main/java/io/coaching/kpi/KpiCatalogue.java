package io.coaching.kpi;

import com.google.common.collect.ImmutableMap;
import io.coaching.base.KpiId;
import io.coaching.base.MeasureId;
import io.coaching.base.StageId;
import io.coaching.internal.check.Checks;
import io.coaching.process.SalesProcess;
import io.coaching.process.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immutables.value.Value;

/**
 * The measures and KPIs that a company works with: the standard ones, its own, or both. Each KPI finds its measures in
 * it, and each derived KPI its factors.
 *
 * <pre>{@code
 * KpiCatalogue.standard().plus(TASTINGS).plus(tastingsPerWeek)
 * }</pre>
 */
@Value.Immutable
public abstract sealed class KpiCatalogue permits ImmutableKpiCatalogue {
    private static final KpiCatalogue STANDARD = builder()
            .addAllMeasures(StandardMeasures.all())
            .addAllKpis(StandardKpis.all())
            .build();

    KpiCatalogue() {}

    /**
     * Starts a catalogue.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the standard catalogue.
     *
     * @return {@link StandardMeasures} and {@link StandardKpis}
     */
    public static KpiCatalogue standard() {
        return STANDARD;
    }

    /**
     * The measures.
     *
     * @return the measures, in the order given
     */
    public abstract List<Measure> measures();

    /**
     * The KPIs.
     *
     * @return the KPIs, in the order given
     */
    public abstract List<Kpi> kpis();

    @Value.Lazy
    Map<MeasureId, Measure> measuresById() {
        var byId = new LinkedHashMap<MeasureId, Measure>();
        for (Measure measure : measures()) {
            Checks.that(
                    byId.put(measure.id(), measure) == null, "measures must have ids of their own: " + measure.id());
        }
        return ImmutableMap.copyOf(byId);
    }

    @Value.Lazy
    Map<KpiId, Kpi> kpisById() {
        var byId = new LinkedHashMap<KpiId, Kpi>();
        for (Kpi kpi : kpis()) {
            Checks.that(byId.put(kpi.id(), kpi) == null, "KPIs must have ids of their own: " + kpi.id());
        }
        return ImmutableMap.copyOf(byId);
    }

    /**
     * Returns a measure.
     *
     * @param id the identifier
     * @return the measure
     * @throws IllegalArgumentException if there is none: the message says which there are
     */
    public Measure measure(MeasureId id) {
        Measure measure = measuresById().get(id);
        if (measure == null) {
            throw new IllegalArgumentException("measure must be in the catalogue: " + id + "\nMaybe one of "
                    + measuresById().keySet() + " is meant");
        }
        return measure;
    }

    /**
     * Returns a KPI.
     *
     * @param id the identifier
     * @return the KPI
     * @throws IllegalArgumentException if there is none: the message says which there are
     */
    public Kpi kpi(KpiId id) {
        Kpi kpi = kpisById().get(id);
        if (kpi == null) {
            throw new IllegalArgumentException("KPI must be in the catalogue: " + id + "\nMaybe one of "
                    + kpisById().keySet() + " is meant");
        }
        return kpi;
    }

    /**
     * Whether there is a measure of that name.
     *
     * @param id the identifier
     * @return true if there is
     */
    public boolean hasMeasure(MeasureId id) {
        return measuresById().containsKey(id);
    }

    /**
     * The measures that a KPI reads, those of its factors included.
     *
     * @param kpi a KPI
     * @return the measures, each once
     */
    public List<Measure> measuresOf(Kpi kpi) {
        Set<Measure> all = new LinkedHashSet<>();
        collect(kpi, all);
        return new ArrayList<>(all);
    }

    private void collect(Kpi kpi, Set<Measure> all) {
        if (kpi.formula() instanceof Formula.Derived derived) {
            derived.factors().forEach(factor -> collect(kpi(factor.kpi()), all));
        } else {
            kpi.formula().measures().forEach(id -> all.add(measure(id)));
        }
    }

    /**
     * Returns this catalogue with more measures.
     *
     * @param measures the measures to add
     * @return the larger catalogue
     */
    public KpiCatalogue plus(Measure... measures) {
        return builder().from(this).addMeasures(measures).build();
    }

    /**
     * Returns this catalogue with more KPIs.
     *
     * @param kpis the KPIs to add
     * @return the larger catalogue
     */
    public KpiCatalogue plus(Kpi... kpis) {
        return builder().from(this).addKpis(kpis).build();
    }

    /**
     * The stages of a sales process that no KPI tells about: what happens there goes unmeasured.
     *
     * @param process the sales process
     * @param kpis the KPIs in use
     * @return the stages without a KPI, in the order of the process; empty if all are covered
     */
    public static List<StageId> uncovered(SalesProcess process, Iterable<Kpi> kpis) {
        var covered = new LinkedHashSet<StageId>();
        kpis.forEach(kpi -> covered.addAll(kpi.stages()));
        return process.openStages().stream()
                .map(Stage::id)
                .filter(id -> !covered.contains(id))
                .toList();
    }

    @Value.Check
    void check() {
        var unused = measuresById(); // both throw on ids that occur twice
        for (Kpi kpi : kpisById().values()) {
            for (MeasureId id : kpi.formula().measures()) {
                Checks.that(
                        unused.containsKey(id),
                        "measures of KPI " + kpi.id() + " must be in the catalogue: " + id,
                        "add the measure before the KPI that reads it");
            }
            checkFactors(kpi, new LinkedHashSet<>());
        }
    }

    private void checkFactors(Kpi kpi, Set<KpiId> path) {
        Checks.that(path.add(kpi.id()), "KPI must not be derived from itself: " + path + ", " + kpi.id());
        if (kpi.formula() instanceof Formula.Derived derived) {
            for (Formula.Factor factor : derived.factors()) {
                Kpi part = kpisById().get(factor.kpi());
                if (part == null) {
                    throw new IllegalArgumentException(
                            "factors of KPI " + kpi.id() + " must be in the catalogue: " + factor.kpi());
                }
                checkFactors(part, path);
            }
        }
        path.remove(kpi.id());
    }

    @Override
    public String toString() {
        return measures().size() + " measures, " + kpis().size() + " KPIs";
    }

    /** Builds a {@link KpiCatalogue}. */
    public static final class Builder extends ImmutableKpiCatalogue.Builder {
        Builder() {}
    }
}
