package io.coaching.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.coaching.base.MeasureId;
import io.coaching.base.Money;
import io.coaching.base.OpportunityId;
import io.coaching.base.PersonId;
import io.coaching.process.SalesProcess;
import io.coaching.process.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws that hold for every history, however odd. */
class OpportunityProperties {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate AS_OF = FIRST.plusDays(400);
    private static final SalesProcess STANDARD = SalesProcess.standard();
    private static final List<PersonId> PEOPLE = List.of(PersonId.of("a"), PersonId.of("b"), PersonId.of("c"));

    @Provide
    Arbitrary<List<OpportunityEvent>> histories() {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 60).map(FIRST::plusDays);
        Arbitrary<PersonId> people = Arbitraries.of(PEOPLE);
        Arbitrary<Stage> stages = Arbitraries.of(STANDARD.openStages());
        Arbitrary<Money> amounts = Arbitraries.longs().between(0, 100_000).map(m -> Money.of(m, "EUR"));
        Arbitrary<OpportunityEvent> event = Arbitraries.oneOf(
                days.map(OpportunityEvent::created),
                Combinators.combine(days, stages).as((d, s) -> OpportunityEvent.entered(d, s)),
                Combinators.combine(days, stages).as((d, s) -> OpportunityEvent.entered(d, s)),
                Combinators.combine(days, amounts).as(OpportunityEvent::amount),
                Combinators.combine(days, days).as(OpportunityEvent::closeDate),
                Combinators.combine(days, people).as(OpportunityEvent::owner),
                Combinators.combine(days, people, people, Arbitraries.integers().between(1, 9))
                        .as((d, a, b, w) -> OpportunityEvent.credit(d, Credit.shared(weights(a, b, w)))),
                days.map(OpportunityEvent::won),
                days.map(OpportunityEvent::lost),
                days.map(OpportunityEvent::reopened));
        // a sequence for each, so that every moment is unlike every other
        return event.list().ofMaxSize(14).map(events -> {
            List<OpportunityEvent> numbered = new ArrayList<>();
            for (int i = 0; i < events.size(); i++) {
                numbered.add(events.get(i).withSequence(i));
            }
            return numbered;
        });
    }

    private static Map<PersonId, Integer> weights(PersonId a, PersonId b, int weight) {
        Map<PersonId, Integer> weights = new HashMap<>();
        weights.put(a, weight);
        weights.put(b, 10 - weight);
        return weights;
    }

    private static Opportunity of(List<OpportunityEvent> events) {
        return Opportunity.builder()
                .id(OpportunityId.of("o"))
                .initialOwner(PEOPLE.get(0))
                .events(events)
                .build();
    }

    private record Fact(MeasureId measure, PersonId person, LocalDate day, long value) {}

    private static List<Fact> facts(OpportunityMeasures measures, Opportunity opportunity) {
        List<Fact> facts = new ArrayList<>();
        measures.emit(
                opportunity,
                (measure, person, day, value, currency, source) -> facts.add(new Fact(measure, person, day, value)));
        return facts;
    }

    private static long sum(List<Fact> facts, MeasureId measure, LocalDate upTo) {
        return facts.stream()
                .filter(fact -> fact.measure().equals(measure) && !fact.day().isAfter(upTo))
                .mapToLong(Fact::value)
                .sum();
    }

    @Property(tries = 400)
    void theOrderOfArrivalDoesNotMatter(@ForAll("histories") List<OpportunityEvent> events, @ForAll long seed) {
        Opportunity whole = of(events);
        List<OpportunityEvent> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(of(shuffled)).isEqualTo(whole);
        Opportunity arriving = of(List.of());
        for (OpportunityEvent event : shuffled) {
            arriving = arriving.withEvents(event).withEvents(event);
        }
        assertThat(arriving).isEqualTo(whole);
        assertThat(arriving.findings(STANDARD)).isEqualTo(whole.findings(STANDARD));
    }

    @Property(tries = 400)
    void daysInStagesAreTheDaysItWasOpen(@ForAll("histories") List<OpportunityEvent> events) {
        Opportunity deal = Opportunity.builder()
                .from(of(events))
                .initialStage(STANDARD.stages().get(0).id())
                .build();
        int inStages = deal.stageDays(AS_OF).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(inStages).isEqualTo(deal.openDays(AS_OF));
        if (deal.reopenings() == 0
                && deal.cycleDays().isPresent()
                && !deal.findings().stream()
                        .map(OpportunityFinding::fault)
                        .toList()
                        .contains(OpportunityFault.CLOSED_TWICE)) {
            assertThat(inStages).isEqualTo(deal.cycleDays().getAsInt());
        }
    }

    @Property(tries = 400)
    void openIsStartedLessClosedOnEveryDay(@ForAll("histories") List<OpportunityEvent> events) {
        Opportunity deal = of(events);
        for (OpportunityMeasures measures : List.of(
                OpportunityMeasures.withDefaults(),
                OpportunityMeasures.withDefaults().with(STANDARD),
                OpportunityMeasures.withDefaults().with(Attribution.CURRENT_OWNER))) {
            List<Fact> facts = facts(measures, deal);
            boolean sound = deal.findings().stream()
                    .map(OpportunityFinding::fault)
                    .noneMatch(fault ->
                            fault == OpportunityFault.NO_START || fault == OpportunityFault.CLOSED_BEFORE_START);
            for (int i = 0; sound && i <= 61; i++) {
                LocalDate day = FIRST.plusDays(i);
                assertThat(sum(facts, OpportunityMeasures.OPEN, day))
                        .isEqualTo(sum(facts, OpportunityMeasures.STARTED, day)
                                - sum(facts, OpportunityMeasures.WON, day)
                                - sum(facts, OpportunityMeasures.LOST, day));
            }
            for (PersonId person : PEOPLE) {
                List<Fact> own = facts.stream()
                        .filter(fact -> fact.person().equals(person))
                        .toList();
                assertThat(sum(own, OpportunityMeasures.OPEN, AS_OF)).isBetween(0L, 1L);
            }
            if (deal.status().isClosed()) {
                assertThat(sum(facts, OpportunityMeasures.OPEN_AMOUNT, AS_OF)).isZero();
            }
            assertThat(sum(facts, OpportunityMeasures.CREDITED_AMOUNT, AS_OF))
                    .isEqualTo(sum(facts, OpportunityMeasures.WON_AMOUNT, AS_OF));
            assertThat(facts).extracting(Fact::measure).isSubsetOf(OpportunityMeasures.ids(STANDARD));
        }
    }

    @Property(tries = 200)
    void whatWasTrueOnADayDoesNotChangeByWhatComesLater(
            @ForAll("histories") List<OpportunityEvent> events, @ForAll("histories") List<OpportunityEvent> later) {
        Opportunity before = of(events);
        LocalDate last = FIRST.plusDays(60);
        List<OpportunityEvent> after = later.stream()
                .filter(event -> event instanceof OpportunityEvent.Won || event instanceof OpportunityEvent.Lost)
                .map(event -> OpportunityEvent.reopened(event.day().plusDays(100)))
                .toList();
        Opportunity with = before.withEvents(after);
        assertThat(with.statusOn(last)).isEqualTo(before.statusOn(last));
        assertThat(with.stageVisits(last)).isEqualTo(before.stageVisits(last));
        assertThat(with.openDays(last)).isEqualTo(before.openDays(last));
    }
}
