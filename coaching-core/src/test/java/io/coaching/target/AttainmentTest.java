package io.coaching.target;

import static io.coaching.kpi.StandardKpis.BOOKINGS;
import static io.coaching.kpi.StandardKpis.DEMOS_HELD;
import static io.coaching.kpi.StandardKpis.MEETINGS_HELD;
import static io.coaching.kpi.StandardKpis.SALES_CYCLE;
import static io.coaching.kpi.StandardKpis.WIN_RATE;
import static io.coaching.target.Shop.BOSS;
import static io.coaching.target.Shop.NORTH;
import static io.coaching.target.Shop.Q3;
import static io.coaching.target.Shop.SOUTH;
import static io.coaching.target.Shop.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.coaching.base.Everyone;
import io.coaching.base.Money;
import io.coaching.base.Percent;
import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.base.Withheld;
import io.coaching.goal.RevisionRule;
import io.coaching.goal.Target;
import io.coaching.goal.TargetOrigin;
import io.coaching.goal.TargetValue;
import io.coaching.kpi.StandardMeasures;
import io.coaching.people.Viewer;
import io.coaching.pipeline.OpportunityMeasures;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Attainment")
class AttainmentTest {
    private static final LocalDate DAY = LocalDate.of(2026, 8, 12);

    private static double overall(Attainment attainment) {
        return attainment.overall().orThrow();
    }

    @Nested
    @DisplayName("of plain values")
    class Plain {
        private final PartAttainment demos = PartAttainment.of(DEMOS_HELD, 2, 4).weighted(Percent.of(20));
        private final PartAttainment won =
                PartAttainment.of(BOOKINGS, 40_000, 20_000).weighted(Percent.of(80));
        private final PersonId ana = PersonId.of("ana");

        @Test
        @DisplayName("is not capped: 2 of 4 at 20 % and 40k of 20k at 80 % are 170 % (Ambition's example)")
        void uncapped() {
            Attainment attainment = Attainment.of(ana, Q3, demos, won);
            assertThat(overall(attainment)).isCloseTo(1.70, within(1e-12));
            assertThat(attainment
                            .part(DEMOS_HELD.id())
                            .orElseThrow()
                            .contribution()
                            .orThrow())
                    .isCloseTo(0.10, within(1e-12));
            assertThat(attainment
                            .part(BOOKINGS.id())
                            .orElseThrow()
                            .contribution()
                            .orThrow())
                    .isCloseTo(1.60, within(1e-12));
        }

        @Test
        @DisplayName("is 90 % with each part capped at 100 %")
        void capped() {
            Percent all = Percent.of(100);
            Attainment attainment = Attainment.of(ana, Q3, demos.cappedAt(all), won.cappedAt(all));
            assertThat(overall(attainment)).isCloseTo(0.90, within(1e-12));
            assertThat(attainment.part(BOOKINGS.id()).orElseThrow().attainment().orThrow())
                    .as("the part itself still tells")
                    .isEqualTo(2);
        }

        @Test
        @DisplayName("is target by actual where less is better")
        void lessIsBetter() {
            assertThat(PartAttainment.of(SALES_CYCLE, 50, 60).attainment().orThrow())
                    .isEqualTo(1.2);
        }

        @Test
        @DisplayName("of a target of zero is undefined")
        void zero() {
            assertThat(PartAttainment.of(BOOKINGS, 40_000, 0).attainment().whyNot())
                    .contains(Reason.ZERO_DENOMINATOR);
        }

        @Test
        @DisplayName("needs weights that sum to 100 %")
        void weights() {
            assertThatThrownBy(() -> Attainment.of(ana, Q3, demos)).hasMessageContaining("weights must sum to 100%");
        }
    }

