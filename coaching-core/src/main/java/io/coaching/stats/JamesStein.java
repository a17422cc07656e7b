package io.coaching.stats;

import io.coaching.internal.check.Checks;
import java.util.Optional;

/**
 * James and Stein's estimator: means of equal precision, shrunken towards their mean.
 *
 * <p>Definition: {@code mean + c (y - mean)} with {@code c = 1 - (k - 3) variance / sum((y - mean)^2)}, at least 0 (the
 * positive part; Efron and Morris 1975, doi:10.1080/01621459.1975.10479864). All are shrunken alike, so it is for equal
 * numbers of observations; for unequal ones take {@link BetaBinomial} or {@link NormalNormal}, which also give intervals.
 *
 * <p>Edge cases: at least four means; all equal gives c = 0. O(k).
 *
 * <p>Example: Efron and Morris' 18 batters: mean 0.265, c = 0.212.
 */
public final class JamesStein {
    private final double mean;
    private final double factor;
    private final double[] estimates;

    private JamesStein(double mean, double factor, double[] estimates) {
        this.mean = mean;
        this.factor = factor;
        this.estimates = estimates;
    }

    /**
     * Shrinks means.
     *
     * @param values the means, finite
     * @param variance the sampling variance that they share, above 0
     * @return the estimator; empty for fewer than four means
     */
    public static Optional<JamesStein> of(double[] values, double variance) {
        Arguments.finite(values, "values");
        Checks.that(variance > 0 && Double.isFinite(variance), "variance must be finite and above 0: " + variance);
        int k = values.length;
        if (k < 4) {
            return Optional.empty();
        }
        Moments moments = Moments.of(values);
        double mean = moments.mean().orElseThrow();
        double squares = moments.variance().orElseThrow() * (k - 1);
        double factor = squares == 0 ? 0 : Math.max(0, 1 - (k - 3) * variance / squares);
        double[] estimates = new double[k];
        for (int i = 0; i < k; i++) {
            estimates[i] = mean + factor * (values[i] - mean);
        }
        return Optional.of(new JamesStein(mean, factor, estimates));
    }

    /**
     * What all are shrunken towards.
     *
     * @return the mean of the means
     */
    public double mean() {
        return mean;
    }

    /**
     * What share of its distance from the mean each keeps.
     *
     * @return c, between 0 and 1
     */
    public double factor() {
        return factor;
    }

    /**
     * The shrunken means.
     *
     * @return a new array, in the order given
     */
    public double[] estimates() {
        return estimates.clone();
    }
}
