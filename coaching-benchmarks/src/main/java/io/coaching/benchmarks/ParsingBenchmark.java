package io.coaching.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * A million observations from a file into columns.
 *
 * <pre>
 * java -jar coaching-benchmarks/target/benchmarks.jar ParsingBenchmark -rf json
 * java -jar coaching-benchmarks/target/benchmarks.jar ParsingBenchmark -p rival=DUCKDB -p threads=2
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xms3g", "-Xmx3g"})
@Warmup(iterations = 8)
@Measurement(iterations = 9)
@NullUnmarked // fields are set before each trial
public class ParsingBenchmark {
    /** Who reads. */
    @Param
    public ParsingRival rival;

    /** How the rows are written. */
    @Param
    public RowFormat format;

    /** How many observations of how many reps. */
    @Param("W5")
    public Shape shape;

    /** Threads that DuckDB may use; the others use one. */
    @Param("1")
    public int threads;

    /** Of the random numbers. */
    @Param("1")
    public long seed;

    private Path file;
    private Object parsed;

    /** Writes the file. */
    @Setup(Level.Trial)
    public void write() {
        file = ObservationFile.write(Observations.generate(shape, RowOrder.RANDOM, seed), format);
    }

    /**
     * Reads the file.
     *
     * @return the columns
     */
    @Benchmark
    public Object parse() {
        parsed = rival.parse(file, format, threads);
        return parsed;
    }

    /** Lets go of what was read. */
    @TearDown(Level.Iteration)
    public void close() {
        rival.close(parsed);
    }

    /**
     * Deletes the file.
     *
     * @throws IOException if it cannot be deleted
     */
    @TearDown(Level.Trial)
    public void delete() throws IOException {
        Files.delete(file);
    }
}
