package io.coaching.stats;

import io.coaching.internal.random.DeterministicRandom;
import java.util.Arrays;

/**
 * Least squares of {@code score = unit + rater}, with a ridge on raters if wanted, on ratings as sparse as they are.
 *
 * <p>The more numerous side is eliminated: what is left is a system as large as the other side, {@code S = D - N' E^-1 N}. Up to
 * {@link #DENSE} unknowns it is solved by Cholesky and its inverse gives exact variances; above, by conjugate gradients in
 * memory linear in the ratings, and variances are those of fits to {@link #DRAWS} sets of pure noise. Without a ridge each
 * component leaves one level free: rater effects are moved to a mean of zero in each, weighted or not.
 */
final class CrossedEffects {
    /** A share of the sum of squares that only rounding leaves. */
    static final double ROUNDING = 1e-24;

    static final int DENSE = 1500;
    static final int DRAWS = 200;
    private static final double ENOUGH = 1e-13;

    private final Ratings ratings;
    private final RaterConnections connections;
    private final double ridge;
    private final boolean eliminateUnits;
    private final int raters;
    private final int units;
    private final int[] indexOfRater;
    private final int[] raterOf;
    private final int[] unitOf;
    private final int[] rowStart;
    private final int[] rowSmall;
    private final int[] rowAt;
    private final double[] bigWeight;
    private final double[] smallDiagonal;
    private final double mean;
    /** What each rater counts in the mean of the component, by index. */
    private final double[] share;

    private double[][] factor = new double[0][];
    final double[] unitEffect;
    final double[] raterEffect;
    final double residualSquares;

    /** With rater effects that sum to zero in each component. */
    CrossedEffects(Ratings ratings, RaterConnections connections, double ridge) {
        this(ratings, connections, ridge, new double[0]);
    }

    /** With rater effects whose weighted sum is zero in each component; no weights are equal ones. */
    CrossedEffects(Ratings ratings, RaterConnections connections, double ridge, double[] weights) {
        this.ratings = ratings;
        this.connections = connections;
        this.ridge = ridge;
        int n = ratings.size();
        int[] counts = ratings.ratingsByRater();
        this.indexOfRater = new int[counts.length];
        int active = 0;
        for (int r = 0; r < counts.length; r++) {
            indexOfRater[r] = counts[r] > 0 ? active++ : -1;
        }
        this.raters = active;
        this.units = ratings.units();
        this.raterOf = new int[n];
        this.unitOf = new int[n];
        double sum = 0;
        for (int u = 0; u < units; u++) {
            for (int row = ratings.start(u); row < ratings.start(u + 1); row++) {
                unitOf[row] = u;
                raterOf[row] = indexOfRater[ratings.rater(row)];
                sum += ratings.score(row);
            }
        }
        this.mean = n == 0 ? 0 : sum / n;
        this.share = shares(weights);
        this.eliminateUnits = raters <= units;
        int big = eliminateUnits ? units : raters;
        int[] bigOf = eliminateUnits ? unitOf : raterOf;
        int[] smallOf = eliminateUnits ? raterOf : unitOf;
        this.rowStart = new int[big + 1];
        this.rowAt = new int[n];
        this.rowSmall = new int[n];
        group(bigOf, smallOf);
        this.bigWeight = new double[big];
        for (int b = 0; b < big; b++) {
            bigWeight[b] = 1 / (rowStart[b + 1] - rowStart[b] + (eliminateUnits ? 0 : ridge));
        }
        this.smallDiagonal = new double[eliminateUnits ? raters : units];
        for (int a : smallOf) {
            smallDiagonal[a]++;
        }
        for (int a = 0; eliminateUnits && a < smallDiagonal.length; a++) {
            smallDiagonal[a] += ridge;
        }
        double[] y = new double[n];
        for (int row = 0; row < n; row++) {
            y[row] = ratings.score(row) - mean;
        }
        this.unitEffect = new double[units];
        this.raterEffect = new double[raters];
        fit(y, unitEffect, raterEffect);
        double squares = 0;
        for (int row = 0; row < n; row++) {
            double off = y[row] - unitEffect[unitOf[row]] - raterEffect[raterOf[row]];
            squares += off * off;
        }
        this.residualSquares = squares <= ROUNDING * squareSum(ratings) ? 0 : squares;
    }

