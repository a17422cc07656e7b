package io.coaching.json;

import static io.coaching.base.Everyone.EVERYONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.coaching.Coaching;
import io.coaching.base.Estimate;
import io.coaching.base.Known;
import io.coaching.base.MessageCode;
import io.coaching.base.Outcome;
import io.coaching.base.Reason;
import io.coaching.base.RegionId;
import io.coaching.base.Subject;
import io.coaching.data.CoachingData;
import io.coaching.data.Finding;
import io.coaching.kpi.Kpi;
import io.coaching.kpi.KpiCatalogue;
import io.coaching.kpi.StandardKpis;
import io.coaching.process.SalesProcess;
import io.coaching.target.BackSolve;
import io.coaching.target.FunnelPlanQuestion;
import io.coaching.target.StageRounding;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Every figure of the public "CRM Sales Opportunities" data set that was computed elsewhere (pandas, and again in R), as of
 * 2017-12-31: by region and company, by quarter and over all.
 */
class CrmAnswersTest {
    private static final Path DATA = Path.of(System.getProperty("coaching.data", "../../shared/data"));
    private static final Span ALL = Span.of(LocalDate.of(2016, 10, 1), LocalDate.of(2018, 1, 1));
    private static final Map<String, Kpi> KPIS = Map.ofEntries(
            Map.entry("started", StandardKpis.OPPORTUNITY_STARTS),
            Map.entry("started_list_value", StandardKpis.DOLLARS_IN_STARTS),
            Map.entry("won", StandardKpis.DEALS_WON),
            Map.entry("lost", StandardKpis.DEALS_LOST),
            Map.entry("win_rate", StandardKpis.WIN_RATE),
            Map.entry("won_value", StandardKpis.BOOKINGS),
            Map.entry("avg_deal_size", StandardKpis.AVERAGE_DEAL_SIZE),
            Map.entry("median_deal_size", StandardKpis.MEDIAN_DEAL_SIZE),
            Map.entry("mean_cycle_won_days", StandardKpis.SALES_CYCLE),
            Map.entry("median_cycle_won_days", StandardKpis.MEDIAN_SALES_CYCLE),
            Map.entry("mean_days_to_loss", StandardKpis.TIME_TO_LOSS),
            Map.entry("median_days_to_loss", StandardKpis.MEDIAN_TIME_TO_LOSS),
            Map.entry("open_at_end", StandardKpis.OPEN_OPPORTUNITIES),
            Map.entry("velocity_closed_per_day", StandardKpis.CLOSED_SALES_VELOCITY),
            Map.entry("velocity_open_per_day", StandardKpis.SALES_VELOCITY));

    private static CoachingData data = CoachingData.builder()
            .asOf(LocalDate.of(2017, 12, 31))
            .calendar(BusinessCalendar.standard(ZoneId.of("UTC")))
            .build();

    @BeforeAll
    static void read() {
        assumeTrue(Files.isDirectory(DATA.resolve("answers")), "the data set and its answers are not here: " + DATA);
        Outcome<CrmData> crm =
                CrmFolder.of(DATA.resolve("crm-sales-opportunities")).read();
        data = crm.value()
                .toData(KpiCatalogue.standard())
                .problems(crm.problems())
                .process(SalesProcess.simple())
                .asOf(LocalDate.of(2017, 12, 31))
                .calendar(BusinessCalendar.standard(ZoneId.of("America/New_York")))
                .build();
    }

