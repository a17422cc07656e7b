package io.coaching.trend;

import io.coaching.base.Message;
import io.coaching.base.Reason;
import io.coaching.base.Subject;
import io.coaching.data.Panel;
import io.coaching.data.Sample;
import io.coaching.kpi.Kpi;
import io.coaching.stats.SegmentCost;
import io.coaching.time.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One series, ready to be looked at: its periods with their figures, and of those that count a position, a value that may stand
 * beside the others, and a weight.
 *
 * <p>Totals are brought to the working days of a usual period, the median of all that count, so that a week with a holiday is not a
 * bad week. What cannot be compared at all, as figures in several currencies, makes the whole series {@link #whyNot undecidable}.
 */
final class TrendSeries {
    /** What chance does to the figures. */
    enum Kind {
        /** Counts of events over an exposure. */
        COUNTS,
        /** So many of so many. */
        SHARES,
        /** Sums of amounts, none negative: their spread grows with their size. */
        AMOUNTS,
        /** Means and ratios: the more records, the closer. */
        WEIGHTED,
        /** Everything else. */
        PLAIN
    }

    private final Subject subject;
    private final Kpi kpi;
    private final Optional<Currency> currency;
    private final List<Message> remarks;
    private final List<TrendPoint> points;
    private final int[] positions;
    private final Sample[] samples;
    private final double usual;
    private final double[] values;
    private final double[] weights;
    private final Kind kind;
    private final Optional<Reason> whyNot;
    private final double[] factors;
    private final Optional<Seasonality> seasons;

    /** Without its seasons. */
    private TrendSeries(TrendSeries other, Seasonality seasons) {
        this.subject = other.subject;
        this.kpi = other.kpi;
        this.currency = other.currency;
        this.positions = other.positions;
        this.samples = other.samples;
        this.usual = other.usual;
        this.weights = other.weights;
        this.whyNot = other.whyNot;
        this.remarks = other.remarks;
        this.seasons = Optional.of(seasons);
        // A share less a number of points is no share of whole trials any more.
        this.kind = other.kind == Kind.SHARES ? Kind.WEIGHTED : other.kind;
        this.factors = new double[samples.length];
        this.values = other.values.clone();
        for (int k = 0; k < samples.length; k++) {
            Span period = other.point(k).period();
            double effect = seasons.effects()
                    .get(SeasonFinder.season(period, seasons.effects().size()));
            factors[k] = seasons.multiplicative() ? effect : 1;
            values[k] = seasons.multiplicative() ? values[k] / effect : values[k] - effect;
        }
        this.points = standardized(other.points);
    }

    private TrendSeries(Subject subject, Panel panel, List<TrendPoint> raw, @Nullable Sample[] given) {
        this.subject = subject;
        this.kpi = panel.kpi();
        this.currency = panel.currency();
        this.remarks = panel.remarks();
        var kept = new ArrayList<Integer>();
        for (int i = 0; i < raw.size(); i++) {
            if (raw.get(i).leftOut().isEmpty()) {
                kept.add(i);
            }
        }
        this.positions = kept.stream().mapToInt(i -> i).toArray();
        this.samples = kept.stream().map(i -> Objects.requireNonNull(given[i])).toArray(Sample[]::new);
        this.kind = kind(samples);
        this.usual = usual(samples);
        this.values = Arrays.stream(samples).mapToDouble(this::standard).toArray();
        this.weights = capped();
        this.points = standardized(raw);
        this.whyNot = whyNot(given, samples.length);
        this.factors = new double[samples.length];
        Arrays.fill(factors, 1);
        this.seasons = Optional.empty();
    }

    /**
     * Of one subject of a panel.
     *
     * @param panel the figures, a column for each period that is whole
     * @param subject of whom
     * @param periods all periods, those left out as well
     * @param columns for each period the column of the panel, or -1
     * @param omissions for each period why it is left out, or null
     */
    static TrendSeries of(
            Panel panel, Subject subject, List<Named> periods, int[] columns, List<Optional<Omission>> omissions) {
        int at = panel.indexOf(subject);
        var points = new ArrayList<TrendPoint>();
        @Nullable Sample[] given = new Sample[periods.size()];
        for (int i = 0; i < periods.size(); i++) {
            Sample sample = at < 0 || columns[i] < 0 ? null : panel.sample(at, columns[i]);
            given[i] = sample;
            OptionalDouble value = sample == null ? OptionalDouble.empty() : sample.asDouble();
            Optional<Omission> omission = omissions.get(i);
            if (omission.isEmpty() && value.isEmpty()) {
                omission = Optional.of(Omission.NO_FIGURE);
            }
            points.add(new TrendPoint(
                    periods.get(i).label(),
                    periods.get(i).span(),
                    value,
                    OptionalDouble.empty(),
                    sample == null ? 0 : sample.n(),
                    omission));
        }
        return new TrendSeries(subject, panel, points, given);
    }

    /** A period with its name. */
    record Named(String label, Span span) {}

    private static Kind kind(Sample[] samples) {
        boolean totals = true;
        boolean ones = true;
        boolean positive = true;
        boolean shares = true;
        boolean weighted = true;
        for (Sample sample : samples) {
            shares &= sample instanceof Sample.Proportion;
            weighted &= sample instanceof Sample.Mean || sample instanceof Sample.Ratio;
            if (sample instanceof Sample.Total total) {
                ones &= total.ones() || total.total() == 0;
                positive &= total.total() >= 0;
            } else {
                totals = false;
            }
        }
        if (totals) {
            return ones ? Kind.COUNTS : positive ? Kind.AMOUNTS : Kind.PLAIN;
        }
        return shares ? Kind.SHARES : weighted ? Kind.WEIGHTED : Kind.PLAIN;
    }

    private static double usual(Sample[] samples) {
        double[] exposures = Arrays.stream(samples)
                .filter(Sample.Total.class::isInstance)
                .mapToDouble(s -> ((Sample.Total) s).exposure())
                .sorted()
                .toArray();
        int n = exposures.length;
        return n == 0 ? 1 : n % 2 == 1 ? exposures[n / 2] : (exposures[n / 2 - 1] + exposures[n / 2]) / 2;
    }

    private double standard(Sample sample) {
        return sample instanceof Sample.Total total
                ? total.total() * (usual / total.exposure())
                : sample.asDouble().orElseThrow();
    }

    /** None weighs more than four times or less than a quarter of the usual: periods differ beyond what their records explain. */
    private double[] capped() {
        double[] all = new double[samples.length];
        for (int i = 0; i < all.length; i++) {
            Sample sample = samples[i];
            if (sample instanceof Sample.Total total) {
                all[i] = total.exposure() / usual;
            } else if (kind == Kind.WEIGHTED || kind == Kind.SHARES) {
                all[i] = Math.max(1, sample.n());
            } else {
                all[i] = 1;
            }
        }
        double[] sorted = all.clone();
        Arrays.sort(sorted);
        double median = sorted.length == 0 ? 1 : sorted[sorted.length / 2];
        for (int i = 0; i < all.length; i++) {
            all[i] = Math.min(4, Math.max(0.25, all[i] / median));
        }
        return all;
    }

    private List<TrendPoint> standardized(List<TrendPoint> raw) {
        var done = new ArrayList<>(raw);
        for (int k = 0; k < positions.length; k++) {
            TrendPoint p = raw.get(positions[k]);
            done.set(
                    positions[k],
                    new TrendPoint(p.label(), p.period(), p.value(), OptionalDouble.of(values[k]), p.n(), p.leftOut()));
        }
        return List.copyOf(done);
    }

    private static Optional<Reason> whyNot(@Nullable Sample[] given, int kept) {
        for (Sample sample : given) {
            if (sample instanceof Sample.None none
                    && (none.reason() == Reason.DIFFERENT_RULERS || none.reason() == Reason.MIXED_CURRENCIES)) {
                return Optional.of(none.reason());
            }
        }
        return kept == 0 ? Optional.of(Reason.NO_DATA) : Optional.empty();
    }

    Subject subject() {
        return subject;
    }

    Kpi kpi() {
        return kpi;
    }

    Optional<Currency> currency() {
        return currency;
    }

    /** All periods, those left out as well. */
    List<TrendPoint> points() {
        return points;
    }

    /** What there is to say of the figures as a whole, as which rulers met. */
    List<Message> remarks() {
        return remarks;
    }

    /** Why nothing can be said, whatever the method. */
    Optional<Reason> whyNot() {
        return whyNot;
    }

    /** How many periods count. */
    int n() {
        return positions.length;
    }

    Kind kind() {
        return kind;
    }

    /** Where the periods that count stand among all. */
    int[] positions() {
        return positions.clone();
    }

    /** What is compared. */
    double[] values() {
        return values.clone();
    }

    /** What the exposure of a usual period is; 1 for what is no total. */
    double usual() {
        return usual;
    }

    /** What is compared with other people in a period: totals for a unit of exposure. Empty where the period does not count. */
    OptionalDouble comparable(int period) {
        int k = Arrays.binarySearch(positions, period);
        return k < 0 ? OptionalDouble.empty() : samples[k].perExposure();
    }

    /** The period of one that counts. */
    TrendPoint point(int k) {
        return points.get(positions[k]);
    }

    boolean varies() {
        return Arrays.stream(values).anyMatch(v -> v != values[0]);
    }

    /** The same without its seasons, where it has any; where it is shorter than two years, itself. */
    TrendSeries withoutSeasons() {
        return SeasonFinder.of(this).map(found -> new TrendSeries(this, found)).orElse(this);
    }

    /** What was taken out. */
    Optional<Seasonality> seasons() {
        return seasons;
    }

    /** How many parameters were estimated from the series before. */
    int fitted() {
        return seasons.map(Seasonality::parameters).orElse(0);
    }

    /** Counts or successes. */
    double[] counts() {
        return Arrays.stream(samples)
                .mapToDouble(s -> s instanceof Sample.Proportion p ? p.successes() : ((Sample.Total) s).total())
                .toArray();
    }

    /** Exposure in usual periods, or trials; of a good season as many more as it has. */
    double[] sizes() {
        return IntStream.range(0, samples.length)
                .mapToDouble(k -> samples[k] instanceof Sample.Proportion p
                        ? p.trials()
                        : ((Sample.Total) samples[k]).exposure() / usual * factors[k])
                .toArray();
    }

    /** The cost by which changes are found: amounts by their square roots, whose spread does not grow with their size. */
    SegmentCost cost() {
        return kind == Kind.AMOUNTS
                ? SegmentCost.mean(Arrays.stream(values).map(Math::sqrt).toArray(), weights)
                : levels();
    }

    /** The cost whose levels are those that are shown. */
    SegmentCost levels() {
        return switch (kind) {
            case COUNTS -> SegmentCost.counts(counts(), sizes());
            case SHARES -> SegmentCost.shares(counts(), sizes());
            case AMOUNTS, WEIGHTED, PLAIN -> SegmentCost.mean(values, weights);
        };
    }
}
