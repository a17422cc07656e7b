package io.coaching.benchmarks;

import java.util.Arrays;

/** All cells in columns, fetched: what a caller goes on with. */
final class Answer {
    private static final int FIRST = 1 << 16;

    int size;
    /** Rep and KPI by name, where strings were loaded; the key then holds the week alone. */
    String[] person = {};

    String[] measure = {};

    long[] key = new long[FIRST];
    long[] count = new long[FIRST];
    double[] sum = new double[FIRST];
    double[] mean = new double[FIRST];
    /** Zero below two observations, so that rivals need not agree on how to say "undefined". */
    double[] deviation = new double[FIRST];

    double[] min = new double[FIRST];
    double[] max = new double[FIRST];

    void name(String personName, String measureName) {
        if (size > person.length) {
            person = Arrays.copyOf(person, key.length);
            measure = Arrays.copyOf(measure, key.length);
        }
        person[size - 1] = personName;
        measure[size - 1] = measureName;
    }

    void add(long key, long count, double sum, double mean, double deviation, double min, double max) {
        if (size == this.key.length) {
            this.key = Arrays.copyOf(this.key, 2 * size);
            this.count = Arrays.copyOf(this.count, 2 * size);
            this.sum = Arrays.copyOf(this.sum, 2 * size);
            this.mean = Arrays.copyOf(this.mean, 2 * size);
            this.deviation = Arrays.copyOf(this.deviation, 2 * size);
            this.min = Arrays.copyOf(this.min, 2 * size);
            this.max = Arrays.copyOf(this.max, 2 * size);
        }
        int i = size++;
        this.key[i] = key;
        this.count[i] = count;
        this.sum[i] = sum;
        this.mean[i] = mean;
        this.deviation[i] = deviation;
        this.min[i] = min;
        this.max[i] = max;
    }
}
