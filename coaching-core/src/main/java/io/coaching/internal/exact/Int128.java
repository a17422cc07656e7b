package io.coaching.internal.exact;

import java.math.BigInteger;

/**
 * Arithmetic on signed 128-bit integers held in two longs, {@code high * 2^64 + low} with {@code low} unsigned.
 *
 * <p>And the few operations beyond: n times the sum of squares minus the square of the sum needs up to 254 bits.
 */
public final class Int128 {
    private Int128() {}

    /** Returns 1 if the unsigned sum of {@code a} and {@code b} leaves 64 bits, otherwise 0. */
    public static long carry(long a, long b) {
        return Long.compareUnsigned(a + b, a) < 0 ? 1 : 0;
    }

    /** Returns the high half of a sum whose low halves carry {@code carry}; throws where it leaves 128 bits. */
    public static long addHighExact(long a, long b, long carry) {
        long sum = a + b + carry;
        // overflow: both operands of one sign, the result of the other; the carry cannot hide it
        if (((a ^ sum) & (b ^ sum)) < 0) {
            throw new ArithmeticException("a sum outgrows 128 bits");
        }
        return sum;
    }

    /** Returns whether the number is a long: its high half only repeats the sign. */
    public static boolean isLong(long high, long low) {
        return high == low >> 63;
    }

    /** Returns the number. */
    public static BigInteger toBigInteger(long high, long low) {
        if (isLong(high, low)) {
            return BigInteger.valueOf(low);
        }
        BigInteger unsigned = BigInteger.valueOf(low >>> 1).shiftLeft(1).or(BigInteger.valueOf(low & 1));
        return BigInteger.valueOf(high).shiftLeft(64).add(unsigned);
    }

    /** Returns the nearest double, ties to even. */
    public static double toDouble(long high, long low) {
        return isLong(high, low) ? (double) low : toBigInteger(high, low).doubleValue();
    }

    /**
     * Returns {@code count * squares - sum^2}, computed exactly and rounded once to the nearest double.
     *
     * <p>Divided by {@code n^2} it is the variance of a population, by {@code n(n-1)} that of a sample. Never
     * negative when the arguments belong to real values (Cauchy and Schwarz).
     */
    public static double spread(long count, long sumHigh, long sumLow, long squaresHigh, long squaresLow) {
        if (isLong(sumHigh, sumLow) && isLong(squaresHigh, squaresLow)) {
            // both products fit in 128 bits, and so does their difference
            long leftHigh = Math.multiplyHigh(count, squaresLow);
            long leftLow = count * squaresLow;
            long rightHigh = Math.multiplyHigh(sumLow, sumLow);
            long rightLow = sumLow * sumLow;
            long low = leftLow - rightLow;
            long borrow = Long.compareUnsigned(leftLow, rightLow) < 0 ? 1 : 0;
            return toDouble(leftHigh - rightHigh - borrow, low);
        }
        BigInteger sum = toBigInteger(sumHigh, sumLow);
        BigInteger squares = toBigInteger(squaresHigh, squaresLow);
        return BigInteger.valueOf(count)
                .multiply(squares)
                .subtract(sum.multiply(sum))
                .doubleValue();
    }
}
