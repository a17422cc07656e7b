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
    private static final int HITS = 512;
    private static final double ROUNDING = 0x1p-50;

    private int[] periods = {};
    private double[] values = {};
    private int from;
    private int n;

    private double[] residuals = new double[64];
    private final long[] hits = new long[HITS];
    private final long[] places = new long[HITS];
    private double[] candidates = new double[256];
    private Line low = new Line();
    private Line high = new Line();
    private Line probe = new Line();

    private long belowLow;
    private long notAboveHigh;
    private double selectedBelow;
    private double selectedAbove;

    /** A slope to compare with, and the order of what points leave over from a line of this slope. */
    private static final class Line {
        final PackedOrder order = new PackedOrder();
        double slope;
    }

    /** Works on the points {@code from} to {@code to - 1}, which must be at least two, from now on. */
    MedianSlope on(int[] somePeriods, double[] someValues, int start, int to) {
        periods = somePeriods;
        values = someValues;
        from = start;
        n = to - start;
        if (residuals.length < n) {
            residuals = new double[2 * n];
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
        draw(low, guess - step);
        draw(high, guess + step);
        belowLow = low.order.pairsBelow();
        notAboveHigh = high.order.pairsNotAbove();
        for (int probes = 0; belowLow > first && probes < MOST_PROBES; probes++) {
            step *= 4;
            draw(probe, low.slope - step);
            Line free = high;
            high = low;
            low = probe;
            probe = free;
            belowLow = low.order.pairsBelow();
            notAboveHigh = high.order.pairsNotAbove();
        }
        for (int probes = 0; notAboveHigh <= last && probes < MOST_PROBES; probes++) {
            step *= 4;
            draw(probe, high.slope + step);
            Line free = low;
            low = high;
            high = probe;
            probe = free;
            belowLow = low.order.pairsBelow();
            notAboveHigh = high.order.pairsNotAbove();
        }
        for (int cuts = 0; notAboveHigh - belowLow > (long) FEW * n && cuts < MOST_CUTS; cuts++) {
            // Take slopes for evenly spread in the bracket, and cut off the longer side at a little distance.
            boolean above = notAboveHigh - last > first - belowLow;
            double aim = above ? last + 0.5 * n : first - 0.5 * n;
            double share = (aim - belowLow) / (notAboveHigh - belowLow);
            draw(probe, low.slope + (high.slope - low.slope) * Math.min(0.95, Math.max(0.05, share)));
            long count = above ? probe.order.pairsNotAbove() : probe.order.pairsBelow();
            if (above ? count <= last : count > first) {
                break;
            }
            Line free = above ? high : low;
            if (above) {
                high = probe;
                notAboveHigh = count;
            } else {
                low = probe;
                belowLow = count;
            }
            probe = free;
        }
        if (!selectBetween(first, last)) {
            selectAmongAll(first, last);
        }
    }

    private void draw(Line line, double slope) {
        double start = periods[from];
        for (int i = 0; i < n; i++) {
            residuals[i] = values[from + i] - slope * (periods[from + i] - start);
        }
        line.order.pack(residuals, 0, n);
        line.slope = slope;
    }

    /** Selects among the slopes between the two lines; false if rounding may have told wrongly. */
    private boolean selectBetween(long first, long last) {
        long between = notAboveHigh - belowLow;
        if (belowLow > first || notAboveHigh <= last || between > Integer.MAX_VALUE / 2) {
            return false;
        }
        reserve((int) between);
        int found = 0;
        int kept = 0;
        int words = low.order.words();
        for (int w = 0; w < words; w++) {
            int end = low.order.earlier(w);
            for (int i = 0; i < end; i++) {
                long in = high.order.notAbove(w, i) & ~low.order.below(w, i) & PackedOrder.later(w, i);
                // Kept in any case and overwritten if there was none, for a branch would be mispredicted.
                hits[kept] = in;
                places[kept] = (long) i << Integer.SIZE | w;
                kept += (int) ((in | -in) >>> 63);
                if (kept == HITS) {
                    found = divideOut(kept, found, between);
                    kept = 0;
                }
            }
        }
        found = divideOut(kept, found, between);
        if (found != between) {
            return false;
        }
        selectAmong(found, (int) (first - belowLow), (int) (last - belowLow));
        double size = 0;
        for (int i = 0; i < n; i++) {
            size = Math.max(size, Math.abs(values[from + i]));
        }
        double steepest = Math.max(Math.abs(low.slope), Math.abs(high.slope));
        double doubt = ROUNDING * (size + steepest * ((double) periods[from + n - 1] - periods[from]));
        return selectedBelow > low.slope + doubt && selectedAbove < high.slope - doubt;
    }

    private int divideOut(int kept, int found, long most) {
        int end = found;
        for (int k = 0; k < kept; k++) {
            for (long in = hits[k]; in != 0 && end < most; in &= in - 1) {
                candidates[end++] = slope((int) (places[k] >>> Integer.SIZE), PackedOrder.number((int) places[k], in));
            }
        }
        return end;
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

    /** Afterwards what follows the rank is no smaller. Partitions without a branch, which would be mispredicted. */
    private double quickSelect(int size, int rank) {
        double[] c = candidates;
        int left = 0;
        int right = size - 1;
        while (left < right) {
            double pivot = middleOf(c[left], c[(left + right) >>> 1], c[right]);
            int end = left;
            for (int j = left; j <= right; j++) {
                double x = c[j];
                c[j] = c[end];
                c[end] = x;
                end += (int) (Double.doubleToRawLongBits(x - pivot) >>> 63);
            }
            if (rank < end) {
                right = end - 1;
                continue;
            }
            left = end;
            for (int j = left; j <= right; j++) {
                double x = c[j];
                c[j] = c[end];
                c[end] = x;
                end += 1 - (int) (Double.doubleToRawLongBits(pivot - x) >>> 63);
            }
            if (rank < end) {
                return pivot;
            }
            left = end;
        }
        return c[rank];
    }

    private static double middleOf(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