    /** The sum of the squares of all ratings: what lies so far below it that only rounding made it is nothing. */
    static double squareSum(Ratings ratings) {
        double sum = 0;
        for (int row = 0; row < ratings.size(); row++) {
            sum += ratings.score(row) * ratings.score(row);
        }
        return sum;
    }

    private double[] shares(double[] weights) {
        double[] shares = new double[raters];
        double[] sum = new double[connections.components()];
        for (int r = 0; r < indexOfRater.length; r++) {
            if (indexOfRater[r] >= 0) {
                shares[indexOfRater[r]] = weights.length == 0 ? 1 : weights[r];
                sum[connections.ofRater(r)] += shares[indexOfRater[r]];
            }
        }
        for (int r = 0; r < indexOfRater.length; r++) {
            if (indexOfRater[r] >= 0) {
                shares[indexOfRater[r]] /= sum[connections.ofRater(r)];
            }
        }
        return shares;
    }

    private void group(int[] bigOf, int[] smallOf) {
        for (int b : bigOf) {
            rowStart[b + 1]++;
        }
        for (int b = 0; b + 1 < rowStart.length; b++) {
            rowStart[b + 1] += rowStart[b];
        }
        int[] next = rowStart.clone();
        for (int row = 0; row < bigOf.length; row++) {
            int at = next[bigOf[row]]++;
            rowAt[at] = row;
            rowSmall[at] = smallOf[row];
        }
    }

    double mean() {
        return mean;
    }

    int index(int rater) {
        return indexOfRater[rater];
    }

    /** Degrees of freedom of the residuals of the model without a ridge. */
    int residualDegrees() {
        return ratings.size() - units - raters + connections.components();
    }

    private void fit(double[] y, double[] unit, double[] rater) {
        double[] small = eliminateUnits ? rater : unit;
        double[] big = eliminateUnits ? unit : rater;
        double[] right = new double[small.length];
        double[] sums = new double[big.length];
        for (int b = 0; b < big.length; b++) {
            for (int at = rowStart[b]; at < rowStart[b + 1]; at++) {
                sums[b] += y[rowAt[at]];
            }
            double level = sums[b] * bigWeight[b];
            for (int at = rowStart[b]; at < rowStart[b + 1]; at++) {
                right[rowSmall[at]] += y[rowAt[at]] - level;
            }
        }
        if (isDense()) {
            solveDense(right, small);
        } else {
            solveIteratively(right, small);
        }
        for (int b = 0; b < big.length; b++) {
            double rest = sums[b];
            for (int at = rowStart[b]; at < rowStart[b + 1]; at++) {
                rest -= small[rowSmall[at]];
            }
            big[b] = rest * bigWeight[b];
        }
        if (ridge == 0) {
            centre(unit, rater);
        }
    }

    /** Moves the rater effects of each component to a weighted mean of zero, and its units the other way. */
    private void centre(double[] unit, double[] rater) {
        double[] shift = new double[connections.components()];
        for (int r = 0; r < indexOfRater.length; r++) {
            if (indexOfRater[r] >= 0) {
                int c = connections.ofRater(r);
                shift[c] += rater[indexOfRater[r]] * share[indexOfRater[r]];
            }
        }
        for (int r = 0; r < indexOfRater.length; r++) {
            if (indexOfRater[r] >= 0) {
                rater[indexOfRater[r]] -= shift[connections.ofRater(r)];
            }
        }
        for (int u = 0; u < unit.length; u++) {
            unit[u] += shift[connections.ofUnit(u)];
        }
    }

    private boolean isDense() {
        return smallDiagonal.length <= DENSE;
    }

    // ---- dense

    private int componentOfSmall(int a, int[] raterNumbers) {
        return eliminateUnits ? connections.ofRater(raterNumbers[a]) : connections.ofUnit(a);
    }

    private int[] raterNumbers() {
        int[] numbers = new int[raters];
        for (int r = 0; r < indexOfRater.length; r++) {
            if (indexOfRater[r] >= 0) {
                numbers[indexOfRater[r]] = r;
            }
        }
        return numbers;
    }

    /** What is added between any two of a component, so that its free level is fixed; 0 with a ridge. */
    private double anchor() {
        return ridge > 0 ? 0 : 1;
    }

