package io.coaching.base;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An answer with its evidence; or the reason why there is none; or the reason why it is not told.
 *
 * <p>It is never NaN, and never a 0 that stands for "unknown".
 *
 * <pre>{@code
 * switch over the three cases:
 * if (estimate instanceof Known known) { known.value() ... }
 * else if (estimate instanceof Undefined undefined) { undefined.reason() ... }
 * else if (estimate instanceof Withheld withheld) { withheld.reason() ... }
 * }</pre>
 */
public sealed interface Estimate permits Known, Undefined, Withheld {
    /**
     * Returns an answer that does not exist.
     *
     * @param reason why not
     * @return the estimate
     */
    static Undefined undefined(Reason reason) {
        return new Undefined(reason);
    }

    /**
     * Returns an answer that is not told.
     *
     * @param reason why not
     * @return the estimate
     */
    static Withheld withheld(Reason reason) {
        return new Withheld(reason);
    }

    /**
     * The value, where it is known.
     *
     * @return the value, or empty
     */
    default OptionalDouble asDouble() {
        return this instanceof Known known ? OptionalDouble.of(known.value()) : OptionalDouble.empty();
    }

    /**
     * Whether there is a value.
     *
     * @return true for {@link Known}
     */
    default boolean isKnown() {
        return this instanceof Known;
    }

    /**
     * The value, where there must be one.
     *
     * @return the value
     * @throws IllegalStateException if there is none: the message says why
     */
    default double orThrow() {
        if (this instanceof Known known) {
            return known.value();
        }
        throw new IllegalStateException("there is no value: " + this);
    }

    /**
     * Why there is no value.
     *
     * @return the reason; empty for {@link Known}
     */
    default Optional<Reason> whyNot() {
        if (this instanceof Undefined undefined) {
            return Optional.of(undefined.reason());
        }
        return this instanceof Withheld withheld ? Optional.of(withheld.reason()) : Optional.empty();
    }
}
