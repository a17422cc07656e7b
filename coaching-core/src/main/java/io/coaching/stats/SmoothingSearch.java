package io.coaching.stats;

import java.util.Arrays;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresFactory;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.util.Pair;

/**
 * The least-squares search of {@link SmoothingFit}. A point is a vector: logits of the weights within their bounds, then level,
 * trend and all seasons but the last. It keeps the best point it has seen, so that a search cut short is still of use.
 */
final class SmoothingSearch {
    private static final double LOW = 1e-4;
    private static final double HIGH = 0.9999;
    private static final double PHI_LOW = 0.8;
    private static final double PHI_HIGH = 0.98;
    private static final int STEPS = 60;

    private final SmoothingModel model;
    private final double[] values;
    private final int m;
    private final boolean trend;
    private final boolean damped;
    private final boolean seasonal;
    private final boolean multiplied;
    private final int weights;
    private final int size;
    private final double scale;

    private double[] bestPoint = {};
    private double bestSse = Double.POSITIVE_INFINITY;

    SmoothingSearch(SmoothingModel model, int period, double[] values) {
        this.model = model;
        this.values = values;
        this.trend = model.hasTrend();
        this.damped = model == SmoothingModel.DAMPED;
        this.seasonal = model.isSeasonal();
        this.multiplied = model == SmoothingModel.HOLT_WINTERS_MULTIPLICATIVE;
        this.m = seasonal ? period : 0;
        this.weights = 1 + (trend ? 1 : 0) + (damped ? 1 : 0) + (seasonal ? 1 : 0);
        this.size = weights + 1 + (trend ? 1 : 0) + Math.max(0, m - 1);
        this.scale = spread(values);
    }

