package io.coaching.benchmark;

import io.coaching.base.Band;

/** Where someone stands against a yardstick, once the evidence has been weighed. */
public enum Standing {
    /** Better than the yardstick, for sure and by enough to matter. */
    AHEAD(Band.GREEN),
    /** About as good: any difference is, for sure, too small to matter, or it lies between the limits of a fixed rule. */
    CLOSE(Band.YELLOW),
    /** The evidence does not tell: better, worse and the same are all still possible. */
    NOT_DISTINGUISHABLE(Band.YELLOW),
    /** Worse than the yardstick, for sure and by enough to matter. */
    BEHIND(Band.RED),
    /** There is nothing to decide on; the verdict gives the reason. */
    NO_VERDICT(Band.NONE);

    private final Band band;

    Standing(Band band) {
        this.band = band;
    }

    /**
     * The colour that goes with it.
     *
     * @return green ahead, red behind, yellow for both kinds of neither, none without a verdict
     */
    public Band band() {
        return band;
    }

    /**
     * Whether it is news: ahead or behind.
     *
     * @return true if so
     */
    public boolean isFlag() {
        return this == AHEAD || this == BEHIND;
    }
}
