package io.coaching.target;

import static io.coaching.kpi.StandardKpis.CALLS;
import static io.coaching.kpi.StandardKpis.OPPORTUNITY_STARTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.coaching.Coaching;
import io.coaching.base.Interval;
import io.coaching.base.Known;
import io.coaching.kpi.Kpi;
import io.coaching.sample.RepTruth;
import io.coaching.sample.SampleCompany;
import io.coaching.time.Span;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What was said half-way, held against how the quarter ended. */
@DisplayName("On sample companies")
class PaceTruthTest {
    private static final Span QUARTER = Span.quarter(2026, 3);

    /** The share of finishes within the limits of 80 %, over those for whom something was still to come. */
    private static double held(Kpi kpi) {
        int within = 0;
        int all = 0;
        for (int seed = 1; seed <= 3; seed++) {
            SampleCompany company = SampleCompany.of(60_000 + seed).withTargets();
            Coaching coaching = Coaching.of(company.data());
            PaceQuestion question =
                    coaching.pace(kpi).during(QUARTER).asOf(QUARTER.start().plusDays(45));
            for (RepTruth rep : company.truth().reps()) {
                OptionalDouble finish =
                        coaching.value(kpi, rep.person(), QUARTER).asDouble();
                if (finish.isPresent() && question.of(rep.person()).projected() instanceof Known known) {
                    Interval limits = known.interval().orElseThrow();
                    double end = finish.getAsDouble();
                    within += limits.low() <= end && end <= limits.high() ? 1 : 0;
                    all++;
                }
            }
        }
        assertThat(all).isGreaterThan(150);
        return (double) within / all;
    }

    @Test
    @DisplayName("limits of 80 % hold about so often on daily totals, which busier and quieter days and leave scatter")
    void dailyTotals() {
        assertThat(held(CALLS)).isBetween(0.74, 0.89);
    }

    @Test
    @DisplayName("and on counts whose records of open deals reach back before the others")
    void counts() {
        assertThat(held(OPPORTUNITY_STARTS)).isBetween(0.72, 0.90);
    }
}
