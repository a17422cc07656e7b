package io.coaching.trend;

import static io.coaching.trend.Desk.ANA;
import static io.coaching.trend.Desk.DEMOS;
import static io.coaching.trend.Desk.MONDAY;
import static io.coaching.trend.Desk.week;
import static io.coaching.trend.Desk.weeks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.coaching.Coaching;
import io.coaching.base.Band;
import io.coaching.base.Everyone;
import io.coaching.base.Known;
import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.people.Leave;
import io.coaching.people.Peers;
import io.coaching.people.Person;
import io.coaching.people.RampRule;
import io.coaching.people.Viewer;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Cadence;
import io.coaching.time.Span;
import io.coaching.time.WeekBasedFiscalYear;
import io.coaching.time.WeekPattern;
import io.coaching.time.YearEndRule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TrendQuestionTest {
    /** Quiet weeks of some six demos. */
    private static final int[] QUIET = {6, 5, 7, 6, 4, 8, 6, 5, 7, 6, 7, 5, 6, 8, 4, 6, 7, 5, 6, 6, 5, 8, 6, 7, 4, 6};

    private static int[] from(int week, int less) {
        return IntStream.range(0, QUIET.length)
                .map(k -> Math.max(0, QUIET[k] - (k < week ? 0 : less)))
                .toArray();
    }

    private static Trend trend(int... counts) {
        return new Desk()
                .weekly(ANA, counts)
                .open()
                .trend(DEMOS)
                .weekly()
                .over(weeks(counts.length))
                .of(ANA);
    }

    @Nested
    @DisplayName("Where is it heading, and since when?")
    class Heading {
        @Test
        @DisplayName("half as many demos from week 16 on: declining, since that Monday or near it, and why")
        void step() {
            Trend trend = trend(from(16, 4));

            assertThat(trend.verdict()).isEqualTo(TrendVerdict.of(Movement.DECLINING));
            assertThat(trend.verdict().band()).isEqualTo(Band.RED);
            LevelChange change = trend.change().orElseThrow();
            assertThat(change.onset()).isEqualTo(week(16));
            assertThat(change.earliest()).isBetween(week(14), week(16));
            assertThat(change.latest()).isBetween(week(16), week(18));
            assertThat(change.periodsSince()).isEqualTo(10);
            assertThat(change.before().orThrow()).isCloseTo(98 / 16.0, within(0.5));
            assertThat(change.difference().orThrow())
                    .isCloseTo(change.after().orThrow() - change.before().orThrow(), within(1e-12));
            assertThat(((Known) change.difference()).interval().orElseThrow().high())
                    .isNegative();
            assertThat(change.recency()).isEqualTo(Recency.RECENT);
            assertThat(trend.slope().orThrow()).isNegative();
            assertThat(trend.p().orElseThrow()).isLessThan(0.001);
            assertThat(trend.toString()).startsWith("demos-held of ana: DECLINING since " + week(16));
            assertThat(trend.toString().length()).isLessThanOrEqualTo(80);
            assertThat(trend.explain())
                    .contains("26 periods from 2026-01-05 to 2026-07-05")
                    .contains("That is recent");
            assertThat(trend.table()).contains("2026-W18").contains("new level");
        }

        @Test
        @DisplayName("the same half a year ago: it has been so for a while")
        void longAgo() {
            assertThat(trend(from(8, 4)).change().orElseThrow().recency()).isEqualTo(Recency.FOR_A_WHILE);
        }

        @Test
        @DisplayName(
                "quiet weeks: no change and no slope; whether that is steady is not to be told from 26 weeks of six")
        void quiet() {
            Trend trend = trend(QUIET);

            assertThat(trend.verdict()).isEqualTo(TrendVerdict.of(Movement.CANNOT_TELL));
            assertThat(trend.verdict().band()).isEqualTo(Band.YELLOW);
            assertThat(trend.change()).isEmpty();
            assertThat(trend.levels()).hasSize(1);
            assertThat(trend.levels().get(0).value().orThrow()).isCloseTo(156 / 26.0, within(1e-9));
            assertThat(trend.p().orElseThrow()).isGreaterThan(0.2);
            assertThat(((Known) trend.slope()).interval().orElseThrow().contains(0))
                    .isTrue();
        }

        @Test
        @DisplayName("a hundred times as much evidence of the same: steady")
        void steady() {
            assertThat(trend(IntStream.of(QUIET).map(k -> 600 + k).toArray()).verdict())
                    .isEqualTo(TrendVerdict.of(Movement.STEADY));
        }

        @Test
        @DisplayName("of no-shows a rise is a decline: the direction of the KPI decides")
        void direction() {
            var lessIsBetter =
                    io.coaching.kpi.Kpi.builder().from(DEMOS).lowerIsBetter().build();
            Coaching coaching = new Desk().weekly(ANA, from(16, 4)).open();

            assertThat(coaching.trend(lessIsBetter)
                            .over(weeks(26))
                            .of(ANA)
                            .verdict()
                            .movement())
                    .isEqualTo(Movement.IMPROVING);
        }

        @Test
        @DisplayName("a slow slide has a slope, by week and with an interval, whatever else is found")
        void slide() {
            int[] slide = IntStream.range(0, 26).map(k -> QUIET[k] + 12 - k / 2).toArray();
            Trend trend = trend(slide);

            assertThat(trend.verdict().movement()).isEqualTo(Movement.DECLINING);
            assertThat(((Known) trend.slope()).interval().orElseThrow().contains(-0.5))
                    .isTrue();
            assertThat(((Known) trend.slope()).method()).contains("Poisson");
            assertThat(trend.secondOpinion().orThrow()).isCloseTo(-0.5, within(0.1));
            assertThat(trend.mannKendallP().orElseThrow()).isLessThan(0.001);
        }

        @Test
        @DisplayName("one week far out is a signal, and no trend")
        void signal() {
            int[] spike = QUIET.clone();
            spike[12] = 19;
            Trend trend = trend(spike);

            assertThat(trend.signals()).anySatisfy(s -> {
                assertThat(s.chart()).isEqualTo(Signal.Chart.INDIVIDUALS);
                assertThat(s.period()).isEqualTo(Span.of(week(12), week(13)));
                assertThat(s.better()).isTrue();
            });
            assertThat(trend.verdict().movement()).isEqualTo(Movement.CANNOT_TELL);
        }

        @Test
        @DisplayName("a step makes none of the weeks round it extraordinary: each is judged by its own level")
        void levels() {
            Trend step = plain(30, 31, 29, 30, 32, 29, 20, 21, 19, 20, 22, 18);
            assertThat(step.since()).contains(week(6));
            assertThat(step.signals()).isEmpty();

            // 27 is what was usual before the step, and out of the ordinary after it
            Trend back = plain(
                    30, 31, 29, 30, 32, 29, 31, 30, 29, 31, 20, 21, 19, 20, 22, 19, 20, 27, 20, 21, 19, 20, 21, 19);
            assertThat(back.since()).contains(week(10));
            assertThat(back.signals())
                    .filteredOn(s -> s.chart() == Signal.Chart.INDIVIDUALS)
                    .singleElement()
                    .satisfies(s -> {
                        assertThat(s.period()).isEqualTo(Span.of(week(17), week(18)));
                        assertThat(s.better()).isTrue();
                    });
        }

        private Trend plain(double... values) {
            List<Span> periods = IntStream.range(0, values.length)
                    .mapToObj(k -> Span.of(week(k), week(k + 1)))
                    .toList();
            return TrendAnalysis.standard().of(DEMOS, periods, values);
        }
    }

    @Nested
    @DisplayName("Only whole periods that may stand beside each other count")
    class Periods {
        @Test
        @DisplayName("a week that the span cuts and the week that is running are left out, with the reason")
        void cutAndRunning() {
            Trend trend = new Desk()
                    .weekly(ANA, QUIET)
                    .asOf(week(20).plusDays(3))
                    .open()
                    .trend(DEMOS)
                    .over(Span.of(MONDAY.plusDays(2), week(26)))
                    .of(ANA);

            assertThat(trend.n()).isEqualTo(19);
            assertThat(trend.points().get(0).leftOut()).contains(Omission.CUT);
            assertThat(trend.points().get(0).value()).isEmpty();
            assertThat(trend.points().get(20).leftOut()).contains(Omission.RUNNING);
            assertThat(trend.leftOut().get(Omission.RUNNING)).hasSize(6);
            assertThat(trend.explain()).contains("Periods left out: 1, cut by the span (2026-W02)");
        }

        @Test
        @DisplayName("weeks without a demo are zeros, weeks on leave are no part of it, and the leave is no decline")
        void zerosAndLeave() {
            int[] demos = QUIET.clone();
            demos[3] = 0;
            for (int k = 20; k < 26; k++) {
                demos[k] = 0;
            }
            Span away = Span.of(week(20).plusDays(3), week(26));
            Desk desk = new Desk().weekly(ANA, demos).roster(r -> r.addLeaves(Leave.of(ANA, away)));
            Trend trend = desk.open().trend(DEMOS).over(weeks(26)).of(ANA);

            assertThat(trend.points().get(3).value()).hasValue(0);
            assertThat(trend.points().get(3).leftOut()).isEmpty();
            // away on two of five working days in week 20: it counts, for the three days she was there
            assertThat(trend.points().get(20).leftOut()).isEmpty();
            assertThat(trend.points().get(21).leftOut()).contains(Omission.ON_LEAVE);
            assertThat(trend.n()).isEqualTo(21);
            assertThat(trend.verdict().movement()).isNotEqualTo(Movement.DECLINING);
        }

        @Test
        @DisplayName("weeks before the hire, in ramp and after the exit are no part of it; with ramp, the ramp is")
        void hireRampExit() {
            Desk desk = new Desk()
                    .weekly(ANA, QUIET)
                    .person(Person.builder()
                            .id(ANA)
                            .hired(week(2))
                            .lastDay(week(22))
                            .build())
                    .roster(r -> r.rampRule(RampRule.afterMonths(1)));
            TrendQuestion question = desk.open().trend(DEMOS).over(weeks(26));

            Trend trend = question.of(ANA);
            assertThat(trend.points().get(1).leftOut()).contains(Omission.NOT_YET_HIRED);
            // hired on 19 January, ramped from 19 February, a Thursday: that week begins in ramp
            assertThat(trend.points().get(6).leftOut()).contains(Omission.RAMPING);
            assertThat(trend.points().get(7).leftOut()).isEmpty();
            assertThat(trend.points().get(24).leftOut()).contains(Omission.LEFT);
            assertThat(question.withRamp().of(ANA).n()).isEqualTo(trend.n() + 5);
        }

        @Test
        @DisplayName("a week with three holidays and 40 % of the demos is a usual week, and shown as it was")
        void holidays() {
            int[] demos = IntStream.range(0, 20).map(k -> 50).toArray();
            demos[10] = 20;
            BusinessCalendar calendar = BusinessCalendar.builder()
                    .zone(ZoneId.of("Europe/Paris"))
                    .addHolidays(week(10), week(10).plusDays(3), week(10).plusDays(4))
                    .build();
            Trend trend = new Desk()
                    .weekly(ANA, demos)
                    .calendar(calendar)
                    .open()
                    .trend(DEMOS)
                    .over(weeks(20))
                    .of(ANA);

            assertThat(trend.points().get(10).value()).hasValue(20);
            assertThat(trend.points().get(10).standard()).hasValue(50);
            assertThat(trend.verdict()).isEqualTo(TrendVerdict.none(Reason.NO_VARIATION));
        }

        @Test
        @DisplayName("the week in which clocks change is a week like any other")
        void clockChange() {
            Trend trend = new Desk()
                    .weekly(ANA, IntStream.range(0, 20).map(k -> 5).toArray())
                    .open()
                    .trend(DEMOS)
                    .over(weeks(20))
                    .of(ANA);

            // clocks go forward on Sunday 29 March 2026 in Paris
            TrendPoint week = trend.points().stream()
                    .filter(p -> p.period().contains(LocalDate.of(2026, 3, 29)))
                    .findFirst()
                    .orElseThrow();
            assertThat(week.period().days()).isEqualTo(7);
            assertThat(week.standard()).hasValue(5);
        }

        @Test
        @DisplayName("2026 has 53 weeks: the last is a week of its own, between W52 and 2027-W01")
        void longYear() {
            Trend trend = new Desk()
                    .weekly(ANA, IntStream.range(0, 56).map(k -> 4 + k % 3).toArray())
                    .asOf(LocalDate.of(2027, 2, 28))
                    .open()
                    .trend(DEMOS)
                    .over(weeks(56))
                    .of(ANA);

            assertThat(trend.points().stream().map(TrendPoint::label))
                    .containsSequence("2026-W52", "2026-W53", "2027-W01")
                    .hasSize(56);
            assertThat(trend.n()).isEqualTo(56);
        }

        @Test
        @DisplayName(
                "in 4-4-5 months a month of five weeks is no better than one of four: what counts is a working day")
        void fourFourFive() {
            BusinessCalendar calendar = BusinessCalendar.builder()
                    .zone(ZoneId.of("Europe/Paris"))
                    .fiscalYear(WeekBasedFiscalYear.builder()
                            .pattern(WeekPattern.WEEKS_4_4_5)
                            .endMonth(Month.DECEMBER)
                            .endDay(DayOfWeek.SUNDAY)
                            .endRule(YearEndRule.LAST_WEEKDAY_OF_MONTH)
                            .build())
                    .build();
            Trend trend = new Desk()
                    .weekly(ANA, IntStream.range(0, 39).map(k -> 10).toArray())
                    .calendar(calendar)
                    .open()
                    .trend(DEMOS)
                    .monthly()
                    .over(weeks(39))
                    .of(ANA);

            assertThat(trend.points().stream()
                            .filter(p -> p.leftOut().isEmpty())
                            .map(p -> p.value().orElseThrow()))
                    .containsExactly(40.0, 50.0, 40.0, 40.0, 50.0, 40.0, 40.0, 50.0);
            assertThat(trend.values()).containsOnly(40.0);
            assertThat(trend.verdict()).isEqualTo(TrendVerdict.none(Reason.NO_VARIATION));
        }
    }

    @Nested
    @DisplayName("One bad series has a typed reason, the others their answers")
    class BadSeries {
        private static final PersonId BEN = PersonId.of("ben");
        private static final PersonId CLEO = PersonId.of("cleo");
        private static final PersonId DAN = PersonId.of("dan");

        @Test
        @DisplayName("equal weeks, a newcomer and somebody who was never seen, beside one who slides")
        void reasons() {
            TrendTable table = new Desk()
                    .weekly(ANA, from(16, 4))
                    .weekly(BEN, IntStream.range(0, 26).map(k -> 5).toArray())
                    .person(Person.of(CLEO, week(24)))
                    .weekly(CLEO, QUIET)
                    .weekly(DAN)
                    .open()
                    .trend(DEMOS)
                    .over(weeks(26))
                    .everyone();

            assertThat(table.row(ANA).orElseThrow().verdict()).isEqualTo(TrendVerdict.of(Movement.DECLINING));
            assertThat(table.row(BEN).orElseThrow().verdict()).isEqualTo(TrendVerdict.none(Reason.NO_VARIATION));
            assertThat(table.row(CLEO).orElseThrow().verdict())
                    .isEqualTo(TrendVerdict.none(Reason.TOO_FEW_OBSERVATIONS));
            assertThat(table.row(DAN).orElseThrow().verdict()).isEqualTo(TrendVerdict.none(Reason.NO_DATA));
            assertThat(table.that(Movement.DECLINING)).containsExactly(ANA);
            assertThat(table.toString()).isEqualTo("demos-held: of 4 people 1 declining, 0 improving, 0 steady");
            assertThat(table.explain()).contains("1 declining").contains("3 without a verdict");
            assertThat(table.rows().rows()).hasSize(4);
        }

        @Test
        @DisplayName("a caller's mistake is none of these: it throws, and says what would be right")
        void mistakes() {
            Coaching coaching = new Desk().weekly(ANA, QUIET).open();

            assertThatThrownBy(() -> coaching.trend(DEMOS).of(ANA))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(".over(");
            assertThatThrownBy(() -> coaching.trend(DEMOS).over(weeks(9)).of(BEN))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("ben");
        }
    }

    @Nested
    @DisplayName("Against the peers")
    class AgainstPeers {
        private Coaching desk(int from, int less) {
            Desk desk = new Desk().weekly(ANA, from(from, less));
            for (int p = 0; p < 7; p++) {
                int shift = 3 * p + 1;
                // the whole desk has a bad week 12: that is nobody's own
                desk.weekly(
                        PersonId.of("p" + p),
                        IntStream.range(0, 26)
                                .map(k -> k == 12 ? 1 : QUIET[(k + shift) % 26])
                                .toArray());
            }
            return desk.open();
        }

        @Test
        @DisplayName("she has been behind since about week 16, for ten weeks, by some four demos")
        void behind() {
            PeerTrend trend = desk(16, 4)
                    .trend(DEMOS)
                    .over(weeks(26))
                    .against(Peers.everyone())
                    .of(ANA);

            assertThat(trend.standing()).isEqualTo(PeerStanding.BEHIND);
            assertThat(trend.since()).contains(week(16));
            assertThat(trend.earliest().orElseThrow()).isBetween(week(13), week(16));
            assertThat(trend.periods()).isEqualTo(10);
            assertThat(trend.periodsThatSide()).isGreaterThanOrEqualTo(9);
            assertThat(trend.gap().orThrow()).isCloseTo(-4, within(0.8));
            assertThat(trend.points())
                    .hasSize(26)
                    .allSatisfy(p -> assertThat(p.peers()).isEqualTo(7));
            assertThat(trend.toString()).startsWith("demos-held of ana: BEHIND since " + week(16) + " (10 periods)");
            assertThat(trend.explain()).contains("since " + week(16), "in 10 of 10 periods");
        }

        @Test
        @DisplayName("behind in every week: throughout, and no date is made up")
        void throughout() {
            PeerTrend trend = desk(0, 3)
                    .trend(DEMOS)
                    .over(weeks(26))
                    .against(Peers.everyone())
                    .of(ANA);

            assertThat(trend.standing()).isEqualTo(PeerStanding.BEHIND);
            assertThat(trend.since()).isEmpty();
            assertThat(trend.periods()).isEqualTo(26);
            assertThat(trend.toString()).contains("BEHIND throughout (26 periods)");
        }

        @Test
        @DisplayName("like the others: neither behind nor ahead")
        void level() {
            PeerTrend trend = desk(26, 0)
                    .trend(DEMOS)
                    .over(weeks(26))
                    .against(Peers.everyone())
                    .of(ANA);

            assertThat(trend.standing()).isEqualTo(PeerStanding.NOT_DISTINGUISHABLE);
            assertThat(trend.since()).isEmpty();
        }

        @Test
        @DisplayName("a colleague sees nothing of her, she herself no medians of seven hidden peers, a programme all")
        void viewers() {
            PeerTrendQuestion question =
                    desk(16, 4).trend(DEMOS).over(weeks(26)).as(Viewer.rep(ANA)).against(Peers.everyone());
            PeerTrend own = question.of(ANA);
            assertThat(own.standing()).isEqualTo(PeerStanding.BEHIND);
            assertThat(own.gap().isKnown()).isFalse();
            assertThat(own.points()).allSatisfy(p -> assertThat(p.peerMedian()).isEmpty());
            assertThat(own.explain()).contains("BEHIND");

            PeerTrend other = question.of(PersonId.of("p1"));
            assertThat(other.reason()).contains(Reason.NOT_PERMITTED);
            assertThat(other.points()).isEmpty();

            PeerTrend seen = desk(16, 4)
                    .trend(DEMOS)
                    .over(weeks(26))
                    .as(Viewer.programme())
                    .against(Peers.everyone())
                    .of(ANA);
            assertThat(seen.gap().isKnown()).isTrue();
        }

        @Test
        @DisplayName("two peers are too few")
        void tooFew() {
            PeerTrend trend = new Desk()
                    .weekly(ANA, QUIET)
                    .weekly(PersonId.of("b"), QUIET)
                    .weekly(PersonId.of("c"), QUIET)
                    .open()
                    .trend(DEMOS)
                    .over(weeks(26))
                    .against(Peers.everyone())
                    .of(ANA);

            assertThat(trend.reason()).contains(Reason.TOO_FEW_PEERS);
        }
    }

    @Nested
    @DisplayName("Progress since a day")
    class Since {
        @Test
        @DisplayName("twice as many demos since Wednesday of week 10; that week is neither before nor after")
        void better() {
            int[] demos =
                    IntStream.range(0, 20).map(k -> QUIET[k] * (k < 10 ? 1 : 2)).toArray();
            Progress progress = new Desk()
                    .weekly(ANA, demos)
                    .open()
                    .trend(DEMOS)
                    .over(weeks(20))
                    .since(week(10).plusDays(2))
                    .of(ANA);

            assertThat(progress.verdict()).isEqualTo(TrendVerdict.of(Movement.IMPROVING));
            assertThat(progress.points().get(10).leftOut()).contains(Omission.BOTH_SIDES);
            assertThat(progress.before().orThrow()).isCloseTo(60 / 10.0, within(1e-9));
            assertThat(((Known) progress.after()).n()).isEqualTo(9);
            double after = IntStream.range(11, 20).map(k -> demos[k]).average().orElseThrow();
            assertThat(progress.after().orThrow()).isCloseTo(after, within(1e-9));
            assertThat(((Known) progress.difference()).interval().orElseThrow().low())
                    .isGreaterThan(2);
            assertThat(progress.toString()).contains("IMPROVING, 6.00 -> ");
            assertThat(progress.explain()).contains("no proof of an effect");
        }

        @Test
        @DisplayName("a day on a Monday cuts no week")
        void monday() {
            Progress progress = new Desk()
                    .weekly(ANA, QUIET)
                    .open()
                    .trend(DEMOS)
                    .over(weeks(20))
                    .since(week(10))
                    .of(ANA);

            assertThat(progress.points())
                    .allSatisfy(p -> assertThat(p.leftOut()).isEmpty());
            assertThat(progress.verdict()).isEqualTo(TrendVerdict.of(Movement.CANNOT_TELL));
        }

        @Test
        @DisplayName("one week since is too few, and a day outside of the span is a mistake")
        void edges() {
            TrendQuestion question =
                    new Desk().weekly(ANA, QUIET).open().trend(DEMOS).over(weeks(20));

            assertThat(question.since(week(19)).of(ANA).verdict())
                    .isEqualTo(TrendVerdict.none(Reason.TOO_FEW_OBSERVATIONS));
            assertThatThrownBy(() -> question.since(week(30)).of(ANA)).hasMessageContaining("day must be in the span");
        }
    }

    @Nested
    @DisplayName("As someone may see it")
    class Viewers {
        @Test
        @DisplayName("a rep sees the own trend, not that of a colleague, and a table of one")
        void rep() {
            PersonId ben = PersonId.of("ben");
            Coaching coaching =
                    new Desk().weekly(ANA, from(16, 4)).weekly(ben, QUIET).open();
            TrendQuestion question = coaching.trend(DEMOS).over(weeks(26)).as(Viewer.rep(ANA));

            assertThat(question.of(ANA).verdict().movement()).isEqualTo(Movement.DECLINING);
            Trend other = question.of(ben);
            assertThat(other.verdict()).isEqualTo(TrendVerdict.none(Reason.NOT_PERMITTED));
            assertThat(other.points()).isEmpty();
            assertThat(other.table()).doesNotContain("2026");
            assertThat(question.everyone().people()).hasSize(1);
            assertThat(question.everyone().hiddenPersons()).isEqualTo(1);
            // two people: who knows the own figures knows the other's from the total
            assertThat(question.together(Everyone.EVERYONE).verdict().reason()).isPresent();
            assertThat(coaching.trend(DEMOS)
                            .over(weeks(26))
                            .together(Everyone.EVERYONE)
                            .n())
                    .isEqualTo(26);
        }
    }

    @Nested
    @DisplayName("The cadence")
    class Cadences {
        @Test
        @DisplayName("without a known sales cycle months, and weeks where there are fewer than eight whole months")
        void matched() {
            Coaching coaching = new Desk().weekly(ANA, QUIET).open();

            assertThat(coaching.trend(DEMOS)
                            .matchedToCycle()
                            .over(Span.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 1)))
                            .of(ANA)
                            .cadence())
                    .contains(Cadence.MONTHLY);
            assertThat(coaching.trend(DEMOS)
                            .matchedToCycle()
                            .over(weeks(26))
                            .of(ANA)
                            .cadence())
                    .contains(Cadence.WEEKLY);
        }
    }

    @Nested
    @DisplayName("Plain values, without any store")
    class Plain {
        @Test
        @DisplayName("numbers with their periods, or a panel with a gap, give the same kind of answer")
        void plain() {
            List<Span> periods = IntStream.range(0, 12)
                    .mapToObj(m -> Span.month(2026, m + 1))
                    .toList();
            double[] falling = {30, 31, 29, 30, 32, 29, 20, 21, 19, 20, 22, 19};
            Trend trend = TrendAnalysis.standard().of(DEMOS, periods, falling);

            assertThat(trend.verdict().movement()).isEqualTo(Movement.DECLINING);
            assertThat(trend.since()).contains(LocalDate.of(2026, 7, 1));
            assertThat(trend.values()).containsExactly(falling);
            assertThat(((Known) trend.slope()).method()).isEqualTo("Theil-Sen");
        }
    }
}
