package io.coaching.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.coaching.base.Estimate;
import io.coaching.base.Percent;
import io.coaching.base.Reason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Being on target")
class SufficiencyTest {
    private static final FunnelPlan PLAN = FunnelPlan.from("meetings")
            .to("opportunities", Percent.of(40))
            .to("wins", Percent.of(25))
            .averageDealSize(10_000);

    @Test
    @DisplayName("is not enough where one target is too low: that is the weakest, and it says what it lacks")
    void weakest() {
        Sufficiency answer =
                PLAN.target("meetings", 110).target("opportunities", 30).sufficiency(100_000);

        assertThat(answer.verdict()).isEqualTo(SufficiencyVerdict.INSUFFICIENT);
        StageTarget weakest = answer.weakest().orElseThrow();
        assertThat(weakest.stage()).isEqualTo("opportunities");
        assertThat(weakest.missing()).hasValue(10);
        assertThat(weakest.expected().orElseThrow().orThrow()).isEqualTo(75_000);
        assertThat(weakest.supplied()).hasValue(44);
        assertThat(answer.explain())
                .contains("30 opportunities mean 75,000 on average; 40 are needed, 10 more.")
                .contains("110 meetings mean 110,000 on average; 100 are needed.");
        assertThat(answer.toString())
                .isEqualTo("INSUFFICIENT: 30 opportunities bring 75,000 of 100,000, chance 19.7%, lack 10");
    }

    @Test
    @DisplayName("is enough on average only where the plain back-solve was made the target")
    void onAverageOnly() {
        Sufficiency answer = PLAN.target("meetings", 100).sufficiency(100_000);

        assertThat(answer.verdict()).isEqualTo(SufficiencyVerdict.ON_AVERAGE_ONLY);
        // scipy.stats.binom.sf(9, 100, .1)
        assertThat(answer.stages().get(0).chance().orElseThrow().orThrow())
                .isCloseTo(0.5487098345579952, within(1e-12));
        assertThat(answer.explain()).contains("enough on average only");
    }

    @Test
    @DisplayName("is enough where the honest answer was made the target, and for the probability asked for")
    void sufficient() {
        FunnelPlan plan = PLAN.target("meetings", 124);

        assertThat(plan.sufficiency(100_000).verdict()).isEqualTo(SufficiencyVerdict.SUFFICIENT);
        assertThat(plan.withChance(Percent.of(95)).sufficiency(100_000).verdict())
                .isEqualTo(SufficiencyVerdict.ON_AVERAGE_ONLY);
        assertThat(PLAN.target("meetings", 123).sufficiency(100_000).verdict())
                .isEqualTo(SufficiencyVerdict.ON_AVERAGE_ONLY);
    }

    @Test
    @DisplayName("says which target is not fed by the one above")
    void notFed() {
        Sufficiency answer =
                PLAN.target("meetings", 130).target("opportunities", 60).sufficiency(100_000);

        assertThat(answer.verdict()).isEqualTo(SufficiencyVerdict.SUFFICIENT);
        assertThat(answer.weakest().orElseThrow().stage()).isEqualTo("meetings");
        assertThat(answer.explain())
                .contains("The target of 60 opportunities is not fed from above: the targets there bring 52.0.");
    }

    @Test
    @DisplayName("is unknown where a conversion has no history, unless a target below is too low anyway")
    void unknown() {
        FunnelPlan plan = FunnelPlan.from("meetings")
                .to("opportunities", 0, 0)
                .to("wins", Percent.of(25))
                .averageDealSize(10_000)
                .target("meetings", 100);

        Sufficiency answer = plan.sufficiency(100_000);
        assertThat(answer.verdict()).isEqualTo(SufficiencyVerdict.UNKNOWN);
        assertThat(answer.stages().get(0).expected()).contains(Estimate.undefined(Reason.NO_DATA));
        assertThat(answer.explain()).contains("undefined: nothing was observed");
        assertThat(plan.target("opportunities", 50).sufficiency(100_000).verdict())
                .isEqualTo(SufficiencyVerdict.UNKNOWN);
        assertThat(plan.target("opportunities", 30).sufficiency(100_000).verdict())
                .isEqualTo(SufficiencyVerdict.INSUFFICIENT);
    }

    @Test
    @DisplayName("has faces: a table, rows")
    void faces() {
        Sufficiency answer =
                PLAN.target("meetings", 110).target("opportunities", 30).sufficiency(100_000);

        assertThat(answer.table().lines()).hasSize(5).allMatch(line -> line.length() <= 100);
        assertThat(answer.rows().rows()).hasSize(3);
        assertThat(answer.rows().rows().get(1)).containsEntry("missing", 10L).containsEntry("supplied", 44.0);
        assertThat(answer.rows().rows().get(2)).doesNotContainKey("target");
    }

    @Test
    @DisplayName("needs a target of a stage that there is")
    void mistakes() {
        assertThatIllegalStateException()
                .isThrownBy(() -> PLAN.sufficiency(100_000))
                .withMessageContaining("a target must be said first")
                .withMessageContaining("Maybe target(\"meetings\", 100)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAN.target("calls", 5))
                .withMessageContaining("stage must be one of [meetings, opportunities, wins]: calls");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAN.target("wins", 0))
                .withMessageContaining("target of wins must be at least 1: 0");
    }
}
