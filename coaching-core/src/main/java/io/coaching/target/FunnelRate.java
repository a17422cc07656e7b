package io.coaching.target;

import io.coaching.base.Estimate;
import io.coaching.base.Interval;
import io.coaching.base.Known;
import io.coaching.base.Percent;
import io.coaching.base.Reason;
import io.coaching.internal.check.Checks;
import io.coaching.stats.Distribution;
import io.coaching.stats.Limits;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * The conversion from one stage to the next.
 *
 * @param estimate what is said of it
 * @param exact the figure for the plain answer; absent where there is none, or it is 0
 * @param belief what is believed of it for the future; absent where nothing is
 * @param basis where it comes from
 */
record FunnelRate(
        Estimate estimate, Optional<BigFraction> exact, Optional<Distribution> belief, ConversionBasis basis) {
    private static final Percent LEVEL = Percent.of(95);

    static FunnelRate given(Percent rate, String stage) {
        Checks.that(
                rate.value() > 0 && rate.value() <= 100,
                "conversion to " + stage + " must be above 0% and at most 100%: " + rate,
                "it was observed: to(stage, converted, entered) knows that 0 of 10 is not 0%.");
        BigFraction exact = ExactFractions.of(rate.value()).divide(100);
        Checks.that(exact.getNumerator().signum() > 0, "conversion to " + stage + " must be above 0%: " + rate);
        double value = ExactFractions.toDouble(exact);
        return new FunnelRate(
                Known.builder()
                        .value(value)
                        .n(0, "observations")
                        .method("given")
                        .build(),
                Optional.of(exact),
                Optional.of(new Distribution.Point(value)),
                ConversionBasis.GIVEN);
    }

    static FunnelRate observed(long converted, long entered, String stage) {
        Checks.atLeast(entered, 0, "entered");
        Checks.that(
                converted >= 0 && converted <= entered,
                "converted to " + stage + " must be in 0.." + entered + ": " + converted,
                "the two are in the wrong order: to(stage, 25, 100) is 25 of 100.");
        if (entered == 0) {
            return missing(Estimate.undefined(Reason.NO_DATA));
        }
        var belief = new Distribution.Beta(converted + 0.5, entered - converted + 0.5);
        return new FunnelRate(
                estimate(
                        (double) converted / entered,
                        belief,
                        entered,
                        converted + " / " + entered + ", Jeffreys prior"),
                converted == 0
                        ? Optional.empty()
                        : Optional.of(new BigFraction(converted).divide(new BigFraction(entered))),
                Optional.of(belief),
                ConversionBasis.OWN);
    }

    /** What is believed after the own history, if any, was seen in the light of peers. */
    static FunnelRate believed(Distribution belief, long entered, int peers) {
        boolean own = entered > 0;
        return new FunnelRate(
                estimate(
                        belief.mean(),
                        belief,
                        entered,
                        (own ? "own history drawn towards " : "none of one's own: as ") + peers + " peers"),
                belief.mean() > 0 ? Optional.of(ExactFractions.of(belief.mean())) : Optional.empty(),
                Optional.of(belief),
                own ? ConversionBasis.BLEND : ConversionBasis.PEERS);
    }

    static FunnelRate missing(Estimate why) {
        return new FunnelRate(why, Optional.empty(), Optional.empty(), ConversionBasis.OWN);
    }

    /** Why there is no figure for the plain answer. */
    Estimate whyNot() {
        return estimate.isKnown() ? Estimate.undefined(Reason.NOTHING_CONVERTED) : estimate;
    }

    private static Estimate estimate(double value, Distribution belief, long n, String method) {
        Known.Builder known = Known.builder().value(value).n(n, "observations").method(method);
        if (belief.sd() > 0) {
            Limits limits = belief.limits(LEVEL.fraction());
            known.interval(Interval.credible(limits.low(), limits.high(), LEVEL, "beta"));
        }
        return known.build();
    }
}
