package io.coaching.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coaching.base.Money;
import io.coaching.base.Outcome;
import io.coaching.base.PersonId;
import io.coaching.base.Severity;
import io.coaching.base.StageId;
import io.coaching.pipeline.Opportunity;
import io.coaching.pipeline.OpportunityStatus;
import io.coaching.pipeline.OpportunityType;
import io.coaching.process.Stage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SalesforceTest {
    private static final String ANA = "005000000000001AAA";
    private static final String BEN = "005000000000002AAA";

    private static final String OPPORTUNITIES = """
            "Id","OwnerId","AccountId","StageName","Amount","CurrencyIsoCode","CreatedDate","CloseDate","IsClosed","IsWon","Type"
            "006A","005000000000002AAA","001A","Closed Won","1500.0","EUR","2026-01-05T23:30:00.000+0000","2026-03-01","true","true","New Customer"
            "006B","005000000000001AAA","001B","Negotiation/Review","900","EUR","2026-01-07T09:00:00.000Z","2026-06-30","false","false","Existing Customer - Upgrade"
            "006C","005000000000001AAA","","Closed Lost","","EUR","2026-01-07T09:00:00.000Z","2026-02-01","true","false","Renewal"
            "006D","005000000000001AAA","","Verloren","10","EUR","2026-01-07T09:00:00.000Z","2026-02-03","true","false",""
            """;

    private static final String HISTORY = """
            "OpportunityId","CreatedDate","StageName","Amount","CloseDate"
            "006A","2026-02-20T10:00:00.000+0000","Closed Lost","1000.0","2026-02-20"
            "006A","2026-01-05T23:30:00.000+0000","Prospecting","1000.0","2026-02-28"
            "006A","2026-01-20T08:00:00.000+0000","Proposal","1000.0","2026-02-28"
            "006A","2026-02-25T10:00:00.000+0000","Proposal","1500.0","2026-02-28"
            "006A","2026-02-27T10:00:00.000+0000","Closed Won","1500.0","2026-03-01"
            "006B","2026-01-07T09:00:00.000Z","Prospecting","900","2026-06-30"
            "006Z","2026-01-07T09:00:00.000Z","Prospecting","900","2026-06-30"
            """;

    private static final String FIELD_HISTORY = """
            "OpportunityId","CreatedDate","Field","OldValue","NewValue"
            "006A","2026-02-01T12:00:00.000+0000","Owner","Ana","Ben"
            "006A","2026-02-01T12:00:00.000+0000","Owner","005000000000001AAA","005000000000002AAA"
            "006B","2026-01-09T12:00:00.000+0000","StageName","Prospecting","Negotiation/Review"
            "006B","2026-01-10T12:00:00.000+0000","NextStep","","call"
            """;

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void exportWithoutHistoryIsTheSimpleCase() {
        Outcome<List<Opportunity>> read = OpportunityCsv.salesforce().read(bytes(OPPORTUNITIES));
        assertThat(read.problems()).isEmpty();
        Opportunity won = read.value().get(0);
        assertThat(won.status()).isEqualTo(OpportunityStatus.WON);
        assertThat(won.startedOn()).contains(LocalDate.of(2026, 1, 5));
        assertThat(won.wonOn()).contains(LocalDate.of(2026, 3, 1));
        assertThat(won.amount()).contains(Money.of(1500, "EUR"));
        assertThat(won.type()).contains(OpportunityType.NEW_BUSINESS);
        Opportunity open = read.value().get(1);
        assertThat(open.status()).isEqualTo(OpportunityStatus.OPEN);
        assertThat(open.stage()).contains(StageId.of("negotiation-review"));
        assertThat(open.expectedClose()).contains(LocalDate.of(2026, 6, 30));
        assertThat(open.type()).contains(OpportunityType.EXPANSION);
        assertThat(read.value().get(2).lostOn()).contains(LocalDate.of(2026, 2, 1));
        assertThat(read.value().get(3).status()).isEqualTo(OpportunityStatus.LOST); // by its flags, whatever the name
    }

    @Test
    void dayOfAPointInTimeIsThatOfTheZone() {
        Opportunity won = OpportunityCsv.salesforce()
                .zone(ZoneId.of("Europe/Berlin"))
                .read(bytes(OPPORTUNITIES))
                .value()
                .get(0);
        assertThat(won.startedOn()).contains(LocalDate.of(2026, 1, 6));
    }

    @Test
    void historyTellsStagesAmountsOwnersReopeningsAndWhenItWasReallyClosed() {
        var files = new LinkedHashMap<String, InputStream>();
        files.put("OpportunityHistory.csv", bytes(HISTORY));
        files.put("OpportunityFieldHistory.csv", bytes(FIELD_HISTORY));
        Outcome<List<Opportunity>> read = OpportunityCsv.salesforce().readWithHistory(bytes(OPPORTUNITIES), files);
        assertThat(read.accepted()).isEqualTo(4 + 6 + 4);
        assertThat(read.refused()).isEqualTo(1);
        assertThat(read.problems().get(0))
                .hasToString(
                        "OpportunityHistory.csv:8 OpportunityId: OpportunityId was refused: there is no opportunity with this id");

        Opportunity won = read.value().get(0);
        assertThat(won.status()).isEqualTo(OpportunityStatus.WON);
        assertThat(won.wonOn()).contains(LocalDate.of(2026, 2, 27));
        assertThat(won.reopenings()).isEqualTo(1);
        assertThat(won.statusOn(LocalDate.of(2026, 2, 21))).isEqualTo(OpportunityStatus.LOST);
        assertThat(won.stageOn(LocalDate.of(2026, 1, 10))).contains(StageId.of("prospecting"));
        assertThat(won.stageOn(LocalDate.of(2026, 2, 1))).contains(StageId.of("proposal"));
        assertThat(won.amountOn(LocalDate.of(2026, 2, 21))).contains(Money.of(1000, "EUR"));
        assertThat(won.amount()).contains(Money.of(1500, "EUR"));
        assertThat(won.ownerOn(LocalDate.of(2026, 1, 10))).contains(PersonId.of(ANA));
        assertThat(won.owner()).contains(PersonId.of(BEN));

        Opportunity open = read.value().get(1);
        assertThat(open.stageOn(LocalDate.of(2026, 1, 8))).contains(StageId.of("prospecting"));
        assertThat(open.stage()).contains(StageId.of("negotiation-review"));
        assertThat(read.value().get(2).lostOn()).contains(LocalDate.of(2026, 2, 1)); // has no history
    }

    @Test
    void folderOfExportsIsReadByTheNamesOfItsFiles(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Opportunity.csv"), OPPORTUNITIES);
        Files.writeString(folder.resolve("OpportunityHistory.csv"), HISTORY);
        Files.writeString(
                folder.resolve("User.csv"), "Id,Name,ManagerId\n" + ANA + ",Ana A,\n" + BEN + ",Ben B," + ANA + "\n");
        Files.writeString(
                folder.resolve("observations.csv"), "person,measure,date,value\n" + ANA + ",calls,2026-01-05,12\n");
        Outcome<CrmData> read = CrmFolder.of(folder).read();
        assertThat(read.value().opportunities()).hasSize(4);
        assertThat(read.value().roster().directReports(PersonId.of(ANA), LocalDate.of(2026, 1, 1)))
                .containsExactly(PersonId.of(BEN));
        assertThat(read.value().observations().size()).isEqualTo(1);
        assertThat(read.value()).asString().doesNotContain("Ana A");
        assertThatThrownBy(() -> CrmFolder.of(folder.resolve("none")).read())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("folder must hold sales_pipeline.csv or Opportunity.csv");
    }

    @Test
    void currencyOfACompanyThatWorksInOneIsSaidOnce(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Opportunity.csv"), """
                Id,StageName,Amount,CreatedDate,CloseDate
                006A,Proposal,1500.0,2026-01-05,2026-03-01
                006B,Proposal,,2026-01-05,2026-03-01
                """);
        Outcome<CrmData> unsaid = CrmFolder.of(folder).read();
        assertThat(unsaid.refused()).isEqualTo(1);
        assertThat(unsaid.problems().get(0).message())
                .hasToString(
                        "Amount was refused: its currency is not known\nMaybe say which it is: .currency(\"USD\")");
        for (CrmFolder said : List.of(
                CrmFolder.of(folder).currency("USD"),
                CrmFolder.of(folder).currency("USD").salesforce(OpportunityCsv.salesforce()),
                CrmFolder.of(folder).salesforce(OpportunityCsv.salesforce().currency("USD")))) {
            Outcome<CrmData> read = said.read();
            assertThat(read.problems()).isEmpty();
            assertThat(read.value().opportunities().get(0).amount()).contains(Money.of(1500, "USD"));
        }
        assertThatThrownBy(() -> CrmFolder.of(folder).currency("dollars")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoNamesThatMakeOneIdAreToldOnce() {
        Outcome<List<Opportunity>> read = OpportunityCsv.crmSales().read(bytes("""
                opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value
                1,Anne Marie,,,Engaging,2026-01-05,,
                2,Ben Ody,,,Engaging,2026-01-05,,
                3,Anne-Marie,,,Engaging,2026-01-05,,
                4,Anne Marie,,,Engaging,2026-01-05,,
                5,Anne-Marie,,,Engaging,2026-01-05,,
                """));
        assertThat(read.value()).hasSize(5);
        assertThat(read.refused()).isZero();
        assertThat(read.problems()).hasSize(1);
        assertThat(read.problems().get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(read.problems().get(0))
                .hasToString("sales_pipeline.csv:4 sales_agent: sales_agent \"Anne-Marie\" and \"Anne Marie\" make one"
                        + " id, anne-marie, and are taken as one");
    }

    @Test
    void anyLayoutCanBeMapped() {
        OpportunityCsv reader = OpportunityCsv.standard()
                .column(CrmColumn.ID, "Deal")
                .column(CrmColumn.OWNER, "Rep")
                .column(CrmColumn.STAGE, "Status")
                .column(CrmColumn.CREATED, "Opened")
                .column(CrmColumn.CLOSED, "Closed")
                .column(CrmColumn.AMOUNT, "Value")
                .column(CrmColumn.LOSS_REASON, "Why")
                .stage("In talks", Stage.open("talks"))
                .stage("Signed", Stage.won("won"))
                .stage("Dropped", Stage.lost("lost"))
                .dates("d.M.yyyy")
                .decimalComma()
                .currency("EUR")
                .as(Csv.standard().delimitedBy(';').named("deals.csv"));
        Outcome<List<Opportunity>> read = reader.read(bytes("""
                Deal;Rep;Status;Opened;Closed;Value;Why
                1;Ana;signed;5.1.2026;1.2.2026;1.234,50;
                2;Ana;Dropped;5.1.2026;2026-02-01;;Too dear
                3;Ana;In talks;5.1.2026;;12;
                4;Ana;Maybe;5.1.2026;;12;
                5;Ana;Signed;5.1.2026;;12;
                6;Ana;Signed;31.2.2026;1.2.2026;12;
                7;Ana;Signed;5.1.2026;1.2.2026;12.34;
                8;Ana;Signed;5.1.2026;1.2.2026;12,345;
                ;Ana;Signed;5.1.2026;1.2.2026;12;
                """));
        assertThat(read.value()).hasSize(3);
        assertThat(read.value().get(0).amount()).contains(Money.of("1234.50", "EUR"));
        assertThat(read.value().get(1).lossReason()).hasToString("Optional[too-dear]");
        assertThat(read.problems().stream().map(Object::toString))
                .containsExactly(
                        "deals.csv:5 Status: Status was refused: it is none of [in talks, signed, dropped]",
                        "deals.csv:6 Closed: Closed is missing",
                        "deals.csv:7 Opened: Opened is not a day such as 2026-01-05 or in the form d.M.yyyy: \"31.2.2026\"",
                        "deals.csv:8 Value: Value is not an amount: \"12.34\"",
                        "deals.csv:9 Value: Value was refused: amount must have at most 2 decimals in EUR: 12.345\nMaybe round it first: Money.rounded(amount, currency, RoundingMode.HALF_EVEN)",
                        "deals.csv:10 Deal: Deal is missing");
        assertThatThrownBy(() -> OpportunityCsv.standard().read(bytes("a\n1\n")))
                .hasMessageContaining("Maybe say it first");
    }
}
