package io.coaching.benchmark;

import io.coaching.base.Direction;
import io.coaching.base.Estimate;
import io.coaching.base.Everyone;
import io.coaching.base.Interval;
import io.coaching.base.Known;
import io.coaching.base.PersonId;
import io.coaching.base.Provenance;
import io.coaching.base.Reason;
import io.coaching.base.Subject;
import io.coaching.data.Panel;
import io.coaching.data.Sample;
import io.coaching.internal.check.Checks;
import io.coaching.kpi.Kpi;
import io.coaching.people.Exclusion;
import io.coaching.people.SharedPeers;
import io.coaching.stats.Limits;
import io.coaching.stats.PercentileRank;
import io.coaching.stats.RankInference;
import io.coaching.stats.Ranks;
import io.coaching.stats.TiePolicy;
import io.coaching.time.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Compares people with their peers, on plain values: panels and lists of who is whose peer. Where there is a roster, {@link
 * BenchmarkQuestion} finds peers, panels and permissions by itself.
 *
 * <p>What it computes, each against the peers without the person:
 *
 * <ul>
 *   <li>percentile rank by mid-rank (Hazen: below plus half of the equal), quartiles of type 7, robust z with 1.4826 MAD;
 *   <li>the value drawn towards the peers: beta-binomial for proportions, gamma-Poisson for counts over an exposure,
 *       normal-normal with steadied variances for everything else, hyper-parameters integrated out ({@link
 *       io.coaching.stats.PriorEstimator#UNIFORM_SHRINKAGE});
 *   <li>the probability that the true value is worse than the median of the peers' true values;
 *   <li>a {@link Verdict} by the {@link Bands}.
 * </ul>
 *
 * <p>Edge cases: without evidence of one's own there is no verdict, and the peers' figures are still given; with fewer than two
 * peers with evidence there is no verdict ({@link Reason#TOO_FEW_PEERS}); where all peers are level, z is undefined; a level
 * counted in full has no chance to weigh ({@link Reason#NO_ERROR_MODEL}), so only rank-based rules decide on it.
 *
 * <p>It is not a test of whether two given people differ (see {@link StackRank}), and it does not know why someone is ahead.
 *
 * <p>Immutable, may be shared among threads; no method starts one. A single comparison in a group of g takes O(g log g); a scan
 * fits each shared group once.
 *
 * <p>Example: against 20 peers with 50 decided deals each and true rates about 5 points apart, 3 wins of 4 are drawn from 75 %
 * to 34 % and give no verdict.
 */
public final class Benchmark {
    private static final Benchmark DEFAULT =
            new Benchmark(Bands.DEFAULT, PercentileRank.MEAN, TiePolicy.DEFAULT, Optional.empty());

    private final Bands bands;
    private final PercentileRank convention;
    private final TiePolicy ties;
    private final Optional<Provenance> provenance;

    private Benchmark(Bands bands, PercentileRank convention, TiePolicy ties, Optional<Provenance> provenance) {
        this.bands = bands;
        this.convention = convention;
        this.ties = ties;
        this.provenance = provenance;
    }

    /**
     * The defaults: evidence at 95 %, mid-rank percentiles, ties 1224.
     *
     * @return the engine
     */
    public static Benchmark withDefaults() {
        return DEFAULT;
    }

    /**
     * The same with another rule for colours.
     *
     * @param other the rule
     * @return a new engine
     */
    public Benchmark with(Bands other) {
        return new Benchmark(other, convention, ties, provenance);
    }

    /**
     * The same with another convention for percentile ranks.
     *
     * @param other the convention
     * @return a new engine
     */
    public Benchmark with(PercentileRank other) {
        return new Benchmark(bands, other, ties, provenance);
    }

    /**
     * The same with another policy for ties in a stack rank.
     *
     * @param other the policy
     * @return a new engine
     */
    public Benchmark with(TiePolicy other) {
        return new Benchmark(bands, convention, other, provenance);
    }

    /**
     * The same with a provenance for its results.
     *
     * @param other what the panels were made from
     * @return a new engine
     */
    public Benchmark with(Provenance other) {
        return new Benchmark(bands, convention, ties, Optional.of(other));
    }

    Bands bands() {
        return bands;
    }

    PercentileRank convention() {
        return convention;
    }

    TiePolicy ties() {
        return ties;
    }

    /** What results carry; of plain values nobody said where they come from. */
    Provenance provenance(Span span) {
        return provenance.orElseGet(() -> Provenance.of(span.isEmpty() ? span.start() : span.lastDay(), "not given"));
    }

    /**
     * Compares one person with peers.
     *
     * @param panel the figures
     * @param period the position of the period in the panel
     * @param person who is compared; without a figure in the panel there is no verdict
     * @param peers with whom; the person and people without a figure are passed over
     * @return the comparison
     */
    public PeerComparison compare(Panel panel, int period, PersonId person, Collection<PersonId> peers) {
        return compare(panel, period, person, peers, Map.of(), "as given");
    }

    PeerComparison compare(
            Panel panel,
            int period,
            PersonId person,
            Collection<PersonId> peers,
            Map<Exclusion, Integer> leftOut,
            String rule) {
        var members = new ArrayList<>(peers);
        members.add(person);
        return compareIn(panel, period, person, members, leftOut, rule);
    }

    /** By the same steps as a scan of this group, so that both decide alike to the last bit. */
    PeerComparison compareIn(
            Panel panel,
            int period,
            PersonId person,
            Collection<PersonId> members,
            Map<Exclusion, Integer> leftOut,
            String rule) {
        Group group = new Group(panel, period, members);
        var left = new EnumMap<Exclusion, Integer>(Exclusion.class);
        left.putAll(leftOut);
        int without = group.without(person);
        if (without > 0) {
            left.merge(Exclusion.NO_EVIDENCE, without, Integer::sum);
        }
        Sample sample = sample(panel, period, person);
        Place place = group.place(person, sample, true);
        return comparison(panel, period, person, sample, place, group.field.method(), left, rule);
    }

    private PeerComparison comparison(
            Panel panel,
            int period,
            PersonId person,
            Sample sample,
            Place place,
            String model,
            Map<Exclusion, Integer> leftOut,
            String rule) {
        Span span = panel.periods().get(period);
        int at = panel.indexOf(person);
        Estimate observed = at < 0 ? Estimate.undefined(Reason.NO_DATA) : panel.estimate(at, period);
        Reason noPeers = Reason.TOO_FEW_PEERS;
        Reason noValue = Evidence.whyNot(sample);
        Reason noPlace = place.value().isEmpty() ? noValue : noPeers;
        OptionalDouble toMedian = minus(place.value(), place.median());
        OptionalDouble top = panel.kpi().direction() == Direction.HIGHER_IS_BETTER ? place.upper() : place.lower();
        Reason noBelief = place.verdict().reason().orElse(place.peers() < 2 ? noPlace : Reason.NO_ERROR_MODEL);
        Optional<Place.Belief> belief = place.belief();
        return PeerComparison.builder()
                .person(person)
                .kpi(panel.kpi())
                .span(span)
                .rule(rule)
                .bands(bands)
                .currency(panel.currency())
                .remarks(panel.remarks())
                .convention(convention)
                .observed(observed)
                .value(perUnit(observed, sample))
                .peers(Known.builder()
                        .value(place.peers())
                        .n(place.peers(), "peers")
                        .method("peers with evidence")
                        .build())
                .leftOut(leftOut)
                .percentileRank(figure(place.percentile(), place, "percentile rank, " + convention, noPlace))
                .robustZ(figure(
                        place.z(),
                        place,
                        "(value - median) / (1.4826 MAD)",
                        place.percentile().isPresent() ? Reason.NO_VARIATION : noPlace))
                .peerMedian(figure(place.median(), place, "median", noPeers))
                .lowerQuartile(figure(place.lower(), place, "quartile, type 7", noPeers))
                .upperQuartile(figure(place.upper(), place, "quartile, type 7", noPeers))
                .gapToMedian(figure(toMedian, place, "value - median", noPlace))
                .gapToTopQuartile(figure(minus(place.value(), top), place, "value - quartile", noPlace))
                .shrunken(
                        belief.map(b -> shrunken(b, place, panel, model)).orElseGet(() -> Estimate.undefined(noBelief)))
                .trueMedian(figure(of(belief.map(Place.Belief::peerMedian)), place, model, noBelief))
                .probabilityBehind(figure(of(belief.map(Place.Belief::behind)), place, model, noBelief))
                .materialGap(figure(of(belief.map(Place.Belief::material)), place, "share of the median", noBelief))
                .verdict(place.verdict())
                .provenance(provenance(span))
                .build();
    }

    private static OptionalDouble of(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    private static OptionalDouble minus(OptionalDouble a, OptionalDouble b) {
        return a.isPresent() && b.isPresent()
                ? OptionalDouble.of(a.getAsDouble() - b.getAsDouble())
                : OptionalDouble.empty();
    }

    private static Estimate figure(OptionalDouble value, Place place, String method, Reason otherwise) {
        return value.isEmpty()
                ? Estimate.undefined(otherwise)
                : Known.builder()
                        .value(value.getAsDouble())
                        .n(place.peers(), "peers")
                        .method(method)
                        .build();
    }

    private static Estimate shrunken(Place.Belief belief, Place place, Panel panel, String model) {
        Known.Builder known = Known.builder()
                .value(belief.mean())
                .n(place.n(), "observations")
                .n(place.peers(), "peers")
                .method("drawn towards the peers, " + model);
        if (belief.posterior().isPresent()) {
            Limits limits = belief.posterior().get().limits(panel.level().fraction());
            known = known.interval(Interval.credible(limits.low(), limits.high(), panel.level(), model));
        }
        return known.build();
    }

    /** A total, with its interval, for a unit of exposure. */
    static Estimate perUnit(Estimate observed, Sample sample) {
        if (!(observed instanceof Known known) || !(sample instanceof Sample.Total total)) {
            return observed;
        }
        double exposure = total.exposure();
        Known.Builder per = Known.builder()
                .value(Evidence.value(sample))
                .sizes(known.sizes())
                .method(known.method() + " / exposure")
                .ruler(known.ruler());
        return known.interval()
                .map(i -> per.interval(
                        new Interval(i.low() / exposure, i.high() / exposure, i.level(), i.kind(), i.method())))
                .orElse(per)
                .build();
    }

    static Sample sample(Panel panel, int period, Subject subject) {
        int at = panel.indexOf(subject);
        return at < 0 ? new Sample.None(Reason.NO_DATA) : panel.sample(at, period);
    }

    /**
     * Compares many people on many KPIs.
     *
     * @param panels the figures, a panel for each KPI
     * @param period the position of the period, the same in all panels
     * @param groups who is whose peer; each person who is to be looked at is a subject of one group
     * @return a cell for each person and KPI
     */
    public Scan scan(List<Panel> panels, int period, List<SharedPeers> groups) {
        return scan(panels, period, groups, "as given");
    }

    Scan scan(List<Panel> panels, int period, List<SharedPeers> groups, String rule) {
        Checks.that(!panels.isEmpty(), "panels must not be empty");
        Span span = panels.get(0).periods().get(period);
        var places = new ArrayList<Map<PersonId, Place>>();
        for (Panel panel : panels) {
            Checks.that(
                    panel.periods().get(period).equals(span),
                    "panels must have the same period: " + span + " and "
                            + panel.periods().get(period));
            places.add(places(panel, period, groups));
        }
        var cells = new ArrayList<ScanCell>();
        var persons = new ArrayList<PersonId>();
        groups.forEach(group -> persons.addAll(group.subjects()));
        persons.sort(null);
        for (PersonId person : persons) {
            for (int k = 0; k < panels.size(); k++) {
                Place place = Objects.requireNonNull(places.get(k).get(person));
                cells.add(ScanCell.of(person, panels.get(k), place));
            }
        }
        return Scan.builder()
                .span(span)
                .rule(rule)
                .bands(bands)
                .kpis(panels.stream().map(Panel::kpi).toList())
                .persons(persons)
                .cells(cells)
                .currency(panels.stream().flatMap(p -> p.currency().stream()).findFirst())
                .provenance(provenance(span))
                .build();
    }

    /** Everyone in turn on shared groups: each group is sorted and fitted once. */
    Map<PersonId, Place> places(Panel panel, int period, List<SharedPeers> groups) {
        var places = new HashMap<PersonId, Place>();
        for (SharedPeers shared : groups) {
            Group group = new Group(panel, period, shared.members());
            for (PersonId subject : shared.subjects()) {
                Place place = group.place(subject, sample(panel, period, subject), false);
                Checks.that(places.put(subject, place) == null, "subject must be in one group only: " + subject);
            }
        }
        return places;
    }

    /**
     * Puts people in order.
     *
     * @param panel the figures
     * @param period the position of the period in the panel
     * @param groups who is whose peer; it decides colours and how values are drawn in
     * @param persons who is to be ranked, each a subject of one group
     * @param order what the rank goes by
     * @return the stack rank
     */
    public StackRank stackRank(
            Panel panel, int period, List<SharedPeers> groups, Collection<PersonId> persons, RankOrder order) {
        Span span = panel.periods().get(period);
        Direction direction = panel.kpi().direction();
        Map<PersonId, Place> places = places(panel, period, groups);
        var ranked = new ArrayList<PersonId>();
        var rest = new ArrayList<StackRankRow>();
        for (PersonId person : new TreeSet<>(persons)) {
            Place place = places.get(person);
            Checks.that(place != null, "persons must be subjects of the groups: " + person);
            Place there = Objects.requireNonNull(place);
            if (there.value().isPresent()
                    && (order == RankOrder.VALUE || there.belief().isPresent())) {
                ranked.add(person);
            } else {
                Reason why = there.verdict().reason().orElse(Reason.NO_DATA);
                rest.add(row(person, there, OptionalDouble.empty(), Optional.empty(), List.of(), Optional.of(why)));
            }
        }
        int n = ranked.size();
        double[] keys = new double[n];
        double[] estimates = new double[n];
        double[] errors = new double[n];
        boolean known = n > 0;
        Group all = new Group(panel, period, ranked);
        for (int i = 0; i < n; i++) {
            Place place = Objects.requireNonNull(places.get(ranked.get(i)));
            Sample sample = sample(panel, period, ranked.get(i));
            keys[i] = direction.better(
                    order == RankOrder.VALUE
                            ? place.value().orElseThrow()
                            : place.belief().orElseThrow().mean());
            if (order == RankOrder.SHRUNKEN) {
                // The ranks that may be are of what the order goes by.
                estimates[i] = keys[i];
                errors[i] = place.belief().orElseThrow().sd();
                known &= errors[i] > 0;
                continue;
            }
            OptionalDouble variance = all.field.variance(sample);
            known &= variance.isPresent();
            estimates[i] = direction.better(PeerField.centre(sample));
            errors[i] = Math.sqrt(variance.orElse(0));
        }
        Optional<RankInference> inference = known
                ? Optional.of(RankInference.of(estimates, errors, panel.level().fraction()))
                : Optional.empty();
        double[] ranks = Ranks.descending(keys, ties);
        Integer[] sequence = new Integer[n];
        Arrays.setAll(sequence, i -> i);
        Arrays.sort(
                sequence, Comparator.comparingDouble((Integer i) -> ranks[i]).thenComparing(ranked::get));
        var entries = new ArrayList<StackRankRow>();
        for (int i : sequence) {
            List<PersonId> level = inference.isEmpty()
                    ? List.of()
                    : Arrays.stream(inference.get().levelWith(i))
                            .mapToObj(ranked::get)
                            .toList();
            entries.add(row(
                    ranked.get(i),
                    Objects.requireNonNull(places.get(ranked.get(i))),
                    OptionalDouble.of(ranks[i]),
                    inference.map(r -> new int[] {r.bestRank(i), r.worstRank(i)}),
                    level,
                    Optional.empty()));
        }
        entries.addAll(rest);
        return StackRank.builder()
                .kpi(panel.kpi())
                .span(span)
                .order(order)
                .ties(ties)
                .level(panel.level())
                .resolution(inference.map(RankInference::resolution).orElseGet(OptionalDouble::empty))
                .entries(entries)
                .currency(panel.currency())
                .provenance(provenance(span))
                .build();
    }

    private static StackRankRow row(
            PersonId person,
            Place place,
            OptionalDouble rank,
            Optional<int[]> range,
            List<PersonId> level,
            Optional<Reason> why) {
        return new StackRankRow(
                person,
                rank,
                place.value(),
                of(place.belief().map(Place.Belief::mean)),
                place.n(),
                range.map(r -> OptionalInt.of(r[0])).orElseGet(OptionalInt::empty),
                range.map(r -> OptionalInt.of(r[1])).orElseGet(OptionalInt::empty),
                level,
                place.verdict(),
                why);
    }

    /**
     * Finds the peers who do better than someone, for sure and by enough to matter: the probability that the peer's true value
     * is better is at least that of the evidence rule (95 % where colours follow another rule), by the normal approximation of
     * both posteriors, and the two shrunken values lie at least the material gap apart.
     *
     * @param panel the figures
     * @param period the position of the period in the panel
     * @param person than whom
     * @param peers among whom; the person and people without a figure are passed over
     * @return the better peers, the surest first
     */
    public BetterPeers betterThan(Panel panel, int period, PersonId person, Collection<PersonId> peers) {
        var members = new TreeSet<>(peers);
        members.add(person);
        Map<PersonId, Place> places =
                places(panel, period, List.of(new SharedPeers(List.copyOf(members), List.copyOf(members))));
        Place own = Objects.requireNonNull(places.get(person));
        double sure = sure();
        var better = new ArrayList<BetterPeer>();
        if (own.belief().isPresent()) {
            Place.Belief mine = own.belief().get();
            for (PersonId peer : members) {
                Place place = Objects.requireNonNull(places.get(peer));
                if (peer.equals(person) || place.belief().isEmpty()) {
                    continue;
                }
                Place.Belief theirs = place.belief().get();
                double gap = panel.kpi().direction().better(theirs.mean() - mine.mean());
                double spread = StrictMath.hypot(theirs.sd(), mine.sd());
                double probability = spread > 0
                        ? NormalDistribution.of(0, spread).cumulativeProbability(gap)
                        : gap > 0 ? 1 : gap < 0 ? 0 : 0.5;
                if (gap > 0 && gap >= mine.material() && probability >= sure) {
                    better.add(better(peer, place, theirs, probability));
                }
            }
        }
        Optional<Reason> why = own.belief().isPresent()
                ? Optional.empty()
                : Optional.of(own.verdict().reason().orElse(Reason.NO_ERROR_MODEL));
        return better(panel, period, person, own.peers(), better, why);
    }

    /**
     * Finds the exemplars: those who are ahead of their own peers.
     *
     * @param panel the figures
     * @param period the position of the period in the panel
     * @param groups who is whose peer
     * @return the exemplars, the surest first
     */
    public BetterPeers exemplars(Panel panel, int period, List<SharedPeers> groups) {
        var better = new ArrayList<BetterPeer>();
        int looked = 0;
        for (Map.Entry<PersonId, Place> entry : new TreeMap<>(places(panel, period, groups)).entrySet()) {
            Place place = entry.getValue();
            looked += place.value().isPresent() ? 1 : 0;
            if (place.verdict().standing() == Standing.AHEAD && place.belief().isPresent()) {
                Place.Belief belief = place.belief().get();
                better.add(better(entry.getKey(), place, belief, 1 - belief.behind()));
            }
        }
        return better(panel, period, Everyone.EVERYONE, looked, better, Optional.empty());
    }

    private double sure() {
        return bands instanceof Bands.Evidence evidence ? evidence.sure().fraction() : 0.95;
    }

    private static BetterPeer better(PersonId peer, Place place, Place.Belief belief, double probability) {
        return new BetterPeer(
                peer,
                place.value().orElseThrow(),
                place.n(),
                belief.mean(),
                probability,
                place.verdict().standing() == Standing.AHEAD);
    }

    private BetterPeers better(
            Panel panel, int period, Subject subject, int looked, List<BetterPeer> better, Optional<Reason> why) {
        Span span = panel.periods().get(period);
        return BetterPeers.builder()
                .subject(subject)
                .kpi(panel.kpi())
                .span(span)
                .compared(count(looked, looked, "people with evidence"))
                .found(why.<Estimate>map(Estimate::undefined).orElseGet(() -> count(better.size(), looked, "better")))
                .better(better.stream()
                        .sorted(Comparator.comparingDouble(BetterPeer::probability)
                                .reversed()
                                .thenComparing(BetterPeer::person))
                        .toList())
                .currency(panel.currency())
                .provenance(provenance(span))
                .build();
    }

    private static Estimate count(int count, int of, String method) {
        return Known.builder().value(count).n(of, "persons").method(method).build();
    }

    /**
     * Compares two teams, or any two subjects of a panel that share nobody.
     *
     * @param panel the figures, pooled
     * @param period the position of the period in the panel
     * @param first the one
     * @param second the other
     * @return the comparison
     */
    public TeamComparison compareTeams(Panel panel, int period, Subject first, Subject second) {
        Span span = panel.periods().get(period);
        Sample one = sample(panel, period, first);
        Sample two = sample(panel, period, second);
        Estimate firstValue = estimate(panel, period, first);
        Estimate secondValue = estimate(panel, period, second);
        boolean both = Evidence.isEvidence(one) && Evidence.isEvidence(two);
        Optional<Difference> difference =
                both ? Difference.of(one, two, panel.level().fraction()) : Optional.empty();
        Reason why = !Evidence.isEvidence(one)
                ? Evidence.whyNot(one)
                : !Evidence.isEvidence(two) ? Evidence.whyNot(two) : Reason.NO_ERROR_MODEL;
        TeamComparison.Builder builder = TeamComparison.builder()
                .first(first)
                .second(second)
                .kpi(panel.kpi())
                .span(span)
                .firstValue(firstValue)
                .secondValue(secondValue)
                .currency(panel.currency())
                .provenance(provenance(span));
        if (difference.isEmpty()) {
            return builder.difference(Estimate.undefined(why))
                    .probabilityFirstBetter(Estimate.undefined(why))
                    .verdict(Verdict.none(why))
                    .build();
        }
        Difference d = difference.get();
        double better = panel.kpi().direction() == Direction.HIGHER_IS_BETTER ? d.above() : 1 - d.above();
        Known.Builder known = Known.builder()
                .value(d.value())
                .n(one.n() + two.n(), "observations")
                .method("first - second");
        Interval interval = Interval.confidence(d.limits().low(), d.limits().high(), panel.level(), d.method());
        return builder.difference(known.interval(interval).build())
                .probabilityFirstBetter(Known.builder()
                        .value(better)
                        .n(one.n() + two.n(), "observations")
                        .method("flat or Jeffreys' prior")
                        .build())
                .verdict(verdict(panel.kpi(), d, better, Evidence.value(two)))
                .build();
    }

    private Verdict verdict(Kpi kpi, Difference difference, double better, double yardstick) {
        boolean matters = Math.abs(difference.value()) >= PeerField.material(kpi, bands, yardstick);
        boolean positive = kpi.direction().better(difference.value()) > 0;
        if (better >= sure()) {
            return Verdict.of(matters && positive ? Standing.AHEAD : Standing.CLOSE);
        }
        if (1 - better >= sure()) {
            return Verdict.of(matters && !positive ? Standing.BEHIND : Standing.CLOSE);
        }
        return Verdict.of(Standing.NOT_DISTINGUISHABLE);
    }

    static Estimate estimate(Panel panel, int period, Subject subject) {
        int at = panel.indexOf(subject);
        return at < 0
                ? Estimate.undefined(Reason.NO_DATA)
                : perUnit(panel.estimate(at, period), panel.sample(at, period));
    }

    /** Peers with evidence. */
    private final class Group {
        private final Map<PersonId, Integer> position = new HashMap<>();
        private final PeerField field;
        private final TreeSet<PersonId> asked;

        Group(Panel panel, int period, Collection<PersonId> members) {
            // In the order of identifiers: the order of sums can reach their last bits.
            asked = new TreeSet<>(members);
            var samples = new ArrayList<Sample>();
            for (PersonId member : asked) {
                Sample sample = sample(panel, period, member);
                if (Evidence.isEvidence(sample)) {
                    position.put(member, samples.size());
                    samples.add(sample);
                }
            }
            field = new PeerField(panel.kpi(), bands, convention, samples);
        }

        Place place(PersonId subject, Sample sample, boolean keepPosterior) {
            @Nullable Integer member = position.get(subject);
            return member != null ? field.member(member, keepPosterior) : field.outsider(sample, keepPosterior);
        }

        /** How many others have no evidence. */
        int without(PersonId subject) {
            int lacking = asked.size() - position.size();
            return asked.contains(subject) && !position.containsKey(subject) ? lacking - 1 : lacking;
        }
    }
}
