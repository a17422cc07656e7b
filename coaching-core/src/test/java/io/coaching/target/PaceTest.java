package io.coaching.target;

import static io.coaching.kpi.StandardKpis.BOOKINGS;
import static io.coaching.kpi.StandardKpis.MEETINGS_HELD;
import static io.coaching.kpi.StandardKpis.SALES_CYCLE;
import static io.coaching.kpi.StandardKpis.WIN_RATE;
import static io.coaching.target.Shop.NORTH;
import static io.coaching.target.Shop.Q3;
import static io.coaching.target.Shop.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.coaching.base.Known;
import io.coaching.base.MeasureId;
import io.coaching.base.Percent;
import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.base.Withheld;
import io.coaching.goal.Target;
import io.coaching.kpi.StandardMeasures;
import io.coaching.people.Viewer;
import io.coaching.pipeline.OpportunityMeasures;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.FiscalYear;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Pace")
class PaceTest {
    /** The 33rd of the 66 working days of the third quarter of 2026. */
    private static final LocalDate HALF = LocalDate.of(2026, 8, 14);

    private static final MeasureId MEETINGS = StandardMeasures.MEETINGS_HELD.id();

    private static final List<Span> PAST =
            List.of(Span.quarter(2025, 3), Span.quarter(2025, 4), Span.quarter(2026, 1), Span.quarter(2026, 2));

    /** A person with four quarters of meetings: so many in the first half of each, so many in the second. */
    @CanIgnoreReturnValue
    private static PersonId rep(Shop shop, String id, int early, int late) {
        PersonId rep = shop.rep(id, NORTH);
        for (Span quarter : PAST) {
            spread(shop, rep, Span.of(quarter.start(), quarter.start().plusDays(44)), early);
            spread(shop, rep, Span.of(quarter.start().plusDays(50), quarter.endExclusive()), late);
        }
        return rep;
    }

    private static void spread(Shop shop, PersonId rep, Span days, int events) {
        List<LocalDate> open =
                days.dates().filter(day -> day.getDayOfWeek().getValue() <= 5).toList();
        for (int i = 0; i < events; i++) {
            shop.observe(rep, MEETINGS, open.get(i * open.size() / events), 1);
        }
    }

    private static double value(io.coaching.base.Estimate estimate) {
        return estimate.orThrow();
    }

    @Test
    @DisplayName("expects a quarter in the first half of somebody who does three quarters in the second")
    void hockeyStick() {
        var shop = new Shop().asOf(HALF);
        PersonId ana = rep(shop, "ana", 10, 30);
        rep(shop, "ben", 10, 30);
        rep(shop, "carla", 10, 30);
        shop.target(Target.of(ana, MEETINGS_HELD.id(), Q3, 40));
        spread(shop, ana, Span.of(Q3.start(), HALF), 10);
        Pace pace = shop.open().pace(MEETINGS_HELD).during(Q3).of(ana);
        assertThat(value(pace.expectedOnStraightLine())).isEqualTo(20);
        assertThat(value(pace.expectedByNow())).isCloseTo(10, within(0.3));
        assertThat(value(pace.ahead())).isCloseTo(0, within(0.3));
        assertThat(value(pace.projected())).isCloseTo(40, within(1.0));
        assertThat(value(pace.probability())).isBetween(0.4, 0.65);
        assertThat(pace.verdict()).isEqualTo(PaceVerdict.OPEN);
        assertThat(value(pace.neededPerDay())).isCloseTo(30 / 33.0, within(1e-12));
        assertThat(pace.runRate().orElseThrow().projected()).hasValue(20);
        assertThat(pace.explain())
                .contains("profile of 4 own periods with 160 events and 2 peers")
                .contains("20 on a straight line")
                .contains("Each of the 33 working days left");
        assertThat(pace.toString()).hasSizeLessThanOrEqualTo(80).startsWith("ana open, P ");
    }

