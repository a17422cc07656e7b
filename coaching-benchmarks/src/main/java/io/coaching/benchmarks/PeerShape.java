package io.coaching.benchmarks;

/** How many reps, KPIs, quarters and peer groups a quarter; one value for each rep, KPI and quarter. */
public enum PeerShape {
    /** W2: 2.4 million values in 9,600 groups of 250 on average. */
    FULL(10_000, 20, 12, 40),
    /** 60,000 values in 240 groups of the same size, for a quick look. */
    QUICK(1_000, 10, 6, 4),
    /** Small enough to be checked value by value. */
    TINY(60, 4, 2, 5);

    final int reps;
    final int kpis;
    final int quarters;
    final int groups;

    PeerShape(int reps, int kpis, int quarters, int groups) {
        this.reps = reps;
        this.kpis = kpis;
        this.quarters = quarters;
        this.groups = groups;
    }
}
