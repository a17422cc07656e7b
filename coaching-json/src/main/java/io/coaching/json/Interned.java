package io.coaching.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Identifiers numbered in the order in which they first appear, found by their bytes: so that an identifier that was seen
 * before costs neither a string nor an object.
 *
 * <p>Texts that mean the same identifier, such as one with a space around it, have the same number.
 *
 * @param <T> the identifiers
 */
final class Interned<T> {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final Function<String, T> maker;
    private final List<T> ids = new ArrayList<>();
    private final Map<T, Integer> numbers = new HashMap<>();

    private byte[][] texts = new byte[64][];
    private long[] hashes = new long[64];
    private int[] meanings = new int[64];
    private int[] slots = new int[256];
    private int entries;

    Interned(Function<String, T> maker) {
        this.maker = maker;
    }

    List<T> ids() {
        return List.copyOf(ids);
    }

    int size() {
        return ids.size();
    }

    /** Eight bytes, the first one lowest. */
    static long word(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    /** Goes on with a hash by a word, or by what is left of one in the lowest bytes. */
    static long hash(long hash, long word) {
        long h = (hash ^ word) * MIX;
        return h ^ (h >>> 29);
    }

    /**
     * Returns the number of an identifier, which is new if need be.
     *
     * @throws IllegalArgumentException if it is none
     */
    int number(String text) {
        T id = maker.apply(text);
        Integer number = numbers.get(id);
        if (number == null) {
            number = ids.size();
            ids.add(id);
            numbers.put(id, number);
        }
        return number;
    }

    /** Returns the number of a text of ASCII bytes, or -1 if it was not seen before. */
    int find(byte[] bytes, int from, int to, long hash) {
        int mask = slots.length - 1;
        int length = to - from;
        for (int slot = (int) (hash >>> 32) & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
            int entry = slots[slot] - 1;
            if (hashes[entry] == hash) {
                byte[] text = texts[entry];
                if (text.length == length && Arrays.equals(text, 0, length, bytes, from, to)) {
                    return meanings[entry];
                }
            }
        }
        return -1;
    }

    /**
     * Returns the number of a text of ASCII bytes that was not found.
     *
     * @throws IllegalArgumentException if it is no identifier
     */
    int add(byte[] bytes, int from, int to, long hash) {
        int number = number(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
        if (entries == texts.length) {
            texts = Arrays.copyOf(texts, 2 * entries);
            hashes = Arrays.copyOf(hashes, 2 * entries);
            meanings = Arrays.copyOf(meanings, 2 * entries);
            slots = new int[8 * entries];
            for (int i = 0; i < entries; i++) {
                place(i);
            }
        }
        texts[entries] = Arrays.copyOfRange(bytes, from, to);
        hashes[entries] = hash;
        meanings[entries] = number;
        place(entries++);
        return number;
    }

    private void place(int entry) {
        int mask = slots.length - 1;
        int slot = (int) (hashes[entry] >>> 32) & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = entry + 1;
    }
}
