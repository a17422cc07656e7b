package io.coaching.scorecard;

/** What a coaching programme is for. */
public enum ObjectiveKind {
    /** New people become productive sooner. */
    RAMP,
    /** More of the decided deals are won. */
    WIN_RATE,
    /** Customers take up a product. */
    PRODUCT_ADOPTION,
    /** Deals become larger. */
    DEAL_SIZE,
    /** More people reach their quota. */
    QUOTA_ATTAINMENT,
    /** People stay. */
    RETENTION,
    /** Something else, which the text says. */
    OTHER
}
