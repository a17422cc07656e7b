package io.coaching.benchmarks;

/** What streams and maps collect in a cell: Welford's mean and spread, with Chan's merge. */
final class Sums {
    long count;
    double sum;
    double mean;
    double spread;
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;

    void add(double value) {
        count++;
        sum += value;
        double delta = value - mean;
        mean += delta / count;
        spread += delta * (value - mean);
        min = Math.min(min, value);
        max = Math.max(max, value);
    }

    Sums merge(Sums other) {
        double delta = other.mean - mean;
        long n = count + other.count;
        spread += other.spread + delta * delta * count * other.count / n;
        mean += delta * other.count / n;
        sum += other.sum;
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
        count = n;
        return this;
    }

    double deviation() {
        return count < 2 ? 0 : Math.sqrt(spread / (count - 1));
    }
}
