package io.coaching.target;

import static io.coaching.kpi.StandardKpis.MEETINGS_HELD;
import static io.coaching.kpi.StandardKpis.WIN_RATE;
import static io.coaching.target.Shop.NORTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coaching.Coaching;
import io.coaching.base.KpiId;
import io.coaching.base.Percent;
import io.coaching.base.PersonId;
import io.coaching.goal.Target;
import io.coaching.goal.TargetValue;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Ana did 60, 62, 70 and 64 meetings in the last four quarters, the newest with 64 working days; her best peers do 96. */
@DisplayName("The quality of a target")
class TargetQualityTest {
    private static final Span Q2 = Span.quarter(2026, 2);
    private static final PersonId ANA = PersonId.of("ana");

    private static Coaching company() {
        var shop = new Shop().asOf(LocalDate.of(2026, 3, 31));
        shop.rep("ana", NORTH);
        int[] own = {60, 62, 70, 64};
        List<Span> past =
                List.of(Span.quarter(2025, 2), Span.quarter(2025, 3), Span.quarter(2025, 4), Span.quarter(2026, 1));
        for (int i = 0; i < own.length; i++) {
            shop.held(ANA, past.get(i).start().plusDays(20), own[i]);
        }
        int[] others = {32, 64, 96, 96};
        for (int i = 0; i < others.length; i++) {
            shop.held(shop.rep("peer-" + i, NORTH), LocalDate.of(2026, 2, 10), others[i]);
        }
        shop.rep("new", NORTH, LocalDate.of(2026, 3, 30));
        return shop.open();
    }

    private static TargetQuality of(double meetings) {
        return company().targetQuality(Target.of(ANA, MEETINGS_HELD.id(), Q2, meetings));
    }

    @Test
    @DisplayName("is good for a step from a known baseline to a day")
    void step() {
        // 65 working days: 1.1 a day, where 64 in 64 days were the last
        TargetQuality quality = of(71.5);
        assertThat(quality.flaws()).isEmpty();
        assertThat(quality.isIncremental()).isTrue();
        assertThat(quality.step().orThrow()).isCloseTo(0.1, within(1e-12));
        assertThat(quality.bestInClass().orThrow()).isEqualTo(1.5);
        assertThat(quality.toString()).isEqualTo("ana meetings-held: measurable and a step of 10.0%");
    }

    @Test
    @DisplayName("tells no improvement, and a leap beyond the best")
    void size() {
        assertThat(of(60).flaws()).containsExactly(TargetFlaw.NO_IMPROVEMENT);
        TargetQuality leap = of(200);
        assertThat(leap.flaws()).containsExactly(TargetFlaw.LEAP);
        assertThat(leap.isMeasurable()).isTrue();
        assertThat(leap.explain()).contains("never reached before");
        assertThat(leap.reachedBefore().orThrow()).isZero();
    }

    @Test
    @DisplayName("asks for a KPI, its unit, a baseline and a day to come")
    void measurable() {
        Coaching company = company();
        assertThat(company.targetQuality(Target.of(ANA, KpiId.of("charm"), Q2, 7))
                        .flaws())
                .containsExactly(TargetFlaw.UNKNOWN_KPI);
        assertThat(company.targetQuality(Target.of(ANA, MEETINGS_HELD.id(), Q2, Percent.of(7)))
                        .flaws())
                .containsExactly(TargetFlaw.WRONG_UNIT);
        TargetQuality blind = company.targetQuality(Target.of(ANA, WIN_RATE.id(), Q2, Percent.of(30)));
        assertThat(blind.flaws()).containsExactly(TargetFlaw.NO_BASELINE);
        assertThat(blind.isMeasurable()).isFalse();
        assertThat(company.targetQuality(Target.of(ANA, MEETINGS_HELD.id(), Span.quarter(2026, 1), 80))
                        .flaws())
                .contains(TargetFlaw.OVER);
    }

    @Test
    @DisplayName("takes the baseline that was agreed where nothing was measured")
    void agreedBaseline() {
        Target target = Target.builder()
                .from(Target.of(ANA, WIN_RATE.id(), Q2, Percent.of(30)))
                .baseline(TargetValue.of(Percent.of(25)))
                .build();
        assertThat(company().targetQuality(target).step().orThrow()).isCloseTo(0.2, within(1e-12));
    }
}
