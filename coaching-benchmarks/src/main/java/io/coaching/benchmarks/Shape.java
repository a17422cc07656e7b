package io.coaching.benchmarks;

/** How many observations of how many reps; always 20 KPIs and three years of days. */
public enum Shape {
    /** Ten million observations of ten thousand reps: about one in a cell. */
    W1(10_000_000, 10_000),
    /** Ten million observations of two hundred reps: about sixteen in a cell. */
    W1S(10_000_000, 200),
    /** A million observations of two thousand reps: to be read from a file. */
    W5(1_000_000, 2_000),
    /** A hundredth of W1, for a quick look. */
    QUICK(100_000, 100),
    /** Small enough to be checked cell by cell. */
    TINY(3_000, 7);

    final int rows;
    final int persons;

    Shape(int rows, int persons) {
        this.rows = rows;
        this.persons = persons;
    }
}
