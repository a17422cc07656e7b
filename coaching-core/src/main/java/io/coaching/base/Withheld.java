package io.coaching.base;

/**
 * An answer is not told, for privacy. It reveals nothing, not even how many it stands on.
 *
 * @param reason why not
 */
public record Withheld(Reason reason) implements Estimate {
    @Override
    public String toString() {
        return "withheld: " + reason.text();
    }
}
