package io.coaching.data;

import io.coaching.base.MeasureId;
import io.coaching.kpi.KpiCatalogue;
import io.coaching.kpi.Measure;
import io.coaching.pipeline.OpportunityMeasures;
import io.coaching.process.SalesProcess;
import java.util.Optional;

/** Gives each stage of the sales process its measures: entered, reached, passed. */
final class StageMeasures {
    private StageMeasures() {}

    static KpiCatalogue added(KpiCatalogue catalogue, Optional<SalesProcess> process) {
        if (process.isEmpty()) {
            return catalogue;
        }
        KpiCatalogue.Builder builder = KpiCatalogue.builder().from(catalogue);
        for (MeasureId id : OpportunityMeasures.ids(process.get())) {
            if (!catalogue.hasMeasure(id)) {
                builder.addMeasures(Measure.builder().id(id).name(id.value()).build());
            }
        }
        return builder.build();
    }
}
