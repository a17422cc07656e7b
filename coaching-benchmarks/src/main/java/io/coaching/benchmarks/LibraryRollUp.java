package io.coaching.benchmarks;

import io.coaching.data.Dictionary;
import io.coaching.data.FactTable;
import io.coaching.data.KpiCube;
import java.util.Comparator;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Ours. */
final class LibraryRollUp implements RollUp {
    private final int threads;
    private final ExecutorService executor;
    private FactTable.@Nullable Builder builder;
    private @Nullable FactTable table;
    private @Nullable KpiCube cube;

    LibraryRollUp(int threads) {
        this.threads = threads;
        this.executor = Executors.newFixedThreadPool(Math.max(1, threads - 1));
    }

    @Override
    public void load(Observations all) {
        FactTable.Builder facts = FactTable.builder(Observations.MEASURES);
        for (int i = 0; i < all.rows; i++) {
            facts.add(all.measure[i], all.person[i], all.day[i], all.value[i], i);
        }
        builder = facts;
    }

    @Override
    public void loadStrings(Observations all, String[] persons, String[] measures) {
        Dictionary.Builder<String> personNames = Dictionary.builder();
        Dictionary.Builder<String> measureNames = Dictionary.builder();
        FactTable.Builder facts = FactTable.builder(Observations.MEASURES);
        for (int i = 0; i < all.rows; i++) {
            facts.add(
                    measureNames.intern(measures[all.measure[i]]),
                    personNames.intern(persons[all.person[i]]),
                    all.day[i],
                    all.value[i],
                    i);
        }
        builder = facts.renumber(
                measureNames.numbersOf(measureNames.build(Comparator.naturalOrder())),
                personNames.numbersOf(personNames.build(Comparator.naturalOrder())),
                IntStream.range(0, all.rows).toArray());
    }

    @Override
    public void prepare() {
        FactTable.Builder facts = builder;
        if (facts != null) {
            table = facts.seal(executor, threads);
            builder = null;
        }
    }

    FactTable table() {
        FactTable sealed = table;
        if (sealed == null) {
            throw new IllegalStateException("not prepared");
        }
        return sealed;
    }

    @Override
    public KpiCube query() {
        KpiCube result =
                table().cube(Observations.weekBounds()).on(executor, threads).build();
        cube = result;
        return result;
    }

    @Override
    public Answer fetch() {
        KpiCube result = cube == null ? query() : cube;
        Answer answer = new Answer();
        for (int m = 0; m < result.measures(); m++) {
            KpiCube.Cells cells = result.cells(m);
            while (cells.next()) {
                answer.add(
                        Observations.key(m, cells.row(), cells.period()),
                        cells.count(),
                        Observations.unscaled(cells.sum()),
                        cells.mean() / 100,
                        cells.count() < 2 ? 0 : Math.sqrt(cells.variance()) / 100,
                        Observations.unscaled(cells.min()),
                        Observations.unscaled(cells.max()));
            }
        }
        return answer;
    }

    @Override
    public void close() {
        executor.shutdown();
    }
}
