package io.coaching.stats;

import io.coaching.internal.check.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How good probabilities were, now that it is known what happened: after a fair 30 % it happens three times in ten.
 *
 * <p>The Brier score (1950, doi:10.1175/1520-0493(1950)078&lt;0001:VOFEIT&gt;2.0.CO;2) is the mean squared distance between
 * probability and outcome, 0 for a seer; who always says the base rate gets {@code base * (1 - base)}, and {@link #skill} is the
 * share of that which was saved. The bins are those of a reliability diagram. Few cases scatter: a bin of 10 may be off by 15
 * points by luck alone. O(n) time.
 *
 * <p>Example: 0.9, 0.8, 0.2 and 0.4, of which the first two happened: Brier (0.01 + 0.04 + 0.04 + 0.16) / 4 = 0.0625, skill 0.75.
 *
 * @param n how many probabilities there were, at least 1
 * @param brier the Brier score, 0 to 1
 * @param baseRate how often it happened
 * @param bins those bins that hold a probability, from the lowest up
 */
public record Calibration(long n, double brier, double baseRate, List<CalibrationBin> bins) {
    private static final int BINS = 10;

    /**
     * Checks the figures and keeps a copy.
     *
     * @param n how many probabilities there were
     * @param brier the Brier score
     * @param baseRate how often it happened
     * @param bins those bins that hold a probability
     */
    public Calibration {
        Checks.atLeast(n, 1, "n");
        brier = Checks.inRange(brier, 0, 1, "brier");
        baseRate = Checks.inRange(baseRate, 0, 1, "baseRate");
        bins = List.copyOf(bins);
    }

    /**
     * Compares probabilities with what happened, in bins of a tenth.
     *
     * @param probabilities what was said beforehand, 0 to 1
     * @param happened what came
     * @return the calibration; empty if there was no probability
     */
    public static Optional<Calibration> of(double[] probabilities, boolean[] happened) {
        Checks.sameLength(probabilities.length, "probabilities", happened.length, "happened");
        Arguments.probabilities(probabilities, "probabilities");
        int n = probabilities.length;
        if (n == 0) {
            return Optional.empty();
        }
        int[] count = new int[BINS];
        int[] came = new int[BINS];
        double[] said = new double[BINS];
        double squares = 0;
        int all = 0;
        for (int i = 0; i < n; i++) {
            int bin = Math.min(BINS - 1, (int) (probabilities[i] * BINS));
            double off = probabilities[i] - (happened[i] ? 1 : 0);
            squares += off * off;
            count[bin]++;
            said[bin] += probabilities[i];
            if (happened[i]) {
                came[bin]++;
                all++;
            }
        }
        var bins = new ArrayList<CalibrationBin>();
        for (int b = 0; b < BINS; b++) {
            if (count[b] > 0) {
                bins.add(new CalibrationBin(
                        b / (double) BINS,
                        (b + 1) / (double) BINS,
                        count[b],
                        Math.min(1, said[b] / count[b]),
                        came[b] / (double) count[b]));
            }
        }
        return Optional.of(new Calibration(n, squares / n, all / (double) n, bins));
    }

    /**
     * How much better than always saying the base rate.
     *
     * @return 1 for a seer, 0 for the base rate, below 0 for worse; empty where it always happened, or never
     */
    public OptionalDouble skill() {
        double uncertainty = baseRate * (1 - baseRate);
        return uncertainty > 0 ? OptionalDouble.of(1 - brier / uncertainty) : OptionalDouble.empty();
    }

    /**
     * The mean distance between what was said and what came, bins weighing by their size.
     *
     * @return 0 for probabilities that mean what they say
     */
    public double meanGap() {
        double gap = 0;
        long all = 0;
        for (CalibrationBin bin : bins) {
            gap += bin.n() * Math.abs(bin.predicted() - bin.observed());
            all += bin.n();
        }
        return all == 0 ? 0 : gap / all;
    }
}