    @Test
    @DisplayName("holds what was won against the quota, prorated, and says how")
    void person() {
        var shop = new Shop();
        PersonId ana = shop.rep("ana", NORTH, LocalDate.of(2026, 8, 17));
        shop.target(Target.quota(ana, Q3, eur(66_000))).won(ana, LocalDate.of(2026, 9, 1), eur(44_000));
        Attainment attainment = shop.open().attainment(BOOKINGS).during(Q3).of(ana);
        assertThat(overall(attainment)).isCloseTo(44.0 / 33, within(1e-12));
        assertThat(attainment.explain())
                .contains("EUR 44,000 of EUR 33,000")
                .contains("133.3%")
                .contains("33 of 66 working days");
        assertThat(attainment.toString())
                .isEqualTo("ana 133.3% of target: EUR 44,000 of EUR 33,000 bookings")
                .hasSizeLessThanOrEqualTo(80);
        assertThat(attainment.running()).isEmpty();
    }

    @Test
    @DisplayName("of the KPI of quotas is that of bookings")
    void quotaIsOnBookings() {
        assertThat(Target.BOOKINGS).isEqualTo(BOOKINGS.id());
    }

    @Test
    @DisplayName("of a running period says so and counts what is there")
    void running() {
        var shop = new Shop().asOf(LocalDate.of(2026, 8, 14));
        PersonId ana = shop.rep("ana", NORTH);
        shop.target(Target.of(ana, MEETINGS_HELD.id(), Q3, 60)).held(ana, DAY, 15);
        Attainment attainment = shop.open().attainment(MEETINGS_HELD).during(Q3).of(ana);
        assertThat(overall(attainment)).isEqualTo(0.25);
        assertThat(attainment.running()).contains(new DaysOver(33, 66));
        assertThat(attainment.explain()).contains("33 of 66 working days were over");
    }

    @Test
    @DisplayName("with nothing reached is zero, without a target undefined")
    void nothing() {
        var shop = new Shop();
        PersonId ana = shop.rep("ana", NORTH);
        PersonId ben = shop.rep("ben", NORTH);
        shop.target(Target.of(ana, MEETINGS_HELD.id(), Q3, 60))
                .held(ana, LocalDate.of(2026, 5, 5), 3)
                .held(ben, DAY, 3);
        var question = shop.open().attainment(MEETINGS_HELD).during(Q3);
        assertThat(overall(question.of(ana))).isZero();
        assertThat(question.of(ben).overall().whyNot()).contains(Reason.NO_TARGET);
    }

    @Test
    @DisplayName("takes the newest value of a target that was changed, or each for its days")
    void changedInMidPeriod() {
        var shop = new Shop();
        PersonId ana = shop.rep("ana", NORTH);
        shop.target(Target.of(ana, MEETINGS_HELD.id(), Q3, 60)
                        .changed(LocalDate.of(2026, 8, 17), TargetValue.of(30), "smaller territory"))
                .held(ana, DAY, 45);
        var question = shop.open().attainment(MEETINGS_HELD).during(Q3);
        assertThat(overall(question.of(ana))).isEqualTo(1.5);
        assertThat(overall(question.with(RevisionRule.BY_DAYS).of(ana))).isCloseTo(1, within(1e-12));
        assertThat(overall(question.with(RevisionRule.ORIGINAL).of(ana))).isEqualTo(0.75);
        assertThat(question.of(ana).explain()).contains("2026-08-17 to 30: smaller territory");
    }

    @Test
    @DisplayName("of a share is its value for the target, and is not prorated")
    void share() {
        var shop = new Shop();
        PersonId ana = shop.rep("ana", NORTH, LocalDate.of(2026, 8, 3));
        shop.target(Target.of(ana, WIN_RATE.id(), Q3, Percent.of(25)))
                .observe(ana, OpportunityMeasures.WON, DAY, 2)
                .observe(ana, OpportunityMeasures.LOST, DAY, 8);
        assertThat(overall(shop.open().attainment(WIN_RATE).during(Q3).of(ana))).isCloseTo(0.8, within(1e-12));
    }

