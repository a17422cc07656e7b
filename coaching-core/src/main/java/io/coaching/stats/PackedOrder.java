package io.coaching.stats;

/**
 * Which of some numbers are smaller than which, told for four pairs at a time: each number is rounded down to fifteen bits of the
 * range, four stand in a word, and one subtraction compares all four with a fifth. Scratch that is used again.
 *
 * <p>Rounding keeps the order but makes neighbours equal: what is smaller here is smaller, what is equal here has to be looked at.
 */
final class PackedOrder {
    static final int LANES = 4;

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

    void pack(double[] numbers, int from, int size) {
        n = size;
        int count = words();
        if (words.length < count) {
            words = new long[2 * count];
            packed = new int[2 * count * LANES];
        }
        double low = numbers[from];
        double high = low;
        for (int i = from + 1; i < from + size; i++) {
            double number = numbers[i];
            low = number < low ? number : low;
            high = number > high ? number : high;
        }
        double scale = high > low ? Math.min(LARGEST / (high - low), Double.MAX_VALUE) : 0;
        for (int i = 0; i < size; i++) {
            packed[i] = Math.min(LARGEST, (int) ((numbers[from + i] - low) * scale));
        }
        for (int i = size; i < count * LANES; i++) {
            packed[i] = PADDING;
        }
        for (int w = 0; w < count; w++) {
            int i = w * LANES;
            long right = packed[i] | packed[i + 1] << BITS;
            long left = packed[i + 2] | packed[i + 3] << BITS;
            words[w] = right | left << (2 * BITS) | TOPS;
        }
    }

    /** The first word in which a later number than the i-th stands. */
    static int firstWord(int i) {
        return (i + 1) / LANES;
    }

    int words() {
        return (n + LANES - 1) / LANES;
    }

    /** In the first word of the i-th, the lanes of those that are later; in all other words every lane is. */
    static long laterLanes(int i) {
        return TOPS << ((i + 1) % LANES * BITS);
    }

    /** The i-th number in each lane. */
    long spread(int i) {
        return packed[i] * ONES;
    }

    /** The top bits of lanes whose number is below what is spread. */
    long below(int word, long spread) {
        return ~(words[word] - spread) & TOPS;
    }

    /** The top bits of lanes whose number is not above what is spread. */
    long notAbove(int word, long spread) {
        return ~(words[word] - spread - ONES) & TOPS;
    }

    /** The number that the lowest of some top bits belongs to. */
    static int number(int word, long bits) {
        return word * LANES + Long.numberOfTrailingZeros(bits) / BITS;
    }
}
