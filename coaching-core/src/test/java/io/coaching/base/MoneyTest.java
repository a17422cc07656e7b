package io.coaching.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @Test
    void equalAmountsAreEqualHoweverTheyAreWritten() {
        assertThat(Money.of("12.5", "EUR"))
                .isEqualTo(Money.of("12.50", "EUR"))
                .isEqualTo(Money.ofMinor(1250, Currency.getInstance("EUR")))
                .hasSameHashCodeAs(Money.of("12.500", "EUR"))
                .isNotEqualTo(Money.of("12.5", "USD"));
    }

    @ParameterizedTest
    @CsvSource({"12.5, EUR, 1250", "12, JPY, 12", "1.234, KWD, 1234", "-0.05, USD, -5"})
    void minorUnitsAreThoseOfTheCurrency(String amount, String currency, long minorUnits) {
        assertThat(Money.of(amount, currency).minorUnits()).isEqualTo(minorUnits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUR 12.50", "JPY -3", "KWD 0.001"})
    void textReadsBack(String text) {
        assertThat(Money.parse(text)).hasToString(text);
    }

    @Test
    void nothingIsRoundedUnlessSaid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of("0.005", "EUR"))
                .withMessageContaining("at most 2 decimals in EUR: 0.005")
                .withMessageContaining("Maybe round it first");
        assertThat(Money.rounded(new BigDecimal("0.005"), Currency.getInstance("EUR"), RoundingMode.HALF_EVEN))
                .isEqualTo(Money.of(0, "EUR"));
    }

    @Test
    void currenciesAreNeverMixed() {
        Money euros = Money.of(2, "EUR");
        Money dollars = Money.of(1, "USD");
        assertThat(euros.plus(euros).minus(Money.of("0.01", "EUR"))).hasToString("EUR 3.99");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> euros.plus(dollars))
                .withMessageContaining("EUR 2.00 and USD 1.00")
                .withMessageContaining("Maybe convert one first");
        assertThatIllegalArgumentException().isThrownBy(() -> euros.minus(dollars));
        assertThatIllegalArgumentException().isThrownBy(() -> euros.compareTo(dollars));
        assertThat(euros).isGreaterThan(Money.of("1.99", "EUR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10000000000000.01", "1e30", "1e-41", "1e2147483647"})
    void amountsBeyondWhatFactsCanHoldAreRefusedWithoutLargeWork(String amount) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(amount, "EUR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.50 EUR", "EUR", "EURO 1", "", "XXX 1", "eur 1"})
    void textThatIsNotMoneyIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.parse(text));
    }
}
