package io.coaching.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.coaching.base.Estimate;
import io.coaching.base.Money;
import io.coaching.base.Outcome;
import io.coaching.base.Percent;
import io.coaching.base.Privacy;
import io.coaching.base.Reason;
import io.coaching.time.Span;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NdjsonTest {
    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void valuesAreWrittenOneALineAndReadBack() {
        List<Estimate> estimates =
                List.of(BindingTest.KNOWN, Estimate.undefined(Reason.NO_DATA), Estimate.withheld(Reason.NOT_PERMITTED));
        var out = new ByteArrayOutputStream();
        Ndjson.of(Estimate.class).write(estimates, out);
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(3);
        Outcome<List<Estimate>> read = Ndjson.of(Estimate.class).read(new ByteArrayInputStream(out.toByteArray()));
        assertThat(read.value()).isEqualTo(estimates);
        assertThat(read.accepted()).isEqualTo(3);
    }

    @Test
    void byteOrderMarkBlankLinesAndCarriageReturnsMakeNoDifferenceAndTheLastLineNeedsNoEnd() {
        Outcome<List<Privacy>> read =
                Ndjson.of(Privacy.class).read(bytes("\uFEFF{\"minimumGroup\":5}\r\n\n  \n{\"minimumGroup\":7}"));
        assertThat(read.value()).containsExactly(Privacy.minimumGroup(5), Privacy.minimumGroup(7));
        assertThat(read.refused()).isZero();
    }

    @Test
    void eachBadLineIsAProblemWithLinePropertyValueAndReasonAndTheRestGoesOn() {
        String text = """
                {"amount":5,"currency":"EUR"}
                {"amount":5,"currency":"EURO"}
                {"amount":"5","currency":"EUR"}
                {"amount":5.005,"currency":"EUR"}
                {"amount":5
                "currency":"EUR"}
                {"amount":5,"currency":"EUR","x":[1,2]}
                {"currency":"EUR"}
                {"amount":5,"currency":"EUR"} {}
                [5]
                null
                {"amount":6,"currency":"EUR"}
                """;
        Outcome<List<Money>> read = Ndjson.of(Money.class).named("m").read(bytes(text));
        assertThat(read.value()).containsExactly(Money.of(5, "EUR"), Money.of(6, "EUR"));
        assertThat(read.refused()).isEqualTo(10);
        assertThat(read.problems().stream()
                        .map(p -> p.place() + " <" + p.place().value().orElse("?") + ">"))
                .containsExactly(
                        "m:2 currency <EURO>",
                        "m:3 amount <5>",
                        "m:4 <{\"amount\":5.005,\"currency\":\"EUR\"}>",
                        "m:5 <{\"amount\":5>",
                        "m:6 <\"currency\":\"EUR\"}>",
                        "m:7 x <[1,2]>",
                        "m:8 <{\"currency\":\"EUR\"}>",
                        "m:9 <{\"amount\":5,\"currency\":\"EUR\"} {}>",
                        "m:10 <[5]>",
                        "m:11 <null>");
        assertThat(read.problems().get(2).message().toString()).contains("amount must have at most 2 decimals in EUR");
        assertThat(read.problems().get(5).message().toString()).contains("Unrecognized property \"x\"");
        assertThat(read.problems().get(6).message().toString()).contains("property \"amount\" is missing");
    }

    @Test
    void lineThatIsNotUtf8IsRefused() {
        byte[] bytes = "\"Europe\"\n\"M\u00fcnchen\"\n\"Asia\"\n".getBytes(StandardCharsets.ISO_8859_1);
        Outcome<List<String>> read = Ndjson.of(String.class).read(new ByteArrayInputStream(bytes));
        assertThat(read.value()).containsExactly("Europe", "Asia");
        assertThat(read.problems().get(0).message()).hasToString("row cannot be read: it is not UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"2026-02-30\" | it is not a day such as 2026-01-05: \"2026-02-30\"",
                "12.5 | it is not a day such as 2026-01-05",
                "{} | it is not a day such as 2026-01-05",
            })
    void badDayIsToldInOurWords(String day, String why) {
        Outcome<List<Span>> read =
                Ndjson.of(Span.class).read(bytes("{\"start\":" + day + ",\"end\":\"2026-03-01\"}\n"));
        assertThat(read.refused()).isEqualTo(1);
        assertThat(read.problems().get(0).message()).hasToString("start was refused: " + why);
    }

    @Test
    void limitsHold() {
        ReadLimits limits = ReadLimits.DEFAULT.withRowLength(30).withDepth(3).withRows(4);
        Outcome<List<Object>> read = Ndjson.of(Object.class)
                .within(limits)
                .read(bytes("1\n\"" + "x".repeat(2_000_000) + "\"\n[[[[1]]]]\n2\n3\n"));
        assertThat(read.value()).containsExactly(1, 2);
        assertThat(read.refused()).isEqualTo(2);
        assertThat(read.problems()).hasSize(3);
        assertThat(read.problems().get(2).message()).hasToString("reading stopped: more than 4 rows");
    }

    @Test
    void collectorTakesTheValuesAndWhatItRejectsIsRefused() {
        Outcome<Integer> sum = Ndjson.of(Percent.class).read(bytes("1\n2\n3\n4\n5\n"), Collectors.summingInt(p -> {
            if (p.value() == 2) {
                throw new IllegalArgumentException("no twos");
            }
            if (p.value() == 4) {
                throw new DateTimeException("no fours");
            }
            if (p.value() == 5) {
                throw new ArithmeticException("no fives");
            }
            return (int) p.value();
        }));
        assertThat(sum.value()).isEqualTo(4);
        assertThat(sum.refused()).isEqualTo(3);
        assertThat(sum.problems().stream().map(p -> p.message().toString()))
                .containsExactly(
                        "value was refused: no twos", "value was refused: no fours", "value was refused: no fives");
    }
}
