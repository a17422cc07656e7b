package io.coaching.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.coaching.internal.random.DeterministicRandom;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** Everyone against the others: the same, to the last bit, as computing each afresh. */
class GroupProfileProperties {
    @Property(tries = 400)
    void equalsTheSmallerGroupComputedAfresh(
            @ForAll("groups") double[] group, @ForAll @DoubleRange(min = 0, max = 1) double p) {
        GroupProfile profile = GroupProfile.of(group);
        for (int i = 0; i < group.length; i++) {
            double[] others = without(group, i);
            assertThat(profile.othersMedian(i)).isEqualTo(naiveMedian(others));
            assertThat(profile.othersMad(i)).isEqualTo(naiveMad(others));
            assertThat(profile.othersQuantile(i, p))
                    .isEqualTo(QuantileMethod.HF7.of(others, p).orElseThrow());
            for (PercentileRank convention : PercentileRank.values()) {
                assertThat(profile.othersPercentileRank(i, convention))
                        .isEqualTo(convention.of(others, group[i]).orElseThrow());
            }
            assertThat(profile.othersScale(i)).isEqualTo(RobustScale.of(others).orElseThrow());
            assertThat(profile.othersRobustZ(i))
                    .isEqualTo(RobustScale.of(others).orElseThrow().robustZ(group[i]));
        }
    }

    @Property(tries = 200)
    void equalsTheNaiveFiguresOfAll(@ForAll("groups") double[] group) {
        GroupProfile profile = GroupProfile.of(group);
        assertThat(profile.median()).isEqualTo(naiveMedian(group));
        assertThat(profile.mad()).isEqualTo(naiveMad(group));
        assertThat(profile.quantile(0.25))
                .isEqualTo(QuantileMethod.HF7.of(group, 0.25).orElseThrow());
        double[] sorted = group.clone();
        Arrays.sort(sorted);
        assertThat(profile.sorted()).containsExactly(sorted);
    }

    @Property(tries = 100)
    void ourOwnTypeSevenIsCommonsTypeSeven(
            @ForAll("groups") double[] group, @ForAll @DoubleRange(min = 0, max = 1) double p) {
        double commons = org.apache.commons.statistics.descriptive.Quantile.withDefaults()
                .with(org.apache.commons.statistics.descriptive.Quantile.EstimationMethod.HF7)
                .evaluate(group.clone(), p);
        assertThat(QuantileMethod.HF7.of(group, p).orElseThrow())
                .isCloseTo(commons, within(1e-9 * (1 + Math.abs(commons))));
    }

    @Property(tries = 100)
    void orderDecidesNothing(@ForAll("groups") double[] group, @ForAll long seed) {
        int[] order = new int[group.length];
        Arrays.setAll(order, i -> i);
        DeterministicRandom.of(seed).shuffle(order);
        double[] shuffled = new double[group.length];
        Arrays.setAll(shuffled, i -> group[order[i]]);
        GroupProfile a = GroupProfile.of(group);
        GroupProfile b = GroupProfile.of(shuffled);
        for (int i = 0; i < group.length; i++) {
            assertThat(b.othersMad(i)).isEqualTo(a.othersMad(order[i]));
            assertThat(b.othersRobustZ(i)).isEqualTo(a.othersRobustZ(order[i]));
        }
        assertThat(Moments.of(shuffled).variance()).isEqualTo(Moments.of(group).variance());
        assertThat(Moments.of(shuffled).mean()).isEqualTo(Moments.of(group).mean());
    }

    @Property(tries = 100)
    void shiftAndScaleCarryThrough(@ForAll("groups") double[] group) {
        // powers of two and small integers: exact
        double[] moved = Arrays.stream(group).map(x -> 4 * x).toArray();
        GroupProfile a = GroupProfile.of(group);
        GroupProfile b = GroupProfile.of(moved);
        double[] mirrored = Arrays.stream(group).map(x -> -x).toArray();
        GroupProfile c = GroupProfile.of(mirrored);
        for (int i = 0; i < group.length; i++) {
            assertThat(b.othersMedian(i)).isEqualTo(4 * a.othersMedian(i));
            assertThat(b.othersMad(i)).isEqualTo(4 * a.othersMad(i));
            assertThat(b.othersPercentileRank(i, PercentileRank.MEAN))
                    .isEqualTo(a.othersPercentileRank(i, PercentileRank.MEAN));
            assertThat(c.othersMad(i)).isEqualTo(a.othersMad(i));
            assertThat(c.othersPercentileRank(i, PercentileRank.MEAN))
                    .isCloseTo(100 - a.othersPercentileRank(i, PercentileRank.MEAN), within(1e-10));
        }
    }

    @Example
    void aWorkedExample() {
        GroupProfile profile = GroupProfile.of(1, 2, 4, 8, 16);
        assertThat(profile.othersMedian(2)).isEqualTo(5);
        assertThat(profile.othersMad(2)).isEqualTo(3.5);
        assertThat(profile.median()).isEqualTo(4);
        assertThat(profile.below(2)).isEqualTo(2);
        assertThat(profile.equal(2)).isEqualTo(1);
    }

    @Example
    void oneHasNoOthers() {
        GroupProfile profile = GroupProfile.of(3);
        assertThat(profile.median()).isEqualTo(3);
        assertThat(profile.mad()).isZero();
        assertThatThrownBy(() -> profile.othersMedian(0)).hasMessageContaining("no others");
        assertThatThrownBy(GroupProfile::of).hasMessageContaining("at least 1");
    }

    @Example
    void theArrayGivenIsNotTouched() {
        double[] values = {3, 1, 2};
        GroupProfile profile = GroupProfile.of(values);
        values[0] = 99;
        assertThat(profile.value(0)).isEqualTo(3);
        assertThat(values).containsExactly(99, 1, 2);
    }

    @Provide
    Arbitrary<double[]> groups() {
        Arbitrary<double[]> ties = Arbitraries.integers()
                .between(-3, 3)
                .map(i -> (double) i)
                .array(double[].class)
                .ofMinSize(2)
                .ofMaxSize(40);
        Arbitrary<double[]> wide = Arbitraries.doubles()
                .between(-1e6, 1e6)
                .array(double[].class)
                .ofMinSize(2)
                .ofMaxSize(60);
        return Arbitraries.oneOf(ties, wide);
    }

    private static double[] without(double[] group, int i) {
        double[] others = new double[group.length - 1];
        System.arraycopy(group, 0, others, 0, i);
        System.arraycopy(group, i + 1, others, i, others.length - i);
        return others;
    }

    private static double naiveMedian(double[] values) {
        double[] sorted = Arrays.stream(values).map(x -> x + 0.0).sorted().toArray();
        int n = sorted.length;
        double a = sorted[(n - 1) / 2];
        double b = sorted[n / 2];
        return a == b ? a : a * 0.5 + b * 0.5;
    }

    private static double naiveMad(double[] values) {
        double median = naiveMedian(values);
        return naiveMedian(Arrays.stream(values).map(x -> Math.abs(x - median)).toArray());
    }
}
