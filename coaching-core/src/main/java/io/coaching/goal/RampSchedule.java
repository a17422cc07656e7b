package io.coaching.goal;

import io.coaching.base.Percent;
import io.coaching.internal.check.Checks;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;

/**
 * How much of a full target is asked of a newcomer: a share for each step since the hire, and all of it afterwards.
 *
 * <p>Steps are counted from the day of hire, not from the first of a month: hired on 15 January, the second month begins on 15
 * February. Leave does not stop the count. Whose day of hire is unknown counts as ramped.
 *
 * <p>It is about targets; when someone counts as ramped in comparisons says {@link io.coaching.people.RampRule}.
 *
 * @param step how long a step is, in whole months or whole weeks
 * @param shares the share in each step, the first one since the hire first; each 0 % or more
 */
public record RampSchedule(Period step, List<Percent> shares) {
    private static final RampSchedule NONE = new RampSchedule(Period.ofMonths(1), List.of());

    /**
     * Checks steps and shares.
     *
     * @param step how long a step is
     * @param shares the share in each step
     * @throws IllegalArgumentException if the step is not of one day to ten years, or a share is below zero
     */
    public RampSchedule {
        shares = List.copyOf(shares);
        Checks.that(
                step.getYears() >= 0
                        && step.getMonths() >= 0
                        && step.getDays() >= 0
                        && !step.isZero()
                        && step.toTotalMonths() <= 120
                        && step.getDays() <= 3_660,
                "step must be positive and at most ten years: " + step);
        Checks.that(shares.size() <= 520, "shares must be at most 520: " + shares.size());
        for (Percent share : shares) {
            Checks.inRange(share.value(), 0, 1_000, "share of a ramp in percent");
        }
    }

    /**
     * Everybody has the full target from the first day.
     *
     * @return the schedule without steps
     */
    public static RampSchedule none() {
        return NONE;
    }

    /**
     * A share for each month since the hire.
     *
     * @param shares as {@code Percent.of(25), Percent.of(50), Percent.of(75)} for full targets from the fourth month on
     * @return the schedule
     */
    public static RampSchedule monthly(Percent... shares) {
        return new RampSchedule(Period.ofMonths(1), Arrays.asList(shares));
    }

    /**
     * A share for each week since the hire.
     *
     * @param shares the shares
     * @return the schedule
     */
    public static RampSchedule weekly(Percent... shares) {
        return new RampSchedule(Period.ofWeeks(1), Arrays.asList(shares));
    }

    /**
     * The share on a day.
     *
     * @param hired the day of hire
     * @param day a day
     * @return the share of its step; that of the first step before the hire; 100 % after the last step
     */
    public Percent on(LocalDate hired, LocalDate day) {
        for (int i = 0; i < shares.size(); i++) {
            if (day.isBefore(hired.plus(step.multipliedBy(i + 1)))) {
                return shares.get(i);
            }
        }
        return Percent.of(100);
    }

    /**
     * From when on the whole target is asked for.
     *
     * @param hired the day of hire
     * @return the first day after the ramp
     */
    public LocalDate ends(LocalDate hired) {
        return hired.plus(step.multipliedBy(shares.size()));
    }

    @Override
    public String toString() {
        return shares.isEmpty()
                ? "no ramp"
                : String.join(", ", shares.stream().map(Percent::toString).toList()) + " each " + step;
    }
}
