package io.coaching.rating;

import io.coaching.base.Estimate;

/**
 * One coefficient among others.
 *
 * @param kind which
 * @param estimate its value with its interval, or why there is none
 */
public record AgreementCoefficient(CoefficientKind kind, Estimate estimate) {}
