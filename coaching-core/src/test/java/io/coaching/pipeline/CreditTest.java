package io.coaching.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.coaching.base.Money;
import io.coaching.base.PersonId;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CreditTest {
    private static final PersonId ANA = PersonId.of("ana");
    private static final PersonId BEN = PersonId.of("ben");
    private static final PersonId CAI = PersonId.of("cai");

    @Test
    void whatIsLeftOverGoesToTheLargestRemainders() {
        // of 100.00 by 1:1:1 each has 33.33 and a third of a cent; by id the first gets the cent
        assertThat(Credit.shared(Map.of(CAI, 1, ANA, 1, BEN, 1)).split(Money.of("100.00", "EUR")))
                .containsExactly(
                        Map.entry(ANA, Money.of("33.34", "EUR")),
                        Map.entry(BEN, Money.of("33.33", "EUR")),
                        Map.entry(CAI, Money.of("33.33", "EUR")));
        // 0.05 by 3:2:2 is 2.142..., 1.428..., 1.428...: two cents are left for the two largest remainders... of one
        assertThat(Credit.shared(Map.of(ANA, 3, BEN, 2, CAI, 2))
                        .split(Money.of("0.05", "EUR"))
                        .values())
                .extracting(Money::minorUnits)
                .containsExactly(2L, 2L, 1L);
        assertThat(Credit.shared(Map.of(ANA, 1, BEN, 2))
                        .split(Money.of(100, "JPY"))
                        .values())
                .extracting(Money::minorUnits)
                .containsExactly(33L, 67L);
    }

    @Test
    void aShareIsPassedOnAndAddedUp() {
        Credit credit = Credit.shared(Map.of(ANA, 60, BEN, 40));
        assertThat(credit.passedOn(ANA, CAI).weights()).containsExactly(Map.entry(BEN, 40), Map.entry(CAI, 60));
        assertThat(credit.passedOn(ANA, BEN).weights()).containsExactly(Map.entry(BEN, 100));
        assertThat(credit.passedOn(CAI, ANA)).isSameAs(credit);
    }

    @Test
    void someoneHasToHaveAShare() {
        assertThatIllegalArgumentException().isThrownBy(() -> Credit.shared(Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credit.shared(Map.of(ANA, 0)))
                .withMessageContaining("weight of ana");
    }

    @Property(tries = 300)
    void theSharesAddUpAndNoneIsMoreThanAUnitFromTheExactOne(
            @ForAll @LongRange(min = -1_000_000_000_000_000L, max = 1_000_000_000_000_000L) long minor,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 1_000_000) Integer> weights) {
        Map<PersonId, Integer> byPerson = new LinkedHashMap<>();
        for (int i = 0; i < weights.size(); i++) {
            byPerson.put(PersonId.of("p" + i), weights.get(i));
        }
        Money amount = Money.ofMinor(minor, Currency.getInstance("EUR"));
        Map<PersonId, Money> split = new Credit(byPerson).split(amount);
        assertThat(split.values().stream().mapToLong(Money::minorUnits).sum()).isEqualTo(minor);
        BigDecimal total = BigDecimal.valueOf(
                weights.stream().mapToLong(Integer::longValue).sum());
        byPerson.forEach((person, weight) -> {
            BigDecimal units =
                    BigDecimal.valueOf(Objects.requireNonNull(split.get(person)).minorUnits());
            BigDecimal off = units.multiply(total)
                    .subtract(BigDecimal.valueOf(minor).multiply(BigDecimal.valueOf(weight)))
                    .abs();
            assertThat(off).isLessThan(total);
        });
    }
}
