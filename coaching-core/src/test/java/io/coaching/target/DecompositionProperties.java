package io.coaching.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coaching.base.Money;
import io.coaching.base.Percent;
import io.coaching.base.PersonId;
import io.coaching.kpi.StandardKpis;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Cadence;
import io.coaching.time.FiscalYear;
import io.coaching.time.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class DecompositionProperties {
    @Property(tries = 150)
    void sumsExactlyOnEachLevelAndAnew(
            @ForAll @LongRange(max = 10_000_000_000L) long cents,
            @ForAll @Size(12) List<@DoubleRange(min = 0.01, max = 9) Double> season,
            @ForAll boolean retail,
            @ForAll @IntRange(min = 2020, max = 2030) int year,
            @ForAll @IntRange(max = 380) int over,
            @ForAll @LongRange(max = 10_000_000_000L) long reached) {
        var calendar = BusinessCalendar.builder()
                .zone(ZoneOffset.UTC)
                .fiscalYear(retail ? FiscalYear.retail() : FiscalYear.calendar())
                .build();
        Span span = calendar.fiscalYear(year).span();
        Money total = Money.ofMinor(cents, Currency.getInstance("EUR"));
        LocalDate asOf = span.start().plusDays(over - 10L);
        TargetPlan plan = Decomposition.of(total, span, calendar)
                .into(Cadence.QUARTERLY, Cadence.MONTHLY, Cadence.WEEKLY)
                .with(new SeasonalProfile(season))
                .replan(reached / 100.0, asOf);
        BigDecimal rest =
                total.amount().subtract(BigDecimal.valueOf(reached / 100.0)).max(BigDecimal.ZERO);
        for (Cadence level : plan.levels()) {
            assertThat(plan.parts(level).stream()
                            .map(part -> BigDecimal.valueOf(part.planned()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(total.amount());
            if (!asOf.isBefore(span.lastDay())) {
                continue;
            }
            assertThat(plan.parts(level).stream()
                            .map(part -> BigDecimal.valueOf(part.toDo().orElseThrow()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(rest);
        }
        List<PlanPart> past = plan.parts().stream()
                .filter(part -> !part.span().endExclusive().isAfter(asOf.plusDays(1)))
                .toList();
        assertThat(past)
                .as("nothing is left to do in what is over")
                .allMatch(part -> part.toDo().orElse(0) == 0);
    }

    @Property(tries = 300)
    void noPartIsAUnitOrMoreFromItsExactShare(
            @ForAll @LongRange(max = 1_000_000_000_000L) long units,
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(max = 100) Double> weights) {
        double[] given = weights.stream().mapToDouble(Double::doubleValue).toArray();
        long[] shares = Apportionment.of(units, given);
        double all = weights.stream().mapToDouble(Double::doubleValue).sum();
        long sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += shares[i];
            if (all > 0) {
                assertThat((double) shares[i]).isCloseTo(units * (given[i] / all), within(1 + units * 1e-13));
            }
        }
        assertThat(sum).isEqualTo(units);
    }

    @Property(tries = 200)
    void contributionsSumToTheComposite(
            @ForAll @DoubleRange(max = 1e6) double one,
            @ForAll @DoubleRange(max = 1e6) double two,
            @ForAll @DoubleRange(min = 1, max = 1e6) double target,
            @ForAll @DoubleRange(max = 100) double weight,
            @ForAll @DoubleRange(max = 300) double cap) {
        Attainment whole = Attainment.of(
                PersonId.of("ana"),
                Span.quarter(2026, 3),
                PartAttainment.of(StandardKpis.DEMOS_HELD, one, target)
                        .weighted(Percent.of(weight))
                        .cappedAt(Percent.of(cap)),
                PartAttainment.of(StandardKpis.BOOKINGS, two, target).weighted(Percent.of(100 - weight)));
        double sum = whole.parts().stream()
                .mapToDouble(part -> part.contribution().orThrow())
                .sum();
        assertThat(whole.overall().orThrow()).isCloseTo(sum, within(1e-9 * Math.max(1, sum)));
        assertThat(whole.overall().orThrow())
                .isCloseTo(
                        Math.min(one / target, cap / 100) * weight / 100 + two / target * (100 - weight) / 100,
                        within(1e-9 * Math.max(1, sum)));
    }
}
