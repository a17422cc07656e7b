package io.coaching.stats;

import io.coaching.base.Reason;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How much of the variance of ratings lies between what was rated, how much between raters, and how much is left: the ground of
 * the intraclass correlations and of a {@link DecisionStudy}.
 *
 * <p>{@link #oneWay} is for raters who differ from unit to unit: {@code rating = unit + error}. {@link #crossed} tells raters
 * apart: {@code rating = unit + rater + error}, all random. Designs may be incomplete and unbalanced; components follow from
 * fitted constants (Henderson 1953, doi:10.2307/3001853, method III, each factor adjusted for the other): unbiased, and where the
 * design is balanced the same as the analysis of variance, and as REML where no component is negative. An interaction of unit and
 * rater is part of the error.
 *
 * <p>Estimates can be negative, which says that a component is small beside chance; {@link #unit}, {@link #rater} and
 * {@link #residual} return 0 then, and the mean squares keep what was found. Memory is linear in the ratings; O(n) but for the
 * fit, which with up to 1,500 units or raters is O(min(units, raters)^3), and iterative above.
 *
 * <p>Example: Dyestuff, 6 batches of 5: batch 1,764.05, residual 2,451.25, mean 1,527.5.
 */
public final class VarianceComponents {
    private final Optional<Reason> whyNot;
    private final boolean crossed;
    private final int units;
    private final int raters;
    private final int ratings;
    private final double mean;
    final double unitSquare;
    final double raterSquare;
    final double errorSquare;
    final double unitDegrees;
    final double raterDegrees;
    final double errorDegrees;
    final double ratingsOfUnit;
    final double ratingsOfRater;

    private VarianceComponents(Optional<Reason> whyNot, boolean crossed, Ratings ratings, double mean, Anova anova) {
        this.whyNot = whyNot;
        this.crossed = crossed;
        this.units = ratings.units();
        this.raters = ratings.activeRaters();
        this.ratings = ratings.size();
        this.mean = mean;
        this.unitDegrees = anova.unitDegrees;
        this.raterDegrees = anova.raterDegrees;
        this.errorDegrees = anova.errorDegrees;
        double nothing = CrossedEffects.ROUNDING * CrossedEffects.squareSum(ratings);
        this.unitSquare = square(anova.unitSquares, nothing) / anova.unitDegrees;
        this.raterSquare = crossed ? square(anova.raterSquares, nothing) / anova.raterDegrees : Double.NaN;
        this.errorSquare = square(anova.errorSquares, nothing) / anova.errorDegrees;
        this.ratingsOfUnit = anova.unitTrace / anova.unitDegrees;
        this.ratingsOfRater = anova.raterTrace / anova.raterDegrees;
    }

    /** A sum of squares; what only rounding left of it is zero, or else F would be a ratio of rounding errors. */
    private static double square(double sum, double nothing) {
        return Math.abs(sum) <= nothing ? 0 : sum;
    }

    private record Anova(
            double unitSquares,
            double unitDegrees,
            double unitTrace,
            double raterSquares,
            double raterDegrees,
            double raterTrace,
            double errorSquares,
            double errorDegrees) {}

    /** Sums of squares about the means of units and of raters. */
    private static final class Sums {
        double mean;
        double total;
        double withinUnits;
        double withinRaters;
        double unitSizes;
        double unitOfRater;
        double raterOfUnit;

        Sums(Ratings ratings) {
            int n = ratings.size();
            int[] counts = ratings.ratingsByRater();
            double[] raterMean = new double[counts.length];
            double[] share = new double[counts.length];
            for (int row = 0; row < n; row++) {
                mean += ratings.score(row) / n;
            }
            for (int row = 0; row < n; row++) {
                raterMean[ratings.rater(row)] += (ratings.score(row) - mean) / counts[ratings.rater(row)];
            }
            for (int u = 0; u < ratings.units(); u++) {
                int from = ratings.start(u);
                int to = ratings.start(u + 1);
                double m = to - from;
                double unitMean = 0;
                for (int row = from; row < to; row++) {
                    unitMean += (ratings.score(row) - mean) / m;
                }
                unitSizes += m * m;
                for (int row = from; row < to; row++) {
                    int r = ratings.rater(row);
                    double y = ratings.score(row) - mean;
                    total += y * y;
                    withinUnits += (y - unitMean) * (y - unitMean);
                    withinRaters += (y - raterMean[r]) * (y - raterMean[r]);
                    // rows of a unit stand by rater: how often this rater came so far makes the square of the count
                    share[r] = row > from && ratings.rater(row - 1) == r ? share[r] + 1 : 1;
                    unitOfRater += (2 * share[r] - 1) / counts[r];
                    raterOfUnit += (2 * share[r] - 1) / m;
                }
            }
        }
    }

    /**
     * Units and error.
     *
     * @param ratings the ratings; who gave them does not matter
     * @return the components
     */
    public static VarianceComponents oneWay(Ratings ratings) {
        Sums sums = new Sums(ratings);
        double n = ratings.size();
        double units = ratings.units();
        Anova anova = new Anova(
                sums.total - sums.withinUnits, units - 1, n - sums.unitSizes / n, 0, 0, 0, sums.withinUnits, n - units);
        Optional<Reason> whyNot = ratings.size() == 0
                ? Optional.of(Reason.NO_DATA)
                : units < 2 || n <= units ? Optional.of(Reason.TOO_FEW_OBSERVATIONS) : noVariation(ratings);
        return new VarianceComponents(whyNot, false, ratings, sums.mean, anova);
    }

    /**
     * Units, raters and error.
     *
     * @param ratings the ratings
     * @return the components
     */
    public static VarianceComponents crossed(Ratings ratings) {
        Sums sums = new Sums(ratings);
        RaterConnections connections = RaterConnections.of(ratings);
        double n = ratings.size();
        double parts = connections.components();
        double units = ratings.units();
        double raters = ratings.activeRaters();
        Optional<Reason> whyNot = UnitAgreement.whyNot(ratings, true);
        double unitDegrees = units - parts;
        double raterDegrees = raters - parts;
        double errorDegrees = n - units - raters + parts;
        if (whyNot.isEmpty() && raterDegrees < 1) {
            whyNot = Optional.of(Reason.NO_OVERLAP);
        }
        if (whyNot.isEmpty() && (unitDegrees < 1 || errorDegrees < 1)) {
            whyNot = Optional.of(Reason.TOO_FEW_OBSERVATIONS);
        }
        double error = whyNot.isPresent() ? 0 : new CrossedEffects(ratings, connections, 0).residualSquares;
        Anova anova = new Anova(
                sums.withinRaters - error,
                unitDegrees,
                n - sums.unitOfRater,
                sums.withinUnits - error,
                raterDegrees,
                n - sums.raterOfUnit,
                error,
                errorDegrees);
        return new VarianceComponents(whyNot, true, ratings, sums.mean, anova);
    }

    private static Optional<Reason> noVariation(Ratings ratings) {
        return ratings.varies() ? Optional.empty() : Optional.of(Reason.NO_VARIATION);
    }

    /**
     * Why there are no components.
     *
     * @return the reason: too few ratings, no two raters of the same, nothing that varies; empty where there are some
     */
    public Optional<Reason> whyNot() {
        return whyNot;
    }

    /**
     * Whether raters have a component of their own.
     *
     * @return true for {@link #crossed}
     */
    public boolean isCrossed() {
        return crossed;
    }

    /**
     * The variance between units: what a score is for.
     *
     * @return the variance, not negative; empty where undefined
     */
    public OptionalDouble unit() {
        return whyNot.isPresent() ? OptionalDouble.empty() : OptionalDouble.of(Math.max(0, rawUnit()));
    }

    /**
     * The variance between raters: severity.
     *
     * @return the variance, not negative; empty where undefined or raters are not told apart
     */
    public OptionalDouble rater() {
        return whyNot.isPresent() || !crossed ? OptionalDouble.empty() : OptionalDouble.of(Math.max(0, rawRater()));
    }

    /**
     * The variance that is left: chance, and one rater's own view of one unit.
     *
     * @return the variance; empty where undefined
     */
    public OptionalDouble residual() {
        return whyNot.isPresent() ? OptionalDouble.empty() : OptionalDouble.of(errorSquare);
    }

    /**
     * The mean of all ratings.
     *
     * @return the mean; empty without ratings
     */
    public OptionalDouble mean() {
        return ratings == 0 ? OptionalDouble.empty() : OptionalDouble.of(mean);
    }

    /**
     * How many units were rated.
     *
     * @return the number of units
     */
    public int units() {
        return units;
    }

    /**
     * How many raters rated.
     *
     * @return the number of raters
     */
    public int raters() {
        return raters;
    }

    /**
     * How many ratings there are.
     *
     * @return the number of ratings
     */
    public int ratings() {
        return ratings;
    }

    double rawUnit() {
        return (unitSquare - errorSquare) / ratingsOfUnit;
    }

    double rawRater() {
        return (raterSquare - errorSquare) / ratingsOfRater;
    }

    @Override
    public String toString() {
        return whyNot.isPresent()
                ? "VarianceComponents[" + whyNot.get() + "]"
                : "VarianceComponents[unit " + rawUnit() + (crossed ? ", rater " + rawRater() : "") + ", residual "
                        + errorSquare + "]";
    }
}
