package io.coaching.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.coaching.Coaching;
import io.coaching.base.Money;
import io.coaching.base.Outcome;
import io.coaching.base.PersonId;
import io.coaching.base.Problem;
import io.coaching.base.Result;
import io.coaching.base.Severity;
import io.coaching.base.TeamId;
import io.coaching.data.CoachingData;
import io.coaching.kpi.KpiCatalogue;
import io.coaching.kpi.StandardKpis;
import io.coaching.people.Roster;
import io.coaching.pipeline.Opportunity;
import io.coaching.pipeline.OpportunityStatus;
import io.coaching.process.SalesProcess;
import io.coaching.process.StandardStages;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Span;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The public "CRM Sales Opportunities" data set, read as it is; its figures were computed elsewhere. */
class CrmSalesTest {
    private static Outcome<CrmData> crm =
            Account.joined(new CrmData(Roster.empty(), List.of(), Map.of(), List.of(), Observations.none()));

    @BeforeAll
    static void read() {
        Path folder = Path.of(System.getProperty("coaching.data", "../../shared/data"))
                .resolve("crm-sales-opportunities");
        assumeTrue(Files.isDirectory(folder), "the data set is not here: " + folder);
        crm = CrmFolder.of(folder).read();
    }

    private static List<Opportunity> deals() {
        return crm.value().opportunities();
    }

    private static long count(OpportunityStatus status) {
        return deals().stream().filter(d -> d.status() == status).count();
    }

    @Test
    void everyRowIsRead() {
        assertThat(crm.refused()).isZero();
        assertThat(crm.accepted()).isEqualTo(8800 + 35 + 7 + 85);
        assertThat(deals()).hasSize(8800);
        assertThat(count(OpportunityStatus.WON)).isEqualTo(4238);
        assertThat(count(OpportunityStatus.LOST)).isEqualTo(2473);
        assertThat(count(OpportunityStatus.OPEN)).isEqualTo(1589);
        assertThat(count(OpportunityStatus.NOT_STARTED)).isEqualTo(500);
        assertThat(deals().stream().filter(d -> d.account().isEmpty())).hasSize(1425);
        assertThat(deals().stream()
                        .filter(d -> d.startedOn(SalesProcess.simple()).isPresent()))
                .hasSize(8300);
    }

