package io.coaching.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.coaching.base.Estimate;
import io.coaching.base.Money;
import io.coaching.base.Percent;
import io.coaching.base.Reason;
import io.coaching.stats.UncertainRate;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A funnel plan")
class FunnelPlanTest {
    private static final FunnelPlan OPPORTUNITIES =
            FunnelPlan.from("opportunities").to("wins", Percent.of(25)).averageDealSize(10_000);
    private static final FunnelPlan MEETINGS = FunnelPlan.from("meetings")
            .to("opportunities", Percent.of(40))
            .to("wins", Percent.of(25))
            .averageDealSize(10_000);

    private static long whole(BackSolve answer, String stage) {
        return answer.stage(stage).whole().orElseThrow();
    }

    @Nested
    @DisplayName("in plain arithmetic")
    class Plain {
        @Test
        @DisplayName("takes 10 wins, 40 opportunities and 100 meetings to 100,000 (quota-back-solve-seed)")
        void seed() {
            BackSolve answer = MEETINGS.backSolve(100_000);

            assertThat(whole(answer, "wins")).isEqualTo(10);
            assertThat(whole(answer, "opportunities")).isEqualTo(40);
            assertThat(whole(answer, "meetings")).isEqualTo(100);
            assertThat(answer.exactNeeds()).containsExactly(100, 40, 10);
            assertThat(answer.toString())
                    .isEqualTo("100 meetings (54.9%), 40 opportunities, 10 wins for 100,000")
                    .hasSizeLessThanOrEqualTo(80);
        }

        @Test
        @DisplayName("says the quota in its one line, also where there is no room for all probabilities")
        void oneLine() {
            assertThat(MEETINGS.withChance(Percent.of(80), Percent.of(90), Percent.of(95))
                            .backSolve(100_000))
                    .hasToString("100 meetings (54.9%; 124: 80.5%), 40 opportunities, 10 wins for 100,000");
        }

        @Test
        @DisplayName("takes 200 for 70 at 35 %, and not the 201 of a double's last digit")
        void noFloatingError() {
            FunnelPlan plan =
                    FunnelPlan.from("demos").to("wins", Percent.of(35)).averageDealSize(1);

            assertThat(whole(plan.backSolve(70), "demos")).isEqualTo(200);
            assertThat(Math.ceil(21 / 0.35)).isEqualTo(61); // what goes wrong otherwise
            assertThat(whole(plan.backSolve(21), "demos")).isEqualTo(60);
        }

        @Test
        @DisplayName("takes a percentage as it was meant, however it was computed")
        void fractions() {
            for (int percent = 1; percent <= 100; percent++) {
                FunnelPlan plan = FunnelPlan.from("calls")
                        .to("wins", Percent.ofFraction(percent / 100.0))
                        .averageDealSize(0.1);

                assertThat(whole(plan.backSolve(percent / 10.0), "calls"))
                        .as("%d wins at %d %%", percent, percent)
                        .isEqualTo(100);
            }
        }

        @Test
        @DisplayName("rounds each stage up from its exact figure, or from the rounded one below")
        void rounding() {
            // three stages at 30 %: 4 / .3 = 13.33, / .3 = 44.44; from the rounded one 14 / .3 = 46.67
            FunnelPlan plan = FunnelPlan.from("a")
                    .to("b", Percent.of(30))
                    .to("c", Percent.of(30))
                    .averageDealSize(25);
            BackSolve exact = plan.backSolve(100);
            BackSolve rounded = plan.with(StageRounding.CEILING_OF_ROUNDED).backSolve(100);

            assertThat(exact.exactNeeds()).containsExactly(400.0 / 9, 40.0 / 3, 4);
            assertThat(whole(exact, "a")).isEqualTo(45);
            assertThat(whole(rounded, "b")).isEqualTo(14);
            assertThat(whole(rounded, "a")).isEqualTo(47);
            assertThat(exact.explain()).contains("rounded up from its own exact figure");
            assertThat(rounded.explain()).contains("from the rounded stage below it");
        }

        @Test
        @DisplayName("takes no more than the need at 100 %, and an amount that is no multiple is rounded up")
        void edges() {
            FunnelPlan plan =
                    FunnelPlan.from("proposals").to("wins", Percent.of(100)).averageDealSize(3);

            assertThat(whole(plan.backSolve(10), "proposals")).isEqualTo(4);
            assertThat(plan.backSolve(10).plainChance().orThrow()).isEqualTo(1);
            assertThat(FunnelPlan.from("wins").averageDealSize(3).backSolve(9).exactNeeds())
                    .containsExactly(3);
        }

