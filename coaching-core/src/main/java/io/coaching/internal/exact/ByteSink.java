package io.coaching.internal.exact;

import java.util.Arrays;
import java.util.zip.CRC32;

/** Writes a byte form: numbers of variable length, small ones in one byte, and a checksum at the end. */
public final class ByteSink {
    /** The most bytes that a byte form may have: what one Java array holds. */
    private static final int MAX = Integer.MAX_VALUE - 16;

    private byte[] bytes = new byte[256];
    private int size;

    /** Starts a form that begins with {@code magic}, an int that says what follows in which version. */
    public ByteSink(int magic) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (magic >> shift);
        }
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            long wanted = Math.max((long) size + more, Math.min(2L * size, MAX));
            if (wanted > MAX) {
                throw new IllegalStateException("the byte form outgrows one array of " + MAX + " bytes");
            }
            bytes = Arrays.copyOf(bytes, (int) wanted);
        }
    }

    /** Writes an unsigned number: seven bits a byte, the low ones first. */
    public void unsigned(long value) {
        reserve(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** Writes a signed number: small ones of either sign are short. */
    public void signed(long value) {
        unsigned(value << 1 ^ value >> 63);
    }

    /** Returns the form, with its checksum. */
    public byte[] toBytes() {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, size);
        long sum = crc.getValue();
        byte[] result = Arrays.copyOf(bytes, Math.addExact(size, 4));
        for (int i = 0; i < 4; i++) {
            result[size + i] = (byte) (sum >> (24 - 8 * i));
        }
        return result;
    }
}
