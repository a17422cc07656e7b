package io.coaching.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The JDK's streams over a list of records. */
final class StreamsRollUp implements RollUp {
    record Observation(int measure, int person, int day, double value) {
        int week() {
            return (day - Observations.FIRST_DAY) / 7;
        }
    }

    record Key(int measure, int person, int week) {}

    private final boolean packed;
    private final int threads;
    private final ForkJoinPool pool;
    private List<Observation> list = List.of();
    private Map<?, Sums> cells = Map.of();

    StreamsRollUp(boolean packed, int threads) {
        this.packed = packed;
        this.threads = threads;
        this.pool = new ForkJoinPool(threads);
    }

    @Override
    public void load(Observations all) {
        List<Observation> loaded = new ArrayList<>(all.rows);
        for (int i = 0; i < all.rows; i++) {
            loaded.add(new Observation(all.measure[i], all.person[i], all.day[i], Observations.unscaled(all.value[i])));
        }
        list = loaded;
    }

    @Override
    public void loadStrings(Observations all, String[] persons, String[] measures) {
        Map<String, Integer> personNumbers = new HashMap<>();
        Map<String, Integer> measureNumbers = new HashMap<>();
        List<Observation> loaded = new ArrayList<>(all.rows);
        for (int i = 0; i < all.rows; i++) {
            loaded.add(new Observation(
                    measureNumbers.computeIfAbsent(measures[all.measure[i]], m -> measureNumbers.size()),
                    personNumbers.computeIfAbsent(persons[all.person[i]], p -> personNumbers.size()),
                    all.day[i],
                    Observations.unscaled(all.value[i])));
        }
        list = loaded;
    }

    @Override
    public void prepare() {}

    @Override
    public Object query() {
        Collector<Observation, Sums, Sums> sums = Collector.of(Sums::new, (s, o) -> s.add(o.value()), Sums::merge);
        Function<Observation, Object> key = packed
                ? o -> Observations.key(o.measure(), o.person(), o.week())
                : o -> new Key(o.measure(), o.person(), o.week());
        try {
            cells = pool.submit(() -> {
                        Stream<Observation> stream = threads > 1 ? list.parallelStream() : list.stream();
                        return threads > 1
                                ? stream.collect(Collectors.groupingByConcurrent(key, sums))
                                : stream.collect(Collectors.groupingBy(key, sums));
                    })
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return cells;
    }

    @Override
    public Answer fetch() {
        Answer answer = new Answer();
        cells.forEach((key, s) -> answer.add(
                key instanceof Key k ? Observations.key(k.measure(), k.person(), k.week()) : (Long) key,
                s.count,
                s.sum,
                s.mean,
                s.deviation(),
                s.min,
                s.max));
        return answer;
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
