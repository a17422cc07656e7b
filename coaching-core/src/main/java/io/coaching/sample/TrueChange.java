package io.coaching.sample;

import io.coaching.base.KpiId;
import io.coaching.internal.check.Checks;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A change that was planted in someone: what is true of one KPI before, after and on the way.
 *
 * <p>Activities, starts and connects change on the day itself. The win rate and the deal size are those of deals that close
 * on that day.
 *
 * @param kpi the KPI
 * @param shape a step or a slide
 * @param onset the first day that differs from before
 * @param complete the first day on which all of the change is there; of a step the onset itself
 * @param before the true value until the onset, as in {@link TrueValue#value()}
 * @param after the true value from {@code complete} on
 */
public record TrueChange(
        KpiId kpi, ChangeShape shape, LocalDate onset, LocalDate complete, double before, double after) {
    /**
     * Checks the days.
     *
     * @param kpi the KPI
     * @param shape a step or a slide
     * @param onset the first day that differs from before
     * @param complete the first day on which all of the change is there
     * @param before the true value until the onset
     * @param after the true value from {@code complete} on
     */
    public TrueChange {
        Checks.that(
                shape == ChangeShape.STEP ? complete.equals(onset) : complete.isAfter(onset),
                "complete must be the onset of a step, and later for a slide: " + onset + " and " + complete);
    }

    /**
     * By how much it changed.
     *
     * @return after / before: 0.6 for a drop by 40 %
     */
    public double factor() {
        return after / before;
    }

    /**
     * What is true on a day.
     *
     * @param day the day
     * @return the value before, after or, in a slide, between the two
     */
    public double on(LocalDate day) {
        if (day.isBefore(onset)) {
            return before;
        }
        if (!day.isBefore(complete)) {
            return after;
        }
        double whole = ChronoUnit.DAYS.between(onset, complete);
        return before + (after - before) * (ChronoUnit.DAYS.between(onset, day) + 1) / (whole + 1);
    }
}
