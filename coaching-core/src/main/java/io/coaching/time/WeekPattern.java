package io.coaching.time;

import io.coaching.internal.check.Checks;

/** How the thirteen weeks of a quarter are shared out to its three periods. */
public enum WeekPattern {
    /** Four, four and five weeks. */
    WEEKS_4_4_5(4, 4, 5),
    /** Four, five and four weeks: the retail calendar. */
    WEEKS_4_5_4(4, 5, 4),
    /** Five, four and four weeks. */
    WEEKS_5_4_4(5, 4, 4);

    private final int first;
    private final int second;
    private final int third;

    WeekPattern(int first, int second, int third) {
        this.first = first;
        this.second = second;
        this.third = third;
    }

    /**
     * The weeks of a period in a year of 52 weeks.
     *
     * @param period the period of the year, 1 to 12
     * @return 4 or 5
     */
    public int weeks(int period) {
        Checks.inRange(period, 1, 12, "period");
        return switch ((period - 1) % 3) {
            case 0 -> first;
            case 1 -> second;
            default -> third;
        };
    }
}
