package io.coaching.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * A window of bytes over a stream, that grows until the longest row fits.
 *
 * <p>Behind {@link #end} there is always room for a few bytes more, so that whole words may be read at any place; at the
 * end of the stream a line feed stands there.
 */
final class ByteSource {
    static final int SLACK = 16;
    private static final int FIRST_SIZE = 1 << 18;

    byte[] bytes;
    /** Where reading goes on. */
    int at;
    /** Behind the last byte that is there. */
    int end;
    /** Whether the stream has nothing more. */
    boolean exhausted;

    private final InputStream in;
    private final int largest;
    private long left;
    private boolean cut;

    ByteSource(InputStream in, ReadLimits limits) {
        this(in, limits, FIRST_SIZE);
    }

    /** Begins with a window of another size, of 3 bytes at least. */
    ByteSource(InputStream in, ReadLimits limits, int window) {
        this.in = in;
        this.largest = Math.max(window, limits.rowLength() + 2);
        this.left = limits.documentLength();
        this.bytes = new byte[window + SLACK];
        while (end < 3 && fill()) {}
        if (end >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            at = 3; // a byte order mark says nothing about UTF-8
        }
    }

    /** Whether the stream is longer than it may be: what was read so far ends in the middle of something. */
    boolean isCut() {
        return cut;
    }

    /**
     * Reads more, and keeps what is not read yet: that begins at 0 afterwards.
     *
     * @return whether there is more than before
     */
    boolean fill() {
        if (exhausted) {
            return false;
        }
        if (at > 0) {
            System.arraycopy(bytes, at, bytes, 0, end - at);
            end -= at;
            at = 0;
        }
        int room = bytes.length - SLACK - end;
        if (room == 0) {
            if (end >= largest) {
                return false;
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(2L * end, largest) + SLACK);
            room = bytes.length - SLACK - end;
        }
        try {
            // all that there is room for: a stream that trickles must not make a row be looked at again for each byte
            int wanted = (int) Math.min(room, left + 1);
            int got = in.readNBytes(bytes, end, wanted);
            exhausted = got < wanted;
            if (got > left) {
                cut = true;
                exhausted = true;
                got = (int) left;
            }
            left -= got;
            end += got;
            if (exhausted) {
                bytes[end] = '\n';
            }
            return got > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the place of the next line feed from a place on; {@link #end} if there is none. */
    int lineFeed(int from) {
        byte[] b = bytes;
        int p = from;
        while (p < end && b[p] != '\n') {
            p++;
        }
        return p;
    }

    /** Moves behind the next line feed, however far it is. */
    void skipLine() {
        while (true) {
            int p = lineFeed(at);
            if (p < end) {
                at = p + 1;
                return;
            }
            at = end;
            if (!fill()) {
                return;
            }
        }
    }
}
