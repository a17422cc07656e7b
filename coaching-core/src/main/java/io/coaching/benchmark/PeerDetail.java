package io.coaching.benchmark;

/**
 * How much of the peers' figures may be told to a viewer who does not see all of them by name.
 *
 * <p>Whoever sees some of the people knows those figures, so only the hidden people protect each other: a median, two quartiles
 * and a spread are four equations, and four hidden people could be solved for. With fewer hidden people than privacy asks for
 * nothing is told. With fewer than twice as many the verdict, a median as rounded as it is printed and a rounded probability are
 * told, which leave each of them free; with more, everything.
 */
enum PeerDetail {
    /** Everything. */
    ALL,
    /** The verdict, how many peers there are, their rounded median and the rounded probability. */
    COARSE,
    /** Nothing that is made of the peers' figures. */
    NONE;

    /**
     * Decides.
     *
     * @param hidden how many contributors, the subject included, the viewer does not see by name
     * @param minimum the least number of people that may be told about
     */
    static PeerDetail of(long hidden, int minimum) {
        if (hidden == 0) {
            return ALL;
        }
        int least = Math.max(2, minimum);
        if (hidden < least) {
            return NONE;
        }
        return hidden < 2L * least ? COARSE : ALL;
    }
}
