package io.coaching.base;

import io.coaching.internal.check.Checks;
import java.time.LocalDate;

/** A typed argument of a {@link Message}, so that a catalogue can print it the way its readers expect. */
public sealed interface Argument {
    /**
     * A piece of text, such as an id or the name of a KPI.
     *
     * @param value the text
     */
    record Text(String value) implements Argument {}

    /**
     * A whole number.
     *
     * @param value the number
     */
    record Count(long value) implements Argument {}

    /**
     * A number with decimals.
     *
     * @param value the number, finite
     * @param decimals how many decimals are worth printing
     */
    record Figure(double value, int decimals) implements Argument {
        /**
         * Rejects what is not finite.
         *
         * @param value the number
         * @param decimals how many decimals
         */
        public Figure {
            value = Checks.finite(value, "value");
            Checks.inRange(decimals, 0, 12, "decimals");
        }
    }

    /**
     * A share, or a probability.
     *
     * @param fraction the share as a fraction, finite
     * @param decimals how many decimals of a percent are worth printing
     */
    record Share(double fraction, int decimals) implements Argument {
        /**
         * Rejects what is not finite.
         *
         * @param fraction the share
         * @param decimals how many decimals
         */
        public Share {
            fraction = Checks.finite(fraction, "fraction");
            Checks.inRange(decimals, 0, 12, "decimals");
        }
    }

    /**
     * A day.
     *
     * @param value the day
     */
    record Day(LocalDate value) implements Argument {}

    /**
     * Whom it is about.
     *
     * @param value the person, team, region or everyone
     */
    record Who(Subject value) implements Argument {}

    /**
     * Another message within this one.
     *
     * @param value the message
     */
    record Said(Message value) implements Argument {}
}
