package io.coaching.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessageTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{([a-zA-Z]+)}");

    private static Stream<String> arguments(MessageCode code) {
        return ARGUMENT.matcher(code.english()).results().map((MatchResult found) -> found.group(1));
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeHasTextAndShowsEachOfItsArguments(MessageCode code) {
        assertThat(code.english()).isNotBlank();
        Message message = Message.of(code);
        for (String name : arguments(code).toList()) {
            message = message.with(name, "<" + name + ">");
        }
        String text = message.toString();
        assertThat(text).doesNotContain("{", "}");
        assertThat(arguments(code)).allSatisfy(name -> assertThat(text).contains("<" + name + ">"));
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonReadsAsTheEndOfASentence(Reason reason) {
        assertThat(reason.text()).isNotBlank().doesNotEndWith(".");
        assertThat(Character.isLowerCase(reason.text().charAt(0))).isTrue();
    }

    @Test
    void argumentsAreWrittenByTheirKind() {
        Message text = Message.of(MessageCode.QUALITY_STALE)
                .with("day", LocalDate.of(2026, 9, 30))
                .with("count", 12_345)
                .with("asOf", PersonId.of("ana"));
        assertThat(text).hasToString("the newest fact is of 2026-09-30, 12,345 days before ana");
        assertThat(Message.of(MessageCode.VALUE_DAYS).with("value", 1234.565, 1))
                .hasToString("1,234.6 days");
        assertThat(Message.of(MessageCode.VALUE_DAYS).withShare("value", 0.631)).hasToString("63.1% days");
    }

    @Test
    void aMessageMayHoldAnother() {
        Message inner = Message.of(MessageCode.VALUE_POINTS).with("value", 4, 0);
        assertThat(Message.of(MessageCode.VALUE_PER_DAY).with("value", inner)).hasToString("4 points a day");
    }

    @Test
    void anArgumentThatIsMissingStaysVisible() {
        assertThat(Message.of(MessageCode.VALUE_DAYS)).hasToString("{value} days");
    }

    @Test
    void whatStandsInAnArgumentIsNoPattern() {
        assertThat(Message.of(MessageCode.VALUE_MONEY)
                        .with("currency", "{amount}")
                        .with("amount", "1"))
                .hasToString("{amount} 1");
    }

    @Test
    void aHostMaySayEverythingInItsOwnLanguage() {
        Catalogue german = Catalogue.ofPatterns(code -> switch (code) {
            case VALUE_DAYS -> "{value} Tage";
            case BENCHMARK_NO_VERDICT -> "Kein Urteil: {reason}.";
            default -> code.english();
        });
        Message days = Message.of(MessageCode.VALUE_DAYS).with("value", 3, 0);
        assertThat(german.text(days)).isEqualTo("3 Tage");
        assertThat(german.text(Message.of(MessageCode.BENCHMARK_NO_VERDICT).with("reason", days)))
                .as("messages within messages are in the same language")
                .isEqualTo("Kein Urteil: 3 Tage.");
        assertThat(days).hasToString("3 days");
    }
}