    @Test
    @DisplayName("in another currency than the target is undefined")
    void currency() {
        var shop = new Shop();
        PersonId ana = shop.rep("ana", NORTH);
        PersonId ben = shop.rep("ben", NORTH);
        shop.target(Target.quota(ana, Q3, eur(1_000)))
                .target(Target.quota(ben, Q3, eur(1_000)))
                .won(ana, DAY, Money.of(500, "USD"))
                .won(ben, DAY, eur(500));
        TeamAttainment team = shop.open().attainment(BOOKINGS).during(Q3).of(NORTH);
        assertThat(team.members().get(0).overall().whyNot()).contains(Reason.MIXED_CURRENCIES);
        assertThat(overall(team.members().get(1))).as("ben is not drawn in").isEqualTo(0.5);
        assertThat(team.pooled().overall().whyNot()).contains(Reason.MIXED_CURRENCIES);
    }

    /** Five at 0, 50, 100, 120 and 230 % of 10 each: the average is 100 %, the median too, but two miss by far. */
    private static Shop five() {
        var shop = new Shop();
        long[] held = {0, 5, 10, 12, 23};
        for (int i = 0; i < held.length; i++) {
            PersonId rep = shop.rep("rep-" + i, NORTH);
            shop.target(Target.of(rep, MEETINGS_HELD.id(), Q3, 10))
                    .held(rep, DAY, held[i])
                    .observe(rep, StandardMeasures.CALLS.id(), DAY, 1);
        }
        return shop;
    }

    @Test
    @DisplayName("of a team is the distribution over its members, and the team as one")
    void team() {
        TeamAttainment team = five().open().attainment(MEETINGS_HELD).during(Q3).of(NORTH);
        assertThat(team.median().orThrow()).isEqualTo(1);
        assertThat(team.lowerQuartile().orThrow()).isEqualTo(0.5);
        assertThat(team.upperQuartile().orThrow()).isEqualTo(1.2);
        assertThat(team.participation().orThrow()).isEqualTo(0.6);
        assertThat(team.mean().orThrow()).isCloseTo(1, within(1e-12));
        // sd of 0, .5, 1, 1.2, 2.3 (n - 1): R sd(c(0,.5,1,1.2,2.3))
        assertThat(team.standardDeviation().orThrow()).isCloseTo(0.8631338250816034, within(1e-12));
        assertThat(overall(team.pooled())).isCloseTo(1, within(1e-12));
        assertThat(team.pooled().parts().get(0).derivation().orElseThrow().origin())
                .isEqualTo(TargetOrigin.SUM_OF_MEMBERS);
        assertThat(team.toString()).isEqualTo("north: median 100.0%, 60.0% of 5 at 100% or above, pooled 100.0%");
        assertThat(team.table()).contains("rep-4").contains("230.0%");
    }

    @Test
    @DisplayName("of a team with a target of its own is measured by that")
    void ownTarget() {
        var shop = five().target(Target.of(NORTH, MEETINGS_HELD.id(), Q3, 40));
        assertThat(overall(shop.open()
                        .attainment(MEETINGS_HELD)
                        .during(Q3)
                        .of(NORTH)
                        .pooled()))
                .isEqualTo(1.25);
    }

    @Test
    @DisplayName("counts who moved once, in the team of the last day; the teams as one share what was reached by days")
    void moved() {
        var shop = five();
        PersonId mover = shop.rep("mover", NORTH);
        shop.move(mover, LocalDate.of(2026, 8, 17), SOUTH)
                .target(Target.of(mover, MEETINGS_HELD.id(), Q3, 20))
                .held(mover, DAY, 4)
                .held(mover, LocalDate.of(2026, 9, 1), 6);
        var question = shop.open().attainment(MEETINGS_HELD).during(Q3);
        assertThat(question.of(NORTH).members()).hasSize(5);
        assertThat(question.of(SOUTH).members()).hasSize(1);
        assertThat(overall(question.of(SOUTH).pooled())).isCloseTo(6 / 10.0, within(1e-12));
        assertThat(overall(question.of(NORTH).pooled())).isCloseTo(54 / 60.0, within(1e-12));
        assertThat(question.everyone().members()).hasSize(6);
    }

