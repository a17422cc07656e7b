package io.coaching.base;

import com.google.common.collect.ImmutableSortedMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.coaching.internal.check.Checks;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * Dated exchange rates into one currency. The rate of a day is the newest one on or before it.
 *
 * <p>With {@link #constant(LocalDate)} all days take the rates of one day, so that growth is not a movement of rates.
 * Rates do not chain: each currency has its own rate into {@link #to()}.
 */
@Value.Immutable
public abstract sealed class ExchangeRates permits ImmutableExchangeRates {
    ExchangeRates() {}

    /**
     * One rate.
     *
     * @param from the currency that it converts
     * @param since the first day that it holds
     * @param rate how much of the target one unit of {@code from} is worth, positive
     */
    public record Rate(Currency from, LocalDate since, BigDecimal rate) {
        /**
         * Rejects a rate that is not positive.
         *
         * @param from the currency that it converts
         * @param since the first day that it holds
         * @param rate how much one unit is worth
         */
        public Rate {
            Checks.that(rate.signum() > 0, "rate must be positive: " + rate + " for " + from);
            Checks.that(
                    rate.precision() <= 40 && Math.abs(rate.scale()) <= 40,
                    "rate must have at most 40 digits for " + from);
        }
    }

    /**
     * Starts a table of rates.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The currency that amounts are converted to.
     *
     * @return the currency
     */
    public abstract Currency to();

    /**
     * The rates.
     *
     * @return the rates, in the order given
     */
    public abstract List<Rate> rates();

    @Value.Lazy
    Map<String, NavigableMap<LocalDate, BigDecimal>> byCurrency() {
        var byCurrency = new TreeMap<String, NavigableMap<LocalDate, BigDecimal>>();
        for (Rate rate : rates()) {
            byCurrency
                    .computeIfAbsent(rate.from().getCurrencyCode(), c -> new TreeMap<>())
                    .put(rate.since(), rate.rate());
        }
        return ImmutableSortedMap.copyOf(byCurrency);
    }

    @Value.Check
    void check() {
        var seen = new java.util.HashSet<List<Object>>();
        for (Rate rate : rates()) {
            Checks.that(
                    seen.add(List.of(rate.from(), rate.since())),
                    "rates must be one a currency and day, twice: " + rate.from() + " on " + rate.since());
        }
    }

    /**
     * The rate of a currency on a day.
     *
     * @param from the currency
     * @param day the day
     * @return the newest rate on or before the day; 1 for the target itself; empty where none is known
     */
    public Optional<BigDecimal> rate(Currency from, LocalDate day) {
        if (from.equals(to())) {
            return Optional.of(BigDecimal.ONE);
        }
        NavigableMap<LocalDate, BigDecimal> dated = byCurrency().get(from.getCurrencyCode());
        Map.Entry<LocalDate, BigDecimal> entry = dated == null ? null : dated.floorEntry(day);
        return Optional.ofNullable(entry).map(Map.Entry::getValue);
    }

    /**
     * Converts an amount, rounded half to even to the decimals of the target.
     *
     * @param money the amount
     * @param day the day whose rate is taken
     * @return the amount in the target currency; empty where no rate is known
     */
    public Optional<Money> convert(Money money, LocalDate day) {
        return rate(money.currency(), day)
                .map(rate -> Money.rounded(
                        money.amount().multiply(rate, MathContext.DECIMAL128), to(), RoundingMode.HALF_EVEN));
    }

    /**
     * Returns rates that are on every day those of one day.
     *
     * @param day the day whose rates are kept
     * @return the constant rates; currencies without a rate on that day have none
     */
    public ExchangeRates constant(LocalDate day) {
        Builder builder = builder();
        builder.to(to());
        byCurrency().forEach((code, dated) -> {
            var entry = dated.floorEntry(day);
            if (entry != null) {
                builder.addRates(new Rate(Currency.getInstance(code), LocalDate.of(1, 1, 1), entry.getValue()));
            }
        });
        return builder.build();
    }

    /** Builds {@link ExchangeRates}. */
    public static final class Builder extends ImmutableExchangeRates.Builder {
        Builder() {}

        /**
         * Adds a rate.
         *
         * @param from the ISO 4217 code of the currency that it converts
         * @param since the first day that it holds
         * @param rate how much of the target one unit is worth, as {@code "1.0842"}
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder rate(String from, LocalDate since, String rate) {
            return addRates(new Rate(Currency.getInstance(from), since, new BigDecimal(rate)));
        }

        /**
         * Says the target currency.
         *
         * @param currency the ISO 4217 code
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder into(String currency) {
            return to(Currency.getInstance(currency));
        }
    }
}