    @Test
    @DisplayName("follows a straight line where days are alike, and says likely or unlikely")
    void straight() {
        var shop = new Shop().asOf(HALF);
        PersonId ana = rep(shop, "ana", 50, 50);
        PersonId ben = rep(shop, "ben", 50, 50);
        PersonId carla = rep(shop, "carla", 50, 50);
        for (PersonId each : List.of(ana, ben, carla)) {
            shop.target(Target.of(each, MEETINGS_HELD.id(), Q3, 100));
        }
        spread(shop, ana, Span.of(Q3.start(), HALF), 75);
        spread(shop, ben, Span.of(Q3.start(), HALF), 30);
        spread(shop, carla, Span.of(Q3.start(), HALF), 101);
        var question = shop.open().pace(MEETINGS_HELD).during(Q3);
        assertThat(value(question.of(ana).expectedByNow())).isCloseTo(50, within(1.0));
        assertThat(question.of(ana).verdict()).isEqualTo(PaceVerdict.LIKELY);
        assertThat(question.of(ben).verdict()).isEqualTo(PaceVerdict.UNLIKELY);
        assertThat(question.of(carla).verdict()).isEqualTo(PaceVerdict.REACHED);
        assertThat(value(question.of(carla).probability())).isEqualTo(1);
        assertThat(question.of(ana).verdict())
                .isNotEqualTo(question.likelyFrom(Percent.of(100)).of(ana).verdict());
    }

    @Test
    @DisplayName("is a forecast before the period, and on its first and last day")
    void edges() {
        var shop = new Shop().asOf(LocalDate.of(2026, 9, 30));
        PersonId ana = rep(shop, "ana", 20, 20);
        shop.target(Target.of(ana, MEETINGS_HELD.id(), Q3, 40));
        spread(shop, ana, Q3, 39);
        var question = shop.open().pace(MEETINGS_HELD).during(Q3);

        Pace before = question.asOf(LocalDate.of(2026, 6, 30)).of(ana);
        assertThat(value(before.actual())).isZero();
        assertThat(value(before.expectedByNow())).isZero();
        assertThat(value(before.projected())).isCloseTo(40, within(3.0));
        assertThat(value(before.neededPerDay())).isCloseTo(40 / 66.0, within(1e-12));
        assertThat(before.runRate().orElseThrow().perDay()).isEmpty();

        Pace first = question.asOf(LocalDate.of(2026, 7, 1)).of(ana);
        assertThat(first.days()).isEqualTo(new DaysOver(1, 66));
        assertThat(value(first.probability())).isBetween(0.2, 0.8);

        Pace eve = question.asOf(LocalDate.of(2026, 9, 29)).of(ana);
        assertThat(eve.days()).isEqualTo(new DaysOver(65, 66));
        assertThat(value(eve.probability())).isBetween(0.05, 0.6);

        Pace last = question.of(ana);
        assertThat(last.verdict()).isEqualTo(PaceVerdict.MISSED);
        assertThat(value(last.probability())).isZero();
        assertThat(value(last.projected())).isEqualTo(39);
        assertThat(last.neededPerDay().whyNot()).contains(Reason.PERIOD_OVER);
    }

