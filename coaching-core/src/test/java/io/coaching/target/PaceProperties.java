package io.coaching.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.coaching.base.Percent;
import io.coaching.stats.SumOfAmounts;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PaceProperties {
    private static final SumOfAmounts ONE = new SumOfAmounts(1, 0, 0);

    private static Past past(double[] events, double[] days) {
        return new Past(events, days);
    }

    @Property(tries = 200)
    void moreDoneIsMoreLikely(
            @ForAll @IntRange(max = 60) int done,
            @ForAll @IntRange(min = 1, max = 120) int target,
            @ForAll @IntRange(min = 1, max = 65) int over,
            @ForAll @IntRange(max = 80) int last,
            @ForAll @IntRange(max = 80) int before,
            @ForAll @DoubleRange(max = 20_000) double sd) {
        double early = over / 66.0;
        Past own = new Past(
                new double[] {before, last},
                new double[] {Math.rint(before * early * 0.8), Math.rint(Math.min(last, last * early * 1.2))},
                new double[] {64, 65},
                new double[] {64 * early, 65 * early});
        for (SumOfAmounts size : List.of(ONE, new SumOfAmounts(10_000, sd, sd / 4))) {
            double less = chance(own, done, over, size, target * size.mean());
            double more = chance(own, done + 1, over, size, target * size.mean());
            assertThat(more).isGreaterThanOrEqualTo(less - 1e-9);
        }
    }

    private static double chance(Past own, int done, int over, SumOfAmounts size, double target) {
        return PaceModel.total(
                        own,
                        List.of(),
                        past(new double[] {done}, new double[] {over}),
                        done * size.mean(),
                        over / 66.0,
                        66 - over,
                        size,
                        target,
                        false,
                        Percent.of(80))
                .orElseThrow()
                .reaches();
    }

    @Property(tries = 200)
    void moreWonIsMoreLikely(
            @ForAll @IntRange(max = 30) int won,
            @ForAll @IntRange(min = 1, max = 30) int lost,
            @ForAll @IntRange(max = 60) int toCome,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double target) {
        Past own = past(new double[] {10, 12}, new double[] {40, 40});
        double less = PaceModel.share(own, List.of(), won, won + lost, toCome, target, false, Percent.of(80))
                .orElseThrow()
                .reaches();
        double more = PaceModel.share(own, List.of(), won + 1, won + lost, toCome, target, false, Percent.of(80))
                .orElseThrow()
                .reaches();
        assertThat(more).isGreaterThanOrEqualTo(less - 1e-12);
    }

    /**
     * Twelve people in each of fifty companies with six past quarters; true rates differ by 30 % between people and by 25 %
     * between quarters of one person; asked at the middle of the seventh quarter.
     */
    @Test
    @DisplayName("What is said to be likely comes true as often as said, and the 80 % interval holds four of five")
    void calibrated() {
        var random = new Well19937c(20_261_122);
        double[] days = {64, 66, 62, 65, 66, 63};
        int asked = 0;
        int inside = 0;
        double said = 0;
        double variance = 0;
        int came = 0;
        double[] saidIn = new double[5];
        int[] cameIn = new int[5];
        int[] askedIn = new int[5];
        for (int company = 0; company < 50; company++) {
            var people = new ArrayList<Past>();
            double[] rates = new double[12];
            for (int p = 0; p < rates.length; p++) {
                rates[p] = gamma(random, 0.5, 0.3);
                double[] events = new double[days.length];
                for (int q = 0; q < days.length; q++) {
                    events[q] = poisson(random, gamma(random, rates[p], 0.25) * days[q]);
                }
                people.add(past(events, days));
            }
            for (int p = 0; p < rates.length; p++) {
                double now = gamma(random, rates[p], 0.25);
                int done = poisson(random, now * 33);
                int all = done + poisson(random, now * 33);
                int target = 18 + 2 * (p + company) % 30;
                var peers = new ArrayList<>(people);
                peers.remove(p);
                var finish = PaceModel.total(
                                people.get(p),
                                peers,
                                past(new double[] {done}, new double[] {33}),
                                done,
                                0.5,
                                33,
                                ONE,
                                target,
                                false,
                                Percent.of(80))
                        .orElseThrow();
                asked++;
                said += finish.reaches();
                variance += finish.reaches() * (1 - finish.reaches());
                came += all >= target ? 1 : 0;
                inside += all >= finish.low() && all <= finish.high() ? 1 : 0;
                int bin = Math.min(4, (int) (finish.reaches() * 5));
                saidIn[bin] += finish.reaches();
                askedIn[bin]++;
                cameIn[bin] += all >= target ? 1 : 0;
            }
        }
        assertThat((came - said) / Math.sqrt(variance)).isBetween(-3.0, 3.0);
        // an interval of whole numbers holds a little more than it must
        assertThat((double) inside / asked).isBetween(0.77, 0.89);
        for (int bin = 0; bin < 5; bin++) {
            double mean = saidIn[bin] / askedIn[bin];
            assertThat((double) cameIn[bin] / askedIn[bin])
                    .as("said %.2f, %d times", mean, askedIn[bin])
                    .isBetween(mean - 0.15, mean + 0.15);
        }
    }

    private static double gamma(Well19937c random, double mean, double cv) {
        double shape = 1 / (cv * cv);
        return new GammaDistribution(random, shape, mean / shape).sample();
    }

    private static int poisson(Well19937c random, double mean) {
        return mean <= 0 ? 0 : new PoissonDistribution(random, mean, 1e-12, 10_000).sample();
    }

    @Test
    @DisplayName("So it is with amounts whose sizes are skewed")
    void calibratedAmounts() {
        var random = new Well19937c(7);
        var split = new SplittableRandom(7);
        double[] days = {64, 66, 62, 65};
        int asked = 0;
        int inside = 0;
        double said = 0;
        double variance = 0;
        int came = 0;
        for (int person = 0; person < 300; person++) {
            double rate = 0.15;
            double[] events = new double[4];
            var sizes = PaceModel.Sizes.NONE;
            for (int q = 0; q < 4; q++) {
                events[q] = poisson(random, rate * days[q]);
                for (int i = 0; i < events[q]; i++) {
                    sizes = sizes.plus(one(gamma(random, 10_000, 0.8)));
                }
            }
            int early = poisson(random, rate * 33);
            int late = poisson(random, rate * 33);
            double done = 0;
            for (int i = 0; i < early; i++) {
                double amount = gamma(random, 10_000, 0.8);
                done += amount;
                sizes = sizes.plus(one(amount));
            }
            double all = done;
            for (int i = 0; i < late; i++) {
                all += gamma(random, 10_000, 0.8);
            }
            double target = 60_000 + split.nextInt(80_000);
            var finish = PaceModel.total(
                            past(events, days),
                            List.of(),
                            past(new double[] {early}, new double[] {33}),
                            done,
                            0.5,
                            33,
                            PaceModel.size(sizes, List.of()),
                            target,
                            false,
                            Percent.of(80))
                    .orElseThrow();
            asked++;
            said += finish.reaches();
            variance += finish.reaches() * (1 - finish.reaches());
            came += all >= target ? 1 : 0;
            inside += all >= finish.low() && all <= finish.high() ? 1 : 0;
        }
        assertThat((came - said) / Math.sqrt(variance)).isBetween(-3.0, 3.0);
        assertThat((double) inside / asked).isBetween(0.74, 0.90);
    }

    private static PaceModel.Sizes one(double amount) {
        return new PaceModel.Sizes(1, amount, amount * amount);
    }
}
