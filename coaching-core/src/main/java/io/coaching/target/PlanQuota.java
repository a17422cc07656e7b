package io.coaching.target;

import io.coaching.base.Estimate;
import io.coaching.base.Known;
import io.coaching.base.Money;
import io.coaching.base.Reason;
import io.coaching.goal.TargetInForce;
import io.coaching.internal.check.Checks;
import java.util.Currency;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * The amount to reach.
 *
 * @param estimate what is said of it
 * @param exact the amount; absent where none is agreed
 * @param currency its currency, where it has one
 */
record PlanQuota(Estimate estimate, Optional<BigFraction> exact, Optional<Currency> currency) {
    static PlanQuota given(double amount, Optional<Currency> currency) {
        Checks.finite(amount, "quota");
        Checks.that(amount > 0, "quota must be above 0: " + amount);
        return known(ExactFractions.of(amount), currency, "given");
    }

    static PlanQuota given(Money amount, Optional<Currency> currency) {
        Checks.that(amount.amount().signum() > 0, "quota must be above 0: " + amount);
        currency.ifPresent(expected -> Checks.that(
                expected.equals(amount.currency()),
                "quota must be in " + expected.getCurrencyCode() + ", as the deal size is: " + amount,
                "convert it first: rates.convert(money, currency, day)."));
        return known(ExactFractions.of(amount.amount()), Optional.of(amount.currency()), "given");
    }

    /** What is agreed to be booked; of no use in another currency than that of the deals. */
    static PlanQuota agreed(TargetInForce bookings, Optional<Currency> currency) {
        if (!(bookings.value() instanceof Known known)) {
            return new PlanQuota(bookings.value(), Optional.empty(), bookings.currency());
        }
        if (currency.isPresent() && !currency.equals(bookings.currency())) {
            return missing(Reason.MIXED_CURRENCIES);
        }
        return known.value() > 0
                ? known(ExactFractions.of(known.value()), bookings.currency(), known.method())
                : missing(Reason.NO_TARGET);
    }

    static PlanQuota missing(Reason reason) {
        return new PlanQuota(Estimate.undefined(reason), Optional.empty(), Optional.empty());
    }

    static PlanQuota withheld(Reason reason) {
        return new PlanQuota(Estimate.withheld(reason), Optional.empty(), Optional.empty());
    }

    private static PlanQuota known(BigFraction amount, Optional<Currency> currency, String method) {
        return new PlanQuota(
                Known.builder()
                        .value(ExactFractions.toDouble(amount))
                        .n(1, "quotas")
                        .method(method)
                        .build(),
                Optional.of(amount),
                currency);
    }
}
