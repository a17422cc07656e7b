package io.coaching.target;

/** Where a conversion or a deal size comes from. */
public enum ConversionBasis {
    /** It was given as known. */
    GIVEN,
    /** It was observed, of the subject alone. */
    OWN,
    /** It was observed, and drawn towards like-for-like peers by as much as they are alike and the own history is thin. */
    BLEND,
    /** The subject has none, so it is what is believed of a peer. */
    PEERS
}
