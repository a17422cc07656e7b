package io.coaching.internal.text;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;

/** A plain-text table: columns of equal width, numbers to the right, no line longer than needed, no trailing blanks. */
public final class TextTable {
    private final List<String> heads;
    private final boolean[] right;
    private final List<List<String>> rows = new ArrayList<>();

    private TextTable(List<String> heads) {
        this.right = new boolean[heads.size()];
        var names = new ArrayList<String>();
        for (int i = 0; i < heads.size(); i++) {
            right[i] = heads.get(i).startsWith(">");
            names.add(right[i] ? heads.get(i).substring(1) : heads.get(i));
        }
        this.heads = List.copyOf(names);
    }

    /** Starts a table; a head that begins with {@code >} stands over a column of numbers. */
    public static TextTable of(String... heads) {
        return new TextTable(List.of(heads));
    }

    /** Starts a table; a head that begins with {@code >} stands over a column of numbers. */
    public static TextTable of(List<String> heads) {
        return new TextTable(heads);
    }

    /** Adds a row, with a cell for each head. */
    @CanIgnoreReturnValue
    public TextTable row(String... cells) {
        return row(List.of(cells));
    }

    /** Adds a row, with a cell for each head. */
    @CanIgnoreReturnValue
    public TextTable row(List<String> cells) {
        if (cells.size() != heads.size()) {
            throw new IllegalArgumentException("row must have " + heads.size() + " cells: " + cells);
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    @Override
    public String toString() {
        int[] widths = new int[heads.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = width(heads.get(i));
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        var out = new StringBuilder();
        line(out, heads, widths);
        var rule = new ArrayList<String>();
        for (int width : widths) {
            rule.add("-".repeat(width));
        }
        line(out, rule, widths);
        for (List<String> row : rows) {
            line(out, row, widths);
        }
        return out.toString();
    }

    private void line(StringBuilder out, List<String> cells, int[] widths) {
        int begin = out.length();
        for (int i = 0; i < widths.length; i++) {
            if (i > 0) {
                out.append("  ");
            }
            String pad = " ".repeat(widths[i] - width(cells.get(i)));
            out.append(right[i] ? pad + cells.get(i) : cells.get(i) + pad);
        }
        int end = out.length();
        while (end > begin && out.charAt(end - 1) == ' ') {
            end--;
        }
        out.setLength(end);
        out.append('\n');
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
