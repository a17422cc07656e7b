package io.coaching.scorecard;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The parts into which raters and ratees fall, two of them being linked where one reviews the other; and the pairs that
 * could go without splitting a part (those on a circle: Tarjan 1974, doi:10.1016/0020-0190(74)90003-9).
 */
final class ReviewLinks {
    private final int raters;
    private final int ratees;
    private final BitSet[] pairs;
    private final int[] root;
    private int parts;

    ReviewLinks(int raters, int ratees, BitSet[] pairs) {
        this.raters = raters;
        this.ratees = ratees;
        this.pairs = pairs;
        root = new int[raters + ratees];
        Arrays.setAll(root, i -> i);
        parts = root.length;
        for (int rater = 0; rater < raters && parts > 1; rater++) {
            BitSet row = pairs[rater];
            for (int ratee = row.nextSetBit(0); ratee >= 0; ratee = row.nextSetBit(ratee + 1)) {
                int one = find(rater);
                int other = find(raters + ratee);
                if (one != other) {
                    root[Math.max(one, other)] = Math.min(one, other);
                    parts--;
                }
            }
        }
    }

    private int find(int node) {
        int at = node;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }

    int parts() {
        return parts;
    }

    int part(int rater) {
        return find(rater);
    }

    /** All pairs, as rater x ratees + ratee. */
    int[] pairs() {
        int[] all = new int[Arrays.stream(pairs).mapToInt(BitSet::cardinality).sum()];
        int n = 0;
        for (int rater = 0; rater < raters; rater++) {
            BitSet row = pairs[rater];
            for (int ratee = row.nextSetBit(0); ratee >= 0; ratee = row.nextSetBit(ratee + 1)) {
                all[n++] = rater * ratees + ratee;
            }
        }
        return all;
    }

    /** The pairs that may go: a walk in depth, by hand since a path may be as long as there are people. */
    int[] spare() {
        int nodes = raters + ratees;
        int[] all = pairs();
        int[] first = new int[nodes + 1];
        for (int pair : all) {
            first[pair / ratees + 1]++;
            first[raters + pair % ratees + 1]++;
        }
        for (int node = 0; node < nodes; node++) {
            first[node + 1] += first[node];
        }
        int[] edges = new int[2 * all.length];
        int[] next = Arrays.copyOf(first, nodes);
        for (int edge = 0; edge < all.length; edge++) {
            edges[next[all[edge] / ratees]++] = edge;
            edges[next[raters + all[edge] % ratees]++] = edge;
        }
        int[] seen = new int[nodes];
        int[] low = new int[nodes];
        int[] parent = new int[nodes];
        int[] at = Arrays.copyOf(first, nodes);
        boolean[] bridge = new boolean[all.length];
        int clock = 0;
        int[] stack = new int[nodes];
        for (int start = 0; start < nodes; start++) {
            if (seen[start] > 0) {
                continue;
            }
            int depth = 0;
            stack[0] = start;
            parent[start] = -1;
            seen[start] = low[start] = ++clock;
            while (depth >= 0) {
                int node = stack[depth];
                if (at[node] < first[node + 1]) {
                    int edge = edges[at[node]++];
                    int other = node < raters ? raters + all[edge] % ratees : all[edge] / ratees;
                    if (edge != parent[node]) {
                        if (seen[other] == 0) {
                            parent[other] = edge;
                            seen[other] = low[other] = ++clock;
                            stack[++depth] = other;
                        } else {
                            low[node] = Math.min(low[node], seen[other]);
                        }
                    }
                } else {
                    depth--;
                    if (depth >= 0) {
                        int above = stack[depth];
                        low[above] = Math.min(low[above], low[node]);
                        bridge[parent[node]] = low[node] > seen[above];
                    }
                }
            }
        }
        int[] spare = new int[all.length];
        int n = 0;
        for (int edge = 0; edge < all.length; edge++) {
            if (!bridge[edge]) {
                spare[n++] = all[edge];
            }
        }
        return Arrays.copyOf(spare, n);
    }
}
