package io.coaching.scorecard;

import io.coaching.base.Estimate;
import io.coaching.base.Interval;
import io.coaching.base.Known;
import io.coaching.base.Percent;
import io.coaching.base.Reason;
import io.coaching.stats.ProportionInterval;

/** So many of so many, as an answer with its Wilson interval. */
final class CountedShare {
    static final Percent LEVEL = Percent.of(95);

    private CountedShare() {}

    static Estimate of(long part, long all, String method, String counted, Reason whereNone) {
        if (all == 0) {
            return Estimate.undefined(whereNone);
        }
        Known.Builder known =
                Known.builder().value((double) part / all).method(method).n(all, counted);
        ProportionInterval.WILSON
                .of(part, all, LEVEL.fraction())
                .ifPresent(l -> known.interval(Interval.confidence(l.low(), l.high(), LEVEL, "Wilson")));
        return known.build();
    }
}
