package io.coaching.stats;

/**
 * What a test of significance says.
 *
 * @param statistic the test statistic
 * @param degreesOfFreedom its degrees of freedom, where it has some; otherwise 1
 * @param pValue the probability of a statistic at least as extreme if there is no effect
 */
public record TestResult(double statistic, double degreesOfFreedom, double pValue) {}
