package io.coaching.stats;

/**
 * Which of some numbers are smaller than which, told for four pairs at a time: each number is rounded down to fifteen bits of the
 * range, four stand in a word, and one subtraction compares all four with a fifth. Scratch that is used again.
 *
 * <p>Rounding keeps the order but makes neighbours equal: what is smaller here is smaller, what is equal here has to be looked at.
 */
final class PackedOrder {
    static final int LANES = 4;
    /** Numbers packed whole are smaller than this. */
    static final int WHOLE_END = 1024;

    private static final int BITS = 16;
    private static final long ONES = 0x0001_0001_0001_0001L;
    private static final long TOPS = 0x8000_8000_8000_8000L;
    private static final int LARGEST = 0x7ffe;
    /** Beyond the last number: larger than any. */
    private static final int PADDING = 0x7fff;

    private int n;
    /** With the top bit of each lane set, so that no lane borrows from the next. */
    private long[] words = new long[16];

    private int[] packed = new int[64];
    /** Each number in all lanes of a word. */
    private long[] spread = new long[64];

    private double low;
    private double high;

    /** Packs numbers of any kind. */
    void pack(double[] numbers, int from, int size) {
        reserve(size);
        range(numbers, from);
        double scale = high > low ? Math.min(LARGEST / (high - low), Double.MAX_VALUE) : 0;
        for (int i = 0; i < size; i++) {
            packed[i] = Math.min(LARGEST, (int) ((numbers[from + i] - low) * scale));
        }
        toWords();
    }

    /** Packs whole numbers so close together that nothing is rounded; false, and nothing packed, if they are not. */
    boolean packWhole(double[] numbers, int from, int size) {
        reserve(size);
        range(numbers, from);
        if (high - low >= WHOLE_END) {
            return false;
        }
        boolean whole = true;
        for (int i = 0; i < size; i++) {
            packed[i] = (int) (numbers[from + i] - low);
            whole &= numbers[from + i] == (long) numbers[from + i];
        }
        toWords();
        return whole;
    }

    private void reserve(int size) {
        n = size;
        if (words.length < words()) {
            words = new long[2 * words()];
            packed = new int[words.length * LANES];
            spread = new long[packed.length];
        }
    }

    private void range(double[] numbers, int from) {
        low = numbers[from];
        high = low;
        for (int i = from + 1; i < from + n; i++) {
            double number = numbers[i];
            low = number < low ? number : low;
            high = number > high ? number : high;
        }
    }

    private void toWords() {
        int count = words();
        for (int i = n; i < count * LANES; i++) {
            packed[i] = PADDING;
        }
        for (int w = 0; w < count; w++) {
            int i = w * LANES;
            long right = packed[i] | packed[i + 1] << BITS;
            long left = packed[i + 2] | packed[i + 3] << BITS;
            words[w] = right | left << (2 * BITS) | TOPS;
        }
        for (int i = 0; i < n; i++) {
            spread[i] = packed[i] * ONES;
        }
    }

    /** The number as it was packed. */
    int packed(int i) {
        return packed[i];
    }

    int words() {
        return (n + LANES - 1) / LANES;
    }

    /** How many numbers, from the first, have later ones in a word. */
    int earlier(int word) {
        return Math.min(n, word * LANES + LANES - 1);
    }

    /** The same, where the i-th stands in that word. */
    private static long laterLanes(int i) {
        return TOPS << ((i + 1) % LANES * BITS);
    }

    /** The lanes of a word that hold later numbers than the i-th. */
    static long later(int word, int i) {
        return i < word * LANES ? TOPS : laterLanes(i);
    }

    /** The top bits of the lanes of a word whose number is below the i-th. */
    long below(int word, int i) {
        return ~(words[word] - spread[i]) & TOPS;
    }

    /** The top bits of the lanes of a word whose number is not above the i-th. */
    long notAbove(int word, int i) {
        return ~(words[word] - ONES - spread[i]) & TOPS;
    }

    /** How many pairs have the later number below the earlier. */
    long pairsBelow() {
        return pairs(0);
    }

    /** How many pairs have the later number not above the earlier. */
    long pairsNotAbove() {
        return pairs(ONES);
    }

    private long pairs(long allowance) {
        long count = 0;
        int all = words();
        for (int w = 0; w < all; w++) {
            long word = words[w] - allowance;
            int start = w * LANES;
            for (int i = 0; i < start; i++) {
                count += Long.bitCount(~(word - spread[i]) & TOPS);
            }
            int end = earlier(w);
            for (int i = start; i < end; i++) {
                count += Long.bitCount(~(word - spread[i]) & laterLanes(i));
            }
        }
        return count;
    }

    /** The number that the lowest of some top bits belongs to. */
    static int number(int word, long bits) {
        return word * LANES + Long.numberOfTrailingZeros(bits) / BITS;
    }
}
