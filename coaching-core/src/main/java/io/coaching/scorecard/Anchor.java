package io.coaching.scorecard;

import io.coaching.internal.check.Checks;

/**
 * What somebody at a level does: the words that a rater compares with what was seen.
 *
 * @param level the level
 * @param text the behaviour
 */
public record Anchor(Points level, String text) {
    /**
     * Checks the text.
     *
     * @param level the level
     * @param text the behaviour, not blank
     */
    public Anchor {
        text = Checks.notBlank(text, "anchor of level " + level);
    }

    /**
     * Returns an anchor.
     *
     * @param level the level
     * @param text the behaviour
     * @return the anchor
     */
    public static Anchor of(double level, String text) {
        return new Anchor(Points.of(level), text);
    }
}
