package io.coaching.internal.text;

/** The line that {@code toString()} of a result is: no wider than a terminal. */
public final class OneLine {
    private static final int WIDTH = 80;

    private OneLine() {}

    /**
     * Cuts a text to at most 80 characters.
     *
     * @param text the text
     * @return the text, or its beginning and three dots
     */
    public static String of(String text) {
        return fits(text) ? text : text.substring(0, WIDTH - 3) + "...";
    }

    /**
     * Whether a text needs no cutting.
     *
     * @param text the text
     * @return true up to 80 characters
     */
    public static boolean fits(String text) {
        return text.length() <= WIDTH;
    }
}
