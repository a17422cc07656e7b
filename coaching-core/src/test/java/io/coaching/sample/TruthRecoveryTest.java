package io.coaching.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.coaching.Coaching;
import io.coaching.benchmark.ScanCell;
import io.coaching.benchmark.Standing;
import io.coaching.kpi.Kpi;
import io.coaching.kpi.StandardKpis;
import io.coaching.time.Span;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A few companies of what docs/evidence.md measures on many, with bounds that leave room for luck but not for a mistake. */
@DisplayName("The benchmark of a company whose truth is known")
class TruthRecoveryTest {
    private static final Span QUARTER = Span.quarter(2026, 3);
    private static final Kpi[] KPIS = {
        StandardKpis.CALLS,
        StandardKpis.CONNECT_RATE,
        StandardKpis.EMAILS,
        StandardKpis.MEETINGS_BOOKED,
        StandardKpis.DEMOS_SET,
        StandardKpis.OPPORTUNITY_STARTS,
        StandardKpis.WIN_RATE,
        StandardKpis.AVERAGE_DEAL_SIZE,
        StandardKpis.SALES_CYCLE
    };

    @Test
    @DisplayName("flags next to nobody where nobody differs: at most 1 % of all cells")
    void withoutDifferences() {
        List<ScanCell> cells = LongStream.rangeClosed(1, 2)
                .mapToObj(seed -> cells(SampleCompany.of(seed).withoutDifferences()))
                .flatMap(List::stream)
                .toList();
        assertThat(cells).hasSizeGreaterThan(800);
        assertThat(cells.stream().filter(TruthRecoveryTest::isFlag)).hasSizeLessThanOrEqualTo(cells.size() / 100);
    }

    @Test
    @DisplayName(
            "finds most planted differences, none of them reversed, and is hardly ever on the wrong side of the truth")
    void planted() {
        int planted = 0;
        int found = 0;
        int reversed = 0;
        int flags = 0;
        int wrong = 0;
        for (long seed = 1; seed <= 2; seed++) {
            SampleCompany company = SampleCompany.of(10_000 + seed);
            for (ScanCell cell : cells(company)) {
                TrueValue truth = company.truth().of(cell.person(), cell.kpi()).orElse(null);
                if (truth == null) {
                    continue;
                }
                boolean better = company.catalogue().kpi(cell.kpi()).direction().better(truth.factor() - 1) > 0;
                boolean ahead = cell.verdict().standing() == Standing.AHEAD;
                flags += isFlag(cell) ? 1 : 0;
                wrong += isFlag(cell) && ahead != better ? 1 : 0;
                if (truth.planted() != Planted.NOT_PLANTED) {
                    planted++;
                    found += isFlag(cell) && ahead == better ? 1 : 0;
                    reversed += isFlag(cell) && ahead != better ? 1 : 0;
                }
            }
        }
        assertThat(planted).isGreaterThan(15);
        assertThat((double) found / planted).isGreaterThan(0.6);
        assertThat(reversed).isZero();
        assertThat((double) wrong / flags).isLessThan(0.1);
    }

    private static boolean isFlag(ScanCell cell) {
        return cell.verdict().standing().isFlag();
    }

    private static List<ScanCell> cells(SampleCompany company) {
        return Coaching.of(company.data()).benchmark(KPIS).during(QUARTER).everyone().cells().stream()
                .filter(cell -> company.truth().of(cell.person()).isPresent())
                .filter(cell -> cell.verdict().standing() != Standing.NO_VERDICT)
                .toList();
    }
}
