package io.coaching.pipeline;

import static io.coaching.pipeline.Deals.ANA;
import static io.coaching.pipeline.Deals.BEN;
import static io.coaching.pipeline.Deals.deal;
import static io.coaching.pipeline.Deals.eur;
import static io.coaching.pipeline.Deals.on;
import static io.coaching.pipeline.OpportunityEvent.amount;
import static io.coaching.pipeline.OpportunityEvent.created;
import static io.coaching.pipeline.OpportunityEvent.credit;
import static io.coaching.pipeline.OpportunityEvent.entered;
import static io.coaching.pipeline.OpportunityEvent.lost;
import static io.coaching.pipeline.OpportunityEvent.owner;
import static io.coaching.pipeline.OpportunityEvent.reopened;
import static io.coaching.pipeline.OpportunityEvent.won;
import static io.coaching.process.StandardStages.DEMO;
import static io.coaching.process.StandardStages.DISCOVERY;
import static io.coaching.process.StandardStages.PROSPECTING;
import static io.coaching.process.StandardStages.QUALIFICATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.coaching.base.Money;
import io.coaching.base.OpportunityId;
import io.coaching.process.SalesProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpportunityMeasuresTest {
    private static final OpportunityMeasures DEFAULTS = OpportunityMeasures.withDefaults();

    /** "measure person day value [currency]", in order. */
    private static List<String> facts(OpportunityMeasures measures, Opportunity opportunity) {
        List<String> facts = new ArrayList<>();
        measures.emit(opportunity, (measure, person, day, value, currency, source) -> {
            assertThat(source).isEqualTo(opportunity.source());
            facts.add(measure + " " + person + " " + day + " " + value
                    + currency.map(c -> " " + c.getCurrencyCode()).orElse(""));
        });
        facts.sort(null);
        return facts;
    }

    private static List<String> of(OpportunityMeasures measures, Opportunity opportunity, String measure) {
        return facts(measures, opportunity).stream()
                .filter(fact -> fact.startsWith(measure + " "))
                .toList();
    }

    @Test
    void aPlainWinStartsIsOpenAndIsWon() {
        Opportunity deal = Opportunity.plain("d")
                .owner(ANA)
                .created(on(1, 1))
                .won(on(1, 31), eur(1000))
                .build();
        assertThat(facts(DEFAULTS, deal))
                .containsExactly(
                        "credited-amount ana 2026-01-31 100000 EUR",
                        "open ana 2026-01-01 1",
                        "open ana 2026-01-31 -1",
                        "started ana 2026-01-01 1",
                        "won ana 2026-01-31 1",
                        "won-amount ana 2026-01-31 100000 EUR",
                        "won-days ana 2026-01-31 30");
    }

    @Test
    void aLossHasItsDaysAndNoCredit() {
        Opportunity deal = Opportunity.plain("d")
                .owner(ANA)
                .amount(eur(10))
                .created(on(1, 1))
                .lost(on(1, 11))
                .build();
        assertThat(facts(DEFAULTS, deal))
                .containsExactly(
                        "lost ana 2026-01-11 1",
                        "lost-amount ana 2026-01-11 1000 EUR",
                        "lost-days ana 2026-01-11 10",
                        "open ana 2026-01-01 1",
                        "open ana 2026-01-11 -1",
                        "open-amount ana 2026-01-01 1000 EUR",
                        "open-amount ana 2026-01-11 -1000 EUR",
                        "started ana 2026-01-01 1",
                        "started-amount ana 2026-01-01 1000 EUR");
    }

    @Test
    void aDealThatWasLostReopenedAndWonCountsOnce() {
        Opportunity deal =
                deal(created(on(1, 1)), lost(on(2, 1)), reopened(on(3, 1)), amount(on(3, 1), eur(8)), won(on(3, 2)));
        assertThat(facts(DEFAULTS, deal))
                .contains("won ana 2026-03-02 1", "won-days ana 2026-03-02 60", "open ana 2026-03-02 -1")
                .noneMatch(fact -> fact.startsWith("lost") || fact.contains("2026-02-01"));
    }

    @Test
    void aDealThatChangesHandsChangesStocksAndCountsForTheOwnerOfTheDay() {
        Opportunity deal = deal(
                created(on(1, 1)), amount(on(1, 1), eur(5)), owner(on(2, 1), BEN), won(on(3, 1)), owner(on(4, 1), ANA));
        assertThat(of(DEFAULTS, deal, "open"))
                .containsExactly(
                        "open ana 2026-01-01 1",
                        "open ana 2026-02-01 -1",
                        "open ben 2026-02-01 1",
                        "open ben 2026-03-01 -1");
        assertThat(of(DEFAULTS, deal, "open-amount"))
                .containsExactly(
                        "open-amount ana 2026-01-01 500 EUR",
                        "open-amount ana 2026-02-01 -500 EUR",
                        "open-amount ben 2026-02-01 500 EUR",
                        "open-amount ben 2026-03-01 -500 EUR");
        assertThat(of(DEFAULTS, deal, "started")).containsExactly("started ana 2026-01-01 1");
        assertThat(of(DEFAULTS, deal, "won")).containsExactly("won ben 2026-03-01 1");
        assertThat(facts(DEFAULTS.with(Attribution.CURRENT_OWNER), deal)).allMatch(fact -> fact.contains(" ana "));
    }

    @Test
    void aChangeOfAmountMovesTheStockOnItsDay() {
        Opportunity deal = deal(
                created(on(1, 1)),
                amount(on(1, 5), eur(5)),
                amount(on(1, 9), eur(7)),
                amount(on(1, 9), eur(7)).withSequence(1),
                amount(on(1, 20), Money.of(9, "USD")),
                won(on(2, 1)));
        assertThat(of(DEFAULTS, deal, "open-amount"))
                .containsExactlyInAnyOrder(
                        "open-amount ana 2026-01-05 500 EUR",
                        "open-amount ana 2026-01-09 200 EUR",
                        "open-amount ana 2026-01-20 -700 EUR",
                        "open-amount ana 2026-01-20 900 USD",
                        "open-amount ana 2026-02-01 -900 USD");
    }

    @Test
    void theLastKnownAmountIsThatOfTheWin() {
        Opportunity deal = deal(created(on(1, 1)), amount(on(1, 1), eur(5)), won(on(2, 1)), amount(on(5, 1), eur(6)));
        assertThat(of(DEFAULTS, deal, "won-amount")).containsExactly("won-amount ana 2026-02-01 600 EUR");
        assertThat(of(DEFAULTS, deal, "started-amount")).containsExactly("started-amount ana 2026-01-01 500 EUR");
    }

    @Test
    void creditSplitsTheCreditedAmountAlone() {
        Opportunity deal = deal(
                created(on(1, 1)),
                amount(on(1, 1), Money.of("0.01", "EUR")),
                credit(on(1, 2), Credit.shared(Map.of(ANA, 1, BEN, 2))),
                won(on(2, 1)));
        assertThat(of(DEFAULTS, deal, "credited-amount"))
                .containsExactly("credited-amount ana 2026-02-01 0 EUR", "credited-amount ben 2026-02-01 1 EUR");
        assertThat(of(DEFAULTS, deal, "won-amount")).containsExactly("won-amount ana 2026-02-01 1 EUR");
    }

    @Test
    void newBusinessRenewalsAndExpansionsAreToldApart() {
        Opportunity.Builder deal = Opportunity.builder()
                .id(OpportunityId.of("o1"))
                .initialOwner(ANA)
                .initialAmount(eur(1));
        deal.addEvents(created(on(1, 1)), won(on(2, 1)));
        assertThat(facts(DEFAULTS, deal.type(OpportunityType.RENEWAL).build()))
                .contains("renewal-won ana 2026-02-01 1", "renewal-won-amount ana 2026-02-01 100 EUR")
                .noneMatch(fact -> fact.startsWith("new-business"));
        assertThat(facts(DEFAULTS, deal.type(OpportunityType.NEW_BUSINESS).build()))
                .contains("new-business-won ana 2026-02-01 1", "new-business-won-amount ana 2026-02-01 100 EUR");
        assertThat(facts(DEFAULTS, deal.type(OpportunityType.EXPANSION).build()))
                .contains("expansion-won ana 2026-02-01 1", "expansion-won-amount ana 2026-02-01 100 EUR");
        assertThat(facts(
                        DEFAULTS,
                        Opportunity.plain("r")
                                .owner(ANA)
                                .type(OpportunityType.RENEWAL)
                                .created(on(1, 1))
                                .lost(on(2, 1))
                                .build()))
                .contains("renewal-lost ana 2026-02-01 1");
    }

    @Test
    void withAProcessStagesAreCountedOnceADeal() {
        OpportunityMeasures inProcess = DEFAULTS.with(SalesProcess.standard());
        Opportunity deal = deal(
                entered(on(1, 1), PROSPECTING),
                entered(on(1, 5), QUALIFICATION),
                entered(on(1, 9), DEMO),
                entered(on(1, 12), QUALIFICATION),
                entered(on(1, 15), DEMO));
        List<String> facts = facts(inProcess, deal);
        assertThat(facts)
                .contains(
                        "started ana 2026-01-05 1",
                        "open ana 2026-01-05 1",
                        "entered:qualification ana 2026-01-05 1",
                        "entered:demo ana 2026-01-09 1",
                        "reached:discovery ana 2026-01-09 1",
                        "passed:qualification ana 2026-01-09 1",
                        "passed:discovery ana 2026-01-09 1")
                .noneMatch(fact -> fact.startsWith("entered:discovery") || fact.startsWith("passed:demo"));
        assertThat(facts).doesNotHaveDuplicates();
        assertThat(facts(inProcess, deal.withEvents(won(on(2, 1)))))
                .contains("passed:demo ana 2026-02-01 1", "passed:negotiation ana 2026-02-01 1");
        assertThat(OpportunityMeasures.ids(SalesProcess.standard()))
                .contains(OpportunityMeasures.passed(DISCOVERY), OpportunityMeasures.STARTED)
                .hasSize(OpportunityMeasures.ids().size() + 18);
    }

    @Test
    void aDealDroppedBeforeItCountedIsNeitherStartedNorLost() {
        Opportunity dropped = deal(entered(on(1, 1), PROSPECTING), lost(on(2, 1)));
        assertThat(facts(DEFAULTS.with(SalesProcess.standard()), dropped)).isEmpty();
        assertThat(facts(DEFAULTS, dropped)).contains("lost ana 2026-02-01 1");
    }

    @Test
    void whatIsNotKnownIsNoFact() {
        assertThat(facts(DEFAULTS, Opportunity.plain("p").owner(ANA).build())).isEmpty();
        assertThat(facts(DEFAULTS, Opportunity.plain("p").created(on(1, 1)).build()))
                .isEmpty();
        assertThat(facts(
                        DEFAULTS,
                        Opportunity.plain("p").owner(ANA).won(on(1, 1)).build()))
                .containsExactly("won ana 2026-01-01 1");
        // closed before it was created: both days count, the time between does not
        assertThat(facts(
                        DEFAULTS,
                        Opportunity.plain("p")
                                .owner(ANA)
                                .created(on(2, 1))
                                .lost(on(1, 1))
                                .build()))
                .containsExactly("lost ana 2026-01-01 1", "started ana 2026-02-01 1");
    }

    @Test
    void theFirstKnownOwnerStandsForTheDaysBefore() {
        Opportunity deal = Opportunity.builder()
                .id(OpportunityId.of("o1"))
                .addEvents(created(on(1, 1)), owner(on(1, 5), BEN))
                .build();
        assertThat(facts(DEFAULTS, deal)).containsExactly("open ben 2026-01-01 1", "started ben 2026-01-01 1");
    }
}
