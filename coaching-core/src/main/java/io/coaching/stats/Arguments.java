package io.coaching.stats;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.coaching.internal.check.Checks;
import java.util.Arrays;

/** Checks that are shared within the package. */
final class Arguments {
    private Arguments() {}

    static void finite(double[] values, String name) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(name + "[" + i + "] must be finite: " + values[i]
                        + "\nMaybe leave a missing value out instead of passing NaN");
            }
        }
    }

    static void nonNegative(double[] values, String name) {
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= 0 && values[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(name + "[" + i + "] must be finite and not negative: " + values[i]);
            }
        }
    }

    static void probabilities(double[] values, String name) {
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= 0 && values[i] <= 1)) {
                throw new IllegalArgumentException(name + "[" + i + "] must be in 0..1: " + values[i]);
            }
        }
    }

    /** A sorted copy, with -0.0 made 0.0. */
    static double[] sorted(double[] values, String name) {
        finite(values, name);
        double[] sorted = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            sorted[i] = values[i] + 0.0;
        }
        Arrays.sort(sorted);
        return sorted;
    }

    @CanIgnoreReturnValue
    static double level(double level) {
        Checks.that(
                level > 0 && level < 1,
                "level must lie between 0 and 1: " + level,
                "0.95 was meant: a level is a probability here, not a percentage");
        return level;
    }

    static void counts(long successes, long trials) {
        counts(successes, trials, "successes", "trials");
    }

    static void counts(long[] successes, long[] trials) {
        Checks.sameLength(successes.length, "successes", trials.length, "trials");
        for (int i = 0; i < trials.length; i++) {
            counts(successes[i], trials[i], "successes[" + i + "]", "trials[" + i + "]");
        }
    }

    private static void counts(long successes, long trials, String nameOfSuccesses, String nameOfTrials) {
        if (trials < 0) {
            throw new IllegalArgumentException(nameOfTrials + " must be at least 0: " + trials);
        }
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    nameOfSuccesses + " must be in 0.." + trials + " (" + nameOfTrials + "): " + successes);
        }
    }
}
