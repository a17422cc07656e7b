package io.coaching.target;

import static io.coaching.kpi.StandardKpis.BOOKINGS;
import static io.coaching.kpi.StandardKpis.MEETINGS_HELD;
import static io.coaching.kpi.StandardKpis.WIN_RATE;
import static io.coaching.target.Shop.NORTH;
import static io.coaching.target.Shop.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.coaching.base.Money;
import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.base.Withheld;
import io.coaching.goal.Target;
import io.coaching.people.Viewer;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Cadence;
import io.coaching.time.FiscalYear;
import io.coaching.time.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A target broken down")
class DecompositionTest {
    private static final BusinessCalendar PARIS = BusinessCalendar.standard(ZoneId.of("Europe/Paris"));
    private static final Span YEAR = Span.year(2026);

    private static List<Double> planned(TargetPlan plan, Cadence level) {
        return plan.parts(level).stream().map(PlanPart::planned).toList();
    }

    private static BigDecimal sum(List<Double> values) {
        return values.stream().map(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    @DisplayName("is shared out by working days, and the units left over go to the largest remainders")
    void largestRemainder() {
        TargetPlan plan =
                Decomposition.of(100, YEAR, PARIS).into(Cadence.QUARTERLY).plan();
        // 2026 has 64, 65, 66 and 66 working days: 24.52, 24.90, 25.29, 25.29
        assertThat(plan.parts()).extracting(PlanPart::days).containsExactly(64.0, 65.0, 66.0, 66.0);
        assertThat(planned(plan, Cadence.QUARTERLY)).containsExactly(25.0, 25.0, 25.0, 25.0);
    }

    @Test
    @DisplayName("gives equal remainders to the earlier period")
    void ties() {
        assertThat(Apportionment.of(5, new double[] {1, 1, 1, 1})).containsExactly(2, 1, 1, 1);
        assertThat(Apportionment.of(3, new double[] {1, 2, 1})).containsExactly(1, 1, 1);
        assertThat(Apportionment.of(7, new double[] {0, 3, 0})).containsExactly(0, 7, 0);
        assertThat(Apportionment.of(7, new double[] {0, 0})).containsExactly(0, 7);
    }

    @Test
    @DisplayName("sums to the last cent: weeks to their month, months to their quarter, quarters to the year")
    void levels() {
        TargetPlan plan = Decomposition.of(Money.of("1000000.01", "EUR"), YEAR, PARIS)
                .into(Cadence.QUARTERLY, Cadence.MONTHLY, Cadence.WEEKLY)
                .plan();
        for (Cadence level : plan.levels()) {
            assertThat(sum(planned(plan, level))).isEqualByComparingTo("1000000.01");
        }
        for (PlanPart quarter : plan.parts(Cadence.QUARTERLY)) {
            assertThat(sum(plan.parts(Cadence.MONTHLY).stream()
                            .filter(month -> quarter.span().contains(month.span()))
                            .map(PlanPart::planned)
                            .toList()))
                    .isEqualByComparingTo(BigDecimal.valueOf(quarter.planned()));
        }
        assertThat(plan.parts(Cadence.QUARTERLY)).hasSize(4);
        assertThat(plan.parts(Cadence.MONTHLY)).hasSize(12);
        assertThat(plan.toString())
                .startsWith("EUR 1,000,000.01 in 4 quarterly, 12 monthly,")
                .hasSizeLessThanOrEqualTo(80);
    }

    @Test
    @DisplayName("follows the season that is given")
    void season() {
        TargetPlan plan = Decomposition.of(1_000, YEAR, PARIS)
                .into(Cadence.QUARTERLY)
                .with(SeasonalProfile.of(1, 1, 1, 2))
                .plan();
        // 64, 65, 66 and 132 of 327
        assertThat(planned(plan, Cadence.QUARTERLY)).containsExactly(196.0, 199.0, 202.0, 404.0 - 1);
    }

    @Test
    @DisplayName("rounds to thousands where asked, and keeps the rest in the last part")
    void steps() {
        TargetPlan plan = Decomposition.of(eur(100_500), YEAR, PARIS)
                .into(Cadence.QUARTERLY)
                .roundedTo(1_000)
                .plan();
        assertThat(planned(plan, Cadence.QUARTERLY)).containsExactly(25_000.0, 25_000.0, 25_000.0, 25_500.0);
    }

    @Test
    @DisplayName("of a 4-4-5 year gives the five-week months more, and the 53rd week its due")
    void fiscal() {
        var retail = BusinessCalendar.builder()
                .zone(ZoneId.of("America/New_York"))
                .fiscalYear(FiscalYear.retail())
                .build();
        Span long53 = retail.fiscalYear(2023).span();
        TargetPlan plan =
                Decomposition.of(53_000, long53, retail).into(Cadence.MONTHLY).plan();
        // 4-5-4 weeks in each quarter; the last month of the year has five
        assertThat(planned(plan, Cadence.MONTHLY))
                .containsExactly(
                        4_000.0, 5_000.0, 4_000.0, 4_000.0, 5_000.0, 4_000.0, 4_000.0, 5_000.0, 4_000.0, 4_000.0,
                        5_000.0, 5_000.0);
        assertThat(plan.parts().get(0).period()).isEqualTo("FY2023-P01");
    }

    @Test
    @DisplayName("of a fiscal year from April puts its own months in order, season and all")
    void fiscalMonths() {
        var april = BusinessCalendar.builder()
                .zone(ZoneId.of("Europe/London"))
                .fiscalYear(FiscalYear.startingIn(Month.APRIL))
                .build();
        Span year = april.fiscalYear(2027).span();
        TargetPlan plan = Decomposition.of(1_000, year, april)
                .into(Cadence.MONTHLY)
                .with(SeasonalProfile.of(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
                .plan();
        assertThat(plan.parts().get(0).span()).isEqualTo(Span.month(2026, 4));
        assertThat(plan.parts().get(0).planned()).isEqualTo(1_000);
    }

    @Test
    @DisplayName("is planned anew after a shortfall: what is missing is spread over the days left, to the cent")
    void replan() {
        TargetPlan plan = Decomposition.of(eur(261_000), YEAR, PARIS)
                .into(Cadence.QUARTERLY, Cadence.MONTHLY)
                .replan(100_000, LocalDate.of(2026, 6, 30));
        // 129 of 261 working days are over, so 129,000 were planned; 161,000 are left for 132 days
        assertThat(plan.plannedByNow().orElseThrow()).isCloseTo(129_000, within(1e-6));
        assertThat(plan.rest()).hasValue(161_000);
        assertThat(plan.parts(Cadence.QUARTERLY))
                .extracting(part -> part.toDo().orElseThrow())
                .containsExactly(0.0, 0.0, 80_500.0, 80_500.0);
        assertThat(sum(plan.parts(Cadence.MONTHLY).stream()
                        .map(part -> part.toDo().orElseThrow())
                        .toList()))
                .isEqualByComparingTo("161000");
        assertThat(plan.parts(Cadence.MONTHLY).get(6).planned()).isEqualTo(23_000);
        assertThat(plan.explain()).contains("100,000.00 were reached, where EUR 129,000.00 were planned");
    }

    @Test
    @DisplayName("is planned anew in the middle of a month for the days that are left of it")
    void replanMidMonth() {
        TargetPlan plan = Decomposition.of(66, Span.quarter(2026, 3), PARIS).replan(10, LocalDate.of(2026, 8, 14));
        // 33 days are left: 11 of August, 22 of September, for 56
        assertThat(plan.parts()).extracting(part -> part.toDo().orElseThrow()).containsExactly(0.0, 19.0, 37.0);
    }

    @Test
    @DisplayName("asks nothing more of who is done")
    void overachieved() {
        TargetPlan plan = Decomposition.of(66, Span.quarter(2026, 3), PARIS).replan(80, LocalDate.of(2026, 8, 14));
        assertThat(plan.parts()).extracting(part -> part.toDo().orElseThrow()).containsOnly(0.0);
        assertThat(plan.rest()).hasValue(0);
    }

    @Test
    @DisplayName("has nothing to plan when no day is left, and says what is missing")
    void over() {
        TargetPlan plan = Decomposition.of(66, Span.quarter(2026, 3), PARIS).replan(60, LocalDate.of(2026, 9, 30));
        assertThat(plan.parts()).allMatch(part -> part.toDo().isEmpty());
        assertThat(plan.explain()).contains("6 are missing, and no day is left");
    }

    @Test
    @DisplayName("refuses levels out of order and negative totals")
    void refuses() {
        assertThatThrownBy(() -> Decomposition.of(-1, YEAR, PARIS)).hasMessageContaining("total");
        assertThatThrownBy(() -> Decomposition.of(1, YEAR, PARIS).into(Cadence.MONTHLY, Cadence.QUARTERLY))
                .hasMessageContaining("from longer to shorter");
        assertThatThrownBy(() -> SeasonalProfile.of(1, 2, 3, 4, 5)).hasMessageContaining("12");
    }

    @Nested
    @DisplayName("from data")
    class FromData {
        @Test
        @DisplayName("goes by the person's own days: none before the hire, none on leave")
        void ownDays() {
            var shop = new Shop();
            PersonId ana = shop.rep("ana", NORTH, LocalDate.of(2026, 7, 1));
            shop.leave(ana, Span.month(2026, 8)).target(Target.of(ana, MEETINGS_HELD.id(), YEAR, 261));
            TargetPlan plan = shop.open().breakdown(MEETINGS_HELD).during(YEAR).of(ana);
            // 132 days from July less 21 of August
            assertThat(plan.total().orThrow()).isEqualTo(111);
            assertThat(planned(plan, Cadence.MONTHLY))
                    .containsExactly(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 23.0, 0.0, 22.0, 22.0, 21.0, 23.0);
        }

        @Test
        @DisplayName("says what was reached in each part and what is left")
        void replanned() {
            var shop = new Shop().asOf(LocalDate.of(2026, 6, 30));
            PersonId ana = shop.rep("ana", NORTH);
            shop.target(Target.quota(ana, YEAR, eur(261_000)))
                    .won(ana, LocalDate.of(2026, 2, 3), eur(60_000))
                    .won(ana, LocalDate.of(2026, 5, 5), eur(40_000));
            var question = shop.open().breakdown(BOOKINGS).during(YEAR).into(Cadence.QUARTERLY, Cadence.MONTHLY);
            TargetPlan plan = question.replanned(ana);
            assertThat(plan.parts(Cadence.QUARTERLY))
                    .extracting(part -> part.reached().orElse(-1))
                    .containsExactly(60_000.0, 40_000.0, -1.0, -1.0);
            assertThat(plan.parts(Cadence.QUARTERLY).get(2).toDo()).hasValue(80_500);
            assertThat(question.as(Viewer.rep(PersonId.of("ben"))).of(ana).total())
                    .isInstanceOf(Withheld.class);
            assertThat(question.of(PersonId.of("ben")).total().whyNot()).contains(Reason.NO_TARGET);
        }

        /** Two years in which December brings four times as much as any other month. */
        private Shop december() {
            var shop = new Shop();
            for (String id : List.of("ana", "ben", "carla")) {
                PersonId rep = shop.rep(id, NORTH);
                for (int year = 2024; year <= 2025; year++) {
                    for (int month = 1; month <= 12; month++) {
                        shop.held(rep, LocalDate.of(year, month, 12), month == 12 ? 40 : 10);
                    }
                }
            }
            shop.rep("dora", NORTH, LocalDate.of(2026, 1, 1));
            for (String id : List.of("ana", "dora")) {
                shop.target(Target.of(PersonId.of(id), MEETINGS_HELD.id(), YEAR, 1_500));
            }
            return shop;
        }

        @Test
        @DisplayName("learns the season from the past years, for a newcomer from the peers'")
        void learned() {
            var question = december().open().breakdown(MEETINGS_HELD).during(YEAR);
            assertThat(question.of(PersonId.of("ana")).parts().get(11).planned())
                    .isBetween(130.0, 134.0);
            for (String id : List.of("ana", "dora")) {
                TargetPlan plan = question.withSeasonOf(3).of(PersonId.of(id));
                assertThat(plan.parts().get(11).planned()).as(id).isBetween(385.0, 425.0);
                assertThat(plan.parts().get(3).planned()).as(id).isBetween(93.0, 112.0);
                assertThat(sum(planned(plan, Cadence.MONTHLY))).isEqualByComparingTo("1500");
            }
        }

        @Test
        @DisplayName("without a whole year behind has no season")
        void noYear() {
            var shop = new Shop();
            PersonId ana = shop.rep("ana", NORTH);
            shop.target(Target.of(ana, MEETINGS_HELD.id(), YEAR, 261)).held(ana, LocalDate.of(2026, 5, 5), 9);
            var question = shop.open().breakdown(MEETINGS_HELD).during(YEAR);
            assertThat(question.withSeasonOf(3).of(ana).parts())
                    .isEqualTo(question.of(ana).parts());
        }

        @Test
        @DisplayName("of a share is refused, for it holds in each part as it stands")
        void share() {
            var coaching = new Shop().open();
            assertThatThrownBy(() -> coaching.breakdown(WIN_RATE)).hasMessageContaining("sum over days");
        }
    }

    @Test
    @DisplayName("says that nothing is left to do, and not that 0 are missing")
    void nothingLeft() {
        assertThat(Decomposition.of(120_000, YEAR, PARIS)
                        .into(Cadence.QUARTERLY)
                        .replan(200_000, LocalDate.of(2026, 3, 31))
                        .explain())
                .contains("all of it, so nothing is left to do")
                .doesNotContain("missing");
    }
}
