package io.coaching.json;

import io.coaching.people.Roster;
import io.coaching.pipeline.Opportunity;
import java.math.BigDecimal;
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
        listPrices = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(listPrices));
        accounts = List.copyOf(accounts);
    }

    @Override
    public String toString() {
        return roster.ids().size() + " persons, " + opportunities.size() + " opportunities, " + observations;
    }
}
