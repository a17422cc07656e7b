package io.coaching.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdsTest {
    static Stream<Named<Function<String, ?>>> kinds() {
        return Stream.of(
                Named.of("person", PersonId::of),
                Named.of("team", TeamId::of),
                Named.of("region", RegionId::of),
                Named.of("role", RoleId::of),
                Named.of("KPI", KpiId::of),
                Named.of("measure", MeasureId::of),
                Named.of("source", SourceId::of),
                Named.of("opportunity", OpportunityId::of),
                Named.of("process", ProcessId::of),
                Named.of("stage", StageId::of),
                Named.of("competency", CompetencyId::of),
                Named.of("behaviour", BehaviourId::of),
                Named.of("template", TemplateId::of),
                Named.of("item", ItemId::of),
                Named.of("scorecard", ScorecardId::of));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anIdIsItsTextWithoutOuterBlanks(Function<String, ?> of) {
        assertThat(of.apply(" Darcel Schlecht \t"))
                .hasToString("Darcel Schlecht")
                .isEqualTo(of.apply("Darcel Schlecht"));
        assertThat(of.apply("a")).isNotEqualTo(of.apply("A"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void blankLongAndUnprintableIdsAreRefused(Function<String, ?> of) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of.apply(" \u2003"))
                .withMessageContaining("id must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of.apply("a\nb"))
                .withMessageContaining("U+000A at position 1");
        assertThat(of.apply("x".repeat(256))).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of.apply("x".repeat(257)))
                .withMessageContaining("at most 256 characters, has 257")
                .satisfies(thrown -> assertThat(thrown.getMessage()).hasSizeLessThan(150));
    }

    @Test
    void subjectsAreOrderedFromAllToOne() {
        assertThat(Stream.of(PersonId.of("a"), TeamId.of("b"), TeamId.of("a"), RegionId.of("z"), Everyone.EVERYONE)
                        .sorted())
                .containsExactly(Everyone.EVERYONE, RegionId.of("z"), TeamId.of("a"), TeamId.of("b"), PersonId.of("a"));
        assertThat((Subject) TeamId.of("x")).isNotEqualTo(PersonId.of("x"));
    }
}
