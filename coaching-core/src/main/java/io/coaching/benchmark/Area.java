package io.coaching.benchmark;

import io.coaching.kpi.Formula;
import io.coaching.kpi.Kpi;
import io.coaching.kpi.Timing;
import io.coaching.kpi.Unit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a KPI speaks of: how much somebody does, or how well. */
public enum Area {
    /** Activity: a leading KPI that counts what is done, in all or by the day. */
    VOLUME,
    /** Skill: a share of attempts that succeed, or a mean score. */
    QUALITY;

    private static final Set<Unit> SIZES =
            EnumSet.of(Unit.COUNT, Unit.MONEY, Unit.MONEY_PER_DAY, Unit.DAYS, Unit.SECONDS);

    /**
     * What a KPI speaks of, by its formula, unit and timing.
     *
     * @param kpi the KPI
     * @return the area; empty for results, as revenue, and for sizes and durations, which are neither
     */
    public static Optional<Area> of(Kpi kpi) {
        Formula formula = kpi.formula();
        boolean sum = formula instanceof Formula.Total || formula instanceof Formula.Rate;
        boolean money = kpi.unit() == Unit.MONEY || kpi.unit() == Unit.MONEY_PER_DAY;
        if (sum) {
            return kpi.timing() == Timing.LEADING && !money ? Optional.of(VOLUME) : Optional.empty();
        }
        boolean score = formula instanceof Formula.Mean && !SIZES.contains(kpi.unit());
        return score || formula instanceof Formula.Proportion ? Optional.of(QUALITY) : Optional.empty();
    }
}
