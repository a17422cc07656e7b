package io.coaching.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.coaching.base.Money;
import io.coaching.base.PersonId;
import io.coaching.data.CoachingData;
import io.coaching.goal.Target;
import io.coaching.goal.TargetIndex;
import io.coaching.goal.TargetValue;
import io.coaching.kpi.StandardKpis;
import io.coaching.time.Span;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The targets of a sample company")
class SampleTargetsTest {
    private static final Span QUARTER = Span.quarter(2026, 3);
    private static final SampleCompany COMPANY = SampleCompany.of(7).reps(200);
    private static final TargetIndex IN_FORCE = COMPANY.targets()
            .over(COMPANY.roster(), COMPANY.calendar(), COMPANY.span().lastDay());

    @Test
    @DisplayName("are set for everybody who is there, for every quarter of the span and the next one")
    void complete() {
        for (int quarter = 0; quarter < 5; quarter++) {
            Span span = Span.quarter(2025 + (quarter + 3) / 4, (quarter + 3) % 4 + 1);
            Span known = span.start().isAfter(COMPANY.span().lastDay())
                    ? Span.day(COMPANY.span().lastDay())
                    : span;
            for (RepTruth rep : COMPANY.truth().reps()) {
                boolean employed = COMPANY.roster().records().persons().stream()
                        .filter(person -> person.id().equals(rep.person()))
                        .allMatch(person -> person.hired().orElseThrow().isBefore(known.endExclusive())
                                && person.lastDay()
                                        .filter(day -> day.isBefore(span.start()))
                                        .isEmpty());
                assertThat(COMPANY.targets()
                                .target(rep.person(), StandardKpis.CALLS.id(), span)
                                .isPresent())
                        .as("%s in %s", rep.person(), span)
                        .isEqualTo(employed);
            }
        }
    }

    @Test
    @DisplayName("are reached by about half of those who have a quota, and by fewer than a tenth twice over")
    void attainable() {
        List<Double> attained = COMPANY.truth().reps().stream()
                .map(rep -> attainment(rep.person()))
                .flatMapToDouble(OptionalDouble::stream)
                .boxed()
                .toList();
        assertThat(attained).hasSizeGreaterThan(130);
        assertThat(attained.stream().filter(share -> share >= 1).count() / (double) attained.size())
                .isBetween(0.35, 0.65);
        assertThat(attained.stream().filter(share -> share >= 2).count()).isLessThan(attained.size() / 10);
    }

    private static OptionalDouble attainment(PersonId person) {
        OptionalDouble quota =
                IN_FORCE.inForce(person, Target.BOOKINGS, QUARTER, true).value().asDouble();
        OptionalDouble won =
                COMPANY.data().value(StandardKpis.BOOKINGS, person, QUARTER).asDouble();
        return quota.isPresent() && quota.getAsDouble() > 0 && won.isPresent()
                ? OptionalDouble.of(won.getAsDouble() / quota.getAsDouble())
                : OptionalDouble.empty();
    }

    @Test
    @DisplayName("ask less of newcomers, and nothing of a quarter that somebody did not see")
    void ramp() {
        RepTruth newcomer = COMPANY.truth().reps().stream()
                .filter(rep -> COMPANY.roster().records().persons().stream()
                        .anyMatch(person -> person.id().equals(rep.person())
                                && person.hired().orElseThrow().isAfter(QUARTER.start())
                                && person.hired()
                                        .orElseThrow()
                                        .isBefore(QUARTER.start().plusDays(40))))
                .findFirst()
                .orElseThrow();
        Target full = COMPANY.targets()
                .target(newcomer.person(), StandardKpis.CALLS.id(), QUARTER)
                .orElseThrow();
        double asked = IN_FORCE.inForce(newcomer.person(), StandardKpis.CALLS.id(), QUARTER, true)
                .value()
                .asDouble()
                .orElseThrow();
        assertThat(asked).isBetween(0.1 * number(full), 0.75 * number(full));
    }

    private static double number(Target target) {
        return target.revisions().get(0).value().asDouble();
    }

    @Test
    @DisplayName(
            "are changed in the middle of a quarter for one quota in twenty, by a fifth, with a reason, never in the future")
    void changed() {
        List<Target> quotas = COMPANY.targets().targets().stream()
                .filter(target -> target.kpi().equals(Target.BOOKINGS))
                .toList();
        List<Target> changed =
                quotas.stream().filter(quota -> quota.revisions().size() == 2).toList();
        assertThat(changed.size() / (double) quotas.size()).isBetween(0.02, 0.07);
        assertThat(changed).allSatisfy(quota -> {
            assertThat(quota.period().contains(quota.revisions().get(1).since()))
                    .isTrue();
            assertThat(quota.revisions().get(1).since())
                    .isBeforeOrEqualTo(COMPANY.span().lastDay());
            assertThat(quota.revisions().get(1).reason()).isPresent();
            assertThat(quota.revisions().get(1).value().asDouble() / number(quota))
                    .isBetween(0.75, 1.25);
        });
        assertThat(quotas.get(0).revisions().get(0).value()).isInstanceOf(TargetValue.Amount.class);
        assertThat(((TargetValue.Amount) quotas.get(0).revisions().get(0).value()).money())
                .isGreaterThan(Money.of(50_000, "USD"));
    }

    @Test
    @DisplayName("are in the data only if asked for, and then everything else is the same")
    void optIn() {
        SampleCompany small = SampleCompany.of(3).reps(12);
        CoachingData with = small.withTargets().data();
        assertThat(small.data().targets().isEmpty()).isTrue();
        assertThat(with.targets()).isEqualTo(small.targets());
        assertThat(with.targets().problems(with.roster())).isEmpty();
        assertThat(List.copyOf(with.opportunities()))
                .isEqualTo(List.copyOf(small.data().opportunities()));
    }
}
