package io.coaching.stats;

import java.util.Arrays;

/**
 * Order statistics of the slopes between all pairs of points of a series, without computing most of the slopes: scratch that is
 * used again for the next series.
 *
 * <p>A slope lies below b just if the point to the right has the smaller residual from a line of slope b. So slopes below b are
 * counted by comparing, and two such counts put the wanted slope between two lines; the few pairs in between are divided out and
 * the slope is selected among them. The first bracket lies about the least-squares slope, where the wanted one is likely to be.
 *
 * <p>Residuals are rounded, so a pair whose slope is within rounding of a line may be counted on its wrong side. Where the slope
 * selected is that close to either line, all slopes are computed after all: the answer is always the one of the definition, to
 * the last bit.
 */
final class MedianSlope {
    /** How many candidates a point are few enough to be sorted out one by one. */
    private static final int FEW = 4;

    private static final int MOST_PROBES = 40;
    private static final int MOST_CUTS = 6;
    private static final double ROUNDING = 0x1p-50;

    private int[] periods = {};
    private double[] values = {};
    private int from;
    private int n;

    private double[] lowResiduals = new double[64];
    private double[] highResiduals = new double[64];
    private int[] partners = new int[64];
    private double[] candidates = new double[256];

    private double selectedBelow;
    private double selectedAbove;

    /** Works on the points {@code from} to {@code to - 1}, which must be at least two, from now on. */
    MedianSlope on(int[] somePeriods, double[] someValues, int start, int to) {
        periods = somePeriods;
        values = someValues;
        from = start;
        n = to - start;
        if (lowResiduals.length < n) {
            int size = Math.max(n, 2 * lowResiduals.length);
            lowResiduals = new double[size];
            highResiduals = new double[size];
            partners = new int[size];
        }
        return this;
    }

    long pairs() {
        return (long) n * (n - 1) / 2;
    }

    /** The median of all slopes; the guess and its error only say where to look first. */
    double median(double guess, double error) {
        long pairs = pairs();
        select((pairs - 1) / 2, pairs / 2, guess, error);
        return QuantileMethod.middle(selectedBelow, selectedAbove) + 0.0;
    }

    /** The slope of which {@code rank} are no larger, counted from 0. */
    double kth(long rank, double guess, double error) {
        select(rank, rank, guess, error);
        return selectedBelow + 0.0;
    }

    private void select(long first, long last, double guess, double error) {
        double step = error > 0 ? error : Math.max(Math.abs(guess), Double.MIN_NORMAL) * 1e-6;
        double low = guess - step;
        double high = guess + step;
        long belowLow = below(low);
        long belowHigh = below(high);
        for (int probes = 0; belowLow > first && probes < MOST_PROBES; probes++) {
            high = low;
            belowHigh = belowLow;
            step *= 4;
            low -= step;
            belowLow = below(low);
        }
        for (int probes = 0; belowHigh <= last && probes < MOST_PROBES; probes++) {
            low = high;
            belowLow = belowHigh;
            step *= 4;
            high += step;
            belowHigh = below(high);
        }
        for (int probes = 0; belowHigh - belowLow > (long) FEW * n && probes < MOST_CUTS; probes++) {
            // Take slopes for evenly spread in the bracket, and cut off the longer side at a little distance.
            double aim = belowHigh - last > first - belowLow ? last + 0.5 * n : first - 0.5 * n;
            double share = Math.min(0.95, Math.max(0.05, (aim - belowLow) / (belowHigh - belowLow)));
            double probe = low + (high - low) * share;
            long below = below(probe);
            if (below <= first) {
                low = probe;
                belowLow = below;
            } else if (below > last) {
                high = probe;
                belowHigh = below;
            } else {
                break;
            }
        }
        if (!selectBetween(low, high, belowLow, belowHigh, first, last)) {
            selectAmongAll(first, last);
        }
    }

