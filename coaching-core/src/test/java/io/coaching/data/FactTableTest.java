package io.coaching.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactTableTest {
    private static FactTable.Builder one() {
        return FactTable.builder(2).add(1, 7, 20_000, 1250, 1);
    }

    @Test
    void anEmptyTableAnswersEverythingWithNothing() {
        FactTable empty = FactTable.empty(2);
        assertThat(empty.rows()).isZero();
        assertThat(empty.firstDay()).isEmpty();
        assertThat(empty.persons(1)).isEmpty();
        assertThat(empty.values(0, 3, 0, 100)).isEmpty();
        assertThat(empty.sumBefore(0, 3, 100)).isZero();
        assertThat(empty.cube(0, 7, 14).build().cells()).isZero();
        assertThat(empty.withoutPerson(3)).isEqualTo(empty);
        assertThat(FactTable.fromBytes(empty.toBytes())).isEqualTo(empty);
        assertThat(FactTable.empty(3)).isNotEqualTo(empty);
        assertThat(FactTable.empty(0).cube(0, 1).build().measures()).isZero();
    }

    @Test
    void aFactOnTheDayOfABoundBelongsToThePeriodThatBegins() {
        KpiCube cube = one().seal().cube(19_993, 20_000, 20_007).build();
        assertThat(cube.at(1, 7, 0)).isEqualTo(Aggregate.EMPTY);
        assertThat(cube.at(1, 7, 1)).isEqualTo(Aggregate.of(1250));
        assertThat(cube.series(1, 7)).containsExactly(Aggregate.EMPTY, Aggregate.of(1250));
        assertThat(cube.series(1, 8)).containsOnly(Aggregate.EMPTY);
        assertThat(cube.rows(1)).containsExactly(7);
        assertThat(one().seal().cube(20_001, 20_002).build().cells()).isZero();
        assertThat(one().seal().cube(19_000, 20_000).build().cells()).isZero();
    }

    @Test
    void theFirstAndTheLastPossibleDayCount() {
        FactTable table = FactTable.builder(1)
                .add(0, 0, FactTable.FIRST_DAY, 1, 0)
                .add(0, FactTable.MAX_PERSON, FactTable.LAST_DAY, 2, Integer.MAX_VALUE)
                .seal();
        assertThat(table.firstDay()).hasValue(0);
        assertThat(table.lastDay()).hasValue(65_535);
        KpiCube cube = table.cube(0, 65_535, 65_536).build();
        assertThat(cube.at(0, 0, 0).sum()).isEqualTo(1);
        assertThat(cube.at(0, FactTable.MAX_PERSON, 1).sum()).isEqualTo(2);
        assertThat(FactTable.fromBytes(table.toBytes())).isEqualTo(table);
    }

    @Test
    void aStockIsTheSumOfWhatChangedBefore() {
        FactTable table = FactTable.builder(1)
                .add(0, 1, 100, 500, 1)
                .add(0, 1, 110, 300, 2)
                .add(0, 1, 120, -500, 1)
                .seal();
        assertThat(table.sumBefore(0, 1, 100)).isZero();
        assertThat(table.sumBefore(0, 1, 111)).isEqualTo(800);
        assertThat(table.sumBefore(0, 1, 65_536)).isEqualTo(300);
    }

    /** PERFORMANCE goal: at most 10 bytes a row with its source, 15 where values need a long. */
    @ParameterizedTest
    @CsvSource({"1, 5.3", "60000, 7.3", "10000000, 9.3", "1000000000000, 13.3"})
    void aRowTakesAtMostTenBytesAndFifteenWithLongs(long span, double most) {
        Random random = new Random(5);
        FactTable.Builder builder = FactTable.builder(2);
        for (int i = 0; i < 200_000; i++) {
            builder.add(
                    random.nextInt(2),
                    random.nextInt(2_000),
                    19_000 + random.nextInt(1_000),
                    (long) (random.nextDouble() * span),
                    random.nextInt(10_000_000));
        }
        FactTable table = builder.seal();
        assertThat((double) table.memoryBytes() / table.rows()).isLessThan(most).isGreaterThan(most - 0.5);
    }

    @Test
    void aCorrectionSharesTheTilesThatItDoesNotTouch() {
        FactTable.Builder builder = FactTable.builder(1);
        for (int i = 0; i < 100_000; i++) {
            builder.add(0, i % 1_000, 20_000 + i / 1_000, i, i % 1_000);
        }
        FactTable table = builder.seal();
        // source 500 gave facts of person 500 only
        FactTable corrected =
                table.replace(new int[] {500}, FactTable.builder(1).add(0, 500, 20_001, 7, 500));
        Set<Tile> shared = Collections.newSetFromMap(new IdentityHashMap<>());
        shared.addAll(Arrays.asList(table.tiles[0]));
        assertThat(shared).hasSizeGreaterThan(20);
        assertThat(corrected.tiles[0])
                .filteredOn(tile -> !shared.contains(tile))
                .hasSize(1);
        assertThat(corrected.values(0, 500, 0, 65_536)).containsExactly(7);
        assertThat(table.rows()).isEqualTo(100_000);
    }

    @Test
    void numbersHandedOutAsTheyCameAreReplacedBeforeSealing() {
        FactTable renumbered = FactTable.builder(2)
                .add(0, 0, 20_000, 1, 1)
                .add(1, 1, 20_000, 2, 0)
                .renumber(new int[] {1, 0}, new int[] {9, 4}, new int[] {5, 3})
                .seal();
        assertThat(renumbered)
                .isEqualTo(FactTable.builder(2)
                        .add(1, 9, 20_000, 1, 3)
                        .add(0, 4, 20_000, 2, 5)
                        .seal());
    }

    @Test
    void aMistakeIsNamedAtTheDoor() {
        assertThatThrownBy(() -> one().add(2, 0, 0, 0, 0)).hasMessage("measure must be in 0..1: 2");
        assertThatThrownBy(() -> one().add(0, -1, 0, 0, 0)).hasMessage("person must be in 0..16777215: -1");
        assertThatThrownBy(() -> one().add(0, 0, -1, 0, 0)).hasMessageContaining("1970-01-01..2149-06-06): -1");
        assertThatThrownBy(() -> one().add(0, 0, 0, 1_000_000_000_000_001L, 0))
                .hasMessageContaining("scaled by too many decimals");
        assertThatThrownBy(() -> one().add(0, 0, 0, 0, -1)).hasMessage("source must be at least 0: -1");
        assertThatThrownBy(() -> one().add(0, 0, 0, 0, 0, 65_536)).hasMessageContaining("slice must be in");
        assertThatThrownBy(() -> one().seal().cube(5)).hasMessageContaining("n periods have n + 1 bounds");
        assertThatThrownBy(() -> one().seal().cube(5, 5)).hasMessage("bounds must ascend: bound 1 is 5 after 5");
        assertThatThrownBy(() -> one().seal().values(0, 0, 9, 8)).hasMessageContaining("swapped");
        FactTable.Builder sealed = one();
        assertThat(sealed.seal().rows()).isEqualTo(1);
        assertThatThrownBy(sealed::seal).isInstanceOf(IllegalStateException.class);
        KpiCube cube = one().seal().cube(5, 6, 7).build();
        assertThatThrownBy(() -> cube.merge(one().seal().cube(5, 7).build())).hasMessageContaining("same periods");
        assertThatThrownBy(() -> cube.mergePeriods(5, 8)).hasMessageContaining("must be one of this cube's");
    }

    @Test
    void squaresThatOutgrow128BitsAreAnError() {
        KpiCube cube = FactTable.builder(1)
                .add(0, 0, 5, Aggregate.MAX_VALUE, 0)
                .seal()
                .cube(0, 10)
                .build();
        for (int i = 0; i < 27; i++) {
            cube = cube.merge(cube);
        }
        KpiCube full = cube;
        assertThat(full.at(0, 0, 0).count()).isEqualTo(1L << 27);
        assertThatThrownBy(() -> full.merge(full)).isInstanceOf(ArithmeticException.class);
        // two rows that roll up to one group are added as well
        assertThatThrownBy(() -> KpiCube.fromBytes(full.toBytes()).merge(full)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void anInterruptEndsTheWork() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> one().seal()).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anExecutorThatIsBusyOrRefusesDoesNotHangTheWork() {
        // never runs anything: the calling thread does it all
        assertThat(one().seal(task -> {}, 4)).isEqualTo(one().seal());
        assertThatThrownBy(() -> one().seal(
                                task -> {
                                    throw new RejectedExecutionException("full");
                                },
                                4))
                .isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void aPersonsTimeInNoGroupCountsForNone() {
        Stints stints = Stints.builder()
                .add(7, 20_000, 3)
                .add(7, 20_010, Stints.NO_GROUP)
                .build();
        assertThat(stints.groupOf(7, 19_999)).isEqualTo(Stints.NO_GROUP);
        assertThat(stints.groupOf(7, 20_009)).isEqualTo(3);
        assertThat(stints.groupOf(7, 20_010)).isEqualTo(Stints.NO_GROUP);
        assertThat(stints.groupOf(8, 20_000)).isEqualTo(Stints.NO_GROUP);
        assertThatThrownBy(() -> Stints.builder().add(7, 1, 3).add(7, 1, 4))
                .hasMessage("person 7 has two groups from day 1 on: 3 and 4");
    }

    /** The promise of teams: someone who moves in mid-quarter counts for each team on its days, and once in all. */
    @Test
    void whoMovesCountsForEachTeamOnItsDays() {
        FactTable table = FactTable.builder(1)
                .add(0, 1, 20_001, 10, 1)
                .add(0, 1, 20_050, 20, 2)
                .add(0, 1, 20_080, 40, 3)
                .seal();
        Stints stints = Stints.builder().add(1, 0, 0).add(1, 20_050, 1).build();
        KpiCube teams = table.cube(20_000, 20_090).byGroup(stints).build();
        assertThat(teams.at(0, 0, 0)).isEqualTo(Aggregate.of(10));
        assertThat(teams.at(0, 1, 0)).isEqualTo(Aggregate.of(20, 40));
        assertThat(teams.rollUp(new int[] {0, 0}).at(0, 0, 0)).isEqualTo(Aggregate.of(10, 20, 40));
    }
}