        @Test
        @DisplayName("keeps currencies apart")
        void money() {
            FunnelPlan plan = FunnelPlan.from("opportunities")
                    .to("wins", Percent.of(25))
                    .averageDealSize(Money.of(10_000, "EUR"));

            BackSolve answer = plan.backSolve(Money.of("100000.01", "EUR"));
            assertThat(whole(answer, "wins")).isEqualTo(11);
            assertThat(answer.explain()).contains("To reach EUR 100,000.01 at EUR 10,000 a deal (given)");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> plan.backSolve(Money.of(100_000, "USD")))
                    .withMessageContaining("quota must be in EUR")
                    .withMessageContaining("Maybe convert it first");
        }

        @Test
        @DisplayName("spreads the need over the working days of a span, rounded up")
        void pace() {
            // February 2026 has 20 working days, 19 without the holiday
            BusinessCalendar calendar = BusinessCalendar.builder()
                    .zone(ZoneOffset.UTC)
                    .addHolidays(LocalDate.of(2026, 2, 16))
                    .build();
            BackSolve answer = MEETINGS.during(Span.month(2026, 2), calendar).backSolve(100_000);

            assertThat(answer.workingDays()).hasValue(19);
            assertThat(answer.stage("meetings").perDay()).contains(new WorkPace(100.0 / 19, 6));
            assertThat(answer.stage("meetings").perWeek()).contains(new WorkPace(500.0 / 19, 27));
            assertThat(answer.stage("wins").perDay()).contains(new WorkPace(10.0 / 19, 1));
            assertThat(answer.explain())
                    .contains("With 19 working days from 2026-02-01 to 2026-02-28 that is 27 meetings a week and 6 a"
                            + " working day, both rounded up.");
        }