    private void residuals(double slope, double[] into) {
        double start = periods[from];
        for (int i = 0; i < n; i++) {
            into[i] = values[from + i] - slope * (periods[from + i] - start);
        }
    }

    /** How many slopes lie below, up to rounding. */
    private long below(double slope) {
        residuals(slope, lowResiduals);
        long count = 0;
        double[] r = lowResiduals;
        for (int i = 0; i < n; i++) {
            double a = r[i];
            for (int j = i + 1; j < n; j++) {
                count += Double.doubleToRawLongBits(r[j] - a) >>> 63;
            }
        }
        return count;
    }

    /** Selects among the slopes that lie not below {@code low} but below {@code high}; false if rounding may have told wrongly. */
    private boolean selectBetween(double low, double high, long belowLow, long belowHigh, long first, long last) {
        if (belowLow > first || belowHigh <= last || belowHigh - belowLow > Integer.MAX_VALUE / 2) {
            return false;
        }
        residuals(low, lowResiduals);
        residuals(high, highResiduals);
        reserve((int) (belowHigh - belowLow) + n);
        int found = 0;
        for (int i = 0; i < n; i++) {
            int inRow = 0;
            double a = lowResiduals[i];
            double b = highResiduals[i];
            for (int j = i + 1; j < n; j++) {
                partners[inRow] = j;
                long notBelowLow = ~Double.doubleToRawLongBits(lowResiduals[j] - a);
                inRow += (int) ((notBelowLow & Double.doubleToRawLongBits(highResiduals[j] - b)) >>> 63);
            }
            reserve(found + inRow);
            for (int k = 0; k < inRow; k++) {
                candidates[found++] = slope(i, partners[k]);
            }
        }
        if (found != belowHigh - belowLow) {
            return false;
        }
        selectAmong(found, (int) (first - belowLow), (int) (last - belowLow));
        double size = 0;
        for (int i = 0; i < n; i++) {
            size = Math.max(size, Math.abs(values[from + i]));
        }
        double steepest = Math.max(Math.abs(low), Math.abs(high));
        double doubt = ROUNDING * (size + steepest * ((double) periods[from + n - 1] - periods[from]));
        return selectedBelow > low + doubt && selectedAbove < high - doubt;
    }

    private void selectAmongAll(long first, long last) {
        if (pairs() > Integer.MAX_VALUE / 2) {
            throw new IllegalArgumentException("a series of " + n + " points has too many pairs");
        }
        reserve((int) pairs());
        int found = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                candidates[found++] = slope(i, j);
            }
        }
        selectAmong(found, (int) first, (int) last);
    }

    private double slope(int i, int j) {
        return (values[from + j] - values[from + i]) / (periods[from + j] - periods[from + i]);
    }

    private void reserve(int size) {
        if (candidates.length < size) {
            candidates = Arrays.copyOf(candidates, Math.max(size, 2 * candidates.length));
        }
    }

    /** Finds the candidates of two ranks, the second being the first or the next. */
    private void selectAmong(int size, int first, int last) {
        selectedBelow = quickSelect(size, first);
        selectedAbove = selectedBelow;
        if (last > first) {
            double next = candidates[last];
            for (int i = last + 1; i < size; i++) {
                next = Math.min(next, candidates[i]);
            }
            selectedAbove = next;
        }
    }

    /** Hoare's selection; afterwards what follows the rank is no smaller. */
    private double quickSelect(int size, int rank) {
        double[] c = candidates;
        int left = 0;
        int right = size - 1;
        while (left < right) {
            double pivot = middleOf(c[left], c[(left + right) >>> 1], c[right]);
            int i = left;
            int j = right;
            while (i <= j) {
                while (c[i] < pivot) {
                    i++;
                }
                while (c[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swap = c[i];
                    c[i++] = c[j];
                    c[j--] = swap;
                }
            }
            if (rank <= j) {
                right = j;
            } else if (rank >= i) {
                left = i;
            } else {
                break;
            }
        }
        return c[rank];
    }

    private static double middleOf(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
