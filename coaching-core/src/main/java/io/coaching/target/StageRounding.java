package io.coaching.target;

/** How the needs of a funnel become whole numbers; practice is divided, so a result says which rule was used. */
public enum StageRounding {
    /** Each stage is rounded up from its own exact figure: 42.36 deals at 63.15 % are 67.07 opportunities, so 68. The default. */
    CEILING_OF_EXACT,
    /** Each stage is worked out from the rounded stage below it, and rounded up: 43 deals at 63.15 % are 68.09, so 69. */
    CEILING_OF_ROUNDED
}
