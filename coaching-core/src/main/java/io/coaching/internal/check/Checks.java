package io.coaching.internal.check;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Locale;

/**
 * Checks of arguments: each message names the argument, its value and what is allowed.
 *
 * <p>A second line that begins with "Maybe" is advice, given where a mistake is likely.
 */
public final class Checks {
    /** The longest text that is taken for an identifier. */
    public static final int MAX_ID_LENGTH = 256;

    private Checks() {}

    /** Returns {@code value} stripped; it must not be blank, overlong or hold control characters. */
    public static String id(String value, String name) {
        String id = value.strip();
        if (id.isEmpty()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        if (id.length() > MAX_ID_LENGTH) {
            throw new IllegalArgumentException(name + " must have at most " + MAX_ID_LENGTH + " characters, has "
                    + id.length() + ": \"" + id.substring(0, 40) + "...\"");
        }
        for (int i = 0; i < id.length(); i++) {
            if (Character.isISOControl(id.charAt(i))) {
                throw new IllegalArgumentException(name + " must not hold control characters, has "
                        + String.format(Locale.ROOT, "U+%04X", (int) id.charAt(i)) + " at position " + i);
            }
        }
        return id;
    }

    /** Returns {@code value} stripped; it must not be blank. */
    public static String notBlank(String value, String name) {
        String stripped = value.strip();
        if (stripped.isEmpty()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return stripped;
    }

    /** Returns {@code value}, with -0.0 made 0.0; it must be finite. */
    @CanIgnoreReturnValue
    public static double finite(double value, String name) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite: " + value);
        }
        return value + 0.0;
    }

    /** Returns {@code value}; it must lie in {@code low..high}, both included. */
    @CanIgnoreReturnValue
    public static double inRange(double value, double low, double high, String name) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(name + " must be in " + low + ".." + high + ": " + value);
        }
        return value + 0.0;
    }

    /** Returns {@code value}; it must lie in {@code low..high}, both included. */
    @CanIgnoreReturnValue
    public static int inRange(int value, int low, int high, String name) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(name + " must be in " + low + ".." + high + ": " + value);
        }
        return value;
    }

    /** Returns {@code value}; it must be {@code low} or more. */
    @CanIgnoreReturnValue
    public static int atLeast(int value, int low, String name) {
        if (value < low) {
            throw new IllegalArgumentException(name + " must be at least " + low + ": " + value);
        }
        return value;
    }

    /** Returns {@code value}; it must be {@code low} or more. */
    @CanIgnoreReturnValue
    public static long atLeast(long value, long low, String name) {
        if (value < low) {
            throw new IllegalArgumentException(name + " must be at least " + low + ": " + value);
        }
        return value;
    }

    /** Throws an {@link IllegalArgumentException} with this message unless {@code allowed}. */
    public static void that(boolean allowed, String message) {
        if (!allowed) {
            throw new IllegalArgumentException(message);
        }
    }

    /** The same, with advice on a line of its own: {@code advice} continues the sentence "Maybe ...". */
    public static void that(boolean allowed, String message, String advice) {
        if (!allowed) {
            throw new IllegalArgumentException(message + "\nMaybe " + advice);
        }
    }

    /** Throws unless the arrays have the same length. */
    public static void sameLength(int a, String nameA, int b, String nameB) {
        if (a != b) {
            throw new IllegalArgumentException(
                    nameA + " and " + nameB + " must have the same length: " + a + " and " + b);
        }
    }
}
