package io.coaching.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.coaching.base.Money;
import io.coaching.base.PersonId;
import io.coaching.internal.random.DeterministicRandom;
import io.coaching.kpi.StandardMeasures;
import io.coaching.pipeline.Opportunity;
import io.coaching.time.BusinessCalendar;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CoachingDataProperties {
    private static final LocalDate BEGIN = LocalDate.of(2026, 1, 1);

    private static CoachingData.Builder someData() {
        return CoachingData.builder()
                .asOf(LocalDate.of(2026, 12, 31))
                .calendar(BusinessCalendar.standard(ZoneId.of("Asia/Tokyo")));
    }

    private static PersonId person(DeterministicRandom random) {
        return PersonId.of("p" + random.nextInt(9));
    }

    private static Opportunity deal(int id, DeterministicRandom random) {
        LocalDate created = BEGIN.plusDays(random.nextInt(200));
        var plain = Opportunity.plain("d" + id).owner(person(random)).created(created);
        Money amount = Money.of(random.nextInt(10_000), random.nextInt(4) == 0 ? "USD" : "EUR");
        return switch (random.nextInt(3)) {
            case 0 -> plain.amount(amount).build();
            case 1 ->
                plain.amount(amount).lost(created.plusDays(random.nextInt(90))).build();
            default -> plain.won(created.plusDays(random.nextInt(90)), amount).build();
        };
    }

    private static List<Opportunity> deals(int n, DeterministicRandom random) {
        var deals = new ArrayList<Opportunity>();
        for (int i = 0; i < n; i++) {
            deals.add(deal(i, random));
        }
        return deals;
    }

    private static List<Observation> observations(int n, DeterministicRandom random) {
        var observations = new ArrayList<Observation>();
        for (int i = 0; i < n; i++) {
            observations.add(Observation.of(
                    person(random),
                    random.nextInt(2) == 0 ? StandardMeasures.CALLS.id() : StandardMeasures.EMAILS.id(),
                    BEGIN.plusDays(random.nextInt(300)),
                    random.nextInt(50)));
        }
        return observations;
    }

    private static void assertSame(CoachingData found, CoachingData expected) {
        assertThat(found.facts()).isEqualTo(expected.facts());
        assertThat(found.facts().toBytes()).isEqualTo(expected.facts().toBytes());
        assertThat(found.provenance()).isEqualTo(expected.provenance());
        assertThat(found.quality()).isEqualTo(expected.quality());
    }

    @Property(tries = 40)
    @Label("the same records give the same data to the bit, shuffled, with 1 to 8 threads, and out of bytes")
    void anyOrderAnyThreads(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int threads) {
        var random = DeterministicRandom.of(seed);
        List<Opportunity> deals = deals(60, random);
        List<Observation> observations = observations(200, random);
        CoachingData inOrder =
                someData().opportunities(deals).observations(observations).build();
        Collections.shuffle(deals, new Random(seed));
        Collections.shuffle(observations, new Random(seed + 1));
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            CoachingData shuffled =
                    someData().observations(observations).opportunities(deals).build(executor, threads);

            assertSame(shuffled, inOrder);
        } finally {
            executor.shutdown();
        }
        assertThat(FactTable.fromBytes(inOrder.facts().toBytes())).isEqualTo(inOrder.facts());
    }

    @Property(tries = 40)
    @Label("corrections in any order give what a build from the corrected records gives")
    void correctionsInAnyOrder(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int corrections) {
        var random = DeterministicRandom.of(seed);
        List<Opportunity> deals = deals(40, random);
        List<Opportunity> changed = new ArrayList<>();
        for (int i = 0; i < corrections; i++) {
            changed.add(deal(7 * i, random));
        }
        var now = new ArrayList<>(deals);
        changed.forEach(deal -> {
            now.removeIf(old -> old.id().equals(deal.id()));
            now.add(deal);
        });
        CoachingData expected = someData().opportunities(now).build();

        CoachingData forward = someData().opportunities(deals).build();
        for (Opportunity deal : changed) {
            forward = forward.corrected(deal);
        }
        Collections.reverse(changed);
        CoachingData backward = someData().opportunities(deals).build();
        for (Opportunity deal : changed) {
            backward = backward.corrected(deal);
        }

        assertSame(forward, expected);
        assertSame(backward, expected);
    }
}
