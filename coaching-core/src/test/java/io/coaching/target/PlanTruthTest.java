package io.coaching.target;

import static io.coaching.kpi.StandardKpis.AVERAGE_DEAL_SIZE;
import static io.coaching.kpi.StandardKpis.DEALS_WON;
import static io.coaching.kpi.StandardKpis.OPPORTUNITY_STARTS;
import static io.coaching.kpi.StandardKpis.WIN_RATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.coaching.Coaching;
import io.coaching.base.Known;
import io.coaching.base.Percent;
import io.coaching.base.PersonId;
import io.coaching.sample.RepTruth;
import io.coaching.sample.SampleCompany;
import io.coaching.sample.TrueValue;
import io.coaching.stats.SumOfAmounts;
import io.coaching.stats.UncertainRate;
import io.coaching.time.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Plans made from the records of the sample company, held against the truth that the records were drawn from. */
@DisplayName("On the sample company")
class PlanTruthTest {
    private static final Span HALF =
            Span.of(Span.quarter(2025, 4).start(), Span.quarter(2026, 2).start());
    private static final Span NEXT = Span.quarter(2026, 4);
    private static final double QUOTA = 200_000;
    /** Of single deals, as the company's notes give it: log-normal with a sigma of 0.5. */
    private static final double SIGMA = 0.5;

    private static final SampleCompany COMPANY = SampleCompany.of(11).clean().withTargets();
    private static final Coaching COACHING = Coaching.of(COMPANY.data());

    private static FunnelPlanQuestion question() {
        return COACHING.plan(OPPORTUNITY_STARTS).to(DEALS_WON).over(HALF);
    }

    /** The probability that so many starts really have, had the rep their true win rate and deal size. */
    private static double truth(RepTruth rep, long starts) {
        double mean = rep.on(AVERAGE_DEAL_SIZE.id()).map(TrueValue::value).orElseThrow();
        var sums = new SumOfAmounts(mean, mean * Math.sqrt(StrictMath.expm1(SIGMA * SIGMA)), 0);
        return UncertainRate.known(rep.on(WIN_RATE.id()).map(TrueValue::value).orElseThrow())
                .expectation(starts, sums.reaching(QUOTA));
    }

    private static List<RepTruth> closers() {
        return COMPANY.truth().reps().stream()
                .filter(rep -> rep.on(WIN_RATE.id()).isPresent())
                .toList();
    }

    @Test
    @DisplayName(
            "the starts for 80 % of half a year's history have about 80 % in truth, those of the plain answer about a half")
    void keepsItsWord() {
        List<Double> honest = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        for (RepTruth rep : closers()) {
            BackSolve answer =
                    question().of(rep.person()).withChance(Percent.of(80)).backSolve(QUOTA);
            if (answer.chances().get(0).activity() instanceof Known activity) {
                honest.add(truth(rep, (long) activity.value()));
                plain.add(truth(rep, answer.stages().get(0).whole().orElseThrow()));
            }
        }

        assertThat(honest).hasSizeGreaterThan(30);
        assertThat(mean(honest)).isBetween(0.74, 0.88);
        assertThat(mean(plain)).isBetween(0.40, 0.62);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    @Test
    @DisplayName("everyone with a quota for the next quarter has a plan towards it, whatever their history")
    void everyone() {
        int known = 0;
        for (PersonId person : COMPANY.data().roster().ids()) {
            FunnelPlan plan = question().towards(NEXT).of(person);
            BackSolve answer = plan.backSolve();
            assertThat(answer.stages().get(0).whole().isPresent())
                    .as("%s: %s", person, answer)
                    .isEqualTo(answer.quota().isKnown());
            Sufficiency enough = plan.sufficiency();
            boolean agreed = answer.quota().isKnown()
                    && enough.stages().stream().anyMatch(stage -> stage.target().isPresent());
            assertThat(enough.verdict() != SufficiencyVerdict.UNKNOWN)
                    .as("%s: %s", person, enough)
                    .isEqualTo(agreed);
            known += answer.quota().isKnown() ? 1 : 0;
        }

        assertThat(known).isGreaterThan(30);
    }
}
