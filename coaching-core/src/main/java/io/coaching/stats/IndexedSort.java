package io.coaching.stats;

/**
 * A stable sort that carries the index along.
 *
 * <p>Runs of eight by insertion, then merges from the bottom up between two pairs of arrays. It costs about what sorting the
 * values alone costs, and spares the search for each value's place afterwards.
 */
final class IndexedSort {
    private static final int RUN = 8;

    private IndexedSort() {}

    /** Sorts {@code keys} in place, ascending; returns for each place the index that its key had. */
    static int[] sort(double[] keys) {
        int n = keys.length;
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        for (int from = 0; from < n; from += RUN) {
            insertion(keys, order, from, Math.min(n, from + RUN));
        }
        if (n <= RUN) {
            return order;
        }
        double[] fromKeys = keys;
        int[] fromOrder = order;
        double[] toKeys = new double[n];
        int[] toOrder = new int[n];
        for (int width = RUN; width < n; width *= 2) {
            for (int low = 0; low < n; low += 2 * width) {
                merge(
                        fromKeys,
                        fromOrder,
                        toKeys,
                        toOrder,
                        low,
                        Math.min(n, low + width),
                        Math.min(n, low + 2 * width));
            }
            double[] k = fromKeys;
            fromKeys = toKeys;
            toKeys = k;
            int[] o = fromOrder;
            fromOrder = toOrder;
            toOrder = o;
        }
        if (fromKeys != keys) {
            System.arraycopy(fromKeys, 0, keys, 0, n);
        }
        return fromOrder;
    }

    private static void insertion(double[] keys, int[] order, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            double key = keys[i];
            int index = order[i];
            int k = i - 1;
            while (k >= from && keys[k] > key) {
                keys[k + 1] = keys[k];
                order[k + 1] = order[k];
                k--;
            }
            keys[k + 1] = key;
            order[k + 1] = index;
        }
    }

    private static void merge(double[] keys, int[] order, double[] toKeys, int[] toOrder, int low, int mid, int high) {
        int a = low;
        int b = mid;
        for (int k = low; k < high; k++) {
            // The left one on a tie: stable.
            if (b >= high || (a < mid && keys[a] <= keys[b])) {
                toKeys[k] = keys[a];
                toOrder[k] = order[a++];
            } else {
                toKeys[k] = keys[b];
                toOrder[k] = order[b++];
            }
        }
    }
}
