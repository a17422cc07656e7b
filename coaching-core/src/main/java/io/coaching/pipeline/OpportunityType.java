package io.coaching.pipeline;

/** What a deal means for the customer base. */
public enum OpportunityType {
    /** A customer who has not bought before. */
    NEW_BUSINESS,
    /** A customer goes on with what was bought. */
    RENEWAL,
    /** A customer buys more than before. */
    EXPANSION
}
