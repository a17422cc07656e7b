package io.coaching.scorecard;

import io.coaching.base.CompetencyId;
import io.coaching.base.Estimate;
import io.coaching.base.Interval;
import io.coaching.base.Known;
import io.coaching.base.Percent;
import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Means of cards with their standard errors. Every card counts once; the cards of one cluster, a rater or in a group a
 * person rated, do not stand for themselves, so the error is that of the clusters.
 */
final class RollUp {
    /** So many raters must differ before their own scatter is trusted. */
    static final int RATERS_FOR_OWN_SCATTER = 3;

    /** So many degrees of freedom must stand behind the scatter of all raters. */
    static final int DEGREES_FOR_POOLED_SCATTER = 5;

    private final Percent level;
    private final Trim trim;
    private final Optional<Rounding> rounding;
    private final Optional<RaterAdjustment> adjustment;

    RollUp(Percent level, Trim trim, Optional<Rounding> rounding, Optional<RaterAdjustment> adjustment) {
        this.level = level;
        this.trim = trim;
        this.rounding = rounding;
        this.adjustment = adjustment;
    }

    /** One card's value of one score. */
    private record Value(Scored of, BigDecimal exact, double adjusted, double shift) {}

    /** A standard error with its degrees of freedom, and where it comes from. */
    private record Accuracy(double value, int degrees, String method) {}

    /** The scatter of raters about the persons they rate, pooled over all persons. */
    record Pooled(double variance, int degrees) {}

    /** The score of a person, from cards on that person. */
    ScoreLine person(
            List<Scored> cards,
            Optional<CompetencyId> competency,
            Optional<Relation> relation,
            Supplier<Optional<Pooled>> pooled) {
        return line(cards, competency, relation, values -> ofRaters(values, pooled), false);
    }

    /** The score of a group, from cards on its members. */
    ScoreLine group(List<Scored> cards, Optional<CompetencyId> competency, Optional<Relation> relation) {
        return line(cards, competency, relation, RollUp::ofPersons, true);
    }

    private ScoreLine line(
            List<Scored> cards,
            Optional<CompetencyId> competency,
            Optional<Relation> relation,
            Function<List<Value>, Optional<Accuracy>> errorOf,
            boolean isGroup) {
        List<Value> all = values(cards, competency);
        if (all.isEmpty()) {
            return none(competency, relation, Reason.NO_DATA);
        }
        if (rulers(cards, competency).size() > 1) {
            return none(competency, relation, Reason.DIFFERENT_RULERS);
        }
        boolean trimmed = trim == Trim.HIGHEST_AND_LOWEST;
        if (trimmed && all.size() < 3) {
            return none(competency, relation, Reason.TOO_FEW_OBSERVATIONS);
        }
        List<Value> kept = trimmed ? trimmed(all) : all;
        Optional<Accuracy> error = trimmed ? ofTrimmed(all, kept) : errorOf.apply(all);
        double mean = mean(kept);
        double shifts = shiftVariance(kept);
        OptionalDouble standardError = error.isPresent()
                ? OptionalDouble.of(Math.sqrt(error.get().value() * error.get().value() + shifts))
                : OptionalDouble.empty();
        Known.Builder known = Known.builder()
                .value(mean)
                .ruler(kept.get(0).of().ruler(competency))
                .method(method(trimmed))
                .n(kept.size(), "cards")
                .n(count(kept, scored -> scored.card().rater()), "raters");
        if (isGroup) {
            known.n(count(kept, scored -> scored.card().ratee()), "persons");
        }
        if (error.isPresent()) {
            double half = standardError.getAsDouble()
                    * TDistribution.of(error.get().degrees()).inverseSurvivalProbability((1 - level.fraction()) / 2);
            known.interval(Interval.confidence(
                    mean - half, mean + half, level, error.get().method()));
        }
        return new ScoreLine(competency, relation, known.build(), standardError, rounded(kept, mean));
    }

    private static ScoreLine none(Optional<CompetencyId> competency, Optional<Relation> relation, Reason why) {
        return new ScoreLine(competency, relation, Estimate.undefined(why), OptionalDouble.empty(), Optional.empty());
    }

    private String method(boolean trimmed) {
        return "mean of cards"
                + (trimmed ? " without the highest and the lowest" : "")
                + (adjustment.isPresent() ? ", adjusted for severity" : "");
    }

    /** The rulers that cards with a score were measured with, sorted. */
    static List<String> rulers(List<Scored> cards, Optional<CompetencyId> competency) {
        var rulers = new TreeSet<String>();
        cards.stream()
                .filter(scored -> scored.value(competency).isPresent())
                .forEach(scored -> rulers.add(scored.ruler(competency)));
        return List.copyOf(rulers);
    }

    private List<Value> values(List<Scored> cards, Optional<CompetencyId> competency) {
        var values = new ArrayList<Value>();
        for (Scored scored : cards) {
            scored.value(competency).ifPresent(exact -> {
                Optional<RaterAdjustment.Leniency> leniency =
                        adjustment.flatMap(a -> a.of(scored.card().rater()));
                double points = leniency.map(RaterAdjustment.Leniency::points).orElse(0.0);
                double error =
                        leniency.map(RaterAdjustment.Leniency::standardError).orElse(0.0);
                values.add(new Value(scored, exact, exact.doubleValue() - points, error));
            });
        }
        // a fixed order, so that sums of doubles are the same in whatever order the cards came
        values.sort(Comparator.comparingDouble(Value::adjusted)
                .thenComparing(value -> value.of().card().id()));
        return values;
    }

