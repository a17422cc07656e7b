package io.coaching.stats;

/** What a line by least squares rests on: scratch that is used again for the next series. */
final class LineSums {
    double meanX;
    double meanY;
    /** Sums of squares and products about the means. */
    double xx;

    double xy;
    double yy;
    /** The sum of the squared residuals. */
    double rest;

    /** Sums up {@code x[0]} to {@code x[n - 1]} and as many values from {@code y[from]} on. */
    void sum(double[] x, double[] y, int from, int n) {
        meanX = mean(x, 0, n);
        meanY = mean(y, from, n);
        xx = 0;
        xy = 0;
        yy = 0;
        for (int i = 0; i < n; i++) {
            double dx = x[i] - meanX;
            double dy = y[from + i] - meanY;
            xx += dx * dx;
            xy += dx * dy;
            yy += dy * dy;
        }
        rest = 0;
        double slope = slope();
        for (int i = 0; i < n; i++) {
            double e = (y[from + i] - meanY) - slope * (x[i] - meanX);
            rest += e * e;
        }
    }

    /** Whether there is a line, and something for it to explain. */
    boolean varies() {
        return xx >= Double.MIN_NORMAL && yy >= Double.MIN_NORMAL;
    }

    double slope() {
        return xx >= Double.MIN_NORMAL ? xy / xx + 0.0 : 0;
    }

    double slopeStandardError(int n) {
        return Math.sqrt(rest / (n - 2) / xx);
    }

    /** The mean, with what rounding left of it put right. */
    private static double mean(double[] values, int from, int n) {
        double sum = 0;
        for (int i = from; i < from + n; i++) {
            sum += values[i];
        }
        double mean = sum / n;
        double rest = 0;
        for (int i = from; i < from + n; i++) {
            rest += values[i] - mean;
        }
        return mean + rest / n;
    }
}
