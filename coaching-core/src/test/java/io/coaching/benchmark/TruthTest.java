package io.coaching.benchmark;

import static io.coaching.benchmark.Panels.id;
import static io.coaching.benchmark.Panels.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coaching.data.Sample;
import io.coaching.internal.random.DeterministicRandom;
import io.coaching.kpi.Kpi;
import io.coaching.kpi.StandardKpis;
import io.coaching.people.SharedPeers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Simulated companies whose truth is known: who is flagged, how often that is wrong, and what the probabilities are worth. */
@DisplayName("In a company whose truth is known")
class TruthTest {
    private static final int PEOPLE = 30;
    private static final int COMPANIES = 8;

    /** What is measured; the effect is relative, positive is better. */
    enum Kind {
        PROPORTION(80) {
            @Override
            Kpi kpi() {
                return StandardKpis.WIN_RATE;
            }

            @Override
            Sample draw(DeterministicRandom random, double effect, int size) {
                return new Sample.Proportion(random.nextBinomial(size, Math.min(0.95, 0.3 * (1 + effect))), size);
            }
        },
        COUNT(80) {
            @Override
            Kpi kpi() {
                return StandardKpis.CALLS;
            }

            @Override
            Sample draw(DeterministicRandom random, double effect, int size) {
                return Panels.count(random.nextPoisson(size * (1 + effect)), size);
            }
        },
        AMOUNT(200) {
            @Override
            Kpi kpi() {
                return StandardKpis.BOOKINGS;
            }

            @Override
            Sample draw(DeterministicRandom random, double effect, int size) {
                int deals = random.nextPoisson(size * 0.5 * (1 + effect));
                double sum = 0;
                double squares = 0;
                for (int i = 0; i < deals; i++) {
                    double amount = StrictMath.exp(random.nextGaussian(7, 0.8));
                    sum += amount;
                    squares += amount * amount;
                }
                return new Sample.Total(deals, sum, squares, size, false);
            }
        },
        MEAN(40) {
            @Override
            Kpi kpi() {
                return StandardKpis.SALES_CYCLE;
            }

            @Override
            Sample draw(DeterministicRandom random, double effect, int size) {
                double sum = 0;
                double squares = 0;
                for (int i = 0; i < size; i++) {
                    double days = 50 * (1 - effect) * StrictMath.exp(random.nextGaussian(0, 0.5));
                    sum += days;
                    squares += days * days;
                }
                double variance = Math.max(0, (squares - sum * sum / size) / (size - 1));
                return new Sample.Mean(size, sum / size, OptionalDouble.of(variance));
            }
        };

        private final int size;

        Kind(int size) {
            this.size = size;
        }

        abstract Kpi kpi();

        abstract Sample draw(DeterministicRandom random, double effect, int size);
    }

    /** What came of some companies. */
    private static final class Tally {
        private int cells;
        private int flags;
        private int wrong;
        private int farBehind;
        private int found;
        private final double[] said = new double[5];
        private final double[] truly = new double[5];
        private final int[] count = new int[5];

        void add(Kind kind, double spread, long seed) {
            var random = DeterministicRandom.of(seed);
            var samples = new ArrayList<Sample>();
            double[] effects = new double[PEOPLE];
            for (int i = 0; i < PEOPLE; i++) {
                effects[i] = Math.max(-0.9, spread * random.nextGaussian());
                int size = Math.max(2, (int) (kind.size * (0.4 + 1.2 * random.nextDouble())));
                samples.add(kind.draw(random, effects[i], size));
            }
            Scan scan = Benchmark.withDefaults()
                    .scan(
                            List.of(Panels.of(kind.kpi(), samples)),
                            0,
                            List.of(new SharedPeers(ids(0, PEOPLE), ids(0, PEOPLE))));
            for (int i = 0; i < PEOPLE; i++) {
                double[] others = new double[PEOPLE - 1];
                System.arraycopy(effects, 0, others, 0, i);
                System.arraycopy(effects, i + 1, others, i, PEOPLE - 1 - i);
                Arrays.sort(others);
                boolean behind = effects[i] < others[others.length / 2];
                ScanCell cell = scan.cell(id(i), kind.kpi().id());
                double probability = cell.probabilityBehind().orElseThrow();
                int bin = Math.min(4, (int) (probability * 5));
                count[bin]++;
                said[bin] += probability;
                truly[bin] += behind ? 1 : 0;
                cells++;
                boolean flag = cell.verdict().standing().isFlag();
                flags += flag ? 1 : 0;
                wrong += flag && behind != (cell.verdict().standing() == Standing.BEHIND) ? 1 : 0;
                if (effects[i] < -1.5 * spread && spread > 0) {
                    farBehind++;
                    found += cell.verdict().standing() == Standing.BEHIND ? 1 : 0;
                }
            }
        }

        void print(Kind kind, double spread) {
            System.out.println(String.format(
                    Locale.ROOT,
                    "truth %s, spread %.2f: %d of %d figures flagged, %d of them wrong; %d of %d far behind found",
                    kind,
                    spread,
                    flags,
                    cells,
                    wrong,
                    found,
                    farBehind));
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("without any true difference, hardly a figure in a hundred is flagged")
    void flagsHardlyAnyoneWhereAllAreAlike(Kind kind) {
        var tally = new Tally();
        for (int company = 0; company < COMPANIES; company++) {
            tally.add(kind, 0, 100 + company);
        }
        tally.print(kind, 0);

        assertThat(tally.flags).isLessThanOrEqualTo(tally.cells / 100);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("with large differences, most of those far behind are found, and few flags point the wrong way")
    void findsPlantedDifferences(Kind kind) {
        var tally = new Tally();
        for (int company = 0; company < COMPANIES; company++) {
            tally.add(kind, 0.35, 200 + company);
        }
        tally.print(kind, 0.35);

        assertThat(tally.found).isGreaterThanOrEqualTo(tally.farBehind * 6 / 10);
        assertThat(tally.wrong).isLessThanOrEqualTo(Math.max(2, tally.flags / 20));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("a probability of being behind is worth what it says")
    void isCalibrated(Kind kind) {
        var tally = new Tally();
        for (int company = 0; company < 2 * COMPANIES; company++) {
            tally.add(kind, 0.15, 300 + company);
        }
        tally.print(kind, 0.15);

        for (int bin = 0; bin < 5; bin++) {
            if (tally.count[bin] >= 40) {
                assertThat(tally.truly[bin] / tally.count[bin])
                        .as("said %.2f, n=%d", tally.said[bin] / tally.count[bin], tally.count[bin])
                        .isCloseTo(tally.said[bin] / tally.count[bin], within(0.14));
            }
        }
    }
}
