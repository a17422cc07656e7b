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
    private @Nullable Dictionary<String> personNames;
    private @Nullable Dictionary<String> measureNames;

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
        Dictionary.Builder<String> person = Dictionary.builder();
        Dictionary.Builder<String> measure = Dictionary.builder();
        FactTable.Builder facts = FactTable.builder(Observations.MEASURES);
        for (int i = 0; i < all.rows; i++) {
            facts.add(
                    measure.intern(measures[all.measure[i]]),
                    person.intern(persons[all.person[i]]),
                    all.day[i],
                    all.value[i],
                    i);
        }
        Dictionary<String> sortedPersons = person.build(Comparator.naturalOrder());
        Dictionary<String> sortedMeasures = measure.build(Comparator.naturalOrder());
        builder = facts.renumber(
                measure.numbersOf(sortedMeasures),
                person.numbersOf(sortedPersons),
                IntStream.range(0, all.rows).toArray());
        personNames = sortedPersons;
        measureNames = sortedMeasures;
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
        Dictionary<String> person = personNames;
        Dictionary<String> measure = measureNames;
        for (int m = 0; m < result.measures(); m++) {
            KpiCube.Cells cells = result.cells(m);
            while (cells.next()) {
                answer.add(
                        person == null
                                ? Observations.key(m, cells.row(), cells.period())
                                : Observations.key(0, 0, cells.period()),
                        cells.count(),
                        Observations.unscaled(cells.sum()),
                        cells.mean() / 100,
                        cells.count() < 2 ? 0 : Math.sqrt(cells.variance()) / 100,
                        Observations.unscaled(cells.min()),
                        Observations.unscaled(cells.max()));
                if (person != null && measure != null) {
                    answer.name(person.name(cells.row()), measure.name(m));
                }
            }
        }
        return answer;
    }

    @Override
    public void close() {
        executor.shutdown();
    }
}
