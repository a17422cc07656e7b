package io.coaching.trend;

import io.coaching.base.Estimate;
import io.coaching.base.Interval;
import io.coaching.base.Known;
import io.coaching.base.Percent;
import io.coaching.base.Reason;
import io.coaching.stats.CountTrend;
import io.coaching.stats.Fit;
import io.coaching.stats.Limits;
import io.coaching.stats.LineFit;
import io.coaching.stats.MannKendall;
import io.coaching.stats.SeasonalMannKendall;
import io.coaching.stats.SerialCorrelation;
import io.coaching.stats.Series;
import io.coaching.stats.ShareTrend;
import io.coaching.stats.TheilSen;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How much a series gains or loses from period to period.
 *
 * @param slope the slope by the method that suits the kind of figures
 * @param secondOpinion the least-squares slope with errors that bear autocorrelation
 * @param p how often a series without a slope looks as steep, by the method of {@code slope}
 * @param mannKendallP the same by ranks, whatever the kind of figures
 * @param up whether the slope goes up, where there is a p
 */
record Drift(Estimate slope, Estimate secondOpinion, OptionalDouble p, OptionalDouble mannKendallP, boolean up) {
    /** @param level the level of the intervals */
    static Drift of(TrendSeries series, Percent level) {
        int[] positions = series.positions();
        double[] values = series.values();
        Series points = Series.of(positions, values);
        OptionalDouble ranks = ranks(points);
        Estimate line = known(
                LineFit.neweyWest(points),
                fit -> estimate(
                        series,
                        fit.slope(),
                        Optional.of(fit.slopeLimits(level.fraction())),
                        level,
                        "least squares, Newey-West"));
        double middle = (positions[0] + positions[positions.length - 1]) / 2.0;
        if (series.seasons().isPresent() && SeasonFinder.periodsPerYear(series) > 0) {
            return seasonal(series, points, line);
        }
        return switch (series.kind()) {
            case COUNTS -> {
                Fit<CountTrend> fit = CountTrend.of(positions, rounded(series.counts()), series.sizes());
                Estimate slope = known(fit, trend -> {
                    double rate = trend.rateAt(middle);
                    Limits limits = trend.slopeLimits(level.fraction());
                    return estimate(
                            series,
                            rate * trend.slope(),
                            Optional.of(new Limits(rate * limits.low(), rate * limits.high(), level.fraction())),
                            level,
                            "Poisson regression, overdispersed");
                });
                yield of(slope, line, p(fit, CountTrend::pValue), ranks);
            }
            case SHARES -> {
                Fit<ShareTrend> fit = ShareTrend.of(positions, rounded(series.counts()), rounded(series.sizes()));
                Estimate slope = known(fit, trend -> {
                    double share = trend.shareAt(middle);
                    double steep = share * (1 - share);
                    Limits limits = trend.slopeLimits(level.fraction());
                    return estimate(
                            series,
                            steep * trend.slope(),
                            Optional.of(new Limits(steep * limits.low(), steep * limits.high(), level.fraction())),
                            level,
                            "logistic regression, overdispersed");
                });
                yield of(slope, line, p(fit, ShareTrend::pValue), ranks);
            }
            case AMOUNTS, WEIGHTED, PLAIN ->
                of(
                        known(
                                TheilSen.of(points),
                                fit -> estimate(series, fit.slope(), fit.limits(level.fraction()), level, "Theil-Sen")),
                        line,
                        ranks,
                        ranks);
        };
    }

    /** Only periods of the same season are compared, so seasons need not be estimated for the test. */
    private static Drift seasonal(TrendSeries series, Series points, Estimate line) {
        int year = SeasonFinder.periodsPerYear(series);
        Fit<SeasonalMannKendall> fit = SeasonalMannKendall.of(points, year);
        Estimate slope = known(
                fit,
                test -> Known.builder()
                        .value(test.slopePerCycle() / year)
                        .n(series.n(), "periods")
                        .method("seasonal Kendall")
                        .build());
        OptionalDouble p = p(fit, SeasonalMannKendall::pValue);
        return of(slope, line, p, p);
    }

    private static Drift of(Estimate slope, Estimate line, OptionalDouble p, OptionalDouble ranks) {
        boolean up = slope.asDouble().orElse(0) > 0
                || (slope.asDouble().orElse(0) == 0 && line.asDouble().orElse(0) > 0);
        // Where the model has no answer, as for a series that begins with noughts only, ranks still have one.
        return new Drift(slope, line, p.isPresent() ? p : ranks, ranks, up);
    }

    /** Autocorrelation may make a trend less sure, never surer. */
    private static OptionalDouble ranks(Series points) {
        OptionalDouble plain = p(MannKendall.of(points), MannKendall::pValue);
        OptionalDouble serial = p(MannKendall.of(points, SerialCorrelation.HAMED_RAO), MannKendall::pValue);
        return plain.isPresent() && serial.isPresent()
                ? OptionalDouble.of(Math.max(plain.getAsDouble(), serial.getAsDouble()))
                : plain;
    }

    private static long[] rounded(double[] values) {
        return Arrays.stream(values).mapToLong(Math::round).toArray();
    }

    private static <T> OptionalDouble p(Fit<T> fit, java.util.function.ToDoubleFunction<T> p) {
        return fit.value().isPresent()
                ? OptionalDouble.of(p.applyAsDouble(fit.value().get()))
                : OptionalDouble.empty();
    }

    private static <T> Estimate known(Fit<T> fit, java.util.function.Function<T, Estimate> estimate) {
        return fit.value()
                .map(estimate)
                .orElseGet(() -> Estimate.undefined(fit.whyNot().orElse(Reason.TOO_FEW_OBSERVATIONS)));
    }

    private static Estimate estimate(
            TrendSeries series, double slope, Optional<Limits> limits, Percent level, String method) {
        Known.Builder known =
                Known.builder().value(slope).n(series.n(), "periods").method(method);
        limits.ifPresent(l -> known.interval(Interval.confidence(l.low(), l.high(), level, method)));
        return known.build();
    }
}
