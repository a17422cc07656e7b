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
 * Scorecards to person x competency x quarter weighted mean, with the agreement of raters by competency and quarter, from data in
 * memory. Loading is off the clock.
 *
 * <pre>
 * java -jar coaching-benchmarks/target/benchmarks.jar ScorecardBenchmark -prof io.coaching.benchmarks.CpuTime -rf json
 * java -jar coaching-benchmarks/target/benchmarks.jar ScorecardBenchmark -p shape=QUICK -wi 3 -i 3
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xms3g", "-Xmx3g"})
@Warmup(iterations = 6)
@Measurement(iterations = 7)
@NullUnmarked // fields are set before each trial
public class ScorecardBenchmark {
    /** Who answers. */
    @Param
    public ScorecardRival rival;

    /** How many cards. */
    @Param("FULL")
    public ScorecardShape shape;

    /** Threads that work at a time. */
    @Param("2")
    public int threads;

    /** Of the random numbers. */
    @Param("1")
    public long seed;

    private ScorecardRollUp rollUp;

    /** Loads. */
    @Setup(Level.Trial)
    public void load() {
        rollUp = rival.start(threads);
        rollUp.load(Scorecards.generate(shape, seed));
    }

    /**
     * Computes all figures of all cells.
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
