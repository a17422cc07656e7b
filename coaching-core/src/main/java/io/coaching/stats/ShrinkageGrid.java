package io.coaching.stats;

import java.util.Arrays;

/**
 * The posterior of prior mean and precision on a grid, of all groups or of all but one.
 *
 * <p>Precisions are fixed in units of the typical size. At each, the centres are spread by standard deviations about a moment
 * estimate, from effective sizes: the estimate only places the nodes, their weights are exact likelihoods. Each group's
 * likelihood at each node is kept, so that leaving one out is a subtraction; where that moves or widens the distribution of
 * the centre so far that the nodes would cover it badly, the grid is built anew.
 */
final class ShrinkageGrid {
    private static final double END = 6;
    private static final double STEP = 0.25;
    private static final int PRECISIONS = (int) (2 * END / STEP) + 1;
    private static final int REACH = 4;
    private static final int CENTRES = 2 * REACH + 1;
    private static final int NODES = PRECISIONS * CENTRES;
    private static final int MANY = 24;
    private static final double SEEN = 1e-6;
    private static final double NEGLIGIBLE = 1e-10;

    private final ConjugateEstimation data;
    private final ConjugatePair pair;
    private final int left;
    private final double[] precision = new double[PRECISIONS];
    private final double[] counts = new double[PRECISIONS];
    private final double[] sizes = new double[PRECISIONS];
    private final double[] middle = new double[PRECISIONS];
    private final double[] spacing = new double[PRECISIONS];
    private final double[] centre = new double[NODES];
    private final double[] logPosterior = new double[NODES];
    private final double[][] own;

    ShrinkageGrid(ConjugateEstimation data, int left) {
        this.data = data;
        this.pair = data.pair();
        this.left = left;
        int n = data.n();
        this.own = new double[n][NODES];
        for (int g = 0; g < PRECISIONS; g++) {
            double theta = -END + STEP * g;
            double k = data.typicalSize() * StrictMath.exp(theta);
            precision[g] = k;
            for (int i = 0; i < n; i++) {
                if (i != left) {
                    double effective = pair.effectiveSize(k, data.size(i));
                    sizes[g] += effective;
                    counts[g] += rate(i) * effective;
                }
            }
            middle[g] = pair.centre(counts[g], sizes[g]);
            spacing[g] = Math.sqrt(pair.centreVariance(counts[g], sizes[g]));
            // the logistic density: uniform shrinkage, said of its log odds
            double logHyper = -Math.abs(theta) - 2 * StrictMath.log1p(StrictMath.exp(-Math.abs(theta)));
            for (int c = 0; c < CENTRES; c++) {
                int node = g * CENTRES + c;
                centre[node] = middle[g] + (c - REACH) * spacing[g];
                double base = pair.logBase(centre[node], k);
                double log = logHyper + pair.logHyperPrior(centre[node]) + StrictMath.log(spacing[g]);
                for (int i = 0; i < n; i++) {
                    if (i != left) {
                        own[i][node] = pair.logLikelihood(centre[node], k, base, data.count(i), data.size(i));
                        log += own[i][node];
                    }
                }
                logPosterior[node] = log;
            }
        }
    }

    PeerPrior prior() {
        return prior(logPosterior, left);
    }

    PeerPrior without(int i) {
        double[] log = logPosterior.clone();
        double most = Double.NEGATIVE_INFINITY;
        for (int node = 0; node < NODES; node++) {
            log[node] -= own[i][node];
            most = Math.max(most, log[node]);
        }
        for (int node = 0; node < NODES; node++) {
            if (log[node] - most > StrictMath.log(SEEN) && !covers(node / CENTRES, i)) {
                return new ShrinkageGrid(data, i).prior();
            }
        }
        return prior(log, i);
    }

    /** Whether the nodes at a precision still suit the distribution of the centre when one group is left out. */
    private boolean covers(int g, int i) {
        double effective = pair.effectiveSize(precision[g], data.size(i));
        double size = sizes[g] - effective;
        double count = Math.max(0, Math.min(size, counts[g] - rate(i) * effective));
        if (pair == ConjugatePair.GAMMA_POISSON) {
            count = Math.max(0, counts[g] - rate(i) * effective);
        }
        double moved = Math.abs(pair.centre(count, size) - middle[g]) / spacing[g];
        double wider = Math.sqrt(pair.centreVariance(count, size)) / spacing[g];
        return moved <= 1 && wider <= 1.5;
    }

    private PeerPrior prior(double[] log, int without) {
        double most = Arrays.stream(log).max().orElseThrow();
        int kept = 0;
        for (int g = 0; g < PRECISIONS; g++) {
            double best = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < CENTRES; c++) {
                best = Math.max(best, log[g * CENTRES + c]);
            }
            kept += StrictMath.exp(best - most) > SEEN ? 1 : 0;
        }
        // A wide posterior is smooth: every second precision does.
        int stride = kept > MANY ? 2 : 1;
        int nodes = 0;
        double[] weights = new double[NODES];
        double[] centres = new double[NODES];
        double[] precisions = new double[NODES];
        for (int g = 0; g < PRECISIONS; g += stride) {
            for (int c = 0; c < CENTRES; c++) {
                double weight = StrictMath.exp(log[g * CENTRES + c] - most);
                if (weight > NEGLIGIBLE) {
                    weights[nodes] = weight;
                    centres[nodes] = centre[g * CENTRES + c];
                    precisions[nodes] = precision[g];
                    nodes++;
                }
            }
        }
        return PeerPrior.integrated(
                pair,
                data.groupsWithout(without),
                Arrays.copyOf(weights, nodes),
                Arrays.copyOf(centres, nodes),
                Arrays.copyOf(precisions, nodes));
    }

    private double rate(int i) {
        return data.size(i) == 0 ? 0 : data.count(i) / data.size(i);
    }
}
