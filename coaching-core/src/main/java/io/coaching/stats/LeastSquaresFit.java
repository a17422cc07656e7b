package io.coaching.stats;

import io.coaching.internal.check.Checks;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * What {@link LeastSquares} found. Coefficients are numbered from 0; the intercept, where there is one, is the first.
 *
 * <p>Errors, p values and limits take residuals for independent and of the same spread. Immutable.
 */
public final class LeastSquaresFit {
    private final int n;
    private final boolean intercept;
    private final double[] coefficients;
    private final double[] standardErrors;
    private final double[] residuals;
    private final double residualSd;
    private final double rSquared;

    LeastSquaresFit(
            int n,
            boolean intercept,
            double[] coefficients,
            double[] standardErrors,
            double[] residuals,
            double residualSd,
            double rSquared) {
        this.n = n;
        this.intercept = intercept;
        this.coefficients = coefficients;
        this.standardErrors = standardErrors;
        this.residuals = residuals;
        this.residualSd = residualSd;
        this.rSquared = rSquared;
    }

    /**
     * How many observations there were.
     *
     * @return their number
     */
    public int n() {
        return n;
    }

    /**
     * Whether the first coefficient is the intercept.
     *
     * @return true if so
     */
    public boolean hasIntercept() {
        return intercept;
    }

    /**
     * The degrees of freedom of the residuals.
     *
     * @return observations less coefficients
     */
    public int degreesOfFreedom() {
        return n - coefficients.length;
    }

    /**
     * The coefficients.
     *
     * @return a new array
     */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /**
     * The standard errors of the coefficients.
     *
     * @return a new array
     */
    public double[] standardErrors() {
        return standardErrors.clone();
    }

    /**
     * Observed less fitted.
     *
     * @return a new array, in the order of the observations
     */
    public double[] residuals() {
        return residuals.clone();
    }

    /**
     * The standard deviation of the residuals.
     *
     * @return the root of their squares' sum over the degrees of freedom
     */
    public double residualSd() {
        return residualSd;
    }

    /**
     * The share of the response's variance that is taken up; without intercept, of its squares.
     *
     * @return between 0 and 1
     */
    public double rSquared() {
        return rSquared;
    }

    /**
     * The same, less what as many regressors would take up by chance.
     *
     * @return at most {@link #rSquared}; may be below 0
     */
    public double adjustedRSquared() {
        return 1 - (1 - rSquared) * (intercept ? n - 1.0 : n) / degreesOfFreedom();
    }

    /**
     * A coefficient over its standard error.
     *
     * @param coefficient its number, from 0
     * @return t; empty if the standard error is 0
     */
    public OptionalDouble t(int coefficient) {
        double error = standardErrors[index(coefficient)];
        return error == 0 ? OptionalDouble.empty() : OptionalDouble.of(coefficients[coefficient] / error);
    }

    /**
     * How probable a coefficient at least as large, either way, would be if it were 0 in truth.
     *
     * @param coefficient its number, from 0
     * @return the two-sided p value
     */
    public double pValue(int coefficient) {
        return Tails.student(coefficients[index(coefficient)], standardErrors[coefficient], degreesOfFreedom());
    }

    /**
     * Limits of a coefficient.
     *
     * @param coefficient its number, from 0
     * @param level the confidence level, such as 0.95
     * @return the limits
     */
    public Limits limits(int coefficient, double level) {
        return Tails.limits(coefficients[index(coefficient)], standardErrors[coefficient], degreesOfFreedom(), level);
    }

    /**
     * The fitted mean of the response.
     *
     * @param regressors a value for each, without a 1 for the intercept
     * @return the response to expect
     */
    public double at(double... regressors) {
        int first = intercept ? 1 : 0;
        Checks.sameLength(regressors.length, "regressors", coefficients.length - first, "slopes");
        double sum = intercept ? coefficients[0] : 0;
        for (int i = 0; i < regressors.length; i++) {
            sum += coefficients[first + i] * Checks.finite(regressors[i], "regressors[" + i + "]");
        }
        return sum;
    }

    private int index(int coefficient) {
        return Checks.inRange(coefficient, 0, coefficients.length - 1, "coefficient");
    }

    @Override
    public String toString() {
        return "LeastSquaresFit[n=" + n + ", coefficients=" + Arrays.toString(coefficients) + ", rSquared=" + rSquared
                + "]";
    }
}