    @Test
    void amountOfAWinIsItsValueAndThatOfALossIsNotZero() {
        BigDecimal won = deals().stream()
                .filter(d -> d.status() == OpportunityStatus.WON)
                .map(d -> d.amount().orElseThrow().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(won).isEqualByComparingTo("10005534");
        assertThat(deals().stream()
                        .filter(d -> d.status() == OpportunityStatus.LOST)
                        .noneMatch(d -> d.amount().orElseThrow().minorUnits() == 0))
                .isTrue();
    }

    @Test
    void oneDealIsAsTheFileSays() {
        Opportunity deal = deals().get(0);
        assertThat(deal.id()).hasToString("1C1I7A6R");
        assertThat(deal.owner()).contains(PersonId.of("moses-frase"));
        assertThat(deal.account()).contains("Cancity");
        assertThat(deal.product()).contains("GTX Plus Basic");
        assertThat(deal.startedOn()).contains(LocalDate.of(2016, 10, 20));
        assertThat(deal.closedOn()).contains(LocalDate.of(2017, 3, 1));
        assertThat(deal.cycleDays()).hasValue(132);
        assertThat(deal.amountOn(LocalDate.of(2017, 2, 1))).contains(Money.of(1096, "USD")); // the list price
        assertThat(deal.amount()).contains(Money.of(1054, "USD"));
        assertThat(deal.stageOn(LocalDate.of(2016, 12, 1))).contains(StandardStages.ENGAGING);
        assertThat(deal.findings(SalesProcess.simple())).isEmpty();
    }

    @Test
    void spellingThatMatchesNoProductIsMendedAndTold() {
        assertThat(deals().stream().map(Opportunity::product).filter(Optional.of("GTXPro")::equals))
                .isEmpty();
        assertThat(crm.problems()).hasSize(1);
        Problem problem = crm.problems().get(0);
        assertThat(problem.severity()).isEqualTo(Severity.WARNING);
        assertThat(problem.message())
                .hasToString(
                        "product \"GTXPro\" is none of those that are known, and is taken as \"GTX Pro\" in 1,480 rows");
        assertThat(problem.place()).hasToString("sales_pipeline.csv:3 product");
    }

    @Test
    void rosterHasAgentsWithTeamAndRegion() {
        Roster roster = crm.value().roster();
        assertThat(roster.ids()).hasSize(35);
        assertThat(roster.teams()).hasSize(6);
        assertThat(roster.regions()).hasSize(3);
        LocalDate day = LocalDate.of(2017, 6, 1);
        assertThat(roster.managerOn(PersonId.of("moses-frase"), day)).contains(PersonId.of("dustin-brinkmann"));
        assertThat(roster.regionOn(PersonId.of("moses-frase"), day)).hasToString("Optional[central]");
        Map<PersonId, Long> byOwner =
                deals().stream().collect(Collectors.groupingBy(d -> d.owner().orElseThrow(), Collectors.counting()));
        var idle = new TreeSet<>(roster.ids().stream().map(PersonId::value).toList());
        byOwner.keySet().forEach(p -> assertThat(idle.remove(p.value())).isTrue());
        assertThat(idle)
                .containsExactly(
                        "carl-lin", "carol-thompson", "elizabeth-anderson", "mei-mei-johns", "natalya-ivanova");
    }

    @Test
    void dataOfACompanyIsMadeOfItAndTellsTheSpellingInItsReport() {
        CoachingData data = crm.value()
                .toData(KpiCatalogue.standard())
                .problems(crm.problems())
                .process(SalesProcess.simple())
                .asOf(LocalDate.of(2017, 12, 31))
                .calendar(BusinessCalendar.standard(ZoneId.of("America/New_York")))
                .build();
        assertThat(data.opportunities()).hasSize(8800);
        resultsAreWritten(data);
        String report = CoachingJson.mapper().writeValueAsString(data.quality());
        assertThat(report).contains("GTXPro", "\"asOf\":\"2017-12-31\"");
    }

    private static void resultsAreWritten(CoachingData data) {
        var question = Coaching.of(data).benchmark(StandardKpis.WIN_RATE).during(Span.year(2017));
        PersonId agent = PersonId.of("moses-frase");
        for (Result result : List.of(
                question.of(agent),
                question.of(agent).comparisons().get(0),
                question.everyone(),
                question.stackRank(),
                question.betterThan(agent),
                question.exemplars(),
                question.teams(),
                question.teamAgainst(TeamId.of("dustin-brinkmann"), TeamId.of("melvin-marxen")))) {
            String json = CoachingJson.mapper().writeValueAsString(result);
            assertThat(json).contains("\"provenance\":{\"asOf\":\"2017-12-31\"");
            assertThat(json).doesNotContain("NaN", "Infinity", "Moses");
            assertThat(CoachingJson.mapper().writeValueAsString(result)).isEqualTo(json);
        }
    }

    @Test
    void rosterIsADocument() {
        String json = CoachingJson.mapper().writeValueAsString(crm.value().roster());
        assertThat(json).startsWith("{\"format\":\"roster/1\",\"assignments\":[{");
        assertThat(CoachingJson.mapper().readValue(json, Roster.class))
                .isEqualTo(crm.value().roster());
    }

    @Test
    void everythingReadSurvivesJson() {
        Function<Opportunity, Opportunity> roundTrip =
                d -> CoachingJson.mapper().readValue(CoachingJson.mapper().writeValueAsBytes(d), Opportunity.class);
        assertThat(deals().stream().limit(500).map(roundTrip).toList()).isEqualTo(deals().subList(0, 500));
    }
}
