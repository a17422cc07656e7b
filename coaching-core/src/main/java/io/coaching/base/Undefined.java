package io.coaching.base;

/**
 * No answer exists.
 *
 * @param reason why not
 */
public record Undefined(Reason reason) implements Estimate {
    @Override
    public String toString() {
        return "undefined: " + reason.text();
    }
}
