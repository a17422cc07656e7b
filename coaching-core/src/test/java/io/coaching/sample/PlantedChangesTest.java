package io.coaching.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.coaching.base.KpiId;
import io.coaching.base.Percent;
import io.coaching.base.PersonId;
import io.coaching.kpi.Formula;
import io.coaching.kpi.Kpi;
import io.coaching.kpi.StandardKpis;
import io.coaching.time.Span;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A sample company with planted changes")
class PlantedChangesTest {
    private static final SampleCompany QUIET =
            SampleCompany.of(21).reps(400).clean().withoutDifferences();
    private static final SampleCompany COMPANY = QUIET.withChanges(Percent.of(40));

    @Test
    @DisplayName("changes one KPI in the share of reps asked for, half for the worse, in the middle of the span")
    void changes() {
        var changed = COMPANY.truth().changed();
        Span middle = Span.of(
                COMPANY.span().start().plusDays(100),
                COMPANY.span().endExclusive().minusDays(100));

        assertThat(changed).hasSize(160).allMatch(rep -> rep.changes().size() == 1);
        assertThat(changed).filteredOn(rep -> rep.changes().get(0).factor() < 1).hasSize(80);
        assertThat(changed)
                .extracting(rep -> rep.changes().get(0).shape())
                .contains(ChangeShape.STEP, ChangeShape.SLIDE);
        assertThat(changed)
                .extracting(rep -> rep.changes().get(0).onset())
                .allMatch(middle::contains)
                .allMatch(COMPANY.calendar()::isWorkingDay);
    }

    @ParameterizedTest(
            name = "{0}: before and after within {1} % of the truth, over all in whom it changed the same way")
    @CsvSource({
        "calls, 3",
        "emails, 4",
        "connect-rate, 5",
        "demos-set, 12",
        "opportunity-starts, 12",
        "win-rate, 10",
        "average-deal-size, 10"
    })
    @DisplayName("shows them in its records")
    void inTheRecords(String id, double tolerance) {
        Kpi kpi = COMPANY.catalogue().kpi(KpiId.of(id));
        Span all = COMPANY.span();
        for (boolean down : new boolean[] {true, false}) {
            Sums before = new Sums();
            Sums after = new Sums();
            for (RepTruth rep : COMPANY.truth().changed()) {
                TrueChange change = rep.changeOf(kpi.id()).orElse(null);
                if (change != null && change.factor() < 1 == down) {
                    before.add(kpi, rep.person(), Span.of(all.start(), change.onset()), change.before());
                    after.add(kpi, rep.person(), Span.of(change.complete(), all.endExclusive()), change.after());
                }
            }
            assertThat(before.observedToTrue()).isCloseTo(1, within(tolerance / 100));
            assertThat(after.observedToTrue()).isCloseTo(1, within(tolerance / 100));
        }
    }

    /** What was seen and what is true, everyone with the weight of their days at work. */
    private static final class Sums {
        private double observed;
        private double expected;

        void add(Kpi kpi, PersonId person, Span span, double truth) {
            int days = COMPANY.roster().eligibleDays(person, span, COMPANY.calendar());
            double value = COMPANY.data().value(kpi, person, span).asDouble().orElseThrow();
            observed += kpi.formula() instanceof Formula.Total ? value : value * days;
            expected += truth * days;
        }

        double observedToTrue() {
            return observed / expected;
        }
    }

    @Test
    @DisplayName("slides in a straight line, steps at once")
    void shapes() {
        LocalDate onset = LocalDate.of(2026, 3, 2);
        TrueChange slide = new TrueChange(StandardKpis.CALLS.id(), ChangeShape.SLIDE, onset, onset.plusDays(9), 40, 20);
        assertThat(slide.on(onset.minusDays(1))).isEqualTo(40);
        assertThat(slide.on(onset)).isCloseTo(38, within(1e-12));
        assertThat(slide.on(onset.plusDays(4))).isCloseTo(30, within(1e-12));
        assertThat(slide.on(onset.plusDays(9))).isEqualTo(20);

        TrueChange step = new TrueChange(StandardKpis.CALLS.id(), ChangeShape.STEP, onset, onset, 40, 20);
        assertThat(step.on(onset.minusDays(1))).isEqualTo(40);
        assertThat(step.on(onset)).isEqualTo(20);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new TrueChange(StandardKpis.CALLS.id(), ChangeShape.STEP, onset, onset.plusDays(1), 40, 20));
    }

    @Test
    @DisplayName("leaves what does not change as it was, record by record: people, and all activities but the one")
    void independent() {
        assertThat(COMPANY.roster().records()).isEqualTo(QUIET.roster().records());
        for (RepTruth rep : COMPANY.truth().reps()) {
            for (Kpi kpi :
                    new Kpi[] {StandardKpis.EMAILS, StandardKpis.MEETINGS_BOOKED, StandardKpis.OPPORTUNITY_STARTS}) {
                if (rep.changes().isEmpty()
                        || rep.changeOf(StandardKpis.CALLS.id()).isPresent()) {
                    assertThat(COMPANY.data().value(kpi, rep.person(), COMPANY.span()))
                            .isEqualTo(QUIET.data().value(kpi, rep.person(), QUIET.span()));
                }
            }
        }
    }

    @Test
    @DisplayName("plants no change in those in whom a difference is planted, and no change at all unless asked")
    void apart() {
        SampleCompany both = SampleCompany.of(5).withPlanted(Percent.of(30)).withChanges(Percent.of(100));
        assertThat(both.truth().planted())
                .isNotEmpty()
                .allMatch(rep -> rep.changes().isEmpty());
        assertThat(both.truth().changed()).hasSizeGreaterThan(15);
        assertThat(SampleCompany.of(5).truth().changed()).isEmpty();
        assertThat(both.withoutDifferences().truth().changed()).isEmpty();
    }
}
