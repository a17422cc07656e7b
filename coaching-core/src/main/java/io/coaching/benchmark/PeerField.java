package io.coaching.benchmark;

import io.coaching.base.Direction;
import io.coaching.base.Reason;
import io.coaching.data.Sample;
import io.coaching.kpi.Kpi;
import io.coaching.kpi.Unit;
import io.coaching.stats.BetaBinomial;
import io.coaching.stats.Distribution;
import io.coaching.stats.GammaPoisson;
import io.coaching.stats.GroupProfile;
import io.coaching.stats.NormalNormal;
import io.coaching.stats.PeerPrior;
import io.coaching.stats.PeerPriors;
import io.coaching.stats.PercentileRank;
import io.coaching.stats.QuantileMethod;
import io.coaching.stats.RobustScale;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A group of people with evidence on one KPI, prepared so that each can be compared with all the others, and so can someone
 * from outside.
 *
 * <p>Sorted once, fitted once: a comparison then costs no pass over the group (the stats package says how leaving one out is
 * done by subtraction).
 */
final class PeerField {
    /** How chance enters. */
    private enum Model {
        PROPORTION,
        COUNT,
        NORMAL,
        NONE
    }

    /** The most that a gap of shares must reach: five points. */
    private static final double MOST_POINTS = 0.05;

    private static final double DEFAULT_GAP = 0.1;

    private final Kpi kpi;
    private final Bands bands;
    private final PercentileRank convention;
    private final Sample[] samples;
    private final Optional<GroupProfile> profile;
    private final double[] sorted;
    private final Model model;
    private final Noise noise;
    private final @Nullable PeerPriors priors;
    private final NormalNormal.@Nullable Priors normals;
    /** The member's place among those with a variance, or -1. */
    private final int[] withVariance;

