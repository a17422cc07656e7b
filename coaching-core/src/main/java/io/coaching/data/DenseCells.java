package io.coaching.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cells of few rows that are added to in any order: an accumulator per row and period, made when first needed. */
final class DenseCells {
    private final Aggregate.@Nullable Accumulator[][] rows;
    private final int periods;

    DenseCells(int rows, int periods) {
        this.rows = new Aggregate.Accumulator[rows][];
        this.periods = periods;
    }

    Aggregate.Accumulator at(int row, int period) {
        Aggregate.@Nullable Accumulator[] cells = rows[row];
        if (cells == null) {
            cells = new Aggregate.Accumulator[periods];
            rows[row] = cells;
        }
        Aggregate.Accumulator cell = cells[period];
        if (cell == null) {
            cell = new Aggregate.Accumulator();
            cells[period] = cell;
        }
        return cell;
    }

    void merge(DenseCells other) {
        for (int row = 0; row < rows.length; row++) {
            Aggregate.@Nullable Accumulator[] cells = other.rows[row];
            if (cells != null) {
                for (int period = 0; period < periods; period++) {
                    Aggregate.Accumulator cell = cells[period];
                    if (cell != null) {
                        at(row, period).merge(cell.finish());
                    }
                }
            }
        }
    }

    CubeTile[] pack() {
        CubeWriter writer = new CubeWriter();
        for (int row = 0; row < rows.length; row++) {
            Aggregate.@Nullable Accumulator[] cells = rows[row];
            if (cells != null) {
                writer.startRow(row);
                for (int period = 0; period < periods; period++) {
                    Aggregate.Accumulator cell = cells[period];
                    if (cell != null) {
                        writer.cells.add(period, cell);
                    }
                }
                writer.endRow();
            }
        }
        return writer.finish();
    }

    static CubeTile[] pack(List<DenseCells> parts) {
        DenseCells all = parts.get(0);
        for (int i = 1; i < parts.size(); i++) {
            all.merge(parts.get(i));
        }
        return all.pack();
    }
}