        @Test
        @DisplayName("of a span without a working day asks for another one")
        void noWorkingDay() {
            Span weekend = Span.of(LocalDate.of(2026, 2, 7), LocalDate.of(2026, 2, 9));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MEETINGS.during(weekend, BusinessCalendar.standard(ZoneOffset.UTC)))
                    .withMessageContaining("span must have a working day");
        }

        @Test
        @DisplayName("is exact where numbers are huge, and refuses what no long holds")
        void huge() {
            FunnelPlan plan =
                    FunnelPlan.from("visits").to("wins", Percent.of(0.0001)).averageDealSize(Money.of("0.01", "EUR"));

            BackSolve answer = plan.backSolve(Money.of(1_000_000_000L, "EUR"));
            assertThat(whole(answer, "wins")).isEqualTo(100_000_000_000L);
            assertThat(whole(answer, "visits")).isEqualTo(100_000_000_000_000_000L);
            assertThat(answer.plainChance()).isEqualTo(Estimate.undefined(Reason.OUT_OF_REACH));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> plan.backSolve(Money.of(1_000_000_000_000L, "EUR")))
                    .withMessageContaining("need of visits must be at most");
        }

        @Test
        @DisplayName("names the mistake in what it is told")
        void mistakes() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FunnelPlan.from("calls").to("wins", Percent.of(0)))
                    .withMessageContaining("conversion to wins must be above 0% and at most 100%: 0%")
                    .withMessageContaining("Maybe");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FunnelPlan.from("calls").to("wins", Percent.of(101)))
                    .withMessageContaining("101%");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FunnelPlan.from("calls").to("wins", 100, 25))
                    .withMessageContaining("converted to wins must be in 0..25: 100");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FunnelPlan.from("calls").to("calls", Percent.of(5)))
                    .withMessageContaining("stages must differ");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OPPORTUNITIES.backSolve(0))
                    .withMessageContaining("quota must be above 0: 0.0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OPPORTUNITIES.backSolve(Double.NaN))
                    .withMessageContaining("quota must be finite");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FunnelPlan.from("wins").averageDealSize(0))
                    .withMessageContaining("averageDealSize must be above 0: 0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OPPORTUNITIES.withChance(Percent.of(100)))
                    .withMessageContaining("chance must be above 0% and below 100%: 100%");
            assertThatIllegalStateException()
                    .isThrownBy(() -> FunnelPlan.from("wins").backSolve(1))
                    .withMessageContaining("a deal size must be said first");
        }
    }

    @Nested
    @DisplayName("with the chance that it is enough")
    class Honest {
        @Test
        @DisplayName(
                "says that 40 opportunities have 56.05 % only, and that 80, 90, 95 % take 49, 55, 60 (METHODS GV2)")
        void golden() {
            BackSolve answer = OPPORTUNITIES
                    .withChance(Percent.of(80), Percent.of(90), Percent.of(95))
                    .backSolve(100_000);

            // scipy.stats.binom.sf(9, 40, .25); least n with sf(9, n, .25) >= .8, .9, .95
            assertThat(answer.plainChance().orThrow()).isCloseTo(0.560460268327467, within(1e-12));
            assertThat(answer.chances())
                    .extracting(need -> (long) need.activity().orThrow())
                    .containsExactly(49L, 55L, 60L);
            assertThat(answer.chances())
                    .allSatisfy(need -> assertThat(need.really().orThrow())
                            .isGreaterThanOrEqualTo(need.chance().fraction()));
            assertThat(OPPORTUNITIES.chance(48, 100_000).orThrow()).isLessThan(0.8);
            assertThat(answer.explain())
                    .contains("40 opportunities reach the quota with a probability of 56.05%")
                    .contains("A probability of 80% takes 49 opportunities");
        }

        @Test
        @DisplayName("thins out stage by stage: two known conversions are one, their product")
        void chain() {
            // scipy.stats.binom.sf(9, 100, .1)
            assertThat(MEETINGS.chance(100, 100_000).orThrow()).isCloseTo(0.5487098345579952, within(1e-10));
        }

        @Test
        @DisplayName("is less sure of a conversion that was observed: the beta-binomial by Jeffreys' prior")
        void observed() {
            FunnelPlan plan =
                    FunnelPlan.from("opportunities").to("wins", 25, 100).averageDealSize(10_000);
            BackSolve answer = plan.withChance(Percent.of(80), Percent.of(90), Percent.of(95))
                    .backSolve(100_000);

            assertThat(whole(answer, "opportunities")).isEqualTo(40);
            // scipy.stats.betabinom.sf(9, 40, 25.5, 75.5), and the least n for .8, .9, .95
            assertThat(answer.plainChance().orThrow()).isCloseTo(0.5552859304238984, within(1e-9));
            assertThat(answer.chances())
                    .extracting(need -> (long) need.activity().orThrow())
                    .containsExactly(51L, 59L, 66L);
            assertThat(answer.explain()).contains("25.0% from opportunities to wins (from 100 observations;");
        }

        @Test
        @DisplayName("and the more was observed, the nearer to what is known for sure")
        void moreEvidence() {
            double few = chance(5, 20);
            double more = chance(50, 200);
            double many = chance(5_000_000, 20_000_000);
            double sure = OPPORTUNITIES.chance(60, 100_000).orThrow();

            assertThat(few).isLessThan(more);
            assertThat(more).isLessThan(many);
            assertThat(many).isCloseTo(sure, within(1e-5));
        }

        private double chance(long converted, long entered) {
            return FunnelPlan.from("opportunities")
                    .to("wins", converted, entered)
                    .averageDealSize(10_000)
                    .chance(60, 100_000)
                    .orThrow();
        }

        @Test
        @DisplayName(
                "keeps its word: over all histories of 40 at a true 25 %, 80 % asked for are 82 % had, and 75 % if it were taken for the truth")
        void calibrated() {
            double had = 0;
            double hadIfTakenAsKnown = 0;
            double all = 0;
            for (int won = 3; won <= 20; won++) {
                double probability = UncertainRate.known(0.25).tail(won, 40)
                        - UncertainRate.known(0.25).tail(won + 1L, 40);
                FunnelPlan plan = FunnelPlan.from("opportunities").averageDealSize(10_000);
                all += probability;
                had += probability * truth(plan.to("wins", won, 40));
                hadIfTakenAsKnown += probability * truth(plan.to("wins", Percent.of(won * 2.5)));
            }

            assertThat(all).isGreaterThan(0.99);
            assertThat(had / all).isCloseTo(0.8, within(0.02));
            assertThat(hadIfTakenAsKnown / all).isLessThan(0.77);
        }

        /** What 80 % by a plan really are where one in four is won. */
        private double truth(FunnelPlan plan) {
            ChanceNeed need =
                    plan.withChance(Percent.of(80)).backSolve(100_000).chances().get(0);
            return OPPORTUNITIES
                    .chance((long) need.activity().orThrow(), 100_000)
                    .orThrow();
        }

        @Test
        @DisplayName("chains conversions that are both uncertain")
        void uncertainChain() {
            FunnelPlan plan = FunnelPlan.from("meetings")
                    .to("opportunities", 20, 50)
                    .to("wins", 10, 40)
                    .averageDealSize(10_000);

            // sum over m of betabinom.pmf(m, n, 20.5, 30.5) * betabinom.sf(9, m, 10.5, 30.5), scipy
            assertThat(plan.chance(100, 100_000).orThrow()).isCloseTo(0.5310642933392279, within(1e-5));
            assertThat(plan.chance(150, 100_000).orThrow()).isCloseTo(0.835958807877837, within(1e-5));
        }

        @Test
        @DisplayName("takes deals that differ in size for what they are")
        void dealSizes() {
            double[] won = {4_000, 6_000, 8_000, 9_000, 10_000, 11_000, 12_000, 20_000};
            FunnelPlan plan =
                    FunnelPlan.from("opportunities").to("wins", Percent.of(25)).dealSizes(won);
            BackSolve answer = plan.withChance(Percent.of(80)).backSolve(100_000);

            // sum over w of binom.pmf(w, n, .25) * gamma.sf(1e5, w m^2 / v, scale=v / m), v = s^2 + w s^2 / 8, scipy
            assertThat(answer.dealSize().orThrow()).isEqualTo(10_000);
            assertThat(whole(answer, "opportunities")).isEqualTo(40);
            assertThat(answer.plainChance().orThrow()).isCloseTo(0.4598152000128875, within(1e-9));
            assertThat(answer.chances().get(0).activity().orThrow()).isEqualTo(55);
            assertThat(answer.explain()).contains("gamma");
        }

        @Test
        @DisplayName("does not know the spread of one deal")
        void oneDeal() {
            FunnelPlan plan =
                    FunnelPlan.from("opportunities").to("wins", Percent.of(25)).dealSizes(10_000);
            BackSolve answer = plan.withChance(Percent.of(80)).backSolve(100_000);

            assertThat(whole(answer, "opportunities")).isEqualTo(40);
            assertThat(answer.plainChance()).isEqualTo(Estimate.undefined(Reason.TOO_FEW_OBSERVATIONS));
            assertThat(answer.chances().get(0).activity()).isEqualTo(Estimate.undefined(Reason.TOO_FEW_OBSERVATIONS));
        }

        @Test
        @DisplayName("knows that 0 of 10 is not 0 %: undefined on average, and a large number to be sure")
        void noneConverted() {
            BackSolve answer = FunnelPlan.from("opportunities")
                    .to("wins", 0, 10)
                    .averageDealSize(10_000)
                    .withChance(Percent.of(50))
                    .backSolve(20_000);

            assertThat(whole(answer, "wins")).isEqualTo(2);
            assertThat(answer.stage("opportunities").exact()).isEqualTo(Estimate.undefined(Reason.NOTHING_CONVERTED));
            assertThat(answer.stage("opportunities").whole()).isEqualTo(OptionalLong.empty());
            // least n with scipy.stats.betabinom.sf(1, n, .5, 10.5) >= .5
            assertThat(answer.chances().get(0).activity().orThrow()).isEqualTo(76);
            assertThat(answer.toString()).contains("opportunities undefined: nothing was converted");
        }

        @Test
        @DisplayName("says nothing where nothing was observed")
        void nothingObserved() {
            BackSolve answer = FunnelPlan.from("opportunities")
                    .to("wins", 0, 0)
                    .averageDealSize(10_000)
                    .withChance(Percent.of(50))
                    .backSolve(20_000);

            assertThat(answer.stage("opportunities").exact()).isEqualTo(Estimate.undefined(Reason.NO_DATA));
            assertThat(answer.plainChance()).isEqualTo(Estimate.undefined(Reason.NO_DATA));
            assertThat(answer.chances().get(0).really()).isEqualTo(Estimate.undefined(Reason.NO_DATA));
        }
    }

    @Test
    @DisplayName("does not call enough on average what is certain")
    void certain() {
        assertThat(FunnelPlan.from("meetings")
                        .to("wins", Percent.of(100))
                        .averageDealSize(1)
                        .backSolve(70)
                        .explain())
                .contains("Nothing is lost on the way: 70 meetings reach the quota.")
                .doesNotContain("on average, not for sure");
    }
}
