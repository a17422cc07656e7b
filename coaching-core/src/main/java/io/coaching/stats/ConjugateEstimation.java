package io.coaching.stats;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/** Estimates the prior of conjugate pairs, of all groups or of all but one. */
final class ConjugateEstimation {
    /** The least precision that is considered, in units of the median size. */
    private static final double LEAST = -12;

    private static final double MOST = 20;

    private final ConjugatePair pair;
    private final double[] counts;
    private final double[] sizes;
    private final double typicalSize;
    private final PriorEstimator estimator;

    ConjugateEstimation(ConjugatePair pair, PriorEstimator estimator, double[] counts, double[] sizes) {
        this.pair = pair;
        this.estimator = estimator;
        this.counts = counts;
        this.sizes = sizes;
        double[] seen = Arrays.stream(sizes).filter(size -> size > 0).sorted().toArray();
        this.typicalSize = seen.length == 0 ? 1 : Quantiles.medianOfSorted(seen);
    }

    ConjugatePair pair() {
        return pair;
    }

    double typicalSize() {
        return typicalSize;
    }

    int groupsWithout(int skip) {
        int groups = 0;
        for (int i = 0; i < sizes.length; i++) {
            if (i != skip && sizes[i] > 0) {
                groups++;
            }
        }
        return groups;
    }

    double count(int i) {
        return counts[i];
    }

    double size(int i) {
        return sizes[i];
    }

    int n() {
        return sizes.length;
    }

    /** The estimate without one group; {@code near} is the answer with it, or 0, where a search may begin. */
    PeerPrior plugIn(int skip, double near) {
        double mean = pooledMean(skip);
        boolean varied = mean > 0 && (pair == ConjugatePair.GAMMA_POISSON || mean < 1);
        return switch (estimator) {
            case MAXIMUM_LIKELIHOOD -> varied ? maximumLikelihood(skip, mean, near) : equals(skip, mean);
            case WEIGHTED_MOMENTS -> varied ? weightedMoments(skip) : equals(skip, mean);
            case RAW_MOMENTS -> rawMoments(skip);
            case UNIFORM_SHRINKAGE -> throw new IllegalStateException("integrated, not plugged in");
        };
    }

    private double pooledMean(int skip) {
        double count = 0;
        double size = 0;
        for (int i = 0; i < sizes.length; i++) {
            if (i != skip) {
                count += counts[i];
                size += sizes[i];
            }
        }
        return count / size;
    }

    private PeerPrior equals(int skip, double mean) {
        double logLikelihood = 0;
        for (int i = 0; i < sizes.length; i++) {
            if (i != skip) {
                logLikelihood += pair.logLikelihoodOfEquals(mean, counts[i], sizes[i]);
            }
        }
        return PeerPrior.plugIn(pair, estimator, groupsWithout(skip), mean, Double.POSITIVE_INFINITY, logLikelihood);
    }

    private PeerPrior spread(int skip, double mean, double precision) {
        double centre = pair.centreOf(mean);
        return PeerPrior.plugIn(
                pair, estimator, groupsWithout(skip), mean, precision, logLikelihood(skip, centre, precision));
    }

    private double logLikelihood(int skip, double centre, double precision) {
        double base = pair.logBase(centre, precision);
        double sum = 0;
        for (int i = 0; i < sizes.length; i++) {
            if (i != skip) {
                sum += pair.logLikelihood(centre, precision, base, counts[i], sizes[i]);
            }
        }
        return sum;
    }

    private PeerPrior maximumLikelihood(int skip, double pooled, double near) {
        double excess = 0;
        for (int i = 0; i < sizes.length; i++) {
            if (i != skip) {
                excess += pair.excess(pooled, counts[i], sizes[i]);
            }
        }
        if (excess <= 1e-9 * pooled) {
            return equals(skip, pooled);
        }
        double[] centre = {pair.centreOf(pooled)};
        DoubleUnaryOperator profile = theta -> {
            double precision = typicalSize * StrictMath.exp(theta);
            centre[0] = bestCentre(skip, precision, centre[0]);
            return logLikelihood(skip, centre[0], precision);
        };
        double theta = Double.NaN;
        boolean found = false;
        if (near > 0 && near < Double.POSITIVE_INFINITY) {
            // One group more or less moves the answer little: look nearby, and everywhere only if that fails.
            double start = StrictMath.log(near / typicalSize);
            theta = maximum(profile, start - 2, start + 2);
            found = Math.abs(theta - start) < 1.9;
        }
        if (!found) {
            theta = maximum(profile, LEAST, MOST);
        }
        if (theta > MOST - 1) {
            return equals(skip, pooled);
        }
        double precision = typicalSize * StrictMath.exp(theta);
        return spread(skip, pair.mean(bestCentre(skip, precision, centre[0])), precision);
    }

