package io.coaching.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Decodes strictly: what is not text is not made into question marks, for an identifier would be a wrong one. */
final class Utf8 {
    private Utf8() {}

    static boolean isAscii(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns the text, or null if it is none. */
    static @Nullable String decode(byte[] bytes, int from, int to, Charset charset) {
        if (isAscii(bytes, from, to)) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Returns the text to show in a message, whatever it is. */
    static String show(byte[] bytes, int from, int to) {
        return new String(bytes, from, Math.min(to - from, 240), StandardCharsets.UTF_8);
    }
}
