package io.coaching.internal.exact;

import java.util.zip.CRC32;

/**
 * Reads what a {@link ByteSink} wrote.
 *
 * <p>Whatever the bytes are, reading ends with a value or an {@link IllegalArgumentException} that says what is
 * wrong and where. A reader allocates in proportion to the bytes at hand, never to a number that it read.
 */
public final class ByteSource {
    private final byte[] bytes;
    private final String what;
    private final int end;
    private int at;

    /** Opens a form: checks its beginning and its checksum. {@code what} names it in messages. */
    public ByteSource(byte[] bytes, int magic, String what) {
        this.bytes = bytes;
        this.what = what;
        if (bytes.length < 8) {
            throw new IllegalArgumentException(what + ": has " + bytes.length + " bytes, needs at least 8");
        }
        this.end = bytes.length - 4;
        int found = intAt(0);
        if (found != magic) {
            throw new IllegalArgumentException(
                    what + ": begins with " + hex(found) + " where " + hex(magic) + " is expected"
                            + "\nMaybe these are bytes of something else, or of another version of this library.");
        }
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, end);
        if ((int) crc.getValue() != intAt(end)) {
            throw new IllegalArgumentException(what + ": the checksum of " + end + " bytes is "
                    + hex((int) crc.getValue()) + ", at the end stands " + hex(intAt(end))
                    + "\nMaybe the bytes were cut or damaged on their way.");
        }
        this.at = 4;
    }

    private int intAt(int i) {
        return (bytes[i] & 0xFF) << 24
                | (bytes[i + 1] & 0xFF) << 16
                | (bytes[i + 2] & 0xFF) << 8
                | (bytes[i + 3] & 0xFF);
    }

    private static String hex(int value) {
        return "0x" + Integer.toHexString(value);
    }

    /** Returns the bytes not yet read. */
    public int remaining() {
        return end - at;
    }

    /** Reads an unsigned number. */
    public long unsigned(String name) {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (at >= end) {
                throw bad(name, "ends in the middle of a number");
            }
            byte b = bytes[at++];
            value |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                if (shift == 63 && b > 1) {
                    throw bad(name, "a number is longer than 64 bits");
                }
                return value;
            }
        }
        throw bad(name, "a number is longer than 64 bits");
    }

    /** Reads a signed number. */
    public long signed(String name) {
        long value = unsigned(name);
        return value >>> 1 ^ -(value & 1);
    }

    /** Reads an unsigned number that must lie in {@code low..high}. */
    public long unsigned(long low, long high, String name) {
        long value = unsigned(name);
        if (value < low || value > high) {
            throw bad(name, "must be in " + low + ".." + high + ": " + Long.toUnsignedString(value));
        }
        return value;
    }

    /** Reads a signed number that must lie in {@code low..high}. */
    public long signed(long low, long high, String name) {
        long value = signed(name);
        if (value < low || value > high) {
            throw bad(name, "must be in " + low + ".." + high + ": " + value);
        }
        return value;
    }

    /** Reads how many things follow: each takes at least {@code leastBytes}, so that more cannot be meant. */
    public int count(int leastBytes, String name) {
        long value = unsigned(name);
        if (value < 0 || value > remaining() / leastBytes) {
            throw bad(name, "says " + Long.toUnsignedString(value) + " where " + remaining() + " bytes are left");
        }
        return (int) value;
    }

    /** Checks that all was read. */
    public void finish() {
        if (at != end) {
            throw bad("end", remaining() + " bytes too many");
        }
    }

    /** Returns the exception for a fault at the current place. */
    public IllegalArgumentException bad(String name, String why) {
        return new IllegalArgumentException(what + ": at byte " + at + ", " + name + ": " + why);
    }
}