    static double maximum(DoubleUnaryOperator function, double low, double high) {
        return new BrentOptimizer(1e-10, 1e-10)
                .optimize(
                        new MaxEval(1000),
                        GoalType.MAXIMIZE,
                        new UnivariateObjectiveFunction(function::applyAsDouble),
                        new SearchInterval(low, high))
                .getPoint();
    }

    /** Newton's method on the centre with differences for derivatives. */
    private double bestCentre(int skip, double precision, double start) {
        double h = 1e-4;
        double c = start;
        for (int k = 0; k < 30; k++) {
            double at = logLikelihood(skip, c, precision);
            double up = logLikelihood(skip, c + h, precision);
            double down = logLikelihood(skip, c - h, precision);
            double slope = (up - down) / (2 * h);
            double curve = (up - 2 * at + down) / (h * h);
            double step = curve < 0 ? -slope / curve : 0.5 * Math.signum(slope);
            step = Math.max(-1, Math.min(1, step));
            c += step;
            if (Math.abs(step) < 1e-7) {
                break;
            }
        }
        return c;
    }

    private PeerPrior weightedMoments(int skip) {
        return pair == ConjugatePair.BETA_BINOMIAL ? kleinman(skip) : marshall(skip);
    }

    private PeerPrior kleinman(int skip) {
        double rho = 0;
        double mean = pooledMean(skip);
        for (int k = 0; k < 100; k++) {
            double sum = 0;
            double sumRates = 0;
            for (int i = 0; i < sizes.length; i++) {
                if (i != skip && sizes[i] > 0) {
                    double w = sizes[i] / (1 + rho * (sizes[i] - 1));
                    sum += w;
                    sumRates += w * (counts[i] / sizes[i]);
                }
            }
            mean = sumRates / sum;
            double squares = 0;
            double noise = 0;
            double own = 0;
            for (int i = 0; i < sizes.length; i++) {
                if (i != skip && sizes[i] > 0) {
                    double w = sizes[i] / (1 + rho * (sizes[i] - 1));
                    double off = counts[i] / sizes[i] - mean;
                    squares += w * off * off;
                    noise += w / sizes[i] * (1 - w / sum);
                    own += w * (1 - w / sum);
                }
            }
            double pq = mean * (1 - mean);
            double next = own - noise <= 0 ? 0 : (squares - pq * noise) / (pq * (own - noise));
            next = Math.max(0, Math.min(1 - 1e-6, next));
            boolean settled = Math.abs(next - rho) < 1e-13;
            rho = next;
            if (settled || rho == 0) {
                break;
            }
        }
        return rho == 0 ? equals(skip, pooledMean(skip)) : spread(skip, mean, (1 - rho) / rho);
    }

    private PeerPrior marshall(int skip) {
        double mean = pooledMean(skip);
        double size = 0;
        double squares = 0;
        for (int i = 0; i < sizes.length; i++) {
            if (i != skip && sizes[i] > 0) {
                double off = counts[i] / sizes[i] - mean;
                size += sizes[i];
                squares += sizes[i] * off * off;
            }
        }
        double between = squares / size - mean * groupsWithout(skip) / size;
        return between > 0 ? spread(skip, mean, mean / between) : equals(skip, mean);
    }

    private PeerPrior rawMoments(int skip) {
        double[] rates = new double[groupsWithout(skip)];
        int k = 0;
        for (int i = 0; i < sizes.length; i++) {
            if (i != skip && sizes[i] > 0) {
                rates[k++] = counts[i] / sizes[i];
            }
        }
        Moments moments = Moments.of(rates);
        double mean = moments.mean().orElseThrow();
        double variance = moments.variance().orElseThrow();
        if (variance == 0) {
            return equals(skip, mean);
        }
        double precision = pair == ConjugatePair.BETA_BINOMIAL ? mean * (1 - mean) / variance - 1 : mean / variance;
        // Rates that are all 0 or 1 vary as much as rates can: the widest prior that is considered.
        return spread(skip, mean, Math.max(precision, typicalSize * StrictMath.exp(LEAST)));
    }
}
