package io.coaching.scorecard;

import io.coaching.internal.check.Checks;
import java.util.Optional;

/**
 * One level of a rating scale.
 *
 * @param points where it stands
 * @param name what it is called, on a scale of named tiers
 * @param anchor what it means in general; a {@link Rubric} says what it means for one competency
 */
public record Level(Points points, Optional<String> name, Optional<String> anchor) implements Comparable<Level> {
    /**
     * Checks the texts.
     *
     * @param points where it stands
     * @param name what it is called
     * @param anchor what it means
     */
    public Level {
        name = name.map(text -> Checks.notBlank(text, "name of level " + points));
        anchor = anchor.map(text -> Checks.notBlank(text, "anchor of level " + points));
    }

    /**
     * Returns a level that is known by its number.
     *
     * @param points where it stands
     * @param anchor what it means
     * @return the level
     */
    public static Level of(double points, String anchor) {
        return new Level(Points.of(points), Optional.empty(), Optional.of(anchor));
    }

    /**
     * Returns a level that is known by its name.
     *
     * @param points where it stands
     * @param name what it is called
     * @param anchor what it means
     * @return the level
     */
    public static Level named(double points, String name, String anchor) {
        return new Level(Points.of(points), Optional.of(name), Optional.of(anchor));
    }

    @Override
    public int compareTo(Level other) {
        return points.compareTo(other.points);
    }

    @Override
    public String toString() {
        return points + name.map(text -> " " + text).orElse("");
    }
}
