package io.coaching.base;

import com.google.common.collect.ImmutableMap;
import io.coaching.internal.check.Checks;
import io.coaching.internal.text.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Tidy rows: one observation a row, one variable a column, for CSV and for scripts.
 *
 * <p>Cells are strings, numbers, booleans or days; what is absent has no cell, so that a missing figure is never a 0.
 *
 * @param columns the columns, in order
 * @param rows the rows: cells by column
 */
public record Rows(List<String> columns, List<Map<String, Object>> rows) {
    /**
     * Keeps a copy.
     *
     * @param columns the columns
     * @param rows the rows
     */
    public Rows {
        columns = List.copyOf(columns);
        var known = new LinkedHashSet<>(columns);
        var copy = new ArrayList<Map<String, Object>>(rows.size());
        for (Map<String, Object> row : rows) {
            for (String column : row.keySet()) {
                Checks.that(known.contains(column), "row must have known columns only, " + columns + ": " + column);
            }
            copy.add(ImmutableMap.copyOf(row));
        }
        rows = List.copyOf(copy);
    }

    /**
     * Returns rows.
     *
     * @param columns the columns, in order
     * @param rows the rows: cells by column
     * @return the rows
     */
    public static Rows of(List<String> columns, List<Map<String, Object>> rows) {
        return new Rows(columns, rows);
    }

    /**
     * The rows as a plain-text table.
     *
     * @return the table
     */
    public String table() {
        TextTable table = TextTable.of(columns);
        for (Map<String, Object> row : rows) {
            table.row(columns.stream()
                    .map(column -> {
                        Object cell = row.get(column);
                        return cell == null ? "" : cell.toString();
                    })
                    .toList());
        }
        return table.toString();
    }

    @Override
    public String toString() {
        return rows.size() + " rows of " + columns;
    }
}
