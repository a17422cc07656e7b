package io.coaching.data;

import java.util.ArrayList;
import java.util.List;

/** Packs rows of cells, which come in ascending order, into tiles. */
final class CubeWriter {
    final CellBuffer cells = new CellBuffer();
    private final List<CubeTile> tiles = new ArrayList<>();

    void startRow(int row) {
        if (cells.size >= CubeTile.FULL) {
            flush();
        }
        cells.startRow(row);
    }

    void endRow() {
        cells.endRow();
    }

    private void flush() {
        if (cells.size > 0) {
            tiles.add(CubeTile.pack(cells));
        }
        cells.clear();
    }

    CubeTile[] finish() {
        flush();
        return tiles.toArray(new CubeTile[0]);
    }
}
