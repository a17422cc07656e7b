package io.coaching.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.coaching.Coaching;
import io.coaching.base.Everyone;
import io.coaching.base.Interval;
import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.base.TeamId;
import io.coaching.base.Withheld;
import io.coaching.data.CoachingData;
import io.coaching.data.Observation;
import io.coaching.goal.Target;
import io.coaching.goal.Targets;
import io.coaching.kpi.Kpi;
import io.coaching.kpi.StandardKpis;
import io.coaching.kpi.StandardMeasures;
import io.coaching.people.Assignment;
import io.coaching.people.Leave;
import io.coaching.people.Person;
import io.coaching.people.Roster;
import io.coaching.people.RosterRecords;
import io.coaching.people.Team;
import io.coaching.people.Viewer;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Demos held, month by month from October 2024; the last known day is 30 September 2026 unless a test says otherwise. */
class ForecastQuestionTest {
    private static final Kpi DEMOS = StandardKpis.DEMOS_HELD;
    private static final TeamId TEAM = TeamId.of("team");
    private static final PersonId ANA = PersonId.of("ana");
    private static final YearMonth FIRST = YearMonth.of(2024, 10);
    private static final LocalDate AS_OF = LocalDate.of(2026, 9, 30);
    private static final int[] STEADY = {
        20, 23, 18, 21, 19, 24, 20, 17, 22, 21, 19, 23, 20, 22, 18, 21, 20, 24, 19, 21, 22, 18, 20, 23
    };

    private final RosterRecords.Builder people =
            RosterRecords.builder().addTeams(Team.builder().id(TEAM).build());
    private final List<Observation> demos = new ArrayList<>();
    private Targets targets = Targets.none();
    private LocalDate asOf = AS_OF;

    @CanIgnoreReturnValue
    private ForecastQuestionTest person(Person person, int... months) {
        people.addPersons(person).addAssignments(Assignment.of(person.id(), LocalDate.of(2020, 1, 1), TEAM));
        for (int m = 0; m < months.length; m++) {
            for (int i = 0; i < months[m]; i++) {
                demos.add(Observation.of(
                        person.id(),
                        StandardMeasures.DEMOS_HELD.id(),
                        FIRST.plusMonths(m).atDay(1 + i % 28),
                        1));
            }
        }
        return this;
    }

    private Coaching open() {
        return Coaching.of(CoachingData.builder()
                .asOf(asOf)
                .calendar(BusinessCalendar.standard(ZoneId.of("Europe/Paris")))
                .roster(Roster.of(people.build()).orThrow())
                .observations(demos)
                .targets(targets)
                .build());
    }

    private ForecastQuestion ask() {
        return open().forecast(DEMOS).monthly().over(Span.of(FIRST.atDay(1), asOf.plusDays(1)));
    }

    @Nested
    @DisplayName("Of one person")
    class OnePerson {
        @Test
        @DisplayName("says what to expect of the next months, how sure that is, by which method and why")
        void next() {
            Forecast forecast = person(Person.of(ANA), STEADY).ask().ahead(3).of(ANA);
            assertThat(forecast.whyNot()).isEmpty();
            assertThat(forecast.n()).isEqualTo(24);
            assertThat(forecast.method()).contains(ForecastMethod.MEAN);
            assertThat(forecast.steps())
                    .extracting(ForecastStep::period)
                    .containsExactly("2026-10", "2026-11", "2026-12");
            assertThat(forecast.step(1).span()).contains(Span.month(2026, 10));
            assertThat(forecast.range()).isEqualTo(ForecastRange.COUNTS);
            assertThat(forecast.step(1).value()).isBetween(18.0, 24.0);
            Interval wide = forecast.step(1).limits().get(1);
            assertThat(wide.low()).isBetween(10.0, 18.0);
            assertThat(wide.high()).isBetween(24.0, 32.0);
            assertThat(forecast.toString()).startsWith("demos-held of ana: ").contains("in 2026-10, mean, n=24");
            assertThat(forecast.toString().length()).isLessThanOrEqualTo(80);
            assertThat(forecast.table()).contains("95% from").contains("2026-12");
            assertThat(forecast.explain()).contains("from 24 periods").contains("Holt's trend");
            assertThat(forecast.rows().rows()).hasSize(3);
        }

        @Test
        @DisplayName("a month of more working days is expected to hold more, by as much")
        void workingDays() {
            Forecast forecast = person(Person.of(ANA), STEADY).ask().ahead(2).of(ANA);
            // October 2026 has 22 working days, November 21.
            assertThat(forecast.step(1).value() / forecast.step(2).value()).isCloseTo(22 / 21.0, within(1e-9));
        }

