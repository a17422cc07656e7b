package io.coaching.benchmarks;

import java.util.Arrays;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/** Commons Math for the line, all pairs for the rest: what one writes without this library. */
final class CommonsMathTrends extends ColumnTrends {
    CommonsMathTrends(int threads) {
        super(threads);
    }

    @Override
    void one(TrendValues all, int s, TrendAnswer to) {
        int from = all.starts[s];
        int end = all.starts[s + 1];
        SimpleRegression line = new SimpleRegression();
        for (int i = from; i < end; i++) {
            line.addData(all.weeks[i], all.values[i]);
        }
        to.slope[s] = line.getSlope();
        to.pValue[s] = line.getSignificance();
        int n = end - from;
        double[] slopes = new double[n * (n - 1) / 2];
        int pairs = 0;
        int score = 0;
        for (int i = from; i < end; i++) {
            for (int j = i + 1; j < end; j++) {
                double rise = all.values[j] - all.values[i];
                slopes[pairs++] = rise / (all.weeks[j] - all.weeks[i]);
                if (rise > 0) {
                    score++;
                } else if (rise < 0) {
                    score--;
                }
            }
        }
        Arrays.sort(slopes);
        to.theilSen[s] = (slopes[(pairs - 1) / 2] + slopes[pairs / 2]) / 2;
        double[] sorted = Arrays.copyOfRange(all.values, from, end);
        Arrays.sort(sorted);
        to.mannKendall[s] = mannKendall(score, sorted);
    }

    static double mannKendall(int score, double[] sorted) {
        double n = sorted.length;
        double ties = 0;
        for (int i = 0, next; i < sorted.length; i = next) {
            next = i + 1;
            while (next < sorted.length && sorted[next] == sorted[i]) {
                next++;
            }
            double t = next - i;
            ties += t * (t - 1) * (2 * t + 5);
        }
        double variance = (n * (n - 1) * (2 * n + 5) - ties) / 18;
        return Erf.erfc(Math.abs(score - Integer.signum(score)) / Math.sqrt(2 * variance));
    }
}
