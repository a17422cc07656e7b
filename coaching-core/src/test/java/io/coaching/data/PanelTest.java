package io.coaching.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.coaching.base.Estimate;
import io.coaching.base.Interval;
import io.coaching.base.Known;
import io.coaching.base.Percent;
import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.base.TeamId;
import io.coaching.kpi.StandardKpis;
import io.coaching.time.Span;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PanelTest {
    private static final PersonId ANA = PersonId.of("ana");
    private static final Span Q2 = Span.quarter(2026, 2);

    private static Panel.Builder panel() {
        return Panel.builder(StandardKpis.WIN_RATE).period(Q2);
    }

    private static OptionalDouble some(double value) {
        return OptionalDouble.of(value);
    }

    static Stream<Arguments> intervals() {
        return Stream.of(
                // wilson-81-263: Newcombe (1998), table I, 0.2553 to 0.3662
                Arguments.of(new Sample.Proportion(81, 263), "Wilson", 0.2552885, 0.3662096),
                // R: 10 + c(-1, 1) * qt(.975, 3) * sqrt(4 / 4)
                Arguments.of(new Sample.Mean(4, 10, some(4)), "Student", 6.817554, 13.182446),
                // R: poisson.test(10)$conf.int
                Arguments.of(new Sample.Total(10, 10, 10, 60, true), "Garwood", 4.795389, 18.390356),
                Arguments.of(
                        // R: 0.25 * qgamma(.025, 400); 0.25 * qgamma(.975, 401)
                        new Sample.Total(4, 100, 25, 60, false), "gamma, compound Poisson", 90.439074, 110.296662),
                Arguments.of(
                        new Sample.Total(2, 1000, 250000, 60, false),
                        "gamma, compound Poisson",
                        272.466343,
                        2560.397169),
                Arguments.of(new Sample.Ratio(5, 30, 3, some(1)), "linearised", 10 - 1.959964, 10 + 1.959964),
                Arguments.of(new Sample.Quantile(9, 5, some(1), some(2), some(8)), "order statistics", 2, 8),
                Arguments.of(new Sample.Derived(5, 10, some(4)), "delta method", 10 - 3.919928, 10 + 3.919928));
    }

    @ParameterizedTest
    @MethodSource("intervals")
    void anIntervalSuitsTheKindOfItsSample(Sample sample, String method, double low, double high) {
        Known known = (Known) panel().add(ANA, sample).build().estimate(0, 0);
        Interval interval = known.interval().orElseThrow();
        assertThat(interval.method()).isEqualTo(method);
        assertThat(interval.low()).isCloseTo(low, within(1e-5));
        assertThat(interval.high()).isCloseTo(high, within(1e-5));
    }

    static Stream<Sample> withoutError() {
        return Stream.of(
                new Sample.Level(3, 3, OptionalDouble.empty()),
                new Sample.Mean(1, 10, OptionalDouble.empty()),
                new Sample.Total(1, 100, 25, 60, false),
                new Sample.Ratio(1, 30, 3, some(1)),
                new Sample.Quantile(2, 5, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty()),
                new Sample.Derived(5, 10, OptionalDouble.empty()));
    }

    @ParameterizedTest
    @MethodSource("withoutError")
    void whereChanceCannotBeJudgedThereIsAValueAndNoInterval(Sample sample) {
        assertThat(((Known) panel().add(ANA, sample).build().estimate(0, 0)).interval())
                .isEmpty();
    }

    @Test
    void aHigherLevelGivesAWiderInterval() {
        Sample sample = new Sample.Proportion(5, 10);
        Interval usual = interval(panel().add(ANA, sample).build());
        Interval surer = interval(panel().level(Percent.of(99)).add(ANA, sample).build());
        assertThat(surer.low()).isLessThan(usual.low());
        assertThat(surer.high()).isGreaterThan(usual.high());
        assertThat(surer.level()).isEqualTo(Percent.of(99));
    }

    private static Interval interval(Panel panel) {
        return ((Known) panel.estimate(0, 0)).interval().orElseThrow();
    }

    @Test
    void cellsThatNobodyFilledAreUndefined() {
        Span q3 = Span.quarter(2026, 3);
        Panel panel = Panel.builder(StandardKpis.WIN_RATE)
                .period(Q2, q3)
                .add(ANA, 1, 1, new Sample.Proportion(1, 4))
                .build();
        assertThat(panel.estimate(0, 0)).isEqualTo(Estimate.undefined(Reason.NO_DATA));
        assertThat(panel.series(0)).containsExactly(OptionalDouble.empty(), some(0.25));
        assertThat(panel.indexOf(PersonId.of("bo"))).isEqualTo(-1);
    }

    @Test
    void aTeamAlsoSaysOfHowManyPersonsItIs() {
        TeamId north = TeamId.of("north");
        Panel panel = panel().add(ANA, new Sample.Proportion(1, 4))
                .add(north, 0, 7, new Sample.Proportion(3, 12))
                .build();
        assertThat(((Known) panel.estimate(panel.indexOf(north), 0)).sizes()).hasToString("[12 trials, 7 persons]");
        assertThat(((Known) panel.estimate(panel.indexOf(ANA), 0)).sizes()).hasToString("[4 trials]");
        assertThat(panel.subjects()).as("teams before persons").containsExactly(north, ANA);
    }

    @Test
    void aCellIsFilledOnce() {
        Panel.Builder panel = panel().add(ANA, new Sample.Proportion(1, 4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> panel.add(ANA, new Sample.Proportion(1, 4)))
                .withMessageContaining("twice: ana");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> panel.period(Q2))
                .withMessageContaining("periods must be said before samples");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sample.Proportion(5, 4))
                .withMessageContaining("successes must be in 0..4: 5");
    }
}
