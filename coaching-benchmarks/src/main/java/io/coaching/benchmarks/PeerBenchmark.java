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
 * For every rep and KPI of twelve quarters: percentile rank, median, MAD, quartiles, robust z and band in the peer group of
 * the quarter, from dense values in memory to a column of each figure. Grouping is on the clock, loading is not.
 *
 * <pre>
 * java -jar coaching-benchmarks/target/benchmarks.jar PeerBenchmark -prof io.coaching.benchmarks.CpuTime -rf json
 * java -jar coaching-benchmarks/target/benchmarks.jar PeerBenchmark -p shape=QUICK -wi 3 -i 3
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xms4g", "-Xmx4g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 6)
@Measurement(iterations = 7)
@NullUnmarked // fields are set before each trial
public class PeerBenchmark {
    /** Who answers. */
    @Param
    public PeerRival rival;

    /** How many values in how many groups. */
    @Param("FULL")
    public PeerShape shape;

    /** Threads that work at a time. */
    @Param("1")
    public int threads;

    /** Of the random numbers. */
    @Param("1")
    public long seed;

    private PeerStandings standings;

    /** Loads. */
    @Setup(Level.Trial)
    public void load() {
        standings = rival.start(threads);
        standings.load(PeerValues.generate(shape, seed));
    }

    /**
     * Computes all figures of all values.
     *
     * @return the result
     */
    @Benchmark
    public Object query() {
        return standings.query();
    }

    /** Closes the rival. */
    @TearDown(Level.Trial)
    public void close() {
        standings.close();
    }
}
