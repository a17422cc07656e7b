package io.coaching.benchmark;

import io.coaching.base.KpiId;
import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.data.Panel;
import io.coaching.kpi.Kpi;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One person on one KPI in a {@link Scan}: the figures that the verdict stands on, without their intervals; ask for a {@link
 * PeerComparison} to see those.
 *
 * @param person who
 * @param kpi on what
 * @param value the value compared; totals for a unit of exposure; absent without evidence
 * @param n what it stands on
 * @param peers how many peers had evidence
 * @param percentileRank the percentile rank among the peers, 100 is best
 * @param peerMedian the median of the peers' values
 * @param shrunken the value drawn towards the peers
 * @param gap the shrunken value less the median of the peers' true values, turned so that positive is better
 * @param materialGap the least gap that counts
 * @param probabilityBehind the probability that the true value is worse than the median of the peers' true values
 * @param verdict what was decided
 */
public record ScanCell(
        PersonId person,
        KpiId kpi,
        OptionalDouble value,
        long n,
        int peers,
        OptionalDouble percentileRank,
        OptionalDouble peerMedian,
        OptionalDouble shrunken,
        OptionalDouble gap,
        OptionalDouble materialGap,
        OptionalDouble probabilityBehind,
        Verdict verdict) {

    static ScanCell of(PersonId person, Panel panel, Place place) {
        var belief = place.belief();
        return new ScanCell(
                person,
                panel.kpi().id(),
                place.value(),
                place.n(),
                place.peers(),
                place.percentile(),
                place.median(),
                belief.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(belief.get().mean()),
                belief.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(
                                panel.kpi().direction().better(belief.get().gap())),
                belief.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(belief.get().material()),
                belief.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(belief.get().behind()),
                place.verdict());
    }

    /**
     * The probability that the flag has the wrong side.
     *
     * @return at most what the rule allows; empty where nothing is flagged, or the rule does not ask
     */
    public OptionalDouble probabilityWrong() {
        if (probabilityBehind.isEmpty() || !verdict.standing().isFlag()) {
            return OptionalDouble.empty();
        }
        double behind = probabilityBehind.getAsDouble();
        return OptionalDouble.of(verdict.standing() == Standing.BEHIND ? 1 - behind : behind);
    }

    /** The cell without anything that is made of the peers' figures. */
    ScanCell withheld(Reason reason) {
        OptionalDouble none = OptionalDouble.empty();
        return new ScanCell(person, kpi, value, n, 0, none, none, none, none, none, none, Verdict.none(reason));
    }

    /** The cell without what would give away some of a few hidden peers; see {@link PeerDetail#COARSE}. */
    ScanCell coarse(Kpi of) {
        OptionalDouble none = OptionalDouble.empty();
        return new ScanCell(
                person,
                kpi,
                value,
                n,
                peers,
                none,
                peerMedian.isPresent()
                        ? OptionalDouble.of(Words.format(of, Optional.empty()).rounded(peerMedian.getAsDouble()))
                        : none,
                none,
                none,
                none,
                probabilityBehind.isPresent()
                        ? OptionalDouble.of(Math.rint(probabilityBehind.getAsDouble() * 100) / 100)
                        : none,
                verdict);
    }

    /** How many material gaps the person lies away, times how sure the side is: what a list of looks is sorted by. */
    double weight() {
        if (gap.isEmpty() || materialGap.isEmpty() || probabilityBehind.isEmpty()) {
            return 0;
        }
        double behind = probabilityBehind.getAsDouble();
        double gaps = materialGap.getAsDouble() > 0 ? Math.abs(gap.getAsDouble()) / materialGap.getAsDouble() : 1;
        return gaps * Math.max(behind, 1 - behind);
    }
}
