package io.coaching.stats;

import io.coaching.base.Reason;
import io.coaching.internal.check.Checks;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How lenient or severe raters are, in points of the scale: <strong>positive is lenient</strong>. And what units would have got
 * from the typical rater.
 *
 * <p>Four ways, which answer slightly different questions:
 *
 * <ul>
 *   <li>{@link #fixed}: {@code rating = unit + rater + error} by least squares, the effects summing to zero among raters that can
 *       be compared. Unbiased, with exact standard errors.
 *   <li>{@link #typical}: the same against the typical rater, the weighted median of the comparable (weights {@code 1 / (variance
 *       between raters + residual variance / ratings)}), so that neither a few severe raters nor one odd card of a newcomer make
 *       everyone else look lenient: for saying that somebody is severe. Errors are those about the weighted mean.
 *   <li>{@link #shrunken}: the same with raters as random, drawn towards zero by as much as the evidence is weak (best linear
 *       unbiased prediction; Henderson 1975, doi:10.2307/2529430; variances by {@link VarianceComponents#crossed}). Units stay
 *       fixed, so a rater of weak people is not taken for severe. The closest to the truth on the mean: for adjusting scores.
 *   <li>{@link #leaveOneOut}: the mean of (rating - mean of the unit's other raters). Simple to tell, but it compares with
 *       whoever the others happen to be.
 * </ul>
 *
 * <p>Raw means differ from all of these where raters rate different people. Raters whom nothing links cannot be compared: see
 * {@link RaterConnections}; effects hold within a component. Errors are taken as independent with one variance: ratings of one
 * rater on many items of one unit are not, so give the mean of the items. Memory is linear in the ratings up to a fixed 20 MB;
 * with more than 1,500 units and raters both, standard errors are estimated from 200 fits to noise (within some 5 %).
 *
 * <p>Example: Krippendorff's 4 x 12 table with missing ratings: -0.2305, -0.0998, 0.2242, 0.1061.
 */
public final class RaterEffects {
    /** How effects were estimated. */
    public enum Method {
        /** Least squares, summing to zero in each component. */
        FIXED,
        /** Least squares, against the typical rater of each component. */
        TYPICAL,
        /** Drawn towards zero. */
        SHRUNKEN,
        /** Against the mean of the others. */
        LEAVE_ONE_OUT
    }

    private final Method method;
    private final Optional<Reason> whyNot;
    private final RaterConnections connections;
    private final double[] effect;
    private final double[] error;
    private final int[] counts;
    private final double[] adjusted;
    private final double[] adjustedError;
    private final double residualVariance;
    private final double degrees;

    private RaterEffects(Draft draft) {
        this.method = draft.method;
        this.whyNot = Optional.ofNullable(draft.whyNot);
        this.connections = draft.connections;
        this.effect = draft.effect;
        this.error = draft.error;
        this.counts = draft.counts;
        this.adjusted = draft.adjusted;
        this.adjustedError = draft.adjustedError;
        this.residualVariance = draft.residualVariance;
        this.degrees = draft.degrees;
    }

    private static final class Draft {
        final Method method;
        final RaterConnections connections;
        final int[] counts;
        final double[] effect;
        final double[] error;
        final double[] adjusted;
        final double[] adjustedError;

        @org.jspecify.annotations.Nullable
        Reason whyNot;

        double residualVariance = Double.NaN;
        double degrees = Double.NaN;

        Draft(Method method, Ratings ratings) {
            this.method = method;
            this.connections = RaterConnections.of(ratings);
            this.counts = ratings.ratingsByRater();
            this.effect = unknown(ratings.raters());
            this.error = unknown(ratings.raters());
            this.adjusted = unknown(ratings.units());
            this.adjustedError = unknown(ratings.units());
            this.whyNot = ratings.size() == 0
                    ? Reason.NO_DATA
                    : ratings.activeRaters() < 2
                            ? Reason.ONE_RATER
                            : connections.components() == ratings.activeRaters() ? Reason.NO_OVERLAP : null;
        }

        private static double[] unknown(int n) {
            double[] values = new double[n];
            Arrays.fill(values, Double.NaN);
            return values;
        }

        boolean isComparable(int rater) {
            return counts[rater] > 0 && connections.raters(connections.ofRater(rater)) > 1;
        }
    }

    /**
     * Least squares, the effects of comparable raters summing to zero.
     *
     * @param ratings the ratings
     * @return the effects
     */
    public static RaterEffects fixed(Ratings ratings) {
        return leastSquares(ratings, Method.FIXED, new double[0]);
    }

    /**
     * Least squares, against the typical rater among the comparable: their median, weighted by how well they are known.
     *
     * @param ratings the ratings
     * @return the effects; where the variance between raters cannot be told, weighted by the number of ratings
     */
    public static RaterEffects typical(Ratings ratings) {
        VarianceComponents components = VarianceComponents.crossed(ratings);
        double between = components.rater().orElse(0);
        // raters of one mind leave neither scatter: the number of ratings weighs
        double left = components.residual().orElse(1);
        double residual = between + left > 0 ? left : 1;
        double[] weights = Arrays.stream(ratings.ratingsByRater())
                .mapToDouble(n -> n / (between * n + residual))
                .toArray();
        return leastSquares(ratings, Method.TYPICAL, weights);
    }

    /** Moves the zero of each component to the weighted median of its raters. */
    private static void aroundMedian(Draft draft, Ratings ratings, double[] weights) {
        double[] shift = new double[draft.connections.components()];
        for (int c = 0; c < shift.length; c++) {
            int part = c;
            int[] raters = IntStream.range(0, draft.effect.length)
                    .filter(r -> draft.connections.ofRater(r) == part && draft.isComparable(r))
                    .toArray();
            shift[c] = raters.length == 0 ? 0 : weightedMedian(draft.effect, weights, raters);
        }
        for (int r = 0; r < draft.effect.length; r++) {
            if (draft.isComparable(r)) {
                draft.effect[r] -= shift[draft.connections.ofRater(r)];
            }
        }
        for (int u = 0; u < ratings.units(); u++) {
            draft.adjusted[u] += shift[draft.connections.ofUnit(u)];
        }
    }

    private static double weightedMedian(double[] effects, double[] weights, int[] raters) {
        double[] keys = Arrays.stream(raters).mapToDouble(r -> effects[r]).toArray();
        int[] order = IndexedSort.sort(keys);
        double half = Arrays.stream(raters).mapToDouble(r -> weights[r]).sum() / 2;
        double below = 0;
        int k = 0;
        while (k + 1 < keys.length && below + weights[raters[order[k]]] < half * (1 - 1e-12)) {
            below += weights[raters[order[k]]];
            k++;
        }
        boolean between = k + 1 < keys.length && below + weights[raters[order[k]]] <= half * (1 + 1e-12);
        return between ? (keys[k] + keys[k + 1]) / 2 : keys[k];
    }

    private static RaterEffects leastSquares(Ratings ratings, Method method, double[] weights) {
        Draft draft = new Draft(method, ratings);
        if (draft.whyNot == null) {
            CrossedEffects fit = new CrossedEffects(ratings, draft.connections, 0, weights);
            draft.degrees = fit.residualDegrees();
            draft.residualVariance = draft.degrees > 0 ? fit.residualSquares / draft.degrees : Double.NaN;
            fill(draft, ratings, fit, fit.raterVariances());
            if (method == Method.TYPICAL) {
                aroundMedian(draft, ratings, weights);
            }
        }
        return new RaterEffects(draft);
    }

    /**
     * Best linear unbiased prediction, with the variances estimated from the ratings.
     *
     * @param ratings the ratings
     * @return the effects; all 0 where raters differ no more than chance explains
     */
    public static RaterEffects shrunken(Ratings ratings) {
        VarianceComponents components = VarianceComponents.crossed(ratings);
        Draft draft = new Draft(Method.SHRUNKEN, ratings);
        if (draft.whyNot == null && components.whyNot().isPresent()) {
            draft.whyNot = components.whyNot().get();
        }
        return draft.whyNot == null
                ? shrunken(
                        ratings,
                        draft,
                        components.rater().orElseThrow(),
                        components.residual().orElseThrow())
                : new RaterEffects(draft);
    }

    /**
     * Best linear unbiased prediction with known variances, as from an earlier and larger set.
     *
     * @param ratings the ratings
     * @param raterVariance the variance between raters, not negative
     * @param residualVariance the variance that is left, above 0
     * @return the effects
     */
    public static RaterEffects shrunken(Ratings ratings, double raterVariance, double residualVariance) {
        Checks.inRange(raterVariance, 0, Double.MAX_VALUE, "raterVariance");
        Checks.that(residualVariance > 0, "residualVariance must be above 0: " + residualVariance);
        Draft draft = new Draft(Method.SHRUNKEN, ratings);
        return draft.whyNot == null
                ? shrunken(ratings, draft, raterVariance, residualVariance)
                : new RaterEffects(draft);
    }

    private static RaterEffects shrunken(Ratings ratings, Draft draft, double raterVariance, double residualVariance) {
        draft.residualVariance = residualVariance;
        draft.degrees = Double.POSITIVE_INFINITY;
        if (raterVariance == 0 || residualVariance == 0) {
            // no severity to be found, or no chance to be shrunk for
            CrossedEffects fit = new CrossedEffects(ratings, draft.connections, 0);
            if (raterVariance == 0) {
                Arrays.fill(fit.raterEffect, 0);
                unitMeans(ratings, fit.unitEffect, fit.mean());
            }
            fill(draft, ratings, fit, new double[fit.raterEffect.length]);
        } else {
            CrossedEffects fit = new CrossedEffects(ratings, draft.connections, residualVariance / raterVariance);
            fill(draft, ratings, fit, fit.raterVariances());
        }
        return new RaterEffects(draft);
    }

    private static void unitMeans(Ratings ratings, double[] into, double origin) {
        for (int u = 0; u < ratings.units(); u++) {
            double n = ratings.start(u + 1) - ratings.start(u);
            into[u] = 0;
            for (int row = ratings.start(u); row < ratings.start(u + 1); row++) {
                into[u] += (ratings.score(row) - origin) / n;
            }
        }
    }

    private static void fill(Draft draft, Ratings ratings, CrossedEffects fit, double[] variances) {
        for (int r = 0; r < ratings.raters(); r++) {
            if (draft.isComparable(r)) {
                draft.effect[r] = fit.raterEffect[fit.index(r)];
                draft.error[r] = Math.sqrt(Math.max(0, draft.residualVariance * variances[fit.index(r)]));
            }
        }
        for (int u = 0; u < ratings.units(); u++) {
            double n = ratings.start(u + 1) - ratings.start(u);
            double variance = draft.residualVariance / n;
            for (int row = ratings.start(u); row < ratings.start(u + 1); row++) {
                variance += draft.residualVariance * variances[fit.index(ratings.rater(row))] / (n * n);
            }
            draft.adjusted[u] = fit.mean() + fit.unitEffect[u];
            draft.adjustedError[u] = Math.sqrt(variance);
        }
    }

    /**
     * The mean over a rater's ratings of (rating - mean of the unit's other raters). Units that nobody else rated do not count.
     * The standard error is that of a mean of independent differences, which these are only roughly.
     *
     * @param ratings at most one of a unit by a rater
     * @return the effects; units keep their means
     */
    public static RaterEffects leaveOneOut(Ratings ratings) {
        ratings.requireOneRatingEach();
        Draft draft = new Draft(Method.LEAVE_ONE_OUT, ratings);
        double[] sum = new double[ratings.raters()];
        double[] squares = new double[ratings.raters()];
        Arrays.fill(draft.counts, 0);
        for (int u = 0; u < ratings.units(); u++) {
            int from = ratings.start(u);
            int to = ratings.start(u + 1);
            double total = 0;
            for (int row = from; row < to; row++) {
                total += ratings.score(row);
            }
            draft.adjusted[u] = total / (to - from);
            for (int row = from; to - from > 1 && row < to; row++) {
                double difference = ratings.score(row) - (total - ratings.score(row)) / (to - from - 1);
                sum[ratings.rater(row)] += difference;
                squares[ratings.rater(row)] += difference * difference;
                draft.counts[ratings.rater(row)]++;
            }
        }
        draft.degrees = Double.POSITIVE_INFINITY;
        for (int r = 0; r < sum.length; r++) {
            double n = draft.counts[r];
            if (n > 0) {
                draft.effect[r] = sum[r] / n;
                draft.error[r] =
                        n < 2 ? Double.NaN : Math.sqrt(Math.max(0, squares[r] - sum[r] * sum[r] / n) / (n * (n - 1)));
            }
        }
        return new RaterEffects(draft);
    }

    /**
     * How the effects were estimated.
     *
     * @return the method
     */
    public Method method() {
        return method;
    }

    /**
     * Why nobody has an effect.
     *
     * @return the reason; empty where somebody has one
     */
    public Optional<Reason> whyNot() {
        return whyNot;
    }

    /**
     * Who can be compared with whom.
     *
     * @return the components
     */
    public RaterConnections connections() {
        return connections;
    }

    /**
     * How far above the others a rater rates.
     *
     * @param rater the number of the rater
     * @return points of the scale, positive for lenient; empty where nobody rated the same
     */
    public OptionalDouble effect(int rater) {
        return optional(effect[rater]);
    }

    /**
     * How sure that is.
     *
     * @param rater the number of the rater
     * @return the standard error, of a shrunken effect that of prediction; empty where there is no effect or no ratings to spare
     */
    public OptionalDouble standardError(int rater) {
        return optional(error[rater]);
    }

    /**
     * Why a rater has no effect.
     *
     * @param rater the number of the rater
     * @return the reason; empty where there is one
     */
    public Optional<Reason> whyNot(int rater) {
        if (!Double.isNaN(effect[rater])) {
            return Optional.empty();
        }
        return whyNot.isPresent()
                ? whyNot
                : Optional.of(connections.ofRater(rater) < 0 ? Reason.NO_DATA : Reason.NOT_CONNECTED);
    }

    /**
     * Limits of a rater's effect, by Student's t.
     *
     * @param rater the number of the rater
     * @param level the level, such as 0.95
     * @return the limits, of a shrunken effect credible ones; empty where there is no standard error
     */
    public Optional<Limits> limits(int rater, double level) {
        Arguments.level(level);
        if (Double.isNaN(error[rater])) {
            return Optional.empty();
        }
        double half = (Double.isInfinite(degrees) ? Moments.z(level) : Moments.t(degrees, level)) * error[rater];
        return Optional.of(new Limits(effect[rater] - half, effect[rater] + half, level));
    }

    /**
     * How probable so large an effect is if the true one is no larger than some that does not matter: two-sided, by t.
     *
     * @param rater the number of the rater
     * @param immaterial points of the scale that do not matter, 0 or more
     * @return p; empty where there is no standard error
     */
    public OptionalDouble pValue(int rater, double immaterial) {
        Checks.inRange(immaterial, 0, Double.MAX_VALUE, "immaterial");
        if (Double.isNaN(error[rater])) {
            return OptionalDouble.empty();
        }
        double size = Math.abs(effect[rater]);
        if (error[rater] == 0) {
            return OptionalDouble.of(size > immaterial ? 0 : 1);
        }
        double beyond = survival((size - immaterial) / error[rater]) + survival((size + immaterial) / error[rater]);
        return OptionalDouble.of(Math.min(1, beyond));
    }

    private double survival(double t) {
        return Double.isInfinite(degrees)
                ? org.apache.commons.statistics.distribution.NormalDistribution.of(0, 1)
                        .survivalProbability(t)
                : TDistribution.of(degrees).survivalProbability(t);
    }

    /**
     * How many ratings a rater's effect stands on.
     *
     * @param rater the number of the rater
     * @return the number of ratings
     */
    public int ratings(int rater) {
        return counts[rater];
    }

    /**
     * What a unit would have got from the typical rater: typical among those it can be compared with.
     *
     * @param unit the number of the unit
     * @return the adjusted score; empty where there are no effects
     */
    public OptionalDouble adjusted(int unit) {
        return optional(adjusted[unit]);
    }

    /**
     * How sure an adjusted score is: the chance in its ratings, and in the effects of its raters (taken as independent).
     *
     * @param unit the number of the unit
     * @return the standard error; empty where it cannot be told
     */
    public OptionalDouble adjustedError(int unit) {
        return optional(adjustedError[unit]);
    }

    /**
     * The variance of ratings that neither unit nor rater explains.
     *
     * @return the variance; empty where it cannot be told
     */
    public OptionalDouble residualVariance() {
        return optional(residualVariance);
    }

    /**
     * The degrees of freedom behind it.
     *
     * @return ratings less units less raters plus components; infinite where the variance is taken as known
     */
    public double degreesOfFreedom() {
        return degrees;
    }

    private static OptionalDouble optional(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    @Override
    public String toString() {
        return "RaterEffects[" + method + ", " + effect.length + " raters, " + connections + "]";
    }
}