        @Test
        @DisplayName("the running month is what is forecast, and what is known of it has no part in that")
        void running() {
            asOf = LocalDate.of(2026, 10, 14);
            Forecast quiet = person(Person.of(ANA), STEADY).ask().of(ANA);
            for (int i = 0; i < 60; i++) {
                demos.add(Observation.of(ANA, StandardMeasures.DEMOS_HELD.id(), LocalDate.of(2026, 10, 5), 1));
            }
            Forecast busy = ask().of(ANA);
            assertThat(busy.step(1).period()).isEqualTo("2026-10");
            assertThat(busy.step(1)).isEqualTo(quiet.step(1));
            assertThat(busy.leftOut()).contains(new ForecastGap("2026-10", Omission.RUNNING));
        }

        @Test
        @DisplayName("a month of leave is a gap, not a fall to zero")
        void leave() {
            int[] away = STEADY.clone();
            away[22] = 0;
            people.addLeaves(Leave.of(ANA, Span.month(2026, 8)));
            Forecast forecast = person(Person.of(ANA), away).ask().of(ANA);
            assertThat(forecast.n()).isEqualTo(23);
            assertThat(forecast.leftOut()).containsExactly(new ForecastGap("2026-08", Omission.ON_LEAVE));
            assertThat(forecast.step(1).value()).isBetween(18.0, 25.0);
            assertThat(forecast.explain()).contains("Periods left out: 1, on leave: 2026-08.");
        }

        @Test
        @DisplayName("leave that is planned for half of a month halves what is expected of it")
        void plannedLeave() {
            Forecast there = person(Person.of(ANA), STEADY).ask().of(ANA);
            people.addLeaves(Leave.of(ANA, Span.of(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 16))));
            Forecast away = ask().of(ANA);
            assertThat(away.step(1).value())
                    .isCloseTo(
                            there.step(1).value() / 2,
                            within(0.05 * there.step(1).value()));
        }

        @Test
        @DisplayName("months before the hire do not count; too few months are a reason, not a guess")
        void hire() {
            int[] late = new int[24];
            System.arraycopy(STEADY, 0, late, 18, 6);
            Person fresh =
                    Person.builder().id(ANA).hired(LocalDate.of(2026, 4, 1)).build();
            Forecast forecast = person(fresh, late).ask().withRamp().of(ANA);
            assertThat(forecast.whyNot()).contains(Reason.TOO_FEW_OBSERVATIONS);
            assertThat(forecast.n()).isEqualTo(6);
            assertThat(forecast.leftOut())
                    .hasSize(18)
                    .allSatisfy(gap -> assertThat(gap.reason()).isEqualTo(Omission.NOT_YET_HIRED));
        }

        @Test
        @DisplayName("who has left has no next month")
        void exit() {
            Person gone =
                    Person.builder().id(ANA).lastDay(LocalDate.of(2026, 7, 10)).build();
            assertThat(person(gone, STEADY).ask().of(ANA).whyNot()).contains(Reason.NO_EXPOSURE);
        }

