package io.coaching.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.coaching.base.Everyone;
import io.coaching.base.KpiId;
import io.coaching.base.MessageCode;
import io.coaching.base.Percent;
import io.coaching.base.PersonId;
import io.coaching.base.Severity;
import io.coaching.data.CoachingData;
import io.coaching.kpi.Kpi;
import io.coaching.kpi.StandardKpis;
import io.coaching.people.Leave;
import io.coaching.people.RosterRecords;
import io.coaching.pipeline.Opportunity;
import io.coaching.pipeline.OpportunityStatus;
import io.coaching.pipeline.OpportunityType;
import io.coaching.process.SalesProcess;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A sample company")
class SampleCompanyTest {
    private static final SampleCompany COMPANY = SampleCompany.of(7);
    private static final SampleCompany CLEAN = SampleCompany.of(7).clean();
    private static final SampleCompany ALIKE = CLEAN.withSpread(Percent.of(0)).withPlanted(Percent.of(0));

    @Nested
    @DisplayName("of one seed")
    class Seeds {
        @Test
        @DisplayName("is the same to the bit each time, and another than that of another seed")
        void sameBits() {
            SampleCompany small = SampleCompany.of(3).reps(12);
            String fingerprint = small.data().provenance().fingerprint();

            assertThat(SampleCompany.of(3).reps(12).data().provenance().fingerprint())
                    .isEqualTo(fingerprint);
            assertThat(SampleCompany.of(4).reps(12).data().provenance().fingerprint())
                    .isNotEqualTo(fingerprint);
        }

        @Test
        @DisplayName("is the same on every JDK and machine")
        void sameEverywhere() {
            assertThat(SampleCompany.of(1).reps(10).data().provenance().fingerprint())
                    .isEqualTo("c3f26a3d3be0acdb");
        }
    }

    @ParameterizedTest(name = "{0} reps")
    @ValueSource(ints = {1, 2, 3, 5, 9, 17, 40, 500})
    @DisplayName("has as many reps as wished for, each with a truth and records, and no error in them")
    void anySize(int reps) {
        SampleCompany company = SampleCompany.of(11).reps(reps).clean().during(Span.quarter(2026, reps > 100 ? 2 : 1));
        CoachingData data = company.data();

        assertThat(company.truth().reps()).hasSize(reps);
        assertThat(data.persons()).containsAll(company.roster().ids());
        assertThat(data.quality().findings())
                .filteredOn(finding -> finding.severity() != Severity.NOTE)
                .isEmpty();
        assertThat(data.value(StandardKpis.CALLS, Everyone.EVERYONE, company.span())
                        .asDouble()
                        .orElse(0))
                .isPositive();
    }

    @Nested
    @DisplayName("is like a real one:")
    class Realism {
        private final RosterRecords records = COMPANY.roster().records();

        @Test
        @DisplayName("regions, teams of about eight with managers, three roles")
        void organisation() {
            assertThat(records.regions()).hasSize(3);
            assertThat(records.teams()).hasSize(1 + 3 + 8);
            assertThat(records.roles()).hasSize(4);
            assertThat(records.persons()).hasSize(60 + 8);
        }

        @Test
        @DisplayName("people are hired, leave, are away, and change team in mid-quarter")
        void changes() {
            LocalDate begin = COMPANY.span().start();
            assertThat(records.persons())
                    .anyMatch(person -> person.hired().orElseThrow().isAfter(begin));
            assertThat(records.persons()).anyMatch(person -> person.lastDay().isPresent());
            assertThat(records.leaves()).anyMatch(leave -> leave.span().days() > 60);
            assertThat(records.assignments())
                    .filteredOn(assignment -> assignment.since().isAfter(begin)
                            && COMPANY.roster()
                                    .teamOn(
                                            assignment.person(),
                                            assignment.since().minusDays(1))
                                    .filter(team ->
                                            !team.equals(assignment.team().orElseThrow()))
                                    .isPresent())
                    .isNotEmpty()
                    .allMatch(assignment -> assignment.since().getDayOfMonth() > 1);
        }

