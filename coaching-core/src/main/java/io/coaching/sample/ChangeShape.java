package io.coaching.sample;

/** How a planted change comes about. */
public enum ChangeShape {
    /** From one day to the next. */
    STEP,
    /** Little by little, in a straight line over thirteen weeks. */
    SLIDE
}
