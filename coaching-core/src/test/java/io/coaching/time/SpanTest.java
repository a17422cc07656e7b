package io.coaching.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {
    private static LocalDate date(String iso) {
        return LocalDate.parse(iso);
    }

    @Test
    void theStartIsInAndTheEndIsOut() {
        Span q1 = Span.quarter(2017, 1);
        assertThat(q1)
                .hasToString("2017-01-01/2017-04-01")
                .isEqualTo(Span.ofClosed(date("2017-01-01"), date("2017-03-31")));
        assertThat(q1.days()).isEqualTo(90);
        assertThat(q1.lastDay()).isEqualTo("2017-03-31");
        assertThat(q1.contains(date("2017-01-01"))).isTrue();
        assertThat(q1.contains(date("2017-03-31"))).isTrue();
        assertThat(q1.contains(date("2017-04-01"))).isFalse();
        assertThat(q1.contains(date("2016-12-31"))).isFalse();
    }

    @ParameterizedTest(name = "ISO {0}-W{1} is {2}")
    @CsvSource({
        "2015, 53, 2015-12-28/2016-01-04",
        "2016,  1, 2016-01-04/2016-01-11",
        "2020, 53, 2020-12-28/2021-01-04",
        "2021,  1, 2021-01-04/2021-01-11",
        "2026,  1, 2025-12-29/2026-01-05",
        "2026, 39, 2026-09-21/2026-09-28",
        "2026, 53, 2026-12-28/2027-01-04",
    })
    void weeksAtTheEndOfAYear(int year, int week, String span) {
        assertThat(Span.week(year, week)).hasToString(span);
    }

    @Test
    void aYearWithoutA53rdWeekDoesNotRollOverSilently() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Span.week(2017, 53))
                .withMessage("week must be in 1..52 in 2017: 53");
    }

    @ParameterizedTest(name = "before {0} comes {1}")
    @CsvSource({
        "2017-01-01/2017-04-01, 2016-10-01/2017-01-01", // a quarter before a quarter: 92 days before 90
        "2016-03-01/2016-04-01, 2016-02-01/2016-03-01", // February before March
        "2017-01-01/2018-01-01, 2016-01-01/2017-01-01",
        "2017-02-01/2017-07-01, 2016-09-01/2017-02-01", // five months before five months
        "2017-01-02/2017-01-09, 2016-12-26/2017-01-02", // a week before a week
        "2017-01-01/2017-01-02, 2016-12-31/2017-01-01",
        "2017-01-01/2017-01-01, 2017-01-01/2017-01-01",
    })
    void previousKeepsMonthsWhole(String span, String previous) {
        assertThat(Span.parse(span).previous()).hasToString(previous);
    }

    @Test
    void precedingDaysKeepsTheLength() {
        assertThat(Span.quarter(2017, 1).precedingDays()).hasToString("2016-10-03/2017-01-01");
    }

    @ParameterizedTest(name = "as of {0} the last two weeks are {1}")
    @CsvSource({
        "2026-09-27, 2026-09-14/2026-09-28", // a Sunday ends its week
        "2026-09-28, 2026-09-14/2026-09-28", // Monday's week has only begun
        "2026-09-30, 2026-09-14/2026-09-28",
        "2026-10-03, 2026-09-14/2026-09-28",
        "2026-10-04, 2026-09-21/2026-10-05",
    })
    void lastWeeksLeavesTheRunningWeekOut(String asOf, String span) {
        assertThat(Span.lastWeeks(2, date(asOf))).hasToString(span);
    }

    @Test
    void lastDaysEndsWithTheDay() {
        assertThat(Span.lastDays(1, date("2024-02-29"))).isEqualTo(Span.day(date("2024-02-29")));
        assertThat(Span.lastDays(30, date("2024-03-01"))).hasToString("2024-02-01/2024-03-02");
    }

    @Test
    void adjoiningSpansShareNothing() {
        Span january = Span.month(2017, 1);
        assertThat(january.overlaps(Span.month(2017, 2))).isFalse();
        assertThat(january.intersection(Span.month(2017, 2))).isEmpty();
        assertThat(january.intersection(Span.week(2017, 5))).hasValue(Span.parse("2017-01-30/2017-02-01"));
        assertThat(Span.year(2017).contains(january)).isTrue();
        assertThat(january.contains(Span.year(2017))).isFalse();
    }

    @Test
    void anEmptySpanHoldsNothingAndLiesInEverything() {
        Span empty = Span.parse("2017-01-10/2017-01-10");
        assertThat(empty.isEmpty()).isTrue();
        assertThat(empty.days()).isZero();
        assertThat(empty.dates()).isEmpty();
        assertThat(empty.contains(date("2017-01-10"))).isFalse();
        assertThat(empty.overlaps(Span.year(2017))).isFalse();
        assertThat(Span.year(2018).contains(empty)).isTrue();
        assertThatIllegalStateException().isThrownBy(empty::lastDay);
    }

    @Test
    void theOrderOfTheEndsIsChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Span.of(date("2017-02-01"), date("2017-01-01")))
                .withMessageContaining("endExclusive must not be before start 2017-02-01: 2017-01-01")
                .withMessageContaining("\nMaybe the two are in the wrong order.");
        assertThatIllegalArgumentException().isThrownBy(() -> Span.ofClosed(date("2017-02-01"), date("2017-01-31")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2017-01-01", "2017-01-01/", "2017-01-01/2017-13-01", "2017-01-01..2017-02-01", "/"})
    void otherTextIsRefusedAndShown(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Span.parse(text))
                .withMessageContaining("\"" + text + "\"");
    }

    @Test
    void aDayForEverIsStillADay() {
        Span forEver = Span.day(date("9999-12-31"));
        assertThat(Span.parse(forEver.toString())).isEqualTo(forEver);
        assertThatIllegalArgumentException().isThrownBy(() -> Span.day(LocalDate.of(10_000, 1, 1)));
    }
}
