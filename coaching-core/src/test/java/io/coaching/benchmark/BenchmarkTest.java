package io.coaching.benchmark;

import static io.coaching.benchmark.Panels.Q3;
import static io.coaching.benchmark.Panels.count;
import static io.coaching.benchmark.Panels.id;
import static io.coaching.benchmark.Panels.ids;
import static io.coaching.benchmark.Panels.level;
import static io.coaching.benchmark.Panels.mean;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.coaching.base.Band;
import io.coaching.base.Estimate;
import io.coaching.base.Known;
import io.coaching.base.Percent;
import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.base.TeamId;
import io.coaching.data.Panel;
import io.coaching.data.Sample;
import io.coaching.internal.random.DeterministicRandom;
import io.coaching.kpi.Kpi;
import io.coaching.kpi.StandardKpis;
import io.coaching.people.Exclusion;
import io.coaching.people.SharedPeers;
import io.coaching.stats.TiePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A benchmark")
class BenchmarkTest {
    private static final Benchmark BENCHMARK = Benchmark.withDefaults();

    private static Sample won(long successes, long trials) {
        return new Sample.Proportion(successes, trials);
    }

    /** Twenty peers with 50 decided deals each, true rates spread by .05 about .3; the subject comes last. */
    private static Panel twentyPeers(long seed, Sample subject) {
        var random = DeterministicRandom.of(seed);
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < 20; i++) {
            double rate = Math.min(1, Math.max(0, random.nextGaussian(0.3, 0.05)));
            samples.add(won(random.nextBinomial(50, rate), 50));
        }
        samples.add(subject);
        return Panels.of(StandardKpis.WIN_RATE, samples);
    }

    private static PeerComparison last(Panel panel, Benchmark benchmark) {
        int n = panel.subjects().size();
        return benchmark.compare(panel, 0, id(n - 1), ids(0, n));
    }

    @Nested
    @DisplayName("against twenty peers with 50 deals each")
    class OnFewDeals {
        @ParameterizedTest(name = "{0} wins of {1} are yellow")
        @CsvSource({"3,4", "0,3", "4,4", "0,5"})
        void doesNotColourLuck(int wins, int deals) {
            for (long seed = 0; seed < 40; seed++) {
                PeerComparison comparison = last(twentyPeers(seed, won(wins, deals)), BENCHMARK);
                assertThat(comparison.verdict().standing())
                        .as("seed %s: %s", seed, comparison)
                        .isEqualTo(Standing.NOT_DISTINGUISHABLE);
                assertThat(comparison.band()).isEqualTo(Band.YELLOW);
            }
        }

        @Test
        void wouldBeColouredByPercentilesWhichIsWhyThoseAreNotTheDefault() {
            Panel lucky = twentyPeers(1, won(3, 4));

            assertThat(last(lucky, BENCHMARK.with(Bands.percentiles(25, 75))).band())
                    .isEqualTo(Band.GREEN);
            assertThat(last(lucky, BENCHMARK.with(Bands.percentOfMedian(90, 110)))
                            .band())
                    .isEqualTo(Band.GREEN);
        }

        @Test
        void drawsFewDealsToThePeersAndManyHardly() {
            double few = last(twentyPeers(1, won(3, 4)), BENCHMARK).shrunken().orThrow();
            double many =
                    last(twentyPeers(1, won(750, 1000)), BENCHMARK).shrunken().orThrow();

            assertThat(few).isBetween(0.28, 0.40);
            assertThat(many).isBetween(0.70, 0.75);
        }

        @Test
        void callsWhatIsSureAndMatters() {
            assertThat(last(twentyPeers(1, won(600, 1000)), BENCHMARK).band()).isEqualTo(Band.GREEN);
            assertThat(last(twentyPeers(1, won(100, 1000)), BENCHMARK).band()).isEqualTo(Band.RED);
        }
    }

    @Test
    void leavesThePersonOutOfThePeers() {
        Panel panel = Panels.of(
                StandardKpis.SALES_CYCLE,
                List.of(mean(9, 10, 4), mean(9, 20, 4), mean(9, 30, 4), mean(9, 40, 4), mean(9, 1000, 4)));

        PeerComparison comparison = BENCHMARK.compare(panel, 0, id(4), ids(0, 5));

        assertThat(comparison.peerMedian().orThrow()).isEqualTo(25);
        assertThat(comparison.lowerQuartile().orThrow()).isEqualTo(17.5);
        assertThat(comparison.gapToMedian().orThrow()).isEqualTo(975);
        assertThat(comparison.relativeGapToMedian().orThrow()).isEqualTo(39);
        assertThat(comparison.peers().orThrow()).isEqualTo(4);
    }

    @Nested
    @DisplayName("where less is better")
    class LessIsBetter {
        private final Panel days = Panels.of(
                StandardKpis.SALES_CYCLE,
                List.of(mean(50, 40, 9), mean(50, 44, 9), mean(50, 48, 9), mean(50, 52, 9), mean(50, 20, 9)));

        @Test
        void turnsRankAndZAndColourButNotTheGap() {
            PeerComparison fast = BENCHMARK.compare(days, 0, id(4), ids(0, 5));

            assertThat(fast.percentileRank().orThrow()).isEqualTo(100);
            assertThat(fast.robustZ().orThrow()).isPositive();
            assertThat(fast.gapToMedian().orThrow()).isEqualTo(-26);
            assertThat(fast.topQuartile().orThrow()).isEqualTo(43);
            assertThat(fast.probabilityBehind().orThrow()).isLessThan(0.05);
            assertThat(fast.band()).isEqualTo(Band.GREEN);
        }

        @Test
        void turnsTheRuleOfPercentOfTheMedian() {
            assertThat(BENCHMARK
                            .with(Bands.percentOfMedian(90, 110))
                            .compare(days, 0, id(4), ids(0, 5))
                            .band())
                    .isEqualTo(Band.GREEN);
        }
    }

    @Test
    @DisplayName("compares totals for a day of exposure, so that a half-timer is not behind")
    void comparesTotalsByExposure() {
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < 10; i++) {
            samples.add(count(600 + i, 60));
        }
        samples.add(count(305, 30));
        PeerComparison half = last(Panels.of(StandardKpis.CALLS, samples), BENCHMARK);

        assertThat(half.observed().orThrow()).isEqualTo(305);
        assertThat(half.value().orThrow()).isEqualTo(305 / 30.0);
        assertThat(((Known) half.value()).interval().orElseThrow().low()).isLessThan(10);
        assertThat(half.band()).isEqualTo(Band.YELLOW);
    }

    @Nested
    @DisplayName("says why there is no answer")
    class WithoutAnswer {
        @Test
        void whenThePersonHasNoEvidence() {
            PeerComparison none = last(twentyPeers(1, new Sample.None(Reason.NOTHING_DECIDED)), BENCHMARK);

            assertThat(none.value()).isEqualTo(Estimate.undefined(Reason.NOTHING_DECIDED));
            assertThat(none.percentileRank()).isEqualTo(Estimate.undefined(Reason.NOTHING_DECIDED));
            assertThat(none.verdict()).isEqualTo(Verdict.none(Reason.NOTHING_DECIDED));
            assertThat(none.peerMedian().isKnown()).isTrue();
        }

        @ParameterizedTest(name = "{0} peers with evidence")
        @CsvSource({"0", "1"})
        void whenThereAreTooFewPeers(int peers) {
            var samples = new ArrayList<Sample>();
            for (int i = 0; i < peers; i++) {
                samples.add(won(5, 10));
            }
            samples.add(won(5, 10));
            PeerComparison alone = last(Panels.of(StandardKpis.WIN_RATE, samples), BENCHMARK);

            assertThat(alone.verdict()).isEqualTo(Verdict.none(Reason.TOO_FEW_PEERS));
            assertThat(alone.shrunken().whyNot()).contains(Reason.TOO_FEW_PEERS);
            assertThat(alone.value().orThrow()).isEqualTo(0.5);
        }

        @Test
        void whenNobodyKnowsWhatChanceDoes() {
            Panel levels = Panels.of(
                    StandardKpis.OPEN_PIPELINE, List.of(level(10), level(20), level(30), level(40), level(90)));

            assertThat(last(levels, BENCHMARK).verdict()).isEqualTo(Verdict.none(Reason.NO_ERROR_MODEL));
            assertThat(last(levels, BENCHMARK).percentileRank().orThrow()).isEqualTo(100);
            assertThat(last(levels, BENCHMARK.with(Bands.percentiles(25, 75))).band())
                    .isEqualTo(Band.GREEN);
        }

        @Test
        void whenAllPeersAreLevel() {
            Panel level = Panels.of(
                    StandardKpis.WIN_RATE,
                    Stream.generate(() -> won(10, 40)).limit(8).toList());
            PeerComparison one = last(level, BENCHMARK);

            assertThat(one.robustZ()).isEqualTo(Estimate.undefined(Reason.NO_VARIATION));
            assertThat(one.percentileRank().orThrow()).isEqualTo(50);
            assertThat(one.probabilityBehind().orThrow()).isCloseTo(0.5, within(0.02));
            assertThat(one.verdict().standing().isFlag()).isFalse();
        }

        @Test
        void whenSomeoneIsNotInThePanel() {
            PeerComparison unknown = BENCHMARK.compare(twentyPeers(1, won(1, 2)), 0, PersonId.of("zoe"), ids(0, 20));

            assertThat(unknown.verdict()).isEqualTo(Verdict.none(Reason.NO_DATA));
            assertThat(unknown.toString()).hasSizeLessThanOrEqualTo(80).contains("no verdict");
        }
    }

    @Test
    void countsPeersWithoutEvidenceAsLeftOut() {
        Panel panel = Panels.of(
                StandardKpis.WIN_RATE,
                List.of(won(1, 4), won(2, 4), new Sample.None(Reason.NOTHING_DECIDED), won(3, 4)));

        PeerComparison comparison = BENCHMARK.compare(panel, 0, id(3), ids(0, 4));

        assertThat(comparison.leftOut()).containsEntry(Exclusion.NO_EVIDENCE, 1);
        assertThat(comparison.explain()).contains("1, no evidence in the period");
    }

    @Nested
    @DisplayName("of amounts")
    class OfAmounts {
        @Test
        @DisplayName("does not take someone without a sale as known for sure")
        void withoutASale() {
            var samples = new ArrayList<Sample>();
            for (int i = 0; i < 10; i++) {
                samples.add(new Sample.Total(3, 3000 + 100 * i, 4e6, 60, false));
            }
            samples.add(new Sample.Total(0, 0, 0, 10, false));
            PeerComparison none = last(Panels.of(StandardKpis.BOOKINGS, samples), BENCHMARK);

            assertThat(none.probabilityBehind().orThrow()).isBetween(0.5, 0.9);
            assertThat(none.verdict().standing()).isEqualTo(Standing.NOT_DISTINGUISHABLE);
        }

        @Test
        void withASingleFact() {
            var samples = new ArrayList<Sample>();
            for (int i = 0; i < 10; i++) {
                samples.add(mean(20, 50 + i, 400));
            }
            samples.add(new Sample.Mean(1, 20, java.util.OptionalDouble.empty()));

            assertThat(last(Panels.of(StandardKpis.SALES_CYCLE, samples), BENCHMARK)
                            .band())
                    .isEqualTo(Band.YELLOW);
        }
    }

    @Nested
    @DisplayName("asks for a gap that matters")
    class MaterialGap {
        private Panel gapOf(Kpi kpi, double points) {
            var samples = new ArrayList<Sample>();
            for (int i = 0; i < 20; i++) {
                samples.add(won(300_000 + i, 1_000_000));
            }
            samples.add(won(Math.round((0.3 + points / 100) * 1_000_000), 1_000_000));
            return Panels.of(kpi, samples);
        }

        @ParameterizedTest(name = "{0} points below 30 %: {1}")
        @CsvSource({"-0.5,CLOSE", "-2.9,CLOSE", "-4.0,BEHIND", "2.9,CLOSE", "4.0,AHEAD"})
        void ofATenth(double points, Standing standing) {
            assertThat(last(gapOf(StandardKpis.WIN_RATE, points), BENCHMARK)
                            .verdict()
                            .standing())
                    .isEqualTo(standing);
        }

        @Test
        void ofTheKpiOrOfTheRule() {
            Kpi strict =
                    Kpi.builder().from(StandardKpis.WIN_RATE).materialGap(0.01).build();

            assertThat(last(gapOf(strict, -0.5), BENCHMARK).band()).isEqualTo(Band.RED);
            assertThat(last(
                                    gapOf(strict, -0.5),
                                    BENCHMARK.with(
                                            Bands.evidence(Percent.of(95)).withMaterialGap(Percent.of(5))))
                            .band())
                    .isEqualTo(Band.YELLOW);
        }

        @Test
        void ofSharesNeverMoreThanFivePoints() {
            var samples = new ArrayList<Sample>();
            for (int i = 0; i < 20; i++) {
                samples.add(won(950_000, 1_000_000));
            }
            samples.add(won(890_000, 1_000_000));

            assertThat(last(Panels.of(StandardKpis.PROCESS_COMPLIANCE, samples), BENCHMARK)
                            .materialGap()
                            .orThrow())
                    .isCloseTo(0.05, within(1e-9));
        }
    }

    @Test
    @DisplayName("decides alike in a comparison and in a scan, to the last bit")
    void oneDecision() {
        for (long seed = 0; seed < 5; seed++) {
            Panel panel = twentyPeers(seed, won(30, 60));
            Scan scan = BENCHMARK.scan(List.of(panel), 0, List.of(new SharedPeers(ids(0, 21), ids(0, 21))));
            for (int i = 0; i < 21; i++) {
                PeerComparison comparison = BENCHMARK.compare(panel, 0, id(i), ids(0, 21));
                ScanCell cell = scan.cell(id(i), StandardKpis.WIN_RATE.id());
                assertThat(cell.verdict()).isEqualTo(comparison.verdict());
                assertThat(cell.probabilityBehind().getAsDouble())
                        .isEqualTo(comparison.probabilityBehind().orThrow());
            }
        }
    }

    @Test
    void doesNotDependOnTheOrderOfPeers() {
        Panel panel = twentyPeers(3, won(9, 40));
        List<PersonId> backward =
                ids(0, 21).stream().sorted(java.util.Comparator.reverseOrder()).toList();

        assertThat(BENCHMARK.compare(panel, 0, id(20), backward))
                .isEqualTo(BENCHMARK.compare(panel, 0, id(20), ids(0, 21)));
    }

    @Nested
    @DisplayName("as a scan")
    class AsScan {
        private final Panel panel = scanned();

        private Panel scanned() {
            var samples = new ArrayList<Sample>();
            for (int i = 0; i < 20; i++) {
                samples.add(won(60 + i % 5, 200));
            }
            samples.add(won(5, 200));
            samples.add(won(30, 200));
            samples.add(won(150, 200));
            samples.add(new Sample.None(Reason.NOTHING_DECIDED));
            return Panels.of(StandardKpis.WIN_RATE, samples);
        }

        private final Scan scan = BENCHMARK.scan(List.of(panel), 0, List.of(new SharedPeers(ids(0, 24), ids(0, 24))));

        @Test
        void saysWhoNeedsALookTheWeightiestFirst() {
            assertThat(scan.whoNeedsALook()).containsExactly(id(20), id(21));
            assertThat(scan.toString()).isEqualTo("2 of 24 need a look: 2 figures behind, 1 ahead of 24");
        }

        @Test
        void countsWhatWasQuiet() {
            assertThat(scan.counts().values().stream().mapToInt(n -> n).sum()).isEqualTo(24);
            assertThat(scan.withoutVerdict()).containsExactly(java.util.Map.entry(Reason.NOTHING_DECIDED, 1));
            assertThat(scan.explain()).contains("20 quiet, 1 without a verdict");
        }

        @Test
        void marksEveryCell() {
            assertThat(scan.table())
                    .contains("p020    --")
                    .contains("p022    ++")
                    .contains("p023    ?");
        }

        @Test
        void expectsFewFlagsToBeWrong() {
            assertThat(scan.expectedWrong().getAsDouble()).isBetween(0.0, 3 * 0.05);
        }

        @Test
        void hasTidyRows() {
            assertThat(scan.rows().rows()).hasSize(24);
            assertThat(scan.rows().rows().get(23)).doesNotContainKeys("value", "n", "probability_behind");
        }
    }

    @Nested
    @DisplayName("as a stack rank")
    class AsStackRank {
        private StackRank rank(TiePolicy ties, RankOrder order) {
            Panel panel = Panels.of(
                    StandardKpis.WIN_RATE,
                    List.of(won(3, 4), won(50, 100), won(50, 100), won(40, 100), new Sample.None(Reason.NO_DATA)));
            return BENCHMARK
                    .with(ties)
                    .stackRank(panel, 0, List.of(new SharedPeers(ids(0, 5), ids(0, 5))), ids(0, 5), order);
        }

        private static String ranks(StackRank rank) {
            return rank.entries().stream()
                    .map(e -> e.person() + "="
                            + (e.rank().isPresent() ? (int) e.rank().getAsDouble() : "-"))
                    .collect(Collectors.joining(" "));
        }

        @Test
        void sharesRanksAndListsTheUnranked() {
            assertThat(ranks(rank(TiePolicy.DEFAULT, RankOrder.VALUE))).isEqualTo("p000=1 p001=2 p002=2 p003=4 p004=-");
            assertThat(ranks(rank(TiePolicy.DENSE, RankOrder.VALUE))).isEqualTo("p000=1 p001=2 p002=2 p003=3 p004=-");
        }

        @Test
        void saysWhatRanksAreWorth() {
            StackRankRow first =
                    rank(TiePolicy.DEFAULT, RankOrder.VALUE).entry(id(0)).orElseThrow();

            assertThat(first.worstRank()).hasValue(4);
            assertThat(first.notToldApart()).containsExactly(id(1), id(2), id(3));
        }

        @Test
        void hidesRanksWithoutLosingAnyone() {
            StackRank hidden = rank(TiePolicy.DEFAULT, RankOrder.VALUE).withoutRanks();

            assertThat(hidden.entries())
                    .hasSize(5)
                    .allMatch(e -> e.rank().isEmpty() && e.bestRank().isEmpty());
            assertThat(hidden.table()).doesNotContain("rank");
        }
    }

    @Nested
    @DisplayName("of those who do better")
    class Better {
        @Test
        void namesNobodyWhoWasLucky() {
            var samples = new ArrayList<Sample>();
            for (int i = 0; i < 20; i++) {
                samples.add(won(60, 200));
            }
            samples.add(won(4, 4));
            samples.add(won(140, 200));
            samples.add(won(58, 200));
            Panel panel = Panels.of(StandardKpis.WIN_RATE, samples);

            BetterPeers better = BENCHMARK.betterThan(panel, 0, id(22), ids(0, 23));

            assertThat(better.better()).extracting(BetterPeer::person).containsExactly(id(21));
            assertThat(better.exemplars()).containsExactly(id(21));
        }
    }

    @Nested
    @DisplayName("of two teams")
    class Teams {
        @Test
        @DisplayName("takes Newcombe's interval (case newcombe-diff-a: 56 of 70 against 48 of 80)")
        void proportions() {
            Panel panel = Panel.builder(StandardKpis.WIN_RATE)
                    .period(Q3)
                    .add(TeamId.of("east"), won(56, 70))
                    .add(TeamId.of("west"), won(48, 80))
                    .build();

            TeamComparison comparison = BENCHMARK.compareTeams(panel, 0, TeamId.of("east"), TeamId.of("west"));

            Known difference = (Known) comparison.difference();
            assertThat(difference.value()).isCloseTo(0.2, within(1e-12));
            assertThat(difference.interval().orElseThrow().low()).isCloseTo(0.0524, within(5e-5));
            assertThat(difference.interval().orElseThrow().high()).isCloseTo(0.3339, within(5e-5));
            assertThat(comparison.probabilityFirstBetter().orThrow()).isBetween(0.99, 1.0);
            assertThat(comparison.verdict().standing()).isEqualTo(Standing.AHEAD);
        }

        @Test
        void turnsWhereLessIsBetter() {
            Panel panel = Panel.builder(StandardKpis.SALES_CYCLE)
                    .period(Q3)
                    .add(TeamId.of("east"), mean(100, 60, 100))
                    .add(TeamId.of("west"), mean(100, 40, 100))
                    .build();

            TeamComparison comparison = BENCHMARK.compareTeams(panel, 0, TeamId.of("east"), TeamId.of("west"));

            assertThat(comparison.verdict().standing()).isEqualTo(Standing.BEHIND);
            assertThat(comparison.probabilityFirstBetter().orThrow()).isLessThan(0.01);
        }
    }

    @Test
    void fitsOnALineWithTheAnswerFirst() {
        assertThat(last(twentyPeers(1, won(13, 42)), BENCHMARK).toString())
                .hasSizeLessThanOrEqualTo(80)
                .startsWith("win-rate of p020: 31.0% YELLOW, peers' median ")
                .endsWith("n=42");
    }

    @Test
    void refusesAFractionWhereAPercentIsMeant() {
        assertThatThrownBy(() -> Bands.evidence(Percent.of(0.95)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.95%")
                .hasMessageContaining("Percent.of(95)");
        assertThatThrownBy(() -> Bands.percentiles(75, 25)).hasMessageContaining("low must be below high");
    }
}
