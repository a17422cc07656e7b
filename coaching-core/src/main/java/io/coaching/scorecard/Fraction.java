package io.coaching.scorecard;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact weighted mean in the making: a sum of weighted values over a sum of weights.
 *
 * @param above the numerator
 * @param below the denominator, positive or, while nothing was added, zero
 */
record Fraction(BigInteger above, BigInteger below) {
    static final Fraction NONE = new Fraction(BigInteger.ZERO, BigInteger.ZERO);

    /** How many decimals a score keeps; the rest is rounded half to even, once. */
    static final int DECIMALS = 6;

    boolean isEmpty() {
        return below.signum() == 0;
    }

    /** Adds points with a weight. */
    Fraction plus(Points points, int weight) {
        return new Fraction(
                above.add(BigInteger.valueOf((long) points.halves() * weight)),
                below.add(BigInteger.valueOf(2L * weight)));
    }

    /** Adds the mean that another one has come to, with a weight. */
    Weighted weighted(int weight) {
        return new Weighted(this, weight);
    }

    /** A mean with a weight among other means. */
    record Weighted(Fraction mean, int weight) {}

    /** The weighted mean of means: each counts by its own weight, however much it stands on. */
    static Fraction of(Iterable<Weighted> means) {
        BigInteger sum = BigInteger.ZERO; // over the common denominator
        BigInteger common = BigInteger.ONE;
        long weights = 0;
        for (Weighted each : means) {
            if (!each.mean().isEmpty()) {
                BigInteger below = each.mean().below();
                sum = sum.multiply(below)
                        .add(each.mean()
                                .above()
                                .multiply(BigInteger.valueOf(each.weight()))
                                .multiply(common));
                common = common.multiply(below);
                BigInteger shared = sum.gcd(common);
                sum = sum.divide(shared);
                common = common.divide(shared);
                weights += each.weight();
            }
        }
        return weights == 0 ? NONE : new Fraction(sum, common.multiply(BigInteger.valueOf(weights)));
    }

    BigDecimal value() {
        return new BigDecimal(above).divide(new BigDecimal(below), DECIMALS, RoundingMode.HALF_EVEN);
    }
}
