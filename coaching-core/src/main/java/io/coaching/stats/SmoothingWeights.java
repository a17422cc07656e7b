package io.coaching.stats;

import io.coaching.internal.check.Checks;

/**
 * How quickly a smoothing forgets. Weights that a model has no use for are 0, and {@code phi} is 1.
 *
 * @param alpha the weight of the newest value in the level, 0 to 1
 * @param betaStar the weight of the newest change of level in the trend, 0 to 1; in the state-space form beta is
 *     {@code alpha * betaStar}
 * @param phi what is left of the trend after one step: above 0, 1 for a trend that is not damped
 * @param gamma the weight of the newest value in its season, 0 to 1, by the form {@code s = gamma * (y - l - b) + (1 - gamma) * s}
 */
public record SmoothingWeights(double alpha, double betaStar, double phi, double gamma) {
    /**
     * Checks the ranges.
     *
     * @param alpha the weight of the newest value
     * @param betaStar the weight of the newest change
     * @param phi what is left of the trend
     * @param gamma the weight in the season
     */
    public SmoothingWeights {
        alpha = Checks.inRange(alpha, 0, 1, "alpha");
        betaStar = Checks.inRange(betaStar, 0, 1, "betaStar");
        Checks.that(phi > 0 && phi <= 1, "phi must be above 0 and at most 1: " + phi);
        gamma = Checks.inRange(gamma, 0, 1, "gamma");
    }

    /**
     * Weights of simple smoothing.
     *
     * @param alpha the weight of the newest value
     * @return the weights
     */
    public static SmoothingWeights simple(double alpha) {
        return new SmoothingWeights(alpha, 0, 1, 0);
    }

    /**
     * Weights of Holt's method.
     *
     * @param alpha the weight of the newest value
     * @param betaStar the weight of the newest change of level
     * @return the weights
     */
    public static SmoothingWeights holt(double alpha, double betaStar) {
        return new SmoothingWeights(alpha, betaStar, 1, 0);
    }

    /**
     * Weights of a damped trend.
     *
     * @param alpha the weight of the newest value
     * @param betaStar the weight of the newest change of level
     * @param phi what is left of the trend after one step
     * @return the weights
     */
    public static SmoothingWeights damped(double alpha, double betaStar, double phi) {
        return new SmoothingWeights(alpha, betaStar, phi, 0);
    }

    /**
     * Weights of a method with seasons.
     *
     * @param alpha the weight of the newest value
     * @param betaStar the weight of the newest change of level
     * @param gamma the weight of the newest value in its season
     * @return the weights
     */
    public static SmoothingWeights holtWinters(double alpha, double betaStar, double gamma) {
        return new SmoothingWeights(alpha, betaStar, 1, gamma);
    }
}
