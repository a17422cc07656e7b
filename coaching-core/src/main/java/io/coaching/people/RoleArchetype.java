package io.coaching.people;

import com.google.common.collect.ImmutableList;
import io.coaching.base.KpiId;
import java.util.List;

/**
 * Kinds of sales role, each with the KPIs it is usually coached on. A {@link Role} takes one of them as it is, or lists
 * its own KPIs.
 *
 * <p>The ids are those of the standard catalogue of KPIs; the order is that of the sales process, activities first.
 */
public enum RoleArchetype {
    /** Finds and qualifies prospects, and sets meetings for others to hold (SDR, BDR). */
    SALES_DEVELOPMENT("calls", "emails", "meetings-booked", "demos-set", "opportunity-starts", "pipeline-generated"),
    /** Takes opportunities that others found and closes them. */
    ACCOUNT_EXECUTIVE(
            "meetings-held",
            "demos-held",
            "pipeline-generated",
            "win-rate",
            "average-deal-size",
            "sales-cycle",
            "sales-velocity",
            "bookings",
            "quota-attainment"),
    /** Does it all, from the first call to the signature. */
    FULL_CYCLE(
            "calls",
            "emails",
            "meetings-booked",
            "meetings-held",
            "demos-set",
            "demos-held",
            "opportunity-starts",
            "dollars-in-starts",
            "pipeline-generated",
            "win-rate",
            "average-deal-size",
            "sales-cycle",
            "sales-velocity",
            "bookings",
            "quota-attainment"),
    /** Keeps and widens the business with customers. */
    ACCOUNT_MANAGER(
            "meetings-held",
            "opportunity-starts",
            "dollars-in-starts",
            "renewals-won",
            "renewal-rate",
            "new-business-won",
            "bookings",
            "quota-attainment"),
    /** Leads a team; is measured by what it brings. */
    SALES_MANAGER("pipeline-generated", "win-rate", "average-deal-size", "sales-cycle", "bookings", "quota-attainment");

    private final ImmutableList<String> kpis;

    RoleArchetype(String... kpis) {
        this.kpis = ImmutableList.copyOf(kpis);
    }

    /**
     * What the role is usually coached on.
     *
     * @return the ids of the KPIs, in the order of the sales process
     */
    public List<KpiId> kpis() {
        return kpis.stream().map(KpiId::of).toList();
    }
}
