package io.coaching.target;

import io.coaching.stats.UncertainRate;
import java.math.BigInteger;
import java.util.OptionalLong;
import java.util.function.LongToDoubleFunction;
import org.apache.commons.math3.fraction.BigFraction;

/** The probability of reaching a quota, as a function of how many there are at the top of the funnel; it never falls. */
final class PlanChance {
    /** More deals than this are not counted one by one. */
    static final long MOST_DEALS = 10_000_000;

    /** More than so many of anything are out of reach. */
    static final long MOST_ACTIVITY = 1_000_000_000_000L;

    private final UncertainRate rate;
    private final long deals;
    private final LongToDoubleFunction reaching;
    private final boolean fixed;

    /** The deal size must be exact; the quota asks for at most {@link #MOST_DEALS} deals. */
    PlanChance(UncertainRate rate, DealSize deal, BigFraction quota) {
        this.rate = rate;
        this.fixed = deal.sums().isEmpty();
        this.deals = dealsNeeded(deal, quota).longValueExact();
        this.reaching = deal.sums()
                .map(sums -> sums.reaching(ExactFractions.toDouble(quota)))
                .orElse(n -> n >= deals ? 1 : 0);
    }

    static BigInteger dealsNeeded(DealSize deal, BigFraction quota) {
        return ExactFractions.ceiling(quota.divide(deal.exact().orElseThrow()));
    }

    double of(long activity) {
        return fixed ? rate.tail(deals, activity) : rate.expectation(activity, reaching);
    }

    /** The least activity with a probability, found by doubling and halving. */
    OptionalLong least(double chance) {
        long low = 0;
        long high = 1;
        while (of(high) < chance) {
            if (high >= MOST_ACTIVITY) {
                return OptionalLong.empty();
            }
            low = high;
            high *= 2;
        }
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (of(middle) < chance) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalLong.of(high);
    }
}