    @Test
    @DisplayName("says who is left out for want of a target")
    void leftOut() {
        var shop = five();
        shop.held(shop.rep("new", NORTH), DAY, 3);
        TeamAttainment team = shop.open().attainment(MEETINGS_HELD).during(Q3).of(NORTH);
        assertThat(team.leftOut()).containsEntry(Reason.NO_TARGET, 1);
        assertThat(team.participation().orThrow()).isEqualTo(0.6);
        assertThat(team.explain())
                .contains("Members left out: 1, no target is set")
                .contains("1 members have none");
    }

    @Test
    @DisplayName("of several periods tells in how many the target was reached, the running one aside")
    void history() {
        var shop = new Shop().asOf(LocalDate.of(2026, 8, 14));
        PersonId ana = shop.rep("ana", NORTH);
        List<Span> quarters =
                List.of(Span.quarter(2025, 4), Span.quarter(2026, 1), Span.quarter(2026, 2), Span.quarter(2026, 3));
        long[] held = {12, 9, 10, 20};
        for (int i = 0; i < 4; i++) {
            shop.target(Target.of(ana, MEETINGS_HELD.id(), quarters.get(i), 10))
                    .held(ana, quarters.get(i).start().plusDays(10), held[i]);
        }
        AttainmentHistory history = shop.open().attainment(MEETINGS_HELD).history(ana, quarters);
        assertThat(history.reached()).isEqualTo(2);
        assertThat(history.counted()).isEqualTo(3);
        // Wilson 2 of 3 at 95 %: R prop.test(2, 3, correct = FALSE)
        assertThat(history.reachedShare().toString()).isEqualTo("0.6667 [0.2077, 0.9385] n=3");
        assertThat(history.table()).contains("running");
    }

    @Nested
    @DisplayName("for a viewer")
    class Viewers {
        @Test
        @DisplayName("tells a seller their own figures and not a colleague's")
        void seller() {
            var question = five().open().attainment(MEETINGS_HELD).during(Q3);
            PersonId me = PersonId.of("rep-1");
            PersonId other = PersonId.of("rep-2");
            assertThat(overall(question.as(Viewer.rep(me)).of(me))).isEqualTo(0.5);
            Attainment hidden = question.as(Viewer.rep(me)).of(other);
            assertThat(hidden.overall()).isInstanceOf(Withheld.class);
            assertThat(hidden.parts().get(0).target()).isInstanceOf(Withheld.class);
            assertThat(hidden.explain() + hidden.table() + hidden.rows().rows())
                    .doesNotContain("100.0", "10 of", "=10");
        }

        @Test
        @DisplayName("tells nothing of a team that gives its few other members away")
        void fewOthers() {
            TeamAttainment team = five().open()
                    .attainment(MEETINGS_HELD)
                    .during(Q3)
                    .as(Viewer.rep(PersonId.of("rep-1")))
                    .of(NORTH);
            assertThat(team.members()).hasSize(1);
            assertThat(team.hiddenMembers()).isEqualTo(4);
            assertThat(team.median()).isInstanceOf(Withheld.class);
            assertThat(team.participation()).isInstanceOf(Withheld.class);
            assertThat(team.pooled().overall()).isInstanceOf(Withheld.class);
        }

        @Test
        @DisplayName("tells a manager all of their own team")
        void manager() {
            var question = five().open().attainment(MEETINGS_HELD).during(Q3);
            assertThat(question.as(Viewer.manager(BOSS)).of(NORTH)).isEqualTo(question.of(NORTH));
            assertThat(question.as(Viewer.programme()).within(Everyone.EVERYONE).hiddenMembers())
                    .isIn(0, 5);
        }
    }

    @Test
    @DisplayName("refuses a target below zero, of plain figures too")
    void belowZero() {
        assertThatThrownBy(() -> PartAttainment.of(BOOKINGS, 5, -10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("target of bookings");
    }
}
