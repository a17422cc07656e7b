package io.coaching.scorecard;

/** In what relation the rater stands to the person rated. */
public enum Relation {
    /** A colleague. */
    PEER,
    /** The manager, or another leader. */
    MANAGER,
    /** The person themselves. */
    SELF,
    /** A program, as one that analyses calls. */
    AUTOMATED;

    /**
     * Whether it is another person who rates: the scores that count unless said otherwise.
     *
     * @return true for a peer and a manager
     */
    public boolean isOther() {
        return this == PEER || this == MANAGER;
    }
}
