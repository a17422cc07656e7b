package io.coaching.internal.exact;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A column of longs, as narrow as its content: differences from its least value in 0, 1, 2, 3, 4 or 8 bytes each.
 *
 * <p>Packing by content makes equal columns equal in memory too, whoever packed them. Immutable.
 */
public final class PackedLongs {
    private static final byte[] NO_BYTES = {};

    private final int size;
    private final long base;
    private final int width;
    // exactly one is set; widths 0, 1 and 3 are bytes
    private final byte @Nullable [] bytes;
    private final char @Nullable [] chars;
    private final int @Nullable [] ints;
    private final long @Nullable [] longs;

    private PackedLongs(
            int size,
            long base,
            int width,
            byte @Nullable [] bytes,
            char @Nullable [] chars,
            int @Nullable [] ints,
            long @Nullable [] longs) {
        this.size = size;
        this.base = base;
        this.width = width;
        this.bytes = bytes;
        this.chars = chars;
        this.ints = ints;
        this.longs = longs;
    }

    /** Packs the first {@code size} values as narrow as they allow. */
    public static PackedLongs pack(long[] values, int size) {
        if (size == 0) {
            return new PackedLongs(0, 0, 0, NO_BYTES, null, null, null);
        }
        long low = values[0];
        long high = values[0];
        for (int i = 1; i < size; i++) {
            low = Math.min(low, values[i]);
            high = Math.max(high, values[i]);
        }
        return packWithin(values, size, low, high);
    }

    /** Packs the first {@code size} values, all of them known to lie in {@code low..high}, without looking first. */
    public static PackedLongs packWithin(long[] values, int size, long low, long high) {
        long span = high - low;
        if (span == 0) {
            return new PackedLongs(size, low, 0, NO_BYTES, null, null, null);
        }
        // a span that outgrows a long shows as negative
        if (span < 0 || span > 0xFFFF_FFFFL) {
            return new PackedLongs(size, 0, 8, null, null, null, Arrays.copyOf(values, size));
        }
        if (span <= 0xFF) {
            byte[] bytes = new byte[size];
            for (int i = 0; i < size; i++) {
                bytes[i] = (byte) (values[i] - low);
            }
            return new PackedLongs(size, low, 1, bytes, null, null, null);
        }
        if (span <= 0xFFFF) {
            char[] chars = new char[size];
            for (int i = 0; i < size; i++) {
                chars[i] = (char) (values[i] - low);
            }
            return new PackedLongs(size, low, 2, null, chars, null, null);
        }
        int[] ints = new int[size];
        for (int i = 0; i < size; i++) {
            ints[i] = (int) (values[i] - low);
        }
        return new PackedLongs(size, low, 4, null, null, ints, null);
    }

    /** Packs the first {@code size} values about as narrow as they allow, with one quick look at their bits. */
    public static PackedLongs packLoosely(long[] values, int size) {
        long bits = 0;
        long signs = 0;
        for (int i = 0; i < size; i++) {
            bits |= values[i] ^ (values[i] >> 63);
            signs |= values[i];
        }
        long high = bits == 0 ? 0 : (Long.highestOneBit(bits) << 1) - 1;
        return packWithin(values, size, signs < 0 ? -high - 1 : 0, high);
    }

    /** Packs ints, in three bytes each where that is enough: smaller, and slower to read. */
    public static PackedLongs packTight(int[] values, int size) {
        if (size == 0) {
            return new PackedLongs(0, 0, 0, NO_BYTES, null, null, null);
        }
        int low = values[0];
        int high = values[0];
        for (int i = 1; i < size; i++) {
            low = Math.min(low, values[i]);
            high = Math.max(high, values[i]);
        }
        long span = (long) high - low;
        if (span <= 0xFF_FFFFL && span > 0xFFFF) {
            byte[] bytes = new byte[3 * size];
            for (int i = 0, at = 0; i < size; i++) {
                int offset = values[i] - low;
                bytes[at++] = (byte) offset;
                bytes[at++] = (byte) (offset >> 8);
                bytes[at++] = (byte) (offset >> 16);
            }
            return new PackedLongs(size, low, 3, bytes, null, null, null);
        }
        long[] wide = new long[size];
        for (int i = 0; i < size; i++) {
            wide[i] = values[i];
        }
        return packWithin(wide, size, low, high);
    }

    /** Returns how many values there are. */
    public int size() {
        return size;
    }

    /** Returns one value. */
    public long get(int i) {
        if (chars != null) {
            return base + chars[i];
        }
        if (ints != null) {
            return base + (ints[i] & 0xFFFF_FFFFL);
        }
        if (longs != null) {
            return longs[i];
        }
        if (width == 0 || bytes == null) {
            return base;
        }
        return width == 1 ? base + (bytes[i] & 0xFF) : base + triple(bytes, i);
    }

    private static int triple(byte[] bytes, int i) {
        int at = 3 * i;
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16;
    }

    /** Writes the values {@code from..to-1} to {@code target}, from {@code at} on. */
    public void copyTo(int from, int to, long[] target, int at) {
        int n = to - from;
        if (chars != null) {
            for (int i = 0; i < n; i++) {
                target[at + i] = base + chars[from + i];
            }
        } else if (ints != null) {
            for (int i = 0; i < n; i++) {
                target[at + i] = base + (ints[from + i] & 0xFFFF_FFFFL);
            }
        } else if (longs != null) {
            System.arraycopy(longs, from, target, at, n);
        } else if (width == 0 || bytes == null) {
            Arrays.fill(target, at, at + n, base);
        } else if (width == 1) {
            for (int i = 0; i < n; i++) {
                target[at + i] = base + (bytes[from + i] & 0xFF);
            }
        } else {
            for (int i = 0; i < n; i++) {
                target[at + i] = base + triple(bytes, from + i);
            }
        }
    }

    /** Writes the values {@code from..to-1}, known to be ints, to {@code target}, from {@code at} on. */
    public void copyTo(int from, int to, int[] target, int at) {
        int n = to - from;
        if (width == 3 && bytes != null) {
            int low = (int) base;
            for (int i = 0; i < n; i++) {
                target[at + i] = low + triple(bytes, from + i);
            }
        } else {
            for (int i = 0; i < n; i++) {
                target[at + i] = (int) get(from + i);
            }
        }
    }

    /** Returns the bytes that the column takes, its arrays' headers included. */
    public long memoryBytes() {
        // object header and fields, then one array
        long array = width == 0 ? 0 : 16 + ((long) size * width + 7) / 8 * 8;
        return 48 + array;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PackedLongs that
                && size == that.size
                && base == that.base
                && width == that.width
                && Arrays.equals(bytes, that.bytes)
                && Arrays.equals(chars, that.chars)
                && Arrays.equals(ints, that.ints)
                && Arrays.equals(longs, that.longs);
    }

    @Override
    public int hashCode() {
        int hash = 31 * size + Long.hashCode(base);
        hash = 31 * hash + Arrays.hashCode(bytes);
        hash = 31 * hash + Arrays.hashCode(chars);
        hash = 31 * hash + Arrays.hashCode(ints);
        return 31 * hash + Arrays.hashCode(longs);
    }
}
