package io.coaching.trend;

import io.coaching.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Finds seasons in a series of two years or more: the trend is taken out by the median slope between periods of the same season in
 * different years (Hirsch, Slack and Smith 1982, doi:10.1029/WR018i001p00107) if that leaves seasons clearer, then each whole year by its mean; what is left is
 * averaged by month, or by quarter where periods are quarters. It counts as seasons only if an analysis of variance says so at 5 %.
 */
final class SeasonFinder {
    private static final int DAYS_OF_YEAR = 364;
    private static final int LONGEST_MONTH = 36;
    private static final int LONGEST_QUARTER = 99;
    private static final double ALPHA = 0.05;
    private static final double LEAST_FACTOR = 0.1;

    private SeasonFinder() {}

    /** How many periods of a series make a year; 0 where its periods are not months or quarters. */
    static int periodsPerYear(TrendSeries series) {
        int days = series.point(0).period().days();
        return days >= 28 && days <= LONGEST_MONTH ? 12 : days > LONGEST_MONTH && days <= LONGEST_QUARTER ? 4 : 0;
    }

    static Optional<Seasonality> of(TrendSeries series) {
        int n = series.n();
        if (n < 8) {
            return Optional.empty();
        }
        Span first = series.point(0).period();
        LocalDate end = series.point(n - 1).period().endExclusive();
        int years = (int) ((end.toEpochDay() - first.start().toEpochDay()) / DAYS_OF_YEAR);
        int seasons = first.days() <= LONGEST_MONTH ? 12 : first.days() <= LONGEST_QUARTER ? 4 : 0;
        if (years < 2 || seasons == 0) {
            return Optional.empty();
        }
        int[] season = new int[n];
        int[] year = new int[n];
        for (int k = 0; k < n; k++) {
            Span period = series.point(k).period();
            LocalDate middle = period.start().plusDays(period.days() / 2);
            season[k] = seasons == 12 ? middle.getMonthValue() - 1 : (middle.getMonthValue() - 1) / 3;
            year[k] = (int) ((middle.toEpochDay() - first.start().toEpochDay()) / (DAYS_OF_YEAR + 1));
        }
        double slope = slope(series.values(), series.positions(), season, year);
        // Years may step as well as slope: whichever leaves the seasons clearer.
        Optional<Seasonality> sloped = averaged(series, season, year, seasons, years, slope);
        Optional<Seasonality> stepped = averaged(series, season, year, seasons, years, 0);
        return sloped.isPresent()
                        && (stepped.isEmpty()
                                || sloped.get().p() <= stepped.get().p())
                ? sloped
                : stepped;
    }

    private static Optional<Seasonality> averaged(
            TrendSeries series, int[] season, int[] year, int seasons, int years, double slope) {
        int n = series.n();
        double[] values = series.values();
        int[] positions = series.positions();
        boolean factors = series.kind() == TrendSeries.Kind.COUNTS || series.kind() == TrendSeries.Kind.AMOUNTS;
        double[] left = new double[n];
        boolean[] used = new boolean[n];
        for (int y = 0; y < years; y++) {
            int whole = y;
            int[] of = IntStream.range(0, n).filter(k -> year[k] == whole).toArray();
            double place = Arrays.stream(of).map(k -> positions[k]).average().orElse(0);
            double mean =
                    Arrays.stream(of).mapToDouble(k -> values[k]).average().orElse(0);
            if (factors && mean <= 0) {
                return Optional.empty();
            }
            for (int k : of) {
                double level = mean + slope * (positions[k] - place);
                left[k] = factors ? values[k] / Math.max(level, mean * LEAST_FACTOR) - 1 : values[k] - level;
                used[k] = true;
            }
        }
        double[] sums = new double[seasons];
        int[] counts = new int[seasons];
        for (int k = 0; k < n; k++) {
            if (used[k]) {
                sums[season[k]] += left[k];
                counts[season[k]]++;
            }
        }
        if (Arrays.stream(counts).anyMatch(c -> c < 2)) {
            return Optional.empty();
        }
        double within = 0;
        double between = 0;
        int total = 0;
        for (int k = 0; k < n; k++) {
            if (used[k]) {
                double mean = sums[season[k]] / counts[season[k]];
                within += (left[k] - mean) * (left[k] - mean);
                between += mean * mean;
                total++;
            }
        }
        int freedom = total - seasons - years;
        if (freedom < 2 || (within <= 0 && between <= 0)) {
            return Optional.empty();
        }
        double p = within <= 0
                ? 0
                : FDistribution.of(seasons - 1, freedom)
                        .survivalProbability(between / (seasons - 1) / (within / freedom));
        if (p > ALPHA) {
            return Optional.empty();
        }
        var effects = new ArrayList<Double>();
        for (int s = 0; s < seasons; s++) {
            double effect = sums[s] / counts[s];
            effects.add(factors ? Math.max(LEAST_FACTOR, 1 + effect) : effect);
        }
        return Optional.of(new Seasonality(years, factors, effects, p));
    }

    private static double slope(double[] values, int[] positions, int[] season, int[] year) {
        double[] slopes = IntStream.range(0, values.length)
                .boxed()
                .flatMap(i -> IntStream.range(0, i)
                        .filter(j -> season[j] == season[i] && year[j] < year[i])
                        .mapToObj(j -> (values[i] - values[j]) / (positions[i] - positions[j])))
                .mapToDouble(x -> x)
                .sorted()
                .toArray();
        int m = slopes.length;
        return m == 0 ? 0 : m % 2 == 1 ? slopes[m / 2] : (slopes[m / 2 - 1] + slopes[m / 2]) / 2;
    }

    /** The season of a period, as in {@link Seasonality#effects}. */
    static int season(Span period, int seasons) {
        int month = period.start().plusDays(period.days() / 2).getMonthValue() - 1;
        return seasons == 12 ? month : month / 3;
    }
}