    private void factorize() {
        int s = smallDiagonal.length;
        double[][] a = new double[s][];
        for (int i = 0; i < s; i++) {
            a[i] = new double[i + 1];
            a[i][i] = smallDiagonal[i];
        }
        for (int b = 0; b < bigWeight.length; b++) {
            for (int at = rowStart[b]; at < rowStart[b + 1]; at++) {
                int i = rowSmall[at];
                for (int other = rowStart[b]; other < rowStart[b + 1]; other++) {
                    int j = rowSmall[other];
                    if (j <= i) {
                        a[i][j] -= bigWeight[b];
                    }
                }
            }
        }
        if (anchor() > 0) {
            int[] numbers = raterNumbers();
            for (int i = 0; i < s; i++) {
                for (int j = 0; j <= i; j++) {
                    a[i][j] += componentOfSmall(i, numbers) == componentOfSmall(j, numbers) ? anchor() : 0;
                }
            }
        }
        for (int i = 0; i < s; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i][k] * a[j][k];
                }
                a[i][j] = i == j ? Math.sqrt(Math.max(sum, Double.MIN_NORMAL)) : sum / a[j][j];
            }
        }
        factor = a;
    }

    private void solveDense(double[] right, double[] into) {
        if (factor.length == 0 && right.length > 0) {
            factorize();
        }
        int s = right.length;
        for (int i = 0; i < s; i++) {
            double sum = right[i];
            for (int k = 0; k < i; k++) {
                sum -= factor[i][k] * into[k];
            }
            into[i] = sum / factor[i][i];
        }
        for (int i = s - 1; i >= 0; i--) {
            into[i] /= factor[i][i];
            for (int k = 0; k < i; k++) {
                into[k] -= factor[i][k] * into[i];
            }
        }
    }

    /** The inverse, its lower triangle. */
    private double[][] inverse() {
        int s = factor.length;
        double[][] low = new double[s][];
        for (int i = 0; i < s; i++) {
            low[i] = new double[i + 1];
            for (int k = 0; k < i; k++) {
                double f = factor[i][k];
                for (int j = 0; j <= k; j++) {
                    low[i][j] -= f * low[k][j];
                }
            }
            for (int j = 0; j < i; j++) {
                low[i][j] /= factor[i][i];
            }
            low[i][i] = 1 / factor[i][i];
        }
        double[][] inverse = new double[s][];
        for (int i = 0; i < s; i++) {
            inverse[i] = new double[i + 1];
        }
        for (int k = 0; k < s; k++) {
            for (int i = 0; i <= k; i++) {
                double f = low[k][i];
                for (int j = 0; j <= i; j++) {
                    inverse[i][j] += f * low[k][j];
                }
            }
        }
        return inverse;
    }

    // ---- iterative

    private void multiply(double[] x, double[] into) {
        for (int a = 0; a < x.length; a++) {
            into[a] = smallDiagonal[a] * x[a];
        }
        for (int b = 0; b < bigWeight.length; b++) {
            double sum = 0;
            for (int at = rowStart[b]; at < rowStart[b + 1]; at++) {
                sum += x[rowSmall[at]];
            }
            sum *= bigWeight[b];
            for (int at = rowStart[b]; at < rowStart[b + 1]; at++) {
                into[rowSmall[at]] -= sum;
            }
        }
    }

    /** Conjugate gradients, preconditioned by the diagonal. */
    private void solveIteratively(double[] right, double[] x) {
        int s = right.length;
        double[] residual = right.clone();
        double[] z = new double[s];
        double[] direction = new double[s];
        double[] image = new double[s];
        Arrays.fill(x, 0);
        double rho = 0;
        double first = -1;
        for (int step = 0; step <= 10 * s; step++) {
            double next = 0;
            for (int a = 0; a < s; a++) {
                z[a] = residual[a] / smallDiagonal[a];
                next += z[a] * residual[a];
            }
            first = first < 0 ? next : first;
            if (next <= ENOUGH * ENOUGH * first) {
                return;
            }
            for (int a = 0; a < s; a++) {
                direction[a] = z[a] + (step == 0 ? 0 : next / rho) * direction[a];
            }
            rho = next;
            multiply(direction, image);
            double curve = 0;
            for (int a = 0; a < s; a++) {
                curve += direction[a] * image[a];
            }
            if (!(curve > 0)) {
                return;
            }
            double length = rho / curve;
            for (int a = 0; a < s; a++) {
                x[a] += length * direction[a];
                residual[a] -= length * image[a];
            }
        }
    }

    // ---- how sure

    /**
     * The variance of each rater's effect in units of the residual variance: of the estimate about the true effect, which with a
     * ridge is the prediction error.
     */
    double[] raterVariances() {
        if (!isDense()) {
            return sampledVariances();
        }
        double[][] inverse = inverse();
        return eliminateUnits ? ownVariances(inverse) : eliminatedVariances(inverse);
    }

    /** Less twice the covariance with the weighted mean of the component, plus the variance of that mean. */
    private double[] ownVariances(double[][] inverse) {
        double[] variance = new double[raters];
        if (ridge > 0) {
            for (int r = 0; r < raters; r++) {
                variance[r] = inverse[r][r];
            }
            return variance;
        }
        int[] numbers = raterNumbers();
        double[] shared = new double[raters];
        double[] meanVariance = new double[connections.components()];
        for (int r = 0; r < raters; r++) {
            int c = connections.ofRater(numbers[r]);
            for (int other = 0; other < raters; other++) {
                if (connections.ofRater(numbers[other]) == c) {
                    shared[r] += at(inverse, r, other) * share[other];
                }
            }
            meanVariance[c] += share[r] * shared[r];
        }
        for (int r = 0; r < raters; r++) {
            variance[r] = inverse[r][r] - 2 * shared[r] + meanVariance[connections.ofRater(numbers[r])];
        }
        return variance;
    }

    private static double at(double[][] symmetric, int i, int j) {
        return i >= j ? symmetric[i][j] : symmetric[j][i];
    }

    private double[] eliminatedVariances(double[][] inverse) {
        double[] variance = new double[raters];
        for (int r = 0; r < raters; r++) {
            double sum = 0;
            for (int at = rowStart[r]; at < rowStart[r + 1]; at++) {
                for (int other = rowStart[r]; other < rowStart[r + 1]; other++) {
                    sum += at(inverse, rowSmall[at], rowSmall[other]);
                }
            }
            variance[r] = bigWeight[r] + bigWeight[r] * bigWeight[r] * sum;
        }
        if (ridge > 0) {
            return variance;
        }
        // less twice the covariance with the weighted mean of the component, plus the variance of that mean
        int s = smallDiagonal.length;
        double[] load = new double[s];
        double[] meanOwn = new double[connections.components()];
        int[] numbers = raterNumbers();
        for (int r = 0; r < raters; r++) {
            int c = connections.ofRater(numbers[r]);
            meanOwn[c] += bigWeight[r] * share[r] * share[r];
            for (int at = rowStart[r]; at < rowStart[r + 1]; at++) {
                load[rowSmall[at]] += bigWeight[r] * share[r];
            }
        }
        double[] spread = new double[s];
        double[] meanVariance = meanOwn.clone();
        for (int i = 0; i < s; i++) {
            for (int j = 0; j < s; j++) {
                if (connections.ofUnit(i) == connections.ofUnit(j)) {
                    spread[i] += at(inverse, i, j) * load[j];
                }
            }
            meanVariance[connections.ofUnit(i)] += load[i] * spread[i];
        }
        for (int r = 0; r < raters; r++) {
            int c = connections.ofRater(numbers[r]);
            double shared = bigWeight[r] * share[r];
            for (int at = rowStart[r]; at < rowStart[r + 1]; at++) {
                shared += bigWeight[r] * spread[rowSmall[at]];
            }
            variance[r] += meanVariance[c] - 2 * shared;
        }
        return variance;
    }

    private double[] sampledVariances() {
        DeterministicRandom random = DeterministicRandom.of(ratings.size()).forPart("rater variances");
        double[] y = new double[ratings.size()];
        double[] truth = new double[raters];
        double[] unit = new double[units];
        double[] rater = new double[raters];
        double[] variance = new double[raters];
        for (int d = 0; d < DRAWS; d++) {
            for (int r = 0; ridge > 0 && r < raters; r++) {
                truth[r] = random.nextGaussian() / Math.sqrt(ridge);
            }
            for (int row = 0; row < y.length; row++) {
                y[row] = random.nextGaussian() + truth[raterOf[row]];
            }
            fit(y, unit, rater);
            for (int r = 0; r < raters; r++) {
                double off = rater[r] - truth[r];
                variance[r] += off * off / DRAWS;
            }
        }
        return variance;
    }
}
