package io.coaching.stats;

import io.coaching.internal.check.Checks;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How many raters a score needs: the reliability that a mean of so many raters would have, from the {@link VarianceComponents} of
 * those there were.
 *
 * <p>{@link #dependability} counts differences in severity against the score (each person is rated by other raters, and the score
 * is compared with a level); {@link #generalizability} does not (the same raters rate everyone, or scores are adjusted). Both
 * divide the error by the number of raters (Brennan 2001, Generalizability Theory; Shavelson and Webb 1991). Raters to come are
 * taken to be like those there were. O(1).
 *
 * <p>Example: units 0.5, raters 0.2, residual 0.3: one rater 0.5, two 0.667, and four for 0.8.
 *
 * @param unit the variance between units, not negative
 * @param rater the variance between raters, not negative
 * @param residual the variance that is left, not negative
 */
public record DecisionStudy(double unit, double rater, double residual) {
    private static final int MOST = 1_000_000;

    /**
     * Checks the components.
     *
     * @param unit the variance between units, not negative
     * @param rater the variance between raters, not negative
     * @param residual the variance that is left, not negative
     */
    public DecisionStudy {
        unit = Checks.inRange(unit, 0, Double.MAX_VALUE, "unit");
        rater = Checks.inRange(rater, 0, Double.MAX_VALUE, "rater");
        residual = Checks.inRange(residual, 0, Double.MAX_VALUE, "residual");
    }

    /**
     * From components.
     *
     * @param components the components; of one-way ones the raters' share is in the residual
     * @return the study; empty where there are no components
     */
    public static Optional<DecisionStudy> of(VarianceComponents components) {
        return components.whyNot().isPresent()
                ? Optional.empty()
                : Optional.of(new DecisionStudy(
                        components.unit().orElseThrow(),
                        components.rater().orElse(0),
                        components.residual().orElseThrow()));
    }

    /**
     * The reliability of the mean of so many raters, severity counting as error: phi.
     *
     * @param raters how many, at least 1
     * @return 0 to 1; 0 where nothing varies
     */
    public double dependability(int raters) {
        return share(rater + residual, raters);
    }

    /**
     * The reliability of the mean of so many raters, severity forgiven: E rho squared.
     *
     * @param raters how many, at least 1
     * @return 0 to 1; 0 where nothing varies
     */
    public double generalizability(int raters) {
        return share(residual, raters);
    }

    private double share(double error, int raters) {
        Checks.atLeast(raters, 1, "raters");
        double all = unit + error / raters;
        return all > 0 ? unit / all : 0;
    }

    /**
     * The standard error of the mean of so many raters about the true score, severity counting as error.
     *
     * @param raters how many, at least 1
     * @return the standard error of measurement
     */
    public double standardError(int raters) {
        return Math.sqrt((rater + residual) / Checks.atLeast(raters, 1, "raters"));
    }

    /**
     * The least number of raters whose mean is dependable enough.
     *
     * @param target the dependability wanted, above 0 and below 1, as 0.8
     * @return how many; empty if no number up to a million suffices, as where units do not differ
     */
    public OptionalInt ratersFor(double target) {
        return needed(unit / (unit + rater + residual), target);
    }

    /**
     * The same, severity forgiven: as where the scores are adjusted.
     *
     * @param target the generalizability wanted, above 0 and below 1, as 0.8
     * @return how many; empty if no number up to a million suffices
     */
    public OptionalInt ratersForAdjusted(double target) {
        return needed(unit / (unit + residual), target);
    }

    /**
     * The least number of ratings whose mean is reliable enough, from the reliability of one (Spearman and Brown): also for the
     * limits of an {@link IntraclassCorrelation}.
     *
     * @param reliability of one rating
     * @param target the reliability wanted, above 0 and below 1, as 0.8
     * @return how many; empty if no number up to a million suffices
     */
    public static OptionalInt needed(double reliability, double target) {
        Checks.that(target > 0 && target < 1, "target must lie between 0 and 1: " + target, "0.8 was meant");
        if (!(reliability > 0)) {
            return OptionalInt.empty();
        }
        // a rounding error must not ask for one more
        double exact = target * (1 - reliability) / (reliability * (1 - target)) * (1 - 1e-12);
        return exact > MOST ? OptionalInt.empty() : OptionalInt.of((int) Math.max(1, Math.ceil(exact)));
    }
}