    private static double spread(double[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return high > low ? high - low : 1;
    }

    // ---- points

    private static double inside(double logit, double low, double high) {
        return low + (high - low) / (1 + StrictMath.exp(-logit));
    }

    private static double slope(double value, double low, double high) {
        return (value - low) * (high - value) / (high - low);
    }

    private static double logit(double value, double low, double high) {
        return StrictMath.log((value - low) / (high - value));
    }

    private SmoothingWeights weightsOf(double[] point) {
        int i = 0;
        double alpha = inside(point[i++], LOW, HIGH);
        double beta = trend ? inside(point[i++], LOW, HIGH) : 0;
        double phi = damped ? inside(point[i++], PHI_LOW, PHI_HIGH) : 1;
        double gamma = seasonal ? inside(point[i], LOW, HIGH) * (1 - alpha) : 0;
        return new SmoothingWeights(alpha, beta, phi, gamma);
    }

    private double[] seasonsOf(double[] point) {
        double[] seasons = new double[m];
        if (m > 0) {
            double rest = multiplied ? m : 0;
            int at = size - (m - 1);
            for (int j = 0; j < m - 1; j++) {
                seasons[j] = point[at + j];
                rest -= seasons[j];
            }
            seasons[m - 1] = rest;
        }
        return seasons;
    }

    ExponentialSmoothing best() {
        return ExponentialSmoothing.of(
                model,
                weightsOf(bestPoint),
                SmoothingState.of(bestPoint[weights], trend ? bestPoint[weights + 1] : 0, seasonsOf(bestPoint)));
    }

    // ---- search

    void from(double alpha) {
        double[] start = start(alpha);
        try {
            new LevenbergMarquardtOptimizer()
                    .withCostRelativeTolerance(1e-10)
                    .withParameterRelativeTolerance(1e-10)
                    .optimize(LeastSquaresFactory.create(
                            this::evaluate,
                            new ArrayRealVector(values.length),
                            new ArrayRealVector(start, false),
                            null,
                            STEPS,
                            STEPS));
        } catch (MathIllegalStateException e) {
            // Out of steps, or as exact as doubles are: the best point is kept.
        }
    }

    private Pair<RealVector, RealMatrix> evaluate(RealVector at) {
        double[] point = at.toArray();
        double[] errors = new double[values.length];
        double[][] jacobian = new double[values.length][size];
        double sse = errors(point, errors, jacobian);
        if (sse < bestSse) {
            bestSse = sse;
            bestPoint = point;
        }
        return Pair.create(new ArrayRealVector(errors, false), new Array2DRowRealMatrix(jacobian, false));
    }

    /** The start of a search: a line through the values with the means of each season around it. */
    private double[] start(double alpha) {
        double[] line = line(values);
        double[] seasons = new double[m];
        double[] level = values;
        if (m > 0) {
            seasons = seasonMeans(line);
            level = values.clone();
            for (int t = 0; t < level.length; t++) {
                double s = seasons[t % m];
                level[t] = multiplied ? level[t] / s : level[t] - s;
            }
            line = line(level);
        }
        if (m == 0 && values.length > 10) {
            line = line(Arrays.copyOf(values, 10));
        }
        double[] point = new double[size];
        int i = 0;
        point[i++] = logit(alpha, LOW, HIGH);
        if (trend) {
            point[i++] = logit(0.1, LOW, HIGH);
        }
        if (damped) {
            point[i++] = logit(0.9, PHI_LOW, PHI_HIGH);
        }
        if (seasonal) {
            point[i++] = logit(0.1, LOW, HIGH);
        }
        point[i++] = trend ? line[0] : firstMean();
        if (trend) {
            point[i++] = line[1];
        }
        for (int j = 0; j < m - 1; j++) {
            point[i++] = seasons[j];
        }
        return point;
    }

    private double firstMean() {
        double sum = 0;
        int n = 0;
        for (int t = 0; t < values.length && n < 5; t++) {
            if (!Double.isNaN(values[t])) {
                sum += values[t];
                n++;
            }
        }
        return sum / n;
    }

    /** Level before the first step, and slope, by least squares. */
    private static double[] line(double[] series) {
        int n = 0;
        double sumT = 0;
        double sumY = 0;
        for (int t = 0; t < series.length; t++) {
            if (!Double.isNaN(series[t])) {
                n++;
                sumT += t + 1;
                sumY += series[t];
            }
        }
        if (n == 0) {
            return new double[2];
        }
        double up = 0;
        double down = 0;
        for (int t = 0; t < series.length; t++) {
            if (!Double.isNaN(series[t])) {
                double d = t + 1 - sumT / n;
                up += d * (series[t] - sumY / n);
                down += d * d;
            }
        }
        double slope = down > 0 ? up / down : 0;
        return new double[] {sumY / n - slope * sumT / n, slope};
    }

    private double[] seasonMeans(double[] line) {
        double[] sums = new double[m];
        int[] counts = new int[m];
        double mean = multiplied ? Math.abs(line[0] + line[1] * (values.length + 1) / 2) : 0;
        for (int t = 0; t < values.length; t++) {
            if (!Double.isNaN(values[t])) {
                double base = line[0] + line[1] * (t + 1);
                // A line that comes near 0 is no ground to divide by.
                sums[t % m] += multiplied ? values[t] / Math.max(base, 0.1 * mean) : values[t] - base;
                counts[t % m]++;
            }
        }
        double total = 0;
        for (int j = 0; j < m; j++) {
            sums[j] = counts[j] > 0 ? sums[j] / counts[j] : multiplied ? 1 : 0;
            total += sums[j];
        }
        for (int j = 0; j < m; j++) {
            sums[j] = multiplied ? sums[j] * m / total : sums[j] - total / m;
        }
        return sums;
    }

    // ---- the recursion with its derivatives

    private double errors(double[] point, double[] errors, double[][] jacobian) {
        SmoothingWeights w = weightsOf(point);
        int betaAt = 1;
        int phiAt = damped ? 2 : -1;
        int gammaAt = seasonal ? weights - 1 : -1;
        double alphaSlope = slope(w.alpha(), LOW, HIGH);
        double betaSlope = trend ? slope(w.betaStar(), LOW, HIGH) : 0;
        double phiSlope = damped ? slope(w.phi(), PHI_LOW, PHI_HIGH) : 0;
        double share = seasonal ? w.gamma() / (1 - w.alpha()) : 0;
        double shareSlope = seasonal ? slope(share, LOW, HIGH) : 0;

        double level = point[weights];
        double slope = trend ? point[weights + 1] : 0;
        double[] seasons = seasonsOf(point);
        double[] dLevel = new double[size];
        double[] dTrend = new double[size];
        double[][] dSeason = new double[m][size];
        dLevel[weights] = 1;
        if (trend) {
            dTrend[weights + 1] = 1;
        }
        for (int j = 0; j < m - 1; j++) {
            dSeason[j][size - (m - 1) + j] = 1;
            dSeason[m - 1][size - (m - 1) + j] = -1;
        }
        double sse = 0;
        for (int t = 0; t < values.length; t++) {
            double q = level + w.phi() * slope;
            double s = m > 0 ? seasons[t % m] : multiplied ? 1 : 0;
            double[] ds = m > 0 ? dSeason[t % m] : dLevel;
            boolean gap = Double.isNaN(values[t]);
            double error = gap ? 0 : values[t] - (multiplied ? q * s : q + s);
            if (!Double.isFinite(error) || (multiplied && (Math.abs(s) < 1e-6 || Math.abs(q) < 1e-9 * scale))) {
                return outside(errors, jacobian);
            }
            errors[t] = error;
            sse += error * error;
            double move = multiplied ? error / s : error;
            double turn = multiplied ? error / q : error;
            double[] de = jacobian[t];
            for (int k = 0; k < size; k++) {
                double dq = dLevel[k] + w.phi() * dTrend[k] + (k == phiAt ? phiSlope * slope : 0);
                double dsk = m > 0 ? ds[k] : 0;
                de[k] = gap ? 0 : multiplied ? -(dq * s + q * dsk) : -(dq + dsk);
                double dMove = multiplied ? (de[k] - move * dsk) / s : de[k];
                double dAlpha = k == 0 ? alphaSlope : 0;
                double dBeta = trend && k == betaAt ? betaSlope : 0;
                dTrend[k] = trend
                        ? w.phi() * dTrend[k]
                                + (k == phiAt ? phiSlope * slope : 0)
                                + (dAlpha * w.betaStar() + w.alpha() * dBeta) * move
                                + w.alpha() * w.betaStar() * dMove
                        : 0;
                dLevel[k] = dq + dAlpha * move + w.alpha() * dMove;
                if (m > 0) {
                    double dTurn = multiplied ? (de[k] - turn * dq) / q : de[k];
                    double dGamma = k == 0 ? -alphaSlope * share : k == gammaAt ? (1 - w.alpha()) * shareSlope : 0;
                    ds[k] = dsk + dGamma * turn + w.gamma() * dTurn;
                }
            }
            level = q + w.alpha() * move;
            slope = w.phi() * slope + w.alpha() * w.betaStar() * move;
            if (m > 0) {
                seasons[t % m] = s + w.gamma() * turn;
            }
        }
        return sse;
    }

    /** A point at which the recursion breaks down is worse than any other. */
    private double outside(double[] errors, double[][] jacobian) {
        for (double[] row : jacobian) {
            Arrays.fill(row, 0);
        }
        Arrays.fill(errors, 1e6 * scale);
        return Double.POSITIVE_INFINITY;
    }
}
