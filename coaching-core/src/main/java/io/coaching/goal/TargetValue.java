package io.coaching.goal;

import io.coaching.base.Money;
import io.coaching.base.Percent;
import io.coaching.internal.check.Checks;
import io.coaching.internal.text.Figures;
import java.util.Currency;
import java.util.Optional;

/** How much is to be reached, in the unit of its KPI: an amount of money, a number, or a share. Never below zero. */
public sealed interface TargetValue {
    /**
     * An amount of money, as for bookings.
     *
     * @param money the amount, not below zero
     * @return the value
     */
    static TargetValue of(Money money) {
        return new Amount(money);
    }

    /**
     * A plain number, as for meetings or days.
     *
     * @param number the number, not below zero
     * @return the value
     */
    static TargetValue of(double number) {
        return new Quantity(number);
    }

    /**
     * A share, as for a win rate.
     *
     * @param share the share, not below zero
     * @return the value
     */
    static TargetValue of(Percent share) {
        return new Share(share);
    }

    /**
     * The value in the unit of the KPI.
     *
     * @return the number; a share is a fraction, 0.25 for 25 %
     */
    double asDouble();

    /**
     * The currency of an amount.
     *
     * @return the currency; absent for what is not money
     */
    default Optional<Currency> currency() {
        return Optional.empty();
    }

    /**
     * An amount of money.
     *
     * @param money the amount, not below zero
     */
    record Amount(Money money) implements TargetValue {
        /**
         * Checks the sign.
         *
         * @param money the amount
         */
        public Amount {
            Checks.that(money.amount().signum() >= 0, "target must not be below zero: " + money);
        }

        @Override
        public double asDouble() {
            return money.amount().doubleValue();
        }

        @Override
        public Optional<Currency> currency() {
            return Optional.of(money.currency());
        }

        @Override
        public String toString() {
            return money.toString();
        }
    }

    /**
     * A plain number.
     *
     * @param number the number, not below zero
     */
    record Quantity(double number) implements TargetValue {
        /**
         * Checks the sign.
         *
         * @param number the number
         */
        public Quantity {
            number = Checks.inRange(number, 0, Double.MAX_VALUE, "target") + 0.0;
        }

        @Override
        public double asDouble() {
            return number;
        }

        @Override
        public String toString() {
            return Figures.plain(number);
        }
    }

    /**
     * A share.
     *
     * @param share the share, not below zero; it may be above 100 %
     */
    record Share(Percent share) implements TargetValue {
        /**
         * Checks the sign.
         *
         * @param share the share
         */
        public Share {
            Checks.inRange(share.value(), 0, Double.MAX_VALUE, "target in percent");
        }

        @Override
        public double asDouble() {
            return share.fraction();
        }

        @Override
        public String toString() {
            return share.toString();
        }
    }
}
