package io.coaching.target;

import io.coaching.internal.check.Checks;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.apache.commons.math3.fraction.BigFraction;

/** Figures as fractions, so that 70 at 35 % are 200 and not the 201 that a double's last digit would make. */
final class ExactFractions {
    /** What a person can have meant: 0.29 as a fraction times 100 is 28.999999999999996 as a double. */
    private static final MathContext MEANT = new MathContext(15);

    private ExactFractions() {}

    static BigFraction of(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() > 0
                ? new BigFraction(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale()))
                : new BigFraction(plain.toBigIntegerExact());
    }

    /** A number as it was meant, to 15 digits. */
    static BigFraction of(double value) {
        return of(BigDecimal.valueOf(value).round(MEANT));
    }

    static BigInteger ceiling(BigFraction value) {
        BigInteger[] parts = value.getNumerator().divideAndRemainder(value.getDenominator());
        return parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
    }

    /** The least whole number that is not below a positive fraction. */
    static long ceiling(BigFraction value, String name) {
        BigInteger whole = ceiling(value);
        Checks.that(
                whole.bitLength() < Long.SIZE,
                name + " must be at most " + Long.MAX_VALUE + ": about 10^"
                        + (whole.toString().length() - 1),
                "the quota is given in cents, or a conversion as a fraction of a percent.");
        return whole.longValueExact();
    }

    static double toDouble(BigFraction value) {
        return new BigDecimal(value.getNumerator())
                .divide(new BigDecimal(value.getDenominator()), MathContext.DECIMAL128)
                .doubleValue();
    }
}
