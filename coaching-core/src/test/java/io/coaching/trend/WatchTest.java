package io.coaching.trend;

import static io.coaching.trend.Desk.DEMOS;
import static io.coaching.trend.Desk.week;
import static io.coaching.trend.Desk.weeks;
import static org.assertj.core.api.Assertions.assertThat;

import io.coaching.base.Everyone;
import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.data.Panel;
import io.coaching.data.Sample;
import io.coaching.internal.random.DeterministicRandom;
import io.coaching.kpi.Kpi;
import io.coaching.kpi.StandardKpis;
import io.coaching.people.Viewer;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WatchTest {
    private static PersonId rep(int i) {
        return PersonId.of("rep-" + (10 + i));
    }

    /** Thirty people with some eight demos a week; the last {@code sliding} hold three from week 15 on. */
    private static Desk desk(long seed, int sliding) {
        DeterministicRandom random = DeterministicRandom.of(seed);
        Desk desk = new Desk();
        for (int i = 0; i < 30; i++) {
            boolean slides = i >= 30 - sliding;
            desk.weekly(
                    rep(i),
                    IntStream.range(0, 26)
                            .map(k -> random.nextPoisson(slides && k >= 15 ? 3 : 8))
                            .toArray());
        }
        return desk;
    }

    @Test
    @DisplayName("three of thirty slide: they are named, since about week 15, and the quiet ones are counted")
    void threeSlide() {
        Watch watch = desk(1, 3)
                .weekly(PersonId.of("idle"))
                .open()
                .watch(DEMOS)
                .over(weeks(26))
                .everyone();

        assertThat(watch.whoSlides()).containsExactlyInAnyOrder(rep(27), rep(28), rep(29));
        assertThat(watch.alerts()).allSatisfy(a -> {
            assertThat(a.onset().orElseThrow()).isBetween(week(13), week(17));
            assertThat(a.after()).isLessThan(a.before());
            assertThat(a.q()).isLessThanOrEqualTo(0.05).isGreaterThanOrEqualTo(a.p());
        });
        assertThat(watch.judged()).isEqualTo(30);
        assertThat(watch.quiet()).isEqualTo(27);
        assertThat(watch.undefined()).containsExactly(java.util.Map.entry(Reason.NO_DATA, 1));
        assertThat(watch.checked()).isEqualTo(31);
        assertThat(watch.toString()).startsWith("3 of 30 series slide: rep-");
        assertThat(watch.explain()).contains("27 are quiet").contains("Cannot be judged: 1 series");
        assertThat(watch.rows().rows()).hasSize(3);
    }

    @Test
    @DisplayName("there is time for two words: the two who lost most, and it is said that one more slides")
    void budget() {
        Watch watch = desk(1, 3).open().watch(DEMOS).over(weeks(26)).alerts(2).everyone();

        assertThat(watch.alerts()).hasSize(2);
        assertThat(watch.flagged()).hasSize(3);
        assertThat(watch.alerts().get(0).urgency())
                .isGreaterThanOrEqualTo(watch.alerts().get(1).urgency());
        assertThat(watch.explain()).contains("1 more slide; the 2 most urgent are shown");
    }

    @Test
    @DisplayName("on quiet desks hardly anybody is flagged: in at most 3 of 20 companies of thirty")
    void quietDesks() {
        int companies = 0;
        for (int c = 0; c < 20; c++) {
            Watch watch = desk(100 + c, 0).open().watch(DEMOS).over(weeks(26)).everyone();
            companies += watch.flagged().isEmpty() ? 0 : 1;
            assertThat(watch.flagged()).hasSizeLessThan(3);
        }
        assertThat(companies).isLessThanOrEqualTo(3);
    }

    @Test
    @DisplayName("who may not be seen is not looked at")
    void viewer() {
        Watch watch = desk(1, 3)
                .open()
                .watch(DEMOS)
                .over(weeks(26))
                .as(Viewer.rep(rep(29)))
                .everyone();

        assertThat(watch.persons()).isEqualTo(1);
        assertThat(watch.hiddenPersons()).isEqualTo(29);
        assertThat(watch.whoSlides()).containsExactly(rep(29));
    }

    @Test
    @DisplayName("a single quiet series of any kind moves in at most 5 % of cases, of 8 to 60 periods")
    void falseAlarms() {
        DeterministicRandom random = DeterministicRandom.of(11);
        for (int n : new int[] {8, 20, 60}) {
            int[] moved = new int[4];
            int series = 400;
            for (int s = 0; s < series; s++) {
                Panel[] panels = {
                    panel(DEMOS, n, i -> count(random.nextPoisson(5))),
                    panel(StandardKpis.WIN_RATE, n, i -> share(random, 12, 0.3)),
                    panel(StandardKpis.BOOKINGS, n, i -> amount(random)),
                    panel(
                            StandardKpis.SALES_CYCLE,
                            n,
                            i -> new Sample.Mean(5, 40 + 8 * random.nextGaussian(), OptionalDouble.of(64)))
                };
                for (int k = 0; k < panels.length; k++) {
                    Movement movement = TrendAnalysis.standard()
                            .of(panels[k], Everyone.EVERYONE)
                            .verdict()
                            .movement();
                    moved[k] += movement == Movement.IMPROVING || movement == Movement.DECLINING ? 1 : 0;
                }
            }
            // 5 % of 400 and three standard errors
            assertThat(IntStream.of(moved).boxed().toList())
                    .allSatisfy(m -> assertThat(m).isLessThanOrEqualTo(33));
        }
    }

    private static Panel panel(Kpi kpi, int n, java.util.function.IntFunction<Sample> sample) {
        LocalDate monday = Desk.MONDAY;
        Panel.Builder panel = Panel.builder(kpi)
                .period(IntStream.range(0, n)
                        .mapToObj(k -> io.coaching.time.Span.of(monday.plusWeeks(k), monday.plusWeeks(k + 1L)))
                        .toArray(io.coaching.time.Span[]::new));
        for (int k = 0; k < n; k++) {
            panel.add(Everyone.EVERYONE, k, 1, sample.apply(k));
        }
        return panel.build();
    }

    private static Sample count(int events) {
        return new Sample.Total(events, events, events, 5, true);
    }

    private static Sample share(DeterministicRandom random, int trials, double p) {
        return new Sample.Proportion(random.nextBinomial(trials, p), trials);
    }

    /** Some three deals a week of very different size. */
    private static Sample amount(DeterministicRandom random) {
        int deals = random.nextPoisson(3);
        double total = 0;
        double squares = 0;
        for (int d = 0; d < deals; d++) {
            double amount = 1000 * Math.exp(random.nextGaussian());
            total += amount;
            squares += amount * amount;
        }
        return new Sample.Total(deals, total, squares, 5, false);
    }

    @Test
    @DisplayName("planted steps of half are found in most series of 26 weeks, their date to within two weeks")
    void planted() {
        DeterministicRandom random = DeterministicRandom.of(5);
        int found = 0;
        int near = 0;
        for (int s = 0; s < 200; s++) {
            Trend trend = TrendAnalysis.standard()
                    .of(panel(DEMOS, 26, k -> count(random.nextPoisson(k < 16 ? 8 : 4))), Everyone.EVERYONE);
            if (trend.verdict().movement() == Movement.DECLINING) {
                found++;
                near += trend.since()
                                .filter(day -> Math.abs(day.toEpochDay() - week(16).toEpochDay()) <= 14)
                                .isPresent()
                        ? 1
                        : 0;
            }
        }
        assertThat(found).isGreaterThan(150);
        assertThat(near).isGreaterThan((int) (0.7 * found));
    }

    /** Months from 2023 on, good Decembers and bad Augusts, and from a month on a share of it. */
    private static Trend months(DeterministicRandom random, int n, double seasonal, int from, double share) {
        Panel.Builder panel = Panel.builder(DEMOS)
                .period(IntStream.range(0, n)
                        .mapToObj(k -> io.coaching.time.Span.month(2023 + k / 12, k % 12 + 1))
                        .toArray(io.coaching.time.Span[]::new));
        for (int k = 0; k < n; k++) {
            double season = 1 + seasonal * (k % 12 == 11 ? 0.6 : k % 12 == 7 ? -0.6 : 0);
            int events = random.nextPoisson(40 * season * (k < from ? 1 : share));
            panel.add(Everyone.EVERYONE, k, 1, new Sample.Total(events, events, events, 20, true));
        }
        return TrendAnalysis.standard().of(panel.build(), Everyone.EVERYONE);
    }

    @Test
    @DisplayName(
            "three years of months: seasons are found and taken out, a bad August is no signal, and no more quiet series move")
    void seasons() {
        DeterministicRandom random = DeterministicRandom.of(23);
        int moved = 0;
        int found = 0;
        int made = 0;
        for (int s = 0; s < 200; s++) {
            Trend trend = months(random, 36, 1, 99, 1);
            found += trend.seasons().isPresent() ? 1 : 0;
            moved += trend.p().orElseThrow() <= 0.05 ? 1 : 0;
            made += months(random, 36, 0, 99, 1).seasons().isPresent() ? 1 : 0;
        }
        assertThat(found).isGreaterThan(195);
        assertThat(moved).isLessThanOrEqualTo(20);
        assertThat(made).isLessThanOrEqualTo(22);

        Seasonality seasons = months(random, 36, 1, 99, 1).seasons().orElseThrow();
        assertThat(seasons.years()).isEqualTo(3);
        assertThat(seasons.multiplicative()).isTrue();
        assertThat(seasons.effects().get(11)).isGreaterThan(1.3);
        assertThat(seasons.effects().get(7)).isLessThan(0.7);
    }

    @Test
    @DisplayName("a step at the turn of a year is found all the same, and in less than two years nothing is taken out")
    void seasonsAndStep() {
        Trend trend = months(DeterministicRandom.of(3), 36, 1, 24, 0.5);

        assertThat(trend.verdict().movement()).isEqualTo(Movement.DECLINING);
        assertThat(trend.since().orElseThrow()).isBetween(LocalDate.of(2024, 11, 1), LocalDate.of(2025, 3, 1));
        assertThat(trend.explain()).contains("The seasons of 3 years were taken out");
        assertThat(trend.points().get(23).value())
                .isNotEqualTo(trend.points().get(23).standard());
        assertThat(months(DeterministicRandom.of(3), 23, 1, 99, 1).seasons()).isEmpty();
    }

    @Test
    @DisplayName("watching several KPIs pays for all of them, and refuses one twice")
    void several() {
        Watch watch = desk(1, 3)
                .open()
                .watch(DEMOS, StandardKpis.CALLS)
                .over(weeks(26))
                .everyone();

        assertThat(watch.kpis()).extracting(Kpi::id).containsExactly(DEMOS.id(), StandardKpis.CALLS.id());
        assertThat(watch.whoSlides()).hasSize(3);
        assertThat(List.of(watch.checked())).containsExactly(60);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> desk(1, 0).open().watch(DEMOS, DEMOS))
                .hasMessageContaining("twice");
    }

    @Test
    @DisplayName("does not say that nobody needs a word where nothing could be judged")
    void notJudged() {
        Watch watch = desk(1, 0)
                .open()
                .watch(StandardKpis.CALLS)
                .weekly()
                .over(weeks(3))
                .everyone();
        assertThat(watch.judged()).isZero();
        assertThat(watch.toString()).isEqualTo("none of " + watch.checked() + " series can be judged");
        assertThat(watch.explain())
                .contains("cannot be told: no series could be judged")
                .doesNotContain("Nobody needs a word");
    }
}
