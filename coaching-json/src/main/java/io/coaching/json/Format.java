package io.coaching.json;

import io.coaching.base.ExchangeRates;
import io.coaching.kpi.KpiCatalogue;
import io.coaching.people.RosterRecords;
import io.coaching.process.SalesProcess;
import io.coaching.scorecard.ScorecardTemplate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The format of a document, a value that is kept in a file of its own: written first in it, as {@code "format":
 * "exchange-rates/1"}. What has another format is refused by name.
 *
 * @param name what the document is called in JSON
 * @param version its version
 */
record Format(String name, int version) {
    static final String PROPERTY = "format";

    private static final Map<Class<?>, Format> DOCUMENTS = Map.of(
            ExchangeRates.class, new Format("exchange-rates", 1),
            KpiCatalogue.class, new Format("kpi-catalogue", 1),
            RosterRecords.class, new Format("roster", 1),
            SalesProcess.class, new Format("sales-process", 1),
            ScorecardTemplate.class, new Format("scorecard-template", 1));

    static @Nullable Format of(Class<?> type) {
        return DOCUMENTS.get(type);
    }

    /** As it stands in a document. */
    @Override
    public String toString() {
        return name + "/" + version;
    }
}
