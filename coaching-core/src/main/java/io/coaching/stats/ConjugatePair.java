package io.coaching.stats;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/**
 * A likelihood and its conjugate prior, in the terms that both have in common: a count of a size (trials, or exposure), a prior
 * with a mean and a precision (in units of size: the prior weighs as much as that many trials), and a centre, the mean on the
 * scale on which it is nearly normal (logit, or log).
 */
enum ConjugatePair {
    BETA_BINOMIAL {
        @Override
        double effectiveSize(double precision, double size) {
            return size == 0 ? 0 : size * ((precision + 1) / (precision + size));
        }

        @Override
        double centre(double sumOfCounts, double sumOfSizes) {
            return Gamma.digamma(sumOfCounts + 0.5) - Gamma.digamma(Math.max(0, sumOfSizes - sumOfCounts) + 0.5);
        }

        @Override
        double centreVariance(double sumOfCounts, double sumOfSizes) {
            return Gamma.trigamma(sumOfCounts + 0.5) + Gamma.trigamma(Math.max(0, sumOfSizes - sumOfCounts) + 0.5);
        }

        @Override
        double mean(double centre) {
            return 1 / (1 + StrictMath.exp(-centre));
        }

        @Override
        double centreOf(double mean) {
            return StrictMath.log(mean) - StrictMath.log1p(-mean);
        }

        @Override
        double logHyperPrior(double centre) {
            double m = mean(centre);
            return 0.5 * (StrictMath.log(m) + StrictMath.log(mean(-centre)));
        }

        @Override
        double logJoint(double centre, double precision, double count, double size) {
            return Beta.logBeta(mean(centre) * precision + count, mean(-centre) * precision + (size - count));
        }

        @Override
        double logBase(double centre, double precision) {
            return Beta.logBeta(mean(centre) * precision, mean(-centre) * precision);
        }

        @Override
        double logLikelihoodOfEquals(double mean, double count, double size) {
            return (count == 0 ? 0 : count * StrictMath.log(mean))
                    + (count == size ? 0 : (size - count) * StrictMath.log1p(-mean));
        }

        @Override
        double excess(double mean, double count, double size) {
            double off = count - size * mean;
            return off * off / (mean * (1 - mean)) - size;
        }

        @Override
        double varianceBetween(double mean, double precision) {
            return mean * (1 - mean) / (precision + 1);
        }

        @Override
        Distribution prior(double mean, double precision) {
            return new Distribution.Beta(mean * precision, (1 - mean) * precision);
        }

        @Override
        Distribution posterior(double mean, double precision, double count, double size) {
            return new Distribution.Beta(mean * precision + count, (1 - mean) * precision + (size - count));
        }

        @Override
        double medianOfPrior(double mean, double precision) {
            double a = mean * precision;
            double b = (1 - mean) * precision;
            return a > 1 && b > 1
                    ? (a - 1 / 3.0) / (a + b - 2 / 3.0)
                    : prior(mean, precision).median();
        }
    },

    GAMMA_POISSON {
        @Override
        double effectiveSize(double precision, double size) {
            return size == 0 ? 0 : size * (precision / (precision + size));
        }

        @Override
        double centre(double sumOfCounts, double sumOfSizes) {
            return Gamma.digamma(sumOfCounts + 0.5) - StrictMath.log(sumOfSizes);
        }

        @Override
        double centreVariance(double sumOfCounts, double sumOfSizes) {
            return Gamma.trigamma(sumOfCounts + 0.5);
        }

        @Override
        double mean(double centre) {
            return StrictMath.exp(centre);
        }

        @Override
        double centreOf(double mean) {
            return StrictMath.log(mean);
        }

        @Override
        double logHyperPrior(double centre) {
            return 0.5 * centre;
        }

        @Override
        double logJoint(double centre, double precision, double count, double size) {
            double shape = mean(centre) * precision;
            return Gamma.logGamma(shape + count)
                    - shape * StrictMath.log1p(size / precision)
                    - count * StrictMath.log1p(precision / size);
        }

        @Override
        double logBase(double centre, double precision) {
            return Gamma.logGamma(mean(centre) * precision);
        }

        @Override
        double logLikelihoodOfEquals(double mean, double count, double size) {
            return size == 0 ? 0 : (count == 0 ? 0 : count * StrictMath.log(mean * size)) - mean * size;
        }

        @Override
        double excess(double mean, double count, double size) {
            double off = count - size * mean;
            return off * off - count;
        }

        @Override
        double varianceBetween(double mean, double precision) {
            return mean / precision;
        }

        @Override
        Distribution prior(double mean, double precision) {
            return new Distribution.Gamma(mean * precision, precision);
        }

        @Override
        Distribution posterior(double mean, double precision, double count, double size) {
            return new Distribution.Gamma(mean * precision + count, precision + size);
        }

        @Override
        double medianOfPrior(double mean, double precision) {
            double shape = mean * precision;
            if (shape <= 1) {
                return prior(mean, precision).median();
            }
            double root = 1 - 1 / (9 * shape);
            return mean * root * root * root;
        }
    };

    /** How much a group counts for the mean: its size, less what its members share. */
    abstract double effectiveSize(double precision, double size);

    /** The mean of the centre's posterior, given summed effective counts and sizes, with Jeffreys' half a count. */
    abstract double centre(double sumOfCounts, double sumOfSizes);

    /** The variance of that posterior. */
    abstract double centreVariance(double sumOfCounts, double sumOfSizes);

    abstract double mean(double centre);

    abstract double centreOf(double mean);

    /** Jeffreys' prior of the mean, as a density of the centre. */
    abstract double logHyperPrior(double centre);

    /** The marginal log likelihood of one group, but for terms without parameters; {@code base} is {@link #logBase}. */
    double logLikelihood(double centre, double precision, double base, double count, double size) {
        return size == 0 ? 0 : logJoint(centre, precision, count, size) - base;
    }

    /** What all groups have in common at a prior. */
    abstract double logBase(double centre, double precision);

    /** What a group adds. */
    abstract double logJoint(double centre, double precision, double count, double size);

    /** The same when the prior is a point, but for the same terms. */
    abstract double logLikelihoodOfEquals(double mean, double count, double size);

    /** Proportional to the slope of the log likelihood where the variance between groups is 0: Tarone's score. */
    abstract double excess(double mean, double count, double size);

    abstract double varianceBetween(double mean, double precision);

    abstract Distribution prior(double mean, double precision);

    abstract Distribution posterior(double mean, double precision, double count, double size);

    /** By Kerman (2011) for beta, Wilson and Hilferty (1931) for gamma; exactly where a shape is 1 or less. */
    abstract double medianOfPrior(double mean, double precision);
}
