package io.coaching.stats;

import java.util.Arrays;

/**
 * The posterior of prior mean and precision on a grid of precisions, of all groups or of all but one.
 *
 * <p>Each group's log likelihood at each precision is kept, so that leaving one out is a subtraction: at each precision the
 * mean without it follows from two sums, and its likelihood from a parabola about the mean with it. Where one group moves the
 * mean by more than half its standard deviation the parabola is not trusted and the grid is built anew.
 */
final class ShrinkageGrid {
    private static final double END = 6;
    private static final double STEP = 0.25;
    private static final int NODES = (int) (2 * END / STEP) + 1;
    private static final double NEGLIGIBLE = 1e-6;
    private static final double ROOT_3 = Math.sqrt(3);

    private final ConjugateEstimation data;
    private final ConjugatePair pair;
    private final int left;
    private final double[] precision = new double[NODES];
    private final double[] counts = new double[NODES];
    private final double[] sizes = new double[NODES];
    private final double[] centre = new double[NODES];
    private final double[] logLikelihood = new double[NODES];
    private final double[][] own = new double[NODES][];

    ShrinkageGrid(ConjugateEstimation data, int left) {
        this.data = data;
        this.pair = data.pair();
        this.left = left;
        int n = data.n();
        for (int g = 0; g < NODES; g++) {
            double k = data.typicalSize() * StrictMath.exp(theta(g));
            precision[g] = k;
            for (int i = 0; i < n; i++) {
                if (i != left) {
                    double effective = pair.effectiveSize(k, data.size(i));
                    sizes[g] += effective;
                    counts[g] += rate(i) * effective;
                }
            }
            centre[g] = pair.centre(counts[g], sizes[g]);
            own[g] = new double[n];
            for (int i = 0; i < n; i++) {
                if (i != left) {
                    own[g][i] = pair.logLikelihood(centre[g], k, data.count(i), data.size(i));
                    logLikelihood[g] += own[g][i];
                }
            }
        }
    }

    PeerPrior prior() {
        return without(-1);
    }

    PeerPrior without(int i) {
        double[] log = new double[NODES];
        double[] c = new double[NODES];
        double[] v = new double[NODES];
        double[] shift = new double[NODES];
        double most = Double.NEGATIVE_INFINITY;
        for (int g = 0; g < NODES; g++) {
            double count = counts[g];
            double size = sizes[g];
            double likelihood = logLikelihood[g];
            if (i >= 0) {
                double effective = pair.effectiveSize(precision[g], data.size(i));
                size = Math.max(0, size - effective);
                count = Math.max(0, Math.min(count - rate(i) * effective, count));
                likelihood -= own[g][i];
            }
            c[g] = pair.centre(count, size);
            v[g] = pair.centreVariance(count, size);
            double off = c[g] - centre[g];
            shift[g] = off * off / v[g];
            double theta = theta(g);
            log[g] = likelihood
                    + 0.5 * shift[g]
                    + 0.5 * StrictMath.log(v[g])
                    + pair.logHyperPrior(c[g])
                    // the logistic density: uniform shrinkage, said of its log odds
                    - Math.abs(theta)
                    - 2 * StrictMath.log1p(StrictMath.exp(-Math.abs(theta)));
            most = Math.max(most, log[g]);
        }
        double[] weight = new double[NODES];
        double sum = 0;
        int kept = 0;
        double moved = 0;
        for (int g = 0; g < NODES; g++) {
            double w = StrictMath.exp(log[g] - most);
            if (w > NEGLIGIBLE) {
                weight[g] = w;
                kept++;
                moved = Math.max(moved, shift[g]);
            }
        }
        if (moved > 0.25) {
            return new ShrinkageGrid(data, i).prior();
        }
        // A wide posterior is smooth: every second node does.
        int stride = kept > 24 ? 2 : 1;
        for (int g = 0; g < NODES; g += stride) {
            sum += weight[g];
        }
        int nodes = 0;
        double[] weights = new double[3 * NODES];
        double[] centres = new double[3 * NODES];
        double[] precisions = new double[3 * NODES];
        for (int g = 0; g < NODES; g += stride) {
            if (weight[g] > 0) {
                double reach = ROOT_3 * Math.sqrt(v[g]);
                for (int k = -1; k <= 1; k++) {
                    weights[nodes] = weight[g] / sum * (k == 0 ? 2 / 3.0 : 1 / 6.0);
                    centres[nodes] = c[g] + k * reach;
                    precisions[nodes] = precision[g];
                    nodes++;
                }
            }
        }
        return PeerPrior.integrated(
                pair,
                data.groupsWithout(i < 0 ? left : i),
                Arrays.copyOf(weights, nodes),
                Arrays.copyOf(centres, nodes),
                Arrays.copyOf(precisions, nodes));
    }

    private double rate(int i) {
        return data.size(i) == 0 ? 0 : data.count(i) / data.size(i);
    }

    private static double theta(int g) {
        return -END + STEP * g;
    }
}
