package io.coaching.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of a partial result, and arithmetic that cannot be wrong unnoticed. */
class AggregateProperties {
    @Provide
    Arbitrary<long[]> values() {
        Arbitrary<Long> any = Arbitraries.oneOf(
                Arbitraries.longs().between(-Aggregate.MAX_VALUE, Aggregate.MAX_VALUE),
                Arbitraries.longs().between(-1_000, 1_000),
                Arbitraries.of(-Aggregate.MAX_VALUE, 0L, Aggregate.MAX_VALUE));
        return any.array(long[].class).ofMaxSize(60);
    }

    @Property
    void nothingIsTheIdentity(@ForAll("values") long[] values) {
        Aggregate a = Aggregate.of(values);
        assertThat(a.merge(Aggregate.EMPTY)).isEqualTo(a);
        assertThat(Aggregate.EMPTY.merge(a)).isEqualTo(a);
    }

    @Property
    void mergingIsCommutativeAndAssociativeAndMakesTheWhole(
            @ForAll("values") long[] x, @ForAll("values") long[] y, @ForAll("values") long[] z) {
        Aggregate a = Aggregate.of(x);
        Aggregate b = Aggregate.of(y);
        Aggregate c = Aggregate.of(z);
        assertThat(a.merge(b)).isEqualTo(b.merge(a)).hasSameHashCodeAs(b.merge(a));
        assertThat(a.merge(b).merge(c)).isEqualTo(a.merge(b.merge(c)));
        long[] whole = new long[x.length + y.length];
        System.arraycopy(x, 0, whole, 0, x.length);
        System.arraycopy(y, 0, whole, x.length, y.length);
        assertThat(a.merge(b)).isEqualTo(Aggregate.of(whole));
        assertThat(Arrays.stream(whole).boxed().parallel().collect(Aggregate.collector()))
                .isEqualTo(Aggregate.of(whole));
    }

    @Property
    void addingOneByOneIsAggregatingAll(@ForAll("values") long[] values) {
        Aggregate one = Aggregate.EMPTY;
        for (long value : values) {
            one = one.plus(value);
        }
        assertThat(one).isEqualTo(Aggregate.of(values));
    }

    @Property
    void bytesOutAndInMakeTheSame(@ForAll("values") long[] values) {
        Aggregate a = Aggregate.of(values);
        assertThat(Aggregate.fromBytes(a.toBytes())).isEqualTo(a);
    }

    @Property
    void momentsAreThoseOfSchoolbookArithmetic(@ForAll("values") long[] values) {
        Aggregate a = Aggregate.of(values);
        BigInteger sum = BigInteger.ZERO;
        BigInteger squares = BigInteger.ZERO;
        for (long value : values) {
            BigInteger v = BigInteger.valueOf(value);
            sum = sum.add(v);
            squares = squares.add(v.multiply(v));
        }
        assertThat(a.exactSum()).isEqualTo(sum);
        assertThat(a.exactSumOfSquares()).isEqualTo(squares);
        if (values.length == 0) {
            assertThat(a.mean()).isEmpty();
            assertThat(a.min()).isEmpty();
            return;
        }
        BigDecimal n = BigDecimal.valueOf(values.length);
        double mean = new BigDecimal(sum).divide(n, MathContext.DECIMAL128).doubleValue();
        assertThat(a.mean().orElseThrow()).isCloseTo(mean, within(2 * Math.ulp(mean)));
        if (values.length < 2) {
            assertThat(a.variance()).isEmpty();
            return;
        }
        double variance = new BigDecimal(squares)
                .multiply(n)
                .subtract(new BigDecimal(sum.multiply(sum)))
                .divide(n.multiply(n.subtract(BigDecimal.ONE)), MathContext.DECIMAL128)
                .doubleValue();
        assertThat(a.variance().orElseThrow()).isCloseTo(variance, within(4 * Math.ulp(variance)));
        double deviation = Math.sqrt(variance) / 100;
        assertThat(a.standardDeviation(2).orElseThrow()).isCloseTo(deviation, within(4 * Math.ulp(deviation)));
    }

    @Property(tries = 500)
    void damagedBytesAreRefusedOrMakeAnAggregate(@ForAll("values") long[] values, @ForAll long seed) {
        byte[] damaged = Damage.some(Aggregate.of(values).toBytes(), new Random(seed));
        try {
            Aggregate read = Aggregate.fromBytes(damaged);
            assertThat(Aggregate.fromBytes(read.toBytes())).isEqualTo(read);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageStartingWith("aggregate: ");
        }
    }

    @Example
    void theDocumentedExample() {
        Aggregate a = Aggregate.of(2, 4, 4, 4, 5, 5, 7, 9);
        assertThat(a).hasToString("n=8 sum=40 min=2 max=9");
        assertThat(a.exactSumOfSquares()).isEqualTo(232);
        assertThat(a.mean()).hasValue(5);
        assertThat(a.variance()).hasValue(32.0 / 7);
        assertThat(a.mean(1)).hasValue(0.5);
    }

    /** NIST's NumAcc4: a mean of 10000000.2 and a deviation of 0.1, where doubles cancel away. */
    @Example
    void nothingCancelsInNumAcc4() {
        Aggregate.Accumulator values = Aggregate.accumulator().add(100_000_002);
        for (int i = 0; i < 500; i++) {
            values.add(100_000_001).add(100_000_003);
        }
        assertThat(values.finish().mean(1)).hasValue(10_000_000.2);
        assertThat(values.finish().standardDeviation(1)).hasValue(0.1);
    }

    @Example
    void equalValuesHaveNoVarianceWhateverTheirSize() {
        assertThat(Aggregate.of(Aggregate.MAX_VALUE, Aggregate.MAX_VALUE, Aggregate.MAX_VALUE)
                        .variance())
                .hasValue(0);
    }

    @Example
    void overflowIsAnErrorAndNeverAWrap() {
        Aggregate a = Aggregate.of(Aggregate.MAX_VALUE);
        for (int i = 0; i < 14; i++) {
            a = a.merge(a);
        }
        Aggregate beyondLong = a;
        assertThat(beyondLong.exactSum())
                .isEqualTo(BigInteger.valueOf(Aggregate.MAX_VALUE).shiftLeft(14));
        assertThatThrownBy(beyondLong::sum)
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("16384000000000000000");
        for (int i = 0; i < 13; i++) {
            a = a.merge(a);
        }
        Aggregate almost = a;
        assertThat(almost.count()).isEqualTo(1L << 27);
        assertThatThrownBy(() -> almost.merge(almost))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("128 bits");
        assertThatThrownBy(() -> Aggregate.of(Aggregate.MAX_VALUE + 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10^15");
    }
}