        @Test
        @DisplayName("deals of all types are won, lost, open, reopened, shared, put off, and change hands")
        void deals() {
            List<Opportunity> deals = CLEAN.opportunities();
            assertThat(statuses(deals)).contains(OpportunityStatus.OPEN, OpportunityStatus.WON, OpportunityStatus.LOST);
            assertThat(deals.stream().map(deal -> deal.type().orElseThrow()).collect(Collectors.toSet()))
                    .containsExactlyInAnyOrder(OpportunityType.values());
            assertThat(deals).anyMatch(deal -> deal.reopenings() > 0);
            assertThat(deals).anyMatch(deal -> deal.pushes() > 1);
            assertThat(deals)
                    .anyMatch(deal -> deal.creditOn(CLEAN.span().lastDay())
                                    .orElseThrow()
                                    .weights()
                                    .size()
                            == 2);
            assertThat(deals).anyMatch(deal -> !deal.owner().equals(deal.initialOwner()));
            assertThat(deals)
                    .anyMatch(deal -> deal.stageVisits(CLEAN.span().lastDay()).size() >= 5);
        }

        private Set<OpportunityStatus> statuses(List<Opportunity> deals) {
            return deals.stream().map(Opportunity::status).collect(Collectors.toCollection(TreeSet::new));
        }

        @Test
        @DisplayName("losses come sooner than wins, on the median")
        void lossesAreFaster() {
            assertThat(value(CLEAN, StandardKpis.MEDIAN_TIME_TO_LOSS))
                    .isLessThan(value(CLEAN, StandardKpis.MEDIAN_SALES_CYCLE) - 8);
        }

        @Test
        @DisplayName("nothing is known of the days after the as-of day but what is in the diary")
        void future() {
            LocalDate asOf = CLEAN.span().lastDay();
            assertThat(CLEAN.opportunities())
                    .allSatisfy(deal -> assertThat(deal.events())
                            .allMatch(event -> !event.day().isAfter(asOf)));
            Span nextWeeks = Span.of(asOf.plusDays(1), asOf.plusDays(15));
            assertThat(CLEAN.data()
                            .value(StandardKpis.MEETINGS_SCHEDULED, Everyone.EVERYONE, nextWeeks)
                            .asDouble()
                            .orElse(0))
                    .isPositive();
            assertThat(CLEAN.data()
                            .value(StandardKpis.MEETINGS_HELD, Everyone.EVERYONE, nextWeeks)
                            .asDouble()
                            .orElse(0))
                    .isZero();
        }
    }

    @Test
    @DisplayName("rests on weekends, holidays and leaves")
    void calendar() {
        CoachingData data = CLEAN.data();
        CLEAN.span().dates().filter(day -> !CLEAN.calendar().isWorkingDay(day)).forEach(day -> {
            for (Kpi kpi : List.of(StandardKpis.CALLS, StandardKpis.OPPORTUNITY_STARTS, StandardKpis.DEALS_WON)) {
                assertThat(data.value(kpi, Everyone.EVERYONE, Span.day(day))
                                .asDouble()
                                .orElse(0))
                        .as("%s on %s", kpi.id(), day)
                        .isZero();
            }
        });
        for (Leave leave : CLEAN.roster().records().leaves()) {
            Optional<Span> known = leave.span().intersection(CLEAN.span());
            if (known.isPresent() && !known.get().isEmpty()) {
                assertThat(data.value(StandardKpis.CALLS, leave.person(), known.get())
                                .asDouble()
                                .orElse(0))
                        .as("%s", leave)
                        .isZero();
            }
        }
    }

    @Nested
    @DisplayName("holds to its truth:")
    class Truths {
        @ParameterizedTest(name = "{0}, within {1} % of it over all reps")
        @CsvSource({
            "win-rate, 3",
            "average-deal-size, 3",
            "sales-cycle, 5",
            "connect-rate, 2",
        })
        void figures(String id, double tolerance) {
            SampleCompany company = ALIKE;
            Kpi kpi = company.catalogue().kpi(KpiId.of(id));
            double expected = 0;
            double observed = 0;
            for (RepTruth rep : company.truth().reps()) {
                Optional<TrueValue> truth = rep.on(kpi.id());
                var value = company.data().value(kpi, rep.person(), company.span());
                if (truth.isPresent() && value.isKnown()) {
                    expected += truth.get().value();
                    observed += value.asDouble().orElse(0);
                }
            }
            assertThat(observed / expected).isCloseTo(1, within(tolerance / 100));
        }

