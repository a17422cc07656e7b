package io.coaching.target;

import io.coaching.base.Estimate;
import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.base.Subject;
import io.coaching.data.Panel;
import io.coaching.data.Sample;
import io.coaching.stats.Distribution;
import io.coaching.stats.NormalNormal;
import io.coaching.stats.SumOfAmounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What deals have brought. A ratio of the won amount to the won deals keeps its linearised variance, which is that of a mean:
 * times the number of deals it is the variance of a single one.
 */
final class HistoricalDeals {
    private HistoricalDeals() {}

    static DealSize of(Panel sizes, Subject subject, List<PersonId> peers) {
        Sample own = sizes.sample(sizes.indexOf(subject), 0);
        if (own instanceof Sample.None none && none.reason() == Reason.MIXED_CURRENCIES) {
            return DealSize.missing(Estimate.undefined(none.reason()));
        }
        List<Sample.Ratio> seen = new ArrayList<>();
        for (PersonId peer : peers) {
            if (sizes.sample(sizes.indexOf(peer), 0) instanceof Sample.Ratio ratio) {
                seen.add(ratio);
            }
        }
        if (own instanceof Sample.Ratio ratio && !(ratio.numerator() > 0)) {
            return DealSize.missing(Estimate.undefined(Reason.ZERO_DENOMINATOR));
        }
        double spread = pooled(seen, own);
        Optional<NormalNormal.Prior> prior = spread > 0 ? prior(seen, spread) : Optional.empty();
        if (prior.isPresent()) {
            Optional<DealSize> blended = blended(own, prior.get(), spread);
            if (blended.isPresent()) {
                return blended.get();
            }
        }
        return own instanceof Sample.Ratio ratio
                ? own(ratio)
                : DealSize.missing(
                        Estimate.undefined(own instanceof Sample.None none ? none.reason() : Reason.NO_DATA));
    }

    private static DealSize own(Sample.Ratio ratio) {
        var average = ExactFractions.of(ratio.numerator()).divide(ExactFractions.of(ratio.denominator()));
        if (ratio.variance().isEmpty()) {
            return DealSize.average(average, ratio.n());
        }
        double variance = ratio.variance().getAsDouble();
        var sums = new SumOfAmounts(
                ExactFractions.toDouble(average), Math.sqrt(variance * ratio.n()), Math.sqrt(variance));
        return DealSize.observed(average, sums, ratio.n(), "won amount / wins", ConversionBasis.OWN);
    }

    private static Optional<DealSize> blended(Sample own, NormalNormal.Prior prior, double spread) {
        boolean has = own instanceof Sample.Ratio;
        long n = own instanceof Sample.Ratio ratio ? ratio.n() : 0;
        Distribution belief = own instanceof Sample.Ratio ratio
                ? prior.posterior(ratio.numerator() / ratio.denominator(), spread / n)
                : prior.prior();
        if (!(belief.mean() > 0)) {
            return Optional.empty();
        }
        return Optional.of(DealSize.observed(
                ExactFractions.of(belief.mean()),
                new SumOfAmounts(belief.mean(), Math.sqrt(spread), belief.sd()),
                n,
                (has ? "own deals drawn towards " : "none of one's own: as ") + prior.groups() + " peers",
                has ? ConversionBasis.BLEND : ConversionBasis.PEERS));
    }

    /** The variance of a single deal, pooled over everyone who has two or more; 0 if nobody has. */
    private static double pooled(List<Sample.Ratio> peers, Sample own) {
        double squares = 0;
        double freedom = 0;
        List<Sample.Ratio> all = new ArrayList<>(peers);
        if (own instanceof Sample.Ratio ratio) {
            all.add(ratio);
        }
        for (Sample.Ratio each : all) {
            if (each.variance().isPresent()) {
                squares += (each.n() - 1) * each.variance().getAsDouble() * each.n();
                freedom += each.n() - 1;
            }
        }
        return freedom > 0 ? squares / freedom : 0;
    }

    private static Optional<NormalNormal.Prior> prior(List<Sample.Ratio> peers, double spread) {
        return NormalNormal.withDefaults()
                .fit(
                        peers.stream()
                                .mapToDouble(ratio -> ratio.numerator() / ratio.denominator())
                                .toArray(),
                        peers.stream().mapToDouble(ratio -> spread / ratio.n()).toArray());
    }
}
