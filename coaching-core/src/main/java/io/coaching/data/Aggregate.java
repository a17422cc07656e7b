package io.coaching.data;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.coaching.internal.check.Checks;
import io.coaching.internal.exact.ByteSink;
import io.coaching.internal.exact.ByteSource;
import io.coaching.internal.exact.Int128;
import java.math.BigInteger;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Count, sum, sum of squares, least and greatest of scaled integers: an exact partial result that merges.
 *
 * <p>Everything in it is an integer, so merging is associative and commutative to the last bit: shards may be merged
 * in any order. It is <em>not</em> a running mean, and knows neither unit nor decimals: 12.50 EUR is 1250, and
 * {@link #mean(int)} takes the decimals back out. Sums and sums of squares have 128 bits; what outgrows them is an
 * {@link ArithmeticException}, never a wrap. No 128 bits are outgrown below 134 million values of the greatest size.
 *
 * <p>Example: {@code Aggregate.of(2, 4, 4, 4, 5, 5, 7, 9)} has count 8, sum 40, sum of squares 232, mean 5 and
 * variance 32/7 = 4.571428571428571.
 *
 * <p>Immutable. {@link Accumulator} is its mutable counterpart, for one thread.
 */
public final class Aggregate {
    /** The greatest magnitude of a value: 10<sup>15</sup>, ten trillion in cents. */
    public static final long MAX_VALUE = 1_000_000_000_000_000L;

    /** No value at all: the identity of {@link #merge}. */
    public static final Aggregate EMPTY = new Aggregate(0, 0, 0, 0, 0, Long.MAX_VALUE, Long.MIN_VALUE);

    static final int MAGIC = 0x43_41_47_01; // CAG, version 1

    private final long count;
    private final long sumHigh;
    private final long sumLow;
    private final long squaresHigh;
    private final long squaresLow;
    private final long min;
    private final long max;

    Aggregate(long count, long sumHigh, long sumLow, long squaresHigh, long squaresLow, long min, long max) {
        this.count = count;
        this.sumHigh = sumHigh;
        this.sumLow = sumLow;
        this.squaresHigh = squaresHigh;
        this.squaresLow = squaresLow;
        this.min = min;
        this.max = max;
    }

    /**
     * Aggregates values.
     *
     * @param values scaled integers, none beyond {@link #MAX_VALUE} in magnitude
     * @return their aggregate
     * @throws IllegalArgumentException if a value is too large
     */
    public static Aggregate of(long... values) {
        Accumulator accumulator = accumulator();
        for (long value : values) {
            accumulator.add(value);
        }
        return accumulator.finish();
    }

    /**
     * Starts a mutable aggregate.
     *
     * @return an accumulator without values
     */
    public static Accumulator accumulator() {
        return new Accumulator();
    }

    /**
     * Aggregates a stream, parallel or not: the result is the same to the bit.
     *
     * @return a collector of scaled integers
     */
    public static Collector<Long, ?, Aggregate> collector() {
        return Collector.of(
                Aggregate::accumulator,
                Accumulator::add,
                (a, b) -> a.merge(b.finish()),
                Accumulator::finish,
                Collector.Characteristics.UNORDERED);
    }

    /**
     * Adds one value.
     *
     * @param value a scaled integer, not beyond {@link #MAX_VALUE} in magnitude
     * @return the aggregate of these values and that one
     * @throws IllegalArgumentException if the value is too large
     * @throws ArithmeticException if the squares outgrow 128 bits
     */
    public Aggregate plus(long value) {
        return accumulator().merge(this).add(value).finish();
    }

    /**
     * Puts two partial results together.
     *
     * @param other the aggregate of other values
     * @return the aggregate of both
     * @throws ArithmeticException if the squares outgrow 128 bits
     */
    public Aggregate merge(Aggregate other) {
        return accumulator().merge(this).merge(other).finish();
    }

    /**
     * Returns how many values there are.
     *
     * @return zero or more
     */
    public long count() {
        return count;
    }

    /**
     * Tells whether there is no value.
     *
     * @return whether the count is zero
     */
    public boolean isEmpty() {
        return count == 0;
    }

    /**
     * Returns the sum.
     *
     * @return the sum of the scaled integers; 0 of none
     * @throws ArithmeticException if it is no long; {@link #exactSum()} always answers
     */
    public long sum() {
        if (!Int128.isLong(sumHigh, sumLow)) {
            throw new ArithmeticException("the sum outgrows a long: " + exactSum());
        }
        return sumLow;
    }

    /**
     * Returns the sum, whatever its size.
     *
     * @return the sum of the scaled integers; 0 of none
     */
    public BigInteger exactSum() {
        return Int128.toBigInteger(sumHigh, sumLow);
    }

    /**
     * Returns the sum of squares, whatever its size.
     *
     * @return the sum of the squared scaled integers; 0 of none
     */
    public BigInteger exactSumOfSquares() {
        return Int128.toBigInteger(squaresHigh, squaresLow);
    }

    /**
     * Returns the least value.
     *
     * @return a scaled integer; nothing of no values
     */
    public OptionalLong min() {
        return count == 0 ? OptionalLong.empty() : OptionalLong.of(min);
    }

    /**
     * Returns the greatest value.
     *
     * @return a scaled integer; nothing of no values
     */
    public OptionalLong max() {
        return count == 0 ? OptionalLong.empty() : OptionalLong.of(max);
    }

    /**
     * Returns the mean of the scaled integers.
     *
     * @return the exact sum divided by the count, off by at most one unit in the last place; nothing of no values
     */
    public OptionalDouble mean() {
        return mean(0);
    }

    /**
     * Returns the mean in the measure's unit.
     *
     * @param decimals how many decimals the integers were scaled by, 0 to 9
     * @return the mean divided by 10<sup>decimals</sup>; nothing of no values
     */
    public OptionalDouble mean(int decimals) {
        double unit = unit(decimals);
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(mean(count, sumHigh, sumLow) / unit);
    }

    /**
     * Returns the sample variance of the scaled integers.
     *
     * @return (n sum(v<sup>2</sup>) - sum(v)<sup>2</sup>) / (n (n-1)), the numerator exact, so that nothing cancels
     *     and equal values give 0; nothing below two values
     */
    public OptionalDouble variance() {
        return variance(0);
    }

    /**
     * Returns the sample variance in the square of the measure's unit.
     *
     * @param decimals how many decimals the integers were scaled by, 0 to 9
     * @return the variance divided by 10<sup>2 decimals</sup>; nothing below two values
     */
    public OptionalDouble variance(int decimals) {
        double unit = unit(decimals);
        return count < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(variance(count, sumHigh, sumLow, squaresHigh, squaresLow) / (unit * unit));
    }

    /**
     * Returns the sample standard deviation of the scaled integers.
     *
     * @return the square root of the {@linkplain #variance() variance}; nothing below two values
     */
    public OptionalDouble standardDeviation() {
        return standardDeviation(0);
    }

    /**
     * Returns the sample standard deviation in the measure's unit.
     *
     * @param decimals how many decimals the integers were scaled by, 0 to 9
     * @return the deviation divided by 10<sup>decimals</sup>; nothing below two values
     */
    public OptionalDouble standardDeviation(int decimals) {
        double unit = unit(decimals);
        return count < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.sqrt(variance(count, sumHigh, sumLow, squaresHigh, squaresLow)) / unit);
    }

    static double mean(long count, long sumHigh, long sumLow) {
        return Int128.toDouble(sumHigh, sumLow) / count;
    }

    static double variance(long count, long sumHigh, long sumLow, long squaresHigh, long squaresLow) {
        // two factors, since their product may outgrow a long
        return Int128.spread(count, sumHigh, sumLow, squaresHigh, squaresLow) / count / (count - 1);
    }

    private static double unit(int decimals) {
        Checks.inRange(decimals, 0, 9, "decimals");
        double unit = 1;
        for (int i = 0; i < decimals; i++) {
            unit *= 10;
        }
        return unit;
    }

    /**
     * Writes the aggregate as bytes: the same for the same values, in whatever way they came together.
     *
     * @return the byte form, with a checksum; no promise of compatibility before version 1.0
     */
    public byte[] toBytes() {
        ByteSink sink = new ByteSink(MAGIC);
        sink.unsigned(count);
        if (count > 0) {
            sink.signed(sumHigh);
            sink.signed(sumLow);
            sink.signed(squaresHigh);
            sink.signed(squaresLow);
            sink.signed(min);
            sink.signed(max);
        }
        return sink.toBytes();
    }

    /**
     * Reads what {@link #toBytes()} wrote.
     *
     * @param bytes the byte form
     * @return the aggregate
     * @throws IllegalArgumentException if the bytes are damaged, saying where and how
     */
    public static Aggregate fromBytes(byte[] bytes) {
        ByteSource source = new ByteSource(bytes, MAGIC, "aggregate");
        long count = source.unsigned(0, Long.MAX_VALUE, "count");
        if (count == 0) {
            source.finish();
            return EMPTY;
        }
        long sumHigh = source.signed("sum");
        long sumLow = source.signed("sum");
        long squaresHigh = source.signed("sum of squares");
        long squaresLow = source.signed("sum of squares");
        long min = source.signed(-MAX_VALUE, MAX_VALUE, "min");
        long max = source.signed(min, MAX_VALUE, "max");
        source.finish();
        Aggregate read = new Aggregate(count, sumHigh, sumLow, squaresHigh, squaresLow, min, max);
        BigInteger n = BigInteger.valueOf(count);
        BigInteger sum = read.exactSum();
        if (n.multiply(BigInteger.valueOf(min)).compareTo(sum) > 0
                || n.multiply(BigInteger.valueOf(max)).compareTo(sum) < 0
                || n.multiply(read.exactSumOfSquares()).compareTo(sum.multiply(sum)) < 0) {
            throw source.bad(
                    "sums",
                    "no " + count + " values in " + min + ".." + max + " have sum " + sum + " and sum of squares "
                            + read.exactSumOfSquares());
        }
        return read;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Aggregate that
                && count == that.count
                && sumHigh == that.sumHigh
                && sumLow == that.sumLow
                && squaresHigh == that.squaresHigh
                && squaresLow == that.squaresLow
                && min == that.min
                && max == that.max;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(31 * (31 * count + sumLow) + squaresLow) + 31 * Long.hashCode(31 * min + max);
    }

    /**
     * Says the aggregate in one line.
     *
     * @return such as {@code n=3 sum=12 min=2 max=6}
     */
    @Override
    public String toString() {
        return count == 0 ? "n=0" : "n=" + count + " sum=" + exactSum() + " min=" + min + " max=" + max;
    }

    /** An aggregate that grows in place; for one thread at a time. */
    public static final class Accumulator {
        long count;
        long sumHigh;
        long sumLow;
        long squaresHigh;
        long squaresLow;
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;

        Accumulator() {}

        /**
         * Adds one value.
         *
         * @param value a scaled integer, not beyond {@link #MAX_VALUE} in magnitude
         * @return this
         * @throws IllegalArgumentException if the value is too large
         * @throws ArithmeticException if the squares outgrow 128 bits; what was added before stays
         */
        @CanIgnoreReturnValue
        public Accumulator add(long value) {
            if (value > MAX_VALUE || value < -MAX_VALUE) {
                throw new IllegalArgumentException(
                        "value must be in -10^15..10^15: " + value + "\nMaybe it is scaled by too many decimals.");
            }
            return merge(1, value >> 63, value, Math.multiplyHigh(value, value), value * value, value, value);
        }

        /**
         * Adds the values of a partial result.
         *
         * @param other the aggregate of other values
         * @return this
         * @throws ArithmeticException if the squares outgrow 128 bits; what was added before stays
         */
        @CanIgnoreReturnValue
        public Accumulator merge(Aggregate other) {
            return merge(
                    other.count,
                    other.sumHigh,
                    other.sumLow,
                    other.squaresHigh,
                    other.squaresLow,
                    other.min,
                    other.max);
        }

        @CanIgnoreReturnValue
        Accumulator merge(long n, long high, long low, long squareHigh, long squareLow, long least, long greatest) {
            long newCount = Math.addExact(count, n);
            long newSumHigh = Int128.addHighExact(sumHigh, high, Int128.carry(sumLow, low));
            long newSquaresHigh = Int128.addHighExact(squaresHigh, squareHigh, Int128.carry(squaresLow, squareLow));
            count = newCount;
            sumHigh = newSumHigh;
            sumLow += low;
            squaresHigh = newSquaresHigh;
            squaresLow += squareLow;
            min = Math.min(min, least);
            max = Math.max(max, greatest);
            return this;
        }

        /**
         * Returns the result so far; more may be added afterwards.
         *
         * @return the aggregate of what was added
         */
        public Aggregate finish() {
            return count == 0 ? EMPTY : new Aggregate(count, sumHigh, sumLow, squaresHigh, squaresLow, min, max);
        }
    }
}
