package io.coaching.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;
import org.jspecify.annotations.Nullable;

/** A primitive hash map over plain columns; threads take different reps, so that nothing has to be merged. */
final class EclipseRollUp implements RollUp {
    private final int threads;
    private final ExecutorService executor;
    private @Nullable Observations observations;
    private double[] values = {};
    private List<Cells> parts = List.of();

    EclipseRollUp(int threads) {
        this.threads = threads;
        this.executor = Executors.newFixedThreadPool(threads);
    }

    private static final class Cells {
        private final LongIntHashMap places = new LongIntHashMap(1 << 16);
        private int size;
        private long[] count = new long[1 << 16];
        private double[] sum = new double[1 << 16];
        private double[] squares = new double[1 << 16];
        private double[] min = new double[1 << 16];
        private double[] max = new double[1 << 16];

        void add(long key, double value) {
            int at = places.getIfAbsentPut(key, size);
            if (at == size) {
                if (size == count.length) {
                    count = Arrays.copyOf(count, 2 * size);
                    sum = Arrays.copyOf(sum, 2 * size);
                    squares = Arrays.copyOf(squares, 2 * size);
                    min = Arrays.copyOf(min, 2 * size);
                    max = Arrays.copyOf(max, 2 * size);
                }
                size++;
                min[at] = value;
                max[at] = value;
            }
            count[at]++;
            sum[at] += value;
            squares[at] += value * value;
            min[at] = Math.min(min[at], value);
            max[at] = Math.max(max[at], value);
        }
    }

    @Override
    public void load(Observations all) {
        observations = all;
        values = new double[all.rows];
        for (int i = 0; i < all.rows; i++) {
            values[i] = Observations.unscaled(all.value[i]);
        }
    }

    @Override
    public void loadStrings(Observations all, String[] persons, String[] measures) {
        Map<String, Integer> personNumbers = new HashMap<>();
        Map<String, Integer> measureNumbers = new HashMap<>();
        for (int i = 0; i < all.rows; i++) {
            all.measure[i] = measureNumbers.computeIfAbsent(measures[all.measure[i]], m -> measureNumbers.size());
            all.person[i] = personNumbers.computeIfAbsent(persons[all.person[i]], p -> personNumbers.size());
        }
        load(all);
    }

    @Override
    public void prepare() {}

    @Override
    public Object query() {
        Observations all = observations;
        if (all == null) {
            throw new IllegalStateException("not loaded");
        }
        List<Future<Cells>> running = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int mine = t;
            running.add(executor.submit(() -> {
                Cells cells = new Cells();
                for (int i = 0; i < all.rows; i++) {
                    int person = all.person[i];
                    if (threads == 1 || person % threads == mine) {
                        int week = (all.day[i] - Observations.FIRST_DAY) / 7;
                        cells.add(Observations.key(all.measure[i], person, week), values[i]);
                    }
                }
                return cells;
            }));
        }
        List<Cells> done = new ArrayList<>();
        try {
            for (Future<Cells> one : running) {
                done.add(one.get());
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        parts = done;
        return done;
    }

    @Override
    public Answer fetch() {
        Answer answer = new Answer();
        for (Cells cells : parts) {
            cells.places.forEachKeyValue((key, at) -> {
                long n = cells.count[at];
                double spread = Math.max(0, cells.squares[at] - cells.sum[at] * cells.sum[at] / n);
                answer.add(
                        key,
                        n,
                        cells.sum[at],
                        cells.sum[at] / n,
                        n < 2 ? 0 : Math.sqrt(spread / (n - 1)),
                        cells.min[at],
                        cells.max[at]);
            });
        }
        return answer;
    }

    @Override
    public void close() {
        executor.shutdown();
    }
}
