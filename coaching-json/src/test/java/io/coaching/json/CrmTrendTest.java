package io.coaching.json;

import static io.coaching.base.Everyone.EVERYONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.coaching.Coaching;
import io.coaching.base.Outcome;
import io.coaching.base.Reason;
import io.coaching.kpi.KpiCatalogue;
import io.coaching.kpi.StandardKpis;
import io.coaching.process.SalesProcess;
import io.coaching.stats.LineFit;
import io.coaching.stats.MannKendall;
import io.coaching.stats.Series;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Cadence;
import io.coaching.time.Span;
import io.coaching.trend.Movement;
import io.coaching.trend.Omission;
import io.coaching.trend.Trend;
import io.coaching.trend.Watch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The public "CRM Sales Opportunities" data set, whose deals close from Wednesday 2017-03-01 on: p values computed elsewhere (scipy),
 * and the trap in its first week.
 */
class CrmTrendTest {
    private static final Path DATA = Path.of(System.getProperty("coaching.data", "../../shared/data"));
    private static final Span CLOSING = Span.of(LocalDate.of(2017, 3, 1), LocalDate.of(2018, 1, 1));

    @SuppressWarnings("NullAway.Init")
    private static Coaching coaching;

    @BeforeAll
    static void read() {
        Path folder = DATA.resolve("crm-sales-opportunities");
        assumeTrue(Files.isDirectory(folder), "the data set is not here: " + folder);
        Outcome<CrmData> crm = CrmFolder.of(folder).read();
        coaching = Coaching.of(crm.value()
                .toData(KpiCatalogue.standard())
                .problems(crm.problems())
                .process(SalesProcess.simple())
                .asOf(LocalDate.of(2017, 12, 31))
                .calendar(BusinessCalendar.standard(ZoneId.of("America/New_York")))
                .build());
    }

    private static double[] totals(Trend trend) {
        return trend.points().stream()
                .filter(p -> p.leftOut().isEmpty())
                .mapToDouble(p -> p.value().orElseThrow())
                .toArray();
    }

    private static void isQuiet(double[] totals, double leastSquares, double mannKendall) {
        assertThat(LineFit.of(Series.of(totals)).orThrow().pValue()).isCloseTo(leastSquares, within(0.005));
        assertThat(MannKendall.of(Series.of(totals)).orThrow().pValue()).isCloseTo(mannKendall, within(0.005));
    }

    @Test
    @DisplayName("won value by week: 43 whole weeks from 2017-03-06, least squares p 0.91, Mann-Kendall 0.82, no trend")
    void weeks() {
        Trend trend =
                coaching.trend(StandardKpis.BOOKINGS).weekly().over(CLOSING).together(EVERYONE);

        assertThat(trend.n()).isEqualTo(43);
        assertThat(trend.leftOut()).isEqualTo(Map.of(Omission.CUT, List.of("2017-W09")));
        isQuiet(totals(trend), 0.91, 0.82);
        assertThat(trend.verdict().movement()).isNotIn(Movement.IMPROVING, Movement.DECLINING);
        assertThat(trend.change()).isEmpty();
    }

    @Test
    @DisplayName("by month: 10 whole months, least squares p 0.99, Mann-Kendall 1.00, no trend")
    void months() {
        Trend trend =
                coaching.trend(StandardKpis.BOOKINGS).monthly().over(CLOSING).together(EVERYONE);

        assertThat(trend.n()).isEqualTo(10);
        isQuiet(totals(trend), 0.99, 1.00);
        assertThat(trend.verdict().movement()).isNotIn(Movement.IMPROVING, Movement.DECLINING);
    }

    @Test
    @DisplayName(
            "the broken first week, let in by a span that begins before anything could close, would give 0.70 and 0.58")
    void brokenWeek() {
        Trend trend = coaching.trend(StandardKpis.BOOKINGS)
                .weekly()
                .over(Span.of(LocalDate.of(2017, 2, 27), LocalDate.of(2018, 1, 1)))
                .together(EVERYONE);

        assertThat(trend.n()).isEqualTo(44);
        isQuiet(totals(trend), 0.70, 0.58);
    }

    @Test
    @DisplayName("thirty agents on won value, deals and win rate: nobody slides; five without a deal cannot be judged")
    void agents() {
        Watch watch = coaching.watch(StandardKpis.BOOKINGS, StandardKpis.DEALS_WON, StandardKpis.WIN_RATE)
                .weekly()
                .over(CLOSING)
                .everyone();

        assertThat(watch.flagged()).isEmpty();
        assertThat(watch.quiet()).isEqualTo(90);
        assertThat(watch.toString()).isEqualTo("0 of 90 series slide, nobody needs a word");
        assertThat(watch.undefined().values().stream().mapToInt(x -> x).sum()).isPositive();
        assertThat(watch.undefined()).containsKey(Reason.NO_DATA);
    }

    @Test
    @DisplayName("a median cycle of 57 days is matched by months")
    void cadence() {
        assertThat(coaching.trend(StandardKpis.BOOKINGS)
                        .matchedToCycle()
                        .over(CLOSING)
                        .together(EVERYONE)
                        .cadence())
                .contains(Cadence.MONTHLY);
    }
}
