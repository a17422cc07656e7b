package io.coaching.sample;

import io.coaching.base.Percent;
import io.coaching.internal.check.Checks;
import java.time.LocalDate;
import java.time.Month;
import java.util.Collections;
import java.util.List;

/**
 * How the year goes in a {@link SampleCompany}: the same for everyone.
 *
 * <p>The months scale what people do and how many opportunities they start, not how well they do it: rates of connecting and
 * winning, deal sizes and cycles stay. The hockey stick draws closing days of won deals to the end of the nearest quarter, be
 * it earlier or later, so that the cycle stays the same on average.
 *
 * @param months the factors of January to December on everybody's rates: 12 numbers in 0.1..10 with a mean of 1, within 0.001
 * @param hockeyStick the share of won deals of which the closing day is drawn to the last ten working days of a quarter
 */
public record Seasons(List<Double> months, Percent hockeyStick) {
    /**
     * Checks the months.
     *
     * @param months the factors of January to December
     * @param hockeyStick the share of won deals drawn to the end of a quarter
     */
    public Seasons {
        months = List.copyOf(months);
        Checks.that(months.size() == 12, "months must be 12: " + months.size());
        for (double factor : months) {
            Checks.inRange(factor, 0.1, 10, "factor of a month");
        }
        double mean = months.stream().mapToDouble(Double::doubleValue).sum() / 12;
        Checks.that(
                Math.abs(mean - 1) <= 0.001,
                "months must have a mean of 1: " + mean,
                "divide each by the mean, so that true values stay those of a whole year");
        Checks.inRange(hockeyStick.value(), 0, 100, "hockeyStick");
    }

    /**
     * A year without seasons.
     *
     * @return every month like the others, closing days where they fall
     */
    public static Seasons none() {
        return new Seasons(Collections.nCopies(12, 1.0), Percent.of(0));
    }

    /**
     * A year as is usual where customers take holidays in summer and budgets end with the year.
     *
     * @return a slow January, July (0.90) and August (0.84), a busy September (1.10) to November; 30 % of the wins drawn to
     *     the end of a quarter
     */
    public static Seasons typical() {
        return new Seasons(List.of(0.92, 0.98, 1.06, 1.0, 1.02, 1.04, 0.9, 0.84, 1.1, 1.08, 1.06, 1.0), Percent.of(30));
    }

    /**
     * The factor of a month.
     *
     * @param month the month
     * @return what everybody's rates are multiplied by
     */
    public double factor(Month month) {
        return months.get(month.getValue() - 1);
    }

    double factor(LocalDate day) {
        return factor(day.getMonth());
    }
}
