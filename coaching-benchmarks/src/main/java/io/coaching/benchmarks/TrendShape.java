package io.coaching.benchmarks;

/** How many weekly series of how many weeks, before one week in ten goes missing. */
public enum TrendShape {
    /** W3. */
    FULL(200_000, 52),
    /** For a quick look. */
    QUICK(10_000, 52),
    /** Small enough to be checked pair by pair. */
    TINY(400, 52);

    final int series;
    final int weeks;

    TrendShape(int series, int weeks) {
        this.series = series;
        this.weeks = weeks;
    }
}
