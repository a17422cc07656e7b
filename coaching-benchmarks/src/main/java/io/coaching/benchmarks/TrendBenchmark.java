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
 * For every weekly series: slope by least squares with its p value, Theil and Sen's slope, Mann and Kendall's p value, from columns
 * in memory to a column of each figure. Loading is not on the clock.
 *
 * <pre>
 * java -jar coaching-benchmarks/target/benchmarks.jar TrendBenchmark -prof io.coaching.benchmarks.CpuTime -rf json
 * java -jar coaching-benchmarks/target/benchmarks.jar TrendBenchmark -p shape=QUICK -wi 3 -i 3
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
public class TrendBenchmark {
    /** Who answers. */
    @Param
    public TrendRival rival;

    /** How many series. */
    @Param("FULL")
    public TrendShape shape;

    /** Threads that work at a time. */
    @Param("1")
    public int threads;

    /** Of the random numbers. */
    @Param("1")
    public long seed;

    private TrendFinder finder;

    /** Loads. */
    @Setup(Level.Trial)
    public void load() {
        finder = rival.start(threads);
        finder.load(TrendValues.generate(shape, seed));
    }

    /**
     * Computes the figures of all series.
     *
     * @return the result
     */
    @Benchmark
    public Object query() {
        return finder.query();
    }

    /** Closes the rival. */
    @TearDown(Level.Trial)
    public void close() {
        finder.close();
    }
}
