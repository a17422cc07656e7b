package io.coaching.stats;

/**
 * How much two ratings of one unit agree: 1 for equal ones, less the further apart they are. Distances are those of the scores,
 * as a share of the whole scale, so a scale with uneven steps is taken as it is.
 *
 * <p>Example, levels 1 to 3, of 1 and 2: identity 0, linear 0.5, quadratic 0.75, ordinal 0.6667.
 */
public enum AgreementWeights {
    /** Equal or not: what Cohen's plain kappa and AC1 count. */
    IDENTITY,
    /** {@code 1 - |x - y| / range} (Cicchetti and Allison 1971). */
    LINEAR,
    /** {@code 1 - (x - y)^2 / range^2} (Fleiss and Cohen 1973); with them kappa comes near to an intraclass correlation. */
    QUADRATIC,
    /** By ranks alone: {@code 1 - C(steps + 1, 2) / C(levels, 2)} (Gwet 2014, Handbook of Inter-Rater Reliability, ch. 3). */
    ORDINAL;

    /** The weight of levels {@code k} and {@code l} of a scale with at least two. */
    double of(double[] scale, int k, int l) {
        double range = scale[scale.length - 1] - scale[0];
        double apart = Math.abs(scale[k] - scale[l]) / range;
        double steps = Math.abs(k - l);
        return switch (this) {
            case IDENTITY -> k == l ? 1 : 0;
            case LINEAR -> 1 - apart;
            case QUADRATIC -> 1 - apart * apart;
            case ORDINAL -> 1 - steps * (steps + 1) / ((double) scale.length * (scale.length - 1));
        };
    }

    /** How weighted figures are called: "", ", linear weights". */
    String suffix() {
        return this == IDENTITY ? "" : ", " + name().toLowerCase(java.util.Locale.ROOT) + " weights";
    }
}
