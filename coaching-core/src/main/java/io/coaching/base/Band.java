package io.coaching.base;

/**
 * The colour of a verdict. It is a reading aid that follows from a decision, never the decision itself: the verdict
 * beside it says on what evidence.
 */
public enum Band {
    /** Credibly and materially better than the yardstick. */
    GREEN,
    /** Neither: close to the yardstick, or the evidence does not tell. */
    YELLOW,
    /** Credibly and materially worse than the yardstick. */
    RED,
    /** No answer exists, or it is withheld: there is nothing to colour. */
    NONE
}
