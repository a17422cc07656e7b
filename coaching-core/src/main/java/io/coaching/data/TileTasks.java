package io.coaching.data;

import java.util.function.IntUnaryOperator;

/** Numbers the tiles of all measures, so that each is a task of its own. */
final class TileTasks {
    private final int[] measures;
    private final int[] tiles;

    TileTasks(int measureCount, IntUnaryOperator tilesOf) {
        int n = 0;
        for (int m = 0; m < measureCount; m++) {
            n += tilesOf.applyAsInt(m);
        }
        measures = new int[n];
        tiles = new int[n];
        int at = 0;
        for (int m = 0; m < measureCount; m++) {
            int size = tilesOf.applyAsInt(m);
            for (int t = 0; t < size; t++) {
                measures[at] = m;
                tiles[at++] = t;
            }
        }
    }

    int size() {
        return measures.length;
    }

    int measure(int task) {
        return measures[task];
    }

    int tile(int task) {
        return tiles[task];
    }
}
