package io.coaching.json;

import static io.coaching.json.Interned.hash;
import static io.coaching.json.Interned.word;

/**
 * Reads the plain forms of identifiers, days and numbers from bytes, without making a string. What is written in any other
 * form it leaves to the slow way: it returns {@link #OTHER} and has changed nothing.
 */
final class ObservationScanner {
    /** It is written in another way, or is wrong. */
    static final int OTHER = -1;

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final int[] MONTH_LENGTHS = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    /** Behind what was read last. */
    int next;
    /** The number that was read last, without its point. */
    long unscaled;
    /** Its decimals. */
    int scale;

    private static long zeroBytes(long x) {
        return (x - ONES) & ~x & HIGHS;
    }

    /**
     * Reads the identifier that begins at a place and ends before {@code stop}, or, if {@code other} is not {@code stop},
     * before {@code other}, a carriage return or a line feed.
     *
     * @return its number
     */
    <T> int identifier(Interned<T> ids, byte[] b, int from, byte stop, boolean inQuotes) {
        long stops = ONES * stop;
        int p = from;
        long hash = 0;
        while (true) {
            long w = word(b, p);
            // the lowest bit that is set is exact: a false one stands only behind a true one
            long special = zeroBytes(w ^ stops)
                    | zeroBytes(w ^ (ONES * '"'))
                    | zeroBytes(w ^ (ONES * '\\'))
                    | ((w - ONES * 0x20) & ~w & HIGHS)
                    | (w & HIGHS);
            if (special == 0) {
                hash = hash(hash, w);
                p += 8;
                continue;
            }
            int ahead = Long.numberOfTrailingZeros(special) >>> 3;
            int end = p + ahead;
            byte c = b[end];
            boolean ends = c == stop || (!inQuotes && (c == '\n' || c == '\r'));
            if (!ends || end == from) {
                return OTHER;
            }
            if (ahead > 0) {
                hash = hash(hash, w << (64 - 8 * ahead));
            }
            hash = hash(hash, end - from);
            int number = ids.find(b, from, end, hash);
            if (number < 0) {
                try {
                    number = ids.add(b, from, end, hash);
                } catch (IllegalArgumentException e) {
                    return OTHER; // the slow way says what is wrong with it
                }
            }
            next = end;
            return number;
        }
    }

    /** Reads {@code 2026-01-05} as days since 1970; {@link Integer#MIN_VALUE} for anything else. */
    int day(byte[] b, int p) {
        int year = four(b, p);
        int month = two(b, p + 5);
        int day = two(b, p + 8);
        if ((year | month | day) < 0 || b[p + 4] != '-' || b[p + 7] != '-') {
            return Integer.MIN_VALUE;
        }
        if (month < 1 || month > 12 || day < 1 || day > MONTH_LENGTHS[month]) {
            return Integer.MIN_VALUE;
        }
        if (month == 2 && day == 29 && ((year & 3) != 0 || (year % 100 == 0 && year % 400 != 0))) {
            return Integer.MIN_VALUE;
        }
        next = p + 10;
        return epochDay(year, month, day);
    }

    /** Days from 1970-01-01, by the usual count of years that begin in March; for years from 0. */
    private static int epochDay(int year, int month, int day) {
        int y = month <= 2 ? year - 1 : year;
        int era = Math.floorDiv(y, 400);
        int yearOfEra = y - era * 400;
        int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097 + dayOfEra - 719_468;
    }

    private static int two(byte[] b, int p) {
        int tens = b[p] - '0';
        int ones = b[p + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : 10 * tens + ones;
    }

    private static int four(byte[] b, int p) {
        int high = two(b, p);
        int low = two(b, p + 2);
        return (high | low) < 0 ? -1 : 100 * high + low;
    }

    /**
     * Reads a number of at most 18 digits without an exponent.
     *
     * @return the number of its digits, or {@link #OTHER}
     */
    int number(byte[] b, int from, boolean leadingZeros) {
        int p = from;
        boolean negative = b[p] == '-';
        if (negative) {
            p++;
        }
        int first = p;
        long value = 0;
        int digit;
        while ((digit = b[p] - '0') >= 0 && digit <= 9 && p - first <= Observations.MAX_DIGITS) {
            value = 10 * value + digit;
            p++;
        }
        int digits = p - first;
        if (digits == 0 || (!leadingZeros && digits > 1 && b[first] == '0')) {
            return OTHER;
        }
        int decimals = 0;
        if (b[p] == '.') {
            int point = p++;
            while ((digit = b[p] - '0') >= 0 && digit <= 9 && digits + p - point <= Observations.MAX_DIGITS + 1) {
                value = 10 * value + digit;
                p++;
            }
            decimals = p - point - 1;
            if (decimals == 0) {
                return OTHER;
            }
        }
        if (digits + decimals > Observations.MAX_DIGITS) {
            return OTHER;
        }
        unscaled = negative ? -value : value;
        scale = decimals;
        next = p;
        return digits + decimals;
    }
}
