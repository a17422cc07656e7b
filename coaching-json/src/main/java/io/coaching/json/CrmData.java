package io.coaching.json;

import io.coaching.base.Outcome;
import io.coaching.data.CoachingData;
import io.coaching.data.ObservationTable;
import io.coaching.kpi.KpiCatalogue;
import io.coaching.people.Roster;
import io.coaching.pipeline.Opportunity;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a folder of CRM files holds.
 *
 * @param roster the people with their teams and regions; without anybody where the folder has no such file
 * @param opportunities the deals, in the order of the file
 * @param listPrices the list price of each product, in major units; empty where the folder has no such file
 * @param accounts the customers; empty where the folder has no such file
 * @param observations what was observed beside the deals; none where the folder has no such file
 */
public record CrmData(
        Roster roster,
        List<Opportunity> opportunities,
        Map<String, BigDecimal> listPrices,
        List<String> accounts,
        Observations observations) {
    /**
     * Keeps what it is given.
     *
     * @param roster the people
     * @param opportunities the deals
     * @param listPrices the list prices
     * @param accounts the customers
     * @param observations what was observed beside the deals
     */
    public CrmData {
        opportunities = List.copyOf(opportunities);
        listPrices = Collections.unmodifiableMap(new LinkedHashMap<>(listPrices));
        accounts = List.copyOf(accounts);
    }

    /**
     * Starts the data of a company with all of this; the day that it is of, the calendar and, where there are stages, the
     * process are still to be said.
     *
     * <pre>{@code
     * Outcome<CrmData> crm = CrmFolder.of(folder).read();
     * CoachingData data = crm.value().toData(KpiCatalogue.standard())
     *         .problems(crm.problems())
     *         .process(SalesProcess.simple())
     *         .asOf(LocalDate.of(2017, 12, 31))
     *         .calendar(BusinessCalendar.standard(ZoneId.of("America/New_York")))
     *         .build();
     * }</pre>
     *
     * @param catalogue says what the measures of the observations are
     * @return a builder with people, deals, products, accounts, observations and what was wrong with these
     */
    public CoachingData.Builder toData(KpiCatalogue catalogue) {
        Outcome<ObservationTable> table = observations.toTable(catalogue);
        return CoachingData.builder()
                .catalogue(catalogue)
                .roster(roster)
                .opportunities(opportunities)
                .products(listPrices.keySet())
                .accounts(accounts)
                .observations(table.value())
                .problems(table.problems());
    }

    @Override
    public String toString() {
        return roster.ids().size() + " persons, " + opportunities.size() + " opportunities, " + observations;
    }
}
