package io.coaching.stats;

import io.coaching.base.Reason;
import io.coaching.internal.check.Checks;
import java.util.Optional;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * The intraclass correlation: the share of the variance of ratings that belongs to what was rated, in one of six {@linkplain
 * IntraclassForm forms}.
 *
 * <p>Estimates follow from the mean squares of {@link VarianceComponents}, with limits by F (McGraw and Wong 1996,
 * doi:10.1037/1082-989X.1.1.30; for absolute agreement by Satterthwaite's degrees of freedom). Where the design is balanced that
 * is the classical table; where it is incomplete the mean squares are those of fitted constants and the number of ratings is an
 * effective one, so the limits are approximate. An estimate can be negative: raters then agree less than chance.
 *
 * <p>Of an average: k is the mean number of ratings of a unit, or as given. Edge cases: one rater, no overlap, too few units,
 * nothing that varies: a reason. O(n) and the fit.
 *
 * <p>Example: Shrout and Fleiss' 6 targets and 4 judges: .17, .44, .29, .62, .71, .91, in the order of the forms.
 */
public final class IntraclassCorrelation {
    private IntraclassCorrelation() {}

    /**
     * Of ratings, an average being of as many as a unit has on the mean.
     *
     * @param ratings the ratings
     * @param form which correlation
     * @return the coefficient
     */
    public static Coefficient of(Ratings ratings, IntraclassForm form) {
        VarianceComponents components =
                form.isCrossed() ? VarianceComponents.crossed(ratings) : VarianceComponents.oneWay(ratings);
        return of(components, form);
    }

    /**
     * Of components that are there already.
     *
     * @param components crossed or one-way, as the form asks
     * @param form which correlation
     * @return the coefficient
     */
    public static Coefficient of(VarianceComponents components, IntraclassForm form) {
        return of(components, form, components.units() == 0 ? 1 : components.ratings() / (double) components.units());
    }

    /**
     * Of components, an average being of a stated number of ratings.
     *
     * @param components crossed or one-way, as the form asks
     * @param form which correlation
     * @param k of how many ratings an average is, at least 1; without effect on a form of one rating
     * @return the coefficient
     */
    public static Coefficient of(VarianceComponents components, IntraclassForm form, double k) {
        Checks.inRange(k, 1, Integer.MAX_VALUE, "k");
        Checks.that(
                components.isCrossed() == form.isCrossed(),
                form + " needs components that are " + (form.isCrossed() ? "crossed" : "one-way"));
        Coefficient.Draft draft =
                new Coefficient.Draft(form.notation(), components.units(), components.raters(), components.ratings());
        Optional<Reason> whyNot = components.whyNot();
        if (whyNot.isPresent()) {
            return draft.undefined(whyNot.get());
        }
        double times = form.isAverage() ? k : 1;
        double unit = components.rawUnit();
        double error = components.errorSquare + (form.isCrossed() && form.isAgreement() ? components.rawRater() : 0);
        double all = unit + error / times;
        if (!(all > 0)) {
            return draft.undefined(Reason.NO_VARIATION);
        }
        if (components.errorSquare > 0) {
            double single = unit + error > 0 ? unit / (unit + error) : 0;
            draft.limits(
                    level -> averaged(single(components, form, single, level), times),
                    form.isCrossed() && form.isAgreement() ? "F, Satterthwaite" : "F");
        }
        return draft.known(unit / all);
    }

    /** Limits of the reliability of one rating. */
    private static Limits single(VarianceComponents c, IntraclassForm form, double value, double level) {
        double tail = (1 - Arguments.level(level)) / 2;
        double k = c.ratingsOfUnit;
        if (!form.isCrossed() || !form.isAgreement()) {
            double f = c.unitSquare / c.errorSquare;
            FDistribution distribution = FDistribution.of(c.unitDegrees, c.errorDegrees);
            double low = f / distribution.inverseSurvivalProbability(tail);
            double high = f / distribution.inverseCumulativeProbability(tail);
            return new Limits((low - 1) / (low + k - 1), (high - 1) / (high + k - 1), level);
        }
        double n = c.ratingsOfRater;
        double odds = Math.max(0, value) / (1 - Math.min(value, 1 - 1e-12));
        double a = k * odds / n * c.raterSquare;
        double b = (1 + k * odds * (n - 1) / n) * c.errorSquare;
        double degrees = (a + b) * (a + b) / (a * a / c.raterDegrees + b * b / c.errorDegrees);
        double lower = FDistribution.of(c.unitDegrees, degrees).inverseSurvivalProbability(tail);
        double upper = FDistribution.of(degrees, c.unitDegrees).inverseSurvivalProbability(tail);
        double noise = k * c.raterSquare + (k * n - k - n) * c.errorSquare;
        double low = n * (c.unitSquare - lower * c.errorSquare) / (lower * noise + n * c.unitSquare);
        double high = n * (upper * c.unitSquare - c.errorSquare) / (noise + n * upper * c.unitSquare);
        return Coefficient.within(low, high, -1, 1, level);
    }

    /** Spearman and Brown's formula. */
    private static Optional<Limits> averaged(Limits single, double k) {
        double low = 1 + (k - 1) * single.low();
        return low <= 0
                ? Optional.empty()
                : Optional.of(new Limits(
                        k * single.low() / low, k * single.high() / (1 + (k - 1) * single.high()), single.level()));
    }

    /**
     * The test that units do not differ: mean square of units over that of the error.
     *
     * @param components crossed or one-way
     * @return F, the degrees of freedom of the numerator, and p; empty where undefined or nothing is left to chance
     */
    public static Optional<TestResult> test(VarianceComponents components) {
        if (components.whyNot().isPresent() || !(components.errorSquare > 0)) {
            return Optional.empty();
        }
        double f = components.unitSquare / components.errorSquare;
        return Optional.of(new TestResult(
                f,
                components.unitDegrees,
                FDistribution.of(components.unitDegrees, components.errorDegrees)
                        .survivalProbability(Math.max(0, f))));
    }
}
