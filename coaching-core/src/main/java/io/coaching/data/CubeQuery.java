package io.coaching.data;

import io.coaching.internal.check.Checks;
import io.coaching.internal.parallel.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The question which aggregates a table has by measure, person or group, and period.
 *
 * <p>Starts with {@link FactTable#cube}: all measures, by person, every fact, in the calling thread. Each refinement
 * returns a new question; {@link #build()} answers. One pass over the facts of the measures asked for.
 *
 * <p>Immutable.
 */
public final class CubeQuery {
    private static final int ALL_SLICES = -1;

    private final FactTable table;
    private final int[] bounds;
    /** In the order of ids; null for all. */
    private final int @Nullable [] measures;

    private final int slice;
    private final @Nullable Stints stints;
    private final Workers workers;

    private CubeQuery(
            FactTable table,
            int[] bounds,
            int @Nullable [] measures,
            int slice,
            @Nullable Stints stints,
            Workers workers) {
        this.table = table;
        this.bounds = bounds;
        this.measures = measures;
        this.slice = slice;
        this.stints = stints;
        this.workers = workers;
    }

    static CubeQuery of(FactTable table, int[] bounds) {
        return new CubeQuery(table, KpiCube.checked(bounds.clone()), null, ALL_SLICES, null, Workers.caller());
    }

    /**
     * Asks for some measures only; the others have no cells in the answer.
     *
     * @param wanted ids of measures
     * @return the refined question
     */
    public CubeQuery measures(int... wanted) {
        for (int measure : wanted) {
            Checks.inRange(measure, 0, table.measures() - 1, "measure");
        }
        return new CubeQuery(table, bounds, wanted.clone(), slice, stints, workers);
    }

    /**
     * Counts only facts of one slice.
     *
     * @param wanted the slice; 0 asks for facts that belong to none
     * @return the refined question
     */
    public CubeQuery slice(int wanted) {
        Checks.inRange(wanted, 0, FactTable.MAX_SLICE, "slice");
        return new CubeQuery(table, bounds, measures, wanted, stints, workers);
    }

    /**
     * Makes groups the rows of the cube in place of persons: each fact counts for the group that its person belonged
     * to on its day. Facts of persons in no group do not count.
     *
     * @param groups who belonged to which group when
     * @return the refined question
     */
    public CubeQuery byGroup(Stints groups) {
        return new CubeQuery(table, bounds, measures, slice, groups, workers);
    }

    /**
     * Works on several threads; the answer is the same for any number.
     *
     * @param executor runs the work beside the calling thread
     * @param parallelism how many threads work at most, the calling one included
     * @return the refined question
     */
    public CubeQuery on(Executor executor, int parallelism) {
        return new CubeQuery(table, bounds, measures, slice, stints, Workers.on(executor, parallelism));
    }

    /**
     * Answers.
     *
     * @return the cube
     * @throws ArithmeticException if the squares of a cell outgrow 128 bits
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public KpiCube build() {
        char[] periodOf = new char[bounds[bounds.length - 1] - bounds[0]];
        for (int p = 0; p + 1 < bounds.length; p++) {
            Arrays.fill(periodOf, bounds[p] - bounds[0], bounds[p + 1] - bounds[0], (char) p);
        }
        boolean[] wanted = new boolean[table.measures()];
        if (measures == null) {
            Arrays.fill(wanted, true);
        } else {
            for (int measure : measures) {
                wanted[measure] = true;
            }
        }
        CubeTile[][] tiles = stints == null ? byPerson(wanted, periodOf) : byGroup(stints, wanted, periodOf);
        return new KpiCube(bounds, tiles);
    }

    private CubeTile[][] byPerson(boolean[] wanted, char[] periodOf) {
        int n = wanted.length;
        @Nullable CubeTile[][] cut = new CubeTile[n][];
        TileTasks tasks = new TileTasks(n, m -> wanted[m] ? table.tiles[m].length : 0);
        for (int m = 0; m < n; m++) {
            cut[m] = new CubeTile[wanted[m] ? table.tiles[m].length : 0];
        }
        Spares<TileScan> scans = new Spares<>(() -> new TileScan(bounds, periodOf, slice));
        workers.run(tasks.size(), task -> {
            int m = tasks.measure(task);
            int t = tasks.tile(task);
            TileScan scan = scans.take();
            cut[m][t] = scan.cells(table.tiles[m][t]);
            scans.giveBack(scan);
        });
        CubeTile[][] result = new CubeTile[n][];
        for (int m = 0; m < n; m++) {
            result[m] = withoutNulls(cut[m]);
        }
        return result;
    }

    private static CubeTile[] withoutNulls(@Nullable CubeTile[] tiles) {
        List<CubeTile> present = new ArrayList<>(tiles.length);
        for (CubeTile tile : tiles) {
            if (tile != null) {
                present.add(tile);
            }
        }
        return present.toArray(new CubeTile[0]);
    }

    private int countTiles(boolean[] wanted) {
        int tiles = 0;
        for (int m = 0; m < wanted.length; m++) {
            tiles += wanted[m] ? table.tiles[m].length : 0;
        }
        return tiles;
    }

    /** Tiles of one measure that a task scans. */
    private record Piece(int measure, int from, int to) {}

    private CubeTile[][] byGroup(Stints groups, boolean[] wanted, char[] periodOf) {
        int n = wanted.length;
        int perPiece = Math.max(1, countTiles(wanted) / (4 * workers.parallelism()) + 1);
        List<Piece> pieces = new ArrayList<>();
        for (int m = 0; m < n; m++) {
            int size = wanted[m] ? table.tiles[m].length : 0;
            for (int t = 0; t < size; t += perPiece) {
                pieces.add(new Piece(m, t, Math.min(size, t + perPiece)));
            }
        }
        DenseCells[] dense = new DenseCells[pieces.size()];
        Spares<TileScan> scans = new Spares<>(() -> new TileScan(bounds, periodOf, slice));
        workers.run(dense.length, task -> {
            Piece piece = pieces.get(task);
            DenseCells cells = new DenseCells(groups.groupCount, bounds.length - 1);
            TileScan scan = scans.take();
            for (int t = piece.from; t < piece.to; t++) {
                scan.addTo(cells, table.tiles[piece.measure][t], groups);
            }
            scans.giveBack(scan);
            dense[task] = cells;
        });
        CubeTile[][] result = new CubeTile[n][];
        workers.run(n, m -> {
            List<DenseCells> parts = new ArrayList<>();
            for (int i = 0; i < dense.length; i++) {
                if (pieces.get(i).measure == m) {
                    parts.add(dense[i]);
                }
            }
            result[m] = parts.isEmpty() ? new CubeTile[0] : DenseCells.pack(parts);
        });
        return result;
    }
}