    @Test
    @DisplayName("asks the same of fewer days where leave lies ahead, and expects less of the days")
    void leaveAhead() {
        var away = new Shop().asOf(HALF);
        var here = new Shop().asOf(HALF);
        for (Shop shop : List.of(away, here)) {
            PersonId ana = rep(shop, "ana", 30, 30);
            // what was agreed in knowledge of the leave
            shop.target(Target.builder()
                    .from(Target.of(ana, MEETINGS_HELD.id(), Q3, 60))
                    .adjusted(true)
                    .build());
            spread(shop, ana, Span.of(Q3.start(), HALF), 30);
        }
        PersonId ana = PersonId.of("ana");
        away.leave(ana, Span.of(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 10, 1)));
        Pace with = away.open().pace(MEETINGS_HELD).during(Q3).of(ana);
        Pace without = here.open().pace(MEETINGS_HELD).during(Q3).of(ana);
        assertThat(with.days()).isEqualTo(new DaysOver(33, 44));
        assertThat(value(with.neededPerDay())).isCloseTo(30 / 11.0, within(1e-12));
        assertThat(value(with.projected())).isCloseTo(40, within(2.0));
        assertThat(value(with.probability())).isLessThan(value(without.probability()) / 4);
    }

    @Test
    @DisplayName("of money counts deals and sizes: a single deal away is not as good as there")
    void money() {
        var shop = new Shop().asOf(HALF);
        PersonId ana = shop.rep("ana", NORTH);
        for (Span quarter : PAST) {
            for (int i = 0; i < 8; i++) {
                shop.won(ana, quarter.start().plusDays(5 + 11L * i), eur(i % 2 == 0 ? 8_000 : 12_000));
            }
        }
        shop.target(Target.quota(ana, Q3, eur(80_000)));
        for (int i = 0; i < 4; i++) {
            shop.won(ana, Q3.start().plusDays(5 + 11L * i), eur(10_000));
        }
        Pace pace = shop.open().pace(BOOKINGS).during(Q3).of(ana);
        assertThat(value(pace.projected())).isCloseTo(80_000, within(6_000.0));
        assertThat(value(pace.probability())).isBetween(0.35, 0.6);
        Known projected = (Known) pace.projected();
        assertThat(projected.method()).isEqualTo("compound gamma-Poisson");
        assertThat(projected.interval().orElseThrow().low()).isBetween(50_000.0, 70_000.0);
        assertThat(projected.interval().orElseThrow().high()).isBetween(90_000.0, 120_000.0);
        assertThat(pace.explain()).contains("EUR 40,000 of EUR 80,000");
    }

    @Test
    @DisplayName("of a share knows that few trials are left to move it")
    void share() {
        var shop = new Shop().asOf(HALF);
        PersonId ana = shop.rep("ana", NORTH);
        for (Span quarter : PAST) {
            decided(shop, ana, quarter, 25, 75);
        }
        shop.target(Target.of(ana, WIN_RATE.id(), Q3, Percent.of(25)));
        decided(shop, ana, Span.of(Q3.start(), HALF), 15, 35);
        Pace pace = shop.open().pace(WIN_RATE).during(Q3).of(ana);
        // 15 of 50; about 50 to come at about 26 %: 28 of 100
        assertThat(value(pace.projected())).isCloseTo(0.28, within(0.01));
        assertThat(value(pace.probability())).isBetween(0.75, 0.95);
        assertThat(value(pace.expectedByNow())).isEqualTo(0.25);
        assertThat(pace.neededPerDay().whyNot()).contains(Reason.NO_ERROR_MODEL);
    }

    private static void decided(Shop shop, PersonId rep, Span days, int won, int lost) {
        List<LocalDate> open =
                days.dates().filter(day -> day.getDayOfWeek().getValue() <= 5).toList();
        for (int i = 0; i < won; i++) {
            shop.observe(rep, OpportunityMeasures.WON, open.get(i * open.size() / won), 1);
        }
        for (int i = 0; i < lost; i++) {
            shop.observe(rep, OpportunityMeasures.LOST, open.get(i * open.size() / lost), 1);
        }
    }

    @Test
    @DisplayName("without a past goes by the running period, with little weight; without a target says so")
    void noPast() {
        var shop = new Shop().asOf(HALF);
        PersonId ana = shop.rep("ana", NORTH, Q3.start());
        PersonId ben = shop.rep("ben", NORTH, Q3.start());
        shop.target(Target.of(ana, MEETINGS_HELD.id(), Q3, 60));
        spread(shop, ana, Span.of(Q3.start(), HALF), 30);
        spread(shop, ben, Span.of(Q3.start(), HALF), 30);
        var question = shop.open().pace(MEETINGS_HELD).during(Q3).lookingBack(0);
        Pace pace = question.of(ana);
        assertThat(value(pace.expectedByNow())).isCloseTo(30, within(1e-9));
        assertThat(value(pace.projected())).isCloseTo(60, within(2.0));
        assertThat(value(pace.probability())).isBetween(0.35, 0.6);
        assertThat(question.of(ben).probability().whyNot()).contains(Reason.NO_TARGET);
        assertThat(question.of(ben).verdict()).isEqualTo(PaceVerdict.NONE);
    }

    @Test
    @DisplayName("of a mean has no probability, and says why")
    void mean() {
        var shop = new Shop().asOf(HALF);
        PersonId ana = shop.rep("ana", NORTH);
        shop.target(Target.of(ana, SALES_CYCLE.id(), Q3, 40)).observe(ana, MEETINGS, HALF, 1);
        Pace pace = shop.open().pace(SALES_CYCLE).during(Q3).of(ana);
        assertThat(pace.probability().isKnown()).isFalse();
        assertThat(pace.verdict()).isEqualTo(PaceVerdict.NONE);
    }

    @Test
    @DisplayName("counts days, so that the change of the clocks moves nothing")
    void clocks() {
        Span q4 = Span.quarter(2025, 4);
        LocalDate afterChange = LocalDate.of(2025, 11, 3);
        var paces = List.of(ZoneId.of("Europe/Paris"), ZoneOffset.UTC, ZoneId.of("America/New_York")).stream()
                .map(zone -> {
                    var shop = new Shop().asOf(afterChange).calendar(BusinessCalendar.standard(zone));
                    PersonId ana = shop.rep("ana", NORTH);
                    spread(shop, ana, Span.quarter(2025, 3), 30);
                    spread(shop, ana, Span.of(q4.start(), afterChange), 12);
                    shop.target(Target.of(ana, MEETINGS_HELD.id(), q4, 30));
                    return shop.open().pace(MEETINGS_HELD).during(q4).of(ana);
                })
                .toList();
        assertThat(paces.get(0)).usingRecursiveComparison().isEqualTo(paces.get(1));
        assertThat(paces.get(2)).usingRecursiveComparison().isEqualTo(paces.get(1));
    }

    @Test
    @DisplayName("looks back over periods of the fiscal calendar: before a five-week month comes one of four weeks")
    void fiscalPeriods() {
        var calendar = BusinessCalendar.builder()
                .zone(ZoneId.of("America/New_York"))
                .fiscalYear(FiscalYear.retail())
                .build();
        Span five = calendar.fiscalPeriod(2025, 2).span();
        Span four = calendar.fiscalPeriod(2025, 1).span();
        assertThat(five.days()).isEqualTo(35);
        var shop = new Shop().calendar(calendar).asOf(five.start().plusDays(6));
        PersonId ana = shop.rep("ana", NORTH);
        spread(shop, ana, four, 40);
        spread(shop, ana, Span.of(five.start(), five.start().plusDays(7)), 10);
        shop.target(Target.of(ana, MEETINGS_HELD.id(), five, 50));
        Pace pace = shop.open().pace(MEETINGS_HELD).during(five).lookingBack(1).of(ana);
        // two a working day in four weeks of five days: fifty in five weeks
        assertThat(value(pace.projected())).isCloseTo(50, within(1.5));
        assertThat(pace.explain()).contains("1 own periods with 40 events");
    }

    @Test
    @DisplayName("of a team asks for the team's target")
    void team() {
        var shop = new Shop().asOf(HALF);
        PersonId ana = rep(shop, "ana", 30, 30);
        PersonId ben = rep(shop, "ben", 30, 30);
        shop.target(Target.of(ana, MEETINGS_HELD.id(), Q3, 60)).target(Target.of(ben, MEETINGS_HELD.id(), Q3, 60));
        spread(shop, ana, Span.of(Q3.start(), HALF), 50);
        spread(shop, ben, Span.of(Q3.start(), HALF), 40);
        var question = shop.open().pace(MEETINGS_HELD).during(Q3);
        Pace pace = question.of(NORTH);
        assertThat(value(pace.target())).isEqualTo(120);
        assertThat(value(pace.actual())).isEqualTo(90);
        assertThat(pace.verdict()).isEqualTo(PaceVerdict.LIKELY);
        assertThat(question.as(Viewer.rep(ana)).of(ben).probability()).isInstanceOf(Withheld.class);
        assertThat(question.as(Viewer.rep(ana)).of(NORTH).probability())
                .as("one of two could be had by subtraction")
                .isInstanceOf(Withheld.class);
    }

    @Test
    @DisplayName("cannot be asked of days that are not known yet")
    void future() {
        var question = new Shop().asOf(HALF).open().pace(MEETINGS_HELD);
        assertThatThrownBy(() -> question.asOf(HALF.plusDays(1))).hasMessageContaining("asOf");
    }

    @Test
    @DisplayName("explains the probability it gives for somebody who begins tomorrow, rather than deny it")
    void beginsTomorrow() {
        var shop = new Shop().asOf(HALF);
        rep(shop, "ben", 10, 30);
        rep(shop, "carla", 10, 30);
        PersonId dora = shop.rep("dora", NORTH, HALF.plusDays(1));
        shop.target(Target.of(dora, MEETINGS_HELD.id(), Q3, 40));
        Pace pace = shop.open().pace(MEETINGS_HELD).during(Q3).of(dora);
        assertThat(pace.actual().isKnown()).isFalse();
        assertThat(pace.probability().isKnown()).isTrue();
        assertThat(pace.explain())
                .startsWith("dora has no figure yet for Meetings held, where 20 is the target")
                .contains("So dora ", "probability")
                .doesNotContain("has no pace");
    }
}
