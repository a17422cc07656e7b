package io.coaching.benchmark;

import io.coaching.base.Reason;
import io.coaching.data.Sample;

/** What a sample is worth in a comparison: its value for a unit of exposure, and what that stands on. */
final class Evidence {
    private Evidence() {}

    static boolean isEvidence(Sample sample) {
        return !(sample instanceof Sample.None);
    }

    static Reason whyNot(Sample sample) {
        return sample instanceof Sample.None none ? none.reason() : Reason.NO_DATA;
    }

    /** The value that is compared: totals for a unit of exposure, everything else as it is. */
    static double value(Sample sample) {
        return sample.perExposure()
                .orElseThrow(() -> new IllegalArgumentException("sample must have a value: " + sample));
    }

    /** Successes, or events. */
    static long count(Sample sample) {
        if (sample instanceof Sample.Proportion p) {
            return p.successes();
        }
        return Math.round(((Sample.Total) sample).total());
    }

    /** Trials, or exposure. */
    static double size(Sample sample) {
        return sample instanceof Sample.Proportion p ? p.trials() : ((Sample.Total) sample).exposure();
    }
}
