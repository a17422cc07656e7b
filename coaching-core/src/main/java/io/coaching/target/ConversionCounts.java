package io.coaching.target;

import io.coaching.base.Estimate;
import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.base.Subject;
import io.coaching.data.Panel;
import io.coaching.data.Sample;
import io.coaching.stats.BetaBinomial;
import io.coaching.stats.PeerPrior;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How many came through of how many, of a subject and of peers; a sample without counts is a {@link Sample.None}. */
record ConversionCounts(Function<Subject, Sample> counts) {
    /** Of a share. */
    static ConversionCounts of(Panel share) {
        return new ConversionCounts(subject -> share.sample(share.indexOf(subject), 0));
    }

    /** Of two counts over the same days. */
    static ConversionCounts of(Panel upper, Panel lower) {
        return new ConversionCounts(
                subject -> share(upper.sample(upper.indexOf(subject), 0), lower.sample(lower.indexOf(subject), 0)));
    }

    private static Sample share(Sample upper, Sample lower) {
        if (!(upper instanceof Sample.Total entered)) {
            return upper instanceof Sample.None ? upper : new Sample.None(Reason.NO_DATA);
        }
        if (!(lower instanceof Sample.Total converted)) {
            return lower instanceof Sample.None ? lower : new Sample.None(Reason.NO_DATA);
        }
        long trials = Math.round(entered.total());
        long successes = Math.round(converted.total());
        if (successes > trials) {
            return new Sample.None(Reason.MORE_SUCCESSES_THAN_TRIALS);
        }
        return trials == 0 ? new Sample.None(Reason.NO_DATA) : new Sample.Proportion(successes, trials);
    }

    FunnelRate rate(Subject subject, List<PersonId> peers, String stage) {
        Sample own = counts.apply(subject);
        // counts that contradict each other are no thin history: peers do not mend them
        boolean contradictory = own instanceof Sample.None none && none.reason() == Reason.MORE_SUCCESSES_THAN_TRIALS;
        Optional<PeerPrior> prior = contradictory ? Optional.empty() : prior(peers);
        if (own instanceof Sample.Proportion p) {
            return prior.map(fitted -> FunnelRate.believed(
                            fitted.posterior(p.successes(), (double) p.trials()), p.trials(), fitted.groups()))
                    .orElseGet(() -> FunnelRate.observed(p.successes(), p.trials(), stage));
        }
        return prior.map(fitted -> FunnelRate.believed(fitted.prior(), 0, fitted.groups()))
                .orElseGet(() -> FunnelRate.missing(
                        Estimate.undefined(own instanceof Sample.None none ? none.reason() : Reason.NO_DATA)));
    }

    private Optional<PeerPrior> prior(List<PersonId> peers) {
        List<Sample.Proportion> seen = peers.stream()
                .map(counts)
                .filter(Sample.Proportion.class::isInstance)
                .map(Sample.Proportion.class::cast)
                .toList();
        return BetaBinomial.withDefaults()
                .fit(
                        seen.stream().mapToLong(Sample.Proportion::successes).toArray(),
                        seen.stream().mapToLong(Sample.Proportion::trials).toArray());
    }
}