        @ParameterizedTest(name = "{0} per working day, within {1} % of it for the first rep")
        @CsvSource({"calls, 6", "emails, 6", "meetings-booked, 15", "opportunity-starts, 20"})
        void rates(String id, double tolerance) {
            PersonId ana = PersonId.of("ana");
            Kpi kpi = CLEAN.catalogue().kpi(KpiId.of(id));
            double total = CLEAN.data().value(kpi, ana, CLEAN.span()).asDouble().orElse(0);
            int days = CLEAN.roster().eligibleDays(ana, CLEAN.span(), CLEAN.calendar());

            double truth = CLEAN.truth().of(ana, kpi.id()).orElseThrow().value();
            assertThat(total / days / truth).isCloseTo(1, within(tolerance / 100));
        }

        @Test
        @DisplayName("a fifth of the reps are planted, half weak and half strong, on one KPI each")
        void planted() {
            List<RepTruth> planted = COMPANY.truth().planted();
            assertThat(planted).hasSize(12).allMatch(rep -> rep.planted().size() == 1);
            assertThat(planted.stream().flatMap(rep -> rep.planted().stream()))
                    .filteredOn(value -> value.planted() == Planted.WEAK)
                    .hasSize(6);
        }

        @Test
        @DisplayName("without differences everybody of a role has the same true values, and the roster stays")
        void same() {
            SampleCompany same = COMPANY.withoutDifferences();
            assertThat(same.truth().reps())
                    .allSatisfy(rep -> assertThat(rep.values())
                            .allSatisfy(value -> assertThat(value.factor()).isCloseTo(1, within(1e-12))));
            assertThat(same.roster().records()).isEqualTo(COMPANY.roster().records());
        }

        @Test
        @DisplayName("more spread makes true values differ more")
        void spread() {
            double narrow = range(COMPANY.withSpread(Percent.of(2)));
            double wide = range(COMPANY.withSpread(Percent.of(20)));
            assertThat(wide).isGreaterThan(5 * narrow);
        }

        private double range(SampleCompany company) {
            var factors = company.withPlanted(Percent.of(0)).truth().reps().stream()
                    .flatMap(rep -> rep.on(StandardKpis.WIN_RATE.id()).stream())
                    .mapToDouble(TrueValue::factor)
                    .summaryStatistics();
            return factors.getMax() - factors.getMin();
        }
    }

    @Test
    @DisplayName("has blemishes that its data report names, unless it is to be clean")
    void blemishes() {
        var quality = COMPANY.data().quality();
        assertThat(quality.finding(MessageCode.QUALITY_NO_ACCOUNT)).isPresent();
        assertThat(quality.finding(MessageCode.QUALITY_UNKNOWN_PRODUCTS)).isPresent();
        assertThat(quality.finding(MessageCode.QUALITY_UNKNOWN_PERSONS)).isPresent();
        assertThat(quality.finding(MessageCode.QUALITY_OUTSIDE_EMPLOYMENT)).isPresent();
        assertThat(quality.finding(MessageCode.QUALITY_REPEATED_RECORDS)).isPresent();
        assertThat(quality.count(Severity.ERROR)).isPositive();
        assertThat(CLEAN.data().quality().count(Severity.ERROR)).isZero();
        assertThat(CLEAN.data().quality().count(Severity.WARNING)).isZero();
    }

    @Test
    @DisplayName("keeps to the sales process in every deal")
    void process() {
        assertThat(CLEAN.opportunities().stream().flatMap(deal -> deal.findings(SalesProcess.standard()).stream()))
                .isEmpty();
    }

    @Test
    @DisplayName("refuses wishes that cannot be met")
    void refusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleCompany.of(1).reps(0).data())
                .withMessageContaining("reps");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleCompany.of(1).reps(5).teams(6).data())
                .withMessageContaining("teams must be in 1..5: 6");
    }

    private static double value(SampleCompany company, Kpi kpi) {
        return company.data()
                .value(kpi, Everyone.EVERYONE, company.span())
                .asDouble()
                .orElse(0);
    }
}
