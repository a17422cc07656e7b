package io.coaching.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Generated weekly series with gaps, one after the other in columns: what every rival is given. */
final class TrendValues {
    final TrendShape shape;
    /** Where each series begins, and at the end where the last one ends. */
    final int[] starts;

    final int[] weeks;
    final double[] values;

    private TrendValues(TrendShape shape, int[] starts, int[] weeks, double[] values) {
        this.shape = shape;
        this.starts = starts;
        this.weeks = weeks;
        this.values = values;
    }

    /**
     * Generates: one week in ten is missing. By turns amounts with two decimals, heavy-tailed (log-normal, sigma 0.8), and counts
     * of 0 to 20 or so, which often tie; a third of the series rise or fall.
     */
    static TrendValues generate(TrendShape shape, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] starts = new int[shape.series + 1];
        int[] weeks = new int[shape.series * shape.weeks];
        double[] values = new double[weeks.length];
        int n = 0;
        for (int s = 0; s < shape.series; s++) {
            double rise = s % 3 == 0 ? 0.02 * random.nextGaussian() : 0;
            for (int week = 0; week < shape.weeks; week++) {
                if (random.nextInt(10) == 0) {
                    continue;
                }
                double size = StrictMath.exp(rise * (week - shape.weeks / 2.0) + 0.8 * random.nextGaussian());
                weeks[n] = week;
                values[n++] = s % 2 == 0 ? Math.rint(500_000 * Math.min(size, 1_000)) / 100 : Math.rint(5 * size);
            }
            starts[s + 1] = n;
        }
        return new TrendValues(shape, starts, Arrays.copyOf(weeks, n), Arrays.copyOf(values, n));
    }
}
