package io.coaching.target;

import io.coaching.base.Estimate;
import io.coaching.base.Known;
import io.coaching.base.Reason;
import io.coaching.internal.check.Checks;
import io.coaching.stats.SumOfAmounts;
import java.math.BigDecimal;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * What a deal brings.
 *
 * @param estimate the average
 * @param exact the average for the plain answer; absent where there is none
 * @param sums what n deals bring together; absent where every deal is of the given size, or nothing is known of their spread
 * @param basis where it comes from
 */
record DealSize(Estimate estimate, Optional<BigFraction> exact, Optional<SumOfAmounts> sums, ConversionBasis basis) {
    static DealSize given(BigDecimal amount) {
        Checks.that(amount.signum() > 0, "averageDealSize must be above 0: " + amount.toPlainString());
        BigFraction exact = ExactFractions.of(amount);
        return new DealSize(
                Known.builder()
                        .value(amount.doubleValue())
                        .n(0, "deals")
                        .method("given")
                        .build(),
                Optional.of(exact),
                Optional.empty(),
                ConversionBasis.GIVEN);
    }

    static DealSize observed(BigFraction average, SumOfAmounts sums, long deals, String method, ConversionBasis basis) {
        return new DealSize(
                Known.builder()
                        .value(ExactFractions.toDouble(average))
                        .n(deals, "deals")
                        .method(method)
                        .build(),
                Optional.of(average),
                Optional.of(sums),
                basis);
    }

    /** An average of so few deals that nothing is known of their spread. */
    static DealSize average(BigFraction average, long deals) {
        return new DealSize(
                Known.builder()
                        .value(ExactFractions.toDouble(average))
                        .n(deals, "deals")
                        .method("mean")
                        .build(),
                Optional.of(average),
                Optional.empty(),
                ConversionBasis.OWN);
    }

    static DealSize missing(Estimate why) {
        return new DealSize(why, Optional.empty(), Optional.empty(), ConversionBasis.OWN);
    }

    /** Why there is no chance to tell. */
    Optional<Estimate> whyNoChance() {
        if (exact.isEmpty()) {
            return Optional.of(estimate);
        }
        return sums.isEmpty() && basis != ConversionBasis.GIVEN
                ? Optional.of(Estimate.undefined(Reason.TOO_FEW_OBSERVATIONS))
                : Optional.empty();
    }
}
