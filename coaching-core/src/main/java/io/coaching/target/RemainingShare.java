package io.coaching.target;

/**
 * How many of the trials that are still to come will succeed: beta-binomial, for the true share is believed to be beta
 * distributed.
 */
final class RemainingShare {
    private final double[] weights;

    private RemainingShare(double[] weights) {
        this.weights = weights;
    }

    /**
     * @param alpha of the beta, above 0
     * @param beta of the beta, above 0
     * @param trials how many are to come, at most a million
     */
    static RemainingShare of(double alpha, double beta, int trials) {
        double[] weights = new double[trials + 1];
        int mode = Math.max(0, Math.min(trials, (int) (trials * alpha / (alpha + beta))));
        weights[mode] = 1;
        double sum = 1;
        for (int k = mode; k < trials; k++) {
            weights[k + 1] = weights[k] * ((trials - k) / (k + 1.0)) * ((alpha + k) / (beta + trials - k - 1));
            sum += weights[k + 1];
        }
        for (int k = mode; k > 0; k--) {
            weights[k - 1] = weights[k] * (k / (trials - k + 1.0)) * ((beta + trials - k) / (alpha + k - 1));
            sum += weights[k - 1];
        }
        for (int k = 0; k <= trials; k++) {
            weights[k] /= sum;
        }
        return new RemainingShare(weights);
    }

    double mean() {
        double mean = 0;
        for (int k = 0; k < weights.length; k++) {
            mean += k * weights[k];
        }
        return mean;
    }

    /** The probability of at least so many. */
    double reaches(double successes) {
        double sum = 0;
        for (int k = weights.length - 1; k >= 0 && k >= successes - 1e-9; k--) {
            sum += weights[k];
        }
        return Math.min(1, sum);
    }

    int quantile(double p) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k];
            if (sum >= p) {
                return k;
            }
        }
        return weights.length - 1;
    }
}