    private static List<Map<String, String>> answers(String file) throws IOException {
        List<String> lines = Files.readAllLines(DATA.resolve("answers").resolve(file));
        String[] heads = lines.get(0).split(",", -1);
        var rows = new ArrayList<Map<String, String>>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            var row = new HashMap<String, String>();
            for (int i = 0; i < heads.length; i++) {
                row.put(heads[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    /** Compares every column that is a KPI; says how many cells were compared. */
    private static int compare(Map<String, String> row, Subject subject, Span span) {
        int cells = 0;
        for (Map.Entry<String, Kpi> entry : KPIS.entrySet()) {
            String expected = row.get(entry.getKey());
            if (expected == null) {
                continue;
            }
            Estimate found = data.value(entry.getValue(), subject, span);
            String what = entry.getKey() + " of " + subject + " in " + span;
            if (expected.isEmpty()) {
                assertThat(found.whyNot()).as(what).isPresent();
            } else {
                double value = Double.parseDouble(expected);
                assertThat(found.orThrow()).as(what).isCloseTo(value, within(1e-9 * Math.max(1, Math.abs(value))));
            }
            cells++;
        }
        if (!cell(row, "win_rate").isEmpty()) {
            Known rate = (Known) data.value(StandardKpis.WIN_RATE, subject, span);
            assertThat(rate.interval().orElseThrow().low())
                    .isCloseTo(Double.parseDouble(cell(row, "win_rate_wilson95_lo")), within(1e-9));
            assertThat(rate.interval().orElseThrow().high())
                    .isCloseTo(Double.parseDouble(cell(row, "win_rate_wilson95_hi")), within(1e-9));
            assertThat(rate.n()).isEqualTo(Long.parseLong(cell(row, "closed")));
        }
        return cells;
    }

    private static RegionId region(Map<String, String> row) {
        return RegionId.of(OpportunityCsv.slug(cell(row, "regional_office")));
    }

    private static Span quarter(String label) {
        return Span.quarter(Integer.parseInt(label.substring(0, 4)), Integer.parseInt(label.substring(5)));
    }

    @Test
    @DisplayName("all quarters of all regions: 15 figures each, and 2016Q4 has no win rate for anyone")
    void regionsByQuarter() throws IOException {
        int cells = 0;
        for (Map<String, String> row : answers("kpi_by_region_quarter.csv")) {
            cells += compare(row, region(row), quarter(cell(row, "quarter")));
        }

        assertThat(cells).isEqualTo(15 * KPIS.size());
        assertThat(data.value(StandardKpis.WIN_RATE, EVERYONE, Span.quarter(2016, 4)))
                .isEqualTo(Estimate.undefined(Reason.NOTHING_DECIDED));
    }

    @Test
    @DisplayName("the company by quarter and over all: 8,300 started, 4,238 won, 2,473 lost, win rate 0.6315005")
    void company() throws IOException {
        for (Map<String, String> row : answers("kpi_by_company_quarter.csv")) {
            assertThat(compare(row, EVERYONE, quarter(cell(row, "quarter")))).isEqualTo(KPIS.size());
        }
        for (Map<String, String> row : answers("kpi_by_company_all.csv")) {
            assertThat(compare(row, EVERYONE, ALL)).isEqualTo(KPIS.size());
        }
        for (Map<String, String> row : answers("kpi_by_region_all.csv")) {
            assertThat(compare(row, region(row), ALL)).isEqualTo(KPIS.size());
        }
        assertThat(data.value(StandardKpis.WIN_RATE, EVERYONE, ALL).orThrow()).isCloseTo(0.6315005, within(5e-8));
        assertThat(data.value(StandardKpis.AVERAGE_DEAL_SIZE, EVERYONE, ALL).orThrow())
                .isCloseTo(2360.909, within(5e-4));
    }

    @Test
    @DisplayName("the rate of a region is pooled; the unweighted mean of its agents' rates is another figure")
    void pooledNotAveraged() throws IOException {
        for (Map<String, String> row : answers("kpi_by_region_all.csv")) {
            RegionId region = region(row);
            double mean = data.roster().members(region, data.asOf()).stream()
                    .map(person -> data.value(StandardKpis.WIN_RATE, person, ALL))
                    .filter(Estimate::isKnown)
                    .mapToDouble(Estimate::orThrow)
                    .average()
                    .orElseThrow();

            assertThat(mean)
                    .isCloseTo(Double.parseDouble(cell(row, "unweighted_mean_of_agent_win_rates")), within(1e-9));
            assertThat(data.value(StandardKpis.WIN_RATE, region, ALL).orThrow()).isNotEqualTo(mean);
        }
    }

    @Test
    @DisplayName(
            "100,000 takes 42.357 deals (43) and 67.073 opportunities (68; 69 from the rounded deals); all rows of the answers")
    void quotaWorkedBack() throws IOException {
        FunnelPlanQuestion question = Coaching.of(data)
                .plan(StandardKpis.OPPORTUNITY_STARTS)
                .to(StandardKpis.DEALS_WON)
                .over(ALL);
        List<Map<String, String>> rows = answers("quota_backsolve.csv");
        for (Map<String, String> row : rows) {
            Subject subject = cell(row, "level").equals("company")
                    ? EVERYONE
                    : RegionId.of(OpportunityCsv.slug(cell(row, "group")));
            double quota = Double.parseDouble(cell(row, "quota"));
            BackSolve exact = question.of(subject).backSolve(quota);
            BackSolve rounded =
                    question.of(subject).with(StageRounding.CEILING_OF_ROUNDED).backSolve(quota);

            close(exact.dealSize(), row, "asp");
            close(exact.stages().get(0).conversion().orElseThrow(), row, "win_rate");
            close(exact.stages().get(1).exact(), row, "deals_needed_exact");
            close(exact.stages().get(0).exact(), row, "opps_needed_exact");
            assertThat(exact.stages().get(1).whole()).hasValue(Long.parseLong(cell(row, "deals_needed_ceil")));
            assertThat(exact.stages().get(0).whole()).hasValue(Long.parseLong(cell(row, "opps_needed_ceil_of_exact")));
            assertThat(rounded.stages().get(0).whole())
                    .hasValue(Long.parseLong(cell(row, "opps_needed_from_ceiled_deals")));
        }
        BackSolve company = question.of(EVERYONE).backSolve(100_000);

        assertThat(rows).hasSize(8);
        assertThat(company.exactNeeds()[1]).isCloseTo(42.357, within(5e-4));
        assertThat(company.exactNeeds()[0]).isCloseTo(67.073, within(5e-4));
    }

    private static void close(Estimate found, Map<String, String> row, String column) {
        double expected = Double.parseDouble(cell(row, column));
        assertThat(found.orThrow()).as(column + " of " + row).isCloseTo(expected, within(1e-9 * Math.max(1, expected)));
    }

    @Test
    @DisplayName("the report names five idle agents, 1,425 deals without account, and the product spelled otherwise")
    void quality() {
        Finding idle = finding(MessageCode.QUALITY_IDLE_PERSONS);
        assertThat(idle.examples())
                .containsExactly(
                        "carl-lin", "carol-thompson", "elizabeth-anderson", "mei-mei-johns", "natalya-ivanova");
        assertThat(finding(MessageCode.QUALITY_NO_ACCOUNT).count()).isEqualTo(1425);
        assertThat(finding(MessageCode.QUALITY_NOT_STARTED).count()).isEqualTo(500);
        assertThat(finding(MessageCode.QUALITY_CLOSED_ON_DAY_OFF).count()).isEqualTo(1908);
        assertThat(finding(MessageCode.QUALITY_ALIKE_BUT_FOR_ID).count()).isEqualTo(461);
        assertThat(data.quality().explain()).contains("GTXPro").contains("1,480");
    }

    private static Finding finding(MessageCode code) {
        return data.quality()
                .finding(code)
                .orElseThrow(() ->
                        new AssertionError(code + " is not in " + data.quality().explain()));
    }
}