        @Test
        @DisplayName("who is not known is a mistake, and so is a span that is not said")
        void mistakes() {
            ForecastQuestion question = person(Person.of(ANA), STEADY).ask();
            assertThatThrownBy(() -> question.of(PersonId.of("nobody"))).hasMessageContaining("nobody");
            assertThatThrownBy(() -> open().forecast(DEMOS.id()).of(ANA))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("span");
        }
    }

    @Nested
    @DisplayName("A target")
    class Goals {
        @Test
        @DisplayName("of the next month is missed with a probability, the likelier the higher it is")
        void missing() {
            targets = Targets.of(List.of(
                    Target.of(ANA, DEMOS.id(), Span.month(2026, 10), 15),
                    Target.of(ANA, DEMOS.id(), Span.month(2026, 11), 26)));
            Forecast forecast = person(Person.of(ANA), STEADY).ask().ahead(3).of(ANA);
            assertThat(forecast.goals()).hasSize(3);
            assertThat(forecast.goals().get(0).probabilityOfMissing().orElseThrow())
                    .isLessThan(0.1);
            assertThat(forecast.goals().get(1).probabilityOfMissing().orElseThrow())
                    .isGreaterThan(0.85);
            assertThat(forecast.goals().get(2).whyNot()).contains(Reason.NO_TARGET);
            assertThat(forecast.goals().get(1).probabilityOfMissing().orElseThrow())
                    .isEqualTo(forecast.step(2).probabilityBelow(26));
            assertThat(forecast.explain()).contains("The target of 2026-11, 26, is missed with a probability of");
            assertThat(forecast.table()).contains("P(missing)");
        }

        @Test
        @DisplayName("is missed from above where lower is better; what is level has reached it")
        void direction() {
            person(Person.of(ANA), STEADY);
            Kpi lower = Kpi.builder().from(DEMOS).lowerIsBetter().build();
            Span span = Span.of(FIRST.atDay(1), AS_OF.plusDays(1));
            Forecast high = open().forecast(DEMOS).over(span).of(ANA);
            Forecast low = open().forecast(lower).over(span).of(ANA);
            assertThat(high.probabilityOfMissing(22).orThrow())
                    .isEqualTo(high.step(1).probabilityBelow(22));
            assertThat(low.probabilityOfMissing(22).orThrow())
                    .isCloseTo(1 - low.step(1).probabilityBelow(23), within(1e-12));
        }
    }

    @Nested
    @DisplayName("Of many")
    class Many {
        @CanIgnoreReturnValue
        private ForecastQuestionTest five() {
            for (int p = 0; p < 5; p++) {
                int[] months = STEADY.clone();
                for (int m = 0; m < months.length; m++) {
                    months[m] = p == 4 ? 7 : STEADY[(m + 5 * p) % 24] + p;
                }
                person(Person.of(PersonId.of("p" + p)), p == 3 ? new int[0] : months);
            }
            return ForecastQuestionTest.this;
        }

        @Test
        @DisplayName(
                "each has a row; one without figures or without variation has its reason, the others their forecasts")
        void rows() {
            ForecastTable table = five().ask().everyone();
            assertThat(table.forecasts()).hasSize(5);
            assertThat(table.of(PersonId.of("p3")).orElseThrow().whyNot()).contains(Reason.NO_DATA);
            assertThat(table.of(PersonId.of("p1")).orElseThrow().whyNot()).isEmpty();
            assertThat(table.of(PersonId.of("p4")).orElseThrow().whyNot()).isEmpty();
            assertThat(table.explain())
                    .contains("4 of 5 people have a forecast of Demos held for 2026-10.")
                    .contains("Without a forecast: 1, nothing was observed.");
            assertThat(table.table().lines()).hasSize(7);
            assertThat(table.rows().rows()).hasSize(5);
            assertThat(ask().of(TEAM).forecasts()).isEqualTo(table.forecasts());
        }

        @Test
        @DisplayName("together is the forecast of the pooled figure")
        void together() {
            five();
            Forecast all = ask().together(Everyone.EVERYONE);
            double sum = ask().everyone().forecasts().stream()
                    .filter(f -> f.whyNot().isEmpty())
                    .mapToDouble(f -> f.step(1).value())
                    .sum();
            assertThat(all.step(1).value()).isCloseTo(sum, within(0.15 * sum));
        }

        @Test
        @DisplayName("a rep sees their own forecast, of a team too small nothing")
        void viewer() {
            five();
            Viewer p1 = Viewer.rep(PersonId.of("p1"));
            ForecastTable seen = ask().as(p1).everyone();
            assertThat(seen.forecasts()).hasSize(1);
            assertThat(seen.hiddenPersons()).isEqualTo(4);
            assertThat(seen.explain()).contains("4 more people are not shown");
            assertThat(ask().as(p1).of(PersonId.of("p2")).estimate(1)).isInstanceOf(Withheld.class);
            assertThat(ask().as(p1).of(PersonId.of("p2")).n()).isZero();
        }

        @Test
        @DisplayName("a backtest forecasts each of the last months from those before it, and says what that was worth")
        void backtest() {
            five();
            ForecastBacktest backtest = ask().backtest(6);
            // four people with figures, six months each
            assertThat(backtest.n()).isEqualTo(24);
            assertThat(backtest.persons()).isEqualTo(4);
            assertThat(backtest.targets()).isZero();
            assertThat(backtest.within80().orElseThrow()).isBetween(0.6, 1.0);
            assertThat(backtest.within95().orElseThrow())
                    .isGreaterThanOrEqualTo(backtest.within80().orElseThrow());
            assertThat(backtest.calibration().orElseThrow().n()).isEqualTo(24);
            assertThat(backtest.mae().orElseThrow())
                    .isLessThan(backtest.naiveMae().orElseThrow());
            ForecastBacktest none =
                    ask().as(Viewer.rep(PersonId.of("stranger"))).backtest(6);
            assertThat(none.within80()).isEmpty();
            assertThat(none).hasToString("forecasts of " + none.kpi().id() + ": none could be held against what came");
            assertThat(backtest.explain())
                    .contains("Of 24 next periods of 4 people")
                    .contains("one's own mean so far");
            assertThat(backtest.toString().length()).isLessThanOrEqualTo(80);
            assertThat(ask().backtest(6)).isEqualTo(backtest);
        }

        @Test
        @DisplayName("a backtest where nobody has enough months says so")
        void nothing() {
            person(Person.of(ANA), 3, 4, 5);
            ForecastBacktest none = open().forecast(DEMOS)
                    .over(Span.of(FIRST.atDay(1), FIRST.plusMonths(3).atDay(1)))
                    .backtest(2);
            assertThat(none.n()).isZero();
            assertThat(none.calibration()).isEmpty();
            assertThat(none.explain()).contains("No forecast could be held against what came");
        }
    }
}
