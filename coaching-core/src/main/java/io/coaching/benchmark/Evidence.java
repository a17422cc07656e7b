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
        if (sample instanceof Sample.Proportion p) {
            return (double) p.successes() / p.trials();
        } else if (sample instanceof Sample.Mean m) {
            return m.mean();
        } else if (sample instanceof Sample.Total t) {
            return t.total() / t.exposure();
        } else if (sample instanceof Sample.Ratio r) {
            return r.numerator() / r.denominator();
        } else if (sample instanceof Sample.Quantile q) {
            return q.value();
        } else if (sample instanceof Sample.Level l) {
            return l.value();
        } else if (sample instanceof Sample.Derived d) {
            return d.value();
        }
        throw new IllegalArgumentException("sample must have a value: " + sample);
    }

    static long n(Sample sample) {
        if (sample instanceof Sample.Proportion p) {
            return p.trials();
        } else if (sample instanceof Sample.Mean m) {
            return m.n();
        } else if (sample instanceof Sample.Total t) {
            return t.n();
        } else if (sample instanceof Sample.Ratio r) {
            return r.n();
        } else if (sample instanceof Sample.Quantile q) {
            return q.n();
        } else if (sample instanceof Sample.Level l) {
            return l.n();
        }
        return sample instanceof Sample.Derived d ? d.n() : 0;
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
