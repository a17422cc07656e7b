package io.coaching.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.coaching.data.SomeFacts.Fact;
import io.coaching.data.SomeFacts.Sums;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The same facts make the same bits, and the right ones. */
class FactTableProperties {
    private static final int[] WEEKS =
            IntStream.rangeClosed(0, 24).map(w -> 18_010 + 7 * w).toArray();

    private static final Comparator<Fact> ROW_ORDER = Comparator.comparingInt(Fact::day)
            .thenComparingLong(Fact::value)
            .thenComparingInt(Fact::source)
            .thenComparingInt(Fact::slice);

    private static List<Fact> facts(long seed, int n) {
        return SomeFacts.random(seed, n);
    }

    @Property(tries = 40)
    void anyOrderAndAnyNumberOfThreadsSealToTheSameBytes(
            @ForAll long seed, @ForAll @IntRange(max = 20_000) int n, @ForAll @IntRange(min = 1, max = 8) int threads) {
        List<Fact> facts = facts(seed, n);
        FactTable table = SomeFacts.table(facts);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            FactTable other = SomeFacts.builder(SomeFacts.shuffled(facts, seed)).seal(pool, threads);
            assertThat(other).isEqualTo(table).hasSameHashCodeAs(table);
            assertThat(other.toBytes()).isEqualTo(table.toBytes());
            assertThat(other.cube(WEEKS).on(pool, threads).build().toBytes())
                    .isEqualTo(table.cube(WEEKS).build().toBytes());
        } finally {
            pool.shutdown();
        }
    }

    /** Imports of daily totals bring many facts of one person and day, all of whose order must be settled. */
    @Property(tries = 30)
    void manyFactsOfOneDayHaveOneOrder(@ForAll long seed, @ForAll @IntRange(max = 400) int n) {
        Random random = new Random(seed);
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            facts.add(new Fact(1, 5, 20_000, random.nextInt(8), random.nextInt(8), random.nextInt(3)));
        }
        FactTable table = SomeFacts.table(facts);
        List<Fact> seen = new ArrayList<>();
        table.forEach(
                1, 5, 0, 65_536, (day, value, source, slice) -> seen.add(new Fact(1, 5, day, value, source, slice)));
        assertThat(seen).isEqualTo(facts.stream().sorted(ROW_ORDER).toList());
        assertThat(SomeFacts.table(SomeFacts.shuffled(facts, seed))).isEqualTo(table);
    }

    @Property(tries = 40)
    void bytesOutAndInMakeTheSameTable(@ForAll long seed, @ForAll @IntRange(max = 10_000) int n) {
        FactTable table = SomeFacts.table(facts(seed, n));
        FactTable read = FactTable.fromBytes(table.toBytes());
        assertThat(read).isEqualTo(table);
        KpiCube cube = table.cube(WEEKS).build();
        assertThat(KpiCube.fromBytes(cube.toBytes())).isEqualTo(cube).hasSameHashCodeAs(cube);
    }

    @Property(tries = 30)
    void everyCellIsWhatSchoolbookArithmeticSays(@ForAll long seed, @ForAll @IntRange(max = 10_000) int n) {
        List<Fact> facts = facts(seed, n);
        KpiCube cube = SomeFacts.table(facts).cube(WEEKS).build();
        Map<List<Integer>, List<Fact>> expected = facts.stream()
                .filter(f -> f.day() >= WEEKS[0] && f.day() < WEEKS[WEEKS.length - 1])
                .collect(Collectors.groupingBy(f -> List.of(f.measure(), f.person(), (f.day() - WEEKS[0]) / 7)));
        assertThat(cube.cells()).isEqualTo(expected.size());
        expected.forEach((key, cell) ->
                assertThat(Sums.of(cube.at(key.get(0), key.get(1), key.get(2)))).isEqualTo(Sums.of(cell)));
        for (int m = 0; m < SomeFacts.MEASURES; m++) {
            KpiCube.Cells cells = cube.cells(m);
            while (cells.next()) {
                assertThat(cells.aggregate()).isEqualTo(cube.at(m, cells.row(), cells.period()));
            }
        }
    }

    @Property(tries = 30)
    void aSliceCountsOnlyItsFacts(
            @ForAll long seed, @ForAll @IntRange(max = 5_000) int n, @ForAll @IntRange(max = 3) int slice) {
        List<Fact> facts = facts(seed, n);
        List<Fact> some = facts.stream().filter(f -> f.slice() == slice).toList();
        assertThat(SomeFacts.table(facts).cube(WEEKS).slice(slice).build())
                .isEqualTo(SomeFacts.table(some).cube(WEEKS).build());
    }

    @Property(tries = 30)
    void everyFactCountsForTheGroupOfItsDay(
            @ForAll long seed, @ForAll @IntRange(max = 5_000) int n, @ForAll @IntRange(min = 1, max = 4) int threads) {
        List<Fact> facts = facts(seed, n);
        Random random = new Random(seed);
        Stints.Builder builder = Stints.builder();
        Map<Integer, TreeMap<Integer, Integer>> known = new TreeMap<>();
        for (int person = 0; person < 200; person++) {
            for (int s = random.nextInt(4); s > 0; s--) {
                int day = 17_990 + random.nextInt(200);
                int group = random.nextInt(4) - 1;
                if (known.computeIfAbsent(person, p -> new TreeMap<>()).putIfAbsent(day, group) == null) {
                    builder.add(person, day, group);
                }
            }
        }
        Stints stints = builder.build();
        List<Fact> moved = new ArrayList<>();
        for (Fact f : facts) {
            Map.Entry<Integer, Integer> stint =
                    known.getOrDefault(f.person(), new TreeMap<>()).floorEntry(f.day());
            int group = stint == null ? -1 : stint.getValue();
            assertThat(stints.groupOf(f.person(), f.day())).isEqualTo(group);
            if (group >= 0) {
                moved.add(new Fact(f.measure(), group, f.day(), f.value(), f.source(), f.slice()));
            }
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            assertThat(SomeFacts.table(facts)
                            .cube(WEEKS)
                            .byGroup(stints)
                            .on(pool, threads)
                            .build())
                    .isEqualTo(SomeFacts.table(moved).cube(WEEKS).build());
        } finally {
            pool.shutdown();
        }
    }

    @Property(tries = 30)
    void shardsMergeToTheWholeInAnyOrder(
            @ForAll long seed, @ForAll @IntRange(max = 10_000) int n, @ForAll @IntRange(min = 1, max = 6) int shards) {
        List<Fact> facts = facts(seed, n);
        Random random = new Random(seed);
        List<List<Fact>> parts = new ArrayList<>();
        for (int s = 0; s < shards; s++) {
            parts.add(new ArrayList<>());
        }
        facts.forEach(f -> parts.get(random.nextInt(shards)).add(f));
        Collections.shuffle(parts, random);
        KpiCube whole = SomeFacts.table(facts).cube(WEEKS).build();
        KpiCube merged = SomeFacts.table(List.of()).cube(WEEKS).build();
        FactTable mergedTable = FactTable.empty(SomeFacts.MEASURES);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            for (List<Fact> part : parts) {
                merged = merged.merge(SomeFacts.table(part).cube(WEEKS).build(), pool, 1 + random.nextInt(3));
                mergedTable = mergedTable.merge(SomeFacts.table(part));
            }
        } finally {
            pool.shutdown();
        }
        assertThat(merged).isEqualTo(whole);
        assertThat(merged.toBytes()).isEqualTo(whole.toBytes());
        assertThat(mergedTable).isEqualTo(SomeFacts.table(facts));
    }

    @Property(tries = 40)
    void mergingCubesIsAssociativeAndCommutative(@ForAll long seed) {
        KpiCube a = SomeFacts.table(facts(seed, 500)).cube(WEEKS).build();
        KpiCube b = SomeFacts.table(facts(seed + 1, 1_000)).cube(WEEKS).build();
        KpiCube c = SomeFacts.table(facts(seed + 2, 300)).cube(WEEKS).build();
        assertThat(a.merge(b)).isEqualTo(b.merge(a));
        assertThat(a.merge(b).merge(c).toBytes()).isEqualTo(a.merge(b.merge(c)).toBytes());
    }

    @Property(tries = 30)
    void rollingUpCellsIsAskingForGroups(@ForAll long seed, @ForAll @IntRange(max = 5_000) int n) {
        FactTable table = SomeFacts.table(facts(seed, n));
        int[] groups = new Random(seed).ints(300, -1, 5).toArray();
        Stints.Builder always = Stints.builder();
        for (int person = 0; person < groups.length; person++) {
            always.add(person, -1, groups[person]);
        }
        int[] months = {WEEKS[0], WEEKS[4], WEEKS[8], WEEKS[12]};
        assertThat(table.cube(WEEKS).build().rollUp(groups).mergePeriods(months))
                .isEqualTo(table.cube(months).byGroup(always.build()).build());
    }

    @Property(tries = 60)
    void aCorrectedTableIsTheOneBuiltFromScratch(
            @ForAll long seed,
            @ForAll @IntRange(max = 12_000) int n,
            @ForAll @IntRange(max = 2_000) int more,
            @ForAll @IntRange(max = 60) int removedShare) {
        List<Fact> facts = facts(seed, n);
        Random random = new Random(seed);
        BitSet removed = new BitSet();
        for (int source = 0; source <= n / 3; source++) {
            if (random.nextInt(100) < removedShare) {
                removed.set(source);
            }
        }
        List<Fact> added = facts(seed + 1, more);
        List<Fact> expected = new ArrayList<>(
                facts.stream().filter(f -> !removed.get(f.source())).toList());
        expected.addAll(added);
        FactTable corrected = SomeFacts.table(facts).replace(removed.stream().toArray(), SomeFacts.builder(added));
        assertThat(corrected).isEqualTo(SomeFacts.table(expected));
        assertThat(corrected.memoryBytes()).isEqualTo(SomeFacts.table(expected).memoryBytes());

        int erased = random.nextInt(3);
        assertThat(corrected.withoutPerson(erased))
                .isEqualTo(SomeFacts.table(
                        expected.stream().filter(f -> f.person() != erased).toList()));
    }

    @Property(tries = 30)
    void correctionsOfDifferentSourcesMayComeInAnyOrder(@ForAll long seed, @ForAll @IntRange(max = 6_000) int n) {
        List<Fact> facts = facts(seed, n);
        FactTable table = SomeFacts.table(facts);
        List<Fact> first = List.of(new Fact(0, 3, 18_050, 5, 1, 0), new Fact(1, 3, 18_051, -5, 1, 2));
        List<Fact> second = List.of(new Fact(1, 0, 18_050, 7, 2, 0));
        assertThat(table.replace(new int[] {1}, SomeFacts.builder(first))
                        .replace(new int[] {2}, SomeFacts.builder(second)))
                .isEqualTo(table.replace(new int[] {2}, SomeFacts.builder(second))
                        .replace(new int[] {1}, SomeFacts.builder(first)));
    }

    @Property(tries = 30)
    void rangesHoldAPersonsFactsInOrder(
            @ForAll long seed,
            @ForAll @IntRange(max = 3_000) int n,
            @ForAll @IntRange(min = 17_990, max = 18_210) int from,
            @ForAll @IntRange(max = 200) int length) {
        List<Fact> facts = facts(seed, n);
        FactTable table = SomeFacts.table(facts);
        for (int m = 0; m < SomeFacts.MEASURES; m++) {
            int measure = m;
            List<Integer> persons = facts.stream()
                    .filter(f -> f.measure() == measure)
                    .map(Fact::person)
                    .distinct()
                    .sorted()
                    .toList();
            assertThat(table.persons(m))
                    .containsExactly(persons.stream().mapToInt(p -> p).toArray());
            for (int person : List.of(0, 1, 2, 299, 70_000)) {
                List<Fact> expected = facts.stream()
                        .filter(f -> f.measure() == measure && f.person() == person)
                        .filter(f -> f.day() >= from && f.day() < from + length)
                        .sorted(ROW_ORDER)
                        .toList();
                List<Fact> seen = new ArrayList<>();
                table.forEach(
                        m,
                        person,
                        from,
                        from + length,
                        (day, value, source, slice) -> seen.add(new Fact(measure, person, day, value, source, slice)));
                assertThat(seen).isEqualTo(expected);
                assertThat(table.values(m, person, from, from + length))
                        .containsExactly(
                                expected.stream().mapToLong(Fact::value).toArray());
                assertThat(table.days(m, person, from, from + length))
                        .containsExactly(expected.stream().mapToInt(Fact::day).toArray());
                assertThat(table.sources(m, person, from, from + length))
                        .containsExactly(
                                expected.stream().mapToInt(Fact::source).toArray());
                assertThat(Sums.of(table.aggregate(m, person, from, from + length)))
                        .isEqualTo(Sums.of(expected));
            }
        }
    }

    @Property(tries = 300)
    void damagedBytesAreRefusedByName(@ForAll long seed) {
        Random random = new Random(seed);
        FactTable table = SomeFacts.table(facts(seed, 50));
        byte[] bytes = random.nextBoolean()
                ? table.toBytes()
                : table.cube(WEEKS).build().toBytes();
        byte[] damaged = Damage.some(bytes, random);
        try {
            Object read = random.nextBoolean() ? FactTable.fromBytes(damaged) : KpiCube.fromBytes(damaged);
            // only what was resealed with a right checksum may pass, and then it is a table or cube like any other
            assertThat(read.toString()).isNotEmpty();
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageMatching("(?s)(fact table|cube): .+");
        }
    }
}