    private double mean(List<Value> values) {
        if (adjustment.isEmpty()) {
            return exactSum(values)
                    .divide(BigDecimal.valueOf(values.size()), java.math.MathContext.DECIMAL64)
                    .doubleValue();
        }
        return values.stream().mapToDouble(Value::adjusted).sum() / values.size();
    }

    private static BigDecimal exactSum(List<Value> values) {
        return values.stream().map(Value::exact).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Optional<BigDecimal> rounded(List<Value> values, double mean) {
        return rounding.map(rule -> adjustment.isEmpty()
                ? rule.round(exactSum(values), BigDecimal.valueOf(values.size()))
                : rule.round(BigDecimal.valueOf(mean), BigDecimal.ONE));
    }

    private static long count(List<Value> values, Function<Scored, PersonId> who) {
        return values.stream().map(Value::of).map(who).distinct().count();
    }

    // ---- errors

    /**
     * Of a person: the raters' own scatter if three or more are not all of one mind; else what raters in general differ by
     * about one person, if that is known from enough of them; else the scatter of two; else unknown.
     */
    private static Optional<Accuracy> ofRaters(List<Value> values, Supplier<Optional<Pooled>> pooled) {
        Map<PersonId, List<Value>> byRater =
                clusters(values, scored -> scored.card().rater());
        int m = byRater.size();
        Optional<Accuracy> own = clustered(values, byRater, "between raters").filter(error -> error.value() > 0);
        if (m >= RATERS_FOR_OWN_SCATTER && own.isPresent()) {
            return own;
        }
        Optional<Accuracy> general = pooled.get()
                .filter(p -> p.degrees() >= DEGREES_FOR_POOLED_SCATTER && p.variance() > 0)
                .map(p -> new Accuracy(Math.sqrt(p.variance() / m), p.degrees(), "pooled between raters"));
        return general.or(() -> own);
    }

    private static Optional<Accuracy> ofPersons(List<Value> values) {
        return clustered(values, clusters(values, scored -> scored.card().ratee()), "between persons");
    }

    private static Map<PersonId, List<Value>> clusters(List<Value> values, Function<Scored, PersonId> by) {
        var clusters = new TreeMap<PersonId, List<Value>>(Comparator.comparing(PersonId::value));
        values.forEach(value -> clusters.computeIfAbsent(by.apply(value.of()), id -> new ArrayList<>())
                .add(value));
        return clusters;
    }

    /**
     * The error of a mean whose terms come in clusters: {@code sqrt(m/(m-1) sum_r (sum_c (x - mean))^2) / n} (Cochran 1977,
     * 9A.4, linearised). With one card a rater it is the scatter of the cards over the root of their number.
     */
    private static Optional<Accuracy> clustered(
            List<Value> values, Map<PersonId, List<Value>> clusters, String method) {
        int m = clusters.size();
        if (m < 2) {
            return Optional.empty();
        }
        double mean = values.stream().mapToDouble(Value::adjusted).sum() / values.size();
        double sum = 0;
        for (List<Value> cluster : clusters.values()) {
            double residual =
                    cluster.stream().mapToDouble(v -> v.adjusted() - mean).sum();
            sum += residual * residual;
        }
        return Optional.of(new Accuracy(Math.sqrt(sum * m / (m - 1)) / values.size(), m - 1, method));
    }

    /** What the uncertainty of adjustments adds: a rater's counts whole for all of the rater's cards. */
    private static double shiftVariance(List<Value> values) {
        double sum = 0;
        for (List<Value> cluster :
                clusters(values, scored -> scored.card().rater()).values()) {
            double share =
                    (double) cluster.size() / values.size() * cluster.get(0).shift();
            sum += share * share;
        }
        return sum;
    }

    // ---- trimming

    private static List<Value> trimmed(List<Value> sorted) {
        return sorted.subList(1, sorted.size() - 1);
    }

    /**
     * The standard error of a trimmed mean from the winsorised scatter (Tukey and McLaughlin 1963, Sankhya A 25, 331-352):
     * {@code s_w sqrt(n) / h} over {@code h - 1} degrees of freedom, h cards being left of n.
     */
    private static Optional<Accuracy> ofTrimmed(List<Value> all, List<Value> kept) {
        int n = all.size();
        int h = kept.size();
        if (h < 2) {
            return Optional.empty();
        }
        double[] winsorised = new double[n];
        for (int i = 0; i < n; i++) {
            winsorised[i] = kept.get(Math.max(0, Math.min(h - 1, i - 1))).adjusted();
        }
        double mean = java.util.Arrays.stream(winsorised).sum() / n;
        double squares = java.util.Arrays.stream(winsorised)
                .map(x -> (x - mean) * (x - mean))
                .sum();
        if (squares == 0) {
            return Optional.empty();
        }
        return Optional.of(new Accuracy(
                Math.sqrt(squares / (n - 1)) * Math.sqrt(n) / h, h - 1, "winsorised, Tukey and McLaughlin"));
    }

    // ---- raters in general

    /** What raters differ by about one person: the variance of raters' means within persons, over all persons. */
    Optional<Pooled> pooled(List<Scored> cards, Optional<CompetencyId> competency) {
        double squares = 0;
        int degrees = 0;
        for (List<Value> of : clusters(
                        values(cards, competency), scored -> scored.card().ratee())
                .values()) {
            List<Double> means = clusters(of, scored -> scored.card().rater()).values().stream()
                    .map(by -> by.stream().mapToDouble(Value::adjusted).sum() / by.size())
                    .toList();
            double mean = means.stream().mapToDouble(x -> x).sum() / means.size();
            for (double each : means) {
                squares += (each - mean) * (each - mean);
            }
            degrees += means.size() - 1;
        }
        return degrees == 0 ? Optional.empty() : Optional.of(new Pooled(squares / degrees, degrees));
    }
}
