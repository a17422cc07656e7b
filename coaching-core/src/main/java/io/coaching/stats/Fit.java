package io.coaching.stats;

import io.coaching.base.Reason;
import java.util.Optional;
import java.util.function.Function;

/**
 * What fitting a model to data gave: the fitted model, or the reason why there is none.
 *
 * <p>Of many series some are always bad: empty, of one point, all equal. Each gets its own reason and the rest their answers. A
 * mistake of the caller's, such as arrays of different lengths, is not such a reason: it throws.
 *
 * <p>Example: {@code LineFit.of(Series.of(3, 3, 3)).whyNot()} is {@code NO_VARIATION}.
 *
 * @param <T> the fitted model
 */
public sealed interface Fit<T> {
    /**
     * A model that could be fitted.
     *
     * @param <T> the fitted model
     * @param fit it
     */
    record Fitted<T>(T fit) implements Fit<T> {}

    /**
     * There is none.
     *
     * @param <T> what would have been fitted
     * @param reason why not
     */
    record Undefined<T>(Reason reason) implements Fit<T> {}

    /**
     * The model, where there is one.
     *
     * @return it, or empty
     */
    default Optional<T> value() {
        return this instanceof Fitted<T> fitted ? Optional.of(fitted.fit) : Optional.empty();
    }

    /**
     * Why there is no model.
     *
     * @return the reason; empty if there is a model
     */
    default Optional<Reason> whyNot() {
        return this instanceof Undefined<T> undefined ? Optional.of(undefined.reason) : Optional.empty();
    }

    /**
     * Whether there is a model.
     *
     * @return true for {@link Fitted}
     */
    default boolean isFitted() {
        return this instanceof Fitted;
    }

    /**
     * The model, where there must be one.
     *
     * @return it
     * @throws IllegalStateException if there is none: the message says why
     */
    default T orThrow() {
        return value().orElseThrow(() -> new IllegalStateException(
                "nothing could be fitted: " + whyNot().orElseThrow().text()));
    }

    /**
     * Something about the model, where there is one.
     *
     * @param <R> what is asked for
     * @param question takes it from the model
     * @return it, or the same reason
     */
    default <R> Fit<R> map(Function<? super T, ? extends R> question) {
        return this instanceof Fitted<T> fitted
                ? new Fitted<>(question.apply(fitted.fit))
                : new Undefined<>(whyNot().orElseThrow());
    }
}
