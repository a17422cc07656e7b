package io.coaching.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Two-sided p values, to full relative precision however small they are. */
final class Tails {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Tails() {}

    static double normal(double z) {
        return Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
    }

    /** An estimate over its standard error; without error it is certain. */
    static double student(double estimate, double standardError, double degreesOfFreedom) {
        return student(TDistribution.of(degreesOfFreedom), estimate, standardError);
    }

    static double student(TDistribution distribution, double estimate, double standardError) {
        if (estimate == 0) {
            return 1;
        }
        return standardError == 0
                ? 0
                : Math.min(1, 2 * distribution.survivalProbability(Math.abs(estimate / standardError)));
    }

    /** Limits of an estimate by Student's t. */
    static Limits limits(double estimate, double standardError, double degreesOfFreedom, double level) {
        double half = Moments.t(degreesOfFreedom, Arguments.level(level)) * standardError;
        return new Limits(estimate - half, estimate + half, level);
    }

    /** The standard error of a line so far from the pivot, which is where it is known best. */
    static double errorAt(double distance, double pivotStandardError, double slopeStandardError) {
        return StrictMath.hypot(pivotStandardError, distance * slopeStandardError);
    }

    /** Far out it stays finite. */
    static double exp(double x) {
        return Math.min(Double.MAX_VALUE, StrictMath.exp(x));
    }

    static Limits exp(Limits limits) {
        return new Limits(exp(limits.low()), exp(limits.high()), limits.level());
    }
}
