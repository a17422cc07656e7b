package io.coaching.base;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount of money in a currency.
 *
 * <p>The amount has exactly the decimals of its currency (EUR 2, JPY 0, BHD 3), so it is a whole number of minor units;
 * it is never rounded silently. It is a figure to report and compare, not an entry of a ledger. Amounts in different
 * currencies neither add nor compare: convert first, with {@link ExchangeRates} that say of which day.
 *
 * @param amount the amount, with the decimals of the currency, at most 15 digits in minor units
 * @param currency the currency
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
    private static final long MAX_MINOR_UNITS = 1_000_000_000_000_000L;

    /**
     * Brings the amount to the decimals of its currency.
     *
     * @param amount the amount; more decimals than the currency has are refused unless they are zeros
     * @param currency the currency; one without minor units, such as gold, is refused
     * @throws IllegalArgumentException if the amount has decimals that the currency lacks, or exceeds 10^15 minor units
     */
    public Money {
        int digits = currency.getDefaultFractionDigits();
        if (digits < 0) {
            throw new IllegalArgumentException("currency must have minor units: " + currency.getCurrencyCode());
        }
        if (amount.precision() - (long) amount.scale() > 20 || amount.scale() > 40) {
            throw new IllegalArgumentException("amount must have at most 15 digits in minor units: about 10^"
                    + (amount.precision() - (long) amount.scale()));
        }
        if (amount.stripTrailingZeros().scale() > digits) {
            throw new IllegalArgumentException("amount must have at most " + digits + " decimals in "
                    + currency.getCurrencyCode() + ": " + amount.toPlainString()
                    + "\nMaybe round it first: Money.rounded(amount, currency, RoundingMode.HALF_EVEN)");
        }
        amount = amount.setScale(digits);
        if (amount.unscaledValue().abs().compareTo(java.math.BigInteger.valueOf(MAX_MINOR_UNITS)) > 0) {
            throw new IllegalArgumentException(
                    "amount must have at most 15 digits in minor units: " + amount.toPlainString());
        }
    }

    /**
     * Returns an amount.
     *
     * @param amount the amount in major units, as {@code "1234.50"}
     * @param currency the ISO 4217 code, as {@code "EUR"}
     * @return the amount
     */
    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency(currency));
    }

    /**
     * Returns an amount of whole major units.
     *
     * @param amount the amount in major units: 1234 is 1,234.00 euros
     * @param currency the ISO 4217 code
     * @return the amount
     */
    public static Money of(long amount, String currency) {
        return new Money(BigDecimal.valueOf(amount), currency(currency));
    }

    /**
     * Returns an amount from its minor units.
     *
     * @param minorUnits the amount in minor units: 1234 is 12.34 euros
     * @param currency the currency
     * @return the amount
     */
    public static Money ofMinor(long minorUnits, Currency currency) {
        return new Money(BigDecimal.valueOf(minorUnits, Math.max(0, currency.getDefaultFractionDigits())), currency);
    }

    /**
     * Returns an amount rounded to the decimals of its currency.
     *
     * @param amount the amount in major units
     * @param currency the currency
     * @param rounding how to round
     * @return the amount
     */
    public static Money rounded(BigDecimal amount, Currency currency, RoundingMode rounding) {
        return new Money(amount.setScale(Math.max(0, currency.getDefaultFractionDigits()), rounding), currency);
    }

    /**
     * Parses what {@link #toString()} prints.
     *
     * @param text as {@code "EUR 1234.50"}
     * @return the amount
     * @throws IllegalArgumentException if the text is not of that form
     */
    public static Money parse(String text) {
        int space = text.indexOf(' ');
        if (space != 3) {
            throw new IllegalArgumentException("money must be of the form \"EUR 12.50\": \"" + text + "\"");
        }
        return of(text.substring(4), text.substring(0, 3));
    }

    /**
     * The amount in minor units.
     *
     * @return 1250 for 12.50 euros
     */
    public long minorUnits() {
        return amount.unscaledValue().longValueExact();
    }

    /**
     * Adds an amount of the same currency.
     *
     * @param other the amount to add
     * @return the sum
     * @throws IllegalArgumentException if the currencies differ
     */
    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(amount.add(other.amount), currency);
    }

    /**
     * Subtracts an amount of the same currency.
     *
     * @param other the amount to subtract
     * @return the difference
     * @throws IllegalArgumentException if the currencies differ
     */
    public Money minus(Money other) {
        requireSameCurrency(other);
        return new Money(amount.subtract(other.amount), currency);
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("currencies must be the same: " + this + " and " + other
                    + "\nMaybe convert one first: rates.convert(money, currency, day)");
        }
    }

    /**
     * Compares amounts of one currency.
     *
     * @throws IllegalArgumentException if the currencies differ
     */
    @Override
    public int compareTo(Money other) {
        requireSameCurrency(other);
        return amount.compareTo(other.amount);
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("currency must be an ISO 4217 code: \"" + code + "\"", e);
        }
    }

    @Override
    public String toString() {
        return currency.getCurrencyCode() + " " + amount.toPlainString();
    }
}