    PeerField(Kpi kpi, Bands bands, PercentileRank convention, List<Sample> evidence) {
        this.kpi = kpi;
        this.bands = bands;
        this.convention = convention;
        this.samples = evidence.toArray(new Sample[0]);
        int n = samples.length;
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = Evidence.value(samples[i]);
        }
        profile = n == 0 ? Optional.empty() : Optional.of(GroupProfile.of(values));
        sorted = profile.map(GroupProfile::sorted).orElse(new double[0]);
        noise = Noise.of(samples);
        model = model(samples, noise);
        withVariance = new int[n];
        priors = switch (model) {
            case PROPORTION -> {
                long[] successes = new long[n];
                long[] trials = new long[n];
                for (int i = 0; i < n; i++) {
                    successes[i] = Evidence.count(samples[i]);
                    trials[i] = (long) Evidence.size(samples[i]);
                }
                yield BetaBinomial.withDefaults().everyone(successes, trials);
            }
            case COUNT -> {
                long[] events = new long[n];
                double[] exposures = new double[n];
                for (int i = 0; i < n; i++) {
                    events[i] = Evidence.count(samples[i]);
                    exposures[i] = Evidence.size(samples[i]);
                }
                yield GammaPoisson.withDefaults().everyone(events, exposures);
            }
            default -> null;
        };
        normals = model == Model.NORMAL ? normals(values) : null;
    }

    private static Model model(Sample[] samples, Noise noise) {
        boolean proportions = true;
        boolean counts = true;
        for (Sample sample : samples) {
            proportions &= sample instanceof Sample.Proportion;
            counts &= sample instanceof Sample.Total total
                    && (total.ones() || total.n() == 0)
                    && total.total() == Math.rint(total.total())
                    && total.total() >= 0;
        }
        if (proportions) {
            return Model.PROPORTION;
        }
        return counts ? Model.COUNT : noise.isKnown() ? Model.NORMAL : Model.NONE;
    }

    private NormalNormal.Priors normals(double[] values) {
        double[] estimates = new double[samples.length];
        double[] variances = new double[samples.length];
        int k = 0;
        for (int i = 0; i < samples.length; i++) {
            OptionalDouble variance = noise.variance(samples[i]);
            withVariance[i] = variance.isPresent() ? k : -1;
            if (variance.isPresent()) {
                estimates[k] = values[i];
                variances[k] = variance.getAsDouble();
                k++;
            }
        }
        return NormalNormal.withDefaults()
                .everyone(java.util.Arrays.copyOf(estimates, k), java.util.Arrays.copyOf(variances, k));
    }

    /** The place of a member among the others. */
    Place member(int i, boolean keepPosterior) {
        return place(samples[i], i, keepPosterior);
    }

    /** The place of someone from outside among all members; a sample of {@link Sample.None} has none of their own. */
    Place outsider(Sample sample, boolean keepPosterior) {
        return place(sample, -1, keepPosterior);
    }

    /** The sampling variance of a member's value, steadied by the group; empty where the chance of it is not known. */
    OptionalDouble variance(Sample sample) {
        if (sample instanceof Sample.Proportion p) {
            // Agresti and Caffo (2000): one success and one failure more, so that 3 of 3 is not taken as certain.
            double share = (p.successes() + 1.0) / (p.trials() + 2.0);
            return OptionalDouble.of(share * (1 - share) / (p.trials() + 2.0));
        }
        if (model == Model.COUNT && sample instanceof Sample.Total t) {
            return OptionalDouble.of((t.total() + 0.5) / (t.exposure() * t.exposure()));
        }
        return noise.variance(sample);
    }

    /** What the variance is the variance of: the value, of a proportion with one success and one failure more. */
    static double centre(Sample sample) {
        return sample instanceof Sample.Proportion p
                ? (p.successes() + 1.0) / (p.trials() + 2.0)
                : Evidence.value(sample);
    }

    private Place place(Sample sample, int i, boolean keepPosterior) {
        int n = samples.length - (i >= 0 ? 1 : 0);
        OptionalDouble median = OptionalDouble.empty();
        OptionalDouble lower = OptionalDouble.empty();
        OptionalDouble upper = OptionalDouble.empty();
        OptionalDouble percentile = OptionalDouble.empty();
        OptionalDouble z = OptionalDouble.empty();
        OptionalDouble value =
                Evidence.isEvidence(sample) ? OptionalDouble.of(Evidence.value(sample)) : OptionalDouble.empty();
        if (n > 0) {
            GroupProfile group = profile.orElseThrow();
            median = OptionalDouble.of(i >= 0 ? group.othersMedian(i) : group.median());
            lower = OptionalDouble.of(quartile(group, i, 0.25));
            upper = OptionalDouble.of(quartile(group, i, 0.75));
            if (value.isPresent()) {
                percentile = OptionalDouble.of(percentile(group, i, value.getAsDouble()));
                z = z(group, i, value.getAsDouble());
            }
        }
        Optional<Place.Belief> belief =
                value.isPresent() && n >= 2 ? belief(sample, i, keepPosterior) : Optional.empty();
        Verdict verdict = verdict(sample, n, value, percentile, median, belief, i);
        return new Place(n, value, sample.n(), percentile, z, median, lower, upper, belief, verdict);
    }

    private double quartile(GroupProfile group, int i, double p) {
        return i >= 0 ? group.othersQuantile(i, p) : QuantileMethod.HF7.ofSorted(sorted, p);
    }

    private double percentile(GroupProfile group, int i, double value) {
        int below;
        int equal;
        int n;
        if (i >= 0) {
            below = group.below(i);
            equal = group.equal(i) - 1;
            n = group.n() - 1;
        } else {
            below = first(value, false);
            equal = first(value, true) - below;
            n = group.n();
        }
        boolean higher = kpi.direction() == Direction.HIGHER_IS_BETTER;
        return convention.of(higher ? below : n - below - equal, equal, n);
    }

    /** How many sorted values are smaller than {@code value}, or not larger. */
    private int first(double value, boolean orEqual) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int mid = (low + high) >>> 1;
            if (sorted[mid] < value || (orEqual && sorted[mid] == value)) {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        return low;
    }

    private OptionalDouble z(GroupProfile group, int i, double value) {
        OptionalDouble z;
        if (i >= 0) {
            z = group.othersRobustZ(i);
        } else {
            RobustScale scale = group.scale();
            z = scale.robustZ(value);
        }
        return z.isPresent() ? OptionalDouble.of(kpi.direction().better(z.getAsDouble())) : z;
    }

    private Optional<Place.Belief> belief(Sample sample, int i, boolean keepPosterior) {
        if (priors != null) {
            if (!fits(sample)) {
                return Optional.empty();
            }
            Optional<PeerPrior> prior = i >= 0 ? priors.without(i) : priors.all();
            if (prior.isEmpty()) {
                return Optional.empty();
            }
            long count = Evidence.count(sample);
            double size = Evidence.size(sample);
            double median = prior.get().peerMedian();
            return Optional.of(belief(
                    prior.get().posterior(count, size),
                    median,
                    prior.get().probabilityBelowPeers(count, size),
                    keepPosterior));
        }
        if (normals != null) {
            OptionalDouble variance = noise.variance(sample);
            if (variance.isEmpty()) {
                return Optional.empty();
            }
            double value = Evidence.value(sample);
            Optional<NormalNormal.Prior> prior =
                    i >= 0 && withVariance[i] >= 0 ? normals.without(withVariance[i]) : normals.all();
            if (prior.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(belief(
                    prior.get().posterior(value, variance.getAsDouble()),
                    prior.get().mean(),
                    prior.get().probabilityBelowPeers(value, variance.getAsDouble()),
                    keepPosterior));
        }
        return Optional.empty();
    }

    private boolean fits(Sample sample) {
        return model == Model.PROPORTION
                ? sample instanceof Sample.Proportion
                : sample instanceof Sample.Total t && (t.ones() || t.n() == 0);
    }

    private Place.Belief belief(Distribution posterior, double median, double below, boolean keepPosterior) {
        double behind = kpi.direction() == Direction.HIGHER_IS_BETTER ? below : 1 - below;
        return new Place.Belief(
                posterior.mean(),
                posterior.sd(),
                median,
                behind,
                material(kpi, bands, median),
                keepPosterior ? Optional.of(posterior) : Optional.empty());
    }

    /** The least gap from a yardstick that matters, in the unit of the KPI. */
    static double material(Kpi kpi, Bands bands, double median) {
        if (bands instanceof Bands.Evidence evidence && evidence.materialGap().isPresent()) {
            return evidence.materialGap().get().fraction() * Math.abs(median);
        }
        if (kpi.materialGap().isPresent()) {
            return kpi.materialGap().getAsDouble() * Math.abs(median);
        }
        double tenth = DEFAULT_GAP * Math.abs(median);
        return kpi.unit() == Unit.SHARE ? Math.min(MOST_POINTS, tenth) : tenth;
    }

    private Verdict verdict(
            Sample sample,
            int n,
            OptionalDouble value,
            OptionalDouble percentile,
            OptionalDouble median,
            Optional<Place.Belief> belief,
            int i) {
        if (value.isEmpty()) {
            return Verdict.none(Evidence.whyNot(sample));
        }
        if (n < 2) {
            return Verdict.none(Reason.TOO_FEW_PEERS);
        }
        if (bands instanceof Bands.Percentiles rule) {
            double rank = percentile.orElseThrow();
            return Verdict.of(
                    rank >= rule.high().value()
                            ? Standing.AHEAD
                            : rank <= rule.low().value() ? Standing.BEHIND : Standing.CLOSE);
        }
        if (bands instanceof Bands.PercentOfMedian rule) {
            return percentOfMedian(rule, value.getAsDouble(), median.orElseThrow());
        }
        if (belief.isEmpty()) {
            boolean oneKind = model != Model.NONE;
            return Verdict.none(
                    oneKind && noise.variance(sample).isPresent()
                            ? Reason.TOO_FEW_PEERS
                            : noise.isConstant() ? Reason.NO_VARIATION : Reason.NO_ERROR_MODEL);
        }
        return byEvidence(((Bands.Evidence) bands).sure().fraction(), belief.get(), sample, i);
    }

    private Verdict percentOfMedian(Bands.PercentOfMedian rule, double value, double median) {
        if (!(median > 0)) {
            return Verdict.none(Reason.ZERO_DENOMINATOR);
        }
        double share = value / median * 100;
        boolean higher = kpi.direction() == Direction.HIGHER_IS_BETTER;
        if (share >= rule.high().value()) {
            return Verdict.of(higher ? Standing.AHEAD : Standing.BEHIND);
        }
        if (share <= rule.low().value()) {
            return Verdict.of(higher ? Standing.BEHIND : Standing.AHEAD);
        }
        return Verdict.of(Standing.CLOSE);
    }

    private Verdict byEvidence(double sure, Place.Belief belief, Sample sample, int i) {
        double gap = kpi.direction().better(belief.gap());
        boolean sureBehind = belief.behind() >= sure;
        boolean sureAhead = 1 - belief.behind() >= sure;
        boolean matters = Math.abs(gap) >= belief.material();
        if (sureBehind && gap < 0 && matters) {
            return Verdict.of(Standing.BEHIND);
        }
        if (sureAhead && gap > 0 && matters) {
            return Verdict.of(Standing.AHEAD);
        }
        if (sureBehind || sureAhead) {
            return Verdict.of(Standing.CLOSE);
        }
        // No need to ask where the belief is plainly too wide to fit between the two lines.
        boolean mayBeClose = Math.abs(gap) < belief.material() && (sure < 0.9 || belief.sd() < 0.8 * belief.material());
        return Verdict.of(
                mayBeClose && within(belief.material(), sample, i) >= sure
                        ? Standing.CLOSE
                        : Standing.NOT_DISTINGUISHABLE);
    }

    /** The probability that the true value lies less than the material gap from the peers' median. */
    private double within(double material, Sample sample, int i) {
        if (priors != null) {
            PeerPrior prior = (i >= 0 ? priors.without(i) : priors.all()).orElseThrow();
            long count = Evidence.count(sample);
            double size = Evidence.size(sample);
            return prior.probabilityBelowPeersBy(1, material, count, size)
                    - prior.probabilityBelowPeersBy(1, -material, count, size);
        }
        NormalNormal.Priors all = java.util.Objects.requireNonNull(normals);
        NormalNormal.Prior prior =
                (i >= 0 && withVariance[i] >= 0 ? all.without(withVariance[i]) : all.all()).orElseThrow();
        double value = Evidence.value(sample);
        double variance = noise.variance(sample).orElseThrow();
        return prior.probabilityBelowPeersBy(material, value, variance)
                - prior.probabilityBelowPeersBy(-material, value, variance);
    }

    /** How the value is drawn towards the peers, for a report. */
    String method() {
        return switch (model) {
            case PROPORTION -> "beta-binomial";
            case COUNT -> "gamma-Poisson";
            case NORMAL -> "normal-normal";
            case NONE -> "none";
        };
    }
}
