package io.coaching.scorecard;

import io.coaching.base.Estimate;
import io.coaching.base.Interval;
import io.coaching.base.Known;
import io.coaching.base.Percent;
import io.coaching.base.Reason;
import io.coaching.internal.check.Checks;
import io.coaching.stats.ProportionInterval;

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
        if (eligible == 0) {
            return Estimate.undefined(Reason.NO_EXPOSURE);
        }
        Percent level = Percent.of(95);
        Known.Builder known = Known.builder()
                .value((double) active / eligible)
                .method("people who took part / people eligible")
                .n(eligible, "persons");
        ProportionInterval.WILSON
                .of(active, eligible, level.fraction())
                .ifPresent(l -> known.interval(Interval.confidence(l.low(), l.high(), level, "Wilson")));
        return known.build();
    }

    @Override
    public String toString() {
        return active + " of " + eligible + (beyond > 0 ? ", and " + beyond + " unasked" : "");
    }
}
