package io.coaching.json;

import tools.jackson.core.StreamReadConstraints;

/**
 * How much input is taken, so that nobody's file can exhaust a host. What exceeds the limits of a row is refused as that
 * row; what exceeds the limits of the input ends the reading with a problem.
 *
 * @param depth how deeply objects and arrays may be nested
 * @param rowLength the longest row (a line of NDJSON, a record of CSV), in bytes; also the longest text in a document
 * @param numberLength the longest number, in characters
 * @param columns the most columns of a CSV file
 * @param documentLength the longest document or stream, in bytes
 * @param rows the most rows
 * @param problems how many problems are kept: all are counted
 */
public record ReadLimits(
        int depth, int rowLength, int numberLength, int columns, long documentLength, long rows, int problems) {
    /**
     * Depth 100, rows of a mebibyte, numbers of 100 characters, 1,000 columns, 4 GiB, 100 million rows, and 1,000 problems
     * kept.
     */
    public static final ReadLimits DEFAULT = new ReadLimits(100, 1 << 20, 100, 1_000, 4L << 30, 100_000_000L, 1_000);

    /**
     * Rejects limits below 1.
     *
     * @param depth how deeply objects and arrays may be nested
     * @param rowLength the longest row, in bytes, at most 256 MiB
     * @param numberLength the longest number, in characters
     * @param columns the most columns
     * @param documentLength the longest document or stream, in bytes
     * @param rows the most rows
     * @param problems how many problems are kept, 0 or more
     */
    public ReadLimits {
        atLeast(depth, 1, "depth");
        atLeast(rowLength, 1, "rowLength");
        if (rowLength > 1 << 28) {
            throw new IllegalArgumentException("rowLength must be at most 2^28 bytes: " + rowLength);
        }
        atLeast(numberLength, 1, "numberLength");
        atLeast(columns, 1, "columns");
        atLeast(documentLength, 1, "documentLength");
        atLeast(rows, 1, "rows");
        atLeast(problems, 0, "problems");
    }

    private static void atLeast(long value, long low, String name) {
        if (value < low) {
            throw new IllegalArgumentException(name + " must be at least " + low + ": " + value);
        }
    }

    /**
     * Returns these limits with another depth.
     *
     * @param levels how deeply objects and arrays may be nested
     * @return the limits
     */
    public ReadLimits withDepth(int levels) {
        return new ReadLimits(levels, rowLength, numberLength, columns, documentLength, rows, problems);
    }

    /**
     * Returns these limits with another length of rows.
     *
     * @param bytes the longest row, in bytes
     * @return the limits
     */
    public ReadLimits withRowLength(int bytes) {
        return new ReadLimits(depth, bytes, numberLength, columns, documentLength, rows, problems);
    }

    /**
     * Returns these limits with another length of numbers.
     *
     * @param characters the longest number, in characters
     * @return the limits
     */
    public ReadLimits withNumberLength(int characters) {
        return new ReadLimits(depth, rowLength, characters, columns, documentLength, rows, problems);
    }

    /**
     * Returns these limits with another number of columns.
     *
     * @param most the most columns
     * @return the limits
     */
    public ReadLimits withColumns(int most) {
        return new ReadLimits(depth, rowLength, numberLength, most, documentLength, rows, problems);
    }

    /**
     * Returns these limits with another length of documents.
     *
     * @param bytes the longest document or stream, in bytes
     * @return the limits
     */
    public ReadLimits withDocumentLength(long bytes) {
        return new ReadLimits(depth, rowLength, numberLength, columns, bytes, rows, problems);
    }

    /**
     * Returns these limits with another number of rows.
     *
     * @param most the most rows
     * @return the limits
     */
    public ReadLimits withRows(long most) {
        return new ReadLimits(depth, rowLength, numberLength, columns, documentLength, most, problems);
    }

    /**
     * Returns these limits with another number of problems kept.
     *
     * @param most how many problems are kept
     * @return the limits
     */
    public ReadLimits withProblems(int most) {
        return new ReadLimits(depth, rowLength, numberLength, columns, documentLength, rows, most);
    }

    StreamReadConstraints constraints() {
        return StreamReadConstraints.builder()
                .maxNestingDepth(depth)
                .maxStringLength(rowLength)
                .maxNameLength(Math.min(rowLength, 1_000))
                .maxNumberLength(numberLength)
                .maxDocumentLength(documentLength)
                .build();
    }
}
