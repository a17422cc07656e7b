package io.coaching.internal.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PackedLongsProperties {
    @Provide
    Arbitrary<long[]> columns() {
        return Arbitraries.of(0L, 0xFFL, 0x100L, 0xFFFFL, 0x10000L, 0xFF_FFFFL, 0xFFFF_FFFFL, 1L << 32, Long.MAX_VALUE)
                .flatMap(span -> Arbitraries.of(Long.MIN_VALUE, -5L, 0L, 1L << 40)
                        .flatMap(low -> Arbitraries.longs()
                                .between(low, low > 0 && span > Long.MAX_VALUE - low ? Long.MAX_VALUE : low + span)
                                .array(long[].class)
                                .ofMaxSize(40)));
    }

    @Property
    void whatIsPackedComesOutAgain(@ForAll("columns") long[] column) {
        for (PackedLongs packed : new PackedLongs[] {
            PackedLongs.pack(column, column.length), PackedLongs.packLoosely(column, column.length)
        }) {
            long[] out = new long[column.length + 2];
            packed.copyTo(0, column.length, out, 1);
            assertThat(Arrays.copyOfRange(out, 1, column.length + 1)).isEqualTo(column);
            for (int i = 0; i < column.length; i++) {
                assertThat(packed.get(i)).isEqualTo(column[i]);
            }
        }
    }

    @Property
    void intsArePackedTightly(@ForAll("columns") long[] column) {
        int[] ints = Arrays.stream(column).mapToInt(v -> (int) v).toArray();
        PackedLongs packed = PackedLongs.packTight(ints, ints.length);
        int[] out = new int[ints.length];
        packed.copyTo(0, ints.length, out, 0);
        assertThat(out).isEqualTo(ints);
        long[] wide = new long[ints.length];
        packed.copyTo(0, ints.length, wide, 0);
        assertThat(wide).isEqualTo(Arrays.stream(ints).asLongStream().toArray());
    }

    @Property
    void twoLongsAreOneNumber(@ForAll long a, @ForAll long b, @ForAll long c, @ForAll long d) {
        // sums of two numbers of 127 bits fit
        long aHigh = a >> 1;
        long cHigh = c >> 1;
        long high = Int128.addHighExact(aHigh, cHigh, Int128.carry(b, d));
        assertThat(Int128.toBigInteger(high, b + d))
                .isEqualTo(Int128.toBigInteger(aHigh, b).add(Int128.toBigInteger(cHigh, d)));
        assertThat(Int128.toBigInteger(a, b))
                .isEqualTo(new BigInteger(
                                1, java.nio.ByteBuffer.allocate(8).putLong(b).array())
                        .add(BigInteger.valueOf(a).shiftLeft(64)));
        assertThat(Int128.toDouble(a, b)).isEqualTo(Int128.toBigInteger(a, b).doubleValue());
    }
}
