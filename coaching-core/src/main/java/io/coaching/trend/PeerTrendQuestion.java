package io.coaching.trend;

import io.coaching.base.Estimate;
import io.coaching.base.Interval;
import io.coaching.base.Known;
import io.coaching.base.Percent;
import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.data.Panel;
import io.coaching.people.Peers;
import io.coaching.people.Scope;
import io.coaching.stats.LevelShift;
import io.coaching.stats.MannKendall;
import io.coaching.stats.SegmentCost;
import io.coaching.stats.Series;
import io.coaching.stats.TheilSen;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Is someone behind the peers, since when, and does it get better? {@link TrendQuestion#against} asks; the last word says who.
 *
 * <p>In each whole period the person's value is held against the median of the peers' values of that period, so that what moves all of
 * them, a season or a holiday, is no news. Peers are those of the whole span by the rule; in a period those count who have a figure and
 * were there, as of a {@link TrendQuestion}, {@value #FEWEST_PEERS} at least. Totals are compared for a working day and shown for a usual period.
 *
 * <p>The gaps are then cut where their level changes. The newest level says where the person stands, if its interval does not hold 0; "since"
 * goes back over all levels before it that say the same. The movement of the gap since then is told by the test of Mann and
 * Kendall, or by the newest change if the level changed since.
 *
 * <p>For a viewer: the medians and gaps are told only where in each period the peers with a figure whom the viewer may not see are none
 * or twice as many as privacy asks for; with fewer the standing alone; with fewer than privacy asks for nothing.
 */
public final class PeerTrendQuestion {
    /** The fewest peers with a figure in a period. */
    static final int FEWEST_PEERS = 3;

    private final TrendQuestion question;
    private final Peers rule;

    PeerTrendQuestion(TrendQuestion question, Peers rule) {
        this.question = question;
        this.rule = rule;
    }

    /**
     * Of one person.
     *
     * @param person who
     * @return how they stand against their peers, period by period
     * @throws IllegalArgumentException if the person is not among the people
     * @throws IllegalStateException if no span was said
     */
    public PeerTrend of(PersonId person) {
        question.known(person);
        Optional<Reason> hidden = question.whyHidden(person);
        PeerTrend.Builder result = PeerTrend.builder()
                .person(person)
                .kpi(question.kpi())
                .rule(rule.toString())
                .provenance(question.source().provenance());
        if (hidden.isPresent()) {
            return none(result, Estimate.withheld(hidden.get()), hidden.get());
        }
        List<PersonId> peers = rule.over(
                        question.source().roster(),
                        question.span(),
                        question.source().calendar())
                .of(person)
                .peers();
        SeriesReader reader = question.reader();
        var people = new LinkedHashSet<PersonId>(peers);
        people.add(person);
        Panel panel = reader.panel(question.kpi(), people);
        result.currency(panel.currency()).remarks(panel.remarks());
        TrendSeries own = reader.series(panel, person);
        if (own.whyNot().isPresent()) {
            return none(
                    result, Estimate.undefined(own.whyNot().get()), own.whyNot().get());
        }
        List<TrendSeries> others =
                peers.stream().map(peer -> reader.series(panel, peer)).toList();
        Detail detail = Detail.ALL;
        var points = new ArrayList<PeerPoint>();
        var positions = new ArrayList<Integer>();
        var gaps = new ArrayList<Double>();
        for (int i = 0; i < own.points().size(); i++) {
            TrendPoint point = own.points().get(i);
            var values = new ArrayList<Double>();
            var contributors = new ArrayList<PersonId>();
            for (TrendSeries other : others) {
                OptionalDouble value = other.comparable(i);
                if (value.isPresent()) {
                    values.add(value.getAsDouble() * own.usual());
                    contributors.add((PersonId) other.subject());
                }
            }
            OptionalDouble value = own.comparable(i);
            if (value.isPresent()) {
                value = OptionalDouble.of(value.getAsDouble() * own.usual());
            }
            Optional<Omission> omission = point.leftOut()
                    .or(() -> values.size() < FEWEST_PEERS ? Optional.of(Omission.TOO_FEW_PEERS) : Optional.empty());
            OptionalDouble median = omission.isEmpty() ? OptionalDouble.of(median(values)) : OptionalDouble.empty();
            if (omission.isEmpty()) {
                detail = detail.and(detail(contributors));
                positions.add(i);
                gaps.add(question.kpi().direction().better(value.orElseThrow() - median.getAsDouble()));
            }
            points.add(new PeerPoint(point.label(), point.period(), value, median, values.size(), omission));
        }
        if (detail == Detail.NONE) {
            return none(result, Estimate.withheld(Reason.GROUP_TOO_SMALL), Reason.GROUP_TOO_SMALL);
        }
        result.points(points);
        if (gaps.size() < TrendAnalysis.FEWEST) {
            boolean lonely = points.stream().anyMatch(p -> p.leftOut().equals(Optional.of(Omission.TOO_FEW_PEERS)));
            Reason why = lonely ? Reason.TOO_FEW_PEERS : Reason.TOO_FEW_OBSERVATIONS;
            return none(result, Estimate.undefined(why), why);
        }
        PeerTrend whole = decided(
                result,
                points,
                positions.stream().mapToInt(p -> p).toArray(),
                gaps.stream().mapToDouble(g -> g).toArray());
        return detail == Detail.ALL ? whole : whole.coarse();
    }

    private static PeerTrend none(PeerTrend.Builder result, Estimate none, Reason why) {
        return result.gap(none)
                .slope(none)
                .standing(PeerStanding.NO_VERDICT)
                .reason(why)
                .movement(Movement.CANNOT_TELL)
                .periods(0)
                .periodsThatSide(0)
                .build();
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
        int n = sorted.length;
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    private PeerTrend decided(PeerTrend.Builder result, List<PeerPoint> points, int[] positions, double[] gaps) {
        int n = gaps.length;
        Percent level = question.analysis().level();
        SegmentCost cost = SegmentCost.mean(gaps);
        Optional<LevelShift> shift =
                LevelShift.find(cost, Steps.shortest(n), TrendAnalysis.ALPHA, Steps.RANGE.fraction());
        List<Integer> changes = shift.map(LevelShift::changes).orElse(List.of());
        double noise = LevelShift.noise(cost, changes);
        double t = TDistribution.of(Math.max(1, n - 1 - changes.size()))
                .inverseSurvivalProbability((1 - level.fraction()) / 2);
        int newest = changes.isEmpty() ? 0 : changes.get(changes.size() - 1);
        double gap = cost.level(newest, n);
        double half = t * Math.sqrt(cost.variance(newest, n, noise));
        PeerStanding standing = standing(gap, half);
        int from = newest;
        int c = changes.size() - 1;
        while (c >= 0 && standing != PeerStanding.NOT_DISTINGUISHABLE) {
            int before = c == 0 ? 0 : changes.get(c - 1);
            double there = cost.level(before, from);
            if (standing(there, t * Math.sqrt(cost.variance(before, from, noise))) != standing) {
                break;
            }
            from = before;
            c--;
        }
        int begin = from;
        int side = (int) Arrays.stream(gaps, begin, n)
                .filter(g -> standing == PeerStanding.AHEAD ? g > 0 : g < 0)
                .count();
        Series since = Series.of(Arrays.copyOfRange(positions, begin, n), Arrays.copyOfRange(gaps, begin, n));
        OptionalDouble p = MannKendall.of(since)
                .value()
                .map(MannKendall::pValue)
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
        Estimate slope = TheilSen.of(since)
                .value()
                .<Estimate>map(fit -> Known.builder()
                        .value(fit.slope())
                        .n(since.n(), "periods")
                        .method("Theil-Sen")
                        .build())
                .orElseGet(() -> Estimate.undefined(Reason.TOO_FEW_OBSERVATIONS));
        Movement movement = Movement.CANNOT_TELL;
        if (newest > begin) {
            int before = changes.size() > 1 ? changes.get(changes.size() - 2) : 0;
            movement = gap > cost.level(before, newest) ? Movement.IMPROVING : Movement.DECLINING;
        } else if (since.n() >= TrendAnalysis.FEWEST && p.isPresent() && p.getAsDouble() <= TrendAnalysis.ALPHA) {
            movement = slope.asDouble().orElse(0) > 0 ? Movement.IMPROVING : Movement.DECLINING;
        }
        if (begin > 0 && standing != PeerStanding.NOT_DISTINGUISHABLE) {
            result.since(day(points, positions[begin]));
            if (begin == newest) {
                shift.ifPresent(s -> result.earliest(day(points, positions[s.earliest()]))
                        .latest(day(points, positions[s.latest()])));
            }
        }
        return result.gap(Known.builder()
                        .value(gap)
                        .interval(Interval.confidence(gap - half, gap + half, level, "mean gap, Student"))
                        .n(n - newest, "periods")
                        .method("value - peers' median, positive is better")
                        .build())
                .slope(slope)
                .p(p)
                .standing(standing)
                .movement(movement)
                .periods(n - begin)
                .periodsThatSide(side)
                .build();
    }

    private static PeerStanding standing(double gap, double half) {
        return gap + half < 0
                ? PeerStanding.BEHIND
                : gap - half > 0 ? PeerStanding.AHEAD : PeerStanding.NOT_DISTINGUISHABLE;
    }

    private static LocalDate day(List<PeerPoint> points, int position) {
        return points.get(position).period().start();
    }

    /** How much may be told of medians to a viewer who does not see all peers. */
    private enum Detail {
        ALL,
        STANDING,
        NONE;

        Detail and(Detail other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    private Detail detail(List<PersonId> contributors) {
        var policy = question.source().access().policy();
        if (question.viewer().isEmpty()
                || policy.scopeOf(question.viewer().get().role()) == Scope.EVERYONE) {
            return Detail.ALL;
        }
        Set<PersonId> visible = new HashSet<>(question.source()
                .access()
                .visible(question.viewer().get(), question.source().asOf()));
        long unseen = contributors.stream().filter(p -> !visible.contains(p)).count();
        int least = Math.max(2, policy.privacy().minimumGroup());
        return unseen == 0 || unseen >= 2L * least ? Detail.ALL : unseen >= least ? Detail.STANDING : Detail.NONE;
    }

    @Override
    public String toString() {
        return question + " against " + rule;
    }
}
