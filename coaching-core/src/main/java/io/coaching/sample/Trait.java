package io.coaching.sample;

import io.coaching.base.KpiId;
import io.coaching.kpi.Kpi;
import io.coaching.kpi.StandardKpis;
import java.util.Arrays;
import java.util.List;

/**
 * What reps truly differ in, with what is typical for each job (0: not theirs) and how far a planted difference goes: by a
 * factor of the value, or of the odds where it is a share.
 */
enum Trait {
    CALLS(StandardKpis.CALLS, 45, 12, 25, 0.65, 1.45),
    CONNECT_RATE(StandardKpis.CONNECT_RATE, 0.14, 0.2, 0.16, 0.6, 1.7),
    EMAILS(StandardKpis.EMAILS, 35, 18, 24, 0.65, 1.45),
    SOCIAL_TOUCHES(StandardKpis.SOCIAL_TOUCHES, 8, 3, 5, 0.6, 1.6),
    MEETINGS_BOOKED(StandardKpis.MEETINGS_BOOKED, 2.2, 1.1, 1.4, 0.6, 1.5),
    DEMOS_SET(StandardKpis.DEMOS_SET, 1.1, 0.7, 0.8, 0.55, 1.6),
    PROPOSALS(StandardKpis.PROPOSALS, 0, 0.6, 0.5, 0.55, 1.6),
    OPPORTUNITY_STARTS(StandardKpis.OPPORTUNITY_STARTS, 1.1, 0.2, 0.75, 0.6, 1.6),
    WIN_RATE(StandardKpis.WIN_RATE, 0, 0.5, 0.45, 0.4, 2.5),
    DEAL_SIZE(StandardKpis.AVERAGE_DEAL_SIZE, 0, 14_000, 11_000, 0.6, 1.6),
    SALES_CYCLE(StandardKpis.SALES_CYCLE, 0, 52, 46, 1.5, 0.67);

    private final String kpi;
    private final double salesDevelopment;
    private final double accountExecutive;
    private final double fullCycle;
    private final double weak;
    private final double strong;

    Trait(Kpi kpi, double salesDevelopment, double accountExecutive, double fullCycle, double weak, double strong) {
        this.kpi = kpi.id().value();
        this.salesDevelopment = salesDevelopment;
        this.accountExecutive = accountExecutive;
        this.fullCycle = fullCycle;
        this.weak = weak;
        this.strong = strong;
    }

    KpiId kpi() {
        return KpiId.of(kpi);
    }

    double typical(Job job) {
        return switch (job) {
            case SALES_DEVELOPMENT -> salesDevelopment;
            case ACCOUNT_EXECUTIVE -> accountExecutive;
            case FULL_CYCLE -> fullCycle;
            case MANAGER -> 0;
        };
    }

    static List<Trait> of(Job job) {
        return Arrays.stream(values()).filter(trait -> trait.typical(job) > 0).toList();
    }

    /** The true value of somebody {@code deviation} relative standard deviations away from typical, or planted. */
    double value(Job job, double deviation, Planted planted) {
        double typical = typical(job);
        return planted == Planted.NOT_PLANTED
                ? scaled(typical, StrictMath.exp(isShare() ? deviation / (1 - typical) : deviation))
                : shifted(typical, planted);
    }

    /** What becomes of a value when a difference or a change is planted in it. */
    double shifted(double value, Planted side) {
        return switch (side) {
            case NOT_PLANTED -> value;
            case WEAK -> scaled(value, weak);
            case STRONG -> scaled(value, strong);
        };
    }

    /** Cycles do not change: a deal that takes long shows it long after. */
    boolean mayChange() {
        return this != SALES_CYCLE;
    }

    private double scaled(double value, double factor) {
        if (!isShare()) {
            return value * factor;
        }
        double odds = value / (1 - value) * factor;
        return odds / (1 + odds);
    }

    private boolean isShare() {
        return this == CONNECT_RATE || this == WIN_RATE;
    }
}
