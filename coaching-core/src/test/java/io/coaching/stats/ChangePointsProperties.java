package io.coaching.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coaching.internal.random.DeterministicRandom;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

@Label("Cuts of series")
class ChangePointsProperties {
    @Property(tries = 200)
    @Label("pruning loses nothing: PELT finds what trying all numbers of cuts finds, for every cost")
    void peltIsExact(
            @ForAll @IntRange(min = 2, max = 26) int n,
            @ForAll @IntRange(min = 1, max = 4) int minimum,
            @ForAll @IntRange(min = 1, max = 60) int penalty,
            @ForAll long seed) {
        DeterministicRandom random = DeterministicRandom.of(seed);
        double[] counts =
                IntStream.range(0, n).mapToDouble(i -> random.nextInt(9)).toArray();
        double[] sizes =
                IntStream.range(0, n).mapToDouble(i -> 9 + random.nextInt(5)).toArray();
        for (SegmentCost cost : List.of(
                SegmentCost.mean(counts),
                SegmentCost.mean(counts, sizes),
                SegmentCost.counts(counts, sizes),
                SegmentCost.shares(counts, sizes))) {
            double by = penalty / 10.0;
            Segmentation pruned = ChangePoints.pelt(cost, by, minimum);
            double best = ChangePoints.byNumber(cost, n, minimum).stream()
                    .mapToDouble(s -> s.cost() + by * s.changes().size())
                    .min()
                    .orElseThrow();
            assertThat(pruned.cost() + by * pruned.changes().size()).isCloseTo(best, within(1e-9));
            int from = 0;
            double sum = 0;
            for (int k = 0; k <= pruned.changes().size(); k++) {
                int to = k < pruned.changes().size() ? pruned.changes().get(k) : n;
                assertThat(to - from).isGreaterThanOrEqualTo(Math.min(n, minimum));
                sum += cost.of(from, to);
                from = to;
            }
            assertThat(pruned.cost()).isCloseTo(sum, within(1e-9));
        }
    }
}
