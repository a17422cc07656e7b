package io.coaching.benchmarks;

import java.util.Random;

/** Generated observations in plain columns: what every rival is given. */
final class Observations {
    static final int MEASURES = 20;
    /** Monday, 2 January 2023. */
    static final int FIRST_DAY = 19_359;

    static final int DAYS = 1_096;
    static final int WEEKS = (DAYS + 6) / 7;
    /** All values have two decimals. */
    static final int DECIMALS = 2;

    final int rows;
    final int persons;
    final int[] measure;
    final int[] person;
    final int[] day;
    final long[] value;

    private Observations(int rows, int persons) {
        this.rows = rows;
        this.persons = persons;
        measure = new int[rows];
        person = new int[rows];
        day = new int[rows];
        value = new long[rows];
    }

    /**
     * Generates: reps differ in how much they do (log-normal, sigma 0.6), half of the KPIs have values up to 600.00, the
     * other half up to some 100,000.00.
     */
    static Observations generate(Shape shape, RowOrder order, long seed) {
        Observations all = new Observations(shape.rows, shape.persons);
        Random random = new Random(seed);
        double[] weight = new double[shape.persons];
        double total = 0;
        for (int p = 0; p < weight.length; p++) {
            weight[p] = Math.exp(0.6 * random.nextGaussian());
            total += weight[p];
        }
        int[] slots = new int[1 << 20];
        double sum = 0;
        int at = 0;
        for (int p = 0; p < weight.length; p++) {
            sum += weight[p];
            int end = p == weight.length - 1 ? slots.length : (int) (sum / total * slots.length);
            while (at < end) {
                slots[at++] = p;
            }
        }
        for (int i = 0; i < all.rows; i++) {
            int m = random.nextInt(MEASURES);
            all.measure[i] = m;
            all.person[i] = slots[random.nextInt(slots.length)];
            all.day[i] =
                    FIRST_DAY + (order == RowOrder.RANDOM ? random.nextInt(DAYS) : (int) ((long) i * DAYS / all.rows));
            all.value[i] = m < MEASURES / 2
                    ? random.nextInt(60_001)
                    : Math.min(10_000_000L, (long) (50_000 * Math.exp(random.nextGaussian())));
        }
        return all;
    }

    static int[] weekBounds() {
        int[] bounds = new int[WEEKS + 1];
        for (int w = 0; w <= WEEKS; w++) {
            bounds[w] = FIRST_DAY + 7 * w;
        }
        return bounds;
    }

    /** One number for rep, KPI and week. */
    static long key(int measure, int person, int week) {
        return ((long) measure * (1 << 24) + person) * 256 + week;
    }

    static double unscaled(long value) {
        return value / 100.0;
    }
}
