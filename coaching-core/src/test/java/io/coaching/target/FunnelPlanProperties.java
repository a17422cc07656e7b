package io.coaching.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coaching.base.Known;
import io.coaching.base.Percent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

@Label("A funnel plan, whatever its figures")
class FunnelPlanProperties {
    @Property(tries = 60)
    @Label("never has less of a chance with more activity")
    void moreActivityIsNoWorse(
            @ForAll @IntRange(min = 0, max = 20) int converted,
            @ForAll @IntRange(min = 0, max = 40) int lost,
            @ForAll @IntRange(min = 5, max = 95) int percent,
            @ForAll @IntRange(min = 1, max = 12) int deals,
            @ForAll @IntRange(min = 1, max = 150) int activity) {
        FunnelPlan fixed = FunnelPlan.from("meetings")
                .to("opportunities", Percent.of(percent))
                .to("wins", converted, converted + lost + 1)
                .averageDealSize(10);
        FunnelPlan varied = fixed.dealSizes(4, 8, 9, 19);
        double quota = 10 * deals;

        for (FunnelPlan plan : new FunnelPlan[] {fixed, varied}) {
            double less = plan.chance(activity, quota).orThrow();
            double more = plan.chance(activity + 1, quota).orThrow();
            assertThat(more).isGreaterThanOrEqualTo(less - 1e-12);
            assertThat(less).isBetween(0.0, 1.0);
        }
    }

    @Property(tries = 40)
    @Label("finds the least activity with a probability: one less has not got it")
    void leastActivity(
            @ForAll @IntRange(min = 1, max = 20) int converted,
            @ForAll @IntRange(min = 0, max = 40) int lost,
            @ForAll @IntRange(min = 1, max = 12) int deals,
            @ForAll @IntRange(min = 5, max = 99) int chance) {
        FunnelPlan plan = FunnelPlan.from("opportunities")
                .to("wins", converted, converted + lost)
                .dealSizes(4, 8, 9, 19);
        double quota = 10 * deals;
        ChanceNeed need =
                plan.withChance(Percent.of(chance)).backSolve(quota).chances().get(0);
        long activity = (long) need.activity().orThrow();

        assertThat(need.really().orThrow()).isGreaterThanOrEqualTo(chance / 100.0);
        assertThat(plan.chance(activity - 1, quota).orThrow()).isLessThan(chance / 100.0);
    }

    @Property(tries = 200)
    @Label("needs at each stage the ceiling of the exact fraction, and never less when it rounds below first")
    void ceilings(
            @ForAll @LongRange(min = 1, max = 1_000_000_000L) long quotaCents,
            @ForAll @IntRange(min = 1, max = 1_000_000) int sizeCents,
            @ForAll @IntRange(min = 1, max = 1000) int first,
            @ForAll @IntRange(min = 1, max = 1000) int second) {
        BigDecimal quota = BigDecimal.valueOf(quotaCents, 2);
        FunnelPlan plan = FunnelPlan.from("meetings")
                .to("opportunities", Percent.of(first / 10.0))
                .to("wins", Percent.of(second / 10.0))
                .averageDealSize(sizeCents / 100.0);
        BackSolve answer = plan.backSolve(quota.doubleValue());
        BackSolve rounded = plan.with(StageRounding.CEILING_OF_ROUNDED).backSolve(quota.doubleValue());

        long wins = up(BigDecimal.valueOf(quotaCents), BigDecimal.valueOf(sizeCents));
        long meetings = up(
                BigDecimal.valueOf(quotaCents).multiply(BigDecimal.valueOf(1_000_000)),
                BigDecimal.valueOf(sizeCents).multiply(BigDecimal.valueOf((long) first * second)));
        assertThat(answer.stage("wins").whole()).hasValue(wins);
        assertThat(answer.stage("meetings").whole()).hasValue(meetings);
        assertThat(rounded.stage("meetings").whole().orElseThrow()).isGreaterThanOrEqualTo(meetings);
        assertThat(rounded.stage("opportunities").whole())
                .hasValue(up(BigDecimal.valueOf(wins * 1000), BigDecimal.valueOf(second)));
    }

    private static long up(BigDecimal above, BigDecimal below) {
        return above.divide(below, 0, RoundingMode.CEILING).longValueExact();
    }

    @Property(tries = 50)
    @Label("does not care for the unit of money")
    void anyUnit(
            @ForAll @IntRange(min = 1, max = 500) int thousands, @ForAll @IntRange(min = 1, max = 99) int percent) {
        FunnelPlan dollars =
                FunnelPlan.from("opportunities").to("wins", percent, 100).dealSizes(4_000, 8_000, 9_000, 19_000);
        FunnelPlan cents = FunnelPlan.from("opportunities")
                .to("wins", percent, 100)
                .dealSizes(400_000, 800_000, 900_000, 1_900_000);
        BackSolve one = dollars.backSolve(1_000.0 * thousands);
        BackSolve other = cents.backSolve(100_000.0 * thousands);

        assertThat(other.exactNeeds()).containsExactly(one.exactNeeds(), within(1e-9 * one.exactNeeds()[0]));
        assertThat(((Known) other.plainChance()).value())
                .isCloseTo(one.plainChance().orThrow(), within(1e-9));
    }
}
