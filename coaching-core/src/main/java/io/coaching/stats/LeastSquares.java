package io.coaching.stats;

import io.coaching.base.Reason;
import io.coaching.internal.check.Checks;
import java.util.Arrays;

/**
 * Least squares with several regressors, by QR decomposition with Householder reflections.
 *
 * <p>Columns are scaled by powers of two before they are decomposed, so that units do not matter, and a column of which less than
 * 1e-12 is left once the others before it are taken out counts as determined by them.
 *
 * <p>Edge cases: there must be more observations than coefficients ({@code TOO_FEW_OBSERVATIONS}), a response that varies ({@code
 * NO_VARIATION}; without intercept, one that is not all 0), and no regressor that the others determine ({@code COLLINEAR}). An
 * exact fit has standard errors near 0. O(n k^2). Immutable.
 *
 * <p>Example: NIST's Longley data, six regressors that are nearly determined by each other: all certified digits to 1e-9.
 */
public final class LeastSquares {
    private static final LeastSquares WITH = new LeastSquares(true);
    private static final LeastSquares WITHOUT = new LeastSquares(false);
    private static final double RANK_TOLERANCE = 1e-12;

    private final boolean intercept;

    private LeastSquares(boolean intercept) {
        this.intercept = intercept;
    }

    /**
     * With a constant term, which becomes the first coefficient.
     *
     * @return the method
     */
    public static LeastSquares withIntercept() {
        return WITH;
    }

    /**
     * Through the origin. The share of variance taken up is then told from the sum of squares about 0, not about the mean.
     *
     * @return the method
     */
    public static LeastSquares withoutIntercept() {
        return WITHOUT;
    }

    /**
     * Fits.
     *
     * @param rows the regressors of each observation, finite, equally many
     * @param y the response of each observation, finite
     * @return the fit, or why there is none
     */
    public Fit<LeastSquaresFit> fit(double[][] rows, double[] y) {
        Checks.sameLength(rows.length, "rows", y.length, "y");
        Arguments.finite(y, "y");
        int n = y.length;
        int regressors = n == 0 ? 0 : rows[0].length;
        for (int i = 0; i < n; i++) {
            Checks.sameLength(rows[i].length, "rows[" + i + "]", regressors, "rows[0]");
            Arguments.finite(rows[i], "rows[" + i + "]");
        }
        int first = intercept ? 1 : 0;
        int k = regressors + first;
        if (n == 0) {
            return new Fit.Undefined<>(Reason.NO_DATA);
        }
        Checks.atLeast(k, 1, "number of coefficients");
        if (n <= k) {
            return new Fit.Undefined<>(Reason.TOO_FEW_OBSERVATIONS);
        }
        double total = squaresAbout(intercept ? mean(y) : 0, y);
        if (!(total >= Double.MIN_NORMAL)) {
            return new Fit.Undefined<>(Reason.NO_VARIATION);
        }
        double[][] columns = new double[k][n];
        double[] scale = new double[k];
        for (int c = 0; c < k; c++) {
            for (int i = 0; i < n; i++) {
                columns[c][i] = c < first ? 1 : rows[i][c - first];
            }
            scale[c] = unitScale(columns[c]);
            for (int i = 0; i < n; i++) {
                columns[c][i] *= scale[c];
            }
        }
        double[] projected = y.clone();
        double[] diagonal = new double[k];
        if (!decompose(columns, diagonal, projected)) {
            return new Fit.Undefined<>(Reason.COLLINEAR);
        }
        double[] coefficients = solve(columns, diagonal, projected);
        double[] unscaled = new double[k];
        for (int c = 0; c < k; c++) {
            unscaled[c] = coefficients[c] * scale[c];
        }
        double[] residuals = new double[n];
        double rest = 0;
        for (int i = 0; i < n; i++) {
            double fitted = intercept ? unscaled[0] : 0;
            for (int c = first; c < k; c++) {
                fitted += unscaled[c] * rows[i][c - first];
            }
            residuals[i] = y[i] - fitted;
            rest += residuals[i] * residuals[i];
        }
        double[] errors = new double[k];
        double sd = Math.sqrt(rest / (n - k));
        for (int c = 0; c < k; c++) {
            errors[c] = sd * Math.sqrt(inverseDiagonal(columns, diagonal, c)) * scale[c];
        }
        double rSquared = Math.max(0, 1 - rest / total);
        return new Fit.Fitted<>(new LeastSquaresFit(n, intercept, unscaled, errors, residuals, sd, rSquared));
    }

    private static double mean(double[] y) {
        return Arrays.stream(y).sum() / y.length;
    }

    private static double squaresAbout(double centre, double[] y) {
        double sum = 0;
        for (double v : y) {
            sum += (v - centre) * (v - centre);
        }
        return sum;
    }

    private static double unitScale(double[] column) {
        double max = 0;
        for (double v : column) {
            max = Math.max(max, Math.abs(v));
        }
        return max == 0 ? 1 : Math.scalb(1.0, -Math.getExponent(max));
    }

    /** Leaves R above the diagonal of the columns, its diagonal apart, and Q'y in place of y; false if rank is missing. */
    private static boolean decompose(double[][] columns, double[] diagonal, double[] y) {
        int n = y.length;
        for (int c = 0; c < columns.length; c++) {
            double[] v = columns[c];
            double all = 0;
            for (double x : v) {
                all += x * x;
            }
            double below = 0;
            for (int i = c; i < n; i++) {
                below += v[i] * v[i];
            }
            double norm = Math.sqrt(below);
            if (!(norm > RANK_TOLERANCE * Math.sqrt(all))) {
                return false;
            }
            diagonal[c] = v[c] > 0 ? -norm : norm;
            v[c] -= diagonal[c];
            double square = 0;
            for (int i = c; i < n; i++) {
                square += v[i] * v[i];
            }
            for (int next = c + 1; next < columns.length; next++) {
                reflect(v, c, square, columns[next]);
            }
            reflect(v, c, square, y);
        }
        return true;
    }

    private static void reflect(double[] v, int from, double square, double[] target) {
        double product = 0;
        for (int i = from; i < v.length; i++) {
            product += v[i] * target[i];
        }
        double factor = 2 * product / square;
        for (int i = from; i < v.length; i++) {
            target[i] -= factor * v[i];
        }
    }

    private static double[] solve(double[][] columns, double[] diagonal, double[] right) {
        int k = diagonal.length;
        double[] solution = new double[k];
        for (int c = k - 1; c >= 0; c--) {
            double rest = right[c];
            for (int next = c + 1; next < k; next++) {
                rest -= columns[next][c] * solution[next];
            }
            solution[c] = rest / diagonal[c];
        }
        return solution;
    }

    /** The diagonal of the inverse of R'R: the squared length of a row of the inverse of R. */
    private static double inverseDiagonal(double[][] columns, double[] diagonal, int row) {
        int k = diagonal.length;
        double[] inverse = new double[k];
        double sum = 0;
        for (int c = row; c < k; c++) {
            double rest = c == row ? 1 : 0;
            for (int before = row; before < c; before++) {
                rest -= inverse[before] * columns[c][before];
            }
            inverse[c] = rest / diagonal[c];
            sum += inverse[c] * inverse[c];
        }
        return sum;
    }
}
