package io.coaching.scorecard;

import io.coaching.internal.check.Checks;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.immutables.value.Value;

/**
 * What may be answered: levels in ascending order, known by number or by name, and half points between them where they
 * are allowed. Points are taken as equally spaced, as every average of ratings does.
 *
 * <pre>{@code
 * RatingScale.numeric(1, 5).has(Points.of(3.5));              // false
 * RatingScale.numeric(1, 5).withHalfPoints().has(Points.of(3.5)); // true
 * RatingScale.of(Level.named(1, "Developing", "..."), Level.named(2, "Proficient", "...")).tier("Proficient"); // 2
 * }</pre>
 */
@Value.Immutable
public abstract sealed class RatingScale permits ImmutableRatingScale {
    RatingScale() {}

    /**
     * Starts a scale.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a scale of whole numbers, yet without anchors.
     *
     * @param low the lowest level
     * @param high the highest level, above the lowest, at most 100 above it
     * @return the scale
     */
    public static RatingScale numeric(int low, int high) {
        Checks.inRange(high, low + 1, low + 100, "high");
        return builder()
                .levels(IntStream.rangeClosed(low, high)
                        .mapToObj(i -> new Level(Points.of(i), Optional.empty(), Optional.empty()))
                        .toList())
                .build();
    }

    /**
     * Returns a scale of some levels.
     *
     * @param levels the levels, ascending
     * @return the scale
     */
    public static RatingScale of(Level... levels) {
        return builder().levels(Arrays.asList(levels)).build();
    }

    /**
     * The levels.
     *
     * @return the levels, the lowest first
     */
    public abstract List<Level> levels();

    /**
     * Whether half points between the lowest and the highest level are allowed.
     *
     * @return true if they are; false unless said otherwise
     */
    @Value.Default
    public boolean halfPoints() {
        return false;
    }

    /**
     * The same scale with half points allowed.
     *
     * @return the scale
     */
    public RatingScale withHalfPoints() {
        return builder().from(this).halfPoints(true).build();
    }

    /**
     * The least that may be given.
     *
     * @return the points of the first level
     * @throws IllegalStateException if there is no level
     */
    public Points lowest() {
        return ends()[0];
    }

    /**
     * The most that may be given.
     *
     * @return the points of the last level
     * @throws IllegalStateException if there is no level
     */
    public Points highest() {
        return ends()[1];
    }

    private Points[] ends() {
        if (levels().isEmpty()) {
            throw new IllegalStateException("the scale has no level");
        }
        return new Points[] {
            levels().get(0).points(), levels().get(levels().size() - 1).points()
        };
    }

    /**
     * Whether an answer is on the scale.
     *
     * @param points the answer
     * @return true for the points of a level, and for every half between the ends where halves are allowed
     */
    public boolean has(Points points) {
        boolean between = halfPoints()
                && !levels().isEmpty()
                && points.compareTo(lowest()) >= 0
                && points.compareTo(highest()) <= 0;
        return between || level(points).isPresent();
    }

    /**
     * The level at some points.
     *
     * @param points the points
     * @return the level; empty between two levels and off the scale
     */
    public Optional<Level> level(Points points) {
        return levels().stream().filter(level -> level.points().equals(points)).findFirst();
    }

    /**
     * The points of a named tier.
     *
     * @param name its name, exactly
     * @return the points, if there is such a tier
     */
    public Optional<Points> tier(String name) {
        return levels().stream()
                .filter(level -> level.name().filter(name::equals).isPresent())
                .map(Level::points)
                .findFirst();
    }

    /**
     * What may be answered, for a message.
     *
     * @return as {@code "1, 2, 3, 4, 5"}, {@code "1 to 5 in halves"} or {@code "Developing, Proficient"}
     */
    public String allowed() {
        if (levels().isEmpty()) {
            return "nothing";
        }
        if (halfPoints()) {
            return lowest() + " to " + highest() + " in halves";
        }
        return String.join(
                ", ",
                levels().stream()
                        .map(level -> level.name().orElse(level.points().toString()))
                        .toList());
    }

    @Override
    public String toString() {
        return "scale of " + allowed();
    }

    /** Builds a {@link RatingScale}. */
    public static final class Builder extends ImmutableRatingScale.Builder {
        Builder() {}
    }
}
