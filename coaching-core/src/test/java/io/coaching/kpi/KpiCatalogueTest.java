package io.coaching.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.coaching.base.KpiId;
import io.coaching.base.MeasureId;
import io.coaching.base.StageId;
import io.coaching.process.SalesProcess;
import io.coaching.process.Stage;
import io.coaching.process.StandardStages;
import java.util.List;
import org.junit.jupiter.api.Test;

class KpiCatalogueTest {
    private static final Measure VOICE_MAILS = Measure.count("voice-mails", "Voice mails");

    private static Kpi kpi(String id, Formula formula) {
        return Kpi.builder()
                .id(KpiId.of(id))
                .name(id)
                .formula(formula)
                .unit(Unit.COUNT)
                .build();
    }

    private static Kpi derived(String id, String... from) {
        return kpi(
                id,
                new Formula.Derived(List.of(from).stream()
                        .map(part -> new Formula.Factor(KpiId.of(part), 1))
                        .toList()));
    }

    @Test
    void aMeasureAndAKpiOfOnesOwnStandBesideTheStandardOnes() {
        Kpi pitches = kpi("pitches", new Formula.Total(VOICE_MAILS.id()));
        KpiCatalogue catalogue = KpiCatalogue.standard().plus(VOICE_MAILS).plus(pitches);

        assertThat(catalogue.kpi(KpiId.of("pitches"))).isEqualTo(pitches).hasToString("pitches = total of voice-mails");
        assertThat(catalogue.measuresOf(pitches)).containsExactly(VOICE_MAILS);
        assertThat(catalogue.kpi(KpiId.of("win-rate"))).isEqualTo(StandardKpis.WIN_RATE);
        assertThat(KpiCatalogue.standard().hasMeasure(VOICE_MAILS.id())).isFalse();
    }

    @Test
    void whatAKpiIsDerivedFromIsFoundDownToItsMeasures() {
        assertThat(KpiCatalogue.standard().measuresOf(StandardKpis.SALES_VELOCITY))
                .containsExactlyInAnyOrder(
                        StandardMeasures.OPEN_CHANGE,
                        StandardMeasures.WON,
                        StandardMeasures.LOST,
                        StandardMeasures.WON_AMOUNT,
                        StandardMeasures.DAYS_TO_WIN);
    }

    @Test
    void aKpiOverAMeasureThatIsNotThereIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KpiCatalogue.standard().plus(kpi("pitches", new Formula.Total(VOICE_MAILS.id()))))
                .withMessageContaining("measures of KPI pitches must be in the catalogue: voice-mails")
                .withMessageContaining("Maybe add the measure before the KPI");
    }

    @Test
    void idsThatAreAskedForInVainAreAnsweredWithThoseThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KpiCatalogue.standard().kpi(KpiId.of("winrate")))
                .withMessageContaining("winrate")
                .withMessageContaining("win-rate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KpiCatalogue.standard().measure(MeasureId.of("call")))
                .withMessageContaining("calls");
    }

    @Test
    void twoOfOneIdAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KpiCatalogue.standard().plus(Measure.count("calls", "Calls by phone")))
                .withMessageContaining("ids of their own: calls");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KpiCatalogue.standard().plus(StandardKpis.WIN_RATE))
                .withMessageContaining("ids of their own: win-rate");
    }

    @Test
    void aKpiCannotBeDerivedFromItself() {
        KpiCatalogue.Builder catalogue = KpiCatalogue.builder().addKpis(derived("a", "b"), derived("b", "c"));
        assertThatIllegalArgumentException()
                .isThrownBy(catalogue::build)
                .withMessageContaining("factors of KPI b must be in the catalogue: c");
        catalogue.addKpis(derived("c", "a"));
        assertThatIllegalArgumentException()
                .isThrownBy(catalogue::build)
                .withMessageContaining("KPI must not be derived from itself");
    }

    @Test
    void onePartMayServeTwice() {
        Kpi squared = derived("squared", "deals-won", "deals-won");
        assertThat(KpiCatalogue.standard().plus(squared).measuresOf(squared)).containsExactly(StandardMeasures.WON);
    }

    @Test
    void aStageThatNoKpiTellsAboutIsNamed() {
        SalesProcess standard = SalesProcess.standard();
        assertThat(KpiCatalogue.uncovered(standard, StandardKpis.all())).isEmpty();
        assertThat(KpiCatalogue.uncovered(standard, List.of(StandardKpis.CALLS, StandardKpis.WIN_RATE)))
                .containsExactly(
                        StandardStages.QUALIFICATION,
                        StandardStages.DISCOVERY,
                        StandardStages.DEMO,
                        StandardStages.PROPOSAL);
        SalesProcess withTrial = SalesProcess.builder()
                .from(standard)
                .stages(List.of(Stage.open("prospecting"), Stage.open("trial"), Stage.won("won")))
                .firstCounted(StageId.of("trial"))
                .build();
        assertThat(KpiCatalogue.uncovered(withTrial, StandardKpis.all())).containsExactly(StageId.of("trial"));
    }
}
