package io.coaching.scorecard;

import io.coaching.internal.check.Checks;

/**
 * How well cards were filled in.
 *
 * @param cards how many cards
 * @param complete how many of them answer every required item; "not applicable" is an answer
 * @param documented how many say what comes next, as their template demands it: by default one action item at least, each
 *     with owner and date
 * @param flagged how many failed a gate
 */
public record Completeness(int cards, int complete, int documented, int flagged) {
    /**
     * Checks the numbers.
     *
     * @param cards how many cards
     * @param complete how many answer every required item
     * @param documented how many say what comes next
     * @param flagged how many failed a gate
     */
    public Completeness {
        Checks.atLeast(cards, 0, "cards");
        Checks.inRange(complete, 0, cards, "complete");
        Checks.inRange(documented, 0, cards, "documented");
        Checks.inRange(flagged, 0, cards, "flagged");
    }

    static Completeness of(Iterable<Scored> cards) {
        int all = 0;
        int complete = 0;
        int documented = 0;
        int flagged = 0;
        for (Scored scored : cards) {
            all++;
            complete += scored.score().isComplete() ? 1 : 0;
            documented += scored.isDocumented() ? 1 : 0;
            flagged += scored.score().failedGates().isEmpty() ? 0 : 1;
        }
        return new Completeness(all, complete, documented, flagged);
    }

    @Override
    public String toString() {
        return complete + " of " + cards + " cards complete, " + documented + " with action items, " + flagged
                + " flagged";
    }
}
