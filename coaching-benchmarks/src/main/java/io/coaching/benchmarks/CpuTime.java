package io.coaching.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Reports the CPU time of the whole process beside the elapsed time: native threads, collector and compiler included.
 * Where a machine is busy it is the steadier of the two.
 *
 * <pre>
 * java -jar coaching-benchmarks/target/benchmarks.jar RollUpBenchmark -prof io.coaching.benchmarks.CpuTime
 * </pre>
 */
public class CpuTime implements InternalProfiler {
    private long before;

    /** Made by JMH. */
    public CpuTime() {}

    private static long now() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    @Override
    public String getDescription() {
        return "CPU time of the process per operation";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmarkParams, IterationParams iterationParams) {
        before = now();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmarkParams, IterationParams iterationParams, IterationResult result) {
        double ms = (now() - before) / 1e6 / result.getMetadata().getAllOps();
        return List.of(new ScalarResult("cpu", ms, "ms/op", AggregationPolicy.AVG));
    }
}
