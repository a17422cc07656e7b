package io.coaching.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.coaching.base.Everyone;
import io.coaching.base.Percent;
import io.coaching.kpi.Kpi;
import io.coaching.kpi.StandardKpis;
import io.coaching.people.Roster;
import io.coaching.pipeline.OpportunityStatus;
import io.coaching.time.Cadence;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.time.Month;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A sample company with seasons")
class SeasonsTest {
    private static final SampleCompany PLAIN =
            SampleCompany.of(31).reps(120).clean().withoutDifferences();
    private static final SampleCompany SEASONAL = PLAIN.withSeasons(Seasons.typical());

    @ParameterizedTest
    @EnumSource(Month.class)
    @DisplayName("calls more and less by the factor of the month")
    void months(Month month) {
        double factor = rate(SEASONAL, StandardKpis.CALLS, month) / rate(PLAIN, StandardKpis.CALLS, month);
        assertThat(factor).isCloseTo(Seasons.typical().factor(month), within(0.035));
    }

    private static double rate(SampleCompany company, Kpi kpi, Month month) {
        int year = month.getValue() >= 10 ? 2025 : 2026;
        Span span = Span.month(year, month.getValue());
        Roster roster = company.roster();
        long days = company.truth().reps().stream()
                .mapToLong(rep -> roster.eligibleDays(rep.person(), span, company.calendar()))
                .sum();
        return company.data().value(kpi, Everyone.EVERYONE, span).asDouble().orElseThrow() / days;
    }

    @Test
    @DisplayName("has years of the same size: the months have a mean of 1")
    void sums() {
        assertThat(Seasons.typical().months()).hasSize(12);
        assertThat(Seasons.typical().months().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(12, within(1e-9));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Seasons(Collections.nCopies(12, 1.1), Percent.of(0)))
                .withMessageContaining("mean of 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Seasons(List.of(1.0), Percent.of(0)))
                .withMessageContaining("months must be 12: 1");
    }

    @Test
    @DisplayName("wins more deals in the last ten working days of a quarter, and takes as long for them on average")
    void hockeyStick() {
        assertThat(lateShare(PLAIN)).isBetween(0.13, 0.18);
        assertThat(lateShare(SEASONAL)).isBetween(0.35, 0.45);
        assertThat(cycle(SEASONAL) / cycle(PLAIN)).isCloseTo(1, within(0.03));
    }

    /** Of the deals won in the two quarters in the middle, whose deals are drawn neither in nor out at the edges. */
    private static double lateShare(SampleCompany company) {
        List<LocalDate> wins = company.opportunities().stream()
                .filter(deal -> deal.status() == OpportunityStatus.WON)
                .map(deal -> deal.closedOn().orElseThrow())
                .filter(Span.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 7, 1))::contains)
                .toList();
        return wins.stream()
                        .filter(day -> {
                            Span quarter = company.calendar()
                                    .periodOf(Cadence.QUARTERLY, day)
                                    .span();
                            return company.calendar().workingDays(Span.of(day, quarter.endExclusive())) <= 10;
                        })
                        .count()
                / (double) wins.size();
    }

    private static double cycle(SampleCompany company) {
        return company.data()
                .value(StandardKpis.SALES_CYCLE, Everyone.EVERYONE, company.span())
                .asDouble()
                .orElseThrow();
    }

    @Test
    @DisplayName("has the same people and the same truth as without them")
    void same() {
        assertThat(SEASONAL.roster().records()).isEqualTo(PLAIN.roster().records());
        assertThat(SEASONAL.truth()).isEqualTo(PLAIN.truth());
        assertThat(PLAIN.withSeasons(Seasons.none()).data().provenance().fingerprint())
                .isEqualTo(PLAIN.data().provenance().fingerprint());
    }
}
