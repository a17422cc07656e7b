package io.coaching.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Splits CSV into rows of cells, as RFC 4180 has it, and gets over damage.
 *
 * <p>A row that cannot be read is one row, refused. Where a quote is never closed, the row ends with the line in which
 * that quote was opened, and reading goes on with the next line: a stray quote costs one line and not the rest of the
 * file. Still every byte is looked at no more than a few times, for between a quote that is not closed and the end there
 * are only doubled quotes, none of which opens another such search.
 */
final class CsvSplitter {
    /** Cells of the row: {@code [from, to)} in the bytes of the source. */
    int[] from = new int[16];

    int[] to = new int[16];
    /** Whether doubled quotes in the cell stand for one. */
    boolean[] doubled = new boolean[16];

    int cells;
    /** Where the row is: {@code [rowFrom, rowTo)}. */
    int rowFrom;

    int rowTo;
    /** The line that the row begins on, from 1. */
    long line = 1;
    /** Why the row cannot be read; null if it can. */
    @Nullable
    String fault;

    private final ByteSource source;
    private final byte delimiter;
    private final int maxRow;
    private final int maxCells;
    private long nextLine = 1;
    /** Whether the window ends within a line that is to be left out. */
    private boolean lineGoesOn;

    CsvSplitter(ByteSource source, char delimiter, ReadLimits limits) {
        this.source = source;
        this.delimiter = (byte) delimiter;
        this.maxRow = limits.rowLength();
        this.maxCells = limits.columns();
    }

    /** Moves to the next row that is not blank. Returns false at the end. */
    boolean next() {
        while (true) {
            if (lineGoesOn) {
                lineGoesOn = false;
                source.skipLine();
            }
            if (source.at >= source.end && !source.fill()) {
                return false;
            }
            if (!split()) {
                return false; // cut in the middle
            }
            if (fault != null || !isBlank()) {
                return true;
            }
        }
    }

    /** Somebody else has read a row of one line. */
    void skippedLine() {
        nextLine++;
    }

    private boolean isBlank() {
        if (cells > 1) {
            return false;
        }
        for (int i = rowFrom; i < rowTo; i++) {
            byte b = source.bytes[i];
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    private boolean split() {
        line = nextLine;
        fault = null;
        int p = source.at;
        rowFrom = p;
        cells = 0;
        int linesWithin = 0;
        byte[] b = source.bytes;
        while (true) { // one cell each time
            int cellFrom = p;
            boolean hasDoubled = false;
            int cellTo;
            if (p < source.end && b[p] == '"') {
                int opened = p;
                cellFrom = ++p;
                while (true) { // to the closing quote
                    while (p < source.end && b[p] != '"') {
                        if (b[p] == '\n') {
                            linesWithin++;
                        }
                        p++;
                    }
                    if (p + 1 >= source.end && wantsMore(p)) {
                        return again();
                    }
                    if (p >= source.end || p - rowFrom > maxRow) {
                        if (source.isCut() && p >= source.end) {
                            return false;
                        }
                        return refuse(opened, "its quote is not closed");
                    }
                    if (p + 1 < source.end && b[p + 1] == '"') {
                        hasDoubled = true;
                        p += 2;
                        continue;
                    }
                    break;
                }
                cellTo = p++;
                boolean ends = p >= source.end
                        || b[p] == delimiter
                        || b[p] == '\n'
                        || (b[p] == '\r' && (p + 1 >= source.end || b[p + 1] == '\n'));
                if (p + 1 >= source.end && wantsMore(p)) {
                    return again();
                }
                if (!ends) {
                    return refuse(p, "there is text behind a closing quote");
                }
                add(cellFrom, cellTo, hasDoubled);
                if (p < source.end && b[p] == '\r') {
                    p++;
                }
            } else {
                while (p < source.end && b[p] != delimiter && b[p] != '\n') {
                    p++;
                }
                if (p >= source.end && wantsMore(p)) {
                    return again();
                }
                cellTo = p;
                boolean atLineEnd = p >= source.end || b[p] == '\n';
                if (atLineEnd && cellTo > cellFrom && b[cellTo - 1] == '\r') {
                    cellTo--;
                }
                add(cellFrom, cellTo, false);
            }
            if (p - rowFrom > maxRow) {
                return refuse(p, "it is longer than " + maxRow + " bytes");
            }
            if (p >= source.end || b[p] == '\n') {
                break;
            }
            p++; // the delimiter
        }
        if (p >= source.end && source.isCut()) {
            return false;
        }
        rowTo = p;
        if (cells > maxCells) {
            fault = "it has more than " + maxCells + " cells";
        }
        nextLine = line + linesWithin + 1;
        source.at = Math.min(p + 1, source.end);
        return true;
    }

    private boolean wantsMore(int p) {
        return !source.exhausted && p - rowFrom <= maxRow;
    }

    /** Splits the row once more, with more bytes behind it or with none left in the stream: it may have moved. */
    private boolean again() {
        source.at = rowFrom;
        boolean unused = source.fill();
        return split();
    }

    private void add(int cellFrom, int cellTo, boolean hasDoubled) {
        if (cells <= maxCells) {
            if (cells == from.length) {
                from = Arrays.copyOf(from, 2 * cells);
                to = Arrays.copyOf(to, 2 * cells);
                doubled = Arrays.copyOf(doubled, 2 * cells);
            }
            from[cells] = cellFrom;
            to[cells] = cellTo;
            doubled[cells] = hasDoubled;
            cells++;
        }
    }

    /** Ends the row with the line that a place is on. */
    private boolean refuse(int place, String why) {
        fault = why;
        cells = 0;
        rowTo = Math.min(place + 1, source.end);
        nextLine = line + 1;
        for (int i = rowFrom; i < Math.min(place, source.end); i++) {
            if (source.bytes[i] == '\n') {
                nextLine++;
            }
        }
        int lf = source.lineFeed(Math.min(place, source.end));
        source.at = Math.min(lf + 1, source.end);
        lineGoesOn = lf == source.end && !source.exhausted;
        return true;
    }
}
