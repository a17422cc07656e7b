package io.coaching.benchmark;

import io.coaching.data.Sample;
import io.coaching.stats.Distribution;
import io.coaching.stats.Limits;
import io.coaching.stats.ProportionDifference;
import io.coaching.stats.RateInterval;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The difference of two independent values, with the interval that suits their kind.
 *
 * @param value first less second
 * @param limits its confidence limits
 * @param above the probability that the first true value is larger
 * @param method the name of the interval
 */
record Difference(double value, Limits limits, double above, String method) {
    private static final int STEPS = 400;

    /** The difference; empty where chance is not known for one of the two. */
    static Optional<Difference> of(Sample first, Sample second, double level) {
        if (first instanceof Sample.Proportion a && second instanceof Sample.Proportion b) {
            var difference = new ProportionDifference(a.successes(), a.trials(), b.successes(), b.trials());
            return Optional.of(new Difference(
                    difference.difference(), difference.newcombe(level), above(jeffreys(a), jeffreys(b)), "Newcombe"));
        }
        if (first instanceof Sample.Total a && second instanceof Sample.Total b && a.ones() && b.ones()) {
            return Optional.of(counts(a, b, level));
        }
        if (first instanceof Sample.Mean a && second instanceof Sample.Mean b) {
            return welch(a, b, level);
        }
        return normal(first, second, level);
    }

    private static Distribution jeffreys(Sample.Proportion p) {
        return new Distribution.Beta(p.successes() + 0.5, p.trials() - p.successes() + 0.5);
    }

    /** Zou and Donner's (2008) square-and-add of two exact limits, Newcombe's idea for other parameters. */
    private static Difference counts(Sample.Total a, Sample.Total b, double level) {
        double one = Evidence.value(a);
        double two = Evidence.value(b);
        Limits l1 = RateInterval.GARWOOD.of(Evidence.count(a), a.exposure(), level);
        Limits l2 = RateInterval.GARWOOD.of(Evidence.count(b), b.exposure(), level);
        double value = one - two;
        return new Difference(
                value,
                new Limits(
                        value - StrictMath.hypot(one - l1.low(), l2.high() - two),
                        value + StrictMath.hypot(l1.high() - one, two - l2.low()),
                        level),
                above(gamma(a), gamma(b)),
                "Garwood, squared and added");
    }

    private static Distribution gamma(Sample.Total t) {
        return new Distribution.Gamma(t.total() + 0.5, t.exposure());
    }

    private static Optional<Difference> welch(Sample.Mean a, Sample.Mean b, double level) {
        if (a.variance().isEmpty() || b.variance().isEmpty()) {
            return Optional.empty();
        }
        double v1 = a.variance().getAsDouble() / a.n();
        double v2 = b.variance().getAsDouble() / b.n();
        double variance = v1 + v2;
        if (!(variance > 0)) {
            return Optional.empty();
        }
        double df = variance * variance / (v1 * v1 / (a.n() - 1.0) + v2 * v2 / (b.n() - 1.0));
        TDistribution t = TDistribution.of(df);
        double value = a.mean() - b.mean();
        double se = Math.sqrt(variance);
        double half = t.inverseSurvivalProbability((1 - level) / 2) * se;
        return Optional.of(new Difference(
                value, new Limits(value - half, value + half, level), t.cumulativeProbability(value / se), "Welch"));
    }

    private static Optional<Difference> normal(Sample first, Sample second, double level) {
        OptionalDouble v1 = variance(first);
        OptionalDouble v2 = variance(second);
        if (v1.isEmpty() || v2.isEmpty() || !(v1.getAsDouble() + v2.getAsDouble() > 0)) {
            return Optional.empty();
        }
        double value = Evidence.value(first) - Evidence.value(second);
        double se = Math.sqrt(v1.getAsDouble() + v2.getAsDouble());
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double half = normal.inverseSurvivalProbability((1 - level) / 2) * se;
        return Optional.of(new Difference(
                value,
                new Limits(value - half, value + half, level),
                normal.cumulativeProbability(value / se),
                "normal approximation"));
    }

    private static OptionalDouble variance(Sample sample) {
        if (sample instanceof Sample.Total t) {
            return OptionalDouble.of(t.variance() / (t.exposure() * t.exposure()));
        }
        return sample.errorVariance();
    }

    /** P(X > Y): the mean of Y's distribution function over the quantiles of X. */
    private static double above(Distribution x, Distribution y) {
        double sum = 0;
        for (int k = 0; k < STEPS; k++) {
            sum += y.cumulative(x.quantile((k + 0.5) / STEPS));
        }
        return sum / STEPS;
    }
}
