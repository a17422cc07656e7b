package io.coaching.base;

import io.coaching.internal.check.Checks;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** Where in the input something is: the source, the line, the column, and the value as it was found. */
@Value.Immutable
public abstract sealed class Place permits ImmutablePlace {
    /** How much of a value is kept. */
    public static final int MAX_VALUE_LENGTH = 80;

    Place() {}

    /**
     * Starts a place.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The file, stream or collection, as the caller named it.
     *
     * @return the source
     */
    public abstract String source();

    /**
     * The line, counted from 1.
     *
     * @return the line, where there are lines
     */
    public abstract OptionalLong line();

    /**
     * The column or property.
     *
     * @return the name of the column, where one is to blame
     */
    public abstract Optional<String> column();

    /**
     * What was found there.
     *
     * @return the value, cut to {@link #MAX_VALUE_LENGTH} characters
     */
    public abstract Optional<String> value();

    @Value.Check
    Place normalised() {
        line().ifPresent(line -> Checks.atLeast(line, 1, "line"));
        if (value().isPresent() && value().get().length() > MAX_VALUE_LENGTH) {
            return builder()
                    .from(this)
                    .value(value().get().substring(0, MAX_VALUE_LENGTH - 3) + "...")
                    .build();
        }
        return this;
    }

    @Override
    public String toString() {
        return source()
                + (line().isPresent() ? ":" + line().getAsLong() : "")
                + column().map(c -> " " + c).orElse("");
    }

    /** Builds a {@link Place}. */
    public static final class Builder extends ImmutablePlace.Builder {
        Builder() {}
    }
}
