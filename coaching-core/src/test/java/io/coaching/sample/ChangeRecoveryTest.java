package io.coaching.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.coaching.Coaching;
import io.coaching.base.Percent;
import io.coaching.kpi.Kpi;
import io.coaching.kpi.StandardKpis;
import io.coaching.rating.Severities;
import io.coaching.scorecard.StandardTemplates;
import io.coaching.trend.Movement;
import io.coaching.trend.TrendRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Quantile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One company of what docs/evidence.md measures on many, with bounds that leave room for luck but not for a mistake. */
@DisplayName("In a company whose truth is known")
class ChangeRecoveryTest {
    private static final SampleCompany COMPANY =
            SampleCompany.of(30_001).withoutDifferences().withChanges(Percent.of(60));
    private static final List<Kpi> KPIS = List.of(StandardKpis.CALLS, StandardKpis.EMAILS, StandardKpis.CONNECT_RATE);

    @Test
    @DisplayName(
            "trends find changes of what happens often, none reversed, steps to the week; and leave the quiet alone")
    void changes() {
        int quiet = 0;
        int alarms = 0;
        int planted = 0;
        int found = 0;
        int reversed = 0;
        var off = new ArrayList<Double>();
        for (Kpi kpi : KPIS) {
            for (TrendRow row : Coaching.of(COMPANY.data())
                    .trend(kpi)
                    .weekly()
                    .over(COMPANY.span())
                    .everyone()
                    .people()) {
                Movement movement = row.verdict().movement();
                boolean moves = movement == Movement.IMPROVING || movement == Movement.DECLINING;
                Optional<TrueChange> change = COMPANY.truth().of(row.person()).flatMap(rep -> rep.changeOf(kpi.id()));
                if (change.isEmpty()) {
                    quiet++;
                    alarms += moves ? 1 : 0;
                    continue;
                }
                boolean right =
                        moves && movement == Movement.IMPROVING == change.get().factor() > 1;
                planted++;
                found += right ? 1 : 0;
                reversed += moves && !right ? 1 : 0;
                if (right && row.onset().isPresent() && change.get().shape() == ChangeShape.STEP) {
                    off.add(Math.abs(row.onset().get().toEpochDay()
                                    - change.get().onset().toEpochDay())
                            / 7.0);
                }
            }
        }
        assertThat(planted).isGreaterThanOrEqualTo(8);
        assertThat(found).isGreaterThanOrEqualTo(planted - 1);
        assertThat(reversed).isZero();
        assertThat(quiet).isGreaterThan(150);
        assertThat(alarms / (double) quiet).isLessThan(0.08);
        assertThat(Quantile.withDefaults()
                        .evaluate(off.stream().mapToDouble(Double::doubleValue).toArray(), 0.5))
                .isLessThan(2);
    }

    @Test
    @DisplayName("the watch flags nobody where nothing changes")
    void watch() {
        SampleCompany still = SampleCompany.of(20_001).withoutDifferences();
        assertThat(Coaching.of(still.data())
                        .watch(KPIS.toArray(Kpi[]::new))
                        .weekly()
                        .over(still.span())
                        .everyone()
                        .flagged())
                .isEmpty();
    }

    @Test
    @DisplayName("scores without severity are closer to true skill, and hardly anybody without severity is accused")
    void severity() {
        SampleCompany company = SampleCompany.of(70_001).withScorecards();
        Severities severities = Coaching.of(company.data())
                .severity(StandardTemplates.enterpriseSales())
                .during(company.span());
        var skill = new ArrayList<Double>();
        var raw = new ArrayList<Double>();
        var adjusted = new ArrayList<Double>();
        severities.scores().forEach(score -> {
            skill.add(company.truth().of(score.ratee()).orElseThrow().skills().stream()
                    .mapToDouble(TrueSkill::points)
                    .average()
                    .orElseThrow());
            raw.add(score.raw().asDouble().orElseThrow());
            adjusted.add(score.adjusted().asDouble().orElseThrow());
        });
        assertThat(correlation(skill, adjusted)).isGreaterThan(0.95).isGreaterThan(correlation(skill, raw) + 0.01);
        long named = severities.flagged().size();
        long accused = severities.flagged().stream()
                .filter(rater ->
                        company.truth().severityOf(rater.rater()).orElseThrow().isNone())
                .count();
        assertThat(named).isGreaterThan(15);
        assertThat(accused).isLessThanOrEqualTo(2);
    }

    private static double correlation(List<Double> x, List<Double> y) {
        return new org.apache.commons.math3.stat.correlation.PearsonsCorrelation()
                .correlation(
                        x.stream().mapToDouble(Double::doubleValue).toArray(),
                        y.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
