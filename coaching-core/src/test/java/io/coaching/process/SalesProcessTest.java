package io.coaching.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.coaching.base.Percent;
import io.coaching.base.ProcessId;
import io.coaching.base.StageId;
import org.junit.jupiter.api.Test;

class SalesProcessTest {
    private static SalesProcess.Builder process() {
        return SalesProcess.builder().id(ProcessId.of("p"));
    }

    @Test
    void theOrderOfStagesSaysWhatFollowsWhat() {
        SalesProcess standard = SalesProcess.standard();
        assertThat(standard.openStages()).hasSize(6);
        assertThat(standard.indexOf(StandardStages.DEMO)).isEqualTo(3);
        assertThat(standard.isRegress(StandardStages.PROPOSAL, StandardStages.DEMO))
                .isTrue();
        assertThat(standard.isRegress(StandardStages.DEMO, StandardStages.PROPOSAL))
                .isFalse();
        assertThat(standard.isRegress(StandardStages.DEMO, StandardStages.DEMO)).isFalse();
        assertThat(standard.isRegress(StandardStages.DEMO, StageId.of("elsewhere")))
                .isFalse();
        // being reopened from a stage of closed deals is no step back
        assertThat(standard.isRegress(StandardStages.LOST, StandardStages.DEMO)).isFalse();
    }

    @Test
    void dealsCountFromTheFirstCountedStageOn() {
        SalesProcess simple = SalesProcess.simple();
        assertThat(simple.isCounted(StandardStages.PROSPECTING)).isFalse();
        assertThat(simple.isCounted(StandardStages.ENGAGING)).isTrue();
        assertThat(simple.isCounted(StandardStages.WON)).isTrue();
        assertThat(simple.isCounted(StageId.of("elsewhere"))).isFalse();
        SalesProcess unsaid =
                process().addStages(Stage.open("first"), Stage.won("won")).build();
        assertThat(unsaid.firstCountedStage().id()).isEqualTo(StageId.of("first"));
    }

    @Test
    void aStageIsNamedByItsIdUnlessItHasAName() {
        assertThat(Stage.open("demo").name()).isEqualTo("demo");
        assertThat(Stage.builder().id(StageId.of("demo")).name(" Demo ").build().name())
                .isEqualTo("Demo");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stage.builder()
                        .id(StageId.of("demo"))
                        .typicalProbability(Percent.of(101))
                        .build())
                .withMessageContaining("typicalProbability of stage demo");
    }

    @Test
    void aProcessThatMakesNoSenseIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> process().build())
                .withMessage("stages of process p must begin with an open one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> process().addStages(Stage.won("w")).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        process().addStages(Stage.open("a"), Stage.won("a")).build())
                .withMessage("stages of process p must have one stage a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> process()
                        .addStages(Stage.open("a"), Stage.won("w"), Stage.open("b"))
                        .build())
                .withMessageContaining("must stand before those of closed deals: b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> process()
                        .addStages(Stage.open("a"), Stage.won("w"))
                        .firstCounted(StageId.of("w"))
                        .build())
                .withMessage("firstCounted of process p must be one of its open stages: w");
    }
}
