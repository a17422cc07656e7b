package io.coaching.benchmarks;

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
 * The same with the sort on the clock: loaded data are sealed (ours) or sorted (DuckDB's sorted form), then queried.
 * Forms without a sort just query, as in {@link RollUpBenchmark}.
 *
 * <pre>
 * java -jar coaching-benchmarks/target/benchmarks.jar SealAndRollUpBenchmark -p threads=2
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xms6g", "-Xmx6g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5)
@Measurement(iterations = 7)
@NullUnmarked // fields are set before each trial
public class SealAndRollUpBenchmark {
    /** Who answers. */
    @Param({"LIBRARY", "DUCKDB_DOUBLE", "DUCKDB_DECIMAL", "DUCKDB_INTEGER", "DUCKDB_SORTED"})
    public Rival rival;

    /** How many observations of how many reps. */
    @Param({"W1", "W1S"})
    public Shape shape;

    /** In which order they come. */
    @Param("RANDOM")
    public RowOrder order;

    /** Threads that work at a time. */
    @Param({"1", "2"})
    public int threads;

    /** Of the random numbers. */
    @Param("1")
    public long seed;

    private Observations observations;
    private RollUp rollUp;

    /** Generates, and loads a rival that keeps what was loaded. */
    @Setup(Level.Trial)
    public void generate() {
        observations = Observations.generate(shape, order, seed);
        rollUp = rival.start(threads);
        if (rival != Rival.LIBRARY) {
            rollUp.load(observations);
        }
    }

    /** Loads ours anew: sealing uses up what was loaded. */
    @Setup(Level.Invocation)
    public void load() {
        if (rival == Rival.LIBRARY) {
            rollUp.load(observations);
        }
    }

    /**
     * Sorts and computes all cells.
     *
     * @return the result
     */
    @Benchmark
    public Object sealAndQuery() {
        rollUp.prepare();
        return rollUp.query();
    }

    /** Closes the rival. */
    @TearDown(Level.Trial)
    public void close() {
        rollUp.close();
    }
}
