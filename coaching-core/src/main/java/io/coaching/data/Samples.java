package io.coaching.data;

import java.util.OptionalDouble;

/** What all kinds of samples have in common. */
final class Samples {
    private Samples() {}

    static OptionalDouble value(Sample sample) {
        if (sample instanceof Sample.Proportion p) {
            return OptionalDouble.of((double) p.successes() / p.trials());
        } else if (sample instanceof Sample.Mean m) {
            return OptionalDouble.of(m.mean());
        } else if (sample instanceof Sample.Total t) {
            return OptionalDouble.of(t.total());
        } else if (sample instanceof Sample.Ratio r) {
            return OptionalDouble.of(r.numerator() / r.denominator());
        } else if (sample instanceof Sample.Quantile q) {
            return OptionalDouble.of(q.value());
        } else if (sample instanceof Sample.Level l) {
            return OptionalDouble.of(l.value());
        } else if (sample instanceof Sample.Derived d) {
            return OptionalDouble.of(d.value());
        }
        return OptionalDouble.empty();
    }

    /** The sampling variance of the value; empty where none is known. */
    static OptionalDouble variance(Sample sample) {
        if (sample instanceof Sample.Proportion p) {
            double share = (double) p.successes() / p.trials();
            return OptionalDouble.of(share * (1 - share) / p.trials());
        } else if (sample instanceof Sample.Mean m) {
            return m.variance().isPresent() ? OptionalDouble.of(m.variance().getAsDouble() / m.n()) : m.variance();
        } else if (sample instanceof Sample.Total t) {
            return OptionalDouble.of(t.variance());
        } else if (sample instanceof Sample.Ratio r) {
            return r.variance();
        } else if (sample instanceof Sample.Quantile q) {
            return q.variance();
        } else if (sample instanceof Sample.Level l) {
            return l.variance();
        } else if (sample instanceof Sample.Derived d) {
            return d.variance();
        }
        return OptionalDouble.empty();
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

    /** Whole powers by multiplication: the same bits everywhere. */
    static double power(double value, int exponent) {
        double power = 1;
        for (int i = 0; i < Math.abs(exponent); i++) {
            power *= value;
        }
        return exponent < 0 ? 1 / power : power;
    }
}
