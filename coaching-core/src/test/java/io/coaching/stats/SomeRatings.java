package io.coaching.stats;

import java.util.stream.IntStream;

/** Ratings of published cases, and a short way to write a table down. */
final class SomeRatings {
    /** Krippendorff 2011, Computing Krippendorff's Alpha-Reliability: 4 observers, 12 units, a dot where nothing was rated. */
    static final Ratings KRIPPENDORFF = byRater("123321412...", "1233224125..", ".33323422513", "12332441251.");

    private SomeRatings() {}

    /** A row for each rater, a character for each subject. */
    static Ratings byRater(String... rows) {
        int[][] cells = IntStream.range(0, rows.length)
                .boxed()
                .flatMap(r -> IntStream.range(0, rows[r].length())
                        .filter(s -> rows[r].charAt(s) != '.')
                        .mapToObj(s -> new int[] {s, r, rows[r].charAt(s) - '0'}))
                .toArray(int[][]::new);
        return ofCells(cells);
    }

    /** A row for each subject, a column for each rater. */
    static Ratings bySubject(int[]... rows) {
        int[][] cells = IntStream.range(0, rows.length)
                .boxed()
                .flatMap(s -> IntStream.range(0, rows[s].length).mapToObj(r -> new int[] {s, r, rows[s][r]}))
                .toArray(int[][]::new);
        return ofCells(cells);
    }

    /** Counts of levels for each subject, as Fleiss prints them; the raters of a subject are nobody in particular. */
    static Ratings byCounts(String... rows) {
        int[][] cells = IntStream.range(0, rows.length)
                .boxed()
                .flatMap(s -> {
                    int[] levels = IntStream.range(0, rows[s].length())
                            .flatMap(k ->
                                    IntStream.range(0, rows[s].charAt(k) - '0').map(i -> k))
                            .toArray();
                    return IntStream.range(0, levels.length).mapToObj(r -> new int[] {s, r, levels[r]});
                })
                .toArray(int[][]::new);
        return ofCells(cells);
    }

    /** Cells of subject, rater and value. */
    static Ratings ofCells(int[]... cells) {
        return Ratings.of(column(cells, 0), column(cells, 1), column(cells, 2));
    }

    private static int[] column(int[][] cells, int k) {
        return IntStream.range(0, cells.length).map(i -> cells[i][k]).toArray();
    }
}
