package io.coaching.pipeline;

import static io.coaching.pipeline.Deals.ANA;
import static io.coaching.pipeline.Deals.BEN;
import static io.coaching.pipeline.Deals.deal;
import static io.coaching.pipeline.Deals.eur;
import static io.coaching.pipeline.Deals.on;
import static io.coaching.pipeline.OpportunityEvent.amount;
import static io.coaching.pipeline.OpportunityEvent.closeDate;
import static io.coaching.pipeline.OpportunityEvent.created;
import static io.coaching.pipeline.OpportunityEvent.credit;
import static io.coaching.pipeline.OpportunityEvent.entered;
import static io.coaching.pipeline.OpportunityEvent.lost;
import static io.coaching.pipeline.OpportunityEvent.owner;
import static io.coaching.pipeline.OpportunityEvent.reopened;
import static io.coaching.pipeline.OpportunityEvent.won;
import static io.coaching.process.StandardStages.DEMO;
import static io.coaching.process.StandardStages.DISCOVERY;
import static io.coaching.process.StandardStages.NEGOTIATION;
import static io.coaching.process.StandardStages.PROPOSAL;
import static io.coaching.process.StandardStages.PROSPECTING;
import static io.coaching.process.StandardStages.QUALIFICATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.coaching.base.Money;
import io.coaching.base.OpportunityId;
import io.coaching.base.PersonId;
import io.coaching.base.Severity;
import io.coaching.base.SourceId;
import io.coaching.base.StageId;
import io.coaching.process.SalesProcess;
import io.coaching.process.Stage;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Cadence;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OpportunityTest {
    private static final SalesProcess STANDARD = SalesProcess.standard();

    private static List<OpportunityFault> faults(Opportunity opportunity) {
        return opportunity.findings(STANDARD).stream()
                .map(OpportunityFinding::fault)
                .toList();
    }

    @Nested
    class WithoutAHistory {
        @Test
        void startAndEndAreEnough() {
            Opportunity deal = Opportunity.plain("1C1I7A6R")
                    .owner(ANA)
                    .created(LocalDate.of(2016, 10, 20))
                    .won(LocalDate.of(2017, 3, 1), Money.of(1054, "USD"))
                    .build();
            assertThat(deal.status()).isEqualTo(OpportunityStatus.WON);
            assertThat(deal.cycleDays()).hasValue(132);
            assertThat(deal.amount()).hasValue(Money.of(1054, "USD"));
            assertThat(deal.amountOn(LocalDate.of(2017, 2, 28))).isEmpty();
            assertThat(deal.statusOn(LocalDate.of(2016, 10, 19))).isEqualTo(OpportunityStatus.NOT_STARTED);
            assertThat(deal.statusOn(LocalDate.of(2017, 2, 28))).isEqualTo(OpportunityStatus.OPEN);
            assertThat(deal.findings(SalesProcess.simple())).isEmpty();
            assertThat(deal).hasToString("1C1I7A6R: WON on 2017-03-01, USD 1054.00");
        }

        @Test
        void withoutAnyDateItHasNotStarted() {
            Opportunity prospect =
                    Opportunity.plain("p").owner(ANA).stage(PROSPECTING).build();
            assertThat(prospect.status()).isEqualTo(OpportunityStatus.NOT_STARTED);
            assertThat(prospect.startedOn()).isEmpty();
            assertThat(prospect.stageVisits(on(12, 31))).isEmpty();
            assertThat(prospect.findings(STANDARD)).isEmpty();
        }

        @Test
        void itsFactsBelongToARecordOfItsOwnKind() {
            assertThat(Opportunity.plain("7").build().source()).isEqualTo(SourceId.of("opportunity:7"));
            assertThat(Opportunity.plain("x".repeat(256)).build().source().value())
                    .hasSize(256);
        }
    }

    @Nested
    class InTime {
        @Test
        void eventsThatArriveLateTakeTheirPlace() {
            Opportunity early = deal(created(on(1, 5)), won(on(3, 1)));
            Opportunity late = early.withEvents(amount(on(2, 1), eur(700)), owner(on(2, 10), BEN));
            assertThat(late.events()).extracting(OpportunityEvent::day).isSorted();
            assertThat(late.amountOn(on(1, 31))).isEmpty();
            assertThat(late.amountOn(on(2, 1))).hasValue(eur(700));
            assertThat(late.ownerOn(on(2, 9))).hasValue(ANA);
            assertThat(late.ownerOn(on(2, 10))).hasValue(BEN);
        }

        @Test
        void whatIsDeliveredTwiceCountsOnce() {
            Opportunity deal = deal(created(on(1, 5)), won(on(3, 1)));
            assertThat(deal.withEvents(won(on(3, 1)), created(on(1, 5)))).isSameAs(deal);
            assertThat(deal.withEvents(amount(on(3, 1), eur(5)), amount(on(3, 1), eur(5)))
                            .events())
                    .hasSize(3);
        }

        @Test
        void eventsOfOneMomentKeepTheirOrderAndASequenceDecides() {
            Opportunity given = deal(entered(on(1, 5), DEMO), entered(on(1, 5), DISCOVERY));
            assertThat(given.stage()).hasValue(DISCOVERY);
            Opportunity told = deal(
                    entered(on(1, 5), DEMO).withSequence(2),
                    entered(on(1, 5), DISCOVERY).withSequence(1));
            assertThat(told.stage()).hasValue(DEMO);
            assertThat(faults(given)).contains(OpportunityFault.ORDER_UNKNOWN);
            assertThat(faults(told)).isEmpty();
        }
    }

    @Nested
    class Reopening {
        private final Opportunity deal = deal(
                created(on(1, 10)),
                entered(on(1, 10), PROPOSAL),
                amount(on(1, 10), eur(900)),
                lost(on(3, 1), LossReason.PRICE),
                reopened(on(5, 1)),
                won(on(6, 1)));

        @Test
        void takesTheCloseBackWithItsDateAndReason() {
            assertThat(deal.status()).isEqualTo(OpportunityStatus.WON);
            assertThat(deal.closedOn()).hasValue(on(6, 1));
            assertThat(deal.lostOn()).isEmpty();
            assertThat(deal.lossReason()).isEmpty();
            assertThat(deal.reopenings()).isEqualTo(1);
            assertThat(deal.findings(STANDARD)).isEmpty();

            Opportunity stillOpen = deal(created(on(1, 10)), won(on(3, 1)), reopened(on(5, 1)));
            assertThat(stillOpen.closedOn()).isEmpty();
            assertThat(stillOpen.wonOn()).isEmpty();
            assertThat(stillOpen.cycleDays()).isEmpty();
        }

        @Test
        void doesNotChangeWhatWasTrueAtTheTime() {
            assertThat(deal.statusOn(on(4, 1))).isEqualTo(OpportunityStatus.LOST);
            assertThat(deal.statusOn(on(5, 1))).isEqualTo(OpportunityStatus.OPEN);
        }

        @Test
        void leavesTheDaysBetweenOutOfTheStages() {
            assertThat(deal.stageVisits(on(12, 31)))
                    .containsExactly(
                            new StageVisit(PROPOSAL, Span.of(on(1, 10), on(3, 1))),
                            new StageVisit(PROPOSAL, Span.of(on(5, 1), on(6, 1))));
            assertThat(deal.openDays(on(12, 31))).isEqualTo(50 + 31);
            assertThat(deal.cycleDays()).hasValue(142);
        }

        @Test
        void isReadFromStagesWhereAnExportHasNoWordForIt() {
            Opportunity stages = deal(
                    amount(on(1, 10), eur(1)),
                    entered(on(1, 10), QUALIFICATION),
                    lost(on(3, 1)),
                    entered(on(5, 1), NEGOTIATION),
                    won(on(6, 1)));
            assertThat(faults(stages))
                    .containsExactly(OpportunityFault.EVENT_AFTER_CLOSE, OpportunityFault.CLOSED_TWICE);
            Opportunity read = stages.reopenedByStages();
            assertThat(read.reopenings()).isEqualTo(1);
            assertThat(faults(read)).isEmpty();
            assertThat(read.stageDays(on(12, 31)))
                    .containsExactly(Map.entry(QUALIFICATION, 50), Map.entry(NEGOTIATION, 31));
            assertThat(read.reopenedByStages()).isSameAs(read);
        }
    }

    @Nested
    class Stages {
        private final Opportunity back = deal(
                entered(on(1, 1), QUALIFICATION),
                entered(on(1, 11), DEMO), // discovery is skipped
                entered(on(1, 31), DISCOVERY), // and gone back to
                entered(on(2, 10), DEMO));

        @Test
        void everyVisitCounts() {
            assertThat(back.stageDays(on(3, 1)))
                    .containsExactly(Map.entry(QUALIFICATION, 10), Map.entry(DEMO, 20 + 19), Map.entry(DISCOVERY, 10));
            assertThat(back.stageVisits(on(1, 21)))
                    .containsExactly(
                            new StageVisit(QUALIFICATION, Span.of(on(1, 1), on(1, 11))),
                            new StageVisit(DEMO, Span.of(on(1, 11), on(1, 21))));
        }

        @Test
        void skippingPassesAndGoingBackTakesNothingAway() {
            assertThat(back.reached(STANDARD))
                    .containsExactly(
                            Map.entry(PROSPECTING, on(1, 1)),
                            Map.entry(QUALIFICATION, on(1, 1)),
                            Map.entry(DISCOVERY, on(1, 11)),
                            Map.entry(DEMO, on(1, 11)));
            assertThat(back.withEvents(won(on(3, 1))).reached(STANDARD))
                    .containsEntry(NEGOTIATION, on(3, 1))
                    .hasSize(6);
            assertThat(back.withEvents(lost(on(3, 1))).reached(STANDARD)).hasSize(4);
        }

        @Test
        void goingBackIsTold() {
            assertThat(back.findings()).isEmpty();
            assertThat(back.findings(STANDARD)).singleElement().satisfies(finding -> {
                assertThat(finding.fault()).isEqualTo(OpportunityFault.STAGE_REGRESSED);
                assertThat(finding.severity()).isEqualTo(Severity.NOTE);
                assertThat(finding).hasToString("opportunity o1 went back on 2026-01-31: demo to discovery");
            });
        }

        @Test
        void aDealStartsInItsFirstCountedStage() {
            Opportunity deal = deal(
                    created(on(1, 1)), entered(on(1, 1), PROSPECTING), entered(on(2, 1), DISCOVERY), won(on(3, 1)));
            assertThat(deal.startedOn()).hasValue(on(1, 1));
            assertThat(deal.startedOn(STANDARD)).hasValue(on(2, 1));
            // no stage is known: it starts when it was created
            assertThat(deal(created(on(1, 1))).startedOn(STANDARD)).hasValue(on(1, 1));
            // a win passes all stages
            assertThat(deal(entered(on(1, 1), PROSPECTING), won(on(3, 1))).startedOn(STANDARD))
                    .hasValue(on(3, 1));
        }

        @Test
        void aDealThatWasLostBeforeItCountedNeverStarted() {
            Opportunity dropped = deal(entered(on(1, 1), PROSPECTING), lost(on(3, 1)));
            assertThat(dropped.startedOn(STANDARD)).isEmpty();
            assertThat(faults(dropped)).containsExactly(OpportunityFault.LOST_BEFORE_COUNTED);
        }

        @Test
        void stagesOfClosedDealsCloseTheDeal() {
            assertThat(entered(on(3, 1), Stage.won("closed won"))).isEqualTo(won(on(3, 1)));
            assertThat(entered(on(3, 1), Stage.lost("closed lost"))).isEqualTo(lost(on(3, 1)));
            assertThat(faults(deal(entered(on(1, 1), DEMO), entered(on(3, 1), StageId.of("won")))))
                    .containsExactly(OpportunityFault.STAGE_OF_CLOSED_DEALS);
        }
    }

    @Nested
    class ExpectedClose {
        private final Opportunity deal = Opportunity.builder()
                .id(OpportunityId.of("o1"))
                .initialOwner(ANA)
                .initialCloseDate(on(3, 15))
                .addEvents(
                        created(on(1, 1)),
                        closeDate(on(2, 1), on(3, 31)), // put off, in the same quarter
                        closeDate(on(3, 1), on(3, 20)), // pulled in
                        closeDate(on(3, 20), on(4, 10)), // slipped
                        won(on(4, 20)),
                        closeDate(on(4, 21), on(4, 20))) // the system notes the close itself
                .build();

        @Test
        void pushesAndSlippagesAreCountedWhileItIsOpen() {
            assertThat(deal.pushes()).isEqualTo(2);
            assertThat(deal.pushedDays()).isEqualTo(16 + 21);
            BusinessCalendar calendar = BusinessCalendar.standard(ZoneOffset.UTC);
            assertThat(deal.slippages(calendar, Cadence.QUARTERLY)).isEqualTo(1);
            assertThat(deal.slippages(calendar, Cadence.WEEKLY)).isEqualTo(2);
            assertThat(deal.slippages(calendar, Cadence.YEARLY)).isZero();
            assertThat(deal.expectedCloseOn(on(3, 2))).hasValue(on(3, 20));
        }
    }

    @Nested
    class CreditOfAnOpportunity {
        @Test
        void belongsToTheOwnerUntilItIsSplitAndChangesHandsWithTheDeal() {
            PersonId cai = PersonId.of("cai");
            Opportunity deal = deal(
                    created(on(1, 1)), credit(on(2, 1), Credit.shared(Map.of(ANA, 60, BEN, 40))), owner(on(3, 1), cai));
            assertThat(deal.creditOn(on(1, 31))).hasValue(Credit.to(ANA));
            assertThat(deal.creditOn(on(2, 1)).orElseThrow().weights())
                    .containsExactly(Map.entry(ANA, 60), Map.entry(BEN, 40));
            assertThat(deal.creditOn(on(3, 1)).orElseThrow().weights())
                    .containsExactly(Map.entry(BEN, 40), Map.entry(cai, 60));
        }
    }

    @Nested
    class Findings {
        @Test
        void aSoundHistoryHasNone() {
            assertThat(deal(
                                    created(on(1, 1)),
                                    entered(on(1, 1), QUALIFICATION),
                                    amount(on(1, 2), eur(5)),
                                    owner(on(1, 3), BEN),
                                    entered(on(2, 1), DEMO),
                                    won(on(3, 1)),
                                    owner(on(4, 1), ANA))
                            .findings(STANDARD))
                    .isEmpty();
        }

        @Test
        void impossibleDates() {
            Opportunity deal = deal(created(on(3, 1)), won(on(2, 1)));
            assertThat(deal.cycleDays()).isEmpty();
            assertThat(deal.status()).isEqualTo(OpportunityStatus.WON);
            assertThat(faults(deal))
                    .containsExactly(OpportunityFault.CLOSED_BEFORE_START, OpportunityFault.WON_WITHOUT_AMOUNT);
            assertThat(faults(deal(lost(on(2, 1))))).containsExactly(OpportunityFault.NO_START);
            assertThat(faults(deal(entered(on(1, 1), DEMO), created(on(1, 2)))))
                    .containsExactly(OpportunityFault.EVENT_BEFORE_CREATION);
        }

        @Test
        void twoStatementsOfOneMoment() {
            assertThat(faults(deal(created(on(1, 1)), owner(on(1, 2), ANA), owner(on(1, 2), BEN))))
                    .containsExactly(OpportunityFault.CONFLICTING_EVENTS);
            assertThat(faults(deal(created(on(1, 1)), owner(on(1, 2), ANA), owner(on(1, 2), ANA))))
                    .containsExactly(OpportunityFault.REPEATED_EVENT);
            assertThat(faults(deal(
                            created(on(1, 1)),
                            owner(on(1, 2), ANA),
                            owner(on(1, 2), BEN).withSequence(1))))
                    .isEmpty();
        }

        @Test
        void closesAndReopeningsThatDoNotFit() {
            assertThat(faults(deal(created(on(1, 1)), lost(on(2, 1)), lost(on(3, 1)))))
                    .containsExactly(OpportunityFault.CLOSED_TWICE);
            assertThat(deal(created(on(1, 1)), lost(on(2, 1)), won(on(3, 1))).wonOn())
                    .hasValue(on(3, 1));
            assertThat(faults(deal(created(on(1, 1)), reopened(on(2, 1)))))
                    .containsExactly(OpportunityFault.REOPENED_WHILE_OPEN);
        }

        @Test
        void amounts() {
            Opportunity deal = deal(
                    created(on(1, 1)),
                    amount(on(1, 2), eur(-5)),
                    amount(on(1, 3), Money.of(5, "USD")),
                    won(on(2, 1)),
                    amount(on(2, 9), Money.of(6, "USD")));
            assertThat(faults(deal))
                    .containsExactly(
                            OpportunityFault.AMOUNT_AFTER_CLOSE,
                            OpportunityFault.NEGATIVE_AMOUNT,
                            OpportunityFault.MIXED_CURRENCIES);
            assertThat(deal.currency().orElseThrow().getCurrencyCode()).isEqualTo("USD");
        }

        @Test
        void ownersAndStagesThatAreNotKnown() {
            Opportunity nobodys = Opportunity.plain("o")
                    .created(on(1, 1))
                    .entered(on(1, 2), StageId.of("limbo"))
                    .build();
            assertThat(nobodys.findings(STANDARD))
                    .extracting(OpportunityFinding::fault, OpportunityFinding::detail)
                    .containsExactly(
                            tuple(OpportunityFault.NO_OWNER, Optional.empty()),
                            tuple(OpportunityFault.UNKNOWN_STAGE, Optional.of("limbo")));
        }

        @Test
        void everyFaultHasItsOwnMessageThatReadsWell() {
            for (OpportunityFault fault : OpportunityFault.values()) {
                OpportunityFinding finding = new OpportunityFinding(
                        OpportunityId.of("o1"), fault, Optional.of(on(1, 1)), Optional.of("detail"));
                assertThat(finding.toString())
                        .contains("opportunity o1")
                        .doesNotContain("{")
                        .doesNotContain("}");
                assertThat(finding.problem("deals.csv").severity()).isEqualTo(fault.severity());
            }
            assertThat(OpportunityFault.values())
                    .extracting(OpportunityFault::code)
                    .doesNotHaveDuplicates();
        }
    }
}
