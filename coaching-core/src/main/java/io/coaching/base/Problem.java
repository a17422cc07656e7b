package io.coaching.base;

/**
 * Something wrong with one item of the input. It never kills the rest.
 *
 * @param severity how much it matters
 * @param message what is wrong
 * @param place where
 */
public record Problem(Severity severity, Message message, Place place) {
    /**
     * Returns the problem of an item that was left out.
     *
     * @param message what is wrong
     * @param place where
     * @return the problem
     */
    public static Problem error(Message message, Place place) {
        return new Problem(Severity.ERROR, message, place);
    }

    @Override
    public String toString() {
        return place + ": " + message;
    }
}
