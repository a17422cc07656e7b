package io.coaching.benchmarks;

/** How many scorecards on how many people over how many quarters; eight ratings each. */
public enum ScorecardShape {
    /** W6: a million cards on 10,000 people over 12 quarters. */
    FULL(1_000_000, 10_000, 12),
    /** 100,000 cards, for a quick look. */
    QUICK(100_000, 2_000, 8),
    /** Small enough to be checked cell by cell. */
    TINY(3_000, 40, 3);

    final int cards;
    final int people;
    final int quarters;

    ScorecardShape(int cards, int people, int quarters) {
        this.cards = cards;
        this.people = people;
        this.quarters = quarters;
    }
}
