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
 * Observations to rep x KPI x week, on data that are loaded and, where the rival has such a form, sealed or sorted.
 *
 * <pre>
 * java -jar coaching-benchmarks/target/benchmarks.jar RollUpBenchmark -p shape=W1,W1S -p threads=2 -rf json
 * java -jar coaching-benchmarks/target/benchmarks.jar RollUpBenchmark -p shape=QUICK -p threads=2
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xms6g", "-Xmx6g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 6)
@Measurement(iterations = 7)
@NullUnmarked // fields are set before each trial
public class RollUpBenchmark {
    /** Who answers. */
    @Param
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

    private RollUp rollUp;

    /** Loads and prepares. */
    @Setup(Level.Trial)
    public void load() {
        rollUp = rival.start(threads);
        rollUp.load(Observations.generate(shape, order, seed));
        rollUp.prepare();
    }

    /**
     * Computes all cells.
     *
     * @return the result
     */
    @Benchmark
    public Object query() {
        return rollUp.query();
    }

    /** Closes the rival. */
    @TearDown(Level.Trial)
    public void close() {
        rollUp.close();
    }
}
