package io.coaching.scorecard;

import io.coaching.base.Estimate;
import io.coaching.base.Reason;
import io.coaching.internal.check.Checks;

/**
 * How many of those who could take part did.
 *
 * @param active how many people took part, of those eligible
 * @param eligible how many could
 * @param beyond how many took part though nobody had asked them
 */
public record Participation(int active, int eligible, int beyond) {
    /**
     * Checks the counts.
     *
     * @param active how many took part
     * @param eligible how many could
     * @param beyond how many did unasked
     */
    public Participation {
        Checks.atLeast(eligible, 0, "eligible");
        Checks.inRange(active, 0, eligible, "active");
        Checks.atLeast(beyond, 0, "beyond");
    }

    /**
     * The share of those eligible who took part.
     *
     * @return the share with its Wilson interval; undefined where nobody was eligible
     */
    public Estimate rate() {
        return CountedShare.of(
                active, eligible, "people who took part / people eligible", "persons", Reason.NO_EXPOSURE);
    }

    @Override
    public String toString() {
        return active + " of " + eligible + (beyond > 0 ? ", and " + beyond + " unasked" : "");
    }
}
