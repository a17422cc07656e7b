package io.coaching.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * What an embedder pays in all: load, query, and fetch every cell with its mean and deviation. Reps and KPIs come as
 * integers or as strings.
 *
 * <pre>
 * java -jar coaching-benchmarks/target/benchmarks.jar LoadRollUpFetchBenchmark
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xms6g", "-Xmx6g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@NullUnmarked // fields are set before each trial
public class LoadRollUpFetchBenchmark {
    /** How reps and KPIs are named. */
    public enum Ids {
        /** Small integers. */
        INTEGERS,
        /** Strings, those of one rep or KPI the same object. */
        STRINGS
    }

    /** Who answers. */
    @Param({"LIBRARY", "DUCKDB_DOUBLE", "DUCKDB_INTEGER"})
    public Rival rival;

    /** How reps and KPIs are named. */
    @Param
    public Ids ids;

    /** How many observations of how many reps. */
    @Param("W1")
    public Shape shape;

    /** In which order they come. */
    @Param("RANDOM")
    public RowOrder order;

    /** Threads that work at a time. */
    @Param("2")
    public int threads;

    /** Of the random numbers. */
    @Param("1")
    public long seed;

    private Observations observations;
    private String[] persons;
    private String[] measures;

    /** Generates. */
    @Setup(Level.Trial)
    public void generate() {
        observations = Observations.generate(shape, order, seed);
        persons = names("person-", shape.persons);
        measures = names("measure-", Observations.MEASURES);
    }

    static String[] names(String prefix, int n) {
        return IntStream.range(0, n).mapToObj(i -> prefix + (n + i)).toArray(String[]::new);
    }

    /**
     * Loads, queries and fetches.
     *
     * @return all cells
     */
    @Benchmark
    public Object loadQueryFetch() {
        try (RollUp rollUp = rival.start(threads)) {
            if (ids == Ids.STRINGS) {
                rollUp.loadStrings(observations, persons, measures);
            } else {
                rollUp.load(observations);
            }
            rollUp.prepare();
            Object unused = rollUp.query();
            return rollUp.fetch();
        }
    }
}
