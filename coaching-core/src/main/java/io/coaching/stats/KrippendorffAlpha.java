package io.coaching.stats;

import io.coaching.base.Reason;
import io.coaching.internal.check.Checks;
import io.coaching.internal.random.DeterministicRandom;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Krippendorff's alpha: {@code 1 - Do / De}, the disagreement within units over that between all ratings whatever the unit. Any
 * number of raters, any of them missing, any {@link MeasurementLevel}.
 *
 * <p>Source: Krippendorff 2011, Computing Krippendorff's Alpha-Reliability; Hayes and Krippendorff 2007,
 * doi:10.1080/19312450709336664. Units with one rating do not count. Where nearly all ratings are alike, alpha is low, and 0 with
 * a single dissent, however well raters agree: it asks whether the ratings tell units apart. Read it beside {@link
 * PercentAgreement} and {@link GwetCoefficient}.
 *
 * <p>Limits: by default linearised over subjects, whose items belong together (their influence on Do and De; ordinal distances taken
 * as given), with t; or by a {@linkplain #bootstrap bootstrap} of subjects. Edge cases: all ratings alike, one rater, no overlap: a reason. O(n m + q^2)
 * for q levels, times the number of draws for the bootstrap.
 *
 * <p>Example: Krippendorff's 4 observers and 12 units: nominal 0.7434, ordinal 0.8154, interval 0.8491, ratio 0.7974.
 */
public final class KrippendorffAlpha {
    private static final int LEAST_DRAWS = 100;

    private final Ratings ratings;
    private final MeasurementLevel level;
    private final double[] score;
    private final int[] units;

    private KrippendorffAlpha(Ratings ratings, MeasurementLevel level) {
        this.ratings = ratings;
        this.level = level;
        this.score = ratings.scale();
        this.units = java.util.stream.IntStream.range(0, ratings.units())
                .filter(u -> ratings.start(u + 1) - ratings.start(u) > 1)
                .toArray();
    }

    /**
     * Alpha, with limits linearised over subjects.
     *
     * @param ratings at most one of a unit by a rater
     * @param level what the values mean
     * @return the coefficient
     */
    public static Coefficient of(Ratings ratings, MeasurementLevel level) {
        KrippendorffAlpha alpha = new KrippendorffAlpha(ratings, level);
        Optional<Reason> whyNot = alpha.whyNot();
        return whyNot.isPresent() ? alpha.draft().undefined(whyNot.get()) : alpha.linearised();
    }

    /**
     * Alpha, with limits by drawing subjects with replacement: the quantiles of alpha over the draws. Draws in which nothing varies
     * have no alpha and are left out.
     *
     * @param ratings at most one of a unit by a rater
     * @param level what the values mean
     * @param draws how many, at least 100; 1,000 is usual
     * @param seed of the random numbers: the same seed gives the same limits
     * @return the coefficient
     */
    public static Coefficient bootstrap(Ratings ratings, MeasurementLevel level, int draws, long seed) {
        Checks.atLeast(draws, LEAST_DRAWS, "draws");
        KrippendorffAlpha alpha = new KrippendorffAlpha(ratings, level);
        Optional<Reason> whyNot = alpha.whyNot();
        return whyNot.isPresent() ? alpha.draft().undefined(whyNot.get()) : alpha.resampled(draws, seed);
    }

    private Optional<Reason> whyNot() {
        Optional<Reason> whyNot = UnitAgreement.whyNot(ratings, true);
        if (whyNot.isPresent()) {
            return whyNot;
        }
        ratings.requireOneRatingEach();
        Checks.that(
                level != MeasurementLevel.RATIO || score[0] >= 0,
                "values on a ratio scale must not be negative: " + score[0],
                "an interval scale was meant");
        return Arrays.stream(units)
                                .flatMap(u -> java.util.stream.IntStream.range(ratings.start(u), ratings.start(u + 1))
                                        .map(ratings::level))
                                .distinct()
                                .limit(2)
                                .count()
                        < 2
                ? Optional.of(Reason.NO_VARIATION)
                : Optional.empty();
    }

    /** The disagreement within and between, of units of which some are taken more than once, some never. */
    private final class Disagreement {
        final double[] count = new double[score.length];
        final double[] place = new double[score.length];
        double n;
        double within;
        double between;

        Disagreement(int[] times) {
            for (int i = 0; i < units.length; i++) {
                for (int row = ratings.start(units[i]); row < ratings.start(units[i] + 1); row++) {
                    count[ratings.level(row)] += times[i];
                    n += times[i];
                }
            }
            double below = 0;
            for (int k = 0; k < count.length; k++) {
                place[k] = below + count[k] / 2;
                below += count[k];
            }
            for (int i = 0; i < units.length; i++) {
                within += times[i] == 0 ? 0 : times[i] * ofUnit(units[i]);
            }
            within /= n;
            for (int k = 0; k < count.length; k++) {
                between += count[k] == 0 ? 0 : count[k] * fromAll(k);
            }
            between /= n * (n - 1);
        }

        double distance(int k, int l) {
            return switch (level) {
                case NOMINAL -> k == l ? 0 : 1;
                case ORDINAL -> square(place[k] - place[l]);
                case INTERVAL -> square(score[k] - score[l]);
                case RATIO -> k == l ? 0 : square((score[k] - score[l]) / (score[k] + score[l]));
            };
        }

        double fromAll(int k) {
            double sum = 0;
            for (int l = 0; l < count.length; l++) {
                sum += count[l] == 0 ? 0 : count[l] * distance(k, l);
            }
            return sum;
        }

        double ofUnit(int u) {
            int from = ratings.start(u);
            int to = ratings.start(u + 1);
            double sum = 0;
            for (int a = from; a < to; a++) {
                for (int b = from; b < a; b++) {
                    sum += distance(ratings.level(a), ratings.level(b));
                }
            }
            return 2 * sum / (to - from - 1);
        }

        double alpha() {
            return 1 - within / between;
        }
    }

    private static double square(double x) {
        return x * x;
    }

    private Coefficient linearised() {
        int n = units.length;
        int[] once = new int[n];
        Arrays.fill(once, 1);
        Disagreement all = new Disagreement(once);
        double alpha = all.alpha();
        if (n < 2) {
            return draft().known(alpha);
        }
        double[] fromAll = new double[score.length];
        Arrays.setAll(fromAll, all::fromAll);
        double[] influence = new double[n];
        double mean = 0;
        for (int i = 0; i < n; i++) {
            int from = ratings.start(units[i]);
            int to = ratings.start(units[i] + 1);
            double m = to - from;
            double far = 0;
            for (int row = from; row < to; row++) {
                far += fromAll[ratings.level(row)];
            }
            double within = (all.ofUnit(units[i]) - all.within * m) / all.n;
            double between =
                    2 * far / (all.n * (all.n - 1)) - all.between * (2 * all.n - 1) / (all.n * (all.n - 1)) * m;
            influence[i] = -within / all.between + all.within * between / square(all.between);
            mean += influence[i] / n;
        }
        for (int i = 0; i < n; i++) {
            influence[i] -= mean;
        }
        double[] bySubject = ratings.sumsBySubject(influence, units);
        double subjects = bySubject.length;
        if (subjects < 2) {
            return draft().known(alpha);
        }
        double squares = 0;
        for (double each : bySubject) {
            squares += square(each);
        }
        double se = Math.sqrt(squares * subjects / (subjects - 1));
        return draft().symmetric(alpha, se, subjects - 1, -1, 1, "linearised over subjects, t")
                .known(alpha);
    }

    private Coefficient resampled(int draws, long seed) {
        int n = units.length;
        int[] times = new int[n];
        Arrays.fill(times, 1);
        double alpha = new Disagreement(times).alpha();
        double[] one = new double[n];
        Arrays.fill(one, 1);
        double[] sizes = ratings.sumsBySubject(one, units);
        int[] first = new int[sizes.length];
        for (int s = 1; s < first.length; s++) {
            first[s] = first[s - 1] + (int) sizes[s - 1];
        }
        DeterministicRandom random = DeterministicRandom.of(seed);
        double[] drawn = new double[draws];
        int known = 0;
        for (int d = 0; d < draws; d++) {
            Arrays.fill(times, 0);
            for (int i = 0; i < sizes.length; i++) {
                int s = random.nextInt(sizes.length);
                for (int u = first[s]; u < first[s] + (int) sizes[s]; u++) {
                    times[u]++;
                }
            }
            Disagreement some = new Disagreement(times);
            if (some.between > 0) {
                drawn[known++] = some.alpha();
            }
        }
        double[] sorted = Arrays.copyOf(drawn, known);
        Arrays.sort(sorted);
        if (known < 2) {
            return draft().known(alpha);
        }
        return draft().standardError(Moments.of(sorted).sd().orElseThrow())
                .limits(
                        at -> Optional.of(new Limits(
                                QuantileMethod.HF7.of(sorted, (1 - at) / 2).orElseThrow(),
                                QuantileMethod.HF7.of(sorted, (1 + at) / 2).orElseThrow(),
                                at)),
                        "bootstrap of subjects, " + known + " draws")
                .known(alpha);
    }

    private Coefficient.Draft draft() {
        int pairable = 0;
        for (int u : units) {
            pairable += ratings.start(u + 1) - ratings.start(u);
        }
        return new Coefficient.Draft(
                "Krippendorff's alpha, " + level.name().toLowerCase(Locale.ROOT),
                units.length,
                ratings.activeRaters(),
                pairable);
    }
}
