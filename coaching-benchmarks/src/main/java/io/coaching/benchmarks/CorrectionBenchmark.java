package io.coaching.benchmarks;

import io.coaching.data.FactTable;
import io.coaching.data.KpiCube;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Ours alone: replacing one in a hundred source records, scattered over the whole table, and merging the cubes of two
 * shards.
 *
 * <pre>
 * java -jar coaching-benchmarks/target/benchmarks.jar CorrectionBenchmark
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xms6g", "-Xmx6g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 6)
@Measurement(iterations = 9)
@NullUnmarked // fields are set before each trial
public class CorrectionBenchmark {
    /** How many observations of how many reps. */
    @Param("W1")
    public Shape shape;

    /** Threads that work at a time. */
    @Param({"1", "2"})
    public int threads;

    /** Of the random numbers. */
    @Param("1")
    public long seed;

    private Observations observations;
    private FactTable table;
    private int[] sources;
    private FactTable.Builder added;
    private KpiCube left;
    private KpiCube right;
    private ExecutorService executor;

    /** Builds a table, and the cubes of two shards. */
    @Setup(Level.Trial)
    public void build() {
        executor = Executors.newFixedThreadPool(Math.max(1, threads - 1));
        observations = Observations.generate(shape, RowOrder.RANDOM, seed);
        Random random = new Random(seed);
        FactTable.Builder all = FactTable.builder(Observations.MEASURES);
        FactTable.Builder one = FactTable.builder(Observations.MEASURES);
        FactTable.Builder other = FactTable.builder(Observations.MEASURES);
        for (int i = 0; i < observations.rows; i++) {
            add(all, i);
            add(random.nextBoolean() ? one : other, i);
        }
        table = all.seal(executor, threads);
        left = one.seal(executor, threads).cube(Observations.weekBounds()).build();
        right = other.seal(executor, threads).cube(Observations.weekBounds()).build();
        sources = random.ints(0, observations.rows)
                .distinct()
                .limit(observations.rows / 100)
                .toArray();
        System.out.println(table + "; shards: " + left + ", " + right);
    }

    private void add(FactTable.Builder builder, int i) {
        builder.add(observations.measure[i], observations.person[i], observations.day[i], observations.value[i], i);
    }

    /** The corrected records. */
    @Setup(Level.Invocation)
    public void correct() {
        added = FactTable.builder(Observations.MEASURES);
        for (int i : sources) {
            add(added, i);
        }
    }

    /**
     * Replaces.
     *
     * @return the corrected table
     */
    @Benchmark
    public Object replaceOneInAHundred() {
        return table.replace(sources, added, executor, threads);
    }

    /**
     * Merges.
     *
     * @return the cube of both shards
     */
    @Benchmark
    public Object mergeTwoCubes() {
        return left.merge(right, executor, threads);
    }

    /** Ends the threads. */
    @TearDown(Level.Trial)
    public void close() {
        executor.shutdown();
    }
}
