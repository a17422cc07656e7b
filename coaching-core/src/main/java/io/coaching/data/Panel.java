package io.coaching.data;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.coaching.base.Estimate;
import io.coaching.base.Interval;
import io.coaching.base.Known;
import io.coaching.base.Message;
import io.coaching.base.Percent;
import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.base.Subject;
import io.coaching.internal.check.Checks;
import io.coaching.kpi.Kpi;
import io.coaching.stats.Moments;
import io.coaching.stats.ProportionInterval;
import io.coaching.stats.RateInterval;
import io.coaching.time.Span;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * One KPI of many subjects over some periods: the one input of engines. Each cell holds a value with what it stands on,
 * or the reason why there is none.
 *
 * <p>It does not know where the figures come from: a {@code CoachingData} makes panels, an engine may make one for
 * another engine, and a caller with a store of their own makes one with {@link #builder(Kpi)}.
 *
 * <p>Immutable and thread-safe. One small object a cell.
 *
 * <pre>{@code
 * Panel panel = Panel.builder(StandardKpis.WIN_RATE)
 *         .period(Span.quarter(2026, 3))
 *         .add(PersonId.of("ana"), new Sample.Proportion(12, 40))
 *         .build();
 * panel.estimate(0, 0); // 0.3 [0.1807, 0.4543] n=40
 * }</pre>
 */
public final class Panel {
    private final Kpi kpi;
    private final List<Subject> subjects;
    private final List<Span> periods;
    private final Optional<Currency> currency;
    private final Percent level;
    private final boolean events;
    private final Sample[] samples;
    private final int[] persons;
    private final Optional<String> ruler;
    private final List<Message> remarks;
    private final Map<Subject, Integer> index;

    private Panel(Builder builder) {
        kpi = builder.kpi;
        subjects = builder.samples.keySet().stream().sorted().toList();
        periods = List.copyOf(builder.periods);
        currency = Optional.ofNullable(builder.currency);
        level = builder.level;
        events = builder.events;
        ruler = Optional.ofNullable(builder.ruler);
        remarks = List.copyOf(builder.remarks);
        samples = new Sample[subjects.size() * periods.size()];
        persons = new int[samples.length];
        index = new HashMap<>();
        for (int s = 0; s < subjects.size(); s++) {
            Subject subject = subjects.get(s);
            index.put(subject, s);
            Sample[] row = builder.samples.get(subject);
            int[] heads = builder.persons.get(subject);
            for (int p = 0; p < periods.size(); p++) {
                Sample sample = row == null ? null : row[p];
                samples[s * periods.size() + p] = sample == null ? new Sample.None(Reason.NO_DATA) : sample;
                persons[s * periods.size() + p] = heads == null ? 1 : heads[p];
            }
        }
    }

    /**
     * Starts a panel.
     *
     * @param kpi what its values are of
     * @return an empty builder
     */
    public static Builder builder(Kpi kpi) {
        return new Builder(kpi);
    }

    /**
     * What the values are of.
     *
     * @return the KPI
     */
    public Kpi kpi() {
        return kpi;
    }

    /**
     * The subjects, in their natural order.
     *
     * @return the subjects
     */
    public List<Subject> subjects() {
        return subjects;
    }

    /**
     * The periods, in the order given.
     *
     * @return the periods
     */
    public List<Span> periods() {
        return periods;
    }

    /**
     * The currency of values that are money.
     *
     * @return the currency
     */
    public Optional<Currency> currency() {
        return currency;
    }

    /**
     * The level of its intervals.
     *
     * @return the level, 95 % unless said otherwise
     */
    public Percent level() {
        return level;
    }

    /**
     * The ruler that all scores of the panel were measured with. Scores by different rulers never share a panel: each of
     * their cells is undefined for {@link Reason#DIFFERENT_RULERS}, and {@link #remarks()} says which rulers met.
     *
     * @return the ruler; absent for what is counted, and where rulers differ
     */
    public Optional<String> ruler() {
        return ruler;
    }

    /**
     * What a reader must know of the panel as a whole, as which rulers met in it that do not compare. An engine says it
     * beside its answer.
     *
     * @return the remarks; none for most panels
     */
    public List<Message> remarks() {
        return remarks;
    }

    /**
     * Where a subject stands.
     *
     * @param subject a subject
     * @return its position in {@link #subjects()}, or -1
     */
    public int indexOf(Subject subject) {
        return index.getOrDefault(subject, -1);
    }

    /**
     * What was observed.
     *
     * @param subject the position of the subject
     * @param period the position of the period
     * @return the sample
     */
    public Sample sample(int subject, int period) {
        Checks.inRange(subject, 0, subjects.size() - 1, "subject");
        Checks.inRange(period, 0, periods.size() - 1, "period");
        return samples[subject * periods.size() + period];
    }

    /**
     * How many persons a value is of. It decides whether a group may be told about.
     *
     * @param subject the position of the subject
     * @param period the position of the period
     * @return 1 for a person
     */
    public int persons(int subject, int period) {
        Checks.inRange(subject, 0, subjects.size() - 1, "subject");
        Checks.inRange(period, 0, periods.size() - 1, "period");
        return persons[subject * periods.size() + period];
    }

    /**
     * The value of a cell; of a {@link Sample.Total} the total itself, not what it is for a unit of exposure.
     *
     * @param subject the position of the subject
     * @param period the position of the period
     * @return the value; empty where there is none
     */
    public OptionalDouble value(int subject, int period) {
        return sample(subject, period).asDouble();
    }

    /**
     * The values of one subject, period by period, for a script: a gap is an empty one.
     *
     * @param subject the position of the subject
     * @return the values
     */
    public OptionalDouble[] series(int subject) {
        OptionalDouble[] series = new OptionalDouble[periods.size()];
        Arrays.setAll(series, period -> value(subject, period));
        return series;
    }

    /**
     * The value of a cell with its evidence: Wilson for proportions, Student for means, Garwood for counts
     * and rates of events, gamma for amounts, the normal approximation for ratios and products, and no interval for a level that is counted in full.
     *
     * @param subject the position of the subject
     * @param period the position of the period
     * @return the estimate
     */
    public Estimate estimate(int subject, int period) {
        Sample sample = sample(subject, period);
        if (sample instanceof Sample.None none) {
            return Estimate.undefined(none.reason());
        }
        Known.Builder known = Known.builder()
                .value(sample.asDouble().orElseThrow())
                .method(kpi.formula().text());
        ruler.ifPresent(known::ruler);
        known.n(sample.n(), counted(sample));
        int heads = persons(subject, period);
        if (!(subjects.get(subject) instanceof PersonId)) {
            known.n(heads, "persons");
        }
        interval(sample).ifPresent(known::interval);
        return known.build();
    }

    private static String counted(Sample sample) {
        if (sample instanceof Sample.Proportion) {
            return "trials";
        }
        return sample instanceof Sample.Ratio ? "records" : "facts";
    }

    private Optional<Interval> interval(Sample sample) {
        double confidence = level.fraction();
        if (sample instanceof Sample.Proportion p) {
            return ProportionInterval.WILSON
                    .of(p.successes(), p.trials(), confidence)
                    .map(l -> Interval.confidence(l.low(), l.high(), level, "Wilson"));
        } else if (sample instanceof Sample.Mean m) {
            return m.variance().isEmpty()
                    ? Optional.empty()
                    : Moments.studentLimits(m.mean(), Math.sqrt(m.variance().getAsDouble()), m.n(), confidence)
                            .map(l -> Interval.confidence(l.low(), l.high(), level, "Student"));
        } else if (sample instanceof Sample.Total t) {
            if (t.ones()) {
                var l = RateInterval.GARWOOD.of(Math.round(t.total()), 1, confidence);
                return Optional.of(Interval.confidence(l.low(), l.high(), level, "Garwood"));
            }
            return t.n() < 2 ? Optional.empty() : gamma(t.total(), t.variance());
        } else if (sample instanceof Sample.Ratio r && isCount(r)) {
            var l = RateInterval.GARWOOD.of(Math.round(r.numerator()), r.denominator(), confidence);
            return Optional.of(Interval.confidence(l.low(), l.high(), level, "Garwood"));
        } else if (sample instanceof Sample.Ratio r) {
            return r.n() < 2 ? Optional.empty() : normal(r.numerator() / r.denominator(), r.variance(), "linearised");
        } else if (sample instanceof Sample.Quantile q) {
            return q.low().isEmpty()
                    ? Optional.empty()
                    : Optional.of(Interval.confidence(
                            q.low().getAsDouble(), q.high().getAsDouble(), level, "order statistics"));
        } else if (sample instanceof Sample.Derived d) {
            return normal(d.value(), d.variance(), "delta method");
        }
        return Optional.empty();
    }

    /** Whether a rate is of events that each count one, or of none at all: then its interval is exact. */
    private boolean isCount(Sample.Ratio rate) {
        if (!events) {
            return false;
        }
        if (rate.variance().isEmpty()) {
            return rate.numerator() == 0;
        }
        double variance = rate.variance().getAsDouble() * rate.denominator() * rate.denominator();
        return rate.numerator() == rate.n() && Math.abs(variance - rate.numerator()) < 1e-9 * rate.numerator();
    }

    /**
     * For a sum of amounts that come at random, all of them of one sign: the gamma interval of Fay and Feuer (1997,
     * doi:10.1002/(SICI)1097-0258(19970415)16:7<791::AID-SIM500>3.0.CO;2-#) with the mean weight, variance / total, in place
     * of the greatest. It never leaves the sign of the amounts.
     */
    private Optional<Interval> gamma(double total, double variance) {
        if (variance <= 0 || total <= 0) {
            return Optional.empty();
        }
        double tail = (1 - level.fraction()) / 2;
        double weight = variance / total;
        double shape = total / weight;
        double low = weight * GammaDistribution.of(shape, 1).inverseCumulativeProbability(tail);
        double high = weight * GammaDistribution.of(shape + 1, 1).inverseSurvivalProbability(tail);
        return Optional.of(Interval.confidence(low, high, level, "gamma, compound Poisson"));
    }

    private Optional<Interval> normal(double value, OptionalDouble variance, String method) {
        if (variance.isEmpty()) {
            return Optional.empty();
        }
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level.fraction()) / 2);
        double half = z * Math.sqrt(variance.getAsDouble());
        return Optional.of(Interval.confidence(value - half, value + half, level, method));
    }

    @Override
    public String toString() {
        return kpi.id() + ": " + subjects.size() + " subjects x " + periods.size() + " periods";
    }

    /** Builds a {@link Panel}. Not thread-safe. */
    public static final class Builder {
        private final Kpi kpi;
        private final List<Span> periods = new java.util.ArrayList<>();
        private final Map<Subject, @Nullable Sample[]> samples = new HashMap<>();
        private final Map<Subject, int[]> persons = new HashMap<>();
        private @Nullable Currency currency;
        private @Nullable String ruler;
        private final List<Message> remarks = new java.util.ArrayList<>();
        private Percent level = Percent.of(95);
        private boolean events;

        private Builder(Kpi kpi) {
            this.kpi = kpi;
        }

        /**
         * Adds periods; all must be said before the first sample.
         *
         * @param spans the periods, in order
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder period(Span... spans) {
            Checks.that(samples.isEmpty(), "periods must be said before samples");
            periods.addAll(List.of(spans));
            return this;
        }

        /**
         * Says the currency of values that are money.
         *
         * @param currency the currency
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder currency(Currency currency) {
            this.currency = currency;
            return this;
        }

        /**
         * Says with which ruler scores were measured.
         *
         * @param ruler the content hash of the template
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder ruler(String ruler) {
            this.ruler = ruler;
            return this;
        }

        /**
         * Adds what a reader must know of the panel as a whole.
         *
         * @param remark what there is to say
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder remark(Message remark) {
            remarks.add(remark);
            return this;
        }

        /**
         * Sets the level of intervals.
         *
         * @param level the level, such as 90 %
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder level(Percent level) {
            Checks.that(level.value() > 0 && level.value() < 100, "level must be above 0% and below 100%: " + level);
            this.level = level;
            return this;
        }

        /** Says that the KPI is a rate of events. */
        @CanIgnoreReturnValue
        Builder events(boolean events) {
            this.events = events;
            return this;
        }

        /**
         * Adds what was observed in the only period.
         *
         * @param subject of whom
         * @param sample what was observed
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder add(Subject subject, Sample sample) {
            Checks.that(
                    periods.size() == 1,
                    "period must be said, for there are " + periods.size() + " periods",
                    "add(subject, period, persons, sample) is meant");
            return add(subject, 0, 1, sample);
        }

        /**
         * Adds what was observed.
         *
         * @param subject of whom
         * @param period the position of the period
         * @param persons how many persons it is of
         * @param sample what was observed
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder add(Subject subject, int period, int persons, Sample sample) {
            Checks.inRange(period, 0, periods.size() - 1, "period");
            Checks.atLeast(persons, 0, "persons");
            @Nullable Sample[] row = samples.computeIfAbsent(subject, s -> new Sample[periods.size()]);
            Checks.that(row[period] == null, "samples must be one a subject and period, twice: " + subject);
            row[period] = sample;
            this.persons.computeIfAbsent(subject, s -> new int[periods.size()])[period] = persons;
            return this;
        }

        /**
         * Builds the panel.
         *
         * @return the panel
         */
        public Panel build() {
            return new Panel(this);
        }
    }
}
