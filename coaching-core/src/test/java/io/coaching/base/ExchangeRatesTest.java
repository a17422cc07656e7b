package io.coaching.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ExchangeRatesTest {
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final ExchangeRates RATES = ExchangeRates.builder()
            .into("EUR")
            .rate("USD", MARCH, "0.5")
            .rate("USD", JANUARY, "0.9")
            .build();

    @Test
    void aRateHoldsFromItsDayUntilTheNextOne() {
        Money dollars = Money.of(10, "USD");
        assertThat(RATES.convert(dollars, JANUARY)).contains(Money.of(9, "EUR"));
        assertThat(RATES.convert(dollars, MARCH.minusDays(1))).contains(Money.of(9, "EUR"));
        assertThat(RATES.convert(dollars, MARCH)).contains(Money.of(5, "EUR"));
        assertThat(RATES.convert(dollars, MARCH.plusYears(9))).contains(Money.of(5, "EUR"));
    }

    @Test
    void whereNoRateIsKnownThereIsNoAmount() {
        assertThat(RATES.convert(Money.of(10, "USD"), JANUARY.minusDays(1))).isEmpty();
        assertThat(RATES.convert(Money.of(10, "GBP"), MARCH)).isEmpty();
    }

    @Test
    void theCurrencyItselfNeedsNoRate() {
        assertThat(RATES.convert(Money.of("7.77", "EUR"), JANUARY.minusYears(1)))
                .contains(Money.of("7.77", "EUR"));
    }

    @Test
    void halvesOfAMinorUnitGoToTheEvenOne() {
        assertThat(RATES.convert(Money.of("0.05", "USD"), MARCH)).contains(Money.of("0.02", "EUR"));
        assertThat(RATES.convert(Money.of("0.07", "USD"), MARCH)).contains(Money.of("0.04", "EUR"));
        assertThat(RATES.convert(Money.of("-0.05", "USD"), MARCH)).contains(Money.of("-0.02", "EUR"));
    }

    @Test
    void aConstantRateIsThatOfTheDaySaid() {
        ExchangeRates constant = RATES.constant(MARCH.minusDays(1));
        assertThat(constant.convert(Money.of(10, "USD"), MARCH.plusDays(1))).contains(Money.of(9, "EUR"));
        assertThat(constant.convert(Money.of(10, "USD"), JANUARY.minusYears(1))).contains(Money.of(9, "EUR"));
        assertThat(RATES.constant(JANUARY.minusDays(1)).rates()).isEmpty();
    }

    @Test
    void ratesThatMakeNoSenseAreRefused() {
        ExchangeRates.Builder rates = ExchangeRates.builder().into("EUR");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rates.rate("USD", MARCH, "0"))
                .withMessageContaining("rate must be positive: 0 for USD");
        rates.rate("USD", MARCH, "1").rate("USD", MARCH, "2");
        assertThatIllegalArgumentException().isThrownBy(rates::build).withMessageContaining("twice: USD on 2026-03-01");
    }
}
